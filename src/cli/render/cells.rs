//! The cells of a workbook as they are read, as a list for people and as JSON.

use std::fmt::Write as _;

use serde::Serialize;
use tdp::{
    criteria::CriteriaSet,
    facts::{Encoding, Raw},
    layout::{ColumnRole, Layout, Table},
    model::{CellRef, Decimal, Language, Message},
    text::legacy::Legacy,
    workbook::{Cell, Decoded, Sheet, Value, Workbook},
};
use unicode_normalization::UnicodeNormalization as _;

use super::{drawn::Drawn, palette, plain, table};
use crate::cli::language::Pick;

#[derive(Serialize)]
struct Shown {
    schema: &'static str,
    file: String,
    encoding: Encoding,
    sheets: Vec<ShownSheet>,
}

#[derive(Serialize)]
struct ShownSheet {
    name: Option<String>,
    hidden: bool,
    cells: Vec<ShownCell>,
    tables: Vec<ShownTable>,
}

#[derive(Serialize)]
struct ShownTable {
    layout: Layout,
    range: String,
    columns: Vec<ShownColumn>,
}

#[derive(Serialize)]
struct ShownColumn {
    r#ref: String,
    criterion: Option<String>,
    role: ColumnRole,
}

#[derive(Serialize)]
struct ShownCell {
    r#ref: String,
    text: String,
    number: Option<String>,
    format: Option<String>,
    hidden: bool,
    formula: bool,
}

/// The tables recognised in a workbook, and the criteria by which they were.
#[derive(Debug)]
pub(crate) struct Recognised {
    /// The tables of every sheet.
    pub(crate) tables: Vec<Table>,
    /// The criteria whose names were looked for.
    pub(crate) criteria: CriteriaSet,
    /// For each sheet with cells and without a table, what is wanting for one.
    pub(crate) wanting: Vec<Option<Message>>,
}

/// Sets the workbook as JSON.
pub(crate) fn json(
    file: &str,
    encoding: Encoding,
    book: &Workbook,
    found: Option<&Recognised>,
) -> anyhow::Result<Vec<u8>> {
    let sheets = book.sheets.iter().enumerate().map(|(index, sheet)| ShownSheet {
        name: name(sheet),
        hidden: sheet.hidden,
        cells: sheet.cells().iter().map(|cell| shown(sheet, cell)).collect(),
        tables: tables_on(index, found),
    });
    super::json_line(&Shown { schema: "tdp.cells/1", file: file.to_owned(), encoding, sheets: sheets.collect() })
}

/// Sets the workbook as a list of cells, sheet by sheet, with the recognised tables drawn beside them.
pub(crate) fn text(book: &Workbook, found: Option<&Recognised>, language: Language) -> String {
    let mut text = String::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        let bold = palette::HEADING;
        let hidden = if sheet.hidden { language.pick(" (ẩn)", " (hidden)") } else { "" };
        let name = name(sheet).unwrap_or_else(|| language.pick("(tệp CSV)", "(CSV file)").to_owned());
        let _ = writeln!(text, "{bold}{}{bold:#}{hidden}{}", plain(&name), decoded(sheet, language));
        list(&mut text, sheet, &drawn_on(index, found), language);
        if let Some(why) = found.and_then(|found| found.wanting.get(index)?.as_ref()) {
            let told = language.pick("Không nhận ra biểu nào ở trang này", "No table was recognised on this sheet");
            let _ = writeln!(text, "\n  {bold}{told}{bold:#}: {}", plain(why.in_language(language)));
        }
        text.push('\n');
    }
    text
}

