//! `validate --receipt DIR`: the page that a ward keeps as proof, read back out of the document.

use std::fs;

use crate::{
    document::{Document, read},
    harness::{BAD, GOOD, PLAN, Place, UNITS},
};

/// Runs the program and reads the receipt for `file`, both below the folder of [`Place::with_workspace`].
fn receipt(place: &Place, arguments: &[&str], file: &str) -> Document {
    let run = place.run(&[&["validate", "--receipt", "bien-nhan"], arguments].concat());
    assert!(run.code < 2, "{}", run.err);
    read(&fs::read(place.path(&format!("bien-nhan/{file}.docx"))).unwrap())
}

/// Returns what is told of the file under a label.
fn told<'d>(document: &'d Document, label: &str) -> &'d str {
    let row = document.tables[0].iter().find(|row| row[0] == label);
    row.map_or_else(|| panic!("{label}"), |row| row[1].as_str())
}

/// Makes a workspace with one file.
fn with(file: &str, content: &str) -> Place {
    let place = Place::with_workspace();
    place.write(&format!("submissions/{file}"), content);
    place
}

/// Returns a register of so many units, and a table of their ward in which the figure of each is a word.
fn many_wrong(units: usize) -> (String, String) {
    let headed = |head: &str, row: &dyn Fn(usize) -> String| {
        let rows = (1..=units).map(row);
        head.lines().take(3).map(str::to_owned).chain(rows).collect::<Vec<_>>().join("\n")
    };
    let register = headed(UNITS, &|unit| format!("01.{unit},Tổ dân phố số {unit},tổ dân phố,01,,,,,"));
    let table = headed(GOOD, &|unit| format!("{unit},Tổ dân phố số {unit},nhiều hộ,Đạt"));
    (register, table)
}

#[test]
fn a_receipt_says_what_came_when_and_what_was_read() {
    let place = with("phường một/biểu.csv", GOOD);
    let document = receipt(&place, &["--received", "2025-10-05"], "phường một/biểu.csv");
    let words = document.paragraphs.join("\n");
    for line in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ",
        "Số: ………/BN-UBND",
        "……………………, ngày 05 tháng 10 năm 2025",
        "GIẤY BIÊN NHẬN",
        "Tệp số liệu theo Kế hoạch số 1/KH-UBND",
        "BÊN NỘP",
        "BÊN NHẬN",
    ] {
        assert!(document.paragraphs.iter().any(|paragraph| paragraph == line), "{line} in {words}");
    }
    assert_eq!(told(&document, "Bên nộp"), "Phường Một (mã 01)");
    assert_eq!(told(&document, "Tên tệp"), "phường một/biểu.csv");
    assert_eq!(told(&document, "Dung lượng"), format!("{} byte", GOOD.len()));
    // Taken with sha256sum from the same text.
    assert_eq!(told(&document, "Mã SHA-256"), "f927fe855f644e5cce946cdf7d2124b8dc657e636c65313797f1c10154a6e159");
    assert_eq!(told(&document, "Ngày nhận"), "05/10/2025");
    assert_eq!(told(&document, "Thời hạn"), "Đúng hạn; ngày cuối cùng đúng hạn là 15/10/2025");
    assert_eq!(told(&document, "Kế hoạch"), "Số 1/KH-UBND ngày 28 tháng 02 năm 2025 của UBND thành phố");
    assert_eq!(
        told(&document, "Bộ tiêu chí"),
        "Bộ tiêu chí mô phỏng, không phải bản chính thức: Bộ thử (bản ngày 01 tháng 01 năm 2025, ký hiệu thu@2025-01-01)"
    );
    assert_eq!(told(&document, "Đơn vị có số liệu"), "2/2 tổ dân phố của Phường Một");
    assert_eq!(told(&document, "Kết quả"), "Nhận được, không phải sửa");
    assert_eq!(document.tables[1][1], ["1", "(tệp chỉ có một trang)", "Biểu tổng hợp", "1", "2", "2", "4", "0"]);
    assert_eq!(document.tables.len(), 2, "nothing is to be mended");
}

