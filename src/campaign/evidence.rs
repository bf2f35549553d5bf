//! The facts that stand, in order of unit, criterion and voice.

use crate::{
    facts::Fact,
    model::{CriterionKey, UnitKey},
};

/// The facts that stand: at most one a unit, criterion and voice.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    facts: Vec<Fact>,
}

impl Evidence {
    /// Takes facts of which at most one stands for each unit, criterion and voice, in any order.
    pub fn new(mut facts: Vec<Fact>) -> Self {
        facts.sort_by_key(|fact| (fact.unit, fact.criterion, fact.voice));
        Self { facts }
    }

    /// Returns every fact, in order of unit, criterion and voice.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Returns where the facts of `unit` stand in [`Evidence::facts`].
    pub fn of_unit(&self, unit: UnitKey) -> std::ops::Range<usize> {
        let start = self.facts.partition_point(|fact| fact.unit < unit);
        let length = self.facts[start..].partition_point(|fact| fact.unit == unit);
        start..start + length
    }

    /// Returns where the facts of `unit` on `criterion` stand in [`Evidence::facts`], earliest voice first.
    pub fn of(&self, unit: UnitKey, criterion: CriterionKey) -> std::ops::Range<usize> {
        let key = (unit, criterion);
        let start = self.facts.partition_point(|fact| (fact.unit, fact.criterion) < key);
        let length = self.facts[start..].partition_point(|fact| (fact.unit, fact.criterion) == key);
        start..start + length
    }
}
