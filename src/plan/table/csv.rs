//! CSV bytes to a table: UTF-8 with or without BOM, separated by commas, semicolons or tabs.

use std::{borrow::Cow, str};

use csv_core::{ReadFieldResult, ReaderBuilder};
use memchr::memchr2;

use super::{Column, DefinitionTable, Field, LONGEST_FIELD, MOST_COLUMNS, MOST_ROWS, Row, beginning};
use crate::{
    finding::{DefinitionPlace, Finding, Place, codes},
    model::{Message, say},
    text::{
        legacy::{Legacy, decode},
        to_nfc,
    },
};

/// The register of the whole country takes a third of it.
const MOST_BYTES: usize = 32 << 20;

impl DefinitionTable {
    /// Reads a table from the bytes of a CSV file; `file` is what findings call it.
    ///
    /// # Errors
    /// When the bytes are no UTF-8 text, a quote is never closed, or the file is over the limits.
    pub fn from_csv(file: &str, bytes: &[u8]) -> Result<Self, Vec<Finding>> {
        let text = decoded(file, bytes)?;
        let rows = Splitter::new(bytes.len() - text.len(), text).rows();
        let rows = rows.into_iter().filter(|row| !row.is_blank()).collect();
        let table = Self { file: file.to_owned(), rows, warnings: Vec::new() };
        let findings = table.trouble(bytes);
        if findings.is_empty() { Ok(table) } else { Err(findings) }
    }

    /// Returns what makes the table unfit to be understood.
    fn trouble(&self, bytes: &[u8]) -> Vec<Finding> {
        if self.rows.len() > MOST_ROWS {
            return vec![too_large(&self.file)];
        }
        let misread = || self.rows.iter().flat_map(|row| &row.fields).find_map(|field| field.misread(&self.file));
        let findings: Vec<Finding> = self.rows.iter().filter_map(|row| row.trouble(&self.file, bytes)).collect();
        if findings.is_empty() { misread().into_iter().collect() } else { findings }
    }
}

impl Field {
    /// Tells of UTF-8 that was read in the code page of a machine and saved so: then most of the file is like it.
    fn misread(&self, file: &str) -> Option<Finding> {
        let Cow::Owned(meant) = decode(&self.text, Legacy::MisreadUtf8) else { return None };
        let text = &self.text;
        let message = say!(
            "Chữ tiếng Việt trong tệp đã bị đọc sai bảng mã: \"{text}\" là \"{meant}\"",
            "The Vietnamese text of the file was read in a wrong code page: \"{text}\" is \"{meant}\""
        );
        let help = say!(
            "Lấy lại tệp gốc, nhập vào Excel bằng Dữ liệu > Từ Văn bản/CSV với bảng mã 65001 UTF-8, rồi lưu theo kiểu \"CSV UTF-8\"",
            "Take the file as it was before, import it with Data > From Text/CSV as 65001 UTF-8, and save it as \"CSV UTF-8\""
        );
        Some(syntax(self.place(file), message).quoting(text).expecting(meant).helped_by(help))
    }
}

impl Row {
    fn trouble(&self, file: &str, bytes: &[u8]) -> Option<Finding> {
        if let Some(field) = self.fields.get(MOST_COLUMNS) {
            let message = say!("Dòng có quá {MOST_COLUMNS} cột", "The row has more than {MOST_COLUMNS} columns");
            return Some(syntax(field.place(file), message));
        }
        self.fields.iter().find_map(|field| {
            let raw = bytes.get(field.start..field.end).unwrap_or_default();
            if raw.first() == Some(&b'"') && raw.split(|byte| *byte == b'"').count() % 2 == 0 {
                let message = say!("Dấu ngoặc kép không được đóng lại", "A quotation mark is never closed");
                return Some(syntax(field.place(file), message));
            }
            let long = field.text.len() > LONGEST_FIELD && field.text.chars().nth(LONGEST_FIELD).is_some();
            long.then(|| {
                let message =
                    say!("Ô dài quá {LONGEST_FIELD} ký tự", "The field is longer than {LONGEST_FIELD} characters");
                syntax(field.place(file), message)
            })
        })
    }
}

