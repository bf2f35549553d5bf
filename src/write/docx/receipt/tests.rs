//! A receipt is one page, whatever stands in it, and what was cut is seen.

use super::*;
use crate::{
    appendix::sample,
    facts::SheetRead,
    finding::{Finding, Place, codes},
    model::{CellPlace, CellRef, FileKey, SheetKey, say},
    receipt::Receipts,
};

/// Makes the receipt for a file of the sample with so many findings, where every text of anybody's is `text`.
fn receipt(text: &str, findings: usize) -> Receipt {
    let mut received = sample::assessment().received;
    let source = &mut received.sources[0];
    if !text.is_empty() {
        let plan = &mut received.rulebook.plan;
        for of_plan in [&mut plan.number, &mut plan.issuer, &mut plan.report.place, &mut source.path] {
            text.clone_into(of_plan);
        }
        plan.deadline_text = Some(text.to_owned());
        let set = &mut received.rulebook.criteria;
        for of_set in [&mut set.title, &mut set.id] {
            text.clone_into(of_set);
        }
        let read = source.read[0];
        source.sheets = vec![Some(text.to_owned()); 9];
        source.read = (0..5).map(|sheet| SheetRead { sheet: SheetKey::new(sheet), ..read }).collect();
    }
    let finding = |row: usize| {
        let cell = CellRef::new(u32::try_from(row).unwrap(), 2);
        let place = Place::Cell(CellPlace { file: FileKey::new(0), sheet: SheetKey::new(0), cell });
        let shown = if text.is_empty() { "nhiều hộ" } else { text };
        Finding::new(&codes::NOT_A_NUMBER, place, say!("\"{shown}\" không phải là số", "\"{shown}\" is no number"))
            .helped_by(say!("{shown}", "{shown}"))
    };
    received.findings = (0..findings).map(finding).collect();
    let receipts = Receipts::new(&received.rulebook, &received.sources, &received.findings, None);
    receipts.receipt(FileKey::new(0)).unwrap()
}

#[test]
fn whatever_anybody_wrote_it_stays_one_page() {
    let texts = ["", "W", "ễ ", "tổ dân phố ", "Ừ", "漢字", "a\u{301}\u{301}", "i", "😀 "].map(|text| text.repeat(400));
    for text in &texts {
        for findings in [0, 1, 60] {
            let page = Page::of(receipt(text, findings));
            let used = measure::used(&page.receipt, &page.widths);
            let list: u32 = page.corrections.rows.iter().map(|row| measure::row(row, &CORRECTIONS)).sum();
            let above = measure::caption() + measure::headings(&page.corrections, &CORRECTIONS);
            let rest = page.rest.as_deref().map_or(0, measure::counted);
            let list = if page.corrections.rows.is_empty() { 0 } else { above + list };
            let letters: String = text.chars().take(3).collect();
            assert!(used + list + rest <= measure::PAGE, "{letters}, {findings}: {used} + {list} + {rest}");
        }
    }
}

#[test]
fn ordinary_findings_are_listed_and_the_others_counted() {
    let page = Page::of(receipt("", 60));
    let listed = page.corrections.body_rows();
    assert!(listed >= 8, "{listed}");
    assert!(page.rest.unwrap().starts_with(&format!("Còn {} chỗ khác", 60 - listed)));
    let all = Page::of(receipt("", 3));
    assert_eq!((all.corrections.body_rows(), all.rest), (3, None));
}

#[test]
fn long_texts_are_cut_shorter_where_more_of_them_find_room() {
    let long = "Xem lại số liệu trong sổ theo dõi của tổ dân phố ".repeat(9);
    let mut received = sample::assessment().received;
    let message = say!("\"nhiều hộ\" không phải là số", "\"nhiều hộ\" is no number");
    let finding = Finding::new(&codes::NOT_A_NUMBER, Place::File(FileKey::new(0)), message);
    let helped = |number: u32| finding.clone().helped_by(say!("{number} {long}", "{number} {long}"));
    received.findings = (0..9).map(helped).collect();
    let receipts = Receipts::new(&received.rulebook, &received.sources, &received.findings, None);
    let page = Page::of(receipts.receipt(FileKey::new(0)).unwrap());
    let mut uncut = page.receipt.corrections.table();
    cut_cells(&mut uncut, &CORRECTIONS, CORRECTION_LINES);
    let held = fitting(&page.receipt, &page.widths, &uncut);
    uncut.rows.truncate(held);
    let (uncut, listed) = (uncut.body_rows(), page.corrections.body_rows());
    assert!(uncut < listed, "{uncut} < {listed}");
}

#[test]
fn a_path_keeps_its_end_and_other_texts_their_beginning() {
    let path = format!("{}/biểu phường.xlsx", "thư mục/".repeat(60));
    let look = measure::look_of(RowKind::Body);
    let kept = cut(&path, Cut::Middle, 7000, look, 2);
    assert!(kept.starts_with("thư mục/") && kept.contains('…') && kept.ends_with("/biểu phường.xlsx"), "{kept}");
    let kept = cut(&path, Cut::End, 7000, look, 1);
    assert!(kept.starts_with("thư mục/thư mục/") && kept.ends_with('…'), "{kept}");
    assert_eq!(cut("a.xlsx", Cut::Middle, 7000, look, 1), "a.xlsx");
    assert_eq!(cut("a.xlsx", Cut::End, 0, look, 0), "…");
}

#[test]
fn lines_are_broken_between_words_and_within_those_that_are_too_long() {
    let look = measure::look_of(RowKind::Body);
    let lines = |text: &str, width| (1..50).find(|lines| look.height(text, width) == look.of_lines(*lines)).unwrap();
    // A digit is half as wide as it is high: 110 twentieths of a point at 11 points.
    assert_eq!(lines("1234567890", 1100), 1);
    assert_eq!(lines("12345678901", 1100), 2);
    assert_eq!(lines("12345 123456", 1100), 2);
    assert_eq!(lines("123456 12345678901 1", 1100), 3);
    assert_eq!(lines("", 1100), 1);
}

#[test]
fn a_receipt_is_known_as_one_and_is_no_report() {
    let bytes = receipt_docx(receipt("", 1)).unwrap();
    assert!(bytes == receipt_docx(receipt("", 1)).unwrap());
    let parts = super::super::tests::parts_of(&bytes);
    super::super::tests::check_parts(&parts);
    let (_, custom) = parts.iter().find(|(name, _)| name == "docProps/custom.xml").unwrap();
    assert!(custom.contains("bien-nhan"));
    assert_eq!(super::super::report_standing(&bytes), super::super::ReportStanding::Foreign);
}
