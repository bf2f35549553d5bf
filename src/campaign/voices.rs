//! Several voices on one thing: the later prevails, and people are told where they differ.

use crate::{
    criteria::Requirement,
    facts::{Claim, Fact, Submission},
    finding::{Finding, Place, codes},
    model::{Voice, say},
    plan::Rulebook,
};

/// Leaves out appraisals by agencies that the plan does not assign (TDP402).
pub(super) fn leave_out_unassigned(
    rulebook: &Rulebook,
    submissions: &[Submission],
    facts: &mut Vec<Fact>,
    findings: &mut Vec<Finding>,
) {
    facts.retain(|fact| {
        let agency = submissions[fact.file.index()].source.agency.filter(|_| fact.voice == Voice::Agency);
        let Some(agency) = agency.and_then(|agency| rulebook.plan.agencies.get(agency)) else { return true };
        let id = &rulebook.criteria.criterion(fact.criterion).id;
        let assigned = agency.appraises(id);
        if !assigned {
            let name = &agency.name;
            let message =
                say!("{name} không được giao thẩm định tiêu chí {id}", "{name} is not assigned criterion {id}");
            let place = fact.deciding_cell().map_or(Place::File(fact.file), |cell| Place::Cell(cell.place));
            let finding = Finding::new(&codes::AGENCY_NOT_ASSIGNED, place, message);
            findings.push(finding.of_unit(fact.unit).of_criterion(fact.criterion));
        }
        assigned
    });
}

/// Tells where two voices on one criterion of one unit differ (TDP401), at the later one.
pub(super) fn compare(rulebook: &Rulebook, facts: &[Fact], findings: &mut Vec<Finding>) {
    for pair in facts.windows(2) {
        let [earlier, later] = pair else { continue };
        let same_thing = (earlier.unit, earlier.criterion) == (later.unit, later.criterion);
        if same_thing && differ(rulebook, earlier, later) {
            findings.extend(difference(rulebook, earlier, later));
        }
    }
}

fn differ(rulebook: &Rulebook, earlier: &Fact, later: &Fact) -> bool {
    if earlier.refused || later.refused {
        return false;
    }
    if let Some((before, after)) = earlier.quantity().zip(later.quantity()) {
        return before.cmp_quantity(after).is_ne();
    }
    answer(rulebook, earlier).zip(answer(rulebook, later)).is_some_and(|(before, after)| before != after)
}

/// Returns what a voice says of a criterion: its figure's verdict, else its claim.
fn answer(rulebook: &Rulebook, fact: &Fact) -> Option<Claim> {
    let met = fact.quantity().and_then(|quantity| requirement(rulebook, fact).is_met_by(quantity, None));
    met.map(|met| if met { Claim::Achieved } else { Claim::NotAchieved }).or(fact.claim)
}

fn requirement<'a>(rulebook: &'a Rulebook, fact: &Fact) -> &'a Requirement {
    let register = &rulebook.register;
    let unit = register.unit(fact.unit);
    let ward = register.ward_of(fact.unit).map_or("", |ward| register.unit(ward).code.as_str());
    rulebook.criteria.criterion(fact.criterion).requirement_for(&unit.kind, unit.area.as_deref(), ward)
}

fn difference(rulebook: &Rulebook, earlier: &Fact, later: &Fact) -> Option<Finding> {
    let (before, after) = (earlier.deciding_cell()?, later.deciding_cell()?);
    let unit = &rulebook.register.unit(later.unit).name;
    let id = &rulebook.criteria.criterion(later.criterion).id;
    let (said, says) = (&before.raw, &after.raw);
    let message = say!(
        "{unit}, tiêu chí {id}: thẩm định là \"{says}\", trước đó ghi \"{said}\"",
        "{unit}, criterion {id}: appraised as \"{says}\", said before: \"{said}\""
    );
    let finding = Finding::new(&codes::VOICES_DIFFER, Place::Cell(after.place), message);
    Some(finding.of_unit(later.unit).of_criterion(later.criterion).quoting(says.to_string()))
}
