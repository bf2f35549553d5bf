//! What is crossed out, and small digits beside a number: told in the text, so that neither is taken for the number.

use rust_xlsxwriter::{Format, FormatScript, Workbook as Written};
use tdp::workbook::Value;

use crate::packages::{reads, text, values, workbook_of};

/// The text of a cell whose pieces are `runs`, shared or its own.
#[track_caller]
fn check(runs: &str, expected: &str) {
    let shared = workbook_of(
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#,
        &format!("<sst><si>{runs}</si></sst>"),
        "<styleSheet/>",
    );
    let own = workbook_of(
        &format!(
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c></row></sheetData></worksheet>"#
        ),
        "<sst/>",
        "<styleSheet/>",
    );
    for book in [shared, own] {
        assert_eq!(values(&book), [("A1".to_owned(), text(expected))], "{runs}");
    }
}

fn raised(letters: &str) -> String {
    format!(r#"<r><rPr><sz val="9"/><vertAlign val="superscript"/></rPr><t xml:space="preserve">{letters}</t></r>"#)
}

fn plain(letters: &str) -> String {
    format!(r#"<r><t xml:space="preserve">{letters}</t></r>"#)
}

#[test]
fn a_small_digit_does_not_join_the_number_beside_it() {
    check(&[plain("95"), raised("1")].concat(), "95¹");
    check(&[plain("95,5"), raised(" 1)")].concat(), "95,5 ¹)");
    check(&[plain("95,"), raised("5")].concat(), "95,⁵");
    check(&[raised("1"), raised("2"), plain(" 950")].concat(), "¹² 950");
    check(&[plain("Tổ 1"), raised("&#50;")].concat(), "Tổ 1²");
    let lowered = raised("2").replace("superscript", "subscript");
    check(&[plain("1"), lowered].concat(), "1₂");
}

#[test]
fn a_small_digit_beside_a_letter_is_the_digit_it_was() {
    check(&[plain("Diện tích (m"), raised("2"), plain(") năm 2025")].concat(), "Diện tích (m2) năm 2025");
    check(&[plain("hộ"), raised("1")].concat(), "hộ1");
    check(&raised("95"), "95");
    check(&[plain("95"), raised("(a)")].concat(), "95(a)");
    check(&[plain("95"), raised("1").replace("superscript", "baseline")].concat(), "951");
}

#[test]
fn crossed_out_letters_do_not_join_those_beside_them() {
    let struck = |said: &str| format!("<r><rPr><strike{said}/></rPr><t>9&amp;x</t></r><r><t>95</t></r>");
    check(&struck(""), "9\u{336}&\u{336}x\u{336}95");
    check(&struck(" val=\"true\""), "9\u{336}&\u{336}x\u{336}95");
    check(&struck(" val=\"0\""), "9&x95");
    // A reading aid is no piece of the text.
    check("<r><rPr><strike/></rPr><t>a</t></r><rPh sb=\"0\" eb=\"1\"><t>b</t></rPh>", "a\u{336}");
}

#[test]
fn a_font_that_crosses_out_is_known_and_its_texts_show_it() {
    let mut workbook = Written::new();
    let struck = Format::new().set_font_strikethrough();
    let sheet = workbook.add_worksheet();
    sheet.write_with_format(0, 0, "Đạt", &struck).unwrap().write_with_format(0, 1, 95.5, &struck).unwrap();
    sheet.write(0, 2, "Đạt").unwrap().write_with_format(0, 3, "-", &struck).unwrap();
    let small = Format::new().set_font_script(FormatScript::Superscript);
    sheet.write_rich_string(0, 4, &[(&Format::new(), "95"), (&small, "1")]).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let read = reads(&bytes).unwrap();
    let sheet = &read.sheets[0];
    let crossed_out: Vec<bool> =
        sheet.cells().iter().map(|cell| sheet.format(cell).is_some_and(|format| format.crossed_out)).collect();
    assert_eq!(crossed_out, [true, true, false, true, false]);
    let said: Vec<Value> = values(&bytes).into_iter().map(|(_, value)| value).collect();
    let struck = text("Đ\u{336}ạ\u{336}t\u{336}");
    assert_eq!(said, [struck, Value::Number(95.5), text("Đạt"), text("-"), text("95¹")]);
}
