use proptest::prelude::*;

use super::*;
use crate::workbook::Format;

fn format(code: &str) -> Format {
    Format::new(Some(code), None)
}

#[test]
fn a_percent_sign_shows_percent_unless_it_is_mere_text() {
    let percent = |code: &str| (format(code).percent(1.0), format(code).percent_as_text(1.0));
    for code in ["0%", "0.00%", "0.0\\ %", "#,##0.0 %;[Red]-0%", "\"tỷ lệ \"0%", "0%\"%\""] {
        assert_eq!(percent(code), (true, false), "{code}");
    }
    for code in ["0\"%\"", "0\\%", "0.0\" %\"", "[$%-409]0", "0*%"] {
        assert_eq!(percent(code), (false, true), "{code}");
    }
    for code in ["General", "0.00", "0_%", "[Red]0", "", "0;0%"] {
        assert_eq!(percent(code), (false, false), "{code}");
    }
    assert!(format("0;0%").percent(-1.0));
}

#[test]
fn the_words_beside_a_number_are_those_that_people_see_there() {
    for (code, number, words) in [
        ("0\" triệu\"", 1.0, Some("triệu")),
        ("#,##0\\ \"đồng\"", 1.0, Some("đồng")),
        ("#,##0\\ [$₫-42A]", 1.0, Some("₫")),
        ("#,##0\\ [$₫-vi-VN]", 1.0, Some("₫")),
        ("#,##0 ₫;[Red]-0\" hộ\"", 1.0, Some("₫")),
        ("#,##0 ₫;[Red]-0\" hộ\"", -1.0, Some("hộ")),
        ("[>100]0;0\" nghìn\"", 5.0, Some("nghìn")),
        ("[>100]0;0\" nghìn\"", 101.0, None),
        ("\"Đạt \"0\" nghìn (hộ)\"", 1.0, Some("nghìn (hộ)")),
        ("0\" (ha)\"", 1.0, Some("ha")),
        ("0‰", 1.0, Some("‰")),
        ("[Red]0.0_)", 1.0, None),
        ("General", 1.0, None),
        ("[$-42A]0.0", 1.0, None),
    ] {
        assert_eq!(format(code).words(number), words, "{code} {number}");
    }
}

#[test]
fn the_decimals_shown_are_those_of_the_section() {
    for (code, number, shown) in [
        ("General", 1.0, None),
        ("@", 1.0, None),
        ("", 1.0, None),
        ("0", 1.0, Some(0)),
        ("0.0%", 1.0, Some(1)),
        ("#,##0.0#", 1.0, Some(2)),
        ("0.00;-0", 1.0, Some(2)),
        ("0.00;-0", -1.0, Some(0)),
        ("0;-0.00", 1.0, Some(0)),
        ("0\".5\"", 1.0, Some(0)),
        ("\"a.b\"0.0", 1.0, Some(1)),
        ("0\\.00", 1.0, Some(0)),
        ("[$.00-409]0.0", 1.0, Some(1)),
        ("#,##0.0\\ \"đồng\"_)", 1.0, Some(1)),
        ("General\" %\"", 1.0, None),
        ("# ?/?", 1.0, None),
        ("# ??/100", 1.0, None),
        ("0.00E+00", 1.0, None),
        ("dd/mm/yyyy", 1.0, None),
        ("mm:ss.0", 1.0, None),
        ("\"đạt\"", 1.0, None),
        (";;;", 1.0, None),
        ("0.0@", 1.0, None),
    ] {
        assert_eq!(format(code).decimals(number), shown, "{code} {number}");
    }
}

#[test]
fn commas_after_the_last_place_for_a_digit_divide_by_a_thousand() {
    for (code, thousands) in [
        ("#,##0,,", 2),
        ("#,##0,", 1),
        ("0.0,", 1),
        ("0,.0", 1),
        ("0.0,,\" triệu\"", 2),
        ("#,##0,\\ \"nghìn\";-#,##0,", 1),
        ("[>=1000000]0.0,,;0", 0),
        ("#,##0", 0),
        ("#,##0.00", 0),
        ("0\",\"", 0),
        ("0\\,", 0),
        ("General", 0),
        (",0", 0),
    ] {
        assert_eq!(format(code).thousands(5.0), thousands, "{code}");
    }
    assert_eq!(format("[>=1000000]0.0,,;0").thousands(5e6), 2);
}

