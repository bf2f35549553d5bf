//! Forms that say what they were made for: of this plan, of another, of older criteria, of another ward.

use rust_xlsxwriter::{DocProperties, Workbook};

use crate::harness::{CRITERIA, PLAN, Place, UNITS};

/// Writes a filled-in form with such a stamp; its rows are lines of cells separated by `|`.
fn form(stamp: &[(&str, &str)], rows: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let properties =
        stamp.iter().fold(DocProperties::new(), |all, (name, value)| all.set_custom_property(*name, *value));
    book.set_properties(&properties);
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(rows.trim().lines()) {
        for (column, text) in (0..).zip(line.split('|')) {
            sheet.write(row, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

const ROWS: &str = "
TT|Tên tổ dân phố|1.1|1.2
1|Tổ dân phố số 1|95%|Đạt
2|Tổ dân phố số 2|90%|Chưa đạt";

/// Returns the exit code, what is found, as "TDP010 error A1", and the verdicts of the first group.
fn judged(place: &Place, stamp: &[(&str, &str)], rows: &str) -> (i32, Vec<String>, Vec<String>) {
    place.write_bytes("form.xlsx", &form(stamp, rows));
    let run = place.run(&["validate", "--format", "json", "form.xlsx"]);
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let told = findings["findings"].as_array().unwrap().iter().map(|finding| {
        let word = |key: &str| finding[key].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", word("code"), word("severity"), word("cell"))
    });
    let told = told.collect();
    let score: serde_json::Value =
        serde_json::from_str(&place.run(&["score", "--format", "json", "form.xlsx"]).out).unwrap();
    let criteria = score["units"][0]["criteria"].as_array().unwrap().iter();
    (run.code, told, criteria.map(|criterion| criterion["verdict"].as_str().unwrap().to_owned()).collect())
}

#[test]
fn a_form_of_this_plan_is_read_and_its_stamp_tells_the_ward() {
    let place = Place::with_workspace();
    place.write("units.csv", &format!("{UNITS}02,Phường Hai,phường,C,,,,,\n02.1,Tổ dân phố số 1,tổ dân phố,02,,,,,\n"));
    let stamp = [("tdp-plan", "1/KH-UBND"), ("tdp-criteria", "thu@2025-01-01"), ("tdp-ward", "01")];
    let (code, told, verdicts) = judged(&place, &stamp, ROWS.split_once("\n2|").unwrap().0);
    assert_eq!((code, verdicts), (1, vec!["achieved".to_owned(); 2]));
    assert_eq!(told, ["TDP114 error -"]);
}

#[test]
fn a_form_of_another_plan_or_of_other_criteria_is_not_used() {
    let place = Place::with_workspace();
    for stamp in [
        [("tdp-plan", "9/KH-UBND")],
        [("tdp-criteria", "khac@2025-01-01")],
        [("tdp-criteria", "thu@2020-01-01")],
        [("tdp-agency", "khac")],
    ] {
        let (code, told, verdicts) = judged(&place, &stamp, ROWS);
        assert_eq!((code, verdicts), (1, vec!["missing".to_owned(); 2]), "{stamp:?}");
        assert_eq!(told, ["TDP010 error -"], "{stamp:?}");
    }
}

#[test]
fn a_form_whose_properties_were_lost_is_known_by_the_lines_above_its_table() {
    let place = Place::with_workspace();
    let agency = "\n[[agency]]\nid = \"ca\"\nname = \"Công an\"\nappraises = [\"1.1\", \"1.2\"]\n";
    place.write("tdp.toml", &format!("{PLAN}{agency}"));
    let (fits, none) = ("Kế hoạch 1/KH-UBND; bộ tiêu chí thu@2025-01-01; số liệu từ 01/01/2025", &[][..]);
    for (lines, expected) in [
        (fits.to_owned(), ""),
        (fits.replace("1/KH", "9/KH"), "TDP010 error -"),
        (fits.replace("thu@2025-01-01", "khac@2025-01-01 (phỏng theo)"), "TDP010 error -"),
        (format!("Cơ quan thẩm định: Sở lạ\n{fits}"), "TDP010 error -"),
        ("Kế hoạch 9/KH-UBND; bộ tiêu chí mới".to_owned(), ""),
    ] {
        let rows = format!("{lines}\n{}", ROWS.trim());
        let (_, told, verdicts) = judged(&place, none, &rows);
        assert_eq!(told.join(" "), expected, "{lines}");
        assert_eq!(verdicts[0], if expected.is_empty() { "achieved" } else { "missing" }, "{lines}");
    }
    let headings = "Mã đơn vị|Tên đơn vị|Số hiệu|Tiêu chí|Thẩm định";
    let rows = "01.1|Tổ dân phố số 1|1.2|Hai|Đạt\n01.2|Tổ dân phố số 2|1.2|Hai|Không đạt";
    let list = format!("Cơ quan thẩm định: CÔNG  AN\n{fits}\n{headings}\n{rows}");
    place.write_bytes("form.xlsx", &form(none, &list));
    let run = place.run(&["validate", "--format", "json", "form.xlsx"]);
    assert!(run.out.contains("\"voice\":\"agency\",\"agency\":\"ca\""), "{}", run.out);
}

#[test]
fn a_form_of_older_criteria_is_read_by_their_numbers_where_each_has_an_heir() {
    let place = Place::with_workspace();
    let (first, second) = CRITERIA.split_once("id = \"1.2\"").unwrap();
    let first = first.replace("basis", "amends = [2020-01-01]\nbasis");
    let first = first.replace("id = \"1.1\"\n", "id = \"1.1\"\nreplaces = [\"1.2\"]\n");
    place.write("criteria/thu.toml", &format!("{first}id = \"1.2\"\nreplaces = [\"1.1\"]{second}"));
    let swapped = ROWS.replace("1.1|1.2", "1.2|1.1");
    let (code, told, verdicts) = judged(&place, &[("tdp-criteria", "thu@2020-01-01")], &swapped);
    assert_eq!((code, told), (0, vec!["TDP010 warning -".to_owned()]));
    assert_eq!(verdicts, ["achieved", "achieved"]);
}

#[test]
fn a_form_of_one_ward_with_the_title_of_another_is_not_used() {
    let place = Place::with_workspace();
    place.write("units.csv", &format!("{UNITS}02,Phường Hai,phường,C,,,,,\n02.1,Tổ dân phố số 1,tổ dân phố,02,,,,,\n"));
    let rows = format!("UBND PHƯỜNG HAI\n{}", ROWS.trim());
    let (code, told, verdicts) = judged(&place, &[("tdp-ward", "01")], &rows);
    assert_eq!((code, verdicts), (1, vec!["missing".to_owned(); 2]));
    assert_eq!(told[0], "TDP011 error A1");
}

/// Writes a form of several sheets, each with these lines above the same rows of groups.
fn sheets(stamp: &[(&str, &str)], lines: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    let properties =
        stamp.iter().fold(DocProperties::new(), |all, (name, value)| all.set_custom_property(*name, *value));
    book.set_properties(&properties);
    let [headings, first, second] =
        ["TT|Tên tổ dân phố|1.1|1.2", "1|Tổ dân phố số 1|95%|Đạt", "2|Tổ dân phố số 2|90%|Đạt"];
    for (number, (line, row)) in lines.iter().zip([first, second].into_iter().cycle()).enumerate() {
        let sheet = book.add_worksheet().set_name(format!("Trang {number}")).unwrap();
        for (row, line) in (0..).zip(line.split('\n').chain([headings, row])) {
            for (column, text) in (0..).zip(line.split('|')) {
                sheet.write(row, column, text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_sheet_that_says_it_was_made_for_something_else_is_not_used_whatever_the_file_says() {
    let place = Place::with_workspace();
    let agencies = "\n[[agency]]\nid = \"ca\"\nname = \"Công an\"\nappraises = [\"1.1\", \"1.2\"]\n[[agency]]\nid = \"nv\"\n\
                    name = \"Phòng Nội vụ\"\nappraises = [\"1.1\", \"1.2\"]\n";
    place.write("tdp.toml", &format!("{PLAN}{agencies}"));
    let ours = "Kế hoạch 1/KH-UBND; bộ tiêu chí thu@2025-01-01; số liệu từ 01/01/2025";
    let (plan, criteria) = (ours.replace("1/KH", "9/KH"), ours.replace("thu@2025", "thu@2020"));
    let stamp = &[("tdp-plan", "1/KH-UBND"), ("tdp-criteria", "thu@2025-01-01"), ("tdp-ward", "01")][..];
    let of_agency = &[("tdp-plan", "1/KH-UBND"), ("tdp-agency", "ca")][..];
    let named = |agency: &str| format!("Cơ quan thẩm định: {agency}\n{ours}");
    let (right, wrong) = (named("Công an"), named("Phòng Nội vụ"));
    // What is told, and how many answers are left.
    for (stamp, lines, expected) in [
        (stamp, &[ours, ours][..], (&[][..], 4)),
        (stamp, &[plan.as_str()], (&["Trang 0 A1"], 0)),
        (stamp, &[&criteria], (&["Trang 0 A1"], 0)),
        (stamp, &[ours, &plan], (&["Trang 1 A1"], 2)),
        (&[], &[ours, &criteria], (&["Trang 1 A1"], 2)),
        // Without properties the form is what most of its sheets say.
        (&[], &[&plan, ours, ours], (&["Trang 0 A1"], 4)),
        (of_agency, &[&right], (&[], 2)),
        (of_agency, &[&wrong], (&["Trang 0 A1"], 0)),
        (stamp, &[ours, &wrong], (&["Trang 1 A1"], 2)),
    ] {
        place.write_bytes("form.xlsx", &sheets(stamp, lines));
        let run = place.run(&["validate", "--format", "json", "form.xlsx"]);
        let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let told = found["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == "TDP010");
        let word = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or("-").to_owned();
        let told: Vec<String> =
            told.map(|finding| format!("{} {}", word(finding, "sheet"), word(finding, "cell"))).collect();
        let facts = found["files"][0]["facts"].as_u64().unwrap();
        assert_eq!(
            (told, facts),
            (expected.0.iter().map(|told| (*told).to_owned()).collect(), expected.1),
            "{lines:?}"
        );
        assert!(!run.out.contains("TDP004"), "{}", run.out);
    }
}
