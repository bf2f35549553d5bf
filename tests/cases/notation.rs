//! Workbooks written as text, made into files.
//!
//! A line is a row and `|` stands between its cells; a blank line is a blank row. A cell is
//!
//! | written | what the cell holds |
//! |---|---|
//! | `Đạt` | a text |
//! | `#95.5` | a number |
//! | `#0.955%` | a number shown as a percentage |
//! | `#=96` | a formula with its stored value |
//! | `##` | a formula that was never calculated |
//! | `#!` | an error value, `#DIV/0!` |
//!
//! A line that begins with `@` says something about the file or about the sheet that it stands in:
//!
//! | written | what it says |
//! |---|---|
//! | `@sheet Biểu 2` | a sheet begins; rows before the first such line are on "Biểu 1" |
//! | `@hidden` | the sheet is hidden |
//! | `@hide row 5`, `@hide column D` | the row or column is hidden |
//! | `@merge A1:C1` | the cells are merged |
//! | `@format C3 0.00` | the number format of a filled cell |
//! | `@font A1 .VnTime` | the font of a filled cell |
//! | `@property name value` | the workbook has a property of its own |
//! | `@blank-sheets 256` | so many blank sheets follow |
//! | `@container Name Name` | the file is a container of older Office instead, with streams of these names |
//! | `@bytes 50 4B 03 04` | the file is these bytes instead |

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};
use tdp::model::CellRef;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Stands for the value of a formula that was never calculated, until the file is written.
const NOT_CALCULATED: &str = "0.5e-77";

/// A sheet as it is written.
#[derive(Default)]
struct Page {
    name: String,
    hidden: bool,
    rows: Vec<Vec<String>>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u16>,
    merges: Vec<(CellRef, CellRef)>,
    formats: BTreeMap<CellRef, Format>,
}

/// Returns the file that `text` describes.
pub(crate) fn made(text: &str) -> Vec<u8> {
    let mut pages: Vec<Page> = Vec::new();
    let midnight = ExcelDateTime::from_ymd(2025, 10, 1).unwrap();
    let mut properties = DocProperties::new().set_creation_datetime(&midnight);
    for line in text.lines() {
        let Some(said) = line.strip_prefix('@') else {
            page(&mut pages).rows.push(line.split('|').map(|cell| cell.trim().to_owned()).collect());
            continue;
        };
        let (about, rest) = said.split_once(' ').unwrap_or((said, ""));
        match about {
            "sheet" => pages.push(Page { name: rest.to_owned(), ..Page::default() }),
            "blank-sheets" => pages.extend(
                (1..=rest.parse::<u32>().unwrap())
                    .map(|number| Page { name: format!("Trang {number}"), ..Page::default() }),
            ),
            "property" => {
                let (name, value) = rest.split_once(' ').unwrap();
                properties = properties.set_custom_property(name, value);
            }
            "container" => return container(rest),
            "bytes" => return rest.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect(),
            _ => page(&mut pages).say(about, rest),
        }
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    for page in &pages {
        page.write(workbook.add_worksheet());
    }
    never_calculated(&workbook.save_to_buffer().unwrap())
}

/// Returns the sheet that a line belongs to.
fn page(pages: &mut Vec<Page>) -> &mut Page {
    if pages.is_empty() {
        pages.push(Page { name: "Biểu 1".to_owned(), ..Page::default() });
    }
    pages.last_mut().unwrap()
}

impl Page {
    /// Keeps what a line says about the sheet.
    fn say(&mut self, about: &str, rest: &str) {
        match (about, rest.split_once(' ')) {
            ("hidden", None) => self.hidden = true,
            ("hide", Some(("row", row))) => self.hidden_rows.push(row.parse::<u32>().unwrap() - 1),
            ("hide", Some(("column", column))) => self.hidden_columns.push(at(&format!("{column}1")).column),
            ("merge", None) => {
                let (first, last) = rest.split_once(':').unwrap();
                self.merges.push((at(first), at(last)));
            }
            ("format", Some((cell, code))) => self.change(at(cell), |format| format.set_num_format(code)),
            ("font", Some((cell, font))) => self.change(at(cell), |format| format.set_font_name(font)),
            _ => panic!("the notation knows no line \"@{about} {rest}\""),
        }
    }

    fn change(&mut self, cell: CellRef, change: impl FnOnce(Format) -> Format) {
        let format = self.formats.remove(&cell).unwrap_or_default();
        self.formats.insert(cell, change(format));
    }

    fn write(&self, sheet: &mut Worksheet) {
        sheet.set_name(&self.name).unwrap().set_hidden(self.hidden);
        for (first, last) in &self.merges {
            sheet.merge_range(first.row, first.column, last.row, last.column, "", &Format::new()).unwrap();
        }
        for (row, cells) in self.rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                let cell = CellRef::new(row.try_into().unwrap(), column.try_into().unwrap());
                let format = self.formats.get(&cell).cloned().unwrap_or_default();
                write_cell(sheet, cell, text, format);
            }
        }
        for row in &self.hidden_rows {
            sheet.set_row_hidden(*row).unwrap();
        }
        for column in &self.hidden_columns {
            sheet.set_column_hidden(*column).unwrap();
        }
    }
}

fn write_cell(sheet: &mut Worksheet, at: CellRef, text: &str, format: Format) {
    let (row, column) = (at.row, at.column);
    let mut formula = |value: &str| {
        sheet.write_formula_with_format(row, column, Formula::new("=1/1").set_result(value), &format).unwrap();
    };
    match text.strip_prefix('#') {
        Some("#") => formula(NOT_CALCULATED),
        Some("!") => formula("#DIV/0!"),
        Some(rest) if rest.starts_with('=') => formula(rest.trim_start_matches('=')),
        Some(rest) => {
            let (number, format) = match rest.strip_suffix('%') {
                Some(number) => (number, format.set_num_format("0.0%")),
                None => (rest, format),
            };
            sheet.write_number_with_format(row, column, number.parse::<f64>().unwrap(), &format).unwrap();
        }
        None => {
            sheet.write_string_with_format(row, column, text, &format).unwrap();
        }
    }
}

fn at(address: &str) -> CellRef {
    address.parse().unwrap_or_else(|_| panic!("{address} is no cell"))
}

/// Takes the value out of the formulas that were never calculated, which no writer leaves without one.
fn never_calculated(bytes: &[u8]) -> Vec<u8> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..package.len() {
        let mut part = package.by_index(index).unwrap();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        written.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        let value = format!("<v>{NOT_CALCULATED}</v>");
        written.write_all(content.replace(&value, "").as_bytes()).unwrap();
    }
    written.finish().unwrap().into_inner()
}

fn container(streams: &str) -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for stream in streams.split(' ') {
        container.create_stream(stream).unwrap().write_all(b"...").unwrap();
    }
    container.into_inner().into_inner()
}
