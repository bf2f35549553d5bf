//! How much of a file is read: the one place for every bound, whatever the file claims about itself.

use super::ReadError;
use crate::model::{Message, phrase};

/// Bounds on what one file may hold.
///
/// A ward's workbook has 10 to 100 KB and a few thousand cells, a whole city's a few MB.
/// The defaults leave room for far more than either and keep the time and the memory that reading takes,
/// the file itself included, below a few seconds and 400 MiB for any sequence of bytes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the file: 20 MiB.
    pub file_bytes: u64,
    /// Bytes of all the parts that are read, unpacked: 80 MiB.
    pub expanded_bytes: u64,
    /// Bytes of one part, unpacked: 64 MiB.
    pub part_bytes: u64,
    /// Parts in the package: 10,000.
    pub parts: u64,
    /// Sheets: 256, and the list of what is to be mended beside them.
    pub sheets: u64,
    /// Rows of a sheet: 1,048,576, as in Excel.
    pub rows: u64,
    /// Columns of a sheet: 16,384, as in Excel.
    pub columns: u64,
    /// Cells in all sheets together, formatted blanks included: 1,000,000.
    pub cells: u64,
    /// Bytes of the text of one cell: 131,068, which the 32,767 characters of Excel never exceed.
    pub cell_text_bytes: u64,
    /// Bytes of the text of all cells together: 24 MiB.
    pub text_bytes: u64,
    /// Distinct texts that a workbook keeps for its cells: 500,000.
    pub shared_strings: u64,
    /// Merged ranges of a sheet: 100,000.
    pub merges: u64,
    /// Fonts, fills, borders and cell styles together: 262,144, four times what Excel allows of each.
    pub styles: u64,
    /// Bytes of the name of a style or a font, or of a number format: 1,024, which the 255 letters of Excel never exceed.
    pub name_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 20 << 20,
            expanded_bytes: 80 << 20,
            part_bytes: 64 << 20,
            parts: 10_000,
            sheets: 256,
            rows: 1_048_576,
            columns: 16_384,
            cells: 1_000_000,
            cell_text_bytes: 131_068,
            text_bytes: 24 << 20,
            shared_strings: 500_000,
            merges: 100_000,
            styles: 262_144,
            name_bytes: 1024,
        }
    }
}

/// The name of a bound of [`Limits`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Limit {
    /// [`Limits::file_bytes`].
    FileBytes,
    /// [`Limits::expanded_bytes`].
    ExpandedBytes,
    /// [`Limits::part_bytes`].
    PartBytes,
    /// [`Limits::parts`].
    Parts,
    /// [`Limits::sheets`].
    Sheets,
    /// [`Limits::rows`].
    Rows,
    /// [`Limits::columns`].
    Columns,
    /// [`Limits::cells`].
    Cells,
    /// [`Limits::cell_text_bytes`].
    CellTextBytes,
    /// [`Limits::text_bytes`].
    TextBytes,
    /// [`Limits::shared_strings`].
    SharedStrings,
    /// [`Limits::merges`].
    Merges,
    /// [`Limits::styles`].
    Styles,
    /// [`Limits::name_bytes`].
    NameBytes,
}

impl Limits {
    /// Returns the bound that `limit` names.
    pub fn of(&self, limit: Limit) -> u64 {
        match limit {
            Limit::FileBytes => self.file_bytes,
            Limit::ExpandedBytes => self.expanded_bytes,
            Limit::PartBytes => self.part_bytes,
            Limit::Parts => self.parts,
            Limit::Sheets => self.sheets,
            Limit::Rows => self.rows,
            Limit::Columns => self.columns,
            Limit::Cells => self.cells,
            Limit::CellTextBytes => self.cell_text_bytes,
            Limit::TextBytes => self.text_bytes,
            Limit::SharedStrings => self.shared_strings,
            Limit::Merges => self.merges,
            Limit::Styles => self.styles,
            Limit::NameBytes => self.name_bytes,
        }
    }

    /// Refuses a `found` that is above the bound.
    pub(crate) fn check(&self, limit: Limit, found: u64) -> Result<(), ReadError> {
        let allowed = self.of(limit);
        if found <= allowed { Ok(()) } else { Err(ReadError::OverLimits { limit, found, allowed }) }
    }
}

impl Limit {
    /// Says what is counted and in what unit.
    pub(super) fn told(self) -> Message {
        match self {
            Self::FileBytes => phrase!("dung lượng tệp (byte)", "bytes of the file"),
            Self::ExpandedBytes => phrase!("dung lượng sau khi giải nén (byte)", "bytes after unpacking"),
            Self::PartBytes => {
                phrase!("dung lượng một phần của tệp sau khi giải nén (byte)", "bytes of one part after unpacking")
            }
            Self::Parts => phrase!("số phần trong tệp", "parts in the file"),
            Self::Sheets => phrase!("số trang tính", "sheets"),
            Self::Rows => phrase!("số dòng của một trang tính", "rows of a sheet"),
            Self::Columns => phrase!("số cột của một trang tính", "columns of a sheet"),
            Self::Cells => phrase!("số ô, kể cả ô trống có định dạng", "cells, formatted blanks included"),
            Self::CellTextBytes => phrase!("độ dài văn bản trong một ô (byte)", "bytes of text in one cell"),
            Self::TextBytes => {
                phrase!("độ dài văn bản của mọi ô cộng lại (byte)", "bytes of text in all cells together")
            }
            Self::SharedStrings => phrase!("số văn bản khác nhau", "distinct texts"),
            Self::Merges => phrase!("số vùng gộp ô của một trang tính", "merged ranges of a sheet"),
            Self::Styles => phrase!("số kiểu định dạng", "styles"),
            Self::NameBytes => phrase!(
                "độ dài tên kiểu, tên phông chữ hoặc định dạng số (byte)",
                "bytes in the name of a style or a font, or in a number format"
            ),
        }
    }
}
