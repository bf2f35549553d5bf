//! Wrong plans, criteria and registers: every mistake at its line, and exit code 2.

use crate::harness::{CRITERIA, PLAN, Place, UNITS};

/// Runs `validate` and returns what was said, in English.
fn refused(place: &Place) -> String {
    let run = place.run(&["--lang", "en", "validate"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    run.err
}

#[test]
fn a_folder_without_a_plan_is_no_workspace() {
    let said = refused(&Place::empty());
    assert!(said.contains("tdp.toml") && said.contains("tdp init"), "{said}");
}

#[test]
fn every_mistake_of_every_file_is_told_at_once() {
    let place = Place::with_workspace();
    place.write("tdp.toml", &PLAN.replace("title =", "titel ="));
    place.write("criteria/thu.toml", &CRITERIA.replace(">= 80%", ">== 80%").replace("\"yes-no\"", "\"yesno\""));
    let said = refused(&place);
    for wanted in ["tdp.toml:4:", "titel", "criteria/thu.toml:17:", ">== 80%", "criteria/thu.toml:21:", "yesno"] {
        assert!(said.contains(wanted), "{wanted} is missing:\n{said}");
    }
}

#[test]
fn mistakes_are_shown_without_a_word_of_english_in_vietnamese() {
    let place = Place::with_workspace();
    place.write("criteria/thu.toml", &CRITERIA.replace(">= 80%", ">== 80%"));
    let run = place.run(&["validate"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("lỗi[TDP504]: "), "{}", run.err);
    assert!(!run.err.contains("error") && !run.err.contains("help"), "{}", run.err);
}

#[test]
fn a_register_that_is_wrong_is_shown_at_its_line() {
    let place = Place::with_workspace();
    place
        .write("units.csv", &UNITS.replace("01.2,Tổ dân phố số 2,tổ dân phố,01", "01.2,Tổ dân phố số 2,tổ dân phố,09"));
    let said = refused(&place);
    assert!(said.contains("units.csv:5:") && said.contains("09"), "{said}");
}

#[test]
fn a_file_that_the_plan_names_and_that_is_not_there_is_told() {
    let place = Place::with_workspace();
    std::fs::remove_file(place.path("units.csv")).unwrap();
    let said = refused(&place);
    assert!(said.contains("TDP510") && said.contains("There is no file \"units.csv\""), "{said}");
    assert!(said.ends_with("1 error, 0 warnings: there is no file units.csv\n"), "{said}");
}

#[test]
fn a_criteria_set_that_is_nowhere_is_told_with_those_at_hand() {
    let place = Place::with_workspace();
    place.write("tdp.toml", &PLAN.replace("thu@2025-01-01", "thu@2024-01-01"));
    let said = refused(&place);
    assert!(said.contains("thu@2024-01-01") && said.contains("thu@2025-01-01"), "{said}");
}

#[test]
fn one_version_of_a_set_in_two_files_is_a_mistake() {
    let place = Place::with_workspace();
    place.write("criteria/thu-2.toml", CRITERIA);
    let said = refused(&place);
    assert!(said.contains("TDP505") && said.contains("criteria/thu.toml:1:1"), "{said}");
}

#[test]
fn bytes_that_are_no_text_end_in_a_diagnostic() {
    for file in ["tdp.toml", "criteria/thu.toml", "units.csv", "targets.csv"] {
        let place = Place::with_workspace();
        std::fs::write(place.path(file), b"\xff\xfe\x00[plan\n\x80").unwrap();
        assert!(refused(&place).contains(file));
    }
}

#[test]
fn lint_finds_faults_in_the_data_it_is_given() {
    let place = Place::with_workspace();
    let good = place.run(&["criteria", "lint", "criteria/thu.toml"]);
    assert_eq!((good.code, good.err.as_str()), (0, ""), "{}", good.out);
    place.write("wrong.toml", &CRITERIA.replace("kind = \"percent\"", "kind = \"percentage\""));
    let wrong = place.run(&["criteria", "lint", "wrong.toml", "criteria/thu.toml"]);
    assert_eq!((wrong.code, wrong.err.as_str()), (1, ""));
    assert!(wrong.out.contains("wrong.toml:16:") && wrong.out.ends_with("cần sửa wrong.toml\n"), "{}", wrong.out);
    assert_eq!(place.run(&["criteria", "lint", "none.toml"]).code, 2);
}

#[test]
fn lint_takes_the_definitions_of_a_folder() {
    let place = Place::with_workspace();
    assert_eq!(place.run(&["criteria", "lint", "criteria"]).code, 0);
    place.write("criteria/sai.toml", "schema = 1\n");
    let run = place.run(&["criteria", "lint", "criteria"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("sai.toml"), "{}", run.out);
    assert_eq!(place.run(&["criteria", "lint", "submissions"]).code, 2);
}

#[test]
fn a_copy_of_a_built_in_set_is_listed_once() {
    let place = Place::with_workspace();
    place.write("criteria/lai-chau.toml", include_str!("../../criteria/lai-chau-tdp-2023-08-07.toml"));
    let listed = place.run(&["criteria", "list"]).out;
    assert_eq!(listed.matches("lai-chau-tdp@2023-08-07").count(), 1, "{listed}");
    assert_eq!(listed.matches("lai-chau.toml").count(), 1, "{listed}");
}

#[test]
fn sets_are_listed_and_shown() {
    let place = Place::with_workspace();
    let list = place.run(&["criteria", "list"]).out;
    assert!(list.starts_with("thu@2025-01-01 ") && list.contains("  criteria/thu.toml  "), "{list}");
    assert!(list.contains("lai-chau-tdp@2023-08-07"), "{list}");
    assert!(place.run(&["criteria", "show"]).out.contains("Tỷ lệ hộ dự họp"));
    assert!(place.run(&["criteria", "show", "da-nang-71"]).out.contains("da-nang-71@2024-03-19"));
}

#[test]
fn two_versions_are_compared() {
    let place = Place::empty();
    let run = place.run(&["criteria", "diff", "lai-chau-tdp@2021-03-22", "lai-chau-tdp"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("lai-chau-tdp@2021-03-22 → lai-chau-tdp@2023-08-07\n"), "{}", run.out);
    assert!(run.out.ends_with(" chỗ khác nhau\n"), "{}", run.out);
    let same = place.run(&["criteria", "diff", "lai-chau-tdp", "lai-chau-tdp"]).out;
    assert!(same.ends_with("hai bộ giống nhau\n"), "{same}");
}

#[test]
fn the_schema_is_json() {
    let schema = Place::empty().run(&["criteria", "schema"]).out;
    assert!(serde_json::from_str::<serde_json::Value>(&schema).is_ok_and(|schema| schema["$schema"].is_string()));
}

#[test]
fn what_is_wrong_with_a_plan_reaches_programs_in_their_format() {
    let place = Place::with_workspace();
    place.write("tdp.toml", &PLAN.replace("issuer =", "colour = \"red\"\nissuer ="));
    let printed = |format| {
        let run = place.run(&["--lang", "en", "validate", "--format", format]);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains("tdp.toml:5:1"), "people are told all the same: {}", run.err);
        run.out
    };
    let json: serde_json::Value = serde_json::from_str(&printed("json")).unwrap();
    assert_eq!((&json["schema"], &json["plan"]), (&"tdp.findings/1".into(), &serde_json::Value::Null));
    let finding = &json["findings"][0];
    assert_eq!((&finding["code"], &finding["file"]), (&"TDP502".into(), &"tdp.toml".into()));
    assert_eq!((&finding["line"], &finding["column"]), (&5.into(), &1.into()));
    let sarif: serde_json::Value = serde_json::from_str(&printed("sarif")).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let region = &run["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&5.into(), &1.into()));
    let csv = printed("csv");
    assert!(csv.lines().nth(1).unwrap().starts_with("TDP502,unknown-key,error,"), "{csv}");
}

#[test]
fn what_is_wrong_with_a_plan_reaches_programs_from_every_command_that_knows_their_formats() {
    let place = Place::with_workspace();
    place.write("tdp.toml", &PLAN.replace("issuer =", "colour = \"red\"\nissuer ="));
    for arguments in [&["validate"][..], &["score"], &["aggregate", "-o", "kq"], &["report", "-o", "bao-cao.docx"]] {
        let run = place.run(&[arguments, &["--format", "json"]].concat());
        let json: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.out));
        let told = (&json["schema"], &json["findings"][0]["code"], &json["findings"][0]["file"]);
        assert_eq!((run.code, told), (2, (&"tdp.findings/1".into(), &"TDP502".into(), &"tdp.toml".into())));
        assert_eq!(place.run(arguments).out, "", "people are told beside the results");
    }
    let csv = place.run(&["score", "--format", "csv"]).out;
    assert!(csv.lines().nth(1).unwrap().starts_with("TDP502,unknown-key,error,"), "{csv}");
    place.write("hong.toml", "schema = 1\nid = \n");
    let run = place.run(&["criteria", "show", "hong.toml", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}{}", run.out, run.err));
    assert_eq!((run.code, &json["findings"][0]["code"]), (2, &"TDP501".into()));
}
