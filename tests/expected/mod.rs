//! What the program says of a workspace, held against its `expected.json`.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::program;

/// How much was compared, and everything that differed.
#[derive(Default)]
pub(crate) struct Comparison {
    pub(crate) units: usize,
    pub(crate) verdicts: usize,
    pub(crate) figures: usize,
    pub(crate) findings: usize,
    pub(crate) totals: usize,
    pub(crate) differences: Vec<String>,
}

/// Figures are printed with six decimals; both sides may have rounded.
const TOLERANCE: f64 = 1.1e-6;

/// Runs `validate` and `score` on the submissions of a workspace; `unlisted` are codes that need not be expected.
pub(crate) fn compare(workspace: &Path, unlisted: &[&str]) -> Comparison {
    compare_with(workspace, &read(workspace), unlisted)
}

/// Like [`compare`], with another expectation than that of the workspace.
pub(crate) fn compare_with(workspace: &Path, expected: &Value, unlisted: &[&str]) -> Comparison {
    let mut comparison = Comparison::default();
    let validated = program::tdp(workspace, &["validate", "submissions", "--format", "json"]);
    let findings = program::json(&validated);
    comparison.hold_findings(list(expected, "findings"), list(&findings, "findings"), unlisted);
    let scored = program::tdp(workspace, &["score", "submissions", "--format", "json"]);
    comparison.hold_units(list(expected, "units"), list(&program::json(&scored), "units"));
    let wrong = list(&findings, "findings").iter().any(|finding| finding["severity"] == "error");
    for (command, output) in [("validate", validated), ("score", scored)] {
        comparison.hold(command, "exit", &Value::from(i32::from(wrong)), &Value::from(output.status.code()));
    }
    comparison
}

/// Returns the `expected.json` of a workspace.
pub(crate) fn read(workspace: &Path) -> Value {
    let text = fs::read_to_string(workspace.join("expected.json")).expect("the expectation is there");
    serde_json::from_str(&text).expect("the expectation is JSON")
}

/// Returns the array at `key`, or nothing.
pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

impl Comparison {
    /// Fails with every difference, or tells how much was alike.
    pub(crate) fn require_none(&self, name: &str) {
        assert!(self.differences.is_empty(), "{name}:\n{}", self.differences.join("\n"));
        println!(
            "{name}: {} units, {} verdicts, {} figures, {} findings, {} totals as expected",
            self.units, self.verdicts, self.figures, self.findings, self.totals
        );
    }

    /// Notes a difference between what is expected and what was said.
    pub(crate) fn hold(&mut self, whose: &str, what: &str, expected: &Value, said: &Value) {
        if expected != said {
            self.differences.push(format!("{whose} {what}: expected {expected}, said {said}"));
        }
    }

    fn hold_units(&mut self, expected: &[Value], said: &[Value]) {
        self.hold("units", "number", &expected.len().into(), &said.len().into());
        let said: BTreeMap<&str, &Value> = said.iter().map(|unit| (text(unit, "code"), unit)).collect();
        for unit in expected {
            let code = text(unit, "code");
            let Some(said) = said.get(code) else {
                self.differences.push(format!("{code}: not said"));
                continue;
            };
            self.units += 1;
            for key in ["ward", "outcome", "transition", "achieved", "applicable"] {
                if !unit[key].is_null() {
                    self.hold(code, key, &unit[key], &said[key]);
                }
            }
            self.hold_criteria(code, unit, list(said, "criteria"));
        }
    }

    fn hold_criteria(&mut self, code: &str, unit: &Value, said: &[Value]) {
        let expected = unit["criteria"].as_object().expect("verdicts by criterion");
        self.hold(code, "criteria", &expected.len().into(), &said.len().into());
        for judged in said {
            let id = text(judged, "id");
            let whose = format!("{code} {id}");
            self.verdicts += 1;
            self.hold(&whose, "verdict", &unit["criteria"][id], &judged["verdict"]);
            let (expected, said) = (&unit["figures"][id], &judged["figure"]);
            self.figures += usize::from(expected.is_string());
            if !alike(expected, said) {
                self.differences.push(format!("{whose} figure: expected {expected}, said {said}"));
            }
        }
    }

    fn hold_findings(&mut self, expected: &[Value], said: &[Value], unlisted: &[&str]) {
        let met = |planted: &Value| said.iter().any(|finding| meets(finding, planted));
        let not_said = expected.iter().filter(|planted| !met(planted)).map(|planted| format!("not said: {planted}"));
        let called_for = |finding: &Value| expected.iter().any(|planted| meets(finding, planted));
        let false_alarms = said
            .iter()
            .filter(|finding| !called_for(finding))
            .filter(|finding| finding["severity"] == "error" || !unlisted.contains(&text(finding, "code")))
            .map(|finding| format!("false alarm: {finding}"));
        self.findings = expected.len();
        self.differences.extend(not_said.chain(false_alarms));
    }
}

fn meets(finding: &Value, planted: &Value) -> bool {
    let same = |key: &str| finding[key] == planted[key];
    // The oracle names files as they lie on the disk; the output is always in NFC.
    let file: String = text(planted, "file").nfc().collect();
    if planted["file"].is_null() {
        return same("code") && same("unit");
    }
    let cell = planted["cell"].is_null() || same("cell") || finding["cell"] == planted["alt"];
    let row = planted["alt"] == "row" && same("unit") && same("criterion");
    same("code") && file == text(finding, "file") && same("sheet") && (cell || row)
}

/// Returns whether both are absent, or both are numbers that differ by no more than rounding.
pub(crate) fn alike(expected: &Value, said: &Value) -> bool {
    match (expected.as_str(), said.as_str()) {
        (None, None) => true,
        (Some(expected), Some(said)) => match (expected.parse::<f64>(), said.parse::<f64>()) {
            (Ok(expected), Ok(said)) => (expected - said).abs() <= TOLERANCE,
            _ => false,
        },
        _ => false,
    }
}

/// Returns the text at `key`.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
