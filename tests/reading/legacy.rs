//! What is read of workbooks in the fonts and code pages that were in use before Unicode.

use rust_xlsxwriter::{Format, Workbook as Written};
use tdp::{
    facts::Encoding,
    text::legacy::Legacy,
    workbook::{Limits, Workbook, read},
};

use crate::packages::{reads, text};

/// A workbook of the sheets, each a name and a column of texts with their fonts.
fn written(sheets: &[(&str, &[(&str, &str)])]) -> Workbook {
    let mut workbook = Written::new();
    for (name, texts) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).unwrap();
        for (row, (font, text)) in (0..).zip(*texts) {
            sheet.write_with_format(row, 0, *text, &Format::new().set_font_name(*font)).unwrap();
        }
    }
    reads(&workbook.save_to_buffer().unwrap()).unwrap()
}

fn csv(bytes: &[u8]) -> Workbook {
    read("biểu.csv", bytes, &Limits::default()).unwrap()
}

fn check(workbook: &Workbook, sheet: usize, expected: &[&str]) {
    let values: Vec<_> = workbook.sheets[sheet].cells().iter().map(|cell| cell.value.clone()).collect();
    let expected: Vec<_> = expected.iter().map(|said| text(said)).collect();
    assert_eq!(values, expected);
}

#[test]
fn each_sheet_is_decoded_by_its_fonts_and_words() {
    let workbook = written(&[
        (
            "BiÓu 1",
            &[(".VnTimeH", "céng hoµ x· héi chñ nghÜa viÖt nam"), (".VnTime", "th«ng t\u{ad}"), (".VnTime", "Sè")],
        ),
        ("Toång hôïp", &[("VNI-Times", "Phaân loaïi TNLÑ"), ("Arial", "Sè")]),
        ("Biểu 3", &[(".VnTime", "Tổ dân phố"), (".VnTime", "Sè")]),
    ]);
    check(&workbook, 0, &["cộng hoà xã hội chủ nghĩa việt nam", "thông tư", "Số"]);
    check(&workbook, 1, &["Phân loại TNLĐ", "Sè"]);
    check(&workbook, 2, &["Tổ dân phố", "Sè"]);
    let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Biểu 1", "Tổng hợp", "Biểu 3"]);
    assert_eq!(Encoding::of(&workbook), Encoding::Mixed);
}

#[test]
fn the_encoding_of_a_book_is_that_of_all_its_vietnamese_texts() {
    let (tcvn3, vni, unicode) = ((".VnTime", "Hä vµ tªn"), ("VNI-Times", "Hoï vaø teân"), ("Arial", "Họ và tên"));
    let plain = ("Arial", "Ghi, 2025");
    for (texts, expected) in [
        (&[plain, unicode], Encoding::Unicode),
        (&[plain, plain], Encoding::Unicode),
        (&[plain, tcvn3], Encoding::Tcvn3),
        (&[plain, vni], Encoding::Vni),
        (&[tcvn3, vni], Encoding::Mixed),
        (&[tcvn3, unicode], Encoding::Mixed),
    ] {
        assert_eq!(Encoding::of(&written(&[("A", texts)])), expected, "{texts:?}");
    }
}

#[test]
fn a_text_file_says_the_same_in_every_encoding() {
    let said = ["Tổ dân phố", "hộ nghèo", "văn hóa", "đạt"];
    // Written by glibc's iconv.
    let tcvn = b"T\xE6 d\xA9n ph\xE8;h\xE9 ngh\xCCo;v\xA8n h\xE3a;\xAE\xB9t\n";
    let windows_1258 = b"T\xF4\xD2 d\xE2n ph\xF4\xEC;h\xF4\xF2 ngh\xE8o;v\xE3n h\xF3a;\xF0a\xF2t\n";
    for (bytes, from, encoding) in
        [(tcvn.as_slice(), Legacy::Tcvn3, Encoding::Tcvn3), (windows_1258, Legacy::Windows1258, Encoding::Unicode)]
    {
        let workbook = csv(bytes);
        check(&workbook, 0, &said);
        assert_eq!(workbook.sheets[0].decoded[0].from, from);
        assert_eq!(Encoding::of(&workbook), encoding);
    }
    let line = said.join(";");
    let utf16 = |bytes: fn(u16) -> [u8; 2]| line.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    for bytes in [line.as_bytes(), &utf16(u16::to_le_bytes), &utf16(u16::to_be_bytes)] {
        let workbook = csv(bytes);
        check(&workbook, 0, &said);
        assert!(workbook.sheets[0].decoded.is_empty());
    }
}
