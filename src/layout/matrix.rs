//! Biểu tổng hợp: a row a unit, columns a criterion.

mod headings;

use rustc_hash::FxHashSet;

use crate::{
    model::{CellRef, SheetKey, Voice},
    text::{canonical, is_blank},
    workbook::{Cell, Value},
};

use super::{
    Lexicon,
    columns::{Columns, Group},
    heading::Holds,
    rows::{is_roman, is_summary, is_totals, numbers_column},
    table::{Certainty, Column, ColumnRole, Entry, Layout, Name, SectionWard, Subject, SumRow, Table},
    view::View,
};

pub(super) use self::headings::band_from;

/// Finds a matrix whose headings begin in `top`.
pub(super) fn find(view: &View<'_>, lexicon: &Lexicon<'_>, sheet: SheetKey, top: u32, voice: Voice) -> Option<Table> {
    let band = band_from(view, lexicon, top)?;
    let columns = Columns::of_matrix(&band, voice);
    let code_column = band.column_of(Holds::Code);
    let unit_column = band.unit_column().or(code_column)?;
    let ward_column = band.ward_column();
    if !columns.groups.iter().any(|group| group.criterion.is_some()) {
        return None;
    }
    let body = Body { view, lexicon, unit_column, ward_column, code_column, columns: &columns };
    let mut table = Table {
        columns: columns.all.clone(),
        doubtful: columns.doubtful.clone(),
        ..Table::empty(Layout::Matrix, sheet, (CellRef::new(top, 0), CellRef::new(band.rows.1, 0)))
    };
    body.read(band.rows.1 + 1, &mut table);
    let used = || table.columns.iter().map(|column| column.column);
    table.range.0.column = used().min().unwrap_or(0);
    table.range.1.column = used().max().unwrap_or(0);
    Some(table)
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
        let mut section = Section::default();
        let mut next = first;
        while let Some(row) = self.view.filled_from(next) {
            next = row + 1;
            if row == first && self.numbers_columns(row) {
                table.range.1.row = row;
                continue;
            }
            if self.view.effort.is_spent() || (row > first && self.lexicon.ends_table(self.view, row)) {
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
        if is_summary(label) {
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
            None => {
                if let Some(ward) = self.ward_before(row) {
                    section.open(ward, table);
                }
            }
            Some(name) if !filled && self.titles_table_below(row, &name) => {}
            Some(name) if self.is_section(row, &name, filled) => {
                let ward = self.lexicon.ward_heading(&name);
                section.open(ward.unwrap_or(section.ward), table);
                if filled {
                    section.subtotals = Some(table.sums.len());
                    table.sums.push(SumRow { row, section: section.start..section.start });
                    if let Some(ward) = ward {
                        self.add_ward(row, name, ward, table);
                    }
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

    /// Returns the ward that is named before the column of names, as in "I. Phường Đoàn Kết", where nothing else stands
    /// in the row and it is no title of the table below.
    fn ward_before(&self, row: u32) -> Option<SectionWard> {
        let cells = self.view.cells(row);
        if cells.iter().any(|cell| self.unit_column <= cell.at.column) {
            return None;
        }
        let mut names = cells.iter().filter_map(|cell| self.written(row, cell.at.column));
        let ward = names.find_map(|name| self.lexicon.ward_heading(&name))?;
        (!self.lexicon.leads_to_table(self.view, row)).then_some(ward)
    }

    /// Returns whether the row names a ward in the column of names as a title of the table below.
    fn titles_table_below(&self, row: u32, name: &Name) -> bool {
        self.lexicon.ward_heading(name).is_some() && self.lexicon.leads_to_table(self.view, row)
    }

    /// Returns what the column of wards says beside a unit: a name counts until the next, merged over its rows or not.
    fn ward_beside(&self, row: u32, section: &mut Section) -> Option<SectionWard> {
        let at = self.view.anchor(CellRef::new(row, self.ward_column?));
        let ward = self.written(at.row, at.column).filter(|ward| !is_blank(&ward.written));
        section.beside = ward.map(|ward| self.lexicon.ward_named(&ward.written, at)).or(section.beside);
        section.beside
    }

    fn add_unit(&self, row: u32, name: Name, filled: bool, section: SectionWard, table: &mut Table) {
        let code = self.code_column.and_then(|column| self.written(row, column));
        let subject = Subject { names: vec![name], code, section, row, filled, left_blank: None };
        self.ask(subject, self.columns.groups.iter(), table);
        if filled {
            table.range.1.row = row;
        }
    }

    /// Adds the ward that heads a section for the criteria that wards answer themselves, where it answers any: the rest
    /// of its row are subtotals.
    fn add_ward(&self, row: u32, name: Name, section: SectionWard, table: &mut Table) {
        let answered = |group: &&Group| {
            let cell = |column| self.view.sheet.cell(CellRef::new(row, column));
            group.criterion.is_some_and(|key| self.lexicon.asks_wards(key))
                && group
                    .slots
                    .columns()
                    .filter_map(cell)
                    .any(|cell| Lexicon::looks_like_answer(cell, || self.view.text(cell.at)))
        };
        let answered: Vec<&Group> = self.columns.groups.iter().filter(answered).collect();
        if !answered.is_empty() {
            let code = self.code_column.and_then(|column| self.written(row, column));
            let subject = Subject { names: vec![name], code, section, row, filled: true, left_blank: None };
            self.ask(subject, answered.into_iter(), table);
        }
    }

    /// Adds a unit and what the columns of each group ask of it.
    fn ask<'g>(&self, unit: Subject, groups: impl Iterator<Item = &'g Group>, table: &mut Table) {
        if !self.view.effort.allows_answers(self.columns.groups.len()) {
            return;
        }
        let (subject, row) = (table.subjects.len(), unit.row);
        table.subjects.push(unit);
        let groups = groups.filter_map(|group| Some((group.criterion?, group)));
        table.entries.reserve(self.columns.groups.len());
        table.entries.extend(groups.map(|(criterion, group)| Entry {
            subject,
            criterion,
            who: group.who,
            row,
            slots: group.slots,
        }));
    }

    /// Notes data in columns that belong to nothing, at the first such cell of each column.
    fn note_unplaced(&self, row: u32, section: &mut Section, table: &mut Table) {
        for cell in self.view.cells(row) {
            let column = self.columns.at(cell.at.column);
            let known = column.is_some_and(|column| column.role != ColumnRole::Unknown || self.is_doubtful(column));
            if !known && section.unplaced.insert(cell.at.column) {
                table.unplaced.push(cell.at);
            }
        }
    }

    /// Returns whether it has been told that the heading of a column may mean several criteria.
    fn is_doubtful(&self, column: &Column) -> bool {
        self.columns.doubtful.iter().any(|doubt| Some(doubt.at) == column.heading)
    }

    /// Returns the text that names a row of totals, or one that sums up otherwise: under the names, or in a column before them.
    fn label(&self, row: u32) -> &str {
        let up_to_names = self.view.row_before(row, self.unit_column.saturating_add(1));
        up_to_names.map(|(_, text)| text).find(|text| is_totals(text) || is_summary(text)).unwrap_or_default()
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
    /// the subtotals of the ward, or of the kind of units, that it names.
    fn is_section(&self, row: u32, name: &Name, filled: bool) -> bool {
        let numbered = self.view.row_before(row, self.unit_column).any(|(_, text)| is_roman(text));
        let ward = || self.lexicon.ward_heading(name).is_some();
        let kind = || self.lexicon.headings.read(&canonical(&name.written)).holds == Some(Holds::Unit);
        if filled { numbered && (kind() || (self.lexicon.judges_below_wards() && ward())) } else { numbered || ward() }
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
    /// Begins a section of units of `ward`.
    fn open(&mut self, ward: SectionWard, table: &mut Table) {
        self.close(table);
        self.beside = None;
        self.ward = ward;
        self.start = table.unit_rows.len();
    }

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