fn decoded<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Vec<Finding>> {
    if bytes.len() > MOST_BYTES {
        return Err(vec![too_large(file)]);
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let good = str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        let mut cursor = Cursor::default();
        cursor.advance(good, good.len());
        let place = DefinitionPlace {
            file: file.to_owned(),
            line: cursor.line,
            column: cursor.column,
            start: good.len(),
            end: bytes.len().min(good.len() + 1),
        };
        let help = say!(
            "Mở tệp bằng Excel và lưu lại theo kiểu \"CSV UTF-8\"",
            "Open the file in Excel and save it as \"CSV UTF-8\""
        );
        vec![syntax(place, say!("Tệp không phải văn bản UTF-8", "The file is not UTF-8 text")).helped_by(help)]
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

pub(super) fn too_large(file: &str) -> Finding {
    let message = say!("Tệp \"{file}\" quá lớn", "The file \"{file}\" is too large");
    Finding::new(&codes::DEFINITION_UNREADABLE, Place::Definition(beginning(file)), message)
}

fn syntax(place: DefinitionPlace, message: Message) -> Finding {
    Finding::new(&codes::DEFINITION_SYNTAX, Place::Definition(place), message)
}

/// Splits text into rows of fields, keeping where each stands.
struct Splitter<'a> {
    /// Bytes before the text: those of the BOM.
    offset: usize,
    text: &'a str,
    delimiter: char,
    cursor: Cursor,
}

impl<'a> Splitter<'a> {
    fn new(offset: usize, text: &'a str) -> Self {
        Self { offset, text, delimiter: delimiter(text), cursor: Cursor::default() }
    }

    fn rows(mut self) -> Vec<Row> {
        let bytes = self.text.as_bytes();
        let mut reader = ReaderBuilder::new().delimiter(self.delimiter as u8).build();
        let mut output = vec![0; bytes.len() + 1];
        let (mut rows, mut fields) = (Vec::new(), Vec::new());
        let (mut start, mut at, mut filled) = (0, 0, 0);
        loop {
            let (result, read, written) = reader.read_field(&bytes[at..], &mut output[filled..]);
            at += read;
            filled += written;
            match result {
                // The next call, without input, tells the reader that this was all.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::Field { record_end } => {
                    fields.push(self.field(start, at, &output[..filled]));
                    (start, filled) = (at, 0);
                    if record_end {
                        let next = Vec::with_capacity(fields.len());
                        rows.push(Row { fields: std::mem::replace(&mut fields, next) });
                    }
                }
                ReadFieldResult::OutputFull | ReadFieldResult::End => return rows,
            }
        }
    }

    fn field(&mut self, start: usize, end: usize, value: &[u8]) -> Field {
        let consumed = self.text.get(start..end).unwrap_or_default();
        let raw = consumed.strip_suffix(self.delimiter).unwrap_or(consumed);
        let start = start + (raw.len() - raw.trim_start().len());
        let end = start + raw.trim().len();
        self.cursor.advance(self.text, start);
        let text =
            if value.is_empty() { String::new() } else { to_nfc(String::from_utf8_lossy(value).trim()).into_owned() };
        let Cursor { line, column, .. } = self.cursor;
        let (start, end) = (self.offset + start, self.offset + end);
        Field { text, line, column, start, end }
    }
}

/// Returns what separates the fields: under which the first line shows the most known headings, then the most fields.
fn delimiter(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let weight = |delimiter: &char| {
        let known = first.split(*delimiter).filter(|heading| Column::of(heading.trim_matches(['"', ' '])).is_some());
        (known.count(), first.matches(*delimiter).count())
    };
    // Of equals the last one counts, so the comma stands last.
    ['\t', ';', ','].into_iter().max_by_key(weight).unwrap_or(',')
}

/// A position in a text, moving forward only.
struct Cursor {
    at: usize,
    line: u32,
    column: u32,
}

impl Default for Cursor {
    fn default() -> Self {
        Self { at: 0, line: 1, column: 1 }
    }
}

