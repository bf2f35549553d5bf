//! Every kind of finding shown by the smallest workspace that has it: a folder of `tests/cases/` each.
//!
//! A folder is named for its code and holds
//! - what differs from `tests/cases/default/`, the smallest workspace in which nothing is wrong: a file of the same name
//!   takes the place of the default one;
//! - workbooks, as text in the notation that [`notation`] explains: `workbook.txt` becomes `workbook.xlsx`;
//! - `expected.vi.txt` and `expected.en.txt`: the command, all that it prints, its exit code;
//! - `sound/`, laid over all that: the nearest workspace in which the code is not told.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "the tests make files and read them")]

mod case;
mod difference;
mod notation;
mod place;

use std::collections::BTreeSet;

use crate::{
    case::{Case, default_folder, folders},
    difference::difference,
    place::{Place, codes_in},
};
use tdp::{
    finding::codes,
    model::CellRef,
    workbook::{self, Limits, Value},
};

/// Set to rewrite what is expected, to be read line by line before it is kept.
const BLESS: &str = "TDP_BLESS";

/// Returns the case of every code, in the order of their numbers.
fn all() -> Vec<Case> {
    codes::ALL.iter().map(|code| Case::of(code.number, code.name)).collect()
}

#[test]
fn every_code_has_a_case_and_every_case_a_code() {
    let (cases, folders): (BTreeSet<String>, _) = (all().iter().map(Case::name).collect(), folders());
    let [lacking, stray] = [cases.difference(&folders), folders.difference(&cases)].map(Vec::from_iter);
    assert!(
        lacking.is_empty() && stray.is_empty(),
        "codes without a case: {lacking:?}, cases without a code: {stray:?}"
    );
}

#[test]
fn every_case_is_told_as_expected() {
    let mut wrong = Vec::new();
    for case in all() {
        for language in ["vi", "en"] {
            let expected = case.expected(language);
            let told = case.place().told(&expected);
            if std::env::var_os(BLESS).is_some() {
                case.keep(language, &told.transcript);
            } else if told.transcript != expected {
                wrong.push(format!("{} ({language})\n{}", case.name(), difference(&expected, &told.transcript)));
            }
            assert!(told.codes.contains(case.number), "{} does not show its code:\n{}", case.name(), told.transcript);
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_case_is_the_same_in_both_languages() {
    for case in all() {
        let [vietnamese, english] = ["vi", "en"].map(|language| case.expected(language));
        let command = |text: &str, language| text.lines().next().unwrap().replacen(language, "", 1);
        assert_eq!(command(&vietnamese, "--lang vi"), command(&english, "--lang en"), "{}", case.name());
        assert_eq!(vietnamese.lines().last(), english.lines().last(), "{}", case.name());
        assert_eq!(codes_in(&vietnamese), codes_in(&english), "{}", case.name());
    }
}

#[test]
fn what_is_sound_is_not_told() {
    for case in all() {
        let Some(sound) = case.sound_place() else {
            let judgement = ('1'..='4').any(|digit| case.number.starts_with(&format!("TDP{digit}")));
            assert!(!judgement, "{} shows nothing that is not told", case.name());
            continue;
        };
        let expected = case.expected("vi");
        let (told, mut besides) = (sound.told(&expected), codes_in(&expected));
        besides.remove(case.number);
        assert!(told.codes.is_subset(&besides), "{}, what is sound:\n{}", case.name(), told.transcript);
    }
}

#[test]
fn nothing_is_wrong_with_what_every_case_begins_with() {
    let told = Place::laid_out(&[&default_folder()]).told("$ tdp --lang vi validate workbook.xlsx\n");
    let right = "$ tdp --lang vi validate workbook.xlsx\n1 tệp, 0 lỗi, 0 cảnh báo: không phải sửa gì\n[exit 0]\n";
    assert_eq!(told.transcript, right);
}

#[test]
fn a_workbook_is_made_as_it_is_written() {
    let bytes = notation::made(
        "@sheet Một\nTổ 1||#1.5|#0.955%\n\n#=96|##|#!\n@format C1 0.00\n@font A1 .VnTime\n@hide row 3\n@hide column B\n\
         @merge A1:B1\n@property tdp 1/KH\n@sheet Hai\n@hidden\n@blank-sheets 2\n",
    );
    let book = workbook::read("a.xlsx", &bytes, &Limits::default()).unwrap();
    let sheets: Vec<(&str, bool)> = book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(sheets, [("Một", false), ("Hai", true), ("Trang 1", false), ("Trang 2", false)]);
    let sheet = &book.sheets[0];
    let cells: Vec<(String, &Value)> = sheet.cells().iter().map(|cell| (cell.at.to_string(), &cell.value)).collect();
    let (text, error) = (Value::Text("Tổ 1".into()), Value::Error("#DIV/0!".into()));
    let expected = [
        ("A1", &text),
        ("C1", &Value::Number(1.5)),
        ("D1", &Value::Number(0.955)),
        ("A3", &Value::Number(96.0)),
        ("B3", &Value::NotCalculated),
        ("C3", &error),
    ];
    assert_eq!(cells, expected.map(|(at, value)| (at.to_owned(), value)));
    let at = |address: &str| address.parse::<CellRef>().unwrap();
    let format = |address| sheet.format(sheet.cell(at(address)).unwrap()).unwrap();
    assert_eq!(format("A1").font.as_deref(), Some(".VnTime"));
    assert_eq!(format("C1").number.as_deref(), Some("0.00"));
    assert!(format("D1").percent(0.5) && sheet.cell(at("A3")).unwrap().formula);
    assert_eq!((&sheet.hidden_rows[..], &sheet.hidden_columns[..]), (&[2][..], &[1][..]));
    assert_eq!(sheet.merges, [(at("A1"), at("B1"))]);
    assert_eq!(book.properties, [("tdp".to_owned(), "1/KH".to_owned())]);
    assert_eq!(notation::made("@bytes 50 4B 03\n"), b"PK\x03");
}
