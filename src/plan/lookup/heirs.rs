//! Which units of the plan stand for a unit that does not exist on its day.

use std::collections::BTreeMap;

use crate::{model::UnitKey, plan::Register};

/// Units are merged and renamed a few times, not hundreds of times.
const MOST_STEPS: usize = 256;

/// Who came after whom.
pub(super) struct Heirs<'a> {
    register: &'a Register,
    successors: BTreeMap<UnitKey, Vec<UnitKey>>,
}

impl<'a> Heirs<'a> {
    pub(super) fn new(register: &'a Register) -> Self {
        let mut successors: BTreeMap<UnitKey, Vec<UnitKey>> = BTreeMap::new();
        for (key, unit) in register.all() {
            for predecessor in &unit.succeeds {
                successors.entry(*predecessor).or_default().push(key);
            }
        }
        Self { register, successors }
    }

    /// Returns the units of the plan that `key` stands for: itself, its successors, or what it will succeed.
    pub(super) fn of(&self, key: UnitKey) -> Vec<UnitKey> {
        let (unit, on) = (self.register.unit(key), self.register.on());
        if unit.exists_on(on) {
            vec![key]
        } else if unit.valid_from.is_some_and(|from| on < from) {
            self.existing(key, |key| &self.register.unit(key).succeeds)
        } else {
            self.existing(key, |key| self.successors.get(&key).map_or(&[], Vec::as_slice))
        }
    }

    /// Follows `step` until units that exist, in register order.
    fn existing<'s>(&self, key: UnitKey, step: impl Fn(UnitKey) -> &'s [UnitKey]) -> Vec<UnitKey> {
        let mut open = step(key).to_vec();
        let mut existing = Vec::new();
        for _ in 0..MOST_STEPS {
            let Some(next) = open.pop() else {
                break;
            };
            if self.register.unit(next).exists_on(self.register.on()) {
                existing.push(next);
            } else {
                open.extend(step(next));
            }
        }
        existing.sort();
        existing.dedup();
        existing
    }
}
