//! What a receipt says of files of every kind, on the sample city.

use chrono::NaiveDate;

use super::*;
use crate::{
    Received,
    appendix::sample,
    facts::SheetRead,
    finding::{Place, codes},
    model::{CellPlace, CellRef, CriterionKey, SheetKey, Voice, say},
    plan::Accept,
};

/// Makes the receipt for the first file of the sample, received in time, after `change`.
fn receipt(change: impl FnOnce(&mut Received)) -> Receipt {
    let mut received = sample::assessment().received;
    received.findings.clear();
    change(&mut received);
    let day = NaiveDate::from_ymd_opt(2025, 10, 15);
    let receipts = Receipts::new(&received.rulebook, &received.sources, &received.findings, day);
    receipts.receipt(FileKey::new(0)).unwrap()
}

fn text<'r>(receipt: &'r Receipt, label: &str) -> &'r str {
    &receipt.fields.iter().find(|field| field.label == label).unwrap().text
}

fn rows(table: &Table<'_>) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.cells.iter().map(|cell| crate::appendix::shown(&cell.value)).collect()).collect()
}

fn found(code: &'static crate::finding::Code, row: u32) -> Finding {
    let cell = CellPlace { file: FileKey::new(0), sheet: SheetKey::new(0), cell: CellRef::new(row, 2) };
    Finding::new(code, Place::Cell(cell), say!("Ô sai", "A cell is wrong"))
}

#[test]
fn an_agency_appraises_and_owes_no_units() {
    let receipt = receipt(|received| {
        let source = &mut received.sources[0];
        (source.agency, source.voice) = (Some(0), Voice::Agency);
    });
    assert_eq!(text(&receipt, "Bên nộp"), "Ủy ban MTTQ thành phố, thẩm định Phường Đoàn Kết (mã 03389)");
    assert_eq!(text(&receipt, "Đơn vị có số liệu"), "2");
}

#[test]
fn units_with_data_stand_beside_all_of_the_ward() {
    let receipt = receipt(|received| received.sources[0].judged = 1);
    assert_eq!(text(&receipt, "Đơn vị có số liệu"), "1/2 tổ dân phố, bản của Phường Đoàn Kết");
}

#[test]
fn errors_come_before_warnings_and_help_is_told_once() {
    let receipt = receipt(|received| {
        let findings = [(&codes::BLANK_CRITERION, 4), (&codes::NOT_A_NUMBER, 5), (&codes::NOT_A_NUMBER, 6)];
        received.findings.extend(findings.map(|(code, row)| found(code, row)));
    });
    assert_eq!(text(&receipt, "Kết quả"), "Nhận được, phải sửa 2 chỗ, nên xem lại 1 chỗ");
    let rows = rows(&receipt.corrections.table());
    let firsts: Vec<[&str; 2]> = rows.iter().map(|row| [row[0].as_str(), row[1].as_str()]).collect();
    assert_eq!(
        firsts,
        [
            ["I", "Phải sửa: 2 lỗi"],
            ["1", "Biểu 1, ô C6"],
            ["2", "Biểu 1, ô C7"],
            ["II", "Nên xem lại: 1 cảnh báo"],
            ["3", "Biểu 1, ô C5"],
        ]
    );
    assert_eq!((rows[2][3].as_str(), rows[4][3] == "Như trên"), ("Như trên", false));
    assert_eq!(receipt.corrections.rest(3), None);
    let rest = receipt.corrections.rest(1).unwrap();
    assert!(rest.starts_with("Còn 2 chỗ khác (1 lỗi, 1 cảnh báo): "), "{rest}");
}

#[test]
fn a_file_with_warnings_alone_need_not_be_mended() {
    let receipt = receipt(|received| received.findings.push(found(&codes::BLANK_CRITERION, 4)));
    assert_eq!(text(&receipt, "Kết quả"), "Nhận được, không phải sửa; nên xem lại 1 chỗ");
    assert_eq!(rows(&receipt.corrections.table())[0][0], "I");
}

