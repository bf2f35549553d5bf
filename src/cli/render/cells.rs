//! The cells of a workbook as they are read, as a list for people and as JSON.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use serde::{Serialize, Serializer};
use tdp::{
    criteria::CriteriaSet,
    facts::{Encoding, Raw, shown_cell},
    layout::{ColumnRole, Layout, Table},
    model::{CellRef, Decimal, Language, Message},
    text::{legacy::Legacy, to_nfc},
    workbook::{Cell, Decoded, Sheet, Value, Workbook},
};
use unicode_normalization::UnicodeNormalization as _;

use super::{drawn::Drawn, palette, plain, table};
use crate::cli::language::Pick;

#[derive(Serialize)]
struct Shown<'a> {
    schema: &'static str,
    file: &'a str,
    encoding: Encoding,
    sheets: Vec<ShownSheet<'a>>,
}

#[derive(Serialize)]
struct ShownSheet<'a> {
    name: Option<String>,
    hidden: bool,
    cells: ShownCells<'a>,
    tables: Vec<ShownTable>,
}

/// The cells of a sheet, each made when its turn comes: there may be millions.
struct ShownCells<'a>(&'a Sheet);

impl Serialize for ShownCells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.cells().iter().map(|cell| shown(self.0, cell)))
    }
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

/// Writes the workbook as JSON.
pub(crate) fn json(
    out: &mut dyn Write,
    file: &str,
    encoding: Encoding,
    book: &Workbook,
    found: Option<&Recognised>,
) -> io::Result<()> {
    let sheets = book.sheets.iter().enumerate().map(|(index, sheet)| ShownSheet {
        name: name(sheet),
        hidden: sheet.hidden,
        cells: ShownCells(sheet),
        tables: tables_on(index, found),
    });
    let shown = Shown { schema: "tdp.cells/1", file, encoding, sheets: sheets.collect() };
    serde_json::to_writer(&mut *out, &shown)?;
    out.write_all(b"\n")
}

/// Writes the workbook as a list of cells, sheet by sheet, with the recognised tables drawn beside them.
pub(crate) fn text(
    out: &mut dyn Write,
    book: &Workbook,
    found: Option<&Recognised>,
    language: Language,
) -> io::Result<()> {
    for (index, sheet) in book.sheets.iter().enumerate() {
        let bold = palette::HEADING;
        let hidden = if sheet.hidden { language.pick(" (ẩn)", " (hidden)") } else { "" };
        let name = name(sheet).unwrap_or_else(|| language.pick("(tệp CSV)", "(CSV file)").to_owned());
        writeln!(out, "{bold}{}{bold:#}{hidden}{}", plain(&name), decoded(sheet, language))?;
        list(out, sheet, &drawn_on(index, found), language)?;
        if let Some(why) = found.and_then(|found| found.wanting.get(index)?.as_ref()) {
            let told = language.pick("Không nhận ra biểu nào ở trang này", "No table was recognised on this sheet");
            writeln!(out, "\n  {bold}{told}{bold:#}: {}", plain(why.in_language(language)))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Lists the cells of a sheet; lines at the left margin enclose those of a table, of which each begins below the last.
fn list(out: &mut dyn Write, sheet: &Sheet, tables: &[Drawn<'_>], language: Language) -> io::Result<()> {
    let over = |cell: &Cell| {
        let next = tables.partition_point(|table| table.ends_above(cell.at.row));
        tables.get(next).filter(|table| table.covers(cell.at.row)).map(|_| next)
    };
    let before_text = |cell: &Cell, table: Option<usize>| {
        let taken_for = table.map_or(Cow::Borrowed(""), |table| tables[table].taken_for(cell.at, language).into());
        let [at, kind, remarks] = described(sheet, cell, language);
        [at, kind, remarks, taken_for]
    };
    // The lines are made twice, as those of all cells together would not fit in memory.
    let mut widths = [0; 4];
    for cell in sheet.cells() {
        for (wide, column) in widths.iter_mut().zip(before_text(cell, over(cell))) {
            *wide = table::width(&column).max(*wide);
        }
    }
    let mut open = None;
    let bold = palette::HEADING;
    for cell in sheet.cells() {
        let table = over(cell);
        if open.is_some() && table != open {
            writeln!(out, "└")?;
        }
        if let Some(begun) = table.filter(|_| table != open) {
            writeln!(out, "┌ {bold}{}{bold:#}", tables[begun].title(language))?;
        }
        open = table;
        let mut line = String::new();
        for (column, wide) in before_text(cell, table).iter().zip(widths) {
            line.push_str(column);
            line.extend(std::iter::repeat_n(' ', wide.saturating_sub(table::width(column)) + 2));
        }
        line.push_str(&plain(&match &cell.value {
            Value::Number(_) => Cow::Owned(shown_cell(cell, sheet)),
            _ => said(sheet, cell),
        }));
        writeln!(out, "{} {}", if table.is_some() { '│' } else { ' ' }, line.trim_end())?;
    }
    if open.is_some() { writeln!(out, "└") } else { Ok(()) }
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

/// Returns the address of the cell, what it holds, and its number format and what else is to be known of it.
fn described(sheet: &Sheet, cell: &Cell, language: Language) -> [Cow<'static, str>; 3] {
    let number = matches!(cell.value, Value::Number(_)).then(|| sheet.format(cell)?.number.as_deref()).flatten();
    let hidden = sheet.is_hidden(cell.at).then(|| language.pick("ẩn", "hidden"));
    let formula = cell.formula.then(|| language.pick("công thức", "formula"));
    let remarks: Vec<&str> = hidden.into_iter().chain(formula).chain(number).collect();
    let kind = match &cell.value {
        Value::Text(_) => language.pick("chữ", "text"),
        Value::Number(_) => language.pick("số", "number"),
        Value::Bool(_) => language.pick("đúng/sai", "true/false"),
        Value::Date(_) => language.pick("ngày", "date"),
        Value::Error(_) => language.pick("lỗi", "error"),
        Value::NotCalculated => language.pick("chưa tính", "not calculated"),
    };
    [cell.at.to_string().into(), kind.into(), plain(&remarks.join(", ")).into()]
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
        text: said(sheet, cell).into_owned(),
        number,
        format: format.and_then(|format| format.number.as_deref()).map(ToOwned::to_owned),
        hidden: sheet.is_hidden(cell.at),
        formula: cell.formula,
    }
}

/// Returns what the cell says to whoever looks at it, in NFC.
fn said<'a>(sheet: &Sheet, cell: &'a Cell) -> Cow<'a, str> {
    let shows_percent = |number| sheet.format(cell).is_some_and(|format| format.percent(number));
    match &cell.value {
        Value::Text(text) | Value::Date(text) | Value::Error(text) => to_nfc(text),
        Value::Number(number) if shows_percent(*number) => Raw::Percent(*number).to_string().into(),
        Value::Number(number) => Raw::Number(*number).to_string().into(),
        Value::Bool(truth) => Raw::Bool(*truth).to_string().into(),
        Value::NotCalculated => Cow::Borrowed(""),
    }
}

/// Returns the sheet's name in NFC; a CSV file has none.
fn name(sheet: &Sheet) -> Option<String> {
    (!sheet.name.is_empty()).then(|| sheet.name.nfc().collect())
}
