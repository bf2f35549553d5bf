//! Figures under the name of another unit of measurement than their criterion's: "nghìn đồng" where it asks for "triệu
//! đồng". They are a thousand times what they seem, and never used.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    criteria::{Criterion, Kind},
    finding::{Finding, codes},
    layout::{ColumnRole, Layout, Table},
    model::{CellRef, CriterionKey, Decimal, say},
    text::{Measure, canonical},
    workbook::{Sheet, Value},
};

use super::{answer::Answer, reading::Figure, shown::clipped};

/// So many rows above the headings may say what the table is measured in.
const TITLE_ROWS: u32 = 12;
/// A row with more cells is of another table.
const TITLE_CELLS: usize = 3;
/// Of a sheet with more merged ranges than any form has, headings are looked at where they stand.
const MOST_MERGES: usize = 10_000;
/// Words before the unit of a whole table, or of a row.
const ANNOUNCED: [&str; 2] = ["đơn vị tính", "đvt"];

/// A unit of measurement, as it is written in a cell.
#[derive(Clone, Debug)]
struct Said {
    at: CellRef,
    written: String,
    measure: Measure,
}

/// What the headings of a table say of units of measurement.
pub(super) struct Measures<'t> {
    table: &'t Table,
    sheet: &'t Sheet,
    /// The last row of the headings.
    bottom: u32,
    /// Merged ranges over the headings.
    merges: Vec<(CellRef, CellRef)>,
    /// What the lines above say of the whole table.
    above: Vec<Said>,
    /// The columns that say what each row is measured in.
    beside: Vec<u16>,
    /// What each criterion is measured in.
    own: BTreeMap<CriterionKey, Option<Measure>>,
    /// The unit over a column that contradicts the criterion's.
    known: BTreeMap<(u16, CriterionKey), Option<Said>>,
    /// The columns of criteria that have been told, and the cells at which something has.
    told: BTreeSet<(u16, CriterionKey)>,
    told_at: BTreeSet<CellRef>,
}

impl<'t> Measures<'t> {
    /// Looks at the headings of `table`.
    pub(super) fn of(table: &'t Table, sheet: &'t Sheet) -> Self {
        let top = table.range.0.row;
        let bottom = table.columns.iter().filter_map(|column| column.heading).map(|at| at.row).max().unwrap_or(top);
        let over = |merge: &&(CellRef, CellRef)| merge.0.row <= bottom && top <= merge.1.row;
        let merges = Some(&sheet.merges).filter(|merges| merges.len() <= MOST_MERGES);
        let merges = merges.map(|merges| merges.iter().filter(over).copied().collect()).unwrap_or_default();
        let is_title = |row: &u32| sheet.row(*row).len() <= TITLE_CELLS;
        let first = (top.saturating_sub(TITLE_ROWS)..top).rev().take_while(is_title).last().unwrap_or(top);
        let titles = &sheet.cells()[sheet.rows(first..top)];
        let above = titles.iter().filter_map(|cell| announced(cell.at, text(&cell.value)?)).collect();
        let beside = table.columns.iter().filter(|column| {
            let heading = column.heading.and_then(|at| sheet.cell(at)).and_then(|cell| text(&cell.value));
            column.role == ColumnRole::Ignored
                && heading.is_some_and(|heading| ANNOUNCED.contains(&&*canonical(heading)))
        });
        let beside = beside.map(|column| column.column).collect();
        let (told, told_at, own) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        Self { table, sheet, bottom, merges, above, beside, own, known: BTreeMap::new(), told, told_at }
    }

    /// Refuses the figure of an answer that stands under, beside or within another unit than its criterion's.
    pub(super) fn check(&mut self, answer: &mut Answer<'_>, findings: &mut Vec<Finding>) {
        let (criterion, Some(column)) = (answer.question.criterion, answer.question.slots.figure) else { return };
        let is_number = match &answer.figure {
            Figure::Number(seen) | Figure::Undecided(seen) => seen.value != Decimal::ZERO,
            _ => false,
        };
        let Some(written) = is_number.then(|| written_measure(criterion)).flatten() else { return };
        let own = self.own.entry(answer.question.key).or_insert_with(|| Measure::read(&canonical(written)));
        let Some(own) = own.clone() else { return };
        let said = self.shown(answer, column, &own).or_else(|| self.over(column, answer.question.key, criterion, &own));
        let said = said.or_else(|| self.in_row(answer.question.row, criterion, &own));
        let Some(said) = said else { return };
        answer.refused = true;
        answer.figure = Figure::Blank;
        if let Some(at) = self.place(answer, column, &said) {
            findings.push(tell(answer, &said, at, written));
        }
    }

    /// Returns where it is told: a heading once a criterion, all else at each answer; no cell twice.
    fn place(&mut self, answer: &Answer<'_>, column: u16, said: &Said) -> Option<CellRef> {
        let (row, own) = (answer.question.row, CellRef::new(answer.question.row, column));
        let heads_column = said.at.row != row && self.table.layout == Layout::Matrix;
        if heads_column && !self.told.insert((column, answer.question.key)) {
            return None;
        }
        let heading = heads_column.then(|| self.anchor(CellRef::new(self.bottom, column)));
        let nearest = Some(said.at).filter(|at| heads_column || at.row == row);
        let places = [nearest, heading, Some(own)];
        let at = places.into_iter().flatten().find(|at| !self.told_at.contains(at))?;
        self.told_at.insert(at);
        Some(at)
    }