impl Cursor {
    fn advance(&mut self, text: &str, to: usize) {
        let passed = text.get(self.at..to).unwrap_or_default();
        if memchr2(b'\n', b'\r', passed.as_bytes()).is_none() {
            self.column = self.column.saturating_add(u32::try_from(passed.chars().count()).unwrap_or(u32::MAX));
            self.at = to;
            return;
        }
        let mut letters = passed.chars().peekable();
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied().or_else(|| text.get(to..)?.chars().next());
            if letter == '\n' || (letter == '\r' && next != Some('\n')) {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else {
                self.column = self.column.saturating_add(1);
            }
        }
        self.at = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(bytes: &[u8]) -> Vec<(String, u32, u32, String)> {
        let table = DefinitionTable::from_csv("units.csv", bytes).expect("readable");
        let raw = |field: &Field| String::from_utf8_lossy(&bytes[field.start..field.end]).into_owned();
        let fields = table.rows.iter().flat_map(|row| &row.fields);
        fields.map(|field| (field.text.clone(), field.line, field.column, raw(field))).collect()
    }

    fn check(bytes: &[u8], expected: &[(&str, u32, u32, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(t, l, c, r)| ((*t).to_owned(), *l, *c, (*r).to_owned())).collect();
        assert_eq!(fields(bytes), expected);
    }

    #[test]
    fn every_field_knows_where_it_stands() {
        check(
            "\u{feff}code,name\r\n\r\nLC, Tỉnh \"A\" ,x\r\n".as_bytes(),
            &[
                ("code", 1, 1, "code"),
                ("name", 1, 6, "name"),
                ("LC", 3, 1, "LC"),
                ("Tỉnh \"A\"", 3, 5, "Tỉnh \"A\""),
                ("x", 3, 15, "x"),
            ],
        );
    }

    #[test]
    fn a_quoted_field_may_hold_separators_and_lines() {
        check(
            b"code;name\n\"a;\n\"\"b\";c\nd;e",
            &[
                ("code", 1, 1, "code"),
                ("name", 1, 6, "name"),
                ("a;\n\"b", 2, 1, "\"a;\n\"\"b\""),
                ("c", 3, 6, "c"),
                ("d", 4, 1, "d"),
                ("e", 4, 3, "e"),
            ],
        );
    }

    #[test]
    fn tabs_separate_and_empty_fields_keep_their_place() {
        check(
            b"code\tname\n\tb\n",
            &[("code", 1, 1, "code"), ("name", 1, 6, "name"), ("", 2, 1, ""), ("b", 2, 2, "b")],
        );
    }

    fn finding(bytes: &[u8]) -> (&'static str, Place) {
        let finding = DefinitionTable::from_csv("u", bytes).expect_err("unreadable").swap_remove(0);
        (finding.code.number, finding.place)
    }

    fn place(line: u32, column: u32, start: usize, end: usize) -> Place {
        Place::Definition(DefinitionPlace { file: "u".to_owned(), line, column, start, end })
    }

    #[test]
    fn bytes_that_are_no_text_are_told_with_their_place() {
        assert_eq!(finding(b"code,name\nT\xe3"), ("TDP501", place(2, 2, 11, 12)));
    }

    #[test]
    fn text_read_in_a_wrong_code_page_is_told_once() {
        let rows =
            "code,name,kind,parent\nLC,ThÃ\u{a0}nh phá»‘ Lai ChÃ¢u,thÃ\u{a0}nh phá»‘,\n01,XÃ£ San ThÃ\u{a0}ng,xÃ£,LC\n";
        let findings = DefinitionTable::from_csv("u", rows.as_bytes()).expect_err("misread");
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].code.number, findings[0].expected.as_deref()), ("TDP501", Some("Thành phố Lai Châu")));
        assert!(findings[0].help.vi.contains("CSV UTF-8"));
        assert!(DefinitionTable::from_csv("u", "code,name\nÂ,Xã Â Ã\n".as_bytes()).is_ok());
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        assert_eq!(finding(b"code,name\nA,\"b\nC,d\n"), ("TDP501", place(2, 3, 12, 18)));
    }
}