#[test]
fn what_is_to_be_mended_has_its_cell_and_the_way_to_mend_it() {
    let document = receipt(&with("a.csv", BAD), &[], "a.csv");
    assert_eq!(told(&document, "Kết quả"), "Nhận được, phải sửa 1 chỗ");
    assert_eq!(told(&document, "Đơn vị có số liệu"), "2/2 tổ dân phố của Phường Một");
    assert_eq!(document.tables[1][1][6..], ["4", "1"], "one answer of four cannot be used");
    let [heading, section, row] = &document.tables[2][..] else { panic!("{:?}", document.tables[2]) };
    assert_eq!(heading[..], ["TT", "Nơi", "Chỗ cần sửa", "Cách sửa"]);
    assert_eq!(section[..], ["I", "Phải sửa: 1 lỗi"]);
    assert_eq!(row[..2], ["1", "ô C4; Tổ dân phố số 1"]);
    assert!(row[2].starts_with("TDP201: ") && row[2].contains("nhiều hộ"), "{}", row[2]);
    assert!(!row[3].is_empty());
    assert!(!document.paragraphs.iter().any(|paragraph| paragraph.starts_with("Còn ")));
}

#[test]
fn what_does_not_fit_on_the_page_is_counted_in_full() {
    let (register, table) = many_wrong(60);
    let place = with("a.csv", &table);
    place.write("units.csv", &register);
    let document = receipt(&place, &[], "a.csv");
    assert_eq!(told(&document, "Đơn vị có số liệu"), "60/60 tổ dân phố của Phường Một");
    assert_eq!(told(&document, "Kết quả"), "Nhận được, phải sửa 60 chỗ");
    let list = &document.tables[2];
    assert_eq!(list[1][..], ["I", "Phải sửa: 60 lỗi"]);
    let listed = list.len() - 2;
    assert!((3..25).contains(&listed), "{listed}");
    assert_eq!(list[2 + listed - 1][0], listed.to_string());
    let rest = 60 - listed;
    let line = format!("Còn {rest} chỗ khác ({rest} lỗi, 0 cảnh báo): xem bản đánh dấu do thành phố gửi kèm.");
    assert!(document.paragraphs.contains(&line), "{line}");
}

#[test]
fn the_day_is_that_of_the_flags_and_never_the_clocks() {
    let place = with("a.csv", GOOD);
    for (flags, day, time) in [
        (&["--received", "15/10/2025"][..], "15/10/2025", "Đúng hạn; "),
        (&["--received", "2025-10-20", "--as-of", "2025-10-01"], "20/10/2025", "Chậm 5 ngày; "),
        (&["--as-of", "2025-10-01"], "01/10/2025", "Đúng hạn; "),
        (&[], "……/……/…………", "Đúng hạn / chậm …… ngày; "),
    ] {
        let document = receipt(&place, flags, "a.csv");
        assert_eq!(told(&document, "Ngày nhận"), day);
        assert!(told(&document, "Thời hạn").starts_with(time), "{flags:?}: {}", told(&document, "Thời hạn"));
        // That it came late is no place to be mended.
        assert_eq!(told(&document, "Kết quả"), "Nhận được, không phải sửa");
    }
    assert!(place.run(&["validate", "--receipt", "bien-nhan"]).err.contains("--received"));
    place.write("tdp.toml", &PLAN.replace("deadline = 2025-10-15\n", ""));
    assert_eq!(told(&receipt(&place, &[], "a.csv"), "Thời hạn"), "Kế hoạch không đặt hạn nộp");
}

#[test]
fn what_cannot_be_read_has_its_receipt_and_what_is_not_there_has_none() {
    let place = with("hỏng.xlsx", "PK\u{3}\u{4}");
    let document = receipt(&place, &["--ward", "01"], "hỏng.xlsx");
    assert_eq!(told(&document, "Bên nộp"), "Phường Một (mã 01)");
    assert_eq!(told(&document, "Dung lượng"), "4 byte");
    assert!(told(&document, "Kết quả").starts_with("Không đọc được tệp: "), "{}", told(&document, "Kết quả"));
    assert!(document.paragraphs.iter().all(|paragraph| paragraph != "Những trang tính đã đọc"));
    assert!(document.tables[1][2][2].starts_with("TDP001: "));
    let run = place.run(&["validate", "không-có.xlsx", "submissions/hỏng.xlsx", "--receipt", "hai"]);
    assert_eq!(place.files("hai"), [".tdp-bien-nhan", "hỏng.xlsx.docx"]);
    assert!(run.err.contains("không-có.xlsx"), "{}", run.err);
}

