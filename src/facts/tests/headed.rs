//! Under which headings findings are told to stand.

use crate::{
    facts::Receiving,
    finding::Headings,
    layout::Lexicon,
    model::FileKey,
    pipeline::{Input, receive},
};

use super::rulebook;

/// Reads a csv for two criteria and returns the headings over the cell `at`, of which something is told.
fn headings(rows: &str, at: &str) -> Headings {
    let rulebook = rulebook(
        "[[standard.criterion]]\nid = \"2.1\"\ntitle = \"Tỷ lệ hộ nghèo\"\nkind = \"percent\"\nachieved = \"<= 3%\"\n\
         [[standard.criterion]]\nid = \"2.2\"\ntitle = \"Nhà văn hóa\"\nkind = \"yes-no\"\nachieved = \"yes\"\n",
    );
    let input = Input { path: "biểu.csv", bytes: rows.as_bytes() };
    let findings = receive(&Lexicon::new(&rulebook), FileKey::new(0), input, &Receiving::default()).findings;
    let stands = |finding: &&crate::finding::Finding| finding.place.cell().is_some_and(|cell| cell.to_string() == at);
    let cells: Vec<_> = findings.iter().map(|finding| (finding.code.number, finding.place.cell())).collect();
    findings.iter().find(stands).unwrap_or_else(|| panic!("{cells:?}")).headings.clone()
}

fn under(column: &str, row: &str) -> Headings {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Headings { column: said(column), row: said(row) }
}

#[test]
fn a_cell_of_a_matrix_stands_under_its_criterion_and_beside_its_unit() {
    let rows = "Phường Đoàn Kết\nTT;Tên tổ;2.1. Tỷ lệ hộ nghèo;2.2\n1;Tổ  số 1;nhiều;x\n2;Tổ 2;0%;tốt\n3;Tổ 9;0%;x\n";
    let unseen = rows.replace("nghèo;2.2", "\u{202e}ngh\u{200b}èo\u{202c};2.2");
    assert_eq!(headings(&unseen, "C3"), under("2.1. Tỷ lệ hộ nghèo", "Tổ số 1"), "unseen letters are not quoted");
    assert_eq!(headings(rows, "C3"), under("2.1. Tỷ lệ hộ nghèo", "Tổ số 1"));
    assert_eq!(headings(rows, "B5"), under("Tên tổ", ""), "the name itself heads the row");
}

#[test]
fn what_stands_below_a_criterion_is_told_with_it_and_standards_above_are_not() {
    let rows = "Phường Đoàn Kết\nTT;Tên tổ;Tiêu chuẩn 2: Đời sống;;2.2. Nhà văn hóa\n;;2.1. Tỷ lệ hộ nghèo;;\n\
                ;;Số liệu;Đánh giá;\n1;Tổ 1;nhiều;hay;x\n2;Tổ 2;2%;Chưa đạt;x\n";
    assert_eq!(headings(rows, "C5"), under("2.1. Tỷ lệ hộ nghèo › Số liệu", "Tổ 1"));
    assert_eq!(headings(rows, "D6"), under("2.1. Tỷ lệ hộ nghèo › Đánh giá", "Tổ 2"));
}

#[test]
fn a_cell_of_a_card_stands_beside_the_words_of_its_criterion() {
    let rows = "Đơn vị: Tổ dân phố số 1, phường Đoàn Kết;;\nTT;Nội dung tiêu chí;Kết quả\n2.1;Tỷ lệ hộ nghèo;nhiều\n\
                2.2;Nhà văn hóa;x\n";
    assert_eq!(headings(rows, "C3"), under("Kết quả", "Tỷ lệ hộ nghèo"));
}

#[test]
fn every_row_of_a_unit_in_a_list_is_headed_by_its_name() {
    let rows = "Phường Đoàn Kết;;;;\nTT;Phường;Tên đơn vị;Tiêu chí;Kết quả\n1;Phường Đoàn Kết;Tổ 1;2.1;nhiều\n\
                2;Phường Đoàn Kết;Tổ 1;2.2;tốt\n";
    assert_eq!(headings(rows, "E3"), under("Kết quả", "Tổ 1"));
    assert_eq!(headings(rows, "E4"), under("Kết quả", "Tổ 1"));
}

#[test]
fn a_heading_itself_stands_under_nothing() {
    let rows = "Phường Đoàn Kết\nTT;Tên tổ;2.1;2.2;Cây xanh\n1;Tổ 1;0%;x;7\n";
    assert_eq!(headings(rows, "E2"), Headings::default());
}
