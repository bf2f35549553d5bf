//! Whole criteria files: what is read, and every mistake at its line and column.

use chrono::NaiveDate;

use super::*;
use crate::{
    finding::{Finding, Place},
    model::Language,
};

const HEAD: &str = r#"schema = 1
id = "mau"
version = 2024-01-02
title = "Mẫu"
issuer = "UBND phường"
provenance = "modelled"
"#;

/// A set of one standard whose criteria are `criteria`, decided by all.
fn set(criteria: &str) -> String {
    format!("{HEAD}outcome = {{ require = \"all\" }}\n[[standard]]\nid = \"1\"\ntitle = \"Một\"\n{criteria}")
}

/// One criterion with `keys` after its id and title; its first key stands in line 14.
fn criterion(keys: &str) -> String {
    set(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Hộ nghèo\"\n{keys}\n"))
}

fn told(findings: &[Finding]) -> Vec<(String, u32, u32)> {
    findings
        .iter()
        .map(|finding| {
            let Place::Definition(place) = &finding.place else { panic!("{finding:?} has no place in the file") };
            (finding.code.number.to_owned(), place.line, place.column)
        })
        .collect()
}

fn check(text: &str, expected: &[(&str, u32, u32)]) {
    let findings = parse("mau.toml", text.as_bytes()).err().unwrap_or_default();
    let expected: Vec<_> = expected.iter().map(|(code, line, column)| ((*code).to_owned(), *line, *column)).collect();
    let messages: Vec<_> = findings.iter().map(|finding| finding.message.in_language(Language::English)).collect();
    assert_eq!(told(&findings), expected, "{messages:#?}\n{text}");
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_key_is_read() {
    let text = r#"schema = 1
id = "mau-2"
version = 2024-01-02
title = "Mẫu"
issuer = "UBND phường"
basis = ["1/KH", "2/KH"]
amends = [2020-05-08]
provenance = "official"
subject = "ward"

[outcome]
require = { points = 80.5, standard_floor_percent = 50 }

[[standard]]
id = "1"
title = "Một"

[[standard.criterion]]
id = "1.1"
title = "Hộ nghèo"
kind = "percent"
achieved = "<= 3%"
part = "Số hộ nghèo"
whole = "Tổng số hộ"
not_applicable = "excluded"
knockout = true
evidence = "required"
may_exceed = true
aliases = ["Nghèo (%)"]
case = [{ when = { unit_kind = "bản", area = "I", ward = "03389" }, achieved = "<= 8%" }]
replaces = ["2.3"]
clause = "mục II"
measure = "hộ"
lead = "Phòng Nội vụ"
coordinating = ["Công an"]
timeline = "Thường xuyên"
due = 2025-12-31
rollup = "parts"
accumulate = "last"
subject = "group"

[[standard]]
id = "2"
title = "Hai"

[[standard.criterion]]
id = "2.1"
title = "Chấm điểm"
kind = "points"
max = 100
floor = 62.5

[[standard.criterion]]
id = "2.2"
title = "Gồm hai chỉ tiêu"
require = { at_least = 1 }

[[standard.criterion.indicator]]
id = "2.2.a"
title = "Một"
kind = "yes-no"
achieved = "yes"

[[standard.criterion.indicator]]
id = "2.2.b"
title = "Hai"
kind = "task"
achieved = "done by 2025-12-31"
"#;
    let set = parse("mau.toml", text.as_bytes()).unwrap();
    assert_eq!(set.reference(), "mau-2@2024-01-02");
    assert_eq!((set.title.as_str(), set.issuer.as_str(), set.basis.len()), ("Mẫu", "UBND phường", 2));
    assert_eq!(
        (set.amends.as_slice(), set.provenance, set.subject),
        ([day("2020-05-08")].as_slice(), Provenance::Official, Subject::Ward)
    );
    let points = OutcomeRule::Points { points: "80.5".parse().unwrap(), standard_floor_percent: Some(50.into()) };
    assert_eq!(set.outcome, points);
    assert_eq!(set.standards.iter().map(|standard| standard.criteria.clone()).collect::<Vec<_>>(), [0..1, 1..5]);

    let poverty = &set.criteria[0];
    assert_eq!((poverty.kind, poverty.requirement.to_text(Kind::Percent).as_str()), (Kind::Percent, "<= 3%"));
    assert_eq!((poverty.part.as_deref(), poverty.whole.as_deref()), (Some("Số hộ nghèo"), Some("Tổng số hộ")));
    assert_eq!((poverty.not_applicable, poverty.evidence), (NotApplicable::Excluded, Evidence::Required));
    assert!(poverty.knockout && poverty.may_exceed);
    assert_eq!(
        (poverty.aliases.as_slice(), poverty.replaces.as_slice()),
        (["Nghèo (%)".to_owned()].as_slice(), ["2.3".to_owned()].as_slice())
    );
    assert_eq!((poverty.clause.as_deref(), poverty.measure.as_deref()), (Some("mục II"), Some("hộ")));
    assert_eq!((poverty.lead.as_deref(), poverty.coordinating.len()), (Some("Phòng Nội vụ"), 1));
    assert_eq!((poverty.timeline.as_deref(), poverty.due), (Some("Thường xuyên"), Some(day("2025-12-31"))));
    assert_eq!((poverty.rollup, poverty.accumulate), (Some(Rollup::Parts), Some(Accumulate::Last)));
    assert_eq!((poverty.subject, set.criteria[1].subject), (Subject::Group, Subject::Ward));

    let scored = &set.criteria[1];
    assert_eq!((scored.max, scored.floor), (Some(100.into()), "62.5".parse().ok()));
    assert_eq!(scored.requirement.to_text(Kind::Points), ">= 62.5");
    assert_eq!(set.criteria[2].indicators, Some(IndicatorRule::AtLeast(1)));
    assert_eq!(set.criteria[3].parent, set.find("2.2"));
    assert_eq!(set.criteria[4].requirement, Requirement::Done(Some(day("2025-12-31"))));
}

#[test]
fn the_digest_is_that_of_the_bytes() {
    let set = parse("mau.toml", criterion("kind = \"yes-no\"\nachieved = \"yes\"").as_bytes()).unwrap();
    // By sha256sum.
    assert_eq!(set.digest, "eb011c56edf07d2b73c2d14f647a3a3fcc1fe30b8449bfcf1bfbdf5d453905e6");
}

#[test]
fn the_first_case_that_fits_wins() {
    let text = criterion(
        r#"kind = "percent"
achieved = "<= 3%"
case = [
  { when = { unit_kind = "bản", area = "III" }, achieved = "<= 12%" },
  { when = { unit_kind = "Bản" }, achieved = "<= 8%" },
  { when = { ward = "03409" }, achieved = "<= 4%" },
]"#,
    );
    let set = parse("mau.toml", text.as_bytes()).unwrap();
    let said = |kind, area, ward| set.criteria[0].requirement_for(kind, area, ward).to_text(Kind::Percent);
    assert_eq!(said("ba\u{309}n", Some("iii"), "03409"), "<= 12%");
    assert_eq!(said("BẢN", Some("II"), "03409"), "<= 8%");
    assert_eq!(said("bản", None, "03389"), "<= 8%");
    assert_eq!(said("tổ dân phố", None, "03409"), "<= 4%");
    assert_eq!(said("tổ dân phố", None, "03389"), "<= 3%");
}

#[test]
fn mistakes_of_shape_stand_at_their_keys_and_values() {
    check("", &[("TDP503", 1, 1); 8]);
    check(&criterion("kind = \"percentage\"\nachieved = \"<= 3%\""), &[("TDP504", 14, 8)]);
    check(&criterion("kind = \"percent\"\nacheived = \"<= 3%\""), &[("TDP503", 11, 1), ("TDP502", 15, 1)]);
    check(&criterion("kind = \"percent\"\nachieved = \"≤ 3%\""), &[("TDP504", 15, 12)]);
    check(&criterion("kind = \"percent\"\nachieved = 3"), &[("TDP504", 15, 12)]);
    check(&criterion("kind = \"yes-no\"\nachieved = \"yes\"\nknockout = \"true\""), &[("TDP504", 16, 12)]);
    check(&criterion("kind = \"yes-no\"\nachieved = \"yes\"\ndue = \"2025-12-31\""), &[("TDP504", 16, 7)]);
    check(
        &criterion("kind = \"yes-no\"\nachieved = \"yes\"\naliases = [\"a\", \"\", 3]"),
        &[("TDP504", 16, 17), ("TDP504", 16, 21)],
    );
    check(&criterion("kind = \"yes-no\"\nachieved = \"yes\"\nkind = \"yes-no\""), &[("TDP505", 16, 1)]);
    check(&criterion("kind = yes-no\nachieved = \"yes\""), &[("TDP501", 14, 8)]);
    check(&criterion("achieved = \"yes\""), &[("TDP503", 11, 1)]);
}

#[test]
fn a_nearest_right_word_is_named() {
    let text = criterion("kind = \"percnet\"\nachieved = \"<= 3%\"\nalises = []");
    let findings = parse("mau.toml", text.as_bytes()).unwrap_err();
    let said: Vec<_> = findings.iter().map(|finding| finding.message.en.as_str()).collect();
    assert!(said[0].ends_with("did you mean \"percent\"") && said[1].ends_with("did you mean \"aliases\""), "{said:?}");
}

#[test]
fn what_does_not_go_together_is_told_where_it_stands() {
    let percent = |keys: &str| criterion(&format!("kind = \"percent\"\nachieved = \">= 95%\"\n{keys}"));
    check(&criterion("kind = \"count\"\nachieved = \">= 95%\""), &[("TDP507", 15, 12)]);
    check(&criterion("kind = \"count\"\nachieved = \">= 1.5\""), &[("TDP507", 15, 12)]);
    check(&criterion("kind = \"yes-no\"\nachieved = \">= 1\""), &[("TDP507", 15, 12)]);
    check(&criterion("kind = \"task\"\nachieved = \"yes\""), &[("TDP507", 15, 12)]);
    check(&criterion("kind = \"amount\"\nachieved = \"5..2\""), &[("TDP507", 15, 12)]);
    check(&criterion("kind = \"count\"\nachieved = \"= 0\"\nmax = 5"), &[("TDP507", 16, 1)]);
    for achieved in [">= 0.8", "= 1", "< 0.05", "0..0.5", "0.5 .. 3"] {
        check(&criterion(&format!("kind = \"percent\"\nachieved = \"{achieved}\"")), &[("TDP507", 15, 12)]);
    }
    for achieved in [">= 0.8%", "= 0", ">= 95", "<= 1.5", "0.5% .. 3", "<= previous"] {
        check(&criterion(&format!("kind = \"percent\"\nachieved = \"{achieved}\"")), &[]);
    }
    check(&criterion("kind = \"amount\"\nachieved = \">= 0.8\""), &[]);
    check(&percent("part = \"Số hộ\""), &[("TDP507", 16, 1)]);
    check(&percent("whole = \"Số hộ\""), &[("TDP507", 16, 1)]);
    check(&percent("rollup = \"sum\""), &[("TDP507", 16, 10)]);
    check(&percent("rollup = \"parts\""), &[("TDP507", 16, 10)]);
    check(&percent("require = \"any\""), &[("TDP507", 16, 1)]);
    check(&percent("case = [{ when = {}, achieved = \"<= 8%\" }]"), &[("TDP507", 16, 18)]);
    check(&percent("case = [{ when = { area = \"I\" }, achieved = \"yes\" }]"), &[("TDP507", 16, 45)]);
    let twice = "case = [{ when = { area = \"I\" }, achieved = \"< 8%\" }, { when = { area = \"i\", ward = \"1\" }, achieved = \"< 9%\" }]";
    check(&percent(twice), &[("TDP507", 16, 64)]);
}

#[test]
fn points_need_a_maximum_that_can_be_reached() {
    check(&criterion("kind = \"points\""), &[("TDP503", 11, 1)]);
    check(&criterion("kind = \"points\"\nmax = 0"), &[("TDP507", 15, 7)]);
    check(&criterion("kind = \"points\"\nmax = 5\nfloor = 5.5"), &[("TDP507", 16, 9)]);
    check(&criterion("kind = \"points\"\nmax = 5\nachieved = \">= 6\""), &[("TDP507", 16, 12)]);
    check(&criterion("kind = \"points\"\nmax = 5\nfloor = 3\nachieved = \">= 3\""), &[("TDP507", 16, 1)]);
    check(&criterion("kind = \"points\"\nmax = 5\nfloor = 3"), &[]);
}

#[test]
fn ids_are_unique() {
    let one = "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"A\"\nkind = \"yes-no\"\nachieved = \"yes\"\n";
    check(&set(&format!("{one}{one}")), &[("TDP505", 17, 6)]);
    let indicator =
        "[[standard.criterion.indicator]]\nid = \"1.1\"\ntitle = \"A\"\nkind = \"yes-no\"\nachieved = \"yes\"\n";
    let parent = "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"A\"\n";
    check(&set(&format!("{parent}{indicator}")), &[("TDP505", 15, 6)]);
}

#[test]
fn indicators_decide_their_criterion_alone() {
    let with = |keys: &str| {
        criterion(&format!(
            "{keys}\n[[standard.criterion.indicator]]\nid = \"a\"\ntitle = \"A\"\nkind = \"yes-no\"\nachieved = \"yes\""
        ))
    };
    check(&with("require = \"any\""), &[]);
    check(&with("kind = \"yes-no\"\nachieved = \"yes\""), &[]);
    check(&with("require = { at_least = 2 }"), &[("TDP507", 14, 24)]);
    check(&with("kind = \"percent\"\nachieved = \">= 95%\""), &[("TDP507", 14, 8), ("TDP507", 15, 1)]);
}

#[test]
fn an_outcome_asks_for_what_there_is() {
    let one = "[[standard]]\nid = \"1\"\ntitle = \"Một\"\n[[standard.criterion]]\nid = \"1.1\"\ntitle = \"A\"\nkind = \"points\"\nmax = 5\n";
    let with = |rule: &str| format!("{HEAD}[outcome]\nrequire = {rule}\n{one}");
    check(&with("{ at_least = 1 }"), &[]);
    check(&with("{ at_least = 2 }"), &[("TDP507", 8, 24)]);
    check(&with("{ at_least = 0 }"), &[("TDP504", 8, 24)]);
    check(&with("{ percent = 100.5 }"), &[("TDP507", 8, 23)]);
    check(&with("{ points = 6 }"), &[("TDP507", 8, 22)]);
    check(&with("{ points = 5, standard_floor_percent = 50 }"), &[]);
    check(&with("{ percent = 50, standard_floor_percent = 50 }"), &[("TDP507", 8, 27)]);
    check(&with("{ percent = 50, at_least = 1 }"), &[("TDP507", 8, 27)]);
    check(&with("{}"), &[("TDP507", 8, 11)]);
    check(&with("\"most\""), &[("TDP504", 8, 11)]);
}

#[test]
fn only_earlier_versions_are_amended() {
    let text = criterion("kind = \"yes-no\"\nachieved = \"yes\"")
        .replace("provenance", "amends = [2020-01-01, 2024-01-02]\nprovenance");
    check(&text, &[("TDP507", 6, 23)]);
}
