//! A table that people write, a register or targets, as rows of fields that know where they stand.

mod columns;
mod csv;
mod headings;
mod sheet;

use crate::finding::{DefinitionPlace, Finding};

pub(super) use self::{columns::Column, headings::Columns};

/// A register or targets before anything in it has been understood: from CSV or from a sheet of a workbook.
#[derive(Clone, Debug)]
pub struct DefinitionTable {
    /// The file as it is named in findings.
    file: String,
    /// Rows that are not blank, in file order.
    rows: Vec<Row>,
    /// What is to be told of how it was read.
    warnings: Vec<Finding>,
}

/// A row of such a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// At least one.
    fields: Vec<Field>,
}

/// A field: its text, trimmed and in NFC, and where it stands.
#[derive(Clone, Debug, Default)]
struct Field {
    text: String,
    line: u32,
    column: u32,
    start: usize,
    end: usize,
}

/// No field that means anything is longer.
const LONGEST_FIELD: usize = 1_000;
/// Twice the groups of the whole country.
const MOST_ROWS: usize = 200_000;
/// No table that means anything is wider.
const MOST_COLUMNS: usize = 256;

impl DefinitionTable {
    /// Returns the place of the file as a whole: its beginning.
    pub(super) fn beginning(&self) -> DefinitionPlace {
        beginning(&self.file)
    }

    /// Returns what is to be told of how the table was read.
    pub(super) fn warnings(&self) -> &[Finding] {
        &self.warnings
    }

    /// Returns the place of the field in `column` of `row`; where the row is too short, of its last field.
    pub(super) fn place(&self, row: &Row, column: usize) -> DefinitionPlace {
        let last = row.fields.len() - 1;
        row.fields[column.min(last)].place(&self.file)
    }
}

impl Row {
    /// Returns the text in `column`, empty where there is none.
    pub(super) fn text(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", |field| &field.text)
    }

    /// Returns the line of the row.
    pub(super) fn line(&self) -> u32 {
        self.fields[0].line
    }

    fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| field.text.is_empty())
    }
}

impl Field {
    fn place(&self, file: &str) -> DefinitionPlace {
        DefinitionPlace {
            file: file.to_owned(),
            line: self.line,
            column: self.column,
            start: self.start,
            end: self.end,
        }
    }
}

fn beginning(file: &str) -> DefinitionPlace {
    DefinitionPlace { file: file.to_owned(), line: 1, column: 1, start: 0, end: 0 }
}
