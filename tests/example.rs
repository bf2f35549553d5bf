//! The program says of the example city what the model expects.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read and write files, and tell their counts"
)]

mod expected;
mod program;

use std::{
    fs,
    path::{Path, PathBuf},
};

use expected::{Comparison, list, text};
use serde_json::Value;

#[test]
fn every_verdict_figure_and_finding_is_what_the_model_expects() {
    expected::compare(&example(), &[]).require_none("lai-chau-2025");
}

#[test]
fn the_totals_are_what_the_model_expects() {
    let out = tempfile::tempdir().expect("a folder for the outputs");
    let target = out.path().join("phu-luc");
    let ran = program::tdp(&example(), &["aggregate", "submissions", "-o", target.to_str().expect("a plain path")]);
    assert_eq!(ran.status.code(), Some(1), "{}", String::from_utf8_lossy(&ran.stderr));
    let printed = fs::read_to_string(target.join("tong-hop.json")).expect("the totals are written");
    let said: Value = serde_json::from_str(&printed).expect("the totals are JSON");
    let expected = &expected::read(&example())["totals"];
    let mut comparison = Comparison::default();
    for key in ["reported", "targets", "summary"] {
        hold_all(&mut comparison, key, &expected[key], &said[key]);
    }
    for (key, id) in [("wards", "code"), ("criteria", "id")] {
        comparison.hold(key, "number", &list(expected, key).len().into(), &list(&said, key).len().into());
        for (expected, said) in list(expected, key).iter().zip(list(&said, key)) {
            hold_all(&mut comparison, text(expected, id), expected, said);
        }
    }
    comparison.require_none("totals of lai-chau-2025");
}

/// Holds every value that is expected against what was said, however deep; more may be said.
fn hold_all(comparison: &mut Comparison, whose: &str, expected: &Value, said: &Value) {
    match expected {
        Value::Object(fields) => {
            for (key, expected) in fields {
                hold_all(comparison, &format!("{whose} {key}"), expected, &said[key]);
            }
        }
        Value::Array(entries) => {
            for (index, expected) in entries.iter().enumerate() {
                hold_all(comparison, whose, expected, &said[index]);
            }
        }
        _ => {
            comparison.totals += 1;
            if !(expected.is_string() && expected::alike(expected, said)) {
                comparison.hold(whose, "total", expected, said);
            }
        }
    }
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lai-chau-2025")
}
