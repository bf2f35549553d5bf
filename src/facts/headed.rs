//! Under which headings the cells of findings stand: what people see above the column and at the head of the row.

use std::collections::BTreeMap;

use crate::{
    criteria::CriteriaSet,
    finding::Finding,
    layout::{Column, ColumnRole, Effort, Layout, Merged, Table},
    model::{CellRef, CriterionKey, SheetKey},
    text::{canonical, one_line},
    workbook::{Sheet, Value, Workbook},
};

use super::shown::clipped;

/// A text that heads a row has so many letters; less is a number or a letter that counts rows.
const FEWEST_LETTERS: usize = 3;

/// A label stands over at most so many columns without a merge.
const MOST_BESIDE: usize = 8;

/// Names the headings of the cells of all findings that stand below the headings of a table.
pub fn name_headings(criteria: &CriteriaSet, book: &Workbook, tables: &[Table], findings: &mut [Finding]) {
    let mut by_sheet: BTreeMap<SheetKey, Vec<&mut Finding>> = BTreeMap::new();
    for finding in findings {
        if let Some(sheet) = finding.place.sheet().filter(|_| finding.place.cell().is_some()) {
            by_sheet.entry(sheet).or_default().push(finding);
        }
    }
    for (key, findings) in by_sheet {
        let Some(sheet) = book.sheets.get(key.index()) else { continue };
        let merged = Merged::new(&sheet.merges);
        let mut headed: Vec<Headed<'_>> = tables
            .iter()
            .filter(|table| table.sheet == key)
            .filter_map(|table| Headed::new(criteria, sheet, &merged, table))
            .collect();
        for finding in findings {
            let Some(at) = finding.place.cell() else { continue };
            // The tables of a sheet stand below each other, in this order.
            let above = headed.partition_point(|table| table.table.range.0.row <= at.row);
            let last = above.checked_sub(1).and_then(|last| headed.get_mut(last));
            if let Some(table) = last.filter(|table| table.holds(at)) {
                finding.headings.column = table.above(at.column);
                finding.headings.row = table.beside(at);
            }
        }
    }
}

/// A table with the headings of its columns, as far as they were asked for.
struct Headed<'a> {
    criteria: &'a CriteriaSet,
    sheet: &'a Sheet,
    merged: &'a Merged,
    table: &'a Table,
    /// The last row of its headings.
    lowest: u32,
    /// The rows of its units and where they are named; empty for cards.
    units: BTreeMap<u32, (&'a str, Option<CellRef>)>,
    columns: BTreeMap<u16, &'a Column>,
    /// What was asked for already.
    paths: BTreeMap<u16, Option<String>>,
    effort: Effort,
}

impl<'a> Headed<'a> {
    fn new(criteria: &'a CriteriaSet, sheet: &'a Sheet, merged: &'a Merged, table: &'a Table) -> Option<Self> {
        let lowest = table.columns.iter().filter_map(|column| column.heading).map(|heading| heading.row).max()?;
        // A unit of a list has a row for each of its criteria.
        let of_subjects = table.subjects.iter().enumerate().map(|(index, subject)| (subject.row, index));
        let of_entries = table.entries.iter().map(|entry| (entry.row, entry.subject));
        let rows = of_subjects.chain(of_entries).filter(|_| table.layout != Layout::Card);
        let named = rows.filter_map(|(row, subject)| Some((row, table.subjects.get(subject)?.names.first()?)));
        let units = named.map(|(row, name)| (row, (name.written.as_str(), name.at))).collect();
        let columns = table.columns.iter().rev().map(|column| (column.column, column)).collect();
        let (paths, effort) = (BTreeMap::new(), Effort::default());
        Some(Self { criteria, sheet, merged, table, lowest, units, columns, paths, effort })
    }

    /// Returns whether a cell stands below the headings of the table.
    fn holds(&self, at: CellRef) -> bool {
        let (first, last) = self.table.range;
        (self.lowest + 1..=last.row).contains(&at.row) && (first.column..=last.column).contains(&at.column)
    }

    /// Returns what heads a column, from the criterion down to what of it stands there.
    fn above(&mut self, column: u16) -> Option<String> {
        if let Some(path) = self.paths.get(&column) {
            return path.clone();
        }
        let known = self.columns.get(&column).filter(|known| known.role != ColumnRole::Ignored);
        let path = known.map(|known| self.path(known)).filter(|path| !path.is_empty());
        self.paths.insert(column, path.clone());
        path
    }

    /// Joins the labels over a column, from that which names its criterion down.
    fn path(&self, column: &Column) -> String {
        let mut labels: Vec<String> = Vec::new();
        for row in (self.table.range.0.row..=self.lowest).rev() {
            let Some(label) = self.label(row, column).filter(|label| labels.last() != Some(label)) else { continue };
            let names_it = column.criterion.is_none_or(|criterion| self.names(&label, criterion));
            labels.push(label);
            if names_it {
                break;
            }
        }
        labels.reverse();
        labels.join(" › ")
    }

    /// Returns whether a label names a criterion: what stands above it are standards and titles.
    fn names(&self, label: &str, criterion: CriterionKey) -> bool {
        let criterion = self.criteria.criterion(criterion);
        let label = canonical(label);
        let mut names = std::iter::once(&criterion.title).chain(&criterion.aliases);
        label.split_whitespace().any(|word| word.trim_end_matches(['.', ':', ')']) == criterion.id)
            || names.any(|name| label.contains(&*canonical(name)))
    }

    /// Returns the label over a column in a row of the headings; one that stands over several columns, merged or not,
    /// is in the first of them.
    fn label(&self, row: u32, column: &Column) -> Option<String> {
        let own = self.words(CellRef::new(row, column.column));
        own.or_else(|| {
            let criterion = column.criterion?;
            let before = self.columns.range(..column.column).rev().take(MOST_BESIDE);
            let mut same = before.filter(|(_, known)| known.criterion == Some(criterion)).map(|(before, _)| *before);
            same.find_map(|before| self.words(CellRef::new(row, before))).filter(|label| self.names(label, criterion))
        })
    }

    /// Returns what heads the row of a cell, unless that cell does so itself.
    fn beside(&self, at: CellRef) -> Option<String> {
        if let Some((written, place)) = self.units.get(&at.row) {
            return (*place != Some(at)).then(|| in_brief(written));
        }
        let row = self.sheet.row(at.row).iter();
        let mut before = row.take_while(|cell| cell.at.column < at.column);
        before.find_map(|cell| match &cell.value {
            Value::Text(text) if cell.at.column >= self.table.range.0.column => said(text),
            _ => None,
        })
    }

    /// Returns the words at `at`, or in the merged cell over it.
    fn words(&self, at: CellRef) -> Option<String> {
        let at = self.merged.over(at, &self.effort).map_or(at, |(first, _)| first);
        match &self.sheet.cell(at)?.value {
            Value::Text(text) => said(text),
            _ => None,
        }
    }
}

/// Returns a text in one line, unless it only counts.
fn said(text: &str) -> Option<String> {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).take(FEWEST_LETTERS).count();
    (letters == FEWEST_LETTERS).then(|| in_brief(text))
}

fn in_brief(text: &str) -> String {
    clipped(&one_line(text)).into_owned()
}
