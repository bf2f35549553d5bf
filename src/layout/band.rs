//! The heading rows of a table, column by column: labels may be merged, or split over rows.

use std::ops::Range;

use crate::{
    model::{CellRef, Decimal},
    workbook::Value,
};

use super::{
    Lexicon,
    heading::{Heading, Holds},
    label::Named,
    view::View,
};

/// A heading that stands in the rows above a column.
pub(super) struct Segment<'v> {
    pub(super) text: &'v str,
    pub(super) at: CellRef,
    pub(super) heading: Heading,
    pub(super) named: Named,
}

/// The heading rows of a table.
pub(super) struct Band<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) lexicon: &'v Lexicon<'v>,
    /// First and last heading row.
    pub(super) rows: (u32, u32),
    first_column: u16,
    /// Where the cells of each row stand among those of the sheet.
    cells: Vec<Range<usize>>,
    /// The headings over each column from the first on, top down, each once.
    over: Vec<Vec<Segment<'v>>>,
}

impl<'v, 'a> Band<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>, lexicon: &'v Lexicon<'v>, rows: (u32, u32)) -> Self {
        let cells = (rows.0..=rows.1).map(|row| view.sheet.rows(row..row + 1)).collect();
        let mut band = Self { view, lexicon, rows, first_column: 0, cells, over: Vec::new() };
        let columns = band.covered();
        if view.effort.looks_at(columns.len() * band.cells.len()) {
            band.first_column = columns.start;
            band.over = columns.map(|column| band.read(column)).collect();
        }
        band
    }

    /// Returns the headings over `column`, top down, each once.
    pub(super) fn over(&self, column: u16) -> &[Segment<'v>] {
        let index = column.checked_sub(self.first_column).map(usize::from);
        index.and_then(|index| self.over.get(index)).map_or(&[], Vec::as_slice)
    }

    fn read(&self, column: u16) -> Vec<Segment<'v>> {
        let mut segments: Vec<Segment<'v>> = Vec::new();
        for row in self.rows.0..=self.rows.1 {
            let at = self.view.anchor(CellRef::new(row, column));
            if segments.last().is_some_and(|last| last.at == at) {
                continue;
            }
            segments.extend(self.segment(at));
        }
        self.join(&mut segments);
        segments
    }

    /// Reads labels that say nothing one by one as one that is split over rows.
    fn join(&self, segments: &mut [Segment<'v>]) {
        if segments.len() < 2 || segments.iter().any(|segment| segment.heading.holds.is_some()) {
            return;
        }
        let joined = segments.iter().map(|segment| segment.text).collect::<Vec<_>>().join(" ");
        if let Some(last) = segments.last_mut() {
            last.heading.holds = self.lexicon.headings.read(&joined).holds;
        }
    }

    fn segment(&self, at: CellRef) -> Option<Segment<'v>> {
        let row = at.row.checked_sub(self.rows.0).and_then(|row| self.cells.get(row as usize));
        // A merged cell may begin above the headings.
        let within = row.cloned().unwrap_or(0..self.view.sheet.cells().len());
        let (cell, text) = self.view.filled_at(within, at)?;
        let named = match &cell.value {
            Value::Number(number) => Decimal::from_spreadsheet(*number)
                .map_or(Named::Nothing, |number| self.lexicon.labels.read_number(&number.to_string())),
            _ => self.lexicon.labels.read(text),
        };
        let mut heading = self.lexicon.heading(cell, text);
        let filled = !text.is_empty() || named != Named::Nothing || heading.holds.is_some();
        if named.criterion().is_some_and(|key| self.lexicon.names_other_year(text, key)) {
            heading.holds = Some(Holds::OtherYear);
        }
        filled.then_some(Segment { text, at, heading, named })
    }

    /// Returns the first column whose headings say that it holds `what`.
    pub(super) fn column_of(&self, what: Holds) -> Option<u16> {
        let holds = |column: &u16| self.over(*column).iter().any(|segment| segment.heading.holds == Some(what));
        self.columns().find(holds)
    }

    /// Returns the column that names the units: under a word for them, else under a word for wards.
    pub(super) fn unit_column(&self) -> Option<u16> {
        self.column_of(Holds::Unit).or_else(|| self.column_of(Holds::Ward))
    }

    /// Returns the column that names the ward of each unit, beside the one that names the units.
    pub(super) fn ward_column(&self) -> Option<u16> {
        self.column_of(Holds::Unit).and_then(|_| self.column_of(Holds::Ward))
    }

    /// Returns the first column of another table beside this one: units are named a second time, after criteria.
    pub(super) fn table_beside(&self) -> Option<u16> {
        let names = |column: &u16| self.over(*column).iter().any(|segment| segment.heading.holds == Some(Holds::Unit));
        let orders = |column: u16| self.over(column).iter().any(|segment| segment.heading.holds == Some(Holds::Order));
        let first = self.columns().find(names)?;
        let criterion = self.columns().find(|column| {
            *column > first && self.over(*column).iter().any(|segment| segment.named.criterion().is_some())
        })?;
        let second = self.columns().find(|column| *column > criterion && names(column))?;
        Some(second.checked_sub(1).filter(|before| orders(*before)).unwrap_or(second))
    }

    /// Returns every column over which something stands.
    pub(super) fn columns(&self) -> impl Iterator<Item = u16> + use<> {
        let first = self.first_column;
        (0..self.over.len()).filter_map(move |index| first.checked_add(u16::try_from(index).ok()?))
    }

    fn covered(&self) -> Range<u16> {
        let cells = self.view.sheet.rows(self.rows.0..self.rows.1 + 1);
        let cells = self.view.sheet.cells()[cells].iter().map(|cell| cell.at.column);
        let merged = self.view.merged.touching(self.rows.0..self.rows.1 + 1, self.view.effort);
        let merged = merged.filter(|(first, _)| !self.view.text(*first).is_empty());
        let last = cells.clone().chain(merged.map(|(_, last)| last.column)).max();
        let first = cells.min();
        first.zip(last).map_or(0..0, |(first, last)| first..last.saturating_add(1))
    }
}
