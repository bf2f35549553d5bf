//! Sheets of headings, names and answers in any order, with merged cells: no panic, and every table lies on its sheet
//! and beside no other.
#![no_main]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tdp::{
    layout::{Effort, Lexicon, Table},
    model::{CellRef, SheetKey, Voice},
    plan::Rulebook,
    workbook::{Cell, Format, Sheet, Value},
};

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(tdp_fuzz::rulebook);
static LEXICON: LazyLock<Lexicon<'static>> = LazyLock::new(|| Lexicon::new(&RULEBOOK));
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(texts);

/// What titles, headings and rows of the wards' tables say, beside the criteria of the plan.
const WORDS: &[&str] = &[
    "TT",
    "STT",
    "Số thứ tự",
    "Tên tổ dân phố, bản",
    "Tổ dân phố",
    "Đơn vị",
    "Đơn vị:",
    "Đơn vị: Tổ dân phố số 1",
    "Phường, xã",
    "Mã",
    "Mã tổ",
    "Tiêu chí",
    "Nội dung tiêu chí",
    "Yêu cầu",
    "Kết quả",
    "Tỷ lệ",
    "Tỷ lệ (%)",
    "Số lượng",
    "Số đạt",
    "Tổng số",
    "Tổng số hộ",
    "Tự chấm",
    "Tự đánh giá",
    "Phường thẩm định",
    "Đoàn thẩm định",
    "Đạt",
    "Chưa đạt",
    "Minh chứng",
    "Ghi chú",
    "Tổng cộng",
    "Cộng phường Đoàn Kết",
    "Tổng",
    "I",
    "II",
    "a",
    "(1)",
    "11=10+9",
    "Phường Đoàn Kết",
    "phường Quyết Thắng",
    "Xã Sùng Phài",
    "Phường Không Có",
    "Tổ dân phố số 1",
    "Tổ dân phố số 7",
    "Bản Lùng Than",
    "x",
    "đạt",
    "95,5",
    "120/125",
    "trên 90%",
    "-",
    "BIỂU TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
];

/// A sheet out of the fuzzer's bytes.
#[derive(Arbitrary, Debug)]
struct Drawn {
    width: u8,
    cells: Vec<Filled>,
    merges: Vec<(u8, u8, u8, u8)>,
}

/// What a cell holds; cells follow each other row by row.
#[derive(Arbitrary, Debug)]
enum Filled {
    Blank,
    Text(u16),
    Whole(u8),
    Tenths(u16),
    Bool(bool),
    Odd(OddValue),
    NextRow(u8),
    Other(String),
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum OddValue {
    Date,
    Error,
    NotCalculated,
    Infinite,
}

fuzz_target!(|drawn: Drawn| {
    let sheet = sheet(&drawn);
    let tables = LEXICON.tables(SheetKey::new(0), &sheet, Voice::Own, &Effort::default());
    let last = sheet.cells().iter().map(|cell| cell.at).chain(sheet.merges.iter().map(|(_, last)| *last));
    let last =
        last.fold(CellRef::new(0, 0), |corner, at| CellRef::new(corner.row.max(at.row), corner.column.max(at.column)));
    for table in &tables {
        lies_within(table, last);
    }
    for pair in tables.windows(2) {
        assert!(pair[0].range.1.row < pair[1].range.0.row, "tables overlap: {:?} {:?}", pair[0].range, pair[1].range);
    }
});

/// Checks that everything that a table speaks of lies on its sheet, whose last cell is `last`.
fn lies_within(table: &Table, last: CellRef) {
    let (from, to) = table.range;
    assert!(from.row <= to.row && from.column <= to.column, "{from} {to}");
    assert!(to.row <= last.row && to.column <= last.column, "{to} beyond {last}");
    for entry in &table.entries {
        assert!(entry.subject < table.subjects.len() && (from.row..=last.row).contains(&entry.row));
        for column in entry.slots.columns() {
            assert!((from.column..=to.column).contains(&column), "column {column} outside {from}:{to}");
        }
    }
    for subject in &table.subjects {
        assert!((from.row..=last.row).contains(&subject.row));
    }
    for sum in &table.sums {
        assert!((from.row..=last.row).contains(&sum.row) && sum.section.end <= table.unit_rows.len());
        assert!(sum.section.start <= sum.section.end);
    }
    assert!(table.unit_rows.is_sorted() && table.columns.is_sorted_by_key(|column| column.column));
    for at in table.doubtful.iter().map(|doubt| doubt.at).chain(table.unplaced.iter().copied()) {
        // A heading may be merged with rows above the table.
        assert!(at.row <= last.row && at.column <= last.column, "{at} beyond {last}");
    }
}

fn sheet(drawn: &Drawn) -> Sheet {
    let width = u16::from(drawn.width % 40).max(1);
    let (mut row, mut column) = (0_u32, 0_u16);
    let mut cells = Vec::new();
    for filled in drawn.cells.iter().take(4000) {
        if let Filled::NextRow(more) = filled {
            (row, column) = (row + 1 + u32::from(*more) / 32, 0);
            continue;
        }
        let at = CellRef::new(row, column);
        cells.extend(value(filled).map(|value| Cell { at, value, format: 0, formula: false }));
        (row, column) = if column + 1 == width { (row + 1, 0) } else { (row, column + 1) };
    }
    let mut sheet = Sheet::new("Biểu 1", cells, [Format::default()]).expect("each cell stands once");
    let corner = |row: u8, column: u8| CellRef::new(u32::from(row), u16::from(column % 48));
    sheet.merges = drawn
        .merges
        .iter()
        .take(200)
        .map(|merge| between(corner(merge.0, merge.1), corner(merge.2, merge.3)))
        .collect();
    sheet
}

fn between(a: CellRef, b: CellRef) -> (CellRef, CellRef) {
    let first = CellRef::new(a.row.min(b.row), a.column.min(b.column));
    (first, CellRef::new(a.row.max(b.row), a.column.max(b.column)))
}

fn value(filled: &Filled) -> Option<Value> {
    Some(match filled {
        Filled::Blank | Filled::NextRow(_) => return None,
        Filled::Text(which) => Value::Text(TEXTS[usize::from(*which) % TEXTS.len()].as_str().into()),
        Filled::Whole(number) => Value::Number(f64::from(*number)),
        Filled::Tenths(number) => Value::Number(f64::from(*number) / 10.0),
        Filled::Bool(truth) => Value::Bool(*truth),
        Filled::Odd(OddValue::Date) => Value::Date("2025-10-05".into()),
        Filled::Odd(OddValue::Error) => Value::Error("#DIV/0!".into()),
        Filled::Odd(OddValue::NotCalculated) => Value::NotCalculated,
        Filled::Odd(OddValue::Infinite) => Value::Number(f64::INFINITY),
        Filled::Other(text) => Value::Text(text.as_str().into()),
    })
}

/// Gathers what cells may say: the words above, and the ids, titles and headings of the criteria.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = WORDS.iter().map(|word| (*word).to_owned()).collect();
    for criterion in &RULEBOOK.criteria.criteria {
        texts.extend([criterion.id.clone(), criterion.title.clone(), format!("{}. {}", criterion.id, criterion.title)]);
        texts.extend(criterion.part.iter().chain(&criterion.whole).cloned());
    }
    texts
}
