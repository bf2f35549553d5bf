//! Text with separated fields to one sheet; every value stays text, as a csv has no number formats.

use super::{Cell, Format, Limit, Limits, ReadError, Sheet, Value, Workbook, csv_text, fault::Fault};
use crate::model::{CellRef, phrase};

/// The separators that are tried; of two that fit alike the earlier one is taken.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];
/// How many lines that are not blank tell the separator.
const LINES_SNIFFED: usize = 20;

/// Reads `bytes` as text in whatever encoding; each record is a row of the one sheet, which has no name.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let text = csv_text::text(bytes)?;
    let delimiter = delimiter(&text);
    // A record is held whole, so its fields are bounded before it is read.
    limits.check(Limit::Cells, memchr::memchr_iter(delimiter, text.as_bytes()).count() as u64)?;
    let mut records =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut cells, mut record_lengths) = (Vec::new(), Vec::new());
    let mut record = csv::StringRecord::new();
    let mut row = 0_u32;
    let mut last_spans_lines = false;
    let mut separators = 0;
    while records.read_record(&mut record).map_err(|error| damaged(&error))? {
        let start = record.position().map_or(0, csv::Position::byte);
        // The reader passes over empty lines, which are rows to everyone who looks at them.
        let blank = blank_lines(text.as_bytes(), usize::try_from(start).unwrap_or(usize::MAX));
        limits.check(Limit::Rows, u64::from(row) + blank as u64 + 1)?;
        record_lengths.extend(std::iter::repeat_n(0, blank));
        row = row.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX));
        limits.check(Limit::Columns, record.len() as u64)?;
        if swallows_lines(&record, delimiter, separators) {
            let line = row + 1;
            let reason = phrase!(
                "ở dòng {line}, một dấu ngoặc kép thừa làm các dòng sau bị gộp vào một ô",
                "in record {line} a stray quote makes the lines after it part of one field"
            );
            return Err(ReadError::Damaged { reason });
        }
        separators = record.len().saturating_sub(1);
        take_record(&record, row, limits, &mut cells)?;
        record_lengths.push(u16::try_from(record.len()).unwrap_or(u16::MAX));
        last_spans_lines = record.iter().next_back().is_some_and(|field| field.contains('\n'));
        row += 1;
    }
    // A quote that is never closed swallows every line after it.
    if last_spans_lines && memchr::memchr_iter(b'"', text.as_bytes()).count() % 2 == 1 {
        let line = row;
        let reason = phrase!(
            "dấu ngoặc kép mở ở dòng {line} không được đóng lại",
            "a quote opened in record {line} is never closed"
        );
        return Err(ReadError::Damaged { reason });
    }
    let mut sheet = Sheet::new("", cells, [Format::default()])
        .map_err(|twice| Fault::Twice(twice).in_part(&phrase!("tệp", "the file"), limits))?;
    sheet.record_lengths = record_lengths;
    Ok(Workbook { sheets: vec![sheet], ..Workbook::default() })
}

/// Returns how many empty lines stand at `start`, where a record or the end of the line before it begins.
fn blank_lines(text: &[u8], start: usize) -> usize {
    let (before, rest) = text.split_at(start.min(text.len()));
    let mut rest = if before.ends_with(b"\r") { rest.strip_prefix(b"\n").unwrap_or(rest) } else { rest };
    let mut blank = 0;
    while let Some(behind) =
        rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or(rest.strip_prefix(b"\r"))
    {
        (rest, blank) = (behind, blank + 1);
    }
    blank
}

