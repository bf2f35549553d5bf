//! Two units of one file with the same figures throughout: more likely copied down than true.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::{
    facts::Fact,
    finding::{Finding, Place, codes},
    model::{CriterionKey, Decimal, UnitKey, say},
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::ROWS_COPIED_DOWN, run };

/// So many telling figures must be the same: beyond chance for counts and percentages of real groups.
const TELLING_FIGURES: usize = 5;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: FxHashMap<u64, Vec<&[Fact]>> = FxHashMap::default();
    for facts in context.facts.chunk_by(|a, b| a.unit == b.unit).filter(|facts| are_telling(facts)) {
        let alike = seen.entry(fingerprint(facts)).or_default();
        match alike.iter().find(|earlier| figures(earlier).eq(figures(facts))) {
            Some(earlier) => findings.extend(finding(context, facts, earlier[0].unit)),
            None => alike.push(facts),
        }
    }
}

fn values(fact: &Fact) -> [Option<Decimal>; 3] {
    [fact.figure, fact.part, fact.whole]
}

fn figures(facts: &[Fact]) -> impl Iterator<Item = (CriterionKey, [Option<Decimal>; 3])> {
    facts.iter().map(|fact| (fact.criterion, values(fact)))
}

/// Returns a number that is the same for the same figures.
fn fingerprint(facts: &[Fact]) -> u64 {
    let mut hasher = FxHasher::default();
    figures(facts).for_each(|figures| figures.hash(&mut hasher));
    hasher.finish()
}

fn are_telling(facts: &[Fact]) -> bool {
    let telling = facts.iter().flat_map(values).flatten().filter(|value| is_telling(*value));
    telling.take(TELLING_FIGURES).count() == TELLING_FIGURES
}

/// Zero, one and a hundred percent are common to many units.
fn is_telling(value: Decimal) -> bool {
    !value.is_whole() || (value > Decimal::from(9) && value != Decimal::HUNDRED)
}

fn finding(context: &Context<'_>, facts: &[Fact], earlier: UnitKey) -> Option<Finding> {
    let place = facts.iter().find_map(Fact::deciding_place)?;
    let register = &context.rulebook.register;
    let (name, earlier) = (&register.unit(facts[0].unit).name, &register.unit(earlier).name);
    let message = say!(
        "Mọi số liệu của \"{name}\" giống hệt của \"{earlier}\"",
        "All figures of \"{name}\" equal those of \"{earlier}\""
    );
    Some(Finding::new(&codes::ROWS_COPIED_DOWN, Place::Cell(place), message).of_unit(facts[0].unit))
}