#[test]
fn a_plan_that_takes_clean_files_alone_says_so_where_there_are_errors() {
    let receipt = receipt(|received| {
        received.rulebook.plan.accept = Accept::Clean;
        received.findings.push(found(&codes::NOT_A_NUMBER, 4));
    });
    assert!(text(&receipt, "Kết quả").ends_with("chỉ được dùng khi tệp không còn lỗi"));
}

#[test]
fn a_file_that_was_refused_as_a_whole_says_why() {
    let refused = |code: &'static crate::finding::Code| {
        receipt(|received| {
            let source = &mut received.sources[0];
            (source.facts, source.read, source.sheets) = (0, Vec::new(), Vec::new());
            let message = say!("Tệp không dùng được", "The file is of no use");
            received.findings.push(Finding::new(code, Place::File(FileKey::new(0)), message));
        })
    };
    let result = |receipt: &Receipt| text(receipt, "Kết quả").to_owned();
    assert_eq!(result(&refused(&codes::PASSWORD_PROTECTED)), "Không đọc được tệp: Tệp không dùng được");
    let other = refused(&codes::OTHER_VERSION);
    assert_eq!(result(&other), "Nhận được, chưa lấy được số liệu: Tệp không dùng được");
    assert!(other.sheets.is_none());
    assert!(other.fields.iter().all(|field| field.label != "Đơn vị có số liệu"));
    assert_eq!(rows(&other.corrections.table())[1][1], "Cả tệp");
}

#[test]
fn a_file_in_which_nobody_wrote_anything_is_received() {
    let empty = receipt(|received| received.sources[0].facts = 0);
    assert_eq!(text(&empty, "Kết quả"), "Nhận được, trong biểu chưa ghi số liệu, không phải sửa");
    let wordy = receipt(|received| {
        received.sources[0].facts = 0;
        let word = found(&codes::NOT_A_NUMBER, 4).of_criterion(CriterionKey::new(0)).quoting("nhiều");
        received.findings.push(word);
    });
    assert_eq!(text(&wordy, "Kết quả"), "Nhận được, chưa dùng được số liệu nào, phải sửa 1 chỗ");
    let refused = receipt(|received| received.sources[0].refused = received.sources[0].facts);
    assert_eq!(text(&refused, "Kết quả"), "Nhận được, chưa dùng được số liệu nào, không phải sửa");
}

#[test]
fn sheets_are_told_one_by_one_and_the_others_together() {
    let receipt = receipt(|received| {
        let source = &mut received.sources[0];
        let read = source.read[0];
        source.sheets = (1..=6).map(|number| Some(format!("Biểu {number}"))).collect();
        source.read = (0..5).map(|sheet| SheetRead { sheet: SheetKey::new(sheet), ..read }).collect();
        (source.rows, source.units, source.facts, source.refused) = (10, 2, 43, 3);
    });
    let (_, table) = receipt.sheets.unwrap();
    let names: Vec<String> = rows(&table).into_iter().map(|row| row[1..].join("|")).collect();
    assert_eq!(
        names,
        [
            "Biểu 1|Biểu tổng hợp|1|2|2|8|0",
            "Biểu 2|Biểu tổng hợp|1|2|2|8|0",
            "3 trang tính khác|Biểu tổng hợp|3|6||24|0",
            "Những dòng không dùng được cả dòng|||||3|3",
            "Tổng cộng||5|10|2|43|3",
        ]
    );
    assert_eq!(table.notes, ["Không có biểu nào ở trang “Biểu 6”."]);
}

#[test]
fn what_is_not_known_is_left_to_be_written() {
    let mut received = sample::assessment().received;
    received.sources[0].ward = None;
    (received.sources[0].size, received.sources[0].sha256) = (None, String::new());
    let receipts = Receipts::new(&received.rulebook, &received.sources, &received.findings, None);
    let receipt = receipts.receipt(FileKey::new(0)).unwrap();
    for label in ["Bên nộp", "Ngày nhận"] {
        assert!(text(&receipt, label).starts_with('…'), "{label}");
    }
    for label in ["Dung lượng", "Mã SHA-256"] {
        assert_eq!(text(&receipt, label), "Không biết, vì không mở được tệp");
    }
    assert!(receipt.dated.contains("……"));
    assert!(receipts.receipt(FileKey::new(2)).is_none());
}
