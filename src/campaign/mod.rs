//! What stands after all submissions are seen together: one fact a unit, criterion and voice.

mod claims_to_figures;
mod evidence;
mod merge;
mod mistaken_names;
mod returns;
mod voices;

use crate::{
    facts::{Source, Submission},
    finding::{Finding, Severity},
    plan::{Accept, Rulebook},
};

pub use self::evidence::{Evidence, FactKey};

/// What was received altogether.
#[derive(Debug)]
pub struct Campaign {
    /// The files, in the order of their paths.
    pub sources: Vec<Source>,
    /// What was found in them and among them, in the order of telling.
    pub findings: Vec<Finding>,
    /// The facts that stand.
    pub evidence: Evidence,
}

/// Puts the submissions of a run together, in the order of their paths.
pub fn gather(rulebook: &Rulebook, mut submissions: Vec<Submission>) -> Campaign {
    let mut findings = Vec::new();
    merge::pass_over_copies(&mut submissions, &mut findings);
    returns::tell_missing(rulebook, &mut submissions, &mut findings);
    returns::tell_late(rulebook, &submissions, &mut findings);
    if rulebook.plan.accept == Accept::Clean {
        leave_out_faulty(&mut submissions);
    }
    voices::leave_out_unassigned(rulebook, &mut submissions, &mut findings);
    let chunks = merge::merge(rulebook, &mut submissions, &mut findings);
    for facts in &chunks {
        voices::compare(rulebook, facts, &mut findings);
    }
    let mut sources = Vec::with_capacity(submissions.len());
    for submission in submissions {
        findings.extend(submission.findings);
        sources.push(submission.source);
    }
    Campaign { sources, findings: in_order(findings), evidence: Evidence::of_chunks(chunks) }
}

/// Leaves out the facts of files with errors, for plans that accept only clean ones.
fn leave_out_faulty(submissions: &mut [Submission]) {
    for submission in submissions {
        if submission.findings.iter().any(|finding| finding.severity == Severity::Error) {
            submission.facts.clear();
        }
    }
}

/// Sorts findings by file, sheet, cell and code; of one code in one cell the first stands.
pub fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (&a.place, a.code.number).cmp(&(&b.place, b.code.number)));
    findings.dedup_by(|later, first| {
        later.code == first.code && later.place == first.place && first.place.cell().is_some()
    });
    findings
}

#[cfg(test)]
mod tests;
