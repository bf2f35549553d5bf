//! The cells of a workbook as every format gives them.

use std::{ops::Range, sync::Arc};

use super::{Decoded, Format};
use crate::model::CellRef;

/// A workbook: its sheets in order, and what its maker stamped on it.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// Sheets in workbook order.
    pub sheets: Vec<Sheet>,
    /// Custom properties, such as the stamp of a template: name, value.
    pub properties: Vec<(String, String)>,
}

/// A sheet: its filled cells by row, then column.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Name as the file gives it, decoded.
    pub name: String,
    /// The sheet itself is hidden.
    pub hidden: bool,
    /// Filled cells in order of row, then column; at most one a place.
    cells: Vec<Cell>,
    /// The formats that cells refer to; the sheets of a workbook may share them.
    pub formats: Arc<[Format]>,
    /// Merged ranges: first and last cell.
    pub merges: Vec<(CellRef, CellRef)>,
    /// Hidden rows, ascending.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, ascending.
    pub hidden_columns: Vec<u16>,
    /// How many fields each record of a csv has, empty ones included; nothing for workbooks, whose cells have addresses.
    pub record_lengths: Vec<u16>,
    /// What was decoded from legacy encodings, one entry an encoding.
    pub decoded: Vec<Decoded>,
    /// Some of its texts were Vietnamese in Unicode as stored.
    pub holds_unicode: bool,
}

/// A filled cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Where on the sheet.
    pub at: CellRef,
    /// What stands there.
    pub value: Value,
    /// Position of its format in [`Sheet::formats`]; 0 is the plain one.
    pub format: u16,
    /// The value is the stored result of a formula.
    pub formula: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text as stored, decoded; cells that say the same may share it.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A date or a time, in ISO 8601.
    Date(Arc<str>),
    /// An error value: `#DIV/0!`.
    Error(Arc<str>),
    /// A formula that was never calculated.
    NotCalculated,
}

/// Two filled cells of a sheet have one address, and nothing tells which of them is meant.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the cell {0} stands twice on the sheet")]
pub struct CellTwice(pub CellRef);

impl Sheet {
    /// Makes a sheet from filled cells in any order.
    ///
    /// # Errors
    /// Names the first address that two of the cells have.
    pub fn new(
        name: impl Into<String>,
        mut cells: Vec<Cell>,
        formats: impl Into<Arc<[Format]>>,
    ) -> Result<Self, CellTwice> {
        if !cells.is_sorted_by(|a, b| a.at < b.at) {
            cells.sort_by_key(|cell| cell.at);
            if let Some(twice) = cells.windows(2).find(|pair| pair[0].at == pair[1].at) {
                return Err(CellTwice(twice[0].at));
            }
        }
        Ok(Self { name: name.into(), cells, formats: formats.into(), ..Self::default() })
    }

    /// Returns the filled cells in order of row, then column.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Gives access to the texts, to decode them.
    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = (CellRef, u16, &mut Arc<str>)> {
        self.cells.iter_mut().filter_map(|cell| match &mut cell.value {
            Value::Text(text) => Some((cell.at, cell.format, text)),
            _ => None,
        })
    }

    /// Returns the filled cells of `row`, in order of column.
    pub fn row(&self, row: u32) -> &[Cell] {
        &self.cells[self.rows(row..row + 1)]
    }

    /// Returns where the cells of `rows` stand in [`Sheet::cells`].
    pub fn rows(&self, rows: Range<u32>) -> Range<usize> {
        let start = self.cells.partition_point(|cell| cell.at.row < rows.start);
        let length = self.cells[start..].partition_point(|cell| cell.at.row < rows.end);
        start..start + length
    }

    /// Returns the cell at `at`, if it is filled.
    pub fn cell(&self, at: CellRef) -> Option<&Cell> {
        self.cells.binary_search_by_key(&at, |cell| cell.at).ok().map(|index| &self.cells[index])
    }

    /// Returns how `cell` looks.
    pub fn format(&self, cell: &Cell) -> Option<&Format> {
        self.formats.get(usize::from(cell.format))
    }

    /// Returns whether `at` lies in a hidden row or column, or the sheet is hidden.
    pub fn is_hidden(&self, at: CellRef) -> bool {
        self.hidden
            || self.hidden_rows.binary_search(&at.row).is_ok()
            || self.hidden_columns.binary_search(&at.column).is_ok()
    }
}
