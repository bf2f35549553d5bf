//! Biểu tổng hợp: a row a unit, columns a criterion.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::{
    model::{CellRef, CriterionKey, SheetKey, Voice},
    text::is_blank,
    workbook::{Cell, Value},
};

use super::{
    Lexicon,
    band::Band,
    columns::Columns,
    heading::Holds,
    label::Named,
    rows::{is_roman, is_totals, numbers_column},
    table::{Certainty, ColumnRole, Entry, Layout, Name, SectionWard, Subject, SumRow, Table},
    view::View,
};

/// Headings never take more rows than this.
const DEEPEST_BAND: u32 = 5;

/// Finds a matrix whose headings begin in `top`.
pub(super) fn find(view: &View<'_>, lexicon: &Lexicon<'_>, sheet: SheetKey, top: u32, voice: Voice) -> Option<Table> {
    let band = band_from(view, lexicon, top)?;
    let columns = Columns::of_matrix(&band, voice);
    let unit_column = band.unit_column()?;
    let ward_column = band.ward_column();
    let code_column = band.column_of(Holds::Code);
    if !columns.groups.iter().any(|group| group.criterion.is_some()) {
        return None;
    }
    let body = Body { view, lexicon, unit_column, ward_column, code_column, columns: &columns };
    let mut table = Table {
        layout: Layout::Matrix,
        sheet,
        range: (CellRef::new(top, 0), CellRef::new(band.rows.1, 0)),
        columns: columns.all.clone(),
        subjects: Vec::new(),
        entries: Vec::new(),
        unit_rows: Vec::new(),
        sums: Vec::new(),
        doubtful: columns.doubtful.clone(),
        nameless: Vec::new(),
        unplaced: Vec::new(),
    };
    body.read(band.rows.1 + 1, &mut table);
    let used = || table.columns.iter().map(|column| column.column);
    table.range.0.column = used().min().unwrap_or(0);
    table.range.1.column = used().max().unwrap_or(0);
    Some(table)
}

/// Finds the heading rows from `top` on: some name criteria, one says where the names of units stand.
pub(super) fn band_from<'v, 'a>(view: &'v View<'a>, lexicon: &'v Lexicon<'v>, top: u32) -> Option<Band<'v, 'a>> {
    let last = view.last_row()?.min(top + DEEPEST_BAND);
    let rows = (top..=last).map(|row| (criteria_named(view, lexicon, row), row));
    let headings = rows.take_while(|(named, row)| *named > 0 || *row == top || !holds_number(view, *row));
    let naming = match headings.max_by_key(|(named, row)| (*named, std::cmp::Reverse(*row)))? {
        (0, _) => split_labels(view, lexicon, top, last)?,
        (_, row) => row,
    };
    let unit = unit_column(view, lexicon, (top, naming))?;
    let mut bottom = naming;
    while bottom < last && is_subheading(view, lexicon, bottom + 1, unit) {
        bottom += 1;
    }
    Some(Band::new(view, lexicon, (top, bottom)))
}

/// Returns the column in which the words that stand in `rows` say that units are named: enough to tell headings from
/// rows, before all that is over the columns is read.
fn unit_column(view: &View<'_>, lexicon: &Lexicon<'_>, rows: (u32, u32)) -> Option<u16> {
    let first = |what| {
        let cells = (rows.0..=rows.1).flat_map(|row| view.row(row));
        let holding = cells.filter(|(_, text)| lexicon.headings.read(text).holds == Some(what));
        holding.map(|(cell, _)| cell.at.column).min()
    };
    first(Holds::Unit).or_else(|| first(Holds::Ward))
}

/// Returns whether a number stands in the row, as in rows of figures and of column numbers.
fn holds_number(view: &View<'_>, row: u32) -> bool {
    view.cells(row).iter().any(|cell| matches!(cell.value, Value::Number(_)))
}

/// Returns how many criteria a row names in words, or by nothing but their ids when nothing else stands in it: in a
/// row of figures, "2.1" is a figure.
fn criteria_named(view: &View<'_>, lexicon: &Lexicon<'_>, row: u32) -> usize {
    let named: Vec<Named> = view.row(row).map(|(cell, text)| lexicon.named(cell, text)).collect();
    let in_words = named.iter().filter(|named| matches!(named, Named::Titled(_) | Named::Numbered(_)));
    let in_words: BTreeSet<CriterionKey> = in_words.filter_map(Named::criterion).collect();
    let ids: BTreeSet<CriterionKey> = named.iter().filter_map(Named::criterion).collect();
    let headings = view.row(row).filter(|(_, text)| lexicon.headings.read(text).holds.is_some()).count();
    let only_ids = ids.len() > 1 && ids.len() + headings >= named.len();
    if only_ids { ids.len() } else { in_words.len() }
}