/// Whether a quoted field of `record` holds lines of the file: each line that the record stands on has as many
/// separators, those in quotes included, as the record, or as `before`, the one before it.
///
/// Sentences of a note have separators too, so one that a space follows is not counted within a field.
fn swallows_lines(record: &csv::StringRecord, delimiter: u8, before: usize) -> bool {
    if memchr::memchr(b'\n', record.as_slice().as_bytes()).is_none() {
        return false;
    }
    let mut lines = vec![0_usize];
    let mut within_fields = 0;
    for (index, field) in record.iter().enumerate() {
        let mut bytes = field.bytes().peekable();
        if let Some(line) = lines.last_mut().filter(|_| index > 0) {
            *line += 1;
        }
        while let Some(byte) = bytes.next() {
            if byte == b'\n' {
                lines.push(0);
            } else if byte == delimiter && bytes.peek() != Some(&b' ') {
                within_fields += 1;
                if let Some(line) = lines.last_mut() {
                    *line += 1;
                }
            }
        }
    }
    let first = lines[0];
    let alike = first > 0 && lines.iter().all(|line| *line == first);
    within_fields > 0 && alike && [record.len().saturating_sub(1), before].contains(&first)
}

fn take_record(record: &csv::StringRecord, row: u32, limits: &Limits, cells: &mut Vec<Cell>) -> Result<(), ReadError> {
    for (column, field) in (0_u16..).zip(record) {
        if field.is_empty() {
            continue;
        }
        limits.check(Limit::CellTextBytes, field.len() as u64)?;
        limits.check(Limit::Cells, cells.len() as u64 + 1)?;
        let value = Value::Text(field.into());
        cells.push(Cell { at: CellRef::new(row, column), value, format: 0, formula: false });
    }
    Ok(())
}

/// Returns the separator that stands equally often in all of the first lines, and most often if several do:
/// decimal commas differ from line to line, while separators do not.
fn delimiter(text: &str) -> u8 {
    let lines = delimiters_by_line(text);
    let of = |which: usize| lines.iter().map(move |counts| counts[which]);
    let fit = |which: usize| {
        let first = of(which).next().unwrap_or(0);
        let steady = first > 0 && of(which).all(|count| count == first);
        let lines_with = of(which).filter(|count| *count > 0).count();
        (steady, if steady { first } else { lines_with }, of(which).sum::<usize>())
    };
    // The last of several greatest ones is returned, so the order is turned round.
    let best = (0..DELIMITERS.len()).rev().max_by_key(|which| fit(*which));
    match best {
        Some(which) if fit(which).1 > 0 => DELIMITERS[which],
        _ => b',',
    }
}

/// Counts each separator outside quotes, for each of the first lines.
fn delimiters_by_line(text: &str) -> Vec<[usize; DELIMITERS.len()]> {
    let mut lines = Vec::new();
    let mut counts = [0; DELIMITERS.len()];
    let (mut quoted, mut blank) = (false, true);
    for byte in text.bytes().chain([b'\n']) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if !std::mem::replace(&mut blank, true) {
                    lines.push(std::mem::take(&mut counts));
                }
            }
            _ if quoted => {}
            _ => {
                blank &= byte.is_ascii_whitespace() && byte != b'\t';
                if let Some(which) = DELIMITERS.iter().position(|delimiter| *delimiter == byte) {
                    counts[which] += 1;
                }
            }
        }
        if lines.len() == LINES_SNIFFED {
            break;
        }
    }
    lines
}

