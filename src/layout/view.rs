//! A sheet as the table finders look at it: canonical texts, merged cells, rows.

use std::{borrow::Cow, cell::OnceCell};

use super::Effort;
use crate::{
    model::CellRef,
    text::canonical,
    workbook::{Cell, Sheet, Value},
};

/// A sheet whose texts are made comparable only where they are looked at.
pub(super) struct View<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) effort: &'a Effort,
    keys: Vec<OnceCell<Cow<'a, str>>>,
    /// Merged ranges by their first row, and the most rows that one of them spans.
    merges: Vec<(CellRef, CellRef)>,
    tallest: u32,
}

/// No label is longer; what is longer is prose.
const LONGEST_LABEL: usize = 400;

impl<'a> View<'a> {
    pub(super) fn new(sheet: &'a Sheet, effort: &'a Effort) -> Self {
        let mut merges = sheet.merges.clone();
        merges.sort_unstable_by_key(|(first, _)| *first);
        let tallest = merges.iter().map(|(first, last)| last.row.saturating_sub(first.row) + 1).max().unwrap_or(0);
        Self { sheet, effort, keys: vec![OnceCell::new(); sheet.cells().len()], merges, tallest }
    }

    /// Returns the last filled row, or nothing on an empty sheet.
    pub(super) fn last_row(&self) -> Option<u32> {
        self.sheet.cells().last().map(|cell| cell.at.row)
    }

    /// Returns the cells of `row`, whatever they say.
    pub(super) fn cells(&self, row: u32) -> &'a [Cell] {
        self.sheet.row(row)
    }

    /// Returns the cells of `row` with their canonical texts; cells that hold no text have an empty one.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = (&'a Cell, &str)> {
        self.sheet.rows(row..row + 1).map(|index| (&self.sheet.cells()[index], self.key(index)))
    }

    /// Returns the cells of `row` that stand before `column`, with their canonical texts.
    pub(super) fn row_before(&self, row: u32, column: u16) -> impl Iterator<Item = (&'a Cell, &str)> {
        let cells = self.sheet.cells();
        let before = self.sheet.rows(row..row + 1).take_while(move |index| cells[*index].at.column < column);
        before.map(|index| (&self.sheet.cells()[index], self.key(index)))
    }

    /// Returns the canonical text at `at`; empty where there is none.
    pub(super) fn text(&self, at: CellRef) -> &str {
        self.sheet.cells().binary_search_by_key(&at, |cell| cell.at).map_or("", |index| self.key(index))
    }

    /// Returns the canonical text over `at`, whether it stands there or in a merged cell that covers it.
    pub(super) fn text_over(&self, at: CellRef) -> &str {
        self.text(self.anchor(at))
    }

    /// Returns the first cell of the merged range that covers `at`, or `at` itself.
    pub(super) fn anchor(&self, at: CellRef) -> CellRef {
        let covers = |(first, last): &&(CellRef, CellRef)| {
            (first.row..=last.row).contains(&at.row) && (first.column..=last.column).contains(&at.column)
        };
        let from = self.merges.partition_point(|(first, _)| first.row + self.tallest <= at.row);
        let to = self.merges.partition_point(|(first, _)| first.row <= at.row);
        self.merges[from..to.max(from)].iter().find(covers).map_or(at, |(first, _)| *first)
    }

    fn key(&self, index: usize) -> &str {
        self.keys[index].get_or_init(|| match &self.sheet.cells()[index].value {
            Value::Text(text) if text.len() <= LONGEST_LABEL => canonical(text),
            _ => Cow::Borrowed(""),
        })
    }
}
