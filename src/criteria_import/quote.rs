//! Cells quoted in comments: the sheet, the address, what stands there.

use crate::{
    model::{Message, say},
    text::{clipped, one_line},
};

use super::{
    grid::Said,
    rows::{Row, Use},
};

/// The most letters of a cell that a comment quotes.
const LONGEST: usize = 300;

/// Quotes cells of one sheet.
#[derive(Debug)]
pub(super) struct Quote {
    sheet: String,
}

impl Quote {
    /// Quotes by the name of the sheet; the only sheet of a text file has none, and goes by that of the file.
    pub(super) fn new(sheet: &str, file: &str) -> Self {
        let name = one_line(sheet);
        let name = [&*name, file].into_iter().find(|name| !name.is_empty());
        Self { sheet: shortened(name.unwrap_or("?")) }
    }

    /// Returns the name of the sheet.
    pub(super) fn sheet(&self) -> &str {
        &self.sheet
    }

    /// Returns `Biểu 1!C7 "Từ 95 % trở lên"`.
    pub(super) fn cell(&self, said: &Said) -> String {
        format!("{}!{} \"{}\"", self.sheet, said.at, shortened(&said.text))
    }

    /// Returns all cells of a row, with the headings of columns that a criteria set has no room for.
    pub(super) fn cells(&self, row: &Row) -> Message {
        let cells = row.cells.iter().map(|(heading, said)| {
            let cell = self.cell(said);
            match heading {
                Use::Quoted(heading) | Use::Remark(heading) if !heading.is_empty() => {
                    format!("{cell} ({})", shortened(heading))
                }
                _ => cell,
            }
        });
        Message::same(cells.collect::<Vec<_>>().join("; "))
    }

    /// Says which cells something comes from.
    pub(super) fn source(&self, row: &Row) -> Message {
        let cells = self.cells(row);
        say!("Nguồn: {cells}", "Source: {cells}", cells)
    }
}

/// Returns a text as far as a comment shows it.
pub(super) fn shortened(text: &str) -> String {
    clipped(text, LONGEST).into_owned()
}
