//! Figures held against those of the ward and of the year before, from the files that give them.

use crate::harness::{CRITERIA, PLAN, Place, TARGETS, UNITS};

const COMPARED: &str = "[[standard.criterion]]
id = \"1.1\"
title = \"Tỷ lệ hộ dự họp\"
kind = \"percent\"
achieved = \">= parent\"
[[standard.criterion]]
id = \"1.2\"
title = \"Số vụ vi phạm\"
kind = \"count\"
achieved = \"< previous\"
";

/// Writes a workspace whose groups are compared with their ward and with the year before.
fn workspace(place: &Place, folder: &str, plan: &str, rows: &str) {
    let head = CRITERIA.split("[[standard.criterion]]").next().unwrap_or_default();
    place.write(&format!("{folder}/tdp.toml"), plan);
    place.write(&format!("{folder}/criteria/thu.toml"), &format!("{head}{COMPARED}"));
    place.write(&format!("{folder}/units.csv"), UNITS);
    place.write(&format!("{folder}/targets.csv"), TARGETS);
    let sheet = format!("PHƯỜNG MỘT,,,\nTT,Tên tổ dân phố,1.1 Tỷ lệ hộ dự họp,1.2 Số vụ vi phạm\n{rows}");
    place.write(&format!("{folder}/submissions/phường một.csv"), &sheet);
}

#[test]
fn a_group_is_held_against_its_ward_and_against_the_year_before() {
    let place = Place::empty();
    workspace(&place, "2024", PLAN, "1,Tổ dân phố số 1,90%,2\n2,Tổ dân phố số 2,90%,2\n");
    let plan = format!("{PLAN}previous = \"../2024\"\n");
    workspace(&place, "2025", &plan, ",Phường Một,\"85%\",\n1,Tổ dân phố số 1,85%,1\n2,Tổ dân phố số 2,\"84,9%\",2\n");
    let run = place.run(&["-C", "2025", "score", "--format", "json", "2025/submissions"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let score: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let verdict = |unit: usize, criterion: usize| score["units"][unit]["criteria"][criterion]["verdict"].clone();
    assert_eq!((verdict(0, 0), verdict(0, 1)), ("achieved".into(), "achieved".into()));
    assert_eq!((verdict(1, 0), verdict(1, 1)), ("not-achieved".into(), "not-achieved".into()));
}

#[test]
fn a_figure_far_from_that_of_the_year_before_is_told_at_its_cell() {
    let place = Place::empty();
    workspace(&place, "2024", PLAN, "1,Tổ dân phố số 1,90%,125\n2,Tổ dân phố số 2,90%,125\n");
    let plan = format!("{PLAN}previous = \"../2024\"\n");
    workspace(&place, "2025", &plan, "1,Tổ dân phố số 1,85%,1250\n2,Tổ dân phố số 2,85%,124\n");
    let run = place.run(&["-C", "2025", "validate", "--format", "json", "2025/submissions"]);
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let told: Vec<&serde_json::Value> = findings["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["code"] == "TDP306" || finding["severity"] == "error")
        .collect();
    assert_eq!(told.len(), 1, "{}", run.out);
    assert_eq!((&told[0]["cell"], &told[0]["severity"]), (&"D3".into(), &"warning".into()));
    assert_eq!(told[0]["message"], "Ghi \"1250\", kỳ trước là 125");
}