    /// Returns the unit in the number format of the figure's cell, if it contradicts the criterion's.
    fn shown(&self, answer: &Answer<'_>, column: u16, own: &Measure) -> Option<Said> {
        let cell = answer.cell(Some(column)).filter(|cell| matches!(cell.value, Value::Number(_)))?;
        let words = self.sheet.format(cell)?.words.as_deref()?;
        said(cell.at, words, Measure::read).filter(|said| said.measure.contradicts(own))
    }

    /// Returns the unit over a column, else over the table, if it contradicts the criterion's.
    fn over(&mut self, column: u16, key: CriterionKey, criterion: &Criterion, own: &Measure) -> Option<Said> {
        if let Some(known) = self.known.get(&(column, key)) {
            return known.clone();
        }
        let mut headings: Vec<Said> = Vec::new();
        for row in self.table.range.0.row..=self.bottom {
            let at = self.anchor(CellRef::new(row, column));
            if headings.last().is_none_or(|last| last.at != at) {
                headings.extend(self.in_label(at, criterion));
            }
        }
        let comparable = |said: &&Said| said.measure.is_comparable(own);
        let nearest = headings.iter().rev().find(comparable).or_else(|| self.above.iter().rev().find(comparable));
        let found = nearest.filter(|said| said.measure.contradicts(own)).cloned();
        self.known.insert((column, key), found.clone());
        found
    }

    /// Returns the unit in the row of a card or list, in its label or in the column of units, if it contradicts the
    /// criterion's.
    fn in_row(&self, row: u32, criterion: &Criterion, own: &Measure) -> Option<Said> {
        if self.table.layout == Layout::Matrix {
            return None;
        }
        let ignored = |column: u16| {
            self.table.columns.iter().any(|known| known.column == column && known.role == ColumnRole::Ignored)
        };
        let labels = self.sheet.row(row).iter().filter(|cell| ignored(cell.at.column));
        let mut units = labels.flat_map(|cell| {
            let text = text(&cell.value).filter(|_| self.beside.contains(&cell.at.column));
            let unit = text.and_then(|text| said(cell.at, text, Measure::read));
            unit.map_or_else(|| self.in_label(cell.at, criterion), |unit| vec![unit])
        });
        units.find(|said| said.measure.contradicts(own))
    }

    /// Returns the units that a heading or label says, unless it is a name that the criterion itself has.
    fn in_label(&self, at: CellRef, criterion: &Criterion) -> Vec<Said> {
        let Some(label) = self.sheet.cell(at).and_then(|cell| text(&cell.value)) else { return Vec::new() };
        let key = canonical(label);
        let mut names = std::iter::once(&criterion.title).chain(&criterion.aliases);
        if names.any(|name| key.ends_with(&*canonical(name))) {
            return Vec::new();
        }
        let in_brackets = label.split('(').skip(1).filter_map(|rest| rest.split(')').next());
        let mut units: Vec<Said> = in_brackets.filter_map(|unit| unit_in(at, unit)).collect();
        let last = label.rsplit(',').next().unwrap_or(label);
        units.extend(announced(at, label).or_else(|| said(at, last, Measure::read_unit)));
        units
    }

    fn anchor(&self, at: CellRef) -> CellRef {
        let covers = |(first, last): &&(CellRef, CellRef)| {
            (first.row..=last.row).contains(&at.row) && (first.column..=last.column).contains(&at.column)
        };
        self.merges.iter().find(covers).map_or(at, |merge| merge.0)
    }
}

/// Returns the unit that a criterion asks for, as it is written: the percent that it is, its measure, or what its title
/// has in brackets.
fn written_measure(criterion: &Criterion) -> Option<&str> {
    match (&criterion.measure, criterion.kind) {
        (_, Kind::YesNo | Kind::Task | Kind::Points) => None,
        (_, Kind::Percent) => Some("%"),
        (Some(measure), _) => Some(measure),
        (None, _) => criterion.title.trim().strip_suffix(')').and_then(|title| Some(title.rsplit_once('(')?.1)),
    }
}

/// Reads the unit behind "Đơn vị tính:".
fn announced(at: CellRef, text: &str) -> Option<Said> {
    let key = canonical(text);
    let bare = key.trim_start_matches('(');
    ANNOUNCED.iter().find(|word| bare.starts_with(**word))?;
    let unit = text.split_once([':', '：'])?.1.trim();
    said(at, unit.strip_suffix(')').unwrap_or(unit), Measure::read)
}

/// Reads the unit in brackets, perhaps announced.
fn unit_in(at: CellRef, text: &str) -> Option<Said> {
    announced(at, text).or_else(|| said(at, text, Measure::read))
}

fn said(at: CellRef, written: &str, read: fn(&str) -> Option<Measure>) -> Option<Said> {
    let measure = read(&canonical(written))?;
    Some(Said { at, written: written.trim().to_owned(), measure })
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn tell(answer: &Answer<'_>, said: &Said, at: CellRef, own: &str) -> Finding {
    let (id, unit, stands) = (&answer.question.criterion.id, clipped(&said.written), said.at);
    let message = say!(
        "Ô {stands} ghi đơn vị tính \"{unit}\" mà tiêu chí {id} tính bằng \"{own}\", nên số liệu không được dùng",
        "Cell {stands} says \"{unit}\" and criterion {id} is measured in \"{own}\", so the figures are not used"
    );
    let help = say!(
        "Nếu số liệu đã tính bằng \"{own}\" thì sửa đơn vị ở ô {stands}; nếu chưa thì đổi số liệu ra \"{own}\" rồi sửa đơn vị",
        "If the figures are in \"{own}\" after all, correct the unit in {stands}; if not, convert them and then correct it"
    );
    answer.finding_in(&codes::NOT_A_NUMBER, at, message).helped_by(help)
}
