//! What judging needs to know beside the rules and the facts: the day, and the period before.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::{
    campaign::Evidence,
    criteria::{CriteriaSet, Criterion},
    facts::Fact,
    model::{CriterionKey, Quantity, UnitKey},
    plan::{Register, Rulebook},
};

use super::prevailing::{figure, prevailing_fact};

/// The day as of which is judged, and the period before, where there was one.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day as of which is judged; it decides what is not due yet.
    pub as_of: NaiveDate,
    /// The period before, for requirements such as `< previous`.
    pub previous: Option<&'a Previous<'a>>,
}

/// The figures of the period before, found by the units' codes and the criteria's ids.
#[derive(Debug)]
pub struct Previous<'a> {
    rulebook: &'a Rulebook,
    evidence: &'a Evidence,
    units: BTreeMap<&'a str, UnitKey>,
}

impl<'a> Previous<'a> {
    /// Takes the rules and the standing facts of the period before.
    pub fn new(rulebook: &'a Rulebook, evidence: &'a Evidence) -> Self {
        let units = rulebook.register.all().map(|(key, unit)| (unit.code.as_str(), key)).collect();
        Self { rulebook, evidence, units }
    }

    /// Returns the figure that `unit` of `register` had for `criterion` of `set` in the period before, if it can be used.
    pub fn figure(
        &self,
        register: &Register,
        unit: UnitKey,
        set: &CriteriaSet,
        criterion: &Criterion,
    ) -> Option<Quantity> {
        figure(criterion.kind, self.fact(register, unit, set, criterion)?)
    }

    /// Returns what prevailed about `unit` of `register` and `criterion` of `set` in the period before, if it can be used.
    ///
    /// A unit unknown to that period is looked up as the one unit that it alone succeeds: a renamed one, never a
    /// merged or split one. A criterion of an amended version is known by its `replaces`, when it names one only.
    pub fn fact(
        &self,
        register: &Register,
        unit: UnitKey,
        set: &CriteriaSet,
        criterion: &Criterion,
    ) -> Option<&'a Fact> {
        let key = self.criterion(set, criterion)?;
        let then = self.rulebook.criteria.criterion(key);
        let unit = self.unit(register, unit)?;
        if then.kind != criterion.kind {
            return None;
        }
        prevailing_fact(self.evidence, unit, key).filter(|fact| !fact.refused)
    }

    fn unit(&self, register: &Register, unit: UnitKey) -> Option<UnitKey> {
        let now = register.unit(unit);
        let renamed = || match now.succeeds.as_slice() {
            &[former] if has_one_successor(register, former) => self.units.get(register.unit(former).code.as_str()),
            _ => None,
        };
        self.units.get(now.code.as_str()).or_else(renamed).copied()
    }

    fn criterion(&self, set: &CriteriaSet, criterion: &Criterion) -> Option<CriterionKey> {
        let then = &self.rulebook.criteria;
        if then.id != set.id {
            return None;
        }
        if then.version == set.version {
            return then.find(&criterion.id);
        }
        match criterion.replaces.as_slice() {
            [id] if set.amends.contains(&then.version) => then.find(id),
            _ => None,
        }
    }
}

fn has_one_successor(register: &Register, former: UnitKey) -> bool {
    let successors: BTreeSet<UnitKey> =
        register.all().filter(|(_, unit)| unit.succeeds.contains(&former)).map(|(key, _)| key).collect();
    successors.len() == 1
}
