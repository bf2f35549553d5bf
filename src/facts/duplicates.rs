//! One thing said twice in one file: used where both say the same, refused where they differ.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use rustc_hash::FxHashMap;

use crate::{
    finding::{Finding, Place, codes},
    layout::{Layout, Table},
    model::{CellPlace, CellRef, CriterionKey, Message, Speaking, UnitKey, say},
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

/// Returns whether a finding holds a claim against its figure: nothing is judged by either where both are refused.
fn is_of_claim(finding: &Finding) -> bool {
    [&codes::CLAIM_CONTRADICTS_FIGURE, &codes::CLAIM_WITHOUT_FIGURE].contains(&finding.code)
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
        let mut unused: BTreeSet<Place> = BTreeSet::new();
        let mut twice: Vec<Twice> = Vec::new();
        facts.dedup_by(|later, first| {
            let same = said_of(later) == said_of(first);
            if same {
                let differs = !first.says_the_same(later);
                let place_of = |fact: &Fact| {
                    let place = fact.deciding_place()?;
                    Some((place, names.name_of(later.unit, place)?))
                };
                match place_of(first).zip(place_of(later)) {
                    Some((earlier, again)) if earlier.1.is_of_one_subject_with(&again.1) => {
                        let cells = [&*first, later]
                            .into_iter()
                            .flat_map(|fact| fact.cells.iter().map(|cell| fact.place(cell)));
                        unused.extend(cells.filter(|_| differs).map(Place::Cell));
                    }
                    Some((earlier, again)) => twice.push(Twice { unit: later.unit, earlier, again }),
                    None => {}
                }
                if first.telling() < later.telling() {
                    std::mem::swap(first, later);
                }
                first.refused |= differs;
            }
            same
        });
        self.tell_all(twice, &names, &mut told);
        self.tell_repeated_rows(&names, &mut told);
        self.findings.retain(|finding| !(is_of_claim(finding) && unused.contains(&finding.place)));
        facts
    }

    /// Tells units that stand twice: one by one, and those of a table that repeats another altogether at once.
    fn tell_all(&mut self, twice: Vec<Twice>, names: &Names<'_>, told: &mut BTreeSet<Place>) {
        let mut repeated: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
        for Twice { earlier, again, .. } in &twice {
            repeated.entry((again.1.table, earlier.1.table)).or_default().insert(again.1.subject);
        }
        repeated.retain(|(again, earlier), subjects| {
            again != earlier && subjects.len() > 1 && subjects.len() == names.units[*again].iter().flatten().count()
        });
        for Twice { unit, earlier, again } in twice {
            match repeated.get_mut(&(again.1.table, earlier.1.table)) {
                None => self.tell_duplicate(unit, earlier, again, told),
                Some(subjects) if !subjects.is_empty() => {
                    let count = std::mem::take(subjects).len();
                    self.tell_repeated_table(count, &names.tables[earlier.1.table], &names.tables[again.1.table]);
                }
                Some(_) => {}
            }
        }
    }

    /// Tells a table whose units stand all in an earlier table of the file, at the first of them.
    fn tell_repeated_table(&mut self, count: usize, earlier: &Table, again: &Table) {
        let first = again.subjects.first().and_then(|subject| subject.names.first()?.at);
        let place = self.place(again.sheet, first.unwrap_or(again.range.0));
        if self.tellable() == 0 {
            return;
        }
        let cell = earlier.range.0;
        let [earlier_sheet, own_sheet] = [earlier.sheet, again.sheet].map(|key| &self.book.sheets[key.index()].name);
        let finding = if earlier.sheet == again.sheet {
            let message = say!(
                "Cả bảng này lặp lại bảng bắt đầu ở ô {cell}: {count} đơn vị đã có ở đó",
                "This whole table repeats the one that begins in cell {cell}: units that stand there already: {count}"
            );
            Finding::new(&codes::DUPLICATE_UNIT, place, message)
        } else {
            let message = say!(
                "Cả bảng này lặp lại bảng ở trang \"{earlier_sheet}\": {count} đơn vị đã có ở đó",
                "This whole table repeats that on the sheet \"{earlier_sheet}\": units that stand there already: {count}"
            );
            Finding::new(&codes::DUPLICATE_UNIT, place, message).helped_by(say!(
                "Giữ lại một trang đúng: xóa trang \"{own_sheet}\" nếu là bản nháp hoặc bản cũ, kể cả khi trang đang ẩn",
                "Keep the right sheet alone: delete \"{own_sheet}\" where it is a draft or an old copy, also a hidden one"
            ))
        };
        self.findings.push(finding);
    }

    /// Tells the rows of a matrix that name a unit which an earlier row names, also where they answer different criteria.
    fn tell_repeated_rows(&mut self, names: &Names<'_>, told: &mut BTreeSet<Place>) {
        for (index, (table, units)) in names.tables.iter().zip(names.units).enumerate() {
            if table.layout != Layout::Matrix {
                continue;
            }
            let mut first: FxHashMap<UnitKey, usize> = FxHashMap::default();
            for (row, unit) in units.iter().enumerate().filter_map(|(row, unit)| Some((row, (*unit)?))) {
                let earlier = *first.entry(unit).or_insert(row);
                if earlier < row {
                    let [earlier, again] = [earlier, row].map(|row| self.row_named(table, index, row));
                    self.tell_duplicate(unit, earlier, again, told);
                }
            }
        }
    }

    /// Returns where a row of a matrix begins to name its unit.
    fn row_named(&self, table: &Table, index: usize, position: usize) -> (CellPlace, NamedAt) {
        let subject = &table.subjects[position];
        let at = subject.names.first().and_then(|name| name.at);
        let cell = at.unwrap_or_else(|| CellRef::new(subject.row, 0));
        let place = CellPlace { file: self.file, sheet: table.sheet, cell };
        (place, NamedAt { table: index, layout: table.layout, subject: position, at })
    }

    /// Tells a unit that stands in a table or a file twice, at its second name.
    fn tell_duplicate(
        &mut self,
        unit: UnitKey,
        (first_place, first): (CellPlace, NamedAt),
        (second_place, second): (CellPlace, NamedAt),
        told: &mut BTreeSet<Place>,
    ) {
        let place = second.at.map_or(Place::Cell(second_place), |at| self.place(second_place.sheet, at));
        if self.tellable() == 0 || !told.insert(place.clone()) {
            return;
        }
        let name = &self.register().unit(unit).name;
        let on_cards = second.layout == Layout::Card;
        let cell = first.at.unwrap_or(first_place.cell);
        let message = if first_place.sheet == second_place.sheet {
            say!("\"{name}\" đã có ở ô {cell}", "\"{name}\" stands already in cell {cell}")
        } else {
            let sheet = &self.book.sheets[first_place.sheet.index()].name;
            say!(
                "\"{name}\" đã có ở trang \"{sheet}\", ô {cell}",
                "\"{name}\" stands already on the sheet \"{sheet}\", in cell {cell}"
            )
        };
        let finding = Finding::new(&codes::DUPLICATE_UNIT, place, message).of_unit(unit);
        self.findings.push(if on_cards { finding.helped_by(one_card()) } else { finding });
    }
}

