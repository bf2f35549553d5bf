//! Cities whose workbooks were made by other programs: every verdict, figure and finding as another reader has it.
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "tests read files, and tell their counts")]

mod expected;
mod program;

use std::path::{Path, PathBuf};

/// Warnings that follow from how a workbook was made; the expectations do not list them.
const UNLISTED: [&str; 4] = ["TDP020", "TDP116", "TDP121", "TDP302"];

#[test]
fn the_tidy_city_is_read_as_it_is_meant() {
    check("tidy");
}

#[test]
fn an_ordinary_city_is_read_as_it_is_meant() {
    check("ordinary");
}

#[test]
fn messy_cities_are_read_as_they_are_meant() {
    for name in ["messy-a", "messy-b", "messy-c", "messy-d"] {
        check(name);
    }
}

#[test]
fn another_verdict_and_a_finding_that_is_not_made_are_told() {
    let mut expected = expected::read(&city("tidy"));
    expected["units"][0]["criteria"]["4.3"] = "achieved".into();
    let planted = serde_json::json!({ "code": "TDP301", "file": "a.xlsx", "sheet": "b", "cell": "C3" });
    expected["findings"].as_array_mut().expect("a list").push(planted);
    let differences = expected::compare_with(&city("tidy"), &expected, &UNLISTED).differences;
    assert_eq!(differences.len(), 2, "{differences:?}");
    assert!(differences[0].starts_with("not said") && differences[1].starts_with("03389.001 4.3"), "{differences:?}");
}

fn check(name: &str) {
    expected::compare(&city(name), &UNLISTED).require_none(name);
}

fn city(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name)
}
