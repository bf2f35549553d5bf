//! Wholes of one name that differ for a unit: the number of households is the same wherever it is asked.

use std::collections::BTreeMap;

use crate::{
    facts::{Fact, Role},
    finding::{Finding, Place, codes},
    model::{Decimal, say},
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::WHOLES_DIFFER, run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for facts in context.facts.chunk_by(|a, b| (a.unit, a.voice) == (b.unit, b.voice)) {
        let mut known: BTreeMap<&str, (Decimal, &Fact)> = BTreeMap::new();
        for fact in facts {
            let heading = context.rulebook.criteria.criterion(fact.criterion).whole.as_deref();
            let Some((heading, whole)) = heading.zip(fact.whole) else { continue };
            match known.get(heading) {
                Some((first, earlier)) if *first != whole => {
                    findings.extend(finding(heading, (*first, earlier), (whole, fact)));
                }
                Some(_) => {}
                None => {
                    known.insert(heading, (whole, fact));
                }
            }
        }
    }
}

fn finding(heading: &str, (first, earlier): (Decimal, &Fact), (whole, fact): (Decimal, &Fact)) -> Option<Finding> {
    let cell_of = |fact: &Fact| {
        fact.cells.iter().find(|cell| cell.role == Role::Whole).or(fact.cells.first()).map(|cell| cell.place)
    };
    let (place, there) = (cell_of(fact)?, cell_of(earlier)?.cell);
    let (first, whole) = (first.to_string().replace('.', ","), whole.to_string().replace('.', ","));
    let message = say!(
        "\"{heading}\" ở đây là {whole}, ở ô {there} là {first}",
        "\"{heading}\" is {whole} here and {first} in cell {there}"
    );
    let finding = Finding::new(&codes::WHOLES_DIFFER, Place::Cell(place), message);
    Some(finding.of_unit(fact.unit).of_criterion(fact.criterion).quoting(whole).expecting(first))
}
