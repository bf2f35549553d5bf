//! Which column of a table holds what.

use std::collections::BTreeMap;

use super::{Column, DefinitionTable, Row};
use crate::{
    finding::{DefinitionPlace, Finding, Place, codes},
    model::say,
    text::nearest,
};

/// A title may stand above the headings, not more than this many rows of it.
const LONGEST_TITLE: usize = 20;

/// A table whose headings have been understood.
pub(in crate::plan) struct Columns<'a> {
    table: &'a DefinitionTable,
    at: BTreeMap<Column, usize>,
    rows: &'a [Row],
}

impl<'a> Columns<'a> {
    /// Understands the headings of `table`, of which `known` may and `required` must be there.
    pub(in crate::plan) fn read(
        table: &'a DefinitionTable,
        known: &[Column],
        required: &[Column],
        findings: &mut Vec<Finding>,
    ) -> Self {
        let header = header(&table.rows, known);
        let mut columns = Self { table, at: BTreeMap::new(), rows: table.rows.get(header + 1..).unwrap_or_default() };
        if table.rows.get(header).is_none_or(|row| headings(row, known) == 0) {
            findings.push(without_headings(table, required));
            return columns;
        }
        if let Some(row) = table.rows.get(header) {
            columns.name_all(row, known, findings);
        }
        let place = table.rows.get(header).map_or_else(|| table.beginning(), |row| table.place(row, 0));
        for column in required.iter().filter(|column| !columns.at.contains_key(column)) {
            findings.push(missing_heading(*column, place.clone()));
        }
        columns
    }

    /// Returns the rows under the headings.
    pub(in crate::plan) fn rows(&self) -> &'a [Row] {
        self.rows
    }

    /// Returns the text that `row` has for `column`, empty where there is none.
    pub(in crate::plan) fn text(&self, row: &'a Row, column: Column) -> &'a str {
        self.at.get(&column).map_or("", |at| row.text(*at))
    }

    /// Returns where the text of `column` stands, or should stand, in `row`.
    pub(in crate::plan) fn place(&self, row: &Row, column: Column) -> Place {
        Place::Definition(self.table.place(row, self.at.get(&column).copied().unwrap_or(0)))
    }

    /// Returns the place of the table as a whole.
    pub(in crate::plan) fn beginning(&self) -> Place {
        Place::Definition(self.table.beginning())
    }

    fn name_all(&mut self, header: &Row, known: &[Column], findings: &mut Vec<Finding>) {
        let width = self.rows.iter().map(|row| row.fields.len()).max().unwrap_or(0).max(header.fields.len());
        for at in 0..width {
            let heading = header.text(at);
            match Column::of(heading).filter(|column| known.contains(column)) {
                Some(Column::Ignored) => {}
                Some(column) => {
                    if let Some(first) = self.at.get(&column) {
                        findings.push(heading_twice(heading, header.text(*first), self.table.place(header, at)));
                    } else {
                        self.at.insert(column, at);
                    }
                }
                None if !heading.is_empty() => {
                    findings.push(unknown_heading(heading, known, self.table.place(header, at)));
                }
                None => findings.extend(self.without_heading(at)),
            }
        }
    }

    /// Returns a finding at the first field of a column that has content but no heading.
    fn without_heading(&self, at: usize) -> Option<Finding> {
        let row = self.rows.iter().find(|row| !row.text(at).is_empty())?;
        let value = row.text(at);
        let message =
            say!("\"{value}\" đứng ở cột không có tiêu đề", "\"{value}\" stands in a column without a heading");
        Some(
            Finding::new(&codes::DEFINITION_SYNTAX, Place::Definition(self.table.place(row, at)), message)
                .quoting(value),
        )
    }
}

/// Returns the first row that looks like headings, else the first row.
fn header(rows: &[Row], known: &[Column]) -> usize {
    rows.iter().take(LONGEST_TITLE).position(|row| headings(row, known) > 1).unwrap_or(0)
}

/// Returns how many fields of `row` name a column that means something.
fn headings(row: &Row, known: &[Column]) -> usize {
    let columns = row.fields.iter().filter_map(|field| Column::of(&field.text));
    columns.filter(|column| *column != Column::Ignored && known.contains(column)).count()
}

/// Tells that there is no row of headings, or nothing at all.
fn without_headings(table: &DefinitionTable, required: &[Column]) -> Finding {
    let words = required.iter().map(|column| column.word()).collect::<Vec<_>>().join(",");
    let (place, message) = match table.rows.first() {
        None => (table.beginning(), say!("Tệp không có dòng nào", "The file holds no row")),
        Some(row) => {
            let first = row.text(0);
            let message = say!(
                "Tệp không có dòng tên cột; dòng đầu bắt đầu bằng \"{first}\"",
                "The file has no row of headings; its first row begins with \"{first}\""
            );
            (table.place(row, 0), message)
        }
    };
    Finding::new(&codes::MISSING_KEY, Place::Definition(place), message)
        .expecting(&words)
        .helped_by(say!("Thêm dòng đầu có các tên cột: {words}", "Add a first row with the headings: {words}"))
}

fn missing_heading(column: Column, place: DefinitionPlace) -> Finding {
    let words = column.words().iter().take(3).map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    let word = column.word();
    let message = say!("Thiếu cột \"{word}\"", "The column \"{word}\" is missing");
    Finding::new(&codes::MISSING_KEY, Place::Definition(place), message)
        .expecting(word)
        .helped_by(say!("Thêm một cột có tiêu đề {words}", "Add a column headed {words}"))
}

fn heading_twice(heading: &str, first: &str, place: DefinitionPlace) -> Finding {
    let message = say!(
        "Cột \"{heading}\" trùng với cột \"{first}\" đã có",
        "The column \"{heading}\" repeats the column \"{first}\""
    );
    Finding::new(&codes::DUPLICATE_DEFINITION, Place::Definition(place), message).quoting(heading)
}

fn unknown_heading(heading: &str, known: &[Column], place: DefinitionPlace) -> Finding {
    let words = known.iter().flat_map(|column| column.words().iter().copied());
    let message = say!("Không biết cột \"{heading}\"", "The column \"{heading}\" is unknown");
    let finding = Finding::new(&codes::UNKNOWN_KEY, Place::Definition(place), message).quoting(heading);
    if let Some(near) = nearest(heading, words).first() {
        return finding.expecting(*near).helped_by(say!("Có phải là \"{near}\"?", "Did you mean \"{near}\"?"));
    }
    let all = known.iter().filter(|column| **column != Column::Ignored).map(|column| column.word());
    let all = all.collect::<Vec<_>>().join(", ");
    finding.helped_by(say!("Các cột được dùng là: {all}", "The columns in use are: {all}"))
}
