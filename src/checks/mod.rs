//! Checks of one submission beyond its single answers: one file a check, one registry.

mod hidden_data;
mod legacy_text;
mod other_year;
mod printed_total_differs;
mod rows_copied_down;
mod wholes_differ;

use crate::{
    facts::Fact,
    finding::{Code, Finding},
    layout::Table,
    model::FileKey,
    plan::Rulebook,
    workbook::Workbook,
};

/// What a check sees of a submission.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The rules it is judged by.
    pub rulebook: &'a Rulebook,
    /// The file.
    pub file: FileKey,
    /// Its cells.
    pub book: &'a Workbook,
    /// The tables recognised in it.
    pub tables: &'a [Table],
    /// What it says, in order of unit, criterion and voice.
    pub facts: &'a [Fact],
}

/// A check of a submission.
#[derive(Debug)]
pub struct Check {
    /// What it finds.
    pub code: &'static Code,
    run: fn(&Context<'_>, &mut Vec<Finding>),
}

/// Every check, in the order of their codes.
pub const CHECKS: &[Check] = &[
    other_year::CHECK,
    legacy_text::CHECK,
    hidden_data::CHECK,
    printed_total_differs::CHECK,
    rows_copied_down::CHECK,
    wholes_differ::CHECK,
];

/// Runs every check.
pub fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for check in CHECKS {
        (check.run)(context, findings);
    }
}

#[cfg(test)]
mod tests;
