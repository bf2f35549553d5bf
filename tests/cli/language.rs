//! Which language is spoken.

use crate::harness::Place;

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
