//! What a command that ran to its end amounts to, as an exit code.

use std::process::ExitCode;

use tdp::finding::{Finding, Severity};

/// A command ran to its end, and this is what it found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// Nothing wrong: 0.
    Fine,
    /// Errors in the data: 1.
    Faulty,
}

/// Which findings make a run faulty.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Strictness {
    /// Errors.
    Errors,
    /// Errors and warnings.
    Warnings,
}

impl Outcome {
    /// Returns what `findings` amount to.
    pub(crate) fn of(findings: &[Finding], strictness: Strictness) -> Self {
        let faulty = findings.iter().any(|finding| match finding.severity {
            Severity::Error => true,
            Severity::Warning => strictness == Strictness::Warnings,
            Severity::Note => false,
        });
        if faulty { Self::Faulty } else { Self::Fine }
    }

    /// Returns the worse of two.
    pub(crate) fn and(self, other: Self) -> Self {
        if self == Self::Fine { other } else { self }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Faulty => Self::from(1),
        }
    }
}
