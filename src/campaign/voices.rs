//! Several voices on one thing: the later prevails, and people are told where they differ.

use std::collections::BTreeSet;

use crate::{
    criteria::Kind,
    facts::{Claim, Fact, Raw, Role, SourceCell, Submission, TaskState},
    finding::{Finding, Place, codes},
    model::{
        self, Appraiser, CellPlace, CellRef, CriterionKey, Decimal, Message, Quantity, SheetKey, Sum, UnitKey, Voice,
        phrase, say,
    },
    plan::Rulebook,
};

/// Leaves out appraisals by agencies that the plan does not assign (TDP402), before they can contradict others.
///
/// An agency speaks in a file that it sent and in a column under its name. A column "Cơ quan thẩm định" in a ward's own
/// file does not say which agency speaks, so what stands there counts for every criterion.
pub(super) fn leave_out_unassigned(rulebook: &Rulebook, submissions: &mut [Submission], findings: &mut Vec<Finding>) {
    let agencies = &rulebook.plan.agencies;
    for submission in submissions {
        let sender = submission.source.agency;
        let mut unknown: BTreeSet<(SheetKey, u16)> = BTreeSet::new();
        let mut left_out: BTreeSet<(UnitKey, CriterionKey, CellPlace)> = BTreeSet::new();
        submission.facts.retain(|fact| {
            if fact.voice != Voice::Agency {
                return true;
            }
            let id = &rulebook.criteria.criterion(fact.criterion).id;
            let named = match fact.agency {
                Appraiser::Agency(at) => Some(usize::from(at)),
                Appraiser::Unnamed => sender,
                Appraiser::Unknown => {
                    let place = fact.deciding_place();
                    if place.is_none_or(|place| unknown.insert((place.sheet, place.cell.column))) {
                        findings.push(unknown_agency(fact));
                    }
                    return false;
                }
            };
            let Some(agency) = named.and_then(|at| agencies.get(at)) else { return true };
            let counts = agency.appraises(id);
            if !counts {
                findings.push(not_assigned(&agency.name, id, fact));
                left_out.extend(fact.cells.iter().map(|cell| (fact.unit, fact.criterion, fact.place(cell))));
            }
            counts
        });
        // What is wrong with a value that nobody asked for need not be mended.
        submission.findings.retain(|finding| match (finding.unit, finding.criterion, &finding.place) {
            (Some(unit), Some(criterion), Place::Cell(place)) => !left_out.contains(&(unit, criterion, *place)),
            _ => true,
        });
    }
}

fn not_assigned(name: &str, id: &str, fact: &Fact) -> Finding {
    not_used(fact, say!("{name} không được giao thẩm định tiêu chí {id}", "{name} is not assigned criterion {id}"))
}

/// Tells a column under the name of an agency that the plan does not have, once, at the first that it says.
fn unknown_agency(fact: &Fact) -> Finding {
    let column = fact.deciding_cell().map_or_else(String::new, |cell| CellRef::column_letters(cell.at.column));
    let message = say!(
        "Cơ quan ghi ở đầu cột {column} không có trong kế hoạch nên phần thẩm định trong cột này không được dùng",
        "The agency named over column {column} is not in the plan, so no appraisal in the column is used"
    );
    let help = say!(
        "Ghi tên cơ quan ở đầu cột đúng như trong tdp.toml, hoặc thêm cơ quan đó vào kế hoạch",
        "Write the agency's name over the column as it stands in tdp.toml, or add the agency to the plan"
    );
    not_used(fact, message).helped_by(help)
}

fn not_used(fact: &Fact, message: Message) -> Finding {
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
        return Some(!agree(rulebook, later, before, after));
    }
    if let Some((before, after)) = earlier.task.zip(later.task) {
        return Some(before != after);
    }
    Some(answer(rulebook, earlier)? != answer(rulebook, later)?)
}

/// Returns whether two values say the same: equal ones do, and two percentages that lie on the same side of what is
/// required and less than one unit apart of the last digit of the coarser, where one of them is written out; two that are
/// made of part and whole are exact.
fn agree(rulebook: &Rulebook, later: &Fact, before: Quantity, after: Quantity) -> bool {
    if before.cmp_quantity(after).is_eq() {
        return true;
    }
    let digits = |quantity| match quantity {
        Quantity::Number(number) => Some(number.scale()),
        Quantity::Ratio(_) => None,
    };
    let coarser = digits(before).into_iter().chain(digits(after)).min();
    let is_percent = rulebook.criteria.criterion(later.criterion).kind == Kind::Percent;
    let Some(coarser) = coarser.filter(|_| is_percent) else { return false };
    let unit = Sum::from(Decimal::new(1, coarser).unwrap_or_default());
    let (ours, theirs) = (before.rounded(Decimal::MAX_SCALE), after.rounded(Decimal::MAX_SCALE));
    let requirement = rulebook.requirement(later.unit, later.criterion);
    let same_side = requirement.is_met_by(before, None) == requirement.is_met_by(after, None);
    same_side && ours - theirs < unit && theirs - ours < unit
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
    let (said, says) = before.raw.spelled_beside(&after.raw);
    let (said, says) = (quoted(rulebook, earlier, before, said), quoted(rulebook, later, after, says));
    let message = say!(
        "{unit}, tiêu chí {id}: thẩm định là \"{says}\", trước đó ghi \"{said}\"",
        "{unit}, criterion {id}: appraised as \"{says}\", said before: \"{said}\"",
        says,
        said
    );
    let finding = Finding::new(&codes::VOICES_DIFFER, Place::Cell(later.place(after)), message);
    Some(finding.of_unit(later.unit).of_criterion(later.criterion).quoting(says.vi))
}

/// Completes what a cell says to what is seen there: a part with its whole, a percentage with its sign.
fn quoted(rulebook: &Rulebook, fact: &Fact, cell: &SourceCell, spelled: Message) -> Message {
    let is_percent = rulebook.criteria.criterion(fact.criterion).kind == Kind::Percent;
    match (cell.role, &cell.raw, fact.parts()) {
        (Role::Part, _, Some((part, whole))) => {
            let (part, whole) = (model::spelled(part), model::spelled(whole));
            phrase!("{part}/{whole}", "{part}/{whole}", part, whole)
        }
        (Role::Figure, Raw::Number(number), _)
            if is_percent && Decimal::from_spreadsheet(*number).ok() == fact.figure =>
        {
            phrase!("{spelled} %", "{spelled} %", spelled)
        }
        _ => spelled,
    }
}
