//! What a unit answered in the period before, to be compared with.

use crate::{
    model::{CriterionKey, UnitKey},
    plan::Rulebook,
    score::Previous,
};

use super::said;

/// The answers of the period before, where there was one.
#[derive(Clone, Copy, Debug)]
pub struct Former<'a> {
    rulebook: &'a Rulebook,
    previous: Option<&'a Previous<'a>>,
}

impl<'a> Former<'a> {
    /// Looks at the period before by the rules in force.
    pub fn new(rulebook: &'a Rulebook, previous: Option<&'a Previous<'a>>) -> Self {
        Self { rulebook, previous }
    }

    /// Returns what a unit answered, as people write it; nothing where it answered nothing that could be used.
    pub(super) fn answer(self, unit: UnitKey, key: CriterionKey) -> Option<String> {
        let (register, set) = (&self.rulebook.register, &self.rulebook.criteria);
        let (previous, criterion) = (self.previous?, set.criterion(key));
        if let Some(quantity) = previous.figure(register, unit, set, criterion) {
            return Some(said::value(quantity, criterion.kind, self.rulebook.requirement(unit, key)));
        }
        said::verdict(previous.fact(register, unit, set, criterion)?).map(str::to_owned)
    }

    /// Returns whether any of the units answered any of the criteria.
    pub(super) fn has_any(self, units: &[UnitKey], criteria: &[CriterionKey]) -> bool {
        self.previous.is_some()
            && units.iter().any(|unit| criteria.iter().any(|criterion| self.answer(*unit, *criterion).is_some()))
    }
}