#[test]
fn what_is_shown_in_place_of_a_number_is_that_of_its_section() {
    for (code, number, shown) in [
        (";;;", 60.0, Some("")),
        ("\"Đạt\";;\"Chưa đạt\"", 1.0, Some("Đạt")),
        ("\"Đạt\";;\"Chưa đạt\"", 0.0, Some("Chưa đạt")),
        ("\"Đạt\";;\"Chưa đạt\"", -1.0, Some("")),
        ("[Red]0;;\"Đạt\"", 2000.0, None),
        ("0;-0;;@", 0.0, Some("")),
        ("0;-0;;@", 5.0, None),
        ("_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", 0.0, Some("-")),
        ("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", 0.0, Some("-")),
        ("[=1]\"Đạt\";[=0]\"Chưa đạt\";0", 1.0, Some("Đạt")),
        ("[=1]\"Đạt\";[=0]\"Chưa đạt\";0", 7.0, None),
        ("[>=80]\"Đạt\";0", 80.0, Some("Đạt")),
        ("[<80]\"Chưa đạt\";0", 80.0, None),
        ("[Red]\\K", 1.0, Some("K")),
        ("#,###", 0.0, Some("")),
        ("#,###", 0.4, Some("")),
        ("#,###", 0.5, None),
        ("#%", 0.004, Some("%")),
        ("#%", 0.005, None),
        ("0;\"x\";@", 0.0, None),
        ("General", 1.0, None),
        ("[h]:mm;;", 1.0, None),
        ("@", 1.0, None),
        ("", 1.0, None),
    ] {
        assert_eq!(format(code).instead_of(number), shown, "{code} {number}");
    }
}

#[test]
fn letters_of_days_and_times_make_a_date() {
    let shown = |code: &str| NumberFormat::of(code).map(|format| format.shown()).unwrap_or_default();
    for code in ["dd/mm/yyyy", "[$-42A]d mmmm", "h:mm AM/PM", "\"ngày \"d"] {
        assert_eq!(shown(code), Shown::Date, "{code}");
    }
    for code in ["[h]:mm", "[mm]:ss", "[SS]"] {
        assert_eq!(shown(code), Shown::Duration, "{code}");
    }
    for code in ["General", "0.00", "0\" hộ dân\"", "0\\d", "[Red]0", "#,##0;[Red]-0\"m\"", "0.00E+00", "@", ""] {
        assert_eq!(shown(code), Shown::Number, "{code}");
    }
}

#[track_caller]
fn all_altered(number: f64, altered: Option<Altered>, codes: &[&str]) {
    for code in codes {
        assert_eq!(format(code).altered(number), altered, "{code} {number}");
    }
}

#[test]
fn what_makes_another_number_of_it_is_told() {
    let beside = ["0\"000\"", "#,##0\".000\"", "\"-\"#,##0", "-0", "0.00%%", "0\" (năm 2024)\"", "\"Năm 2024: \"0.00%"];
    all_altered(5.0, Some(Altered::Number), &beside);
    let within = ["0\\0", "0\".\"0", "0\",\"0", "0-0", "0\"/\"0", "0%0", "0\"000\"E+0", "# ?/\"000\"", "General0"];
    all_altered(5.0, Some(Altered::Number), &within);
    let around = ["(0)", "\"(\"0\")\"", "0*0", "*-0", "0%\"%\"", "0[$000]", "0.0\"5\"", "0\"±1\"", "0K"];
    all_altered(5.0, Some(Altered::Number), &around);
    let letters = ["0\"k\"", "0\"e3\"", "0\"OOO\"", "0\"½\"", "0\"²\"", "0\"٠\"", "0\"０００\"", "0\" tá\"", "0\"?\""];
    all_altered(5.0, Some(Altered::Number), &letters);
    let words =
        ["\"không \"0", "\"không phải \"0", "\"Không đạt \"0", "0\" chưa đạt\"", "0\" (kế hoạch)\"", "\"KH \"0"];
    all_altered(5.0, Some(Altered::Number), &words);
}

#[test]
fn bounds_and_estimates_are_told() {
    let codes = ["\"≥\"0.00%", "\"trên \"0", "\"khoảng \"#,##0", "\"dưới \"0%", "\"~\"0", "0\"+\"", "0\" trở lên\""];
    all_altered(5.0, Some(Altered::Bound), &codes);
    let codes =
        ["\"khoảng \"General", "\"⩾\"0", "\"≧\"0", "\"≦\"0", "\"⩽\"0", "0[$≥-42A]", "0[$-000-42A]", "\"chưa đến \"0%"];
    all_altered(5.0, Some(Altered::Bound), &codes);
}

