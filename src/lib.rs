//! `tdp`: from the wards' workbooks to verdicts, totals and appendices.

pub mod campaign;
pub mod criteria;
pub mod document;
pub mod facts;
pub mod finding;
pub mod model;
pub mod plan;
pub mod score;
pub mod text;
pub mod totals;
pub mod workbook;

use crate::{campaign::Evidence, facts::Source, finding::Finding, plan::Rulebook, score::Scorecard, totals::Totals};

/// Everything that follows from a rulebook and what was received; the outputs are printed from it alone.
#[derive(Debug)]
pub struct Assessment {
    /// The rules it was judged by.
    pub rulebook: Rulebook,
    /// The files in the order of their paths; a file key is a position here.
    pub sources: Vec<Source>,
    /// What was found, in the order of telling.
    pub findings: Vec<Finding>,
    /// The facts that stand.
    pub evidence: Evidence,
    /// One result a judged unit, in register order.
    pub scorecards: Vec<Scorecard>,
    /// What they add up to.
    pub totals: Totals,
}
