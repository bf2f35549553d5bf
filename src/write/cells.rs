//! The cells of a workbook of any format as a new workbook of Excel: values, formats of numbers, merged ranges, what is
//! hidden.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Formula, Workbook as NewWorkbook, Worksheet, XlsxError, utility,
};

use crate::workbook::{Cell, Sheet, Value, Workbook};

use super::WriteError;

/// So many cells lie in merged ranges at most: each of them is written.
const MERGED_CELLS: u64 = 100_000;
/// How wide columns are, in letters.
const NARROWEST: usize = 8;
const WIDEST: usize = 40;
/// A row with so many cells is one of a table: what is long in it goes on in the next line, a title beside its cell.
const TABLE_ROW: usize = 3;
/// How high a line is, in points, and how many lines of a row are seen at once.
const LINE_HEIGHT: u32 = 15;
const MOST_LINES: u32 = 20;
/// The longest name or value of a property.
const PROPERTY: usize = 255;
/// What a formula is given that was never calculated: no program is asked for its formula.
const NOT_CALCULATED: &str = "#N/A";
/// The errors of cells; any other text in their place is text.
const ERRORS: [&str; 7] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

/// Writes the cells of `book` into a new workbook of Excel, without a clock.
///
/// # Errors
/// When they do not fit into one.
pub fn cells_xlsx(book: &Workbook) -> Result<Vec<u8>, WriteError> {
    let mut new = NewWorkbook::new();
    let mut properties = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    for (name, value) in &book.properties {
        if [name, value].iter().all(|text| (1..=PROPERTY).contains(&text.chars().count())) {
            properties = properties.set_custom_property(name, value.as_str());
        }
    }
    new.set_properties(&properties);
    let mut names = BTreeSet::new();
    let first_seen = book.sheets.iter().position(|sheet| !sheet.hidden);
    for (index, sheet) in book.sheets.iter().enumerate() {
        let written = new.add_worksheet();
        written.set_name(free_name(&sheet.name, index, &mut names))?;
        if first_seen == Some(index) {
            written.set_active(true);
        }
        written.set_hidden(sheet.hidden && first_seen.is_some());
        write(written, sheet)?;
    }
    if book.sheets.is_empty() {
        new.add_worksheet();
    }
    Ok(new.save_to_buffer()?)
}

/// Returns the name of a sheet as Excel takes it, none twice.
fn free_name(name: &str, index: usize, names: &mut BTreeSet<String>) -> String {
    let fits = |name: &String| utility::check_sheet_name(name).is_ok();
    let wanted = Some(name.to_owned()).filter(fits).unwrap_or_else(|| format!("Trang {}", index + 1));
    let numbered = (2_u32..).map(|number| format!("Trang {} ({number})", index + 1));
    let name = [wanted].into_iter().chain(numbered).find(|name| names.insert(name.to_lowercase()));
    name.unwrap_or_default()
}

fn write(written: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let mut left = MERGED_CELLS;
    for (first, last) in &sheet.merges {
        let cells = u64::from(last.row - first.row + 1) * u64::from(last.column - first.column + 1);
        if cells > 1 && cells <= left {
            left -= cells;
            let wraps = Format::new().set_text_wrap();
            // Ranges that overlap, which no program makes, are not merged: their cells are all there.
            let _ = written.merge_range(first.row, first.column, last.row, last.column, "", &wraps);
        }
    }
    let mut widths: Vec<usize> = Vec::new();
    for row in sheet.cells().chunk_by(|one, next| one.at.row == next.at.row) {
        let wraps = row.len() >= TABLE_ROW;
        let mut lines = 1_u32;
        for cell in row {
            let column = usize::from(cell.at.column);
            if widths.len() <= column {
                widths.resize(column + 1, NARROWEST);
            }
            if wraps {
                widths[column] = widths[column].max(width(cell).min(WIDEST));
                let needed = u32::try_from(lines_of(cell)).unwrap_or(MOST_LINES);
                lines = lines.max(needed).min(MOST_LINES);
            }
            let number = sheet.format(cell).and_then(|format| format.number.as_deref());
            write_cell(written, cell, number, wraps)?;
        }
        if let Some(first) = row.first().filter(|_| lines > 1) {
            written.set_row_height(first.at.row, LINE_HEIGHT * lines)?;
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        written.set_column_width(column, u16::try_from(width).unwrap_or(u16::MAX))?;
    }
    let last = sheet.cells().last().map_or(0, |cell| cell.at.row);
    for row in sheet.hidden_rows.iter().filter(|row| **row <= last) {
        written.set_row_hidden(*row)?;
    }
    for column in &sheet.hidden_columns {
        written.set_column_hidden(*column)?;
    }
    Ok(())
}

/// Returns how many letters wide what stands in a cell is.
fn width(cell: &Cell) -> usize {
    match &cell.value {
        Value::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0) + 2,
        _ => NARROWEST + 4,
    }
}

/// Returns how many lines what stands in a cell takes in the widest column.
fn lines_of(cell: &Cell) -> usize {
    match &cell.value {
        Value::Text(text) => text.lines().map(|line| (line.chars().count() + 2).div_ceil(WIDEST)).sum(),
        _ => 1,
    }
}

fn write_cell(written: &mut Worksheet, cell: &Cell, number: Option<&str>, wraps: bool) -> Result<(), XlsxError> {
    let (row, column) = (cell.at.row, cell.at.column);
    let format = number.map_or_else(Format::new, |number| Format::new().set_num_format(number));
    match &cell.value {
        Value::Text(text) => written.write_string_with_format(row, column, text.as_ref(), &wrapped(format, wraps))?,
        Value::Number(number) => written.write_number_with_format(row, column, *number, &format)?,
        Value::Bool(truth) => written.write_boolean_with_format(row, column, *truth, &format)?,
        Value::Date(date) => match ExcelDateTime::parse_from_str(date) {
            Ok(serial) => {
                let shown = number.filter(|code| shows_dates(code)).unwrap_or_else(|| date_format(date));
                written.write_datetime_with_format(row, column, serial, &Format::new().set_num_format(shown))?
            }
            Err(_) => written.write_string(row, column, date.as_ref())?,
        },
        Value::Error(error) if ERRORS.contains(&error.as_ref()) => write_error(written, cell, error)?,
        Value::Error(error) => written.write_string(row, column, error.as_ref())?,
        Value::NotCalculated => write_error(written, cell, NOT_CALCULATED)?,
    };
    Ok(())
}

fn wrapped(format: Format, wraps: bool) -> Format {
    if wraps { format.set_text_wrap() } else { format }
}

fn write_error<'a>(written: &'a mut Worksheet, cell: &Cell, error: &str) -> Result<&'a mut Worksheet, XlsxError> {
    written.write_formula(cell.at.row, cell.at.column, Formula::new(error).set_result(error))
}

fn shows_dates(code: &str) -> bool {
    code.to_lowercase().contains(['d', 'y', 'h', 's'])
}

/// Returns how a date or time in ISO 8601 is shown.
fn date_format(date: &str) -> &'static str {
    match (date.contains('-'), date.contains(':')) {
        (true, true) => "dd/mm/yyyy hh:mm:ss",
        (true, false) => "dd/mm/yyyy",
        _ => "hh:mm:ss",
    }
}
