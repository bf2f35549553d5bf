//! Everything that is fixed before a workbook is opened.

use crate::criteria::CriteriaSet;

use super::{Plan, Register, Targets};

/// A plan with the criteria, units and targets that it names.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// The plan.
    pub plan: Plan,
    /// The criteria it judges by.
    pub criteria: CriteriaSet,
    /// The units it is about.
    pub register: Register,
    /// What it wants of them.
    pub targets: Targets,
}
