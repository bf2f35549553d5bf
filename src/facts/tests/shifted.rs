//! Records of a csv that have more fields than its headings.

use super::{found, rulebook, shown, submit};
use crate::workbook::{self, Limits};

const CRITERIA: &str = "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Nước sạch\"\nkind = \"percent\"\nachieved = \">= 95%\"\n\
                        [[standard.criterion]]\nid = \"1.2\"\ntitle = \"Tội phạm\"\nkind = \"yes-no\"\nachieved = \"yes\"\n";

/// Checks the facts that a csv gives, and what is found in it.
fn check(csv: &str, facts: &[&str], findings: &[&str]) {
    let book = workbook::read("a.csv", csv.as_bytes(), &Limits::default()).unwrap();
    let submission = submit(&rulebook(CRITERIA), book.sheets);
    assert_eq!(submission.facts.iter().map(shown).collect::<Vec<_>>(), facts, "{csv}");
    assert_eq!(found(&submission), findings, "{csv}");
}

#[test]
fn a_decimal_comma_without_quotes_makes_the_whole_record_unusable() {
    check(
        "Phường Đoàn Kết\nTT,Tên tổ,1.1,1.2\n1,Tổ 1,95,5,Đạt\n2,Tổ 2,97,Đạt\n",
        &["refused", "refused", "figure=97", "claim=achieved"],
        &["TDP201 C3"],
    );
    // The figure is sound, and the claim alone has moved: nothing tells that from the other.
    check(
        "Phường Đoàn Kết\nTên tổ,1.1,1.2,Ghi chú\nTổ 1,95,Đạt,chờ duyệt, xong\nTổ 2,97,Đạt,\n",
        &["refused", "refused", "figure=97", "claim=achieved"],
        &["TDP201 B3"],
    );
}

#[test]
fn a_blank_note_moved_beyond_the_headings_shows_the_cut_number() {
    check(
        "Phường Đoàn Kết\nTên tổ,1.1,1.2,Ghi chú\nTổ 1,95,5%,Đạt,\nTổ 2,97,Đạt,,\n",
        &["refused", "refused", "figure=97", "claim=achieved"],
        &["TDP201 B3"],
    );
}

#[test]
fn a_separator_at_the_end_of_every_record_moves_nothing() {
    let counted = "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Vi phạm\"\nkind = \"count\"\nachieved = \"= 0\"\n\
                   [[standard.criterion]]\nid = \"1.2\"\ntitle = \"Tội phạm\"\nkind = \"count\"\nachieved = \"= 0\"\n";
    let read = |csv: &str| {
        let book = workbook::read("a.csv", csv.as_bytes(), &Limits::default()).unwrap();
        let submission = submit(&rulebook(counted), book.sheets);
        let told = submission.findings.iter().map(|finding| finding.message.en.clone());
        (submission.facts.iter().map(shown).collect::<Vec<_>>().join(" "), told.collect::<Vec<_>>().join(" "))
    };
    let (facts, told) = read("Phường Đoàn Kết\nTT,Tên tổ,1.1,1.2\n1,Tổ 1,0,0,\n2,Tổ 2,3,12,\n");
    assert_eq!((&*facts, &*told), ("figure=0 figure=0 figure=3 figure=12", ""));
    let (facts, told) = read("Phường Đoàn Kết\nTT,Tên tổ,1.1,1.2\n1,Tổ 1,0,0,\n2,Tổ 2,3,12\n");
    assert_eq!(facts, "refused refused figure=3 figure=12");
    assert!(told.starts_with("This record has 5 fields and the headings only 4"), "{told}");
}

#[test]
fn numbers_cut_in_every_record_are_told_from_separators_at_the_end() {
    check(
        "Phường Đoàn Kết\nTên tổ,1.1,1.2,Ghi chú\nTổ 1,95,5,,\nTổ 2,97,0,,\n",
        &["refused", "refused", "refused", "refused"],
        &["TDP201 B3", "TDP201 B4"],
    );
}

#[test]
fn a_number_in_quotes_and_empty_fields_at_the_end_move_nothing() {
    for record in ["Tổ 1,\"95,5\",Đạt", "Tổ 1,\"95,5\",Đạt,,", "Tổ 1,\"95,5\",Đạt,"] {
        let csv = format!("Phường Đoàn Kết\nTên tổ,1.1,1.2\n{record}\nTổ 2,97,Đạt\n");
        check(&csv, &["figure=95.5", "claim=achieved", "figure=97", "claim=achieved"], &[]);
    }
}

#[test]
fn a_value_in_a_column_that_the_headings_leave_open_moves_nothing() {
    check(
        "Phường Đoàn Kết,,,\nTên tổ,1.1,1.2,\nTổ 1,95,Đạt,xem lại\nTổ 2,97,Đạt,\n",
        &["figure=95", "claim=achieved", "figure=97", "claim=achieved"],
        &["TDP102 D3"],
    );
}

#[test]
fn headings_of_two_records_are_as_wide_as_the_longer() {
    check(
        "Phường Đoàn Kết\nTên tổ,1.1,1.2\n,Kết quả,Đánh giá,Ghi chú\nTổ 1,95,Đạt,xem lại\nTổ 2,97,5,Đạt,\n",
        &["figure=95", "claim=achieved", "refused", "refused"],
        &["TDP201 B5"],
    );
}

#[test]
fn a_heading_cut_at_its_comma_makes_the_whole_table_unusable() {
    check(
        "Phường Đoàn Kết\nTT,Tên tổ,Tiêu chuẩn 1: Sáng, xanh, sạch,\n,,1.1,1.2\n1,Tổ 1,95,Đạt\n2,Tổ 2,97,5,Đạt\n",
        &["refused", "refused", "refused", "refused"],
        &["TDP201 D2"],
    );
    // Whoever puts a space behind every comma has cut nothing, nor has a known heading that begins with one.
    for headings in ["TT, Tên tổ, 1.1, 1.2", "TT,Tên tổ,1.1, tội phạm"] {
        let csv = format!("Phường Đoàn Kết\n{headings}\n1,Tổ 1,95,Đạt\n2,Tổ 2,97,Đạt\n");
        check(&csv, &["figure=95", "claim=achieved", "figure=97", "claim=achieved"], &[]);
    }
}
