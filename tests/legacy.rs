//! Real government workbooks of 2005 to 2009 in TCVN3 and VNI, held against transcripts made by others.
//!
//! Texts are compared, each as often as it occurs, with their spaces collapsed; numbers are not what this is about.
#![expect(clippy::disallowed_methods, clippy::print_stdout, clippy::expect_used, reason = "tests read files and tell")]

use std::{collections::BTreeMap, fs, path::Path};

use tdp::workbook::{Limits, Sheet, Value, read};
use unicode_normalization::UnicodeNormalization;

/// What differs, and why: file, as it was transcribed, as it is read.
const DIFFERENT: [(&str, &str, &str); 6] = [
    // The transcript left these as they are stored, or decoded them by half.
    ("2005-KH2003-bieu", "MÝa", "Mía"),
    ("2005-KH2003-bieu", "TriƯu tÊn", "Triệu tấn"),
    ("2005-KH2003-bieu", "TriƯu lÝt", "Triệu lít"),
    ("2005-KH2003-bieu", "So víi tỉng xŭt khÈu", "So với tổng xuất khẩu"),
    ("2005-KH2003-bieu", "So víi xŭt khÈu", "So với xuất khẩu"),
    // One cell in two fonts and two encodings; a cell that holds Unicode is left alone.
    (
        "2006-2005_12_20_160215",
        "tại Quyết định số 477/2004/QĐ-NHNN ngày 28/4/2004)",
        "tại QuyÕt ®ịnh sè 477/2004/Q§-NHNN ngµy 28/4/2004)",
    ),
];

#[test]
fn real_workbooks_in_legacy_fonts_read_as_they_were_transcribed() {
    let (mut texts, mut alike) = (0, 0);
    for name in [
        "2005-4E4ZD_XKT2.05",
        "2005-FDILangson",
        "2005-KH2003-bieu",
        "2006-2005_12_20_160215",
        "2006-Bieu-ban-hanh-kem-theo-TT04",
        "2006-Mau21_CKTC_NSH",
        "2006-download",
        "2009-20081202.257",
    ] {
        let (mut expected, found) = (BTreeMap::new(), found(name));
        for (text, times) in transcribed(name) {
            let known = DIFFERENT.iter().find(|(file, written, _)| *file == name && *written == text);
            *expected.entry(known.map_or(text, |(.., read)| (*read).to_owned())).or_default() += times;
            texts += times;
            alike += if known.is_none() { times } else { 0 };
        }
        for (text, times) in expected {
            let seen = found.get(&text).copied().unwrap_or_default();
            assert!(seen >= times, "{name}: {text:?} is read {seen} times, transcribed {times} times");
        }
    }
    println!("legacy fonts: {alike} of {texts} texts as transcribed");
    assert!(alike * 1000 >= texts * 985);
}

fn transcribed(name: &str) -> BTreeMap<String, usize> {
    let text = fs::read_to_string(path(name, "txt")).expect("a transcript");
    counted(text.lines().flat_map(|line| line.split('\t')))
}

fn found(name: &str) -> BTreeMap<String, usize> {
    let bytes = fs::read(path(name, "xls")).expect("a workbook");
    let book = read(name, &bytes, &Limits::default()).expect("readable");
    let cells = book.sheets.iter().flat_map(Sheet::cells);
    counted(cells.filter_map(|cell| match &cell.value {
        Value::Text(text) => Some(&**text),
        _ => None,
    }))
}

/// Counts the texts that hold a letter, in NFC, spaces collapsed.
fn counted<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in texts.filter(|text| text.chars().any(char::is_alphabetic)) {
        let plain: Vec<String> = text.split_whitespace().map(|word| word.nfc().collect()).collect();
        *counts.entry(plain.join(" ")).or_default() += 1;
    }
    counts
}

fn path(name: &str, extension: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/legacy").join(format!("{name}.{extension}"))
}