/// Finds the last row of headings in which no row names a criterion in words: labels are split over rows, or are ids.
fn split_labels(view: &View<'_>, lexicon: &Lexicon<'_>, top: u32, last: u32) -> Option<u32> {
    let rows = (top..=last).take_while(|row| *row == top || !holds_number(view, *row));
    let named = rows.map(|bottom| {
        let columns = Columns::of_matrix(&Band::new(view, lexicon, (top, bottom)), Voice::Own);
        let criteria: BTreeSet<CriterionKey> = columns.groups.iter().filter_map(|group| group.criterion).collect();
        (criteria.len(), std::cmp::Reverse(bottom))
    });
    named.max().filter(|(criteria, _)| *criteria > 0).map(|(_, bottom)| bottom.0)
}

/// Returns whether a row below the criteria still belongs to the headings: it says kinds of answers, and no unit.
fn is_subheading(view: &View<'_>, lexicon: &Lexicon<'_>, row: u32, unit_column: u16) -> bool {
    let mut holds = Vec::new();
    let only_before_names = view.cells(row).iter().all(|cell| cell.at.column < unit_column);
    for (cell, text) in view.row(row) {
        let heading = lexicon.headings.read(text);
        let known = heading.holds.is_some() || heading.speaker.is_some() || lexicon.names_part_or_whole(text);
        if cell.at.column < unit_column {
            if orders(cell, text) {
                return false;
            }
            if only_before_names && !text.is_empty() && !is_roman(text) {
                return true;
            }
            continue;
        }
        if cell.at.column == unit_column || (!known && lexicon.named(cell, text).criterion().is_none()) {
            return false;
        }
        holds.push(heading.holds);
    }
    let marks = |wanted| holds.contains(&Some(wanted));
    let only_marks = holds.iter().all(|h| matches!(h, Some(Holds::Achieved | Holds::NotAchieved)));
    !holds.is_empty() && (!only_marks || (marks(Holds::Achieved) && marks(Holds::NotAchieved)))
}

