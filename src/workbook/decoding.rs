//! Texts of a workbook out of legacy encodings, as fonts and content tell them.

use std::{borrow::Cow, sync::Arc};

use super::{Decoded, Format, Sheet, Workbook};
use crate::{
    model::CellRef,
    text::{
        crossed_out,
        legacy::{self, Evidence, Legacy, Words},
    },
};

/// No label or value is longer, in bytes.
const LONGEST_LABEL: usize = 400;

/// What the font of a cell leads to expect.
const EXPECTED: [Option<Legacy>; 3] = [None, Some(Legacy::Tcvn3), Some(Legacy::Vni)];

/// Decodes the cells and names of all sheets: each sheet by itself, and on it the cells of each kind of font.
pub(super) fn decode(book: &mut Workbook) {
    let mut words = Words::default();
    let mut formats: Arc<[Format]> = Arc::default();
    let mut groups = Vec::new();
    for sheet in &mut book.sheets {
        // The sheets of a workbook nearly always share one list.
        if !Arc::ptr_eq(&formats, &sheet.formats) {
            formats = Arc::clone(&sheet.formats);
            groups = formats.iter().map(|format| group(format.font.as_deref())).collect();
        }
        decode_cells(sheet, &groups, &mut words);
    }
    let of_book = most_frequent(&book.sheets);
    for sheet in &mut book.sheets {
        decode_name(sheet, of_book, &mut words);
        cross_out(sheet);
    }
}

/// Crosses out the texts whose font does; nobody reads prose letter by letter.
fn cross_out(sheet: &mut Sheet) {
    let formats = Arc::clone(&sheet.formats);
    if !formats.iter().any(|format| format.crossed_out) {
        return;
    }
    let crosses_out = |format: u16| formats.get(usize::from(format)).is_some_and(|format| format.crossed_out);
    for (_, format, text) in sheet.texts_mut() {
        if crosses_out(format) && text.len() <= LONGEST_LABEL {
            *text = crossed_out(text).into();
        }
    }
}

/// Decodes the cells of a sheet; `groups` tells the kind of font of each of its formats.
fn decode_cells(sheet: &mut Sheet, groups: &[usize], words: &mut Words) {
    let group_of = |format: u16| groups.get(usize::from(format)).copied().unwrap_or_default();
    let mut evidence = EXPECTED.map(|_| Evidence::default());
    let mut misread = false;
    for (_, format, text) in sheet.texts_mut().filter(|(.., text)| !text.is_ascii()) {
        if !legacy::is_plainly_unicode(text) && is_misread(text) {
            misread = true;
        } else {
            words.hear(text, &mut evidence[group_of(format)]);
        }
    }
    sheet.holds_unicode = evidence.iter().any(Evidence::shows_unicode);
    let encodings = [0, 1, 2].map(|group| evidence[group].encoding(EXPECTED[group]));
    if !misread && !evidence.iter().any(Evidence::speaks_at_all) && encodings == [None; 3] {
        return;
    }
    let mut decoded = Vec::new();
    let may_be_legacy = |text: &str| !text.is_ascii() && !legacy::is_plainly_unicode(text);
    for (at, format, text) in sheet.texts_mut().filter(|(.., text)| may_be_legacy(text)) {
        if let Some(from) = encoding(text, encodings[group_of(format)], words)
            && let Cow::Owned(plain) = legacy::decode(text, from)
            && *plain != **text
        {
            let stored = std::mem::replace(text, plain.into());
            note(&mut decoded, from, at, (*stored).into());
        }
    }
    sheet.decoded = decoded;
}

/// Returns the position in [`EXPECTED`] of what the font leads to expect.
fn group(font: Option<&str>) -> usize {
    let expected = font.and_then(Legacy::of_font);
    EXPECTED.iter().position(|known| *known == expected).unwrap_or_default()
}

/// Tells the encoding of one text among others that are in `around`.
fn encoding(text: &str, around: Option<Legacy>, words: &mut Words) -> Option<Legacy> {
    if is_misread(text) {
        return Some(Legacy::MisreadUtf8);
    }
    let told = words.evidence(text);
    if told.shows_unicode() {
        return None;
    }
    around.filter(|around| !told.speaks_against(*around)).or_else(|| told.encoding_of_one())
}

fn is_misread(text: &str) -> bool {
    matches!(legacy::decode(text, Legacy::MisreadUtf8), Cow::Owned(_))
}