#[test]
fn a_file_without_a_table_was_received_and_says_why_nothing_was_taken_from_it() {
    let document = receipt(&with("a.csv", "xin chào\n"), &[], "a.csv");
    assert!(told(&document, "Kết quả").starts_with("Nhận được, chưa lấy được số liệu: "));
    assert!(told(&document, "Bên nộp").starts_with('…'), "nobody knows whose it is");
}

#[test]
fn the_same_files_give_the_same_receipts_and_the_output_stays_as_it_is() {
    let place = with("phường/a.csv", BAD);
    place.write("submissions/phường/A.csv", GOOD);
    let plain = place.run(&["validate", "--format", "json"]);
    let made = |folder: &str, flags: &[&str]| {
        let run = place.run(&[&["validate", "--format", "json", "--receipt", folder], flags].concat());
        assert_eq!(run.code, 1, "{}", run.err);
        let files = place.files(folder);
        let bytes = files.iter().map(|name| fs::read(place.path(&format!("{folder}/{name}"))).unwrap());
        (run.out, bytes.collect::<Vec<_>>(), files)
    };
    let first = made("một", &[]);
    assert_eq!(first.0, plain.out);
    assert_eq!(first.2, [".tdp-bien-nhan", "phường/A.csv.docx", "phường/a.csv (2).docx"]);
    assert!(first == made("một", &[]), "the second run gives the same");
    let english = made("hai", &["--lang", "en", "--annotate", "tra-lai"]);
    assert!(first.1 == english.1, "documents are in Vietnamese");
    assert!(!place.files("tra-lai").is_empty());
}

#[test]
fn names_that_look_like_markup_are_words() {
    let document = receipt(&with("<w:p>&amp;.csv", GOOD), &[], "<w:p>&amp;.csv".replace(':', "_").as_str());
    assert_eq!(told(&document, "Tên tệp"), "<w:p>&amp;.csv");
}

#[test]
fn receipts_of_other_runs_stay_and_those_that_somebody_changed_are_never_replaced() {
    let place = with("a.csv", GOOD);
    place.write("submissions/b.csv", BAD);
    let folder = ["--receipt", "bien-nhan"];
    let run = |file: &str| place.run(&[&["validate", file], &folder[..]].concat());
    run("submissions/a.csv");
    let first = fs::read(place.path("bien-nhan/a.csv.docx")).unwrap();
    assert_eq!(run("submissions/b.csv").code, 1);
    assert_eq!(place.files("bien-nhan"), [".tdp-bien-nhan", "a.csv.docx", "b.csv.docx"]);
    assert!(fs::read(place.path("bien-nhan/a.csv.docx")).unwrap() == first);
    place.write("bien-nhan/a.csv.docx", "đã ký");
    assert_eq!(run("submissions/b.csv").code, 1, "what was written into stays where others are added");
    let refused = run("submissions/a.csv");
    assert_eq!((refused.code, refused.out), (2, place.run(&["validate", "submissions/a.csv"]).out));
    assert!(refused.err.contains("a.csv.docx"), "{}", refused.err);
    assert_eq!(place.read("bien-nhan/a.csv.docx"), "đã ký");
}

#[test]
fn receipts_go_neither_over_foreign_files_nor_among_what_is_read_nor_among_copies() {
    let place = with("a.csv", BAD);
    place.write("out/của tôi.txt", "của tôi");
    place.write("tệp", "");
    for folder in ["out", "submissions", "submissions/bien-nhan", "tệp", "tệp/bien-nhan"] {
        let run = place.run(&["validate", "--receipt", folder]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{folder}: {}", run.err);
    }
    assert!(place.run(&["validate", "--receipt", "submissions"]).err.contains("--receipt bien-nhan"));
    for folder in ["tra-lai", "tra-lai/bien-nhan", "."] {
        let run = place.run(&["validate", "--annotate", "tra-lai", "--receipt", folder]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{folder}: {}", run.err);
    }
    assert_eq!(place.run(&["validate", "--annotate", "tra-lai"]).code, 1);
    assert_eq!(place.run(&["validate", "--receipt", "tra-lai"]).code, 2, "copies are no receipts");
    assert_eq!(place.files("out"), ["của tôi.txt"]);
    assert!(!place.path("submissions/bien-nhan").exists());
}

#[test]
fn receipts_in_a_folder_that_is_read_are_passed_over_in_silence() {
    let place = with("a.csv", GOOD);
    place.run(&["validate", "--receipt", "bien-nhan"]);
    let run = place.run(&["validate", "."]);
    assert!(!run.err.contains("a.csv.docx"), "{}", run.err);
}
