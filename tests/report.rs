//! The report says of the example city what its totals say, whoever reads it: the numbers are taken out of the document.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "tests read and write files, and fail where they cannot"
)]

mod document;
mod program;

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use document::{Document, read};

#[test]
fn the_sentences_hold_the_numbers_of_the_totals() {
    let (document, totals) = (document(), totals());
    let (reported, summary) = (&totals["reported"], &totals["summary"]);
    let targets = &totals["targets"];
    let sum = |key: &str| -> u64 {
        totals["criteria"].as_array().expect("criteria").iter().map(|criterion| number(&criterion[key])).sum()
    };
    for sentence in [
        format!("{}/{} phường, xã", reported["wards"], reported["wards_expected"]),
        format!("{}/{} tổ dân phố, bản", reported["units"], reported["units_expected"]),
        format!("Trong {} tổ dân phố, bản thuộc danh sách: {} đạt,", summary["units"], summary["achieved"]),
        format!(", {} chưa đạt,", summary["not_achieved"]),
        format!(" {} chưa đủ số liệu để kết luận; tỷ lệ đạt", summary["incomplete"]),
        format!(
            "đề ra {} tổ dân phố, bản; duy trì được {},",
            targets["maintain"]["goal"], targets["maintain"]["reached"]
        ),
        format!("đề ra {} tổ dân phố, bản; đạt mới {},", targets["new"]["goal"], targets["new"]["reached"]),
        format!("Không duy trì được ({} tổ dân phố, bản)", summary["lost"]),
        format!("Chưa đạt mới ({} tổ dân phố, bản)", summary["not_yet"]),
        format!("Còn {} tổ dân phố, bản có chỉ tiêu mà chưa kết luận được", summary["undecided"]),
        format!("chỉ tiêu có {} tổ dân phố, bản", summary["outside_plan"]),
        format!("gồm {} duy trì và {} công nhận mới", summary["maintained"], summary["newly_achieved"]),
        format!("còn {} kết quả chưa có số liệu", sum("missing")),
        format!("{} kết quả của tiêu chí phải có số liệu", sum("by_claim")),
    ] {
        assert!(document.paragraphs.iter().any(|text| text.contains(&sentence)), "{sentence}");
    }
}

#[test]
fn the_tables_hold_the_numbers_of_the_totals() {
    let (document, totals) = (document(), totals());
    let [wards, criteria, proposals] = &document.tables[..] else { panic!("{} tables", document.tables.len()) };
    let keys = [
        "units",
        "reported",
        "achieved",
        "not_achieved",
        "incomplete",
        "to_maintain",
        "maintained",
        "to_recognise",
        "newly_achieved",
    ];
    for ward in totals["wards"].as_array().expect("wards") {
        let name = ward["name"].as_str().expect("a name");
        let row = wards.iter().find(|row| row.get(1).is_some_and(|cell| cell == name)).expect(name);
        assert_eq!(row[2..], keys.map(|key| ward[key].to_string()), "{name}");
    }
    let summary = &totals["summary"];
    let total = wards.iter().find(|row| row.get(1).is_some_and(|cell| cell == "Tổng cộng")).expect("a total");
    assert_eq!(total[4..7], ["achieved", "not_achieved", "incomplete"].map(|key| summary[key].to_string()));
    for criterion in totals["criteria"].as_array().expect("criteria") {
        let id = criterion["id"].as_str().expect("an id");
        let row = criteria.iter().find(|row| row[0] == id).expect(id);
        assert_eq!(row[4..7], ["achieved", "not_achieved", "missing"].map(|key| criterion[key].to_string()), "{id}");
    }
    let proposed = proposals.iter().filter(|row| row[0].parse::<u32>().is_ok()).count() as u64;
    assert_eq!(proposed, number(&summary["maintained"]) + number(&summary["newly_achieved"]));
}

#[test]
fn the_same_files_give_the_same_report_in_any_language_and_on_any_number_of_threads() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = |name: &str, language: &str, threads: &str| {
        let path = folder.path().join(name);
        let arguments = ["--lang", language, "report", "submissions", "-o", path.to_str().expect("a plain path")];
        assert_eq!(program::tdp_on(&example(), &arguments, threads).status.code(), Some(1));
        fs::read(path).expect("a report")
    };
    let first = made("mot.docx", "vi", "1");
    assert!(first == made("hai.docx", "en", "4"));
}

#[test]
fn programs_get_the_same_sentences() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bao-cao.docx");
    let arguments = ["report", "submissions", "--format", "json", "-o", path.to_str().expect("a plain path")];
    let said = program::json(&program::tdp(&example(), &arguments));
    assert_eq!(said["schema"], "tdp.report/1");
    assert_eq!(said["summary"], totals()["summary"]);
    let document = read(&fs::read(path).expect("a report"));
    let texts = said["blocks"].as_array().expect("blocks").iter().filter(|block| block["kind"] != "blank");
    for text in texts.filter_map(|block| block["text"].as_str()) {
        assert!(document.paragraphs.iter().any(|paragraph| paragraph == text), "{text}");
    }
}

/// Makes the report on the example city and reads it.
fn document() -> Document {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bao-cao.docx");
    let ran = program::tdp(&example(), &["report", "submissions", "-o", path.to_str().expect("a plain path")]);
    assert_eq!(ran.status.code(), Some(1), "{}", String::from_utf8_lossy(&ran.stderr));
    read(&fs::read(path).expect("a report"))
}

/// Makes the totals of the example city and reads them.
fn totals() -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("phu-luc");
    let arguments = ["aggregate", "submissions", "--format", "json", "-o", path.to_str().expect("a plain path")];
    program::json(&program::tdp(&example(), &arguments))
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lai-chau-2025")
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a number")
}
