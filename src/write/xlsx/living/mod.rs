//! Living numbers: cells that follow when somebody corrects a verdict, as formulas that carry the value printed.
//!
//! A formula is written only where it gives exactly what the table says; what rests on the wards' own cells, which are
//! not in the workbook, stays a number.

mod outcome;
mod places;

use crate::{
    appendix::{
        Annex, Cell, Origin, Row, RowKind, UnitCount, UnitResult, Value, VerdictCount,
        words::{self, sign},
    },
    criteria::{Criterion, NotApplicable},
    model::{CellRef, CriterionKey, Decimal, Outcome, Target, Transition, UnitKey, Verdict},
    plan::{AppendixName, Rulebook},
};

use self::{
    outcome::{Cells, Signs},
    places::Listed,
};
use super::placement::cell_of;

/// Where the cells stand that others are computed from.
#[derive(Debug)]
pub(in crate::write) struct Living<'a> {
    rulebook: &'a Rulebook,
    matrix: Option<Listed>,
    groups: Option<Listed>,
    /// "'Nguồn số liệu'!" and the cell of the first file.
    sources: Option<(String, CellRef)>,
}

/// A cell and where it stands in its table.
#[derive(Clone, Copy)]
pub(super) struct Spot<'t, 'a> {
    pub(super) annex: &'t Annex<'a>,
    pub(super) row: usize,
    pub(super) column: usize,
}

