//! The kinds of finding: number, name, severity and page.

use serde::Serialize;

use crate::model::Language;

/// How bad a finding is; errors make a run end with exit code 1.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A value could not be used, or the data contradict themselves.
    Error,
    /// A value was used, and people should know how it was read.
    Warning,
    /// Worth knowing.
    Note,
}

/// A kind of finding: a number for ever, a name that names the fault, a page in two languages.
#[derive(Debug)]
pub struct Code {
    /// `TDP113`.
    pub number: &'static str,
    /// `duplicate-unit`.
    pub name: &'static str,
    /// How bad it is unless a rule says otherwise.
    pub severity: Severity,
    /// What to do next in one sentence, Vietnamese and English; printed with each finding.
    pub help: (&'static str, &'static str),
    /// The page that `tdp explain` prints, Vietnamese and English: a title line, then what, why, how to mend it.
    pub page: (&'static str, &'static str),
}

impl Code {
    /// Returns the digits of the number: `113`.
    pub fn digits(&self) -> &'static str {
        self.number.trim_start_matches("TDP")
    }

    /// Returns the page in `language`.
    pub fn page(&self, language: Language) -> &'static str {
        match language {
            Language::Vietnamese => self.page.0,
            Language::English => self.page.1,
        }
    }
}

/// Two codes are the same when their numbers are.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Code {}
