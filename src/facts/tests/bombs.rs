//! Sheets of a few kilobytes that ask for hours: read rightly, or given up as a whole.

use super::{found, layouts::SET, rulebook, sheet, submit};
use crate::{
    facts::{Fact, MOST_FINDINGS, Submission},
    layout::{Effort, Lexicon},
    model::{CellRef, SheetKey, Voice},
    workbook::{Cell, Sheet, Value},
};

const TABLE: &str = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 1|#0%|x|#0\n#2|Tổ 2|#0.05%|x|#2";

/// Reads one sheet and returns the facts and the codes of what was found.
fn read(sheet: Sheet) -> (Vec<Fact>, Vec<String>) {
    let submission = submit(&rulebook(SET), vec![sheet]);
    let codes = found(&submission);
    (submission.facts, codes)
}

fn with_cell(sheet: &Sheet, at: CellRef) -> Sheet {
    let stray = Cell { at, value: Value::Number(1.0), format: 0, formula: false };
    let cells = sheet.cells().iter().cloned().chain([stray]).collect();
    Sheet::new(sheet.name.as_str(), cells, sheet.formats.clone()).unwrap()
}

fn merged(rows: &str, merges: impl IntoIterator<Item = (CellRef, CellRef)>) -> Submission {
    let mut sheet = sheet("Biểu 1", rows);
    sheet.merges = merges.into_iter().collect();
    submit(&rulebook(SET), vec![sheet])
}

#[test]
fn a_stray_cell_in_the_last_row_changes_nothing() {
    let table = sheet("Biểu 1", TABLE);
    let stray = with_cell(&table, CellRef::new(1_048_575, 16_383));
    let (facts, codes) = read(stray);
    assert_eq!((facts.len(), codes), (6, Vec::<String>::new()));
    let card = "Đơn vị: Tổ dân phố số 1, phường Đoàn Kết\nTT|Tiêu chí|Kết quả\n2.1|Tỷ lệ hộ nghèo|#0%";
    let stray = with_cell(&sheet("Biểu 1", card), CellRef::new(1_048_575, 7));
    assert_eq!(read(stray).0.len(), 1);
}

#[test]
fn a_row_without_cells_is_still_about_the_criterion_merged_over_it() {
    let card =
        "Đơn vị: Tổ dân phố số 1, phường Đoàn Kết\nTT|Tiêu chí|Kết quả\n2.1|Tỷ lệ hộ nghèo|#0%\n\n\n2.2|Nhà văn hóa|x";
    let over = |rows: u32| [(CellRef::new(2, 1), CellRef::new(1 + rows, 1))];
    assert_eq!(found(&merged(card, over(1))), ["TDP101 A2"]);
    // The criterion stands twice, and the second time without an answer.
    assert_eq!(found(&merged(card, over(2))), ["TDP103 A4", "TDP101 A2"]);
}

#[test]
fn headings_under_more_merged_cells_than_can_be_looked_at_are_given_up() {
    let heading = "|".repeat(200) + "x";
    let table = TABLE.replacen("|2.10", &format!("|2.10{heading}"), 1);
    let beside = |number: u32| (0..number).map(|row| (CellRef::new(0, 16_383), CellRef::new(9 + row, 16_383)));
    assert_eq!(merged(&table, beside(10)).facts.len(), 6);
    assert_eq!(found(&merged(&table, beside(100_000))), ["TDP003"]);
}

#[test]
fn cards_without_an_answer_do_not_gather_what_stands_above_them() {
    let headings = "Tiêu chí|Kết quả\nabc\n".repeat(2000);
    assert_eq!(found(&merged(&headings, [])), ["TDP004"]);
}

#[test]
fn a_file_in_which_all_is_wrong_is_told_no_further_than_that_it_is() {
    let nameless = format!("{TABLE}{}", "\n#3||#0%|x|#0".repeat(MOST_FINDINGS + 100));
    assert_eq!(merged(&nameless, []).findings.len(), MOST_FINDINGS + 1);
}

#[test]
fn a_card_that_goes_on_begins_in_its_own_row() {
    let cards = "Đơn vị: Tổ dân phố số 1\nTiêu chí|Kết quả\n2.1|#0%\nTiêu chí|Kết quả\n2.2|x";
    let (rulebook, sheet) = (rulebook(SET), sheet("Biểu 1", cards));
    let tables = Lexicon::new(&rulebook).tables(SheetKey::new(0), &sheet, Voice::Own, &Effort::default());
    let rows: Vec<u32> = tables.iter().map(|table| table.subjects[0].row).collect();
    assert_eq!(rows, [1, 3]);
}
