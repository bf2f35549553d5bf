//! Wholes of one name that differ for a unit: the number of households is the same wherever it is asked.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    facts::{Fact, Role},
    finding::{Finding, Place, codes},
    model::{Decimal, Voice, say, spelled},
    text::canonical,
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::WHOLES_DIFFER, run };

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
        let mut known: BTreeMap<(Voice, &str), (Decimal, &Fact)> = BTreeMap::new();
        for fact in facts {
            let heading = headings.get(fact.criterion.index()).and_then(Option::as_ref);
            let Some((heading, whole)) = heading.zip(fact.whole) else { continue };
            let (first, earlier) = *known.entry((fact.voice, &heading.name)).or_insert((whole, fact));
            if first != whole {
                findings.extend(finding(heading.written, (first, earlier), (whole, fact)));
            }
        }
    }
}

fn finding(heading: &str, (first, earlier): (Decimal, &Fact), (whole, fact): (Decimal, &Fact)) -> Option<Finding> {
    let cell_of = |fact: &Fact| {
        fact.cells.iter().find(|cell| cell.role == Role::Whole).or(fact.cells.first()).map(|cell| fact.place(cell))
    };
    let (place, there) = (cell_of(fact)?, cell_of(earlier)?.cell);
    let (first, whole) = (spelled(first), spelled(whole));
    let message = say!(
        "\"{heading}\" ở đây là {whole}, ở ô {there} là {first}",
        "\"{heading}\" is {whole} here and {first} in cell {there}",
        first,
        whole
    );
    let finding = Finding::new(&codes::WHOLES_DIFFER, Place::Cell(place), message);
    Some(finding.of_unit(fact.unit).of_criterion(fact.criterion).quoting(whole.vi).expecting(first.vi))
}
