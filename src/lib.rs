//! `tdp`: from the wards' workbooks to verdicts, totals and appendices.
//!
//! # The pipeline
//! ```text
//! criteria/*.toml, tdp.toml, units.csv, targets.csv ──parse──> Rulebook ─┬──────────┬─────────┬────────┐
//!                                                                        v          v         v        v
//! bytes ──workbook──> Workbook ──layout──> Tables ──facts, checks──> Submission ──campaign──> Evidence ──score──>
//!       Scorecards ──totals──> Totals ──appendix──> plain tables ──report──> sentences ──write──> bytes
//! ```
//! Each arrow is a function whose product is the only thing the next stage sees. [`receive`] reads one file, whatever
//! the others are; [`gather`] puts the files together; [`assess`] judges.
//!
//! # What always holds
//! - Nothing here touches a file, reads the environment or looks at the clock: today is an argument.
//! - The same inputs give the same bytes, wherever they lie and however many threads read them.
//! - Blank is not zero, missing is not "chưa đạt", and nothing read is dropped in silence: every data cell of a
//!   recognised table ends in a fact, in a finding, or in a column of free text.
//! - Thresholds compare exactly; rounding happens only when writing.
//! - Every verdict and every total can name the cells it came from.
//! - Totals add: consolidating wards in any order and any grouping gives the same city.
//! - No input makes it panic, and memory is bounded by the limits, whatever a file claims about itself.
//!
//! # The rooms, in reading order
//! [`model`] the words of the field; [`text`] Vietnamese text, numbers and marks; [`finding`] what is found wrong;
//! [`document`] files that people write, with places; [`criteria`], [`plan`] the rules; [`workbook`] bytes to cells;
//! [`criteria_import`] the official table in a workbook to a draft of the rules;
//! [`layout`] cells to tables; [`facts`] tables to facts; [`checks`] of one submission; [`campaign`] what stands among
//! several; [`score`], [`totals`] results; [`template`] the forms that are sent out; [`appendix`], [`report`],
//! [`receipt`], [`mod@write`] what is printed; [`annotate`] the wards' own workbooks given back with what is to be mended.

pub mod annotate;
pub mod appendix;
pub mod campaign;
pub mod checks;
pub mod criteria;
pub mod criteria_import;
pub mod document;
pub mod facts;
pub mod finding;
pub mod layout;
pub mod model;
mod pipeline;
pub mod plan;
pub mod receipt;
pub mod report;
pub mod score;
pub mod template;
pub mod text;
pub mod totals;
pub mod workbook;
pub mod write;

use crate::{campaign::Evidence, facts::Source, finding::Finding, plan::Rulebook, score::Scorecard, totals::Totals};

pub use self::pipeline::{Input, assess, gather, not_received, receive};

/// What was received, put together and checked, before it is judged.
#[derive(Debug)]
pub struct Received {
    /// The rules it is judged by.
    pub rulebook: Rulebook,
    /// The files in the order of their paths; a file key is a position here.
    pub sources: Vec<Source>,
    /// What was found, in the order of telling.
    pub findings: Vec<Finding>,
    /// The facts that stand.
    pub evidence: Evidence,
}

/// Everything that follows from what was received; the outputs are printed from it alone.
#[derive(Debug)]
pub struct Assessment {
    /// What was received.
    pub received: Received,
    /// One result a judged unit, in register order.
    pub scorecards: Vec<Scorecard>,
    /// What they add up to.
    pub totals: Totals,
}
