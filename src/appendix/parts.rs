//! An assessment in the parts that the tables are made of.

use crate::{
    Assessment, campaign::Evidence, facts::Source, finding::Finding, plan::Rulebook, score::Scorecard, totals::Totals,
};

/// What the tables are made of: `'a` is what they may go on showing, `'s` what is only read while they are built. That
/// is the bulk of a city, and can be given up before the tables are written.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a, 's> {
    /// The rules.
    pub rulebook: &'a Rulebook,
    /// The files.
    pub sources: &'a [Source],
    /// What was found in them.
    pub findings: &'a [Finding],
    /// What the results add up to.
    pub totals: &'a Totals,
    /// The facts that stand.
    pub evidence: &'s Evidence,
    /// One result a judged unit.
    pub scorecards: &'s [Scorecard],
}

impl<'a, 's> Parts<'a, 's> {
    /// Takes an assessment apart whose facts and results lie apart from it, or in itself.
    pub fn new(assessment: &'a Assessment, evidence: &'s Evidence, scorecards: &'s [Scorecard]) -> Self {
        let Assessment { received, totals, .. } = assessment;
        Self {
            rulebook: &received.rulebook,
            sources: &received.sources,
            findings: &received.findings,
            totals,
            evidence,
            scorecards,
        }
    }
}
