//! Machine output: findings, verdicts and totals as JSON, streamed; keys are added, never changed or removed.

mod findings;
mod report;
mod sarif;
mod score;
mod totals;

use std::io::Write;

use serde::{Serialize, Serializer};

pub use self::{
    findings::findings_json, report::report_json, sarif::findings_sarif, score::score_json, totals::totals_json,
};

pub(super) use self::{
    findings::{Located, severity},
    score::{CriterionLine, UnitHead},
};

/// A sequence made item by item while it is written.
struct Streamed<F>(F);

impl<F, I> Serialize for Streamed<F>
where
    F: Fn() -> I,
    I: IntoIterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Writes `document` on one line, with a line end.
fn write_line(document: &impl Serialize, into: impl Write) -> serde_json::Result<()> {
    let mut into = std::io::BufWriter::new(into);
    serde_json::to_writer(&mut into, document)?;
    into.write_all(b"\n").and_then(|()| into.flush()).map_err(serde_json::Error::io)
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value};

    use super::*;
    use crate::{appendix::sample, model::Language};

    fn findings() -> Value {
        let mut bytes = Vec::new();
        findings_json((&sample::assessment().received).into(), Language::English, &mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    fn score() -> Value {
        let mut bytes = Vec::new();
        score_json(&sample::assessment(), Language::Vietnamese, &mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    fn totals() -> Value {
        serde_json::from_slice(&crate::write::outputs(sample::assessment()).unwrap().totals).unwrap()
    }

    /// Asserts that the promised keys are there; more may be.
    #[track_caller]
    fn check_keys(value: &Value, promised: &str) {
        let keys: &Map<String, Value> = value.as_object().unwrap();
        for key in promised.split_whitespace() {
            assert!(keys.contains_key(key), "{key} is not in {:?}", keys.keys().collect::<Vec<_>>());
        }
    }

    const TALLY: &str = "units achieved not_achieved incomplete maintained lost newly_achieved not_yet undecided \
                         outside_plan";

    #[test]
    fn findings_have_the_promised_keys() {
        let json = findings();
        check_keys(&json, "schema plan criteria tool files findings summary");
        check_keys(&json["files"][0], "path sha256 ward voice agency layout encoding units facts");
        check_keys(
            &json["findings"][0],
            "code name severity message file sheet cell unit criterion value expected help",
        );
        check_keys(&json["summary"], "files errors warnings");
        assert_eq!(json["schema"], "tdp.findings/1");
    }

    #[test]
    fn a_finding_in_a_csv_file_has_no_sheet() {
        let finding = &findings()["findings"][0];
        let told = ["file", "cell", "unit", "criterion", "value", "message"].map(|key| finding[key].as_str().unwrap());
        assert_eq!(told, ["tan-phong.csv", "C7", "03387.002", "1.2", "=2+2", "Criterion 1.2 is blank"]);
        assert_eq!(finding["sheet"], Value::Null);
    }

    #[test]
    fn scores_have_the_promised_keys() {
        let json = score();
        check_keys(&json, "schema plan criteria provenance units summary");
        let unit = &json["units"][0];
        check_keys(unit, "code name ward kind target outcome transition achieved applicable total criteria");
        let criterion = &unit["criteria"][1];
        check_keys(criterion, "id verdict basis voice figure part whole claim reason source sources");
        check_keys(&criterion["source"], "file sheet cell");
        check_keys(&criterion["sources"][0], "role voice file sheet cell raw");
        check_keys(&json["summary"], TALLY);
        assert_eq!(json["schema"], "tdp.score/1");
    }

    #[test]
    fn a_verdict_says_its_figure_and_its_cells() {
        let failed = &score()["units"][2]["criteria"][1];
        let told = ["verdict", "basis", "voice", "figure", "part", "whole", "reason", "shortfall"];
        let told = told.map(|key| failed[key].as_str().unwrap());
        let expected = ["not-achieved", "figure", "self", "79", "79", "100", "79 % < 80 %", "thiếu 1 hộ"];
        assert_eq!(told, expected);
        let cells: Vec<String> = failed["sources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|source| {
                format!("{} {} {}", source["role"].as_str().unwrap(), source["cell"].as_str().unwrap(), source["raw"])
            })
            .collect();
        assert_eq!(cells, ["part C6 \"79\"", "whole D6 \"100\""]);
    }

    #[test]
    fn totals_have_the_promised_keys() {
        let json = totals();
        check_keys(&json, "schema plan provenance reported targets summary wards levels criteria appendices");
        check_keys(&json["reported"], "wards wards_expected units units_expected");
        check_keys(&json["targets"]["maintain"], "goal reached");
        check_keys(&json["targets"]["new"], "goal reached");
        check_keys(&json["summary"], TALLY);
        check_keys(&json["wards"][0], &format!("code name {TALLY}"));
        check_keys(&json["levels"][0], &format!("code kind parent {TALLY}"));
        let criterion = &json["criteria"][1];
        check_keys(
            criterion,
            "id achieved not_achieved not_applicable missing by_claim part whole percent percent_units wards",
        );
        check_keys(&criterion["wards"][0], "code achieved not_achieved not_applicable missing");
        check_keys(&json["appendices"][0], "number title csv rows");
        assert_eq!(json["schema"], "tdp.totals/1");
    }

    #[test]
    fn a_percentage_is_computed_from_the_parts_and_wholes() {
        let json = totals();
        let meetings = &json["criteria"][1];
        let told = ["part", "whole", "percent"].map(|key| meetings[key].as_str().unwrap());
        assert_eq!(told, ["169", "200", "84.5"]);
        assert_eq!(meetings["percent_units"], 2);
        assert_eq!(meetings["by_claim"], 1);
        let agreement = &json["criteria"][0];
        assert_eq!((&agreement["part"], &agreement["percent_units"]), (&Value::Null, &Value::from(0)));
    }

    #[test]
    fn appendices_are_listed_with_their_files_and_rows() {
        let first = &totals()["appendices"][0];
        assert_eq!((&first["number"], &first["csv"]), (&Value::from("I"), &Value::from("csv/phu-luc-I.csv")));
        assert_eq!(first["rows"], 5);
    }
}
