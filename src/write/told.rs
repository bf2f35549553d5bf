//! What findings are told with: the run that they are of, or nothing, where the definitions let none begin.

use crate::{Received, facts::Source, finding::Finding, plan::Rulebook};

/// Findings, and what their units, criteria and files are called.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The findings, in the order of telling.
    pub findings: &'a [Finding],
    pub(super) rulebook: Option<&'a Rulebook>,
    pub(super) sources: &'a [Source],
}

impl<'a> Told<'a> {
    /// What is wrong with the files that people write: no rulebook could be made of them, and no workbook was read.
    pub fn of_definitions(findings: &'a [Finding]) -> Self {
        Self { findings, rulebook: None, sources: &[] }
    }
}

impl<'a> From<&'a Received> for Told<'a> {
    fn from(received: &'a Received) -> Self {
        Self { findings: &received.findings, rulebook: Some(&received.rulebook), sources: &received.sources }
    }
}