fn note(decoded: &mut Vec<Decoded>, from: Legacy, at: CellRef, stored: Box<str>) {
    match decoded.iter_mut().find(|decoded| decoded.from == from) {
        Some(decoded) => decoded.cells += 1,
        None => decoded.push(Decoded { from, cells: 1, first: Some((at, stored)), name: None }),
    }
}

fn most_frequent<'a>(sheets: impl IntoIterator<Item = &'a Sheet>) -> Option<Legacy> {
    let decoded = sheets.into_iter().flat_map(|sheet| &sheet.decoded);
    decoded.max_by_key(|decoded| decoded.cells).map(|decoded| decoded.from)
}

/// Decodes the name of a sheet, which has no font: only where it is Vietnamese in the encoding of its cells, or of the
/// book, and not as it stands.
fn decode_name(sheet: &mut Sheet, of_book: Option<Legacy>, words: &mut Words) {
    let around = most_frequent([&*sheet]).or(of_book);
    let told = words.evidence(&sheet.name);
    let around = around.filter(|around| told.speaks_for(*around));
    let Some(from) = encoding(&sheet.name, around, words) else { return };
    let Cow::Owned(plain) = legacy::decode(&sheet.name, from) else { return };
    let stored = std::mem::replace(&mut sheet.name, plain).into_boxed_str();
    match sheet.decoded.iter_mut().find(|decoded| decoded.from == from) {
        Some(decoded) => decoded.name = Some(stored),
        None => sheet.decoded.push(Decoded { from, cells: 0, first: None, name: Some(stored) }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::workbook::{Cell, Value};

    /// Makes a sheet of a column of texts, each with its font.
    fn sheet(name: &str, texts: &[(&str, &str)]) -> Sheet {
        let font = |font: &str| Format { font: (!font.is_empty()).then(|| font.into()), ..Format::default() };
        let formats: Vec<Format> = texts.iter().map(|text| font(text.0)).collect();
        let cells = (0..).zip(texts).map(|(row, (_, text))| Cell {
            at: CellRef::new(u32::from(row), 0),
            value: Value::Text((*text).into()),
            format: row,
            formula: false,
        });
        Sheet::new(name, cells.collect(), formats).unwrap()
    }

    fn decoded(sheets: impl IntoIterator<Item = Sheet>) -> Vec<Sheet> {
        let mut book = Workbook { sheets: sheets.into_iter().collect(), ..Workbook::default() };
        decode(&mut book);
        book.sheets
    }

    fn texts(sheet: &Sheet) -> Vec<&str> {
        let mut texts = Vec::new();
        for cell in sheet.cells() {
            let Value::Text(text) = &cell.value else { panic!("{cell:?}") };
            texts.push(&**text);
        }
        texts
    }

    /// Checks what becomes of a column of texts.
    fn check(cells: &[(&str, &str)], expected: &[&str]) {
        let sheets = decoded([sheet("Sheet1", cells)]);
        assert_eq!(texts(&sheets[0]), expected);
    }

    #[test]
    fn the_words_of_a_sheet_tell_of_cells_that_do_not_tell_themselves() {
        check(&[("", "Sè TT"), ("", "Hä vµ tªn"), ("", "Tæng céng")], &["Số TT", "Họ và tên", "Tổng cộng"]);
        check(&[("", "Sè TT"), ("", "Ghi chó")], &["Sè TT", "Ghi chó"]);
        check(&[("", "Sè TT"), ("", "Café Noël"), ("", "25 µm²")], &["Sè TT", "Café Noël", "25 µm²"]);
    }

    #[test]
    fn a_font_tells_of_its_own_cells_alone() {
        check(
            &[(".VnTime", "Sè TT"), ("Times New Roman", "Sè TT"), ("VNI-Times", "Soá TT"), ("Arial", "Họ và tên")],
            &["Số TT", "Sè TT", "Số TT", "Họ và tên"],
        );
    }

    #[test]
    fn small_letters_in_a_font_of_capitals_stay_small() {
        check(&[(".VnTimeH", "TOµN thµnh phè")], &["TOàN thành phố"]);
    }

    #[test]
    fn unicode_in_a_legacy_font_is_left_alone() {
        for font in [".VnTime", "VNI-Times"] {
            let cells = [(font, "Họ và tên"), (font, "Ghi chú"), (font, "Sè"), (font, "TO\u{300}AN")];
            check(&cells, &["Họ và tên", "Ghi chú", "Sè", "TO\u{300}AN"]);
        }
    }

    #[test]
    fn a_unicode_cell_among_legacy_ones_is_left_alone() {
        let cells = [(".VnTime", "Hä vµ tªn"), (".VnTime", "Tổng cộng"), (".VnTime", "Không có nhà")];
        check(&cells, &["Họ và tên", "Tổng cộng", "Không có nhà"]);
    }

    #[test]
    fn misread_text_says_nothing_of_the_cells_around_it() {
        let cells = [(".VnTime", "Tá»• dĂ¢n phá»‘"), (".VnTime", "Sè TT")];
        check(&cells, &["Tổ dân phố", "Số TT"]);
        assert!(!decoded([sheet("Sheet1", &cells)])[0].holds_unicode);
    }

    #[test]
    fn what_was_decoded_is_recorded() {
        let cells =
            [("Arial", "x"), (".VnTime", "Hä vµ tªn"), (".VnTime", "2025"), (".VnTime", "Sè"), ("Arial", "Tá»•")];
        let sheets = decoded([sheet("BiÓu 1", &cells)]);
        let first = |row, text: &str| Some((CellRef::new(row, 0), text.into()));
        let expected = [
            Decoded { from: Legacy::Tcvn3, cells: 2, first: first(1, "Hä vµ tªn"), name: Some("BiÓu 1".into()) },
            Decoded { from: Legacy::MisreadUtf8, cells: 1, first: first(4, "Tá»•"), name: None },
        ];
        assert_eq!((sheets[0].name.as_str(), &*sheets[0].decoded), ("Biểu 1", &expected[..]));
        assert!(!sheets[0].holds_unicode);
    }

    #[test]
    fn names_of_sheets_are_decoded_where_their_words_and_the_book_agree() {
        let legacy = [(".VnTime", "Hä vµ tªn")];
        for (name, expected) in [
            ("BiÓu 1", "Biểu 1"),
            ("Biểu 1", "Biểu 1"),
            ("Tháng 10", "Tháng 10"),
            ("Ghi chó", "Ghi chó"),
            ("Bieåu 1", "Bieåu 1"),
        ] {
            let sheets = decoded([sheet(name, &[]), sheet("2", &legacy)]);
            assert_eq!(sheets[0].name, expected);
        }
        assert_eq!(decoded([sheet("BiÓu 1", &[("", "Họ và tên")])])[0].name, "BiÓu 1");
    }

    /// Words whose letters stand in Windows-1252, too, so that none of them shows by itself that it is Unicode.
    const WORDS: [&str; 24] = [
        "có", "không", "hộ", "là", "nhà", "số", "chú", "xã", "thôn", "bà", "ông", "năm", "tháng", "quý", "hóa", "hoà",
        "gì", "tôi", "mình", "sáng", "chè", "khá", "kém", "về",
    ];

    proptest! {
        #[test]
        fn unicode_without_a_legacy_font_stays_as_it_is(
            rows in prop::collection::vec(prop::collection::vec(prop::sample::select(&WORDS[..]), 1..6), 1..20),
            capitals in any::<bool>(),
        ) {
            let rows: Vec<String> = rows.iter().map(|words| words.join(" ")).collect();
            let rows: Vec<String> = rows.iter().map(|row| if capitals { row.to_uppercase() } else { row.clone() }).collect();
            let cells: Vec<(&str, &str)> = rows.iter().map(|row| ("Times New Roman", row.as_str())).collect();
            let sheets = decoded([sheet("Sheet1", &cells)]);
            prop_assert_eq!(texts(&sheets[0]), rows.iter().map(String::as_str).collect::<Vec<_>>());
            prop_assert!(sheets[0].decoded.is_empty());
        }

        #[test]
        fn a_text_with_a_letter_that_only_unicode_has_stays_as_it_is_in_any_font(
            text in "[ -~àáâãèéêìíòóôõùúý]{0,12}[ăđĩũơưạ-ỹ][ -~àáâãèéêìíòóôõùúý]{0,12}",
            font in "(|\\.VnTime|VNI-Times|Arial)",
        ) {
            let sheets = decoded([sheet("Sheet1", &[(&font, &text), (".VnTime", "Hä vµ tªn"), ("", "Hä vµ tªn")])]);
            prop_assert_eq!(texts(&sheets[0])[0], text);
        }
    }
}
