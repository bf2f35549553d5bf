//! `init`: workspaces that load as they are made.

use crate::harness::{GOOD, Place};

#[test]
fn a_workspace_from_a_shipped_plan_loads() {
    for plan in ["lai-chau-604", "da-nang-71"] {
        let place = Place::empty();
        let made = place.run(&["init", "2025", "--plan", plan]);
        assert_eq!(made.code, 0, "{}", made.err);
        assert!(place.files("2025").contains(&"tdp.toml".to_owned()));
        // Excel takes a CSV file without the mark for one in the code page of the machine.
        assert!(
            ["units.csv", "targets.csv"].iter().all(|name| place.read(&format!("2025/{name}")).starts_with('\u{feff}'))
        );
        let run = place.run(&["-C", "2025", "validate", "--format", "json"]);
        assert_eq!(run.code, 0, "{plan}: {}{}", run.out, run.err);
        assert!(run.out.contains("TDP005"), "{}", run.out);
        assert!(place.run(&["-C", "2025", "criteria", "show"]).code == 0);
    }
}

#[test]
fn a_folder_that_is_not_empty_is_left_alone() {
    let place = Place::empty();
    place.write("2025/của tôi.txt", "x");
    let run = place.run(&["init", "2025"]);
    assert_eq!(run.code, 2);
    assert_eq!(place.files("."), ["2025/của tôi.txt"]);
}

#[test]
fn an_empty_folder_is_filled_where_one_stands() {
    let place = Place::empty();
    assert_eq!(place.run(&["init", "."]).code, 0);
    assert_eq!(place.run(&["validate"]).code, 0);
}

#[test]
fn last_year_becomes_next_year() {
    let place = Place::empty();
    let old = Place::with_workspace();
    old.write("submissions/phường một.csv", GOOD);
    let old_path = old.path(".").to_string_lossy().into_owned();
    let made = place.run(&["init", "2026", "--from", &old_path]);
    assert_eq!(made.code, 0, "{}", made.err);
    let plan = place.read("2026/tdp.toml");
    for line in ["number = \"…/KH-UBND\"", "date = 2026-02-28", "deadline = 2026-10-15", "previous = "] {
        assert!(plan.contains(line), "{line} is missing:\n{plan}");
    }
    assert_eq!(
        place.read("2026/targets.csv"),
        "\u{feff}code,target,recognised_year,decision\n01.1,maintain,2023,\n01.2,maintain,2025,\n"
    );
    let files = place.files("2026");
    let criteria: Vec<&String> = files.iter().filter(|name| name.starts_with("criteria/")).collect();
    assert_eq!(criteria, ["criteria/criteria.schema.json", "criteria/thu.toml"]);
    let run = place.run(&["-C", "2026", "validate"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
}

#[test]
fn a_workspace_is_made_whole_or_not_at_all() {
    let place = Place::empty();
    assert_eq!(place.run(&["init", "2026", "--from", "none"]).code, 2);
    place.write("file", "");
    assert_eq!(place.run(&["init", "file/2026"]).code, 2);
    assert_eq!(place.files("."), ["file"]);
}
