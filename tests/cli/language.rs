//! Which language is spoken.

use crate::harness::{BAD, CRITERIA, Place};

fn says_vietnamese(variables: &[(&str, &str)], arguments: &[&str]) -> bool {
    let run = Place::empty().run_with(variables, &[arguments, &["--help"]].concat());
    let (vi, en) = (run.out.contains("Cách dùng:"), run.out.contains("Usage:"));
    assert!(vi != en, "{}", run.out);
    vi
}

#[test]
fn vietnamese_unless_flag_variable_or_locale_say_english() {
    assert!(says_vietnamese(&[], &[]));
    assert!(says_vietnamese(&[("LANG", "C.UTF-8")], &[]));
    assert!(!says_vietnamese(&[("LANG", "en_US.UTF-8")], &[]));
    assert!(says_vietnamese(&[("LANG", "en_US.UTF-8"), ("TDP_LANG", "vi")], &[]));
    assert!(!says_vietnamese(&[("TDP_LANG", "en")], &[]));
    assert!(!says_vietnamese(&[("TDP_LANG", "vi")], &["--lang", "en"]));
    assert!(!says_vietnamese(&[], &["--lang=en"]));
}

#[test]
fn errors_before_anything_is_parsed_are_in_the_language_too() {
    let run = Place::empty().run(&["--lang=en", "valdate"]);
    assert!(run.err.starts_with("error: There is no command \"valdate\"\n"), "{}", run.err);
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let place = Place::empty();
    assert!(!place.run(&["explain", "TDP001"]).out.contains('\u{1b}'));
    assert!(place.run(&["--color", "always", "explain", "TDP001"]).out.contains('\u{1b}'));
    assert!(!place.run(&["--color", "never", "explain", "TDP001"]).out.contains('\u{1b}'));
    let forced = place.run_with(&[("CLICOLOR_FORCE", "1")], &["explain", "TDP001"]);
    assert!(forced.out.contains('\u{1b}'));
    let refused = place.run_with(&[("NO_COLOR", "1")], &["explain", "TDP001"]);
    assert!(!refused.out.contains('\u{1b}'));
}

#[test]
fn what_is_required_is_told_once_with_the_numbers_of_the_language() {
    let place = Place::with_workspace();
    place.write("criteria/thu.toml", &CRITERIA.replace(">= 80%", ">= 80.5%"));
    place.write("bad.csv", BAD);
    place.write(
        "claim.csv",
        "PHƯỜNG MỘT,,,,\nTT,Tên tổ dân phố,1.1 Tỷ lệ hộ dự họp,1.1 Tỷ lệ hộ dự họp,1.2 Không có tội phạm\n\
         ,,Số liệu,Đánh giá,\n1,Tổ dân phố số 1,\"80,25%\",Đạt,Đạt\n2,Tổ dân phố số 2,\"90%\",Đạt,Đạt\n",
    );
    for (language, expected, claim) in [
        ("vi", "      tiêu chí yêu cầu ≥ 80,5 %\n", ", yêu cầu ≥ 80,5 %\n"),
        ("en", "      the criterion requires ≥ 80.5 %\n", ", required ≥ 80.5 %\n"),
    ] {
        let bad = place.run(&["validate", "bad.csv", "--lang", language]).out;
        assert!(bad.contains(expected), "{bad}");
        let contradiction = place.run(&["validate", "claim.csv", "--lang", language]).out;
        assert!(contradiction.contains(claim) && !contradiction.contains(expected), "{contradiction}");
    }
}
