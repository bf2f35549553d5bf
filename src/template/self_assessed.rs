//! What wards said of their units and of themselves, shown to the agency that appraises.

use std::borrow::Cow;

use crate::{
    campaign::Evidence,
    facts::Fact,
    model::{CriterionKey, UnitKey, Voice, printed},
    plan::Rulebook,
    text::clipped,
};

use super::said;

/// What stands where a ward wrote something that could not be used.
const TO_BE_MENDED: &str = "(phường, xã còn phải sửa)";

/// Evidence is printed beside up to so many letters; the whole of it is in the ward's file.
const LONGEST_EVIDENCE: usize = 200;

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

    /// Returns the figure with its part and whole and the verdict that a voice gave of a unit, as people write them.
    pub(super) fn answer(self, unit: UnitKey, key: CriterionKey, voice: Voice) -> Option<String> {
        let fact = self.facts(unit, key).find(|fact| fact.voice == voice)?;
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

    /// Returns the evidence that was named last: by the ward that appraised its group, else by the unit itself.
    pub(super) fn evidence(self, unit: UnitKey, key: CriterionKey) -> Option<Cow<'a, str>> {
        let named = self.facts(unit, key).filter_map(|fact| fact.evidence.as_deref()).last();
        named.map(|evidence| clipped(evidence.trim(), LONGEST_EVIDENCE))
    }

    /// Returns what the unit and then its ward said; agencies and panels are others.
    fn facts(self, unit: UnitKey, key: CriterionKey) -> impl Iterator<Item = &'a Fact> {
        let facts = self.evidence.map_or(&[][..], |evidence| evidence.of(unit, key));
        facts.iter().filter(|fact| fact.voice <= Voice::Ward)
    }
}
