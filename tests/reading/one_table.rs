//! The same small table as four kinds of file, saved by office programs, reads as the same cells.

use tdp::workbook::{Limits, Sheet, Value, Workbook, read};

use crate::packages::text;

pub(crate) const XLSX: &[u8] = include_bytes!("one-table/one-table.xlsx");
pub(crate) const XLS: &[u8] = include_bytes!("one-table/one-table.xls");
pub(crate) const ODS: &[u8] = include_bytes!("one-table/one-table.ods");
pub(crate) const XLSB: &[u8] = include_bytes!("one-table/one-table.xlsb");

fn reads(bytes: &[u8]) -> Workbook {
    read("biểu", bytes, &Limits::default()).unwrap()
}

/// The cells: address, value, whether it is shown as percent, whether it lies in what is hidden.
fn cells(sheet: &Sheet) -> Vec<(String, Value, bool, bool)> {
    let percent = |cell| sheet.format(cell).unwrap().percent(0.5);
    let cells = sheet.cells().iter();
    cells.map(|cell| (cell.at.to_string(), cell.value.clone(), percent(cell), sheet.is_hidden(cell.at))).collect()
}

#[test]
fn every_kind_of_file_gives_the_same_cells() {
    let expected = [
        ("A1", text("BIỂU TỰ ĐÁNH GIÁ"), false, false),
        ("A2", text("STT"), false, false),
        ("B2", text("Tổ dân phố"), false, false),
        ("C2", text("Tỷ lệ"), false, false),
        ("D2", text("Đạt"), false, false),
        ("E2", text("Ngày"), false, true),
        ("A3", Value::Number(1.0), false, false),
        ("B3", text("Tổ dân phố số 1"), false, false),
        ("C3", Value::Number(0.955), true, false),
        ("D3", Value::Bool(true), false, false),
        ("E3", Value::Date("2025-10-05".into()), false, true),
        ("A4", Value::Number(2.0), false, true),
        ("B4", text(" Tổ  2 "), false, true),
        ("C4", Value::Number(0.333_333_333_333_333), true, true),
        ("D4", Value::Bool(false), false, true),
        ("A5", Value::Number(3.0), false, false),
        ("B5", text("96% (120/125)"), false, false),
        ("C5", Value::Number(42_500.0), false, false),
        ("D5", Value::Number(85_000.0), false, false),
        ("E5", Value::Error("#DIV/0!".into()), false, true),
    ]
    .map(|(at, value, percent, hidden)| (at.to_owned(), value, percent, hidden));
    for (kind, bytes) in [("xlsx", XLSX), ("xls", XLS), ("ods", ODS), ("xlsb", XLSB)] {
        let workbook = reads(bytes);
        let names: Vec<(&str, bool)> =
            workbook.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
        assert_eq!(names, [("Biểu 1", false), ("Ẩn", true)], "{kind}");
        assert_eq!(cells(&workbook.sheets[0]), expected, "{kind}");
        assert_eq!(cells(&workbook.sheets[1]), [("B2".to_owned(), Value::Number(-1.5), false, true)], "{kind}");
        let merges: Vec<String> =
            workbook.sheets[0].merges.iter().map(|(first, last)| format!("{first}:{last}")).collect();
        assert_eq!(merges, ["A1:E1"], "{kind}");
    }
}

#[test]
fn every_program_that_saves_fonts_and_formulas_has_them_read() {
    for (kind, bytes) in [("xlsx", XLSX), ("xls", XLS), ("ods", ODS)] {
        let workbook = reads(bytes);
        let sheet = &workbook.sheets[0];
        let legacy = |cell| sheet.format(cell).unwrap().font.as_deref() == Some(".VnTime");
        let found: Vec<String> =
            sheet.cells().iter().filter(|cell| legacy(cell)).map(|cell| cell.at.to_string()).collect();
        assert_eq!(found, ["B4"], "{kind}");
        let formulas: Vec<String> =
            sheet.cells().iter().filter(|cell| cell.formula).map(|cell| cell.at.to_string()).collect();
        assert!(formulas.ends_with(&["D5".to_owned(), "E5".to_owned()]), "{kind}: {formulas:?}");
    }
}
