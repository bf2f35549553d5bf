//! Where on which sheet the cells stand that others are computed from.

use std::collections::HashMap;

use crate::{
    appendix::{Annex, Cell, Origin, RowKind, UnitResult, Value},
    model::{CellRef, CriterionKey, UnitKey},
    plan::Register,
};

use super::super::placement::cell_of;

/// An annex with a row a judged unit, ward by ward.
#[derive(Debug)]
pub(super) struct Listed {
    /// "'PL IV'!", to be put before an address.
    pub(super) sheet: String,
    rows: HashMap<UnitKey, u32>,
    /// The first and last row of each ward's units, and of all of them.
    wards: HashMap<Option<UnitKey>, (u32, u32)>,
    results: HashMap<UnitResult, u16>,
    criteria: HashMap<CriterionKey, u16>,
}

impl Listed {
    /// Looks the places up; nothing where a ward's units do not stand together.
    pub(super) fn of(annex: &Annex<'_>, name: &str, register: &Register) -> Option<Self> {
        let mut listed = Self {
            sheet: format!("'{name}'!"),
            rows: HashMap::new(),
            wards: HashMap::new(),
            results: HashMap::new(),
            criteria: HashMap::new(),
        };
        let mut counted: HashMap<Option<UnitKey>, u32> = HashMap::new();
        for (index, row) in annex.table.rows.iter().enumerate().filter(|(_, row)| row.kind == RowKind::Body) {
            let unit = row.cells.iter().find_map(unit_of)?;
            let at = cell_of(annex, index, 0).row;
            for (column, cell) in row.cells.iter().enumerate() {
                let column = cell_of(annex, index, column).column;
                match cell.origin {
                    Origin::Unit(_, result) => drop(listed.results.insert(result, column)),
                    Origin::Verdict(_, criterion) => drop(listed.criteria.insert(criterion, column)),
                    _ => {}
                }
            }
            listed.rows.insert(unit, at);
            for ward in [register.ward_of(unit), None] {
                let (_, last) = listed.wards.entry(ward).or_insert((at, at));
                *last = at;
                *counted.entry(ward).or_default() += 1;
            }
        }
        let together = |(ward, count): (&Option<UnitKey>, &u32)| {
            ward.is_none() || listed.wards.get(ward).is_some_and(|(first, last)| last - first + 1 == *count)
        };
        let all_together = counted.iter().all(together);
        (all_together && !listed.rows.is_empty()).then_some(listed)
    }

    /// Returns the cell with a result of a unit.
    pub(super) fn result(&self, unit: UnitKey, result: UnitResult) -> Option<CellRef> {
        Some(CellRef::new(*self.rows.get(&unit)?, *self.results.get(&result)?))
    }

    /// Returns the cell with the verdict on a criterion of a unit.
    pub(super) fn verdict(&self, unit: UnitKey, criterion: CriterionKey) -> Option<CellRef> {
        Some(CellRef::new(*self.rows.get(&unit)?, *self.criteria.get(&criterion)?))
    }

    /// Returns the cells with a result of the units of a ward, or of all: "H12:H17".
    pub(super) fn results(&self, ward: Option<UnitKey>, result: UnitResult) -> Option<String> {
        self.range(ward, *self.results.get(&result)?)
    }

    /// Returns the cells with the verdicts on a criterion of the units of a ward, or of all.
    pub(super) fn verdicts(&self, ward: Option<UnitKey>, criterion: CriterionKey) -> Option<String> {
        self.range(ward, *self.criteria.get(&criterion)?)
    }

    /// Returns the cells in the row of a unit from the first criterion to the last.
    pub(super) fn row_of(&self, unit: UnitKey) -> Option<String> {
        let (first, last) = (self.criteria.values().min()?, self.criteria.values().max()?);
        let row = *self.rows.get(&unit)?;
        Some(format!("{}:{}", CellRef::new(row, *first), CellRef::new(row, *last)))
    }

    fn range(&self, ward: Option<UnitKey>, column: u16) -> Option<String> {
        let (first, last) = self.wards.get(&ward)?;
        Some(format!("{}:{}", CellRef::new(*first, column), CellRef::new(*last, column)))
    }
}

fn unit_of(cell: &Cell<'_>) -> Option<UnitKey> {
    match cell.origin {
        Origin::Unit(unit, _) => Some(unit),
        _ => None,
    }
}

/// Returns the whole number that a cell shows.
pub(super) fn whole(cell: &Cell<'_>) -> Option<u32> {
    match cell.value {
        Value::Whole(number) => Some(number),
        _ => None,
    }
}
