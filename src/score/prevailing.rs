//! Which fact prevails among the voices: the last one that says something.
//!
//! A cell that was written and refused speaks too: an earlier voice must not stand in for it unnoticed.

use crate::{
    campaign::{Evidence, FactKey},
    criteria::Kind,
    facts::Fact,
    model::{CriterionKey, Quantity, UnitKey, Voice},
};

/// Returns, for each of `criteria` criteria, where the prevailing fact about `unit` stands among the evidence.
pub(super) fn prevailing_facts(evidence: &Evidence, unit: UnitKey, criteria: usize) -> Vec<Option<FactKey>> {
    let mut prevailing = vec![None; criteria];
    for (key, fact) in evidence.keyed(unit) {
        if let Some(slot) = prevailing.get_mut(fact.criterion.index()).filter(|_| says_something(fact)) {
            *slot = Some(key);
        }
    }
    prevailing
}

/// Returns the earliest voice, in their order, that said something about `unit`.
pub(super) fn first_voice(evidence: &Evidence, unit: UnitKey) -> Option<Voice> {
    evidence.of_unit(unit).iter().filter(|fact| says_something(fact)).map(|fact| fact.voice).min()
}

/// Returns the prevailing fact about one criterion of one unit.
pub(super) fn prevailing_fact(evidence: &Evidence, unit: UnitKey, criterion: CriterionKey) -> Option<&Fact> {
    evidence.of(unit, criterion).iter().rfind(|fact| says_something(fact))
}

/// Returns the figure that prevails for one criterion of one unit, if it can be used.
pub(super) fn prevailing_figure(
    evidence: &Evidence,
    unit: UnitKey,
    criterion: CriterionKey,
    kind: Kind,
) -> Option<Quantity> {
    let fact = prevailing_fact(evidence, unit, criterion)?;
    if fact.refused { None } else { figure(kind, fact) }
}

/// Returns the measured value of a fact on a criterion of `kind`; only a percentage is made of part and whole.
pub(super) fn figure(kind: Kind, fact: &Fact) -> Option<Quantity> {
    match kind {
        Kind::Percent => fact.quantity(),
        Kind::Count | Kind::Amount | Kind::Points => fact.figure.map(Quantity::Number),
        Kind::YesNo | Kind::Task => None,
    }
}

/// A figure, a claim, a state, or something that could not be used.
fn says_something(fact: &Fact) -> bool {
    fact.refused || fact.claim.is_some() || fact.task.is_some() || fact.quantity().is_some()
}
