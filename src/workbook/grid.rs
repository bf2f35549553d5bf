//! The cells of a sheet of a binary format while its records are read, each checked against the limits as it comes.

use std::{collections::HashMap, sync::Arc};

use super::{
    Cell, Limit, Limits, Sheet, Value,
    fault::Fault,
    formats::{Formats, Style, built_in},
    number_format::Shown,
    runs::Look,
    values::{between, place, shown_value},
};
use crate::{model::CellRef, text::Height};

/// What the sheets of a workbook share.
#[derive(Default)]
pub(super) struct Shared {
    /// Whether serial dates count from 1904.
    pub from_1904: bool,
    /// The texts that cells refer to.
    pub strings: Vec<Arc<str>>,
    /// The formats of the styles that cells refer to.
    formats: Formats,
    /// What the number format of each style shows.
    shown: Vec<Shown>,
}

/// A font.
pub(super) struct Font {
    /// Its name.
    pub name: String,
    /// How its letters look.
    pub look: Look,
}

impl Font {
    /// Takes the `name` of a font of the binary formats, the word of its bits, and the number for its height on the line.
    pub(super) fn new(name: String, bits: u16, height: u16) -> Self {
        let height = match height {
            1 => Height::Raised,
            2 => Height::Lowered,
            _ => Height::Line,
        };
        Self { name, look: Look { height, crossed_out: bits & 8 != 0 } }
    }
}

/// The fonts, number formats and styles of a workbook while they are read.
#[derive(Default)]
pub(super) struct Looks {
    /// Fonts.
    fonts: Vec<Font>,
    /// Number format codes by their numbers.
    codes: HashMap<u16, String>,
    /// Styles: positions of the font, where there is one, and number of the number format.
    pub styles: Vec<(usize, u16)>,
}

impl Looks {
    /// Adds a font. Every style is told from the others by the names of its font and number format.
    pub(super) fn font(&mut self, font: Font, limits: &Limits) -> Result<(), Fault> {
        over(limits, Limit::NameBytes, font.name.len() as u64)?;
        self.fonts.push(font);
        Ok(())
    }

    /// Adds a number format.
    pub(super) fn code(&mut self, number: u16, code: String, limits: &Limits) -> Result<(), Fault> {
        over(limits, Limit::NameBytes, code.len() as u64)?;
        self.codes.insert(number, code);
        Ok(())
    }

    /// Returns how the letters of the font at a position look.
    pub(super) fn look(&self, font: usize) -> Look {
        self.fonts.get(font).map(|font| font.look).unwrap_or_default()
    }

    /// Refuses more than the limits allow.
    pub(super) fn check(&self, limits: &Limits) -> Result<(), Fault> {
        over(limits, Limit::Styles, (self.fonts.len() + self.codes.len() + self.styles.len()) as u64)
    }

    /// Settles the formats of the styles.
    pub(super) fn settle(&self, shared: &mut Shared) -> Result<(), Fault> {
        let code = |number: u16| self.codes.get(&number).map(String::as_str).or_else(|| built_in(number));
        let styles = self.styles.iter().map(|style| {
            let font = self.fonts.get(style.0);
            let crossed_out = font.is_some_and(|font| font.look.crossed_out);
            Style { number: code(style.1), font: font.map(|font| font.name.as_str()), crossed_out }
        });
        let found = self.styles.len() as u64;
        shared.formats = Formats::of(styles).ok_or(Fault::Over(Limit::Styles, found))?;
        shared.shown = shared.formats.shown();
        Ok(())
    }
}

/// What may still be read of a workbook.
pub(super) struct Budget<'a> {
    /// The bounds.
    pub limits: &'a Limits,
    /// Cells so far, formatted blanks included.
    pub cells: u64,
    /// Bytes of the text of cells so far.
    pub text_bytes: u64,
    /// Hidden rows so far.
    hidden_rows: u64,
}

impl<'a> Budget<'a> {
    /// Starts with nothing read.
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self { limits, cells: 0, text_bytes: 0, hidden_rows: 0 }
    }

    /// Counts a value that stands in `times` cells, before it is put there.
    pub(super) fn take(&mut self, value: &Value, times: u64) -> Result<(), Fault> {
        if let Value::Text(text) | Value::Date(text) | Value::Error(text) = value {
            if text.len() as u64 > self.limits.cell_text_bytes {
                return Err(Fault::TooLong(text.len()));
            }
            self.text_bytes = self.text_bytes.saturating_add((text.len() as u64).saturating_mul(times));
            over(self.limits, Limit::TextBytes, self.text_bytes)?;
        }
        Ok(())
    }

    /// Counts hidden rows; a file of a few bytes can hide every row of every sheet.
    pub(super) fn hidden_rows(&mut self, count: u64) -> Result<(), Fault> {
        self.hidden_rows = self.hidden_rows.saturating_add(count);
        over(self.limits, Limit::Rows, self.hidden_rows)
    }

    /// Counts cells, empty or not.
    pub(super) fn count(&mut self, cells: u64) -> Result<(), Fault> {
        self.cells = self.cells.saturating_add(cells);
        over(self.limits, Limit::Cells, self.cells)
    }
}

