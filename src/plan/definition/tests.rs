//! Whole plans: what is read, and every mistake at its line and column.

use super::*;
use crate::{
    criteria,
    finding::{Place, Severity},
    model::Language,
    plan::{HeadingRole, fixture},
};

const PLAN: &str = r#"schema = 1
[plan]
number = "604/KH-UBND"
title = "Xây dựng tổ dân phố"
issuer = "UBND thành phố"
date = 2025-02-28
period = { from = 2025-01-01, to = 2025-12-31 }
criteria = "lai-chau-tdp@2023-08-07"
units = "units.csv"
"#;

fn check(text: &str, expected: &[(&str, u32, u32)]) {
    let findings = parse_plan("tdp.toml", text.as_bytes()).err().unwrap_or_default();
    told(&findings, text, expected);
}

fn told(findings: &[Finding], text: &str, expected: &[(&str, u32, u32)]) {
    let found: Vec<_> = findings
        .iter()
        .map(|finding| match &finding.place {
            Place::Definition(place) => (finding.code.number, place.line, place.column),
            place => panic!("{place:?} is no place in the file"),
        })
        .collect();
    let messages: Vec<_> = findings.iter().map(|finding| finding.message.in_language(Language::English)).collect();
    assert_eq!(found, expected, "{messages:#?}\n{text}");
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_short_plan_has_defaults() {
    let plan = parse_plan("tdp.toml", PLAN.as_bytes()).unwrap();
    assert_eq!(plan.units_on, day("2025-02-28"));
    assert_eq!((plan.accept, plan.targets.maintain, plan.deadline), (Accept::All, None, None));
    assert_eq!(plan.criteria, SetReference { id: "lai-chau-tdp".to_owned(), version: day("2023-08-07") });
    assert_eq!(plan.places.criteria.map(|place| (place.line, place.column)), Some((8, 12)));
}

#[test]
fn every_key_is_read() {
    let text = format!(
        r#"{PLAN}deadline = 2025-10-15
deadline_text = "trước ngày 15/10/2025"
units_on = 2025-07-01
targets_file = "targets.csv"
targets = {{ maintain = 35, new = 2 }}
accept = "clean"
previous = "../2024"
[[agency]]
id = "cong-an"
name = "Công an thành phố"
appraises = ["6.*", "1.1"]
[report]
number = "05/BC-UBND"
date = 2025-10-20
place = "Lai Châu"
signer_title = "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"
signer = "Trần Đình Tiến"
sign_appendices = true
[[period]]
id = "2025-Q1"
from = 2025-01-01
to = 2025-03-31
deadline = 2025-04-05
[headings]
figure = ["Số liệu"]
ignored = ["Người lập"]
[[appendix]]
name = "groups"
number = "II"
title = "Danh sách"
"#
    );
    let plan = parse_plan("tdp.toml", text.as_bytes()).unwrap();
    assert_eq!(
        (plan.number.as_str(), plan.title.as_str(), plan.issuer.as_str()),
        ("604/KH-UBND", "Xây dựng tổ dân phố", "UBND thành phố")
    );
    assert_eq!((plan.date, plan.period), (day("2025-02-28"), (day("2025-01-01"), day("2025-12-31"))));
    assert_eq!(
        (plan.deadline, plan.deadline_text.as_deref()),
        (Some(day("2025-10-15")), Some("trước ngày 15/10/2025"))
    );
    assert_eq!(
        (plan.units.as_str(), plan.units_on, plan.targets_file.as_deref()),
        ("units.csv", day("2025-07-01"), Some("targets.csv"))
    );
    assert_eq!((plan.targets.maintain, plan.targets.new, plan.accept), (Some(35), Some(2), Accept::Clean));
    assert_eq!(plan.previous.as_deref(), Some("../2024"));
    let police = &plan.agencies[0];
    assert_eq!((police.id.as_str(), police.name.as_str(), police.appraises.len()), ("cong-an", "Công an thành phố", 2));
    let report = &plan.report;
    assert_eq!(
        (report.number.as_str(), report.date, report.place.as_str()),
        ("05/BC-UBND", Some(day("2025-10-20")), "Lai Châu")
    );
    assert_eq!(
        (report.signer_title.as_str(), report.signer.as_str(), report.sign_appendices),
        ("TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH", "Trần Đình Tiến", true)
    );
    let quarter = &plan.periods[0];
    assert_eq!(
        (quarter.id.as_str(), quarter.from, quarter.to, quarter.deadline),
        ("2025-Q1", day("2025-01-01"), day("2025-03-31"), Some(day("2025-04-05")))
    );
    assert_eq!(plan.headings.keys().collect::<Vec<_>>(), ["figure", "ignored"]);
    let appendix = &plan.appendices[0];
    assert_eq!(
        (appendix.name.word(), appendix.number.as_deref(), appendix.title.as_deref()),
        ("groups", Some("II"), Some("Danh sách"))
    );
}

#[test]
fn mistakes_stand_at_their_keys_and_values() {
    check("", &[("TDP503", 1, 1), ("TDP503", 1, 1)]);
    check(
        "schema = 2\n[plan]\n",
        &[
            ("TDP504", 1, 10),
            ("TDP503", 2, 1),
            ("TDP503", 2, 1),
            ("TDP503", 2, 1),
            ("TDP503", 2, 1),
            ("TDP503", 2, 1),
            ("TDP503", 2, 1),
            ("TDP503", 2, 1),
        ],
    );
    check(&PLAN.replace("604/KH-UBND", ""), &[("TDP504", 3, 10)]);
    check(&format!("{PLAN}[report]\nsign_appendices = \"true\"\n"), &[("TDP504", 11, 19)]);
    check(&PLAN.replace("2025-02-28", "2025-02-30"), &[("TDP501", 6, 8)]);
    check(&PLAN.replace("@2023-08-07", ""), &[("TDP504", 8, 12)]);
    check(&PLAN.replace("@2023-08-07", "@2023-8-7"), &[("TDP504", 8, 12)]);
    check(&PLAN.replace("units.csv", "../units.csv"), &[("TDP504", 9, 9)]);
    check(&format!("{PLAN}previous = \"../2024/..\""), &[("TDP504", 10, 12)]);
    check(&format!("{PLAN}targets = {{ maintain = -1, neww = 2 }}"), &[("TDP504", 10, 24), ("TDP502", 10, 28)]);
    check(
        &format!("{PLAN}[[agency]]\nid = \"Công an\"\nname = \"A\"\nappraises = []"),
        &[("TDP504", 11, 6), ("TDP504", 13, 13)],
    );
    check(&format!("{PLAN}[headings]\nfigures = [\"Số\"]"), &[("TDP502", 11, 1)]);
}

#[test]
fn days_and_names_go_together() {
    check(&PLAN.replace("to = 2025-12-31", "to = 2024-12-31"), &[("TDP507", 7, 36)]);
    check(&format!("{PLAN}deadline = 2025-01-15"), &[("TDP507", 10, 12)]);
    check(&format!("{PLAN}[[period]]\nid = \"Q1\"\nfrom = 2024-12-01\nto = 2025-03-31"), &[("TDP507", 12, 8)]);
    let agency = "[[agency]]\nid = \"cong-an\"\nname = \"A\"\nappraises = [\"*\"]\n";
    check(&format!("{PLAN}{agency}{agency}"), &[("TDP505", 15, 6)]);
    let appendix = "[[appendix]]\nname = \"groups\"\n";
    check(&format!("{PLAN}{appendix}{appendix}"), &[("TDP505", 13, 8)]);
}

#[test]
fn an_appendix_that_there_is_not_is_told_with_the_nearest() {
    let text = format!("{PLAN}[[appendix]]\nname = \"matrx\"\n");
    check(&text, &[("TDP506", 11, 8)]);
    let mistakes = parse_plan("tdp.toml", text.as_bytes()).unwrap_err();
    assert_eq!(mistakes[0].message.en, "There is no appendix \"matrx\", did you mean \"matrix\"");
    assert!(mistakes[0].expected.as_deref().is_some_and(|names| names.starts_with("groups, wards, ")));
}

#[test]
fn agencies_appraise_criteria_that_there_are() {
    let text = format!(
        "{PLAN}[[agency]]\nid = \"a\"\nname = \"A\"\nappraises = [\"1.*\", \"2.*\", \"1.1\", \"1.2\", \"*\"]\n"
    );
    let plan = parse_plan("tdp.toml", text.as_bytes()).unwrap();
    let set = r#"schema = 1
id = "mau"
version = 2024-01-02
title = "Mẫu"
issuer = "UBND phường"
provenance = "modelled"
outcome = { require = "all" }
standard = [{ id = "1", title = "Một", criterion = [{ id = "1.1", title = "A", kind = "yes-no", achieved = "yes" }] }]
"#;
    let set = criteria::parse("mau.toml", set.as_bytes()).unwrap();
    told(&check_plan(&plan, &set), &text, &[("TDP506", 13, 21), ("TDP506", 13, 35)]);
}

#[test]
fn a_kind_that_no_unit_has_and_nobody_knows_is_doubted() {
    let plan = parse_plan("tdp.toml", PLAN.as_bytes()).unwrap();
    let register =
        fixture::register(&["1,Phường 1,phường,,,,,,", "1.1,Mùa Xuân,Bản,1,,,,,", "1.2,Tổ 2,tổ dân phố,1,,,,,"]);
    for (kind, meant) in [
        ("bảnn", Some(Some("bản"))),
        ("ngoại thành", Some(None)),
        ("TDP", Some(Some("tổ dân phố"))),
        ("bản", None),
        ("TỔ DÂN PHỐ", None),
        ("khóm", None),
    ] {
        let set = format!(
            "schema = 1\nid = \"mau\"\nversion = 2024-01-02\ntitle = \"M\"\nissuer = \"U\"\nprovenance = \"modelled\"\n\
             outcome = {{ require = \"all\" }}\n[[standard]]\nid = \"1\"\ntitle = \"S\"\n[[standard.criterion]]\nid = \"1.1\"\n\
             title = \"A\"\nkind = \"percent\"\nachieved = \"<= 3%\"\ncase = [{{ when = {{ unit_kind = \"{kind}\" }}, achieved = \"<= 8%\" }}]"
        );
        let set = criteria::parse("mau.toml", set.as_bytes()).unwrap();
        let findings = check_unit_kinds(&plan, &set, &register);
        let told: Vec<_> = findings.iter().map(|finding| finding.expected.as_deref()).collect();
        assert_eq!(told, meant.into_iter().collect::<Vec<_>>(), "{kind}: {findings:?}");
        assert!(findings.iter().all(|finding| finding.severity == Severity::Warning));
    }
}

#[test]
fn the_headings_of_a_plan_are_the_roles_of_columns() {
    let mut keys: Vec<&str> = super::shape::HEADINGS.keys.iter().map(|key| key.name).collect();
    let mut roles: Vec<&str> = HeadingRole::NAMES.iter().map(|(name, _)| *name).collect();
    keys.sort_unstable();
    roles.sort_unstable();
    assert_eq!(keys, roles);
}
