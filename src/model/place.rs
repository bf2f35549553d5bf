//! Where a value stands: file, sheet and cell.

use std::{fmt, str::FromStr};

use super::{FileKey, SheetKey};

/// A cell of a sheet; row and column count from 0, the text is A1.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CellRef {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u16,
}

impl CellRef {
    /// Makes the address of the cell in `row` and `column`, both from 0.
    pub const fn new(row: u32, column: u16) -> Self {
        Self { row, column }
    }

    /// Returns the letters of the column: `AB`.
    pub fn column_letters(column: u16) -> String {
        let mut letters = String::new();
        // A string takes whatever is written to it.
        let _ = write_letters(&mut letters, u32::from(column));
        letters
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_letters(f, u32::from(self.column))?;
        write!(f, "{}", u64::from(self.row) + 1)
    }
}

fn write_letters(to: &mut impl fmt::Write, column: u32) -> fmt::Result {
    if let Some(before) = (column / 26).checked_sub(1) {
        write_letters(to, before)?;
    }
    char::from_digit(column % 26 + 10, 36).map_or(Ok(()), |letter| to.write_char(letter.to_ascii_uppercase()))
}

/// Why a text is not an A1 address.
#[derive(Debug, thiserror::Error, Eq, PartialEq)]
#[error("not an A1 address")]
pub struct NotAnAddress;

impl FromStr for CellRef {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
        let (column, row) = text.split_at(letters);
        if column.is_empty() || column.len() > 3 || !row.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAnAddress);
        }
        let column = column.bytes().fold(0_u32, |sum, b| sum * 26 + u32::from(b - b'A') + 1);
        let row: u32 = row.parse().map_err(|_| NotAnAddress)?;
        let column = u16::try_from(column - 1).map_err(|_| NotAnAddress)?;
        Ok(Self { row: row.checked_sub(1).ok_or(NotAnAddress)?, column })
    }
}

/// A cell of a file of the run.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CellPlace {
    /// The file.
    pub file: FileKey,
    /// The sheet in the file.
    pub sheet: SheetKey,
    /// The cell on the sheet.
    pub cell: CellRef,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_it_is_written() {
        for (text, row, column) in [("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)] {
            assert_eq!(CellRef::new(row, column).to_string(), text);
            assert_eq!(text.parse(), Ok(CellRef::new(row, column)));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["", "A", "1", "A0", "a1", "ABCD1", "A1B", "A-1", "A99999999999"] {
            assert_eq!(text.parse::<CellRef>(), Err(NotAnAddress), "{text}");
        }
    }
}
