//! Everything that is fixed before a workbook is opened.

use std::collections::BTreeMap;

use crate::{
    criteria::{CriteriaSet, Requirement},
    model::{CriterionKey, UnitKey},
};

use super::{Level, Plan, Register, Targets, Unit};

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

    /// Returns whether `unit` is one that the criteria judge, within a city, and of `ward` where one is named.
    pub fn is_judged_in(&self, unit: UnitKey, ward: Option<UnitKey>) -> bool {
        let level = self.register.unit(unit).level;
        let judged = level != Level::City && level.subject() == Some(self.criteria.subject);
        judged && ward.is_none_or(|ward| self.register.ward_of(unit) == Some(ward))
    }

    /// Returns the judged units of each ward that exist for the plan, in register order.
    pub fn judged_by_ward(&self) -> BTreeMap<UnitKey, Vec<UnitKey>> {
        let mut wards: BTreeMap<UnitKey, Vec<UnitKey>> = BTreeMap::new();
        for (unit, _) in self.register.valid().filter(|(unit, _)| self.is_judged_in(*unit, None)) {
            if let Some(ward) = self.register.ward_of(unit) {
                wards.entry(ward).or_default().push(unit);
            }
        }
        wards
    }
}
