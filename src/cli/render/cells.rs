//! The cells of a workbook as they are read, as a list for people and as JSON.

use std::fmt::Write as _;

use serde::Serialize;
use tdp::{
    criteria::CriteriaSet,
    facts::{Encoding, Raw},
    layout::{ColumnRole, Layout, Table},
    model::{CellRef, Decimal, Language},
    text::legacy::Legacy,
    workbook::{Cell, Decoded, Sheet, Value, Workbook},
};
use unicode_normalization::UnicodeNormalization as _;

use super::{palette, plain, table};
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

/// Sets the workbook as a list of cells, sheet by sheet.
pub(crate) fn text(book: &Workbook, found: Option<&Recognised>, language: Language) -> String {
    let mut text = String::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        let bold = palette::HEADING;
        let hidden = if sheet.hidden { language.pick(" (ẩn)", " (hidden)") } else { "" };
        let name = name(sheet).unwrap_or_else(|| language.pick("(tệp CSV)", "(CSV file)").to_owned());
        let _ = writeln!(text, "{bold}{}{bold:#}{hidden}{}", plain(&name), decoded(sheet, language));
        let rows: Vec<Vec<String>> = sheet.cells().iter().map(|cell| row(sheet, cell, language)).collect();
        for line in table::text(&rows).lines() {
            let _ = writeln!(text, "  {line}");
        }
        for table in tables_on(index, found) {
            described(&mut text, &table, language);
        }
        text.push('\n');
    }
    text
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

/// Says where a table stands and what its columns hold.
fn described(text: &mut String, shown: &ShownTable, language: Language) {
    let (bold, layout) = (palette::HEADING, layout(shown.layout, language));
    let reading = language.pick("Đọc là", "Read as");
    let _ = writeln!(text, "\n  {bold}{reading} {layout} {}{bold:#}", shown.range);
    let column = |column: &ShownColumn| {
        vec![column.r#ref.clone(), role(column.role, language).to_owned(), column.criterion.clone().unwrap_or_default()]
    };
    for line in table::text(&shown.columns.iter().map(column).collect::<Vec<_>>()).lines() {
        let _ = writeln!(text, "  {line}");
    }
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

fn layout(layout: Layout, language: Language) -> &'static str {
    match layout {
        Layout::Matrix => language.pick("biểu tổng hợp", "a matrix"),
        Layout::Card => language.pick("phiếu", "a card"),
        Layout::List => language.pick("danh sách", "a list"),
    }
}

fn role(role: ColumnRole, language: Language) -> &'static str {
    match role {
        ColumnRole::Figure => language.pick("số liệu", "figure"),
        ColumnRole::Claim => language.pick("tự chấm", "claim"),
        ColumnRole::Part => language.pick("số đạt", "part"),
        ColumnRole::Whole => language.pick("tổng số", "whole"),
        ColumnRole::Unit => language.pick("tên đơn vị", "unit"),
        ColumnRole::Code => language.pick("mã đơn vị", "code"),
        ColumnRole::Evidence => language.pick("minh chứng", "evidence"),
        ColumnRole::Note => language.pick("ghi chú", "note"),
        ColumnRole::Ignored => language.pick("không cần đọc", "not read"),
        ColumnRole::Unknown => language.pick("chưa rõ", "unknown"),
    }
}

/// Address, number format and what else is to be known of the cell, then its text.
fn row(sheet: &Sheet, cell: &Cell, language: Language) -> Vec<String> {
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
    vec![shown.r#ref, kind.to_owned(), remarks.join(", "), plain(&shown.text)]
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
