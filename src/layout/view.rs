//! A sheet as the table finders look at it: canonical texts, merged cells, rows.

use std::{borrow::Cow, cell::OnceCell, ops::Range};

use super::{Effort, merged::Merged};
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
    pub(super) merged: Merged,
}

/// No label is longer; what is longer is prose.
pub(super) const LONGEST_LABEL: usize = 400;

impl<'a> View<'a> {
    pub(super) fn new(sheet: &'a Sheet, effort: &'a Effort) -> Self {
        let merged = Merged::new(&sheet.merges);
        Self { sheet, effort, keys: vec![OnceCell::new(); sheet.cells().len()], merged }
    }

    /// Returns the last filled row, or nothing on an empty sheet.
    pub(super) fn last_row(&self) -> Option<u32> {
        self.sheet.cells().last().map(|cell| cell.at.row)
    }

    /// Returns the first row from `row` on that holds a cell; a stray cell may stand a million rows below the others.
    pub(super) fn filled_from(&self, row: u32) -> Option<u32> {
        let cells = self.sheet.cells();
        cells.get(cells.partition_point(|cell| cell.at.row < row)).map(|cell| cell.at.row)
    }

    /// Returns the first row from `row` on that holds a cell or lies under a merged one, up to the last that holds one.
    pub(super) fn covered_from(&self, row: u32) -> Option<u32> {
        let filled = self.filled_from(row)?;
        if row == filled {
            return Some(filled);
        }
        // A merged cell may reach down a million rows.
        let merged = self.merged.touching(row..filled, self.effort).next().filter(|_| self.effort.looks_at(1));
        Some(merged.map_or(filled, |(first, _)| first.row.max(row)))
    }

    /// Returns the cells of `row`, whatever they say.
    pub(super) fn cells(&self, row: u32) -> &'a [Cell] {
        self.sheet.row(row)
    }

    /// Returns where the cells of a row stand whose first one is the cell at `index`; nothing after the last cell.
    pub(super) fn row_beginning_at(&self, index: usize) -> Option<Range<usize>> {
        let cells = self.sheet.cells().get(index..)?;
        let row = cells.first()?.at.row;
        Some(index..index + cells.iter().take_while(|cell| cell.at.row == row).count())
    }

    /// Returns the cells of `row` with their canonical texts; cells that hold no text have an empty one.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = (&'a Cell, &str)> {
        self.filled(self.sheet.rows(row..row + 1))
    }

    /// Returns the cells at those positions with their canonical texts.
    pub(super) fn filled(&self, cells: Range<usize>) -> impl Iterator<Item = (&'a Cell, &str)> {
        cells.map(|index| (&self.sheet.cells()[index], self.key(index)))
    }

    /// Returns the cells of `row` that stand before `column`, with their canonical texts.
    pub(super) fn row_before(&self, row: u32, column: u16) -> impl Iterator<Item = (&'a Cell, &str)> {
        let cells = self.sheet.cells();
        let before = self.sheet.rows(row..row + 1).take_while(move |index| cells[*index].at.column < column);
        before.map(|index| (&self.sheet.cells()[index], self.key(index)))
    }

    /// Returns the canonical text at `at`; empty where there is none.
    pub(super) fn text(&self, at: CellRef) -> &str {
        self.filled_at(0..self.sheet.cells().len(), at).map_or("", |(_, text)| text)
    }

    /// Returns the cell at `at`, which stands among those `within`, and its canonical text.
    pub(super) fn filled_at(&self, within: Range<usize>, at: CellRef) -> Option<(&'a Cell, &str)> {
        let start = within.start;
        let index = self.sheet.cells()[within].binary_search_by_key(&at, |cell| cell.at).ok()? + start;
        Some((&self.sheet.cells()[index], self.key(index)))
    }

    /// Returns the canonical text over `at`, whether it stands there or in a merged cell that covers it.
    pub(super) fn text_over(&self, at: CellRef) -> &str {
        self.text(self.anchor(at))
    }

    /// Returns the first cell of the merged range that covers `at`, or `at` itself.
    pub(super) fn anchor(&self, at: CellRef) -> CellRef {
        self.merged.over(at, self.effort).map_or(at, |(first, _)| first)
    }

    /// Returns the merged range that covers the cell at `at` and shows another one in its place.
    pub(super) fn cover(&self, at: CellRef) -> Option<(CellRef, CellRef)> {
        self.merged.over(at, self.effort).filter(|(first, _)| *first != at)
    }

    fn key(&self, index: usize) -> &str {
        self.keys[index].get_or_init(|| match &self.sheet.cells()[index].value {
            Value::Text(text) if text.len() <= LONGEST_LABEL => canonical(text),
            _ => Cow::Borrowed(""),
        })
    }
}
