//! What wards said of their units and of themselves, shown to the agency that appraises.

use crate::{
    campaign::Evidence,
    facts::Fact,
    model::{CriterionKey, UnitKey, Voice, printed},
    plan::Rulebook,
};

use super::said;

/// What stands where a ward wrote something that could not be used.
const TO_BE_MENDED: &str = "(phường, xã còn phải sửa)";

/// The answers of the wards, where any were received.
#[derive(Clone, Copy, Debug)]
pub struct SelfAssessed<'a> {
    rulebook: &'a Rulebook,
    evidence: Option<&'a Evidence>,
}

impl<'a> SelfAssessed<'a> {
    /// Looks at what stands of what was received.
    pub fn new(rulebook: &'a Rulebook, evidence: Option<&'a Evidence>) -> Self {
        Self { rulebook, evidence }
    }

    /// Returns the figure with its part and whole and the verdict of a unit's ward, as people write them.
    pub(super) fn answer(self, unit: UnitKey, key: CriterionKey) -> Option<String> {
        let fact = self.fact(unit, key)?;
        if fact.refused {
            return Some(TO_BE_MENDED.to_owned());
        }
        let (kind, requirement) = (self.rulebook.criteria.criterion(key).kind, self.rulebook.requirement(unit, key));
        let figure = fact.quantity().map(|quantity| {
            let parts = fact.parts().map(|(part, whole)| format!(" ({}/{})", printed(part).vi, printed(whole).vi));
            format!("{}{}", said::value(quantity, kind, requirement), parts.unwrap_or_default())
        });
        let pieces: Vec<String> = figure.into_iter().chain(said::verdict(fact).map(str::to_owned)).collect();
        (!pieces.is_empty()).then(|| pieces.join("; "))
    }

    /// Returns the evidence that a unit's ward named.
    pub(super) fn evidence(self, unit: UnitKey, key: CriterionKey) -> Option<&'a str> {
        self.fact(unit, key)?.evidence.as_deref()
    }

    /// Returns what a ward said last, of itself or having appraised its group; agencies and panels are others.
    fn fact(self, unit: UnitKey, key: CriterionKey) -> Option<&'a Fact> {
        self.evidence?.of(unit, key).iter().rfind(|fact| fact.voice <= Voice::Ward)
    }
}