/// Lists the cells of a sheet; lines at the left margin enclose those of a table.
fn list(text: &mut String, sheet: &Sheet, tables: &[Drawn<'_>], language: Language) {
    let over = |cell: &Cell| tables.iter().position(|table| table.covers(cell.at.row));
    let rows: Vec<Vec<String>> = sheet
        .cells()
        .iter()
        .map(|cell| row(sheet, cell, over(cell).map(|table| tables[table].taken_for(cell.at, language)), language))
        .collect();
    let mut open = None;
    let bold = palette::HEADING;
    for (cell, line) in sheet.cells().iter().zip(table::text(&rows).lines()) {
        let table = over(cell);
        if open.is_some() && table != open {
            text.push_str("└\n");
        }
        if let Some(begun) = table.filter(|_| table != open) {
            let _ = writeln!(text, "┌ {bold}{}{bold:#}", tables[begun].title(language));
        }
        open = table;
        let _ = writeln!(text, "{} {line}", if table.is_some() { '│' } else { ' ' });
    }
    if open.is_some() {
        text.push_str("└\n");
    }
}

/// Says from which encodings how many cells of the sheet were decoded.
fn decoded(sheet: &Sheet, language: Language) -> String {
    let remark = |decoded: &Decoded| {
        let from = match decoded.from {
            Legacy::Tcvn3 => "TCVN3 (ABC)",
            Legacy::Vni => "VNI",
            Legacy::Windows1258 => "Windows-1258",
            Legacy::MisreadUtf8 => language.pick("UTF-8 đọc nhầm", "misread UTF-8"),
        };
        let cells = language.pick("số ô đã đổi từ", "cells decoded from");
        format!(", {cells} {from}: {}", decoded.cells)
    };
    sheet.decoded.iter().map(remark).collect()
}

/// Returns the tables of a sheet with what their cells were taken for.
fn drawn_on(sheet: usize, found: Option<&Recognised>) -> Vec<Drawn<'_>> {
    let Some(found) = found else { return Vec::new() };
    let tables = found.tables.iter().filter(|table| table.sheet.index() == sheet);
    tables.map(|table| Drawn::new(table, &found.criteria)).collect()
}

fn tables_on(sheet: usize, found: Option<&Recognised>) -> Vec<ShownTable> {
    let tables = found.into_iter().flat_map(|found| found.tables.iter().map(|table| (table, &found.criteria)));
    tables
        .filter(|(table, _)| table.sheet.index() == sheet)
        .map(|(table, criteria)| shown_table(table, criteria))
        .collect()
}

fn shown_table(table: &Table, criteria: &CriteriaSet) -> ShownTable {
    let (first, last) = table.range;
    let columns = table.columns.iter().map(|column| ShownColumn {
        r#ref: CellRef::column_letters(column.column),
        criterion: column.criterion.map(|criterion| criteria.criterion(criterion).id.clone()),
        role: column.role,
    });
    ShownTable { layout: table.layout, range: format!("{first}:{last}"), columns: columns.collect() }
}

/// Address, kind, number format and what else is to be known of the cell, what it was taken for, then its text.
fn row(sheet: &Sheet, cell: &Cell, taken_for: Option<String>, language: Language) -> Vec<String> {
    let shown = shown(sheet, cell);
    let mut remarks = Vec::new();
    remarks.extend(shown.hidden.then(|| language.pick("ẩn", "hidden").to_owned()));
    remarks.extend(shown.formula.then(|| language.pick("công thức", "formula").to_owned()));
    remarks.extend(shown.format.filter(|_| shown.number.is_some()));
    let kind = match &cell.value {
        Value::Text(_) => language.pick("chữ", "text"),
        Value::Number(_) => language.pick("số", "number"),
        Value::Bool(_) => language.pick("đúng/sai", "true/false"),
        Value::Date(_) => language.pick("ngày", "date"),
        Value::Error(_) => language.pick("lỗi", "error"),
        Value::NotCalculated => language.pick("chưa tính", "not calculated"),
    };
    vec![shown.r#ref, kind.to_owned(), remarks.join(", "), taken_for.unwrap_or_default(), plain(&shown.text)]
}

fn shown(sheet: &Sheet, cell: &Cell) -> ShownCell {
    let format = sheet.format(cell);
    let number = match cell.value {
        Value::Number(number) => {
            Some(Decimal::from_spreadsheet(number).map_or_else(|_| number.to_string(), |exact| exact.to_string()))
        }
        _ => None,
    };
    ShownCell {
        r#ref: cell.at.to_string(),
        text: said(cell, format.is_some_and(|format| format.percent)).nfc().collect(),
        number,
        format: format.and_then(|format| format.number.as_deref()).map(ToOwned::to_owned),
        hidden: sheet.is_hidden(cell.at),
        formula: cell.formula,
    }
}

/// Returns what the cell says to whoever looks at it.
fn said(cell: &Cell, shows_percent: bool) -> String {
    match &cell.value {
        Value::Text(text) | Value::Date(text) | Value::Error(text) => text.to_string(),
        Value::Number(number) if shows_percent => Raw::Percent(*number).to_string(),
        Value::Number(number) => Raw::Number(*number).to_string(),
        Value::Bool(truth) => Raw::Bool(*truth).to_string(),
        Value::NotCalculated => String::new(),
    }
}

/// Returns the sheet's name in NFC; a CSV file has none.
fn name(sheet: &Sheet) -> Option<String> {
    (!sheet.name.is_empty()).then(|| sheet.name.nfc().collect())
}