/// Returns whether a cell before the names numbers a unit.
fn orders(cell: &Cell, text: &str) -> bool {
    matches!(cell.value, Value::Number(_)) || (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The rows of a matrix below its headings.
struct Body<'v, 'a> {
    view: &'v View<'a>,
    lexicon: &'v Lexicon<'v>,
    unit_column: u16,
    ward_column: Option<u16>,
    code_column: Option<u16>,
    columns: &'v Columns,
}

impl Body<'_, '_> {
    fn read(&self, first: u32, table: &mut Table) {
        let Some(last) = self.view.last_row() else { return };
        let mut section = Section::default();
        for row in first..=last {
            if row == first && self.numbers_columns(row) {
                table.range.1.row = row;
                continue;
            }
            if self.view.effort.is_spent() || (row > first && self.lexicon.heads_table(self.view, row)) {
                break;
            }
            self.read_row(row, &mut section, table);
        }
        section.close(table);
    }

    fn read_row(&self, row: u32, section: &mut Section, table: &mut Table) {
        let label = self.label(row);
        if is_totals(label) {
            section.close(table);
            section.beside = None;
            table.sums.push(SumRow { row, section: section.start..table.unit_rows.len() });
            section.start = table.unit_rows.len();
            table.range.1.row = row;
            return;
        }
        let name = self.name(row);
        let filled = self.is_filled(row);
        match name {
            None if filled => {
                table.nameless.push(CellRef::new(row, self.unit_column));
                table.unit_rows.push(row);
            }
            None => {}
            Some(name) if self.is_section(row, &name, filled) => {
                section.close(table);
                section.beside = None;
                section.ward = self.lexicon.ward_heading(&name).unwrap_or(section.ward);
                section.start = table.unit_rows.len();
                if filled {
                    section.subtotals = Some(table.sums.len());
                    table.sums.push(SumRow { row, section: section.start..section.start });
                }
                table.range.1.row = row;
            }
            Some(name) => {
                table.unit_rows.push(row);
                let ward = self.ward_beside(row, section).unwrap_or(section.ward);
                self.add_unit(row, name, filled, ward, table);
                if filled {
                    self.note_unplaced(row, section, table);
                }
            }
        }
    }

    /// Returns what the column of wards says beside a unit: a name counts until the next, merged over its rows or not.
    fn ward_beside(&self, row: u32, section: &mut Section) -> Option<SectionWard> {
        let at = self.view.anchor(CellRef::new(row, self.ward_column?));
        let ward = self.written(at.row, at.column).filter(|ward| !is_blank(&ward.written));
        section.beside = ward.map(|ward| self.lexicon.ward_named(&ward.written, at)).or(section.beside);
        section.beside
    }

    fn add_unit(&self, row: u32, name: Name, filled: bool, section: SectionWard, table: &mut Table) {
        if !self.view.effort.allows_answers(self.columns.groups.len()) {
            return;
        }
        let subject = table.subjects.len();
        let code = self.code_column.and_then(|column| self.written(row, column));
        table.subjects.push(Subject { names: vec![name], code, section, row, filled });
        let groups = self.columns.groups.iter().filter_map(|group| Some((group.criterion?, group)));
        table.entries.reserve(self.columns.groups.len());
        table.entries.extend(groups.map(|(criterion, group)| Entry {
            subject,
            criterion,
            voice: group.voice,
            row,
            slots: group.slots,
        }));
        if filled {
            table.range.1.row = row;
        }
    }

    /// Notes data in columns that belong to nothing, at the first such cell of each column.
    fn note_unplaced(&self, row: u32, section: &mut Section, table: &mut Table) {
        for cell in self.view.cells(row) {
            let known = self.columns.at(cell.at.column).is_some_and(|column| column.role != ColumnRole::Unknown);
            if !known && section.unplaced.insert(cell.at.column) {
                table.unplaced.push(cell.at);
            }
        }
    }

    /// Returns the text that would name a row of totals: under the names, or in a column before them.
    fn label(&self, row: u32) -> &str {
        let up_to_names = self.view.row_before(row, self.unit_column.saturating_add(1));
        up_to_names.map(|(_, text)| text).find(|text| is_totals(text)).unwrap_or_default()
    }

    fn name(&self, row: u32) -> Option<Name> {
        self.written(row, self.unit_column).or_else(|| self.written(row, self.code_column?))
    }

    fn written(&self, row: u32, column: u16) -> Option<Name> {
        let cell = self.view.sheet.cell(CellRef::new(row, column))?;
        let written = written(cell)?;
        Some(Name { written, at: Some(cell.at), certainty: Certainty::Certain })
    }

    /// Returns whether something stands in the row that answers a criterion.
    fn is_filled(&self, row: u32) -> bool {
        let answers = |cell: &Cell| {
            let column = self.columns.at(cell.at.column);
            column.is_some_and(|column| column.criterion.is_some() || column.role == ColumnRole::Whole)
        };
        let filled = |cell: &Cell| Lexicon::looks_like_answer(cell, || self.view.text(cell.at));
        self.view.cells(row).iter().any(|cell| answers(cell) && filled(cell))
    }

    /// Returns whether the row heads a section: it bears a Roman number or names a ward, and nothing answers in it but
    /// the ward's own subtotals.
    fn is_section(&self, row: u32, name: &Name, filled: bool) -> bool {
        let numbered = self.view.row_before(row, self.unit_column).any(|(_, text)| is_roman(text));
        let ward = || self.lexicon.ward_heading(name).is_some();
        if filled { numbered && self.lexicon.judges_below_wards() && ward() } else { numbered || ward() }
    }

    /// Returns whether the row numbers the columns, from 1 one by one; letters may come first.
    fn numbers_columns(&self, row: u32) -> bool {
        let numbers: Option<Vec<ColumnNumber>> =
            self.view.row(row).map(|(cell, text)| column_number(cell, text)).collect();
        let Some(numbers) = numbers.filter(|numbers| numbers.len() > 2) else { return false };
        let named = self.view.sheet.cell(CellRef::new(row, self.unit_column)).is_some();
        let rising = numbers.windows(2).all(|pair| match (pair[0], pair[1]) {
            (ColumnNumber::Letter, _) => true,
            (ColumnNumber::Number(before), ColumnNumber::Number(after)) => before.checked_add(1) == Some(after),
            (ColumnNumber::Number(_), ColumnNumber::Letter) => false,
        });
        let first = numbers.iter().find_map(|number| match number {
            ColumnNumber::Number(number) => Some(*number),
            ColumnNumber::Letter => None,
        });
        named && rising && first.is_none_or(|first| first == 1)
    }
}

/// The units since the last heading of a section, or its totals.
#[derive(Default)]
struct Section {
    /// The ward that its heading names.
    ward: SectionWard,
    /// The ward last named in the column of wards; a heading or totals end what it counts for.
    beside: Option<SectionWard>,
    /// Where they begin among the rows of the table's units.
    start: usize,
    /// Where its heading stands among the sums, if it bears the totals of what follows.
    subtotals: Option<usize>,
    /// The columns of the table, whatever the section, that belong to nothing and have been noted.
    unplaced: FxHashSet<u16>,
}

impl Section {
    /// Ends the section: the totals in its heading are of the units up to here.
    fn close(&mut self, table: &mut Table) {
        if let Some(sum) = self.subtotals.take().and_then(|index| table.sums.get_mut(index)) {
            sum.section = self.start..table.unit_rows.len();
        }
    }
}

/// What numbers a column.
#[derive(Clone, Copy)]
enum ColumnNumber {
    Letter,
    Number(u32),
}

fn column_number(cell: &Cell, text: &str) -> Option<ColumnNumber> {
    let written = match cell.value {
        Value::Number(number) => number.to_string(),
        _ => numbers_column(text)?.to_owned(),
    };
    match written.parse() {
        Ok(number) => Some(ColumnNumber::Number(number)),
        Err(_) => written.chars().all(char::is_alphabetic).then_some(ColumnNumber::Letter),
    }
}

/// Returns what stands in a cell that names something, spaces at its ends left out.
pub(super) fn written(cell: &Cell) -> Option<String> {
    let text = match &cell.value {
        Value::Text(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}