/// Where a cell stands and the number of its style.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
    /// Number of its style.
    pub style: usize,
}

/// A sheet while it is read.
pub(super) struct Grid<'a, 'l> {
    /// What the sheets share.
    pub shared: &'a Shared,
    /// What may still be read.
    pub budget: &'a mut Budget<'l>,
    /// The filled cells in the order of the file.
    pub cells: Vec<Cell>,
    merges: Vec<(CellRef, CellRef)>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u16>,
}

impl<'a, 'l> Grid<'a, 'l> {
    /// Starts an empty sheet.
    pub(super) fn new(shared: &'a Shared, budget: &'a mut Budget<'l>) -> Self {
        Self {
            shared,
            budget,
            cells: Vec::new(),
            merges: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
        }
    }

    /// Puts a value in a cell, or counts a cell without one.
    pub(super) fn put(&mut self, spot: Spot, value: Option<Value>, formula: bool) -> Result<(), Fault> {
        self.budget.count(1)?;
        let at = place((spot.row, spot.column), self.budget.limits)?;
        // A style that is not there could be the one that makes a number a percentage.
        if spot.style > 0 && spot.style >= self.shared.shown.len() {
            return Err(Fault::Malformed);
        }
        if let Some(value) = value {
            self.budget.take(&value, 1)?;
            self.cells.push(Cell { at, value, format: self.shared.formats.position(spot.style), formula });
        }
        Ok(())
    }

    /// Puts a number in a cell, which its format may show as a date.
    pub(super) fn number(&mut self, spot: Spot, number: f64, formula: bool) -> Result<(), Fault> {
        let shown = self.shared.shown.get(spot.style).copied().unwrap_or_default();
        self.put(spot, Some(shown_value(number, shown, self.shared.from_1904)), formula)
    }

    /// Puts the text of that number in a cell.
    pub(super) fn shared_text(&mut self, spot: Spot, number: u32) -> Result<(), Fault> {
        let text = self.shared.strings.get(number as usize).ok_or(Fault::Malformed)?;
        self.put(spot, (!text.is_empty()).then(|| Value::Text(Arc::clone(text))), false)
    }

    /// Adds a merged range: its rows and columns from one end to the other.
    pub(super) fn merge(&mut self, rows: (u32, u32), columns: (u32, u32)) -> Result<(), Fault> {
        let one = place((rows.0, columns.0), self.budget.limits)?;
        self.merges.push(between(one, place((rows.1, columns.1), self.budget.limits)?));
        over(self.budget.limits, Limit::Merges, self.merges.len() as u64)
    }

    /// Hides a row.
    pub(super) fn hide_row(&mut self, row: u32) -> Result<(), Fault> {
        self.budget.hidden_rows(1)?;
        self.hidden_rows.push(place((row, 0), self.budget.limits)?.row);
        Ok(())
    }

    /// Hides the columns from `first` to `last`.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) -> Result<(), Fault> {
        let first = place((0, first), self.budget.limits)?.column;
        // The last one may be the one after all.
        let last = u16::try_from(last.min(u32::from(u16::MAX))).unwrap_or(u16::MAX);
        let count = self.hidden_columns.len() as u64 + u64::from(last.saturating_sub(first));
        over(self.budget.limits, Limit::Columns, count)?;
        self.hidden_columns.extend(first..=last);
        Ok(())
    }

    /// Ends the sheet `name`.
    pub(super) fn finish(mut self, name: &str, hidden: bool) -> Result<Sheet, Fault> {
        self.hidden_rows.sort_unstable();
        self.hidden_rows.dedup();
        self.hidden_columns.sort_unstable();
        self.hidden_columns.dedup();
        let mut sheet = Sheet::new(name, self.cells, Arc::clone(&self.shared.formats.list)).map_err(Fault::Twice)?;
        sheet.hidden = hidden;
        sheet.merges = self.merges;
        sheet.hidden_rows = self.hidden_rows;
        sheet.hidden_columns = self.hidden_columns;
        Ok(sheet)
    }
}

/// Refuses a `found` that is above the bound.
pub(super) fn over(limits: &Limits, limit: Limit, found: u64) -> Result<(), Fault> {
    if found <= limits.of(limit) { Ok(()) } else { Err(Fault::Over(limit, found)) }
}
