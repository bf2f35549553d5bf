//! Wholes of one name that differ for a unit: the number of households is the same wherever it is asked.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    facts::{Fact, Role},
    finding::{Finding, Place, codes},
    model::{CellPlace, CellRef, Decimal, Voice, say, spelled},
    text::canonical,
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::WHOLES_DIFFER, run };

/// More cells that agree are not listed.
const MOST_LISTED: usize = 3;

/// What a whole is called.
struct Heading<'a> {
    written: &'a str,
    /// The same for every way of writing it.
    name: Cow<'a, str>,
}

impl<'a> Heading<'a> {
    fn of(written: &'a str) -> Self {
        Self { written, name: canonical(written) }
    }
}

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let headings: Vec<Option<Heading<'_>>> = context
        .rulebook
        .criteria
        .criteria
        .iter()
        .map(|criterion| criterion.whole.as_deref().map(Heading::of))
        .collect();
    for facts in context.facts.chunk_by(|a, b| a.unit == b.unit) {
        let mut known: BTreeMap<(Voice, &str), Vec<Given<'_>>> = BTreeMap::new();
        for fact in facts {
            let heading = headings.get(fact.criterion.index()).and_then(Option::as_ref);
            let Some((heading, whole)) = heading.zip(fact.whole) else { continue };
            let Some(place) = place_of(fact) else { continue };
            let given = known.entry((fact.voice, &heading.name)).or_default();
            given.push(Given { heading: heading.written, whole, place, fact });
        }
        findings.extend(known.values().flat_map(|given| told(given)));
    }
}

/// A whole as one criterion has it.
#[derive(Clone, Copy)]
struct Given<'a> {
    heading: &'a str,
    whole: Decimal,
    place: CellPlace,
    fact: &'a Fact,
}

fn place_of(fact: &Fact) -> Option<CellPlace> {
    let cell = fact.cells.iter().find(|cell| cell.role == Role::Whole).or(fact.cells.first())?;
    Some(fact.place(cell))
}

/// Tells each cell that differs from what most cells agree on, or, where no number has the most, from the first.
fn told(given: &[Given<'_>]) -> Vec<Finding> {
    let Some(first) = given.first().filter(|first| given.iter().any(|other| other.whole != first.whole)) else {
        return Vec::new();
    };
    let mut cells: BTreeMap<Decimal, BTreeSet<CellPlace>> = BTreeMap::new();
    for Given { whole, place, .. } in given {
        cells.entry(*whole).or_default().insert(*place);
    }
    let most = cells.values().map(BTreeSet::len).max().unwrap_or_default();
    let mut agreed = cells.iter().filter(|(_, cells)| cells.len() == most).map(|(whole, _)| *whole);
    let usual = agreed.next().filter(|_| agreed.next().is_none()).unwrap_or(first.whole);
    let places: Vec<CellRef> = cells.get(&usual).into_iter().flatten().map(|place| place.cell).collect();
    given.iter().filter(|given| given.whole != usual).map(|given| finding(given, usual, &places)).collect()
}

fn finding(given: &Given<'_>, usual: Decimal, places: &[CellRef]) -> Finding {
    let (heading, fact) = (given.heading, given.fact);
    let (usual, whole) = (spelled(usual), spelled(given.whole));
    let more = if places.len() > MOST_LISTED { ", …" } else { "" };
    let listed: Vec<String> = places.iter().take(MOST_LISTED).map(ToString::to_string).collect();
    let there = format!("{}{more}", listed.join(", "));
    let message = say!(
        "\"{heading}\" ở đây là {whole}, ở ô {there} là {usual}",
        "\"{heading}\" is {whole} here and {usual} in cell {there}",
        usual,
        whole
    );
    let finding = Finding::new(&codes::WHOLES_DIFFER, Place::Cell(given.place), message);
    finding.of_unit(fact.unit).of_criterion(fact.criterion).quoting(whole.vi).expecting(usual.vi)
}