/// A unit that something is said of twice, and where.
struct Twice {
    unit: UnitKey,
    earlier: (CellPlace, NamedAt),
    again: (CellPlace, NamedAt),
}

/// Says what to do about two cards of one unit.
fn one_card() -> Message {
    say!(
        "Giữ lại một phiếu đúng cho tổ dân phố, bản này và xóa phiếu còn lại, hoặc sửa tên ở phần đầu phiếu nếu ghi nhầm",
        "Keep the right card of this group and delete the other, or correct the name above it if it was mistyped"
    )
}

/// Under which name a value stands.
#[derive(Clone, Copy)]
struct NamedAt {
    /// Position of the table.
    table: usize,
    /// Its layout.
    layout: Layout,
    /// Position of the unit in it.
    subject: usize,
    /// The cell of the name, if it is not the name of the sheet.
    at: Option<CellRef>,
}

impl NamedAt {
    /// Returns whether both stand in one row of a matrix, or on one card: what stands twice there has been told.
    fn is_of_one_subject_with(&self, other: &Self) -> bool {
        (self.table, self.subject) == (other.table, other.subject)
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
    /// Returns where the name stands under which a value does.
    fn name_of(&self, unit: UnitKey, place: CellPlace) -> Option<NamedAt> {
        let behind = |table: &Table| (table.sheet, table.range.1.row) < (place.sheet, place.cell.row);
        let index = self.tables.partition_point(behind);
        let table = self.tables.get(index).filter(|table| table.sheet == place.sheet)?;
        let position = if table.layout == Layout::Matrix {
            let row = table.subjects.binary_search_by_key(&place.cell.row, |subject| subject.row).ok()?;
            (self.units[index][row] == Some(unit)).then_some(row)?
        } else {
            *self.first.get_or_init(|| first_names(self.units)).get(&(index, unit))?
        };
        let at = table.subjects[position].names.first().and_then(|name| name.at);
        Some(NamedAt { table: index, layout: table.layout, subject: position, at })
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