fn damaged(error: &csv::Error) -> ReadError {
    let line = error.position().map_or(0, csv::Position::line);
    ReadError::Damaged { reason: phrase!("không đọc được dòng {line}", "line {line} cannot be read: {error}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &[(&str, &str)]) {
        let workbook = read(bytes, &Limits::default()).unwrap();
        let cells = workbook.sheets[0].cells().iter();
        let read: Vec<(String, Value)> = cells.map(|cell| (cell.at.to_string(), cell.value.clone())).collect();
        let expected: Vec<_> =
            expected.iter().map(|(at, text)| ((*at).to_owned(), Value::Text((*text).into()))).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn numbers_stay_text_and_blanks_are_no_cells() {
        check(b"code,name\r\n03389,,1\n", &[("A1", "code"), ("B1", "name"), ("A2", "03389"), ("C2", "1")]);
    }

    #[test]
    fn a_semicolon_separates_where_the_comma_is_decimal() {
        check("a;b\n\"x;y\";95,5\n".as_bytes(), &[("A1", "a"), ("B1", "b"), ("A2", "x;y"), ("B2", "95,5")]);
        check(b"1;95,5\n2;33,3", &[("A1", "1"), ("B1", "95,5"), ("A2", "2"), ("B2", "33,3")]);
    }

    #[test]
    fn a_tab_separates_and_spaces_are_kept() {
        check(b"a\t b \n", &[("A1", "a"), ("B1", " b ")]);
    }

    #[test]
    fn a_field_may_hold_line_breaks() {
        check(b"\"a\nb\",c\n", &[("A1", "a\nb"), ("B1", "c")]);
    }

    #[test]
    fn an_empty_line_is_a_row() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("{end}{end}a,b{end}{end}\"c\nd\"{end}e{end}{end}{end}f{end}{end}");
            check(text.as_bytes(), &[("A3", "a"), ("B3", "b"), ("A5", "c\nd"), ("A6", "e"), ("A9", "f")]);
        }
        let lengths = |text: &str| read(text.as_bytes(), &Limits::default()).unwrap().sheets[0].record_lengths.clone();
        assert_eq!(lengths("a,b\n\n\nc\n"), [2, 0, 0, 1]);
        let limits = Limits { rows: 2, ..Limits::default() };
        assert!(matches!(read(b"\n\n1\n", &limits), Err(ReadError::OverLimits { limit: Limit::Rows, .. })));
    }

    #[test]
    fn a_stray_quote_that_swallows_lines_is_told() {
        for text in [
            "TT;Tên;Ghi chú;Hộ\n1;A;\"chờ;95\n2;B;x;96\n3;C;duyệt\";97\n",
            "TT,Tên,Ghi chú,Hộ\r\n1,A,\"chờ,95\r\n2,B,duyệt\",96\r\n",
            "TT;Tên;Ghi chú;Hộ\n1;A;\"chờ;95\n2;\"B\";x;96\n",
            "TT;Tên;Ghi chú;Hộ\n1;\"A;chờ;95\n2;B;x;96\n3;C;duyệt\";97\n",
        ] {
            let error = read(text.as_bytes(), &Limits::default()).unwrap_err();
            let ReadError::Damaged { reason } = &error else { panic!("{error}") };
            assert!(reason.en.starts_with("in record 2 a stray quote"), "{text}: {error}");
        }
    }

    #[test]
    fn a_note_of_several_lines_is_a_note() {
        for (text, rows) in [
            ("TT;Tên;Ghi chú;Hộ\n1;A;\"chờ\nduyệt\";97\n", 2),
            ("a,\"b\nc\",\"d\ne\",f\n1,2,3,4\n", 2),
            ("tên,hộ\na,\"b\nc\",\"d\ne\",f\n", 2),
            ("TT,Ghi chú,Hộ\n1,\"một, hai\nba, bốn\",97\n", 2),
            ("TT;Ghi chú;Hộ\n1;\"một;hai\nba\";97\n", 2),
            ("\"a\nb\"\n", 1),
        ] {
            let sheet = &read(text.as_bytes(), &Limits::default()).unwrap().sheets[0];
            assert_eq!(sheet.cells().last().unwrap().at.row + 1, rows, "{text}");
        }
    }

    #[test]
    fn what_is_beyond_the_limits_is_refused() {
        let limits = Limits { rows: 2, columns: 2, cells: 3, cell_text_bytes: 4, ..Limits::default() };
        let cases = [
            ("1\n2\n3", Limit::Rows),
            ("1,2,3", Limit::Columns),
            ("1,2\n3,4", Limit::Cells),
            ("12345", Limit::CellTextBytes),
            (",,,,", Limit::Cells),
        ];
        for (text, expected) in cases {
            let error = read(text.as_bytes(), &limits).unwrap_err();
            assert!(matches!(error, ReadError::OverLimits { limit, .. } if limit == expected), "{text}: {error}");
        }
    }
}
