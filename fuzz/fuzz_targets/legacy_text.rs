//! Texts in encodings older than Unicode: no panic, and Vietnamese in Unicode stays as it is, alone and in a file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tdp::{
    text::{
        legacy::{Legacy, Words, decode, from_windows_1252, is_plainly_unicode},
        to_nfc,
    },
    workbook::{Limits, Value, read},
};

const ENCODINGS: [Legacy; 4] = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258, Legacy::MisreadUtf8];
/// Every letter that Vietnamese has beside ASCII, small ones.
const LETTERS: &str = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

fuzz_target!(|bytes: &[u8]| {
    // Any bytes, as the code page of Windows has them.
    all_ways(&from_windows_1252(bytes));
    let _ = read("biểu.csv", bytes, &Limits::default());
    if let Ok(text) = std::str::from_utf8(bytes) {
        all_ways(text);
        stays_in_a_file(text);
    }
    misread_and_repaired(&vietnamese(bytes));
});

fn all_ways(text: &str) {
    for from in ENCODINGS {
        let _ = decode(text, from);
    }
    if is_plainly_unicode(text) {
        assert_eq!(Words::default().evidence(text).encoding(None), None, "no words can speak against Unicode");
        assert_eq!(decode(text, Legacy::MisreadUtf8), text, "no byte is read as a letter of Unicode");
    }
}

/// Checks that cells which are plainly Unicode are read as they stand, whatever stands in the others.
fn stays_in_a_file(text: &str) {
    // No text holds those; with enough of them it is told as UTF-16.
    if text.contains(|letter: char| letter.is_control() && !letter.is_whitespace()) {
        return;
    }
    let fields: Vec<&str> = text.lines().collect();
    let quoted: Vec<String> = fields.iter().map(|field| format!("\"{}\"\n", field.replace('"', "'"))).collect();
    let Ok(book) = read("biểu.csv", quoted.concat().as_bytes(), &Limits::default()) else { return };
    let texts: Vec<&str> = book.sheets[0]
        .cells()
        .iter()
        .filter_map(|cell| match &cell.value {
            Value::Text(text) => Some(&**text),
            _ => None,
        })
        .collect();
    for field in fields.iter().filter(|field| is_plainly_unicode(field)) {
        let field = field.replace('"', "'");
        assert!(texts.contains(&&*field), "{field:?} became another text: {texts:?}");
    }
}

/// Makes Vietnamese text out of bytes.
fn vietnamese(bytes: &[u8]) -> String {
    let letters: Vec<char> = LETTERS.chars().collect();
    let letter = |byte: u8| match byte {
        0x20..0x7F => char::from(byte),
        byte => letters[usize::from(byte) % letters.len()],
    };
    bytes.iter().map(|byte| letter(*byte)).collect()
}

/// Checks that UTF-8 read in the wrong code page is either repaired or left alone, never made a third thing.
fn misread_and_repaired(text: &str) {
    let text = to_nfc(text);
    let misread = from_windows_1252(text.as_bytes());
    let repaired = decode(&misread, Legacy::MisreadUtf8);
    assert!(repaired == text || repaired == misread, "{text:?} became {repaired:?}");
    assert!(misread.is_ascii() || repaired == text, "{text:?} was not repaired");
}
