//! Everything that is fixed before a workbook is opened.

use crate::{
    criteria::{CriteriaSet, Requirement},
    model::{CriterionKey, UnitKey},
};

use super::{Plan, Register, Targets, Unit};

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

impl Rulebook {
    /// Returns what `criterion` requires of `unit`, by the unit's kind, area and ward.
    pub fn requirement(&self, unit: UnitKey, criterion: CriterionKey) -> &Requirement {
        let (criterion, register) = (self.criteria.criterion(criterion), &self.register);
        if criterion.cases.is_empty() {
            return &criterion.requirement;
        }
        let Unit { kind, area, .. } = register.unit(unit);
        let ward = register.ward_of(unit).map_or("", |ward| register.unit(ward).code.as_str());
        criterion.requirement_for(kind, area.as_deref(), ward)
    }
}
