//! An assessment in the parts that the tables are made of.

use crate::{
    Assessment, Received, campaign::Evidence, facts::Source, finding::Finding, plan::Rulebook, score::Scorecard,
    totals::Totals,
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

impl<'a> From<&'a Assessment> for Parts<'a, 'a> {
    fn from(assessment: &'a Assessment) -> Self {
        let Assessment { received, scorecards, totals } = assessment;
        let Received { rulebook, sources, findings, evidence } = received;
        Self { rulebook, sources, findings, totals, evidence, scorecards }
    }
}