impl<'a> Living<'a> {
    /// Looks up the places of annexes that will be sheets of these names.
    pub(in crate::write) fn of(annexes: &[Annex<'_>], names: &[String], rulebook: &'a Rulebook) -> Self {
        let found = |name: AppendixName| {
            let mut all = annexes.iter().zip(names);
            all.find(|(annex, _)| annex.heading.name == name.word())
        };
        let listed = |name| found(name).and_then(|(annex, name)| Listed::of(annex, name, &rulebook.register));
        let sources = found(AppendixName::Sources).map(|(annex, name)| (format!("'{name}'!"), cell_of(annex, 0, 0)));
        Self { rulebook, matrix: listed(AppendixName::Matrix), groups: listed(AppendixName::Groups), sources }
    }

    /// Returns the formula of a cell, where one gives what the cell says.
    pub(super) fn formula(&self, spot: Spot<'_, '_>) -> Option<String> {
        let row = spot.annex.table.rows.get(spot.row)?;
        let cell = row.cells.get(spot.column)?;
        match (cell.origin, row.kind) {
            (Origin::Unit(unit, result), RowKind::Body) => self.of_unit(spot, row, unit, result),
            (Origin::Units(ward, count), RowKind::Body) => self.of_units(cell, ward, count),
            (Origin::Verdicts(ward, criterion, count), _) => self.of_verdicts(spot, ward, criterion, count),
            (_, RowKind::Total) => sum(spot, cell),
            (Origin::Units(..), RowKind::Subtotal) => listed_above(spot, cell),
            _ => None,
        }
    }

    /// Returns the address of the verdict that a row of shortfalls is about: "'PL IV'!F12".
    pub(super) fn verdict_of(&self, row: &Row<'_>) -> Option<String> {
        let matrix = self.matrix.as_ref()?;
        let (unit, criterion) = row.cells.iter().find_map(|cell| match cell.origin {
            Origin::Verdict(unit, criterion) => Some((unit, criterion)),
            _ => None,
        })?;
        Some(format!("{}{}", matrix.sheet, matrix.verdict(unit, criterion)?))
    }

    /// Returns the address of the file that a row of shortfalls rests on, in the list of sources.
    pub(super) fn source_of(&self, row: &Row<'_>) -> Option<String> {
        let (sheet, first) = self.sources.as_ref()?;
        let file = row.cells.iter().find_map(|cell| match cell.origin {
            Origin::Cell(place) => Some(place.file),
            _ => None,
        })?;
        let at = CellRef::new(first.row + u32::try_from(file.index()).ok()?, 1);
        Some(format!("{sheet}{at}"))
    }

    fn of_unit(&self, spot: Spot<'_, '_>, row: &Row<'_>, unit: UnitKey, result: UnitResult) -> Option<String> {
        let matrix = self.matrix.as_ref()?;
        if spot.annex.heading.name == AppendixName::Matrix.word() {
            return self.over_signs(matrix, row, unit, result);
        }
        match result {
            UnitResult::Achieved | UnitResult::Applicable | UnitResult::Outcome => {
                Some(format!("{}{}", matrix.sheet, matrix.result(unit, result)?))
            }
            UnitResult::Transition => self.transition(unit),
            UnitResult::Reason | UnitResult::BareClaims => None,
        }
    }

    /// Returns the formula of a result over the signs in its own row.
    fn over_signs(&self, matrix: &Listed, row: &Row<'_>, unit: UnitKey, result: UnitResult) -> Option<String> {
        let set = &self.rulebook.criteria;
        let may_count = |criterion: &Criterion| criterion.not_applicable == NotApplicable::CountsAsAchieved;
        let signs = Signs::count(row.cells.iter().filter_map(|cell| match (&cell.origin, &cell.value) {
            (Origin::Verdict(_, key), Value::Text(sign)) => Some((sign.as_ref(), may_count(set.criterion(*key)))),
            _ => None,
        }));
        let counting = set.top_level().filter(|(_, criterion)| may_count(criterion));
        let counting = counting.filter_map(|(key, _)| matrix.verdict(unit, key)).collect();
        let cells = Cells { range: matrix.row_of(unit)?, counting };
        let printed = row.cells.iter().find(|cell| cell.origin == Origin::Unit(unit, result))?;
        match (result, &printed.value) {
            (UnitResult::Achieved, Value::Whole(count)) if *count == signs.achieved => Some(cells.achieved()),
            (UnitResult::Applicable, Value::Whole(count)) if *count == signs.applicable() => Some(cells.applicable()),
            (UnitResult::Outcome, Value::Text(said)) => outcome::formula(set, signs, &cells, outcome_said(said)?),
            _ => None,
        }
    }

    /// Returns the outcome of a unit beside its target.
    fn transition(&self, unit: UnitKey) -> Option<String> {
        let outcome = self.groups.as_ref()?.result(unit, UnitResult::Outcome)?;
        let results = match self.rulebook.targets.of(unit)? {
            Target::Maintain => [Transition::Maintained, Transition::Lost, Transition::Undecided],
            Target::New => [Transition::NewlyAchieved, Transition::NotYet, Transition::Undecided],
        };
        let [kept, lost, open] = results.map(words::transition);
        let [yes, no] = [Outcome::Achieved, Outcome::NotAchieved].map(words::outcome);
        Some(format!("IF({outcome}=\"{yes}\",\"{kept}\",IF({outcome}=\"{no}\",\"{lost}\",\"{open}\"))"))
    }

    /// Returns the formula of a count of units of a ward.
    fn of_units(&self, cell: &Cell<'_>, ward: Option<UnitKey>, count: UnitCount) -> Option<String> {
        let groups = self.groups.as_ref().filter(|_| places::whole(cell).is_some())?;
        let of_outcome = |outcome| (UnitResult::Outcome, words::outcome(outcome));
        let of_transition = |transition| (UnitResult::Transition, words::transition(transition));
        let (result, said) = match count {
            UnitCount::All => {
                return Some(format!("ROWS({}{})", groups.sheet, groups.results(ward, UnitResult::Outcome)?));
            }
            UnitCount::Achieved => of_outcome(Outcome::Achieved),
            UnitCount::NotAchieved => of_outcome(Outcome::NotAchieved),
            UnitCount::Incomplete => of_outcome(Outcome::Incomplete),
            UnitCount::Maintained => of_transition(Transition::Maintained),
            UnitCount::Lost => of_transition(Transition::Lost),
            UnitCount::NewlyAchieved => of_transition(Transition::NewlyAchieved),
            UnitCount::NotYet => of_transition(Transition::NotYet),
            UnitCount::Undecided => of_transition(Transition::Undecided),
            UnitCount::OutsidePlan => of_transition(Transition::OutsidePlan),
            UnitCount::Reported | UnitCount::ToMaintain | UnitCount::ToRecognise => return None,
        };
        Some(format!("COUNTIF({}{},\"{said}\")", groups.sheet, groups.results(ward, result)?))
    }

    /// Returns the formula of a count or rate of verdicts.
    fn of_verdicts(
        &self,
        spot: Spot<'_, '_>,
        ward: Option<UnitKey>,
        criterion: CriterionKey,
        count: VerdictCount,
    ) -> Option<String> {
        let beside = |wanted: VerdictCount| {
            let cells = &spot.annex.table.rows.get(spot.row)?.cells;
            let column = cells.iter().position(|cell| cell.origin == Origin::Verdicts(ward, criterion, wanted))?;
            Some(cell_of(spot.annex, spot.row, column))
        };
        let cell = spot.annex.table.rows.get(spot.row)?.cells.get(spot.column)?;
        let verdict = match count {
            VerdictCount::Achieved => Verdict::Achieved,
            VerdictCount::NotAchieved => Verdict::NotAchieved,
            VerdictCount::NotApplicable => Verdict::NotApplicable,
            VerdictCount::Missing => Verdict::Missing,
            VerdictCount::NotDue => Verdict::NotDue,
            VerdictCount::Applicable => {
                let [achieved, failed, missing, ahead] =
                    [VerdictCount::Achieved, VerdictCount::NotAchieved, VerdictCount::Missing, VerdictCount::NotDue]
                        .map(beside);
                return Some(format!("{}+{}+{}+{}", achieved?, failed?, missing?, ahead?));
            }
            VerdictCount::Share => {
                let (achieved, failed) = (beside(VerdictCount::Achieved)?, beside(VerdictCount::NotAchieved)?);
                return rounded(&cell.value, achieved, &format!("{achieved}+{failed}"));
            }
            VerdictCount::Rate => {
                return rounded(&cell.value, beside(VerdictCount::Part)?, &beside(VerdictCount::Whole)?.to_string());
            }
            VerdictCount::Part | VerdictCount::Whole | VerdictCount::RateUnits => return None,
        };
        let matrix = self.matrix.as_ref()?;
        let range = matrix.verdicts(ward, criterion)?;
        let sheet = if spot.annex.heading.name == AppendixName::Matrix.word() { "" } else { matrix.sheet.as_str() };
        Some(format!("COUNTIF({sheet}{range},\"{}\")", sign(verdict)))
    }
}

fn outcome_said(said: &str) -> Option<Outcome> {
    let outcomes = [Outcome::Achieved, Outcome::NotAchieved, Outcome::Incomplete];
    outcomes.into_iter().find(|outcome| words::outcome(*outcome) == said)
}

/// Returns a share as a fraction, rounded to the decimals of the percentage that is printed; of nothing as an empty cell.
pub(super) fn rounded(value: &Value<'_>, part: CellRef, whole: &str) -> Option<String> {
    /// No percentage is printed with fewer decimals.
    const LEAST: u8 = 2;
    let decimals = match value {
        Value::Percent(percent) => {
            (LEAST..Decimal::MAX_SCALE).find(|decimals| percent.rounded(*decimals) == **percent)?
        }
        Value::Empty => LEAST,
        _ => return None,
    };
    Some(format!("IF({whole}=0,\"\",ROUND({part}/({whole}),{}))", decimals + LEAST))
}

/// Returns the sum of the rows above, if it is what the cell says.
fn sum(spot: Spot<'_, '_>, cell: &Cell<'_>) -> Option<String> {
    let printed = places::whole(cell)?;
    let above = spot.annex.table.rows.get(..spot.row)?;
    let mut total: u32 = 0;
    for row in above {
        let counted = row.cells.get(spot.column).filter(|_| row.kind == RowKind::Body)?;
        total = total.checked_add(places::whole(counted)?)?;
    }
    let last = cell_of(spot.annex, spot.row.checked_sub(1)?, spot.column);
    (total == printed).then(|| format!("SUM({}:{last})", cell_of(spot.annex, 0, spot.column)))
}

/// Returns how many units the list above a subtotal names, if that is what the cell says.
fn listed_above(spot: Spot<'_, '_>, cell: &Cell<'_>) -> Option<String> {
    /// The column of the units' codes.
    const CODES: usize = 2;
    let printed = usize::try_from(places::whole(cell)?).ok()?;
    let rows = spot.annex.table.rows.get(..spot.row)?;
    let listed = rows.iter().rev().take_while(|row| row.kind == RowKind::Body).count();
    if listed == 0 || listed != printed {
        return None;
    }
    let (first, last) = (cell_of(spot.annex, spot.row - listed, CODES), cell_of(spot.annex, spot.row - 1, CODES));
    Some(format!("COUNTA({first}:{last})"))
}
