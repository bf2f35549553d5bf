//! Binary workbooks: what a record says, and records that mislead.

use tdp::workbook::{Limit, Limits, ReadError, Value, Workbook, read};

use crate::packages::{RELATED, ROOT, package, text};

/// A record: its type, its length and what it holds.
fn record(kind: u16, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let varying = |number: usize| match u8::try_from(number) {
        Ok(byte) if byte < 0x80 => vec![byte],
        _ => vec![0x80 | u8::try_from(number & 0x7F).unwrap(), u8::try_from(number >> 7).unwrap()],
    };
    [varying(kind.into()), varying(data.len()), data].concat()
}

fn long(number: u32) -> [u8; 4] {
    number.to_le_bytes()
}

fn wide(text: &str) -> Vec<u8> {
    let letters: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&long(u32::try_from(letters.len() / 2).unwrap())[..], &letters].concat()
}

/// A workbook of one sheet with those records, styles and texts.
fn book(sheet: &[Vec<u8>], styles: &[Vec<u8>], strings: &[Vec<u8>]) -> Vec<u8> {
    let replaced = |part: &[u8]| String::from_utf8(part.to_vec()).unwrap().replace(".xml", ".bin").into_bytes();
    let contents = record(156, &[&long(0), &long(1), &wide("r1"), &wide("Biểu 1")]);
    package(&[
        ("_rels/.rels", &replaced(ROOT)),
        ("xl/workbook.bin", &contents),
        ("xl/_rels/workbook.bin.rels", &replaced(RELATED)),
        ("xl/worksheets/sheet1.bin", &sheet.concat()),
        ("xl/sharedStrings.bin", &strings.concat()),
        ("xl/styles.bin", &styles.concat()),
    ])
}

fn row(number: u32) -> Vec<u8> {
    record(0, &[&long(number), &[0; 13]])
}

fn end() -> Vec<u8> {
    record(130, &[])
}

/// A cell in that column, with the style of that number.
fn cell(kind: u16, column: u32, style: u32, value: &[u8]) -> Vec<u8> {
    record(kind, &[&long(column), &long(style), value])
}

fn reads(bytes: &[u8]) -> Workbook {
    read("biểu.xlsb", bytes, &Limits::default()).unwrap()
}

fn refused(sheet: &[Vec<u8>]) -> ReadError {
    read("biểu.xlsb", &book(sheet, &[], &[]), &Limits::default()).unwrap_err()
}

#[track_caller]
fn check(sheet: &[Vec<u8>], expected: &[(&str, Value)]) {
    let workbook = reads(&book(sheet, &[], &[record(19, &[&[0], &wide("Tổ 1")])]));
    let cells = workbook.sheets[0].cells().iter().map(|cell| (cell.at.to_string(), cell.value.clone()));
    let expected: Vec<(String, Value)> = expected.iter().map(|(at, value)| ((*at).to_owned(), value.clone())).collect();
    assert_eq!(cells.collect::<Vec<_>>(), expected);
}

#[test]
fn each_type_of_cell_is_read_as_what_it_is() {
    check(
        &[
            row(0),
            cell(1, 0, 0, &[]),
            cell(2, 1, 0, &long((57 << 2) | 3)),
            cell(3, 2, 0, &[0x2A]),
            cell(4, 3, 0, &[1]),
            cell(5, 4, 0, &95.5_f64.to_le_bytes()),
            cell(6, 5, 0, &wide("Đạt")),
            cell(7, 6, 0, &long(0)),
            row(2),
            cell(8, 0, 0, &wide("x")),
            cell(9, 1, 0, &2_f64.to_le_bytes()),
            cell(10, 2, 0, &[0]),
            cell(11, 3, 0, &[0x07]),
            cell(62, 4, 0, &[&[1][..], &wide("y")].concat()),
            end(),
        ],
        &[
            ("B1", Value::Number(0.57)),
            ("C1", Value::Error("#N/A".into())),
            ("D1", Value::Bool(true)),
            ("E1", Value::Number(95.5)),
            ("F1", text("Đạt")),
            ("G1", text("Tổ 1")),
            ("A3", text("x")),
            ("B3", Value::Number(2.0)),
            ("C3", Value::Bool(false)),
            ("D3", Value::Error("#DIV/0!".into())),
            ("E3", text("y")),
        ],
    );
}

#[test]
fn a_cell_that_leaves_out_its_column_stands_beside_the_one_before() {
    let beside = record(16, &[&long(0), &2_f64.to_le_bytes()]);
    let one = cell(5, 3, 0, &1_f64.to_le_bytes());
    check(&[row(0), one, beside.clone(), end()], &[("D1", Value::Number(1.0)), ("E1", Value::Number(2.0))]);
    let error = refused(&[row(0), beside, end()]);
    assert!(matches!(error, ReadError::Damaged { .. }), "{error}");
}

#[test]
fn percent_formats_and_fonts_are_known_and_what_they_cross_out() {
    let styles = [
        record(44, &[&164_u16.to_le_bytes(), &wide("0.0%")]),
        record(43, &[&[0; 21], &wide("Arial")]),
        record(43, &[&[0, 0, 8], &[0; 18], &wide(".VnTime")]),
        // Styles that styles of cells build on are not those that cells refer to.
        record(47, &[&[0; 16]]),
        record(617, &[&long(2)]),
        record(47, &[&[0; 16]]),
        record(47, &[&[0, 0], &164_u16.to_le_bytes(), &1_u16.to_le_bytes(), &[0; 10]]),
        record(618, &[]),
    ];
    let sheet = [row(0), cell(2, 0, 0, &long(6)), cell(2, 1, 1, &long(6)), end()];
    let workbook = reads(&book(&sheet, &styles, &[]));
    let sheet = &workbook.sheets[0];
    let look = |index: usize| sheet.format(&sheet.cells()[index]).unwrap();
    assert_eq!((look(0).percent(0.5), look(0).font.as_deref()), (false, Some("Arial")));
    assert_eq!((look(1).percent(0.5), look(1).font.as_deref()), (true, Some(".VnTime")));
    assert_eq!((look(0).crossed_out, look(1).crossed_out), (false, true));
}

#[test]
fn records_that_mislead_are_refused() {
    let number = 1_f64.to_le_bytes();
    let damaged: [&[Vec<u8>]; 7] = [
        &[row(0), cell(5, 0, 0, &number)],
        &[cell(5, 0, 0, &number), end()],
        &[row(0), cell(5, 0, 0, &number[..7]), end()],
        &[row(0), cell(6, 0, 0, &long(u32::MAX - 1)), end()],
        &[row(0), cell(7, 0, 0, &long(7)), end()],
        &[row(0), cell(5, 0, 0, &number), row(0), cell(5, 0, 0, &number), end()],
        &[vec![0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]],
    ];
    for sheet in damaged {
        let error = refused(sheet);
        assert!(matches!(error, ReadError::Damaged { .. }), "{error}");
    }
    let beyond: [(&[Vec<u8>], Limit); 4] = [
        (&[row(0), cell(5, 16_384, 0, &number), end()], Limit::Columns),
        (&[row(1_048_576), cell(5, 0, 0, &number), end()], Limit::Rows),
        (&[record(60, &[&long(0), &long(u32::MAX), &[0; 8], &[1, 0]]), end()], Limit::Columns),
        (&[record(176, &[&long(0), &long(u32::MAX), &long(0), &long(0)]), end()], Limit::Rows),
    ];
    for (sheet, expected) in beyond {
        let error = refused(sheet);
        assert!(matches!(error, ReadError::OverLimits { limit, .. } if limit == expected), "{error}");
    }
}
