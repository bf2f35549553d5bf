//! Workbooks of Excel 97 to 2003 and of Excel 5: values, formats, what is hidden, and files that mislead.

use std::io::{Cursor, Write};

use cfb::CompoundFile;
use tdp::{
    model::CellRef,
    workbook::{Limit, Limits, ReadError, Sheet, Value, Workbook, read},
};

use crate::packages::text;

/// A record: its type, its length and what it holds.
fn record(kind: u16, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), &data].concat()
}

/// The record that begins a substream of Excel 97, or of Excel 5.
fn begin(version: u16) -> Vec<u8> {
    record(0x0809, &[&version.to_le_bytes(), &[0; 14]])
}

fn end() -> Vec<u8> {
    record(0x000A, &[])
}

/// Numbers of 16 bits one after the other.
fn shorts(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The name of a sheet or font: its length, how it is written, its letters.
fn name(text: &str) -> Vec<u8> {
    let letters = wide(text);
    [&[u8::try_from(letters.len() / 2).unwrap(), 1], &letters[..]].concat()
}

/// A text of the table of texts.
fn shared(text: &str) -> Vec<u8> {
    let letters = wide(text);
    [&shorts(&[u16::try_from(letters.len() / 2).unwrap()])[..], &[1], &letters].concat()
}

/// A style: its font and its number format.
fn style(font: u16, format: u16) -> Vec<u8> {
    record(0x00E0, &[&shorts(&[font, format]), &[0; 16]])
}

fn font(text: &str) -> Vec<u8> {
    record(0x0031, &[&[0; 14], &name(text)])
}

fn container(stream: &str, content: &[u8]) -> Vec<u8> {
    let mut container = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream(stream).unwrap().write_all(content).unwrap();
    container.flush().unwrap();
    container.into_inner().into_inner()
}

/// A workbook of Excel 97 with the global records `globals` and sheets: name, state, records.
fn stream(globals: &[Vec<u8>], sheets: &[(&str, u8, Vec<u8>)]) -> Vec<u8> {
    let entry = |at: usize, (text, state, _): &(&str, u8, Vec<u8>)| {
        record(0x0085, &[&u32::try_from(at).unwrap().to_le_bytes(), &[*state, 0], &name(text)])
    };
    let length = |sheets: &[(&str, u8, Vec<u8>)]| sheets.iter().map(|sheet| entry(0, sheet).len()).sum::<usize>();
    let mut at = begin(0x0600).len() + globals.concat().len() + length(sheets) + end().len();
    let mut content = [begin(0x0600), globals.concat()].concat();
    let mut bodies = Vec::new();
    for sheet in sheets {
        content.extend(entry(at, sheet));
        let body = [begin(0x0600), sheet.2.clone(), end()].concat();
        at += body.len();
        bodies.extend(body);
    }
    [content, end(), bodies].concat()
}

fn book(globals: &[Vec<u8>], sheets: &[(&str, u8, Vec<u8>)]) -> Vec<u8> {
    container("/Workbook", &stream(globals, sheets))
}

/// A workbook of one sheet with those records.
fn sheet_of(globals: &[Vec<u8>], records: &[Vec<u8>]) -> Vec<u8> {
    book(globals, &[("Biểu 1", 0, records.concat())])
}

fn reads(bytes: &[u8]) -> Workbook {
    read("biểu.xls", bytes, &Limits::default()).unwrap()
}

fn refused(bytes: &[u8]) -> ReadError {
    read("biểu.xls", bytes, &Limits::default()).unwrap_err()
}

fn damaged(bytes: &[u8]) {
    let error = refused(bytes);
    assert!(matches!(error, ReadError::Damaged { .. }), "{error}");
}

fn refused_for(bytes: &[u8], expected: Limit) {
    let error = refused(bytes);
    assert!(matches!(error, ReadError::OverLimits { limit, .. } if limit == expected), "{error}");
}

fn values(sheet: &Sheet) -> Vec<(String, Value)> {
    sheet.cells().iter().map(|cell| (cell.at.to_string(), cell.value.clone())).collect()
}

#[track_caller]
fn check(records: &[Vec<u8>], expected: &[(&str, Value)]) {
    let strings = record(0x00FC, &[&[0; 8], &shared("Tổ 1"), &shared("")]);
    let workbook = reads(&sheet_of(&[style(0, 0), style(0, 14), style(0, 46), strings], records));
    let expected: Vec<(String, Value)> = expected.iter().map(|(at, value)| ((*at).to_owned(), value.clone())).collect();
    assert_eq!(values(&workbook.sheets[0]), expected);
}

fn number(row: u16, column: u16, style: u16, number: f64) -> Vec<u8> {
    record(0x0203, &[&shorts(&[row, column, style]), &number.to_le_bytes()])
}

/// A formula in A1 with the stored result `result`.
fn formula(result: [u8; 8]) -> Vec<u8> {
    record(0x0006, &[&shorts(&[0, 0, 0]), &result, &[0; 8]])
}

#[test]
fn numbers_long_and_short_are_read() {
    let half = [&shorts(&[0, 1, 0])[..], &0x3FE0_0000_u32.to_le_bytes()].concat();
    let run = [&shorts(&[2, 3, 0])[..], &0x0000_0009_u32.to_le_bytes()].concat();
    let run = [&run[..], &shorts(&[0]), &((57_u32 << 2) | 3).to_le_bytes(), &shorts(&[4])].concat();
    check(
        &[number(0, 0, 0, 95.5), record(0x027E, &[&half]), record(0x00BD, &[&run])],
        &[
            ("A1", Value::Number(95.5)),
            ("B1", Value::Number(0.5)),
            ("D3", Value::Number(f64::from_bits(8 << 32) / 100.0)),
            ("E3", Value::Number(0.57)),
        ],
    );
}

#[test]
fn texts_truths_errors_and_dates_are_read() {
    let label = record(0x0204, &[&shorts(&[2, 0, 0]), &shared("Đạt")]);
    check(
        &[
            record(0x00FD, &[&shorts(&[0, 0, 0]), &[0; 4]]),
            record(0x00FD, &[&shorts(&[0, 1, 0]), &[1, 0, 0, 0]]),
            record(0x0205, &[&shorts(&[1, 0, 0]), &[1, 0]]),
            record(0x0205, &[&shorts(&[1, 1, 0]), &[0x07, 1]]),
            label,
            number(3, 0, 1, 45_935.0),
            number(3, 1, 2, 1.5),
            record(0x0201, &[&shorts(&[9, 9, 0])]),
        ],
        &[
            ("A1", text("Tổ 1")),
            ("A2", Value::Bool(true)),
            ("B2", Value::Error("#DIV/0!".into())),
            ("A3", text("Đạt")),
            ("A4", Value::Date("2025-10-05".into())),
            ("B4", Value::Date("PT36H0M0S".into())),
        ],
    );
}

#[test]
fn a_formula_has_its_stored_value_or_was_never_calculated() {
    let string = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    check(&[formula(12.5_f64.to_le_bytes())], &[("A1", Value::Number(12.5))]);
    check(&[formula([1, 0, 1, 0, 0, 0, 0xFF, 0xFF])], &[("A1", Value::Bool(true))]);
    check(&[formula([2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF])], &[("A1", Value::Error("#N/A".into()))]);
    check(&[formula([3, 0, 0, 0, 0, 0, 0xFF, 0xFF])], &[]);
    check(&[formula(string), record(0x0207, &[&shared("Đạt")])], &[("A1", text("Đạt"))]);
    check(&[formula(string), record(0x0207, &[&shorts(&[0])])], &[]);
    check(&[formula(string), number(1, 0, 0, 1.0)], &[("A1", Value::NotCalculated), ("A2", Value::Number(1.0))]);
    damaged(&sheet_of(&[style(0, 0)], &[record(0x0207, &[&shared("Đạt")])]));
}

#[test]
fn percent_formats_and_fonts_are_known() {
    let own = record(0x041E, &[&shorts(&[164]), &shared("0,0\\ %")]);
    let fonts = ["Arial", "Arial", "Arial", ".VnTime", "VNI-Times"].map(font);
    let styles = [style(0, 0), style(3, 10), style(5, 164)];
    let globals = [&fonts[..], &[own], &styles].concat();
    let records = [number(0, 0, 0, 0.5), number(0, 1, 1, 0.5), number(0, 2, 2, 0.5)];
    let workbook = reads(&sheet_of(&globals, &records));
    let sheet = &workbook.sheets[0];
    let looks: Vec<(bool, &str)> = sheet
        .cells()
        .iter()
        .map(|cell| sheet.format(cell).unwrap())
        .map(|format| (format.percent(0.5), format.font.as_deref().unwrap()))
        .collect();
    assert_eq!(looks, [(false, "Arial"), (true, ".VnTime"), (true, "VNI-Times")]);
}

#[test]
fn a_font_that_crosses_out_is_known() {
    let mut struck = font("Arial");
    // Behind the kind of the record, its length and the height of the letters.
    struck[6] = 8;
    let globals = [font("Arial"), struck, style(0, 0), style(1, 0)];
    let workbook = reads(&sheet_of(&globals, &[number(0, 0, 0, 95.0), number(0, 1, 1, 95.0)]));
    let sheet = &workbook.sheets[0];
    let looks = sheet.cells().iter().map(|cell| sheet.format(cell).unwrap().crossed_out);
    assert_eq!(looks.collect::<Vec<_>>(), [false, true]);
}

#[test]
fn pieces_of_shared_texts_that_are_small_or_crossed_out_do_not_join_the_number_beside_them() {
    let look = |bits: u8, height: u8| {
        let mut font = font("Arial");
        // Behind the kind of the record and its length.
        (font[4 + 2], font[4 + 8]) = (bits, height);
        font
    };
    // A text with pieces: from which letter on, and the number of the font, of which there is no fourth.
    let pieces = |text: &str, runs: &[u16]| {
        let letters = wide(text);
        let length = u16::try_from(letters.len() / 2).unwrap();
        let count = u16::try_from(runs.len() / 2).unwrap();
        [&shorts(&[length])[..], &[1 | 8], &shorts(&[count]), &letters, &shorts(runs)].concat()
    };
    let texts = [
        pieces("951", &[2, 5]),
        pieces("m2", &[1, 5]),
        pieces("9697", &[0, 6, 2, 0]),
        pieces("951", &[2, 0]),
        pieces("Tổ 12", &[4, 5]),
    ];
    let fonts = [look(0, 0), look(0, 0), look(0, 0), look(0, 0), look(0, 1), look(8, 0)];
    let table = record(0x00FC, &[&[0; 8], &texts.concat()]);
    let globals = [&fonts[..], &[style(0, 0), table]].concat();
    let cells = (0_u16..5).map(|row| record(0x00FD, &[&shorts(&[row, 0, 0]), &u32::from(row).to_le_bytes()]));
    let workbook = reads(&sheet_of(&globals, &cells.collect::<Vec<_>>()));
    let said: Vec<Value> = workbook.sheets[0].cells().iter().map(|cell| cell.value.clone()).collect();
    assert_eq!(said, ["95¹", "m2", "9\u{336}6\u{336}97", "951", "Tổ 1²"].map(text));
}

#[test]
fn what_is_hidden_and_what_is_merged_is_known() {
    let row = record(0x0208, &[&shorts(&[4, 0, 1, 0, 0, 0, 0x20, 0])]);
    let columns = record(0x007D, &[&shorts(&[2, 3, 0, 0, 1, 0])]);
    let no_wider_than_nothing = record(0x007D, &[&shorts(&[6, 6, 0, 0, 0, 0])]);
    let as_wide_as_others = record(0x007D, &[&shorts(&[7, 7, 2340, 0, 0, 0])]);
    // The second range is told from its last cell to its first.
    let merged = record(0x00E5, &[&shorts(&[2, 0, 2, 1, 3, 9, 7, 6, 5])]);
    let records = [row, columns, no_wider_than_nothing, as_wide_as_others, number(4, 0, 0, 1.0), merged].concat();
    let workbook = reads(&book(&[style(0, 0)], &[("a", 0, records), ("b", 1, Vec::new()), ("c", 2, Vec::new())]));
    let sheet = &workbook.sheets[0];
    assert_eq!((sheet.hidden_rows.as_slice(), sheet.hidden_columns.as_slice()), ([4].as_slice(), [2, 3, 6].as_slice()));
    let (first, second) = ((CellRef::new(0, 1), CellRef::new(2, 3)), (CellRef::new(7, 5), CellRef::new(9, 6)));
    assert_eq!(sheet.merges, [first, second]);
    assert_eq!(workbook.sheets.iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(), [false, true, true]);
}

#[test]
fn a_text_goes_on_over_records_and_may_change_its_width() {
    let head = [&[0; 8][..], &shorts(&[6]), &[0], b"abc"].concat();
    let rest = [&[1][..], &wide("ơưđ")].concat();
    let rich = [&shorts(&[2])[..], &[8 | 4], &shorts(&[1]), &4_u32.to_le_bytes(), b"xy", &[0; 4]].concat();
    let strings = [record(0x00FC, &[&head]), record(0x003C, &[&rest, &rich]), record(0x003C, &[&[9; 4], &shared("z")])];
    let cell = |column: u16| record(0x00FD, &[&shorts(&[0, column, 0, column, 0])]);
    let workbook = reads(&sheet_of(&[style(0, 0), strings.concat()], &[cell(0), cell(1), cell(2)]));
    let expected = [("A1", "abcơưđ"), ("B1", "xy"), ("C1", "z")].map(|(at, said)| (at.to_owned(), text(said)));
    assert_eq!(values(&workbook.sheets[0]), expected);
}

#[test]
fn texts_of_excel_5_are_in_its_code_page() {
    let label = record(0x0204, &[&shorts(&[0, 0, 0, 4]), b"\xD0\xF0\xFD\xFE"]);
    let globals = |at: u32| {
        let entry = record(0x0085, &[&at.to_le_bytes(), &[0, 0, 1], b"a"]);
        [begin(0x0500), record(0x0042, &[&shorts(&[1258])]), entry, end()].concat()
    };
    let at = u32::try_from(globals(0).len()).unwrap();
    let content = [globals(at), begin(0x0500), label, end()].concat();
    let workbook = reads(&container("/Book", &content));
    assert_eq!(values(&workbook.sheets[0]), [("A1".to_owned(), text("Đđư₫"))]);
}

#[test]
fn the_records_of_a_chart_are_not_those_of_the_sheet() {
    let chart = [begin(0x0600), number(0, 0, 0, 9.0), end()].concat();
    check(&[chart, number(1, 0, 0, 1.0)], &[("A2", Value::Number(1.0))]);
}

#[test]
fn a_password_is_told() {
    let locked = record(0x002F, &[&shorts(&[1, 1, 1]), &[7; 48]]);
    assert!(matches!(refused(&sheet_of(&[locked], &[])), ReadError::PasswordProtected));
}

#[test]
fn cells_at_the_corners_of_many_sheets_cost_nothing() {
    let corners = [number(0, 0, 0, 1.0), number(65_535, 255, 0, 2.0)].concat();
    let sheets: Vec<(String, Vec<u8>)> = (0..10).map(|index| (index.to_string(), corners.clone())).collect();
    let sheets: Vec<(&str, u8, Vec<u8>)> = sheets.iter().map(|(name, body)| (name.as_str(), 0, body.clone())).collect();
    let workbook = reads(&book(&[style(0, 0)], &sheets));
    let expected = [("A1", 1.0), ("IV65536", 2.0)].map(|(at, number)| (at.to_owned(), Value::Number(number)));
    assert!(workbook.sheets.iter().all(|sheet| values(sheet) == expected));
}

#[test]
fn one_text_in_many_cells_counts_each_time() {
    let strings = record(0x00FC, &[&[0; 8], &shared(&"x".repeat(2000))]);
    let cells: Vec<Vec<u8>> = (0..1000).map(|row| record(0x00FD, &[&shorts(&[row, 0, 0, 0, 0])])).collect();
    let bytes = sheet_of(&[style(0, 0), strings], &cells);
    let limits = Limits { text_bytes: 1_000_000, ..Limits::default() };
    let error = read("biểu.xls", &bytes, &limits).unwrap_err();
    assert!(matches!(error, ReadError::OverLimits { limit: Limit::TextBytes, .. }), "{error}");
    assert_eq!(reads(&bytes).sheets[0].cells().len(), 1000);
}

#[test]
fn what_is_beyond_a_limit_is_refused() {
    let bytes = sheet_of(&[style(0, 0)], &[number(0, 0, 0, 1.0), record(0x00BE, &[&shorts(&[0, 1, 0, 0, 2])])]);
    for (limits, limit) in [
        (Limits { cells: 2, ..Limits::default() }, Limit::Cells),
        (Limits { sheets: 0, ..Limits::default() }, Limit::Sheets),
        (Limits { styles: 0, ..Limits::default() }, Limit::Styles),
        (Limits { part_bytes: 100, ..Limits::default() }, Limit::PartBytes),
    ] {
        let error = read("biểu.xls", &bytes, &limits).unwrap_err();
        assert!(matches!(error, ReadError::OverLimits { limit: found, .. } if found == limit), "{error}");
    }
    refused_for(&sheet_of(&[style(0, 0)], &[number(0, 16_384, 0, 1.0)]), Limit::Columns);
    refused_for(&sheet_of(&[record(0x041E, &[&shorts(&[164]), &shared(&"0".repeat(1025))])], &[]), Limit::NameBytes);
}

#[test]
fn sheets_that_share_their_records_are_refused() {
    let long = (0..200).flat_map(|column| number(0, column, 0, 1.0)).collect();
    let mut content = stream(&[style(0, 0)], &[("a", 0, long), ("b", 0, Vec::new())]);
    assert_eq!(reads(&container("/Workbook", &content)).sheets.len(), 2);
    let entries: Vec<usize> = (0..200).filter(|&at| content[at..].starts_with(&[0x85, 0])).collect();
    content.copy_within(entries[0] + 4..entries[0] + 8, entries[1] + 4);
    damaged(&container("/Workbook", &content));
}

#[test]
fn an_address_that_two_values_have_is_told() {
    let twice = [number(0, 0, 0, 1.0), number(1, 0, 0, 2.0), number(0, 0, 0, 1.0)];
    let error = refused(&sheet_of(&[style(0, 0)], &twice));
    assert!(error.to_string().contains("holds the cell A1 twice"), "{error}");
}

#[test]
fn damage_is_told_and_names_the_sheet() {
    let sound = stream(&[style(0, 0)], &[("Biểu 1", 0, number(0, 0, 0, 1.0))]);
    assert_eq!(reads(&container("/Workbook", &sound)).sheets[0].cells().len(), 1);
    for length in 0..sound.len() {
        damaged(&container("/Workbook", &sound[..length]));
    }
    let missing = sheet_of(&[style(0, 0)], &[record(0x00FD, &[&shorts(&[0, 0, 0, 7, 0])])]);
    let finding = refused(&missing).finding(tdp::model::FileKey::new(0));
    assert_eq!(finding.message.vi, "Tệp bị hỏng: trang tính \"Biểu 1\" bị cắt cụt hoặc sai cấu trúc");
    let whole = container("/Workbook", &sound);
    for length in (8..whole.len()).step_by(101) {
        // Cut within what fills up the last sector, it is still whole.
        if let Ok(workbook) = read("biểu.xls", &whole[..length], &Limits::default()) {
            assert_eq!(values(&workbook.sheets[0]), [("A1".to_owned(), Value::Number(1.0))], "{length}");
        }
    }
}