#[test]
fn units_and_signs_leave_the_number_that_it_is() {
    let plain =
        ["General", "", "@", "0", "0.00%", "#,##0.0", "00000", "0.00E+00", "# ?/?", "# ??/100", "+0", "[DBNum1]0"];
    all_altered(5.0, None, &plain);
    let units =
        ["0\" hộ\"", "0\" m2\"", "#,##0\\ [$₫-42A]", "0\"%\"", "0.0\\ %", "#,##0\\ \"hộ\"", "0\" triệu\"", "0\" %\""];
    all_altered(5.0, None, &units);
    let languages = ["[$-en-US]#,##0", "[$-vi-VN]0.0%", "#,##0\\ [$₫-vi-VN]", "[$-x-sysdate]0", "[$-vi-VN,300]0"];
    all_altered(5.0, None, &languages);
    let signed = ["[Red]0;-0", "0;-0;0", "0%;-0%", "0.0%;[Red]-0.0%;\"-\"", "[<0]-0;0", "[>=0]0;-0", "[>0]0;[<0]-0;0"];
    all_altered(5.0, None, &signed);
    all_altered(-5.0, None, &signed);
    all_altered(0.0, None, &signed);
    let accounts =
        ["_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", "#,##0 ;(#,##0)", "0\" hộ\";\"-\"0\" hộ\"", "0;0-"];
    all_altered(5.0, None, &accounts);
    all_altered(-5.0, None, &accounts);
    all_altered(5.0, None, &["#\\ ##0", "# ##0", "0_0_0", "0\";\";-0", "\"Đạt\"", "[$-000]0", "0.0%;0"]);
}

#[test]
fn each_number_is_looked_at_in_its_own_section() {
    all_altered(5.0, None, &["0;0\" tá\"", "[>100]0\"k\";0", "[<0]0%;0.0"]);
    all_altered(-5.0, Some(Altered::Number), &["0;0\" tá\"", "0;0", "0;[Red]0", "0;dd/mm", "0\"-\";0"]);
    all_altered(500.0, Some(Altered::Number), &["[>100]0\"k\";0", "[<100]0;\"-\"0"]);
    // Shown as "####".
    all_altered(5.0, Some(Altered::Number), &["[>100]0", "[>100]0;[<0]-0", "[>x]0"]);
    // Programs differ on which of the sections it is.
    all_altered(5.0, Some(Altered::Number), &["[>100]0;0;0\"k\"", "[>100]0;0%;0", "0;[>1]\"-\"0"]);
    all_altered(5.0, None, &["[>100]0;0;0.0", "[>0]0;\"x\";0"]);
}

#[test]
fn what_is_shown_beside_texts_is_told() {
    for code in ["@\"000\"", "0;-0;0;\"≥\"@", "0;-0;0;\"Đạt\"", "@%", "0;@\" nghìn\""] {
        assert_eq!(format(code).texts(), Texts::Altered, "{code}");
    }
    for code in ["@@", "0;-0;0;0"] {
        assert_eq!(format(code).texts(), Texts::Altered, "{code}");
    }
    for code in ["@", "General", "0\" hộ\"", "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "0;-0;0;@", "\"x\";;", ""] {
        assert_eq!(format(code).texts(), Texts::AsTheyAre, "{code}");
    }
    for code in [";;;", "0;-0;0;", "0;-0;0;\" \"", "General;;;_-", ";;;[Red]"] {
        assert_eq!(format(code).texts(), Texts::Hidden, "{code}");
    }
}

#[test]
fn digits_in_pieces_are_read_as_they_stand() {
    all_altered(1_234_567.0, None, &["# ##0", "# ### ##0", "#\\ ###\\ ##0"]);
    all_altered(12.0, Some(Altered::Number), &["0 0", "0\"  \"0", "0_-0"]);
    all_altered(1_234_567.5, None, &["# ### ##0.0"]);
    all_altered(123_456.0, Some(Altered::Number), &["###\"    \"###"]);
}

proptest! {
    #[test]
    fn no_code_makes_it_panic(code in "(\\PC|[0#?.,;%@\"\\\\*_\\[\\]/E+GgdH$<>= -]){0,40}", number in any::<f64>()) {
        let format = format(&code);
        let _ = (format.altered(number), format.instead_of(number), format.words(number), format.decimals(number));
        let _ = (format.percent(number), format.thousands(number), format.may_hide());
        if let Some(section) = format.looks.as_ref().and_then(|looks| looks.section(number)) {
            let _ = section.digits(&code.replace(|sign: char| !"#0?. ".contains(sign), ""), number);
        }
    }

    #[test]
    fn plain_digits_read_back_as_the_number(
        code in "(#,##0|# ##0|# ### ##0|0|00000|#)(\\.[0#?]{1,4})?%?( \"hộ\")?",
        number in 1_u32..10_000_000,
    ) {
        let number = f64::from(number) / 10_000.0;
        let format = format(&code);
        prop_assert_eq!(format.altered(number), None);
        let Some(section) = format.looks.as_ref().and_then(|looks| looks.section(number)) else { return Ok(()) };
        let decimals = usize::from(section.decimals.unwrap_or_default());
        let exact: f64 = format!("{:.decimals$}", section.scaled(number)).parse().unwrap();
        let places = code.trim_end_matches(" \"hộ\"").replace([',', '%'], "");
        let shown: String = section.digits(&places, number).split_whitespace().collect();
        prop_assert!(section.instead_of(number).is_some() || shown.parse() == Ok(exact), "{} {} {}", code, number, shown);
    }
}
