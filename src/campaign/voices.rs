//! Several voices on one thing: the later prevails, and people are told where they differ.

use crate::{
    facts::{Claim, Fact, Submission, TaskState},
    finding::{Finding, Place, codes},
    model::{Voice, say},
    plan::Rulebook,
};

/// Leaves out appraisals by agencies that the plan does not assign (TDP402), before they can contradict others.
///
/// Only the files that an agency sent are known to be its word. A column "Cơ quan thẩm định" in a ward's own file does
/// not say which agency speaks, so what stands there counts for every criterion.
pub(super) fn leave_out_unassigned(rulebook: &Rulebook, submissions: &mut [Submission], findings: &mut Vec<Finding>) {
    for submission in submissions {
        let agency = submission.source.agency.and_then(|agency| rulebook.plan.agencies.get(agency));
        let Some(agency) = agency else { continue };
        submission.facts.retain(|fact| {
            let id = &rulebook.criteria.criterion(fact.criterion).id;
            let counts = fact.voice != Voice::Agency || agency.appraises(id);
            if !counts {
                findings.push(not_assigned(&agency.name, id, fact));
            }
            counts
        });
    }
}

fn not_assigned(name: &str, id: &str, fact: &Fact) -> Finding {
    let message = say!("{name} không được giao thẩm định tiêu chí {id}", "{name} is not assigned criterion {id}");
    let place = fact.deciding_place().map_or(Place::File(fact.file), Place::Cell);
    let finding = Finding::new(&codes::AGENCY_NOT_ASSIGNED, place, message);
    finding.of_unit(fact.unit).of_criterion(fact.criterion)
}

/// Tells where two voices on one criterion of one unit differ (TDP401), at the later one.
///
/// A voice is held against the last one before it that said something comparable; what was refused says nothing.
pub(super) fn compare(rulebook: &Rulebook, facts: &[Fact], findings: &mut Vec<Finding>) {
    for voices in facts.chunk_by(|a, b| (a.unit, a.criterion) == (b.unit, b.criterion)) {
        for (index, later) in voices.iter().enumerate() {
            let mut before = voices[..index].iter().rev();
            let compared = before.find_map(|earlier| Some((earlier, differ(rulebook, earlier, later)?)));
            if let Some((earlier, true)) = compared {
                findings.extend(difference(rulebook, earlier, later));
            }
        }
    }
}

/// Returns whether two voices differ, if what they say can be compared.
fn differ(rulebook: &Rulebook, earlier: &Fact, later: &Fact) -> Option<bool> {
    if earlier.refused || later.refused {
        return None;
    }
    if let Some((before, after)) = earlier.quantity().zip(later.quantity()) {
        return Some(before.cmp_quantity(after).is_ne());
    }
    if let Some((before, after)) = earlier.task.zip(later.task) {
        return Some(before != after);
    }
    Some(answer(rulebook, earlier)? != answer(rulebook, later)?)
}

/// Returns what a voice says of a criterion: its figure's verdict, else what the state of the task comes to, else its
/// claim.
fn answer(rulebook: &Rulebook, fact: &Fact) -> Option<Claim> {
    let met =
        fact.quantity().and_then(|quantity| rulebook.requirement(fact.unit, fact.criterion).is_met_by(quantity, None));
    let met = met.or(fact.task.map(|state| state == TaskState::Done));
    met.map(|met| if met { Claim::Achieved } else { Claim::NotAchieved }).or(fact.claim)
}

fn difference(rulebook: &Rulebook, earlier: &Fact, later: &Fact) -> Option<Finding> {
    let (before, after) = (earlier.deciding_cell()?, later.deciding_cell()?);
    let unit = &rulebook.register.unit(later.unit).name;
    let id = &rulebook.criteria.criterion(later.criterion).id;
    let (said, says) = (before.raw.spelled(), after.raw.spelled());
    let message = say!(
        "{unit}, tiêu chí {id}: thẩm định là \"{says}\", trước đó ghi \"{said}\"",
        "{unit}, criterion {id}: appraised as \"{says}\", said before: \"{said}\"",
        says,
        said
    );
    let finding = Finding::new(&codes::VOICES_DIFFER, Place::Cell(later.place(after)), message);
    Some(finding.of_unit(later.unit).of_criterion(later.criterion).quoting(says.vi))
}
