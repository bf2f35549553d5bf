//! Two units of one file with the same figures throughout: more likely copied down than true.

use std::collections::HashMap;

use crate::{
    facts::Fact,
    finding::{Finding, Place, codes},
    model::{CriterionKey, Decimal, UnitKey, say},
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::ROWS_COPIED_DOWN, run };

/// So many telling figures must be the same: beyond chance for counts and percentages of real groups.
const TELLING_FIGURES: usize = 5;

type Figures = Vec<(CriterionKey, [Option<Decimal>; 3])>;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<Figures, UnitKey> = HashMap::new();
    for facts in context.facts.chunk_by(|a, b| a.unit == b.unit) {
        let Some(figures) = figures(facts) else { continue };
        let unit = facts[0].unit;
        match seen.get(&figures) {
            Some(earlier) => findings.extend(finding(context, facts, *earlier)),
            None => {
                seen.insert(figures, unit);
            }
        }
    }
}

/// Returns the figures of a unit, when enough of them are telling.
fn figures(facts: &[Fact]) -> Option<Figures> {
    let values = |fact: &Fact| [fact.figure, fact.part, fact.whole];
    let telling = facts.iter().flat_map(values).flatten().filter(|value| is_telling(*value)).count();
    (telling >= TELLING_FIGURES).then(|| facts.iter().map(|fact| (fact.criterion, values(fact))).collect())
}

/// Zero, one and a hundred percent are common to many units.
fn is_telling(value: Decimal) -> bool {
    !value.is_whole() || (value > Decimal::from(9) && value != Decimal::HUNDRED)
}

fn finding(context: &Context<'_>, facts: &[Fact], earlier: UnitKey) -> Option<Finding> {
    let cell = facts.iter().find_map(Fact::deciding_cell)?;
    let register = &context.rulebook.register;
    let (name, earlier) = (&register.unit(facts[0].unit).name, &register.unit(earlier).name);
    let message = say!(
        "Mọi số liệu của \"{name}\" giống hệt của \"{earlier}\"",
        "All figures of \"{name}\" equal those of \"{earlier}\""
    );
    Some(Finding::new(&codes::ROWS_COPIED_DOWN, Place::Cell(cell.place), message).of_unit(facts[0].unit))
}
