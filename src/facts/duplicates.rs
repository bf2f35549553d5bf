//! One thing said twice in one file: used where both say the same, refused where they differ.

use std::{cell::OnceCell, collections::BTreeSet};

use rustc_hash::FxHashMap;

use crate::{
    finding::{Finding, Place, codes},
    layout::{Layout, Table},
    model::{CellPlace, CellRef, CriterionKey, Speaking, UnitKey, say},
};

use super::{Fact, answer::Answer, reader::Reader};

/// Refuses what stands in one of two columns for a criterion where the other is blank: nobody can tell which of them is
/// meant, and they may mean opposite things. The second column has been told.
pub(super) fn refuse_halves(answers: &mut [Answer<'_>]) {
    let same_row = |a: &Answer<'_>, b: &Answer<'_>| {
        (a.question.sheet_key, a.question.row, a.question.unit)
            == (b.question.sheet_key, b.question.row, b.question.unit)
    };
    for row in answers.chunk_by_mut(same_row) {
        for second in 1..row.len() {
            let (before, rest) = row.split_at_mut(second);
            let Some(later) = rest.first_mut() else { continue };
            let (key, who) = (later.question.key, later.question.who);
            let twice = before.iter_mut().find(|answer| (answer.question.key, answer.question.who) == (key, who));
            if let Some(earlier) = twice.filter(|earlier| earlier.says_nothing() != later.says_nothing()) {
                let said = if later.says_nothing() { earlier } else { later };
                said.refused = true;
            }
        }
    }
}

/// Returns what a fact is about, and who says it.
fn said_of(fact: &Fact) -> (UnitKey, CriterionKey, Speaking) {
    (fact.unit, fact.criterion, Speaking { voice: fact.voice, agency: fact.agency })
}

impl Reader<'_> {
    /// Keeps one fact a unit, criterion and voice; of several that say the same, the first that gives part and whole, or
    /// the first; of others none is usable.
    pub(super) fn without_duplicates(
        &mut self,
        mut facts: Vec<Fact>,
        tables: &[Table],
        units: &[Vec<Option<UnitKey>>],
    ) -> Vec<Fact> {
        facts.sort_by_key(said_of);
        let mut told: BTreeSet<Place> = BTreeSet::new();
        let names = Names { tables, units, first: OnceCell::new() };
        facts.dedup_by(|later, first| {
            let same = said_of(later) == said_of(first);
            if same {
                let differs = !first.says_the_same(later);
                let place_of = |place| names.name_of(later.unit, place);
                self.tell_duplicate(first, later, place_of, &mut told);
                if first.telling() < later.telling() {
                    std::mem::swap(first, later);
                }
                first.refused |= differs;
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
        if self.tellable() == 0 || !told.insert(place.clone()) {
            return;
        }
        let name = &self.register().unit(second.unit).name;
        let cell = earlier.2.unwrap_or(first_place.cell);
        let message = if first_place.sheet == second_place.sheet {
            say!("\"{name}\" đã có ở ô {cell}", "\"{name}\" stands already in cell {cell}")
        } else {
            let sheet = &self.book.sheets[first_place.sheet.index()].name;
            say!(
                "\"{name}\" đã có ở trang \"{sheet}\", ô {cell}",
                "\"{name}\" stands already on the sheet \"{sheet}\", in cell {cell}"
            )
        };
        self.findings.push(Finding::new(&codes::DUPLICATE_UNIT, place, message).of_unit(second.unit));
    }
}

/// Where units are named, for looking up under which name a value stands.
struct Names<'t> {
    /// In the order of sheets and rows.
    tables: &'t [Table],
    units: &'t [Vec<Option<UnitKey>>],
    /// The first name of each unit in each table, made when the first duplicate is met.
    first: OnceCell<FxHashMap<(usize, UnitKey), usize>>,
}

impl Names<'_> {
    /// Returns the table, the position of the unit in it, and the cell of the name, under which a value stands.
    fn name_of(&self, unit: UnitKey, place: CellPlace) -> Option<(usize, usize, Option<CellRef>)> {
        let behind = |table: &Table| (table.sheet, table.range.1.row) < (place.sheet, place.cell.row);
        let index = self.tables.partition_point(behind);
        let table = self.tables.get(index).filter(|table| table.sheet == place.sheet)?;
        let position = if table.layout == Layout::Matrix {
            let row = table.subjects.binary_search_by_key(&place.cell.row, |subject| subject.row).ok()?;
            (self.units[index][row] == Some(unit)).then_some(row)?
        } else {
            *self.first.get_or_init(|| first_names(self.units)).get(&(index, unit))?
        };
        Some((index, position, table.subjects[position].names.first().and_then(|name| name.at)))
    }
}

fn first_names(units: &[Vec<Option<UnitKey>>]) -> FxHashMap<(usize, UnitKey), usize> {
    let mut first = FxHashMap::default();
    for (table, units) in units.iter().enumerate() {
        for (position, unit) in units.iter().enumerate() {
            if let Some(unit) = unit {
                first.entry((table, *unit)).or_insert(position);
            }
        }
    }
    first
}
