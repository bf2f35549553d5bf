//! One thing said twice in one file: used where both say the same, refused where they differ.

use std::collections::BTreeSet;

use crate::{
    finding::{Finding, Place, codes},
    layout::{Layout, Subject, Table},
    model::{CellPlace, CellRef, UnitKey, say},
};

use super::{Fact, reader::Reader};

impl Reader<'_> {
    /// Keeps one fact a unit, criterion and voice; of several, the first if all say the same, else none is usable.
    pub(super) fn without_duplicates(
        &mut self,
        mut facts: Vec<Fact>,
        tables: &[Table],
        units: &[Vec<Option<UnitKey>>],
    ) -> Vec<Fact> {
        facts.sort_by_key(|fact| (fact.unit, fact.criterion, fact.voice));
        let mut told: BTreeSet<Place> = BTreeSet::new();
        facts.dedup_by(|later, first| {
            let same = (later.unit, later.criterion, later.voice) == (first.unit, first.criterion, first.voice);
            if same {
                first.refused |= !first.says_the_same(later);
                let named = |place| name_of(later.unit, place, tables, units);
                self.tell_duplicate(first, later, named, &mut told);
            }
            same
        });
        facts
    }

    /// Tells a unit that stands in a table or a file twice, at its second name; a criterion that stands twice in one
    /// row or card has been told.
    fn tell_duplicate(
        &mut self,
        first: &Fact,
        second: &Fact,
        named: impl Fn(CellPlace) -> Option<(usize, usize, Option<CellRef>)>,
        told: &mut BTreeSet<Place>,
    ) {
        let places = first.deciding_place().zip(second.deciding_place());
        let Some((first_place, second_place)) = places else { return };
        let Some((earlier, later)) = named(first_place).zip(named(second_place)) else { return };
        if (earlier.0, earlier.1) == (later.0, later.1) {
            return;
        }
        let place = later.2.map_or(Place::Cell(second_place), |at| self.place(second_place.sheet, at));
        if !told.insert(place.clone()) {
            return;
        }
        let name = &self.register().unit(second.unit).name;
        let cell = earlier.2.unwrap_or(first_place.cell);
        let message = say!("\"{name}\" đã có ở ô {cell}", "\"{name}\" stands already in cell {cell}");
        self.findings.push(Finding::new(&codes::DUPLICATE_UNIT, place, message).of_unit(second.unit));
    }
}

/// Returns the table, the position of the unit in it, and the cell of the name, under which a value stands.
fn name_of(
    unit: UnitKey,
    place: CellPlace,
    tables: &[Table],
    units: &[Vec<Option<UnitKey>>],
) -> Option<(usize, usize, Option<CellRef>)> {
    let on =
        |table: &Table| table.sheet == place.sheet && (table.range.0.row..=table.range.1.row).contains(&place.cell.row);
    let index = tables.iter().position(on)?;
    let table = &tables[index];
    let names = |(position, subject): &(usize, &Subject)| {
        units[index][*position] == Some(unit) && (table.layout != Layout::Matrix || subject.row == place.cell.row)
    };
    let (position, subject) = table.subjects.iter().enumerate().find(names)?;
    Some((index, position, subject.names.first().and_then(|name| name.at)))
}
