//! A criterion that stands in a table twice.

use super::{found, layouts::SET, rulebook, sheet, submit};
use crate::{finding::Finding, workbook::Sheet};

fn findings(read: Sheet) -> Vec<Finding> {
    submit(&rulebook(SET), vec![read]).findings
}

fn twice(read: Sheet) -> Finding {
    findings(read).into_iter().find(|finding| finding.code.number == "TDP103").unwrap()
}

#[test]
fn a_row_copied_with_its_title_needs_another_title_too() {
    let card = "Phường Đoàn Kết\nĐơn vị: Tổ 1\nTT|Nội dung tiêu chí|Kết quả\n2.1|Tỷ lệ hộ nghèo|#0.02%\n2.2|Nhà văn hóa|x\n\
                2.2|Nhà văn hóa|#0.005%";
    let told = findings(sheet("Phiếu", card));
    let codes: Vec<&str> = told.iter().map(|told| told.code.number).collect();
    assert_eq!(codes, ["TDP103", "TDP101"]);
    assert!(told[0].help.en.contains("correct the id and title in A6 to \"2.10\""), "{:?}", told[0].help);
}

#[test]
fn the_criterion_whose_title_stands_there_is_the_one_that_is_meant() {
    let card = "Phường Đoàn Kết\nĐơn vị: Tổ 1\nTT|Nội dung tiêu chí|Kết quả|Đánh giá\n2.2|Nhà văn hóa||x\n\
                2.2|Nhà văn hóa (như tiêu chí Số vụ ma túy)||x";
    let told = twice(sheet("Phiếu", card));
    assert!(
        told.help.en.contains("no row for 2.10 \"Số vụ ma túy\": if it is this one, correct the id in A5 to"),
        "{told:?}"
    );
}

#[test]
fn what_stands_in_a_second_column_is_not_told_cell_by_cell() {
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.1|2.2|2.10\n#1|Tổ 1|#0.02%|nhiều|x|#0\n#2|Tổ 2|ít|#1.5%|x|#0";
    assert_eq!(found(&submit(&rulebook(SET), vec![sheet("Biểu", rows)])), ["TDP201 C4", "TDP103 D2"]);
}

#[test]
fn a_heading_over_columns_without_words_of_their_own_asks_for_them() {
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|2.1. Tỷ lệ hộ nghèo||2.2. Nhà văn hóa||2.10\n||||Kết quả|Tự đánh giá|\n\
                #1|Tổ 1|#0.02%|x||x|#0";
    let mut read = sheet("Biểu", rows);
    read.merges = vec![("C2".parse().unwrap(), "D2".parse().unwrap()), ("E2".parse().unwrap(), "F2".parse().unwrap())];
    let told = twice(read);
    assert_eq!(told.place.cell().unwrap().to_string(), "D2");
    assert!(told.help.vi.starts_with("Ghi ở hàng tiêu đề dưới ô C2 (từ C3 đến D3) mỗi cột là gì"), "{:?}", told.help);
}
