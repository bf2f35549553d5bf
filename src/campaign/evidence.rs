//! The facts that stand, in order of unit, criterion and voice.

use crate::{
    facts::Fact,
    model::{CriterionKey, UnitKey},
};

/// The facts that stand: at most one a unit, criterion and voice.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// In order, each unit in one of them alone: a ward's facts stay where its file left them.
    chunks: Vec<Vec<Fact>>,
}

/// Where a fact stands among the evidence.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct FactKey {
    chunk: u32,
    index: u32,
}

impl Evidence {
    /// Takes facts of which at most one stands for each unit, criterion and voice, in any order.
    pub fn new(mut facts: Vec<Fact>) -> Self {
        facts.sort_by_key(|fact| (fact.unit, fact.criterion, fact.voice));
        Self { chunks: vec![facts] }
    }

    /// Takes chunks of such facts, each in order, no unit in two of them, the first units rising.
    pub(super) fn of_chunks(chunks: Vec<Vec<Fact>>) -> Self {
        Self { chunks }
    }

    /// Returns every fact, in order of unit, criterion and voice.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.chunks.iter().flatten()
    }

    /// Returns the fact at `key`.
    pub fn fact(&self, key: FactKey) -> Option<&Fact> {
        self.chunks.get(key.chunk as usize)?.get(key.index as usize)
    }

    /// Returns the facts of `unit`.
    pub fn of_unit(&self, unit: UnitKey) -> &[Fact] {
        self.found(unit, |fact| fact.unit.cmp(&unit)).map_or(&[], |(_, facts)| facts)
    }

    /// Returns the facts of `unit` on `criterion`, earliest voice first.
    pub fn of(&self, unit: UnitKey, criterion: CriterionKey) -> &[Fact] {
        self.found(unit, |fact| (fact.unit, fact.criterion).cmp(&(unit, criterion))).map_or(&[], |(_, facts)| facts)
    }

    /// Returns the facts of `unit` with their keys.
    pub fn keyed(&self, unit: UnitKey) -> impl Iterator<Item = (FactKey, &Fact)> {
        let found = self.found(unit, |fact| fact.unit.cmp(&unit));
        found.into_iter().flat_map(|(first, facts)| {
            (first.index..).zip(facts).map(move |(index, fact)| (FactKey { index, ..first }, fact))
        })
    }

    /// Returns the facts that compare as equal within the chunk of `unit`, and where the first of them stands.
    fn found(&self, unit: UnitKey, compare: impl Fn(&Fact) -> std::cmp::Ordering) -> Option<(FactKey, &[Fact])> {
        let behind = |chunk: &Vec<Fact>| chunk.first().is_some_and(|fact| fact.unit <= unit);
        let chunk = self.chunks.partition_point(behind).checked_sub(1)?;
        let facts = &self.chunks[chunk];
        let start = facts.partition_point(|fact| compare(fact).is_lt());
        let length = facts[start..].partition_point(|fact| compare(fact).is_eq());
        let first = FactKey { chunk: u32::try_from(chunk).ok()?, index: u32::try_from(start).ok()? };
        Some((first, &facts[start..start + length]))
    }
}
