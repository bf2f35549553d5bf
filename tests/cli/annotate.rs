//! `validate --annotate DIR`: copies to send back, and what becomes of them when they return.

use std::{
    fs,
    io::{Cursor, Read, Write},
};

use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::harness::{BAD, GOOD, Place};

/// Puts `new` in place of `old` in every part of a workbook, as somebody does who mends it.
fn mended(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..package.len() {
        let mut part = package.by_index(index).unwrap();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        let name = part.name().unwrap().into_owned();
        let content = if name.ends_with("sharedStrings.xml") { content.replace(old, new) } else { content };
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn copies_keep_the_folders_and_what_is_printed_stays_the_same() {
    let place = Place::with_workspace();
    place.write("submissions/phường một/biểu.csv", BAD);
    let plain = place.run(&["validate", "--format", "json"]);
    let run = place.run(&["validate", "--format", "json", "--annotate", "tra-lai"]);
    assert_eq!((run.code, run.out), (1, plain.out));
    assert_eq!(place.files("tra-lai"), [".tdp-ket-qua", "phường một/biểu.csv.xlsx"]);
    assert!(run.err.contains("Đã ghi 1 bản vào tra-lai") && run.err.contains("biểu.csv"), "{}", run.err);
    let first = fs::read(place.path("tra-lai/phường một/biểu.csv.xlsx")).unwrap();
    assert_eq!(place.run(&["validate", "--annotate", "tra-lai"]).code, 1);
    assert!(fs::read(place.path("tra-lai/phường một/biểu.csv.xlsx")).unwrap() == first);
}

#[test]
fn a_copy_that_comes_back_mended_has_nothing_left_to_be_mended() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", BAD);
    assert_eq!(place.run(&["validate", "--annotate", "tra-lai"]).code, 1);
    let copy = fs::read(place.path("tra-lai/phường một.csv.xlsx")).unwrap();
    place.write_bytes("nhan/phường một.xlsx", &copy);
    let run = place.run(&["validate", "nhan"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("C4") && run.out.contains("nhiều hộ") && !run.out.contains("TDP004"), "{}", run.out);
    place.write_bytes("nhan/phường một.xlsx", &mended(&copy, "nhiều hộ", "95,5%"));
    let run = place.run(&["validate", "nhan", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(!run.out.contains("TDP"), "{}", run.out);
}

#[test]
fn a_copy_that_was_mended_where_it_lies_is_read_and_never_overwritten() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", BAD);
    assert_eq!(place.run(&["validate", "--annotate", "tra-lai"]).code, 1);
    assert!(place.run(&["validate", "tra-lai"]).out.contains("TDP005"), "copies are no submissions");
    let copy = fs::read(place.path("tra-lai/phường một.csv.xlsx")).unwrap();
    place.write_bytes("tra-lai/phường một.csv.xlsx", &mended(&copy, "nhiều hộ", "95,5%"));
    let run = place.run(&["validate", "tra-lai"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("1 tệp"), "{}", run.out);
    let run = place.run(&["validate", "--annotate", "tra-lai"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("phường một.csv.xlsx") && run.err.contains("đã có người sửa"), "{}", run.err);
}

#[test]
fn a_file_with_nothing_to_be_mended_is_given_back_as_it_came() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", GOOD);
    assert_eq!(place.run(&["validate", "--annotate", "tra-lai"]).code, 0);
    assert_eq!(place.read("tra-lai/phường một.csv"), GOOD);
}

#[test]
fn a_file_that_only_came_late_has_nothing_to_be_mended() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", GOOD);
    let run = place.run(&["validate", "--received", "2025-10-20", "--annotate", "tra-lai"]);
    assert!(run.out.contains("TDP403"), "{}", run.out);
    assert_eq!(place.read("tra-lai/phường một.csv"), GOOD);
}

#[test]
fn what_cannot_be_read_has_no_copy_and_is_said_once() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", BAD);
    place.write("submissions/hỏng.xlsx", "PK\u{3}\u{4}");
    let run = place.run(&["validate", "--annotate", "tra-lai"]);
    assert_eq!(run.code, 1);
    assert_eq!(place.files("tra-lai"), [".tdp-ket-qua", "phường một.csv.xlsx"]);
    assert_eq!(run.err.matches("hỏng.xlsx").count(), 1, "{}", run.err);
}

#[test]
fn copies_go_neither_over_foreign_files_nor_among_what_is_read() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", BAD);
    place.write("out/của tôi.txt", "của tôi");
    for folder in ["out", "submissions", "submissions/tra-lai"] {
        let run = place.run(&["validate", "--annotate", folder]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{folder}: {}", run.err);
    }
    assert!(place.run(&["validate", "--annotate", "submissions"]).err.contains("--annotate tra-lai"));
    assert_eq!(place.files("out"), ["của tôi.txt"]);
}

#[test]
fn findings_are_printed_even_where_the_copies_cannot_be_written() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", BAD);
    let plain = place.run(&["validate"]);
    let folder = "x".repeat(300);
    let run = place.run(&["validate", "--annotate", &folder, "--receipt", "bien-nhan"]);
    assert_eq!((run.code, run.out), (2, plain.out));
    assert!(run.err.contains(&folder), "{}", run.err);
    assert_eq!(place.files("bien-nhan"), [".tdp-bien-nhan", "phường một.csv.docx"], "one does not stop the other");
    let run = place.run(&["validate", "--annotate", &folder, "--receipt", &"y".repeat(300)]);
    assert!(run.err.contains(&folder) && run.err.contains(&"y".repeat(300)), "{}", run.err);
}

#[test]
fn a_name_as_long_as_names_may_be_has_its_copy_and_its_receipt() {
    let place = Place::with_workspace();
    let letters = "ế".repeat(83);
    place.write(&format!("submissions/{letters}.csv"), BAD);
    let run = place.run(&["validate", "--annotate", "tra-lai", "--receipt", "bien-nhan"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(place.files("tra-lai"), [".tdp-ket-qua".to_owned(), format!("{letters}.xlsx")]);
    assert_eq!(place.files("bien-nhan"), [".tdp-bien-nhan".to_owned(), format!("{letters}.docx")]);
}

#[test]
fn what_was_read_and_does_not_fit_into_a_workbook_is_not_told_to_be_unreadable() {
    let place = Place::with_workspace();
    place.write("submissions/dài.csv", &format!("{BAD}\n\n{}\n", "x".repeat(40_000)));
    place.write("submissions/hỏng.xlsx", "PK\u{3}\u{4}");
    let run = place.run(&["validate", "--annotate", "tra-lai", "--lang", "en"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("There is no copy of what cannot be read: hỏng.xlsx\n"), "{}", run.err);
    assert!(run.err.contains("Copies written to tra-lai: 0;"), "{}", run.err);
    assert!(run.err.contains("do not fit into a marked .xlsx") && run.err.contains(": dài.csv\n"), "{}", run.err);
}

#[test]
fn copies_and_receipts_lie_beside_their_folders_only_while_they_are_made() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", BAD);
    place.write("submissions/phường hai.csv", BAD);
    let before = place.files(".").len();
    assert_eq!(place.run(&["validate", "--annotate", "tra-lai", "--receipt", "bien-nhan"]).code, 1);
    assert_eq!(place.files("tra-lai"), [".tdp-ket-qua", "phường hai.csv.xlsx", "phường một.csv.xlsx"]);
    assert_eq!(place.files(".").len(), before + 6, "{:?}", place.files("."));
    place.write_bytes("tra-lai/phường một.csv.xlsx", b"");
    assert_eq!(place.run(&["validate", "--annotate", "tra-lai", "--receipt", "bien-nhan"]).code, 2);
    assert_eq!(place.files(".").len(), before + 6, "{:?}", place.files("."));
}

#[test]
fn the_list_names_the_unit_and_the_criterion() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", BAD);
    assert_eq!(place.run(&["validate", "--annotate", "tra-lai"]).code, 1);
    let copy = fs::read(place.path("tra-lai/phường một.csv.xlsx")).unwrap();
    let mut package = ZipArchive::new(Cursor::new(copy)).unwrap();
    let mut list = String::new();
    package.by_name("xl/worksheets/can-sua1.xml").unwrap().read_to_string(&mut list).unwrap();
    for (cell, text) in [("D5", "C4"), ("E5", "Tổ dân phố số 1"), ("F5", "1.1"), ("H5", "TDP201")] {
        let told = list.split(&format!("<c r=\"{cell}\" ")).nth(1).unwrap().split("</t>").next().unwrap();
        assert!(told.ends_with(&format!(">{text}")), "{cell}: {told}");
    }
}
