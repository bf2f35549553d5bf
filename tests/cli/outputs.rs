//! `aggregate -o DIR`: whole or not at all, and never over somebody else's files.

use std::fs;

use crate::harness::{GOOD, PLAN, Place, UNITS};

fn place() -> Place {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", GOOD);
    place
}

#[test]
fn results_are_written_and_written_again() {
    let place = place();
    let first = place.run(&["aggregate", "-o", "out/2025"]);
    assert_eq!(first.code, 0, "{}{}", first.out, first.err);
    let files = place.files("out/2025");
    assert!(["phu-luc.xlsx", "tong-hop.json"].iter().all(|name| files.contains(&(*name).to_owned())), "{files:?}");
    assert!(files.iter().any(|name| name.starts_with("csv/")), "{files:?}");
    let content = fs::read(place.path("out/2025/phu-luc.xlsx")).unwrap();
    assert_eq!(place.run(&["aggregate", "-o", "out/2025"]).code, 0);
    assert_eq!(fs::read(place.path("out/2025/phu-luc.xlsx")).unwrap(), content);
    assert_eq!(place.files("out"), files.iter().map(|name| format!("2025/{name}")).collect::<Vec<_>>());
}

#[test]
fn a_folder_with_foreign_files_is_refused() {
    let place = place();
    place.write("out/phu-luc.xlsx", "của tôi");
    let run = place.run(&["aggregate", "-o", "out"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("phu-luc.xlsx"), "{}", run.err);
    assert_eq!(place.files("out"), ["phu-luc.xlsx"]);
    assert_eq!(place.read("out/phu-luc.xlsx"), "của tôi");
}

#[test]
fn the_workspace_itself_is_never_taken_for_an_output() {
    let place = place();
    let before = place.files(".");
    assert_eq!(place.run(&["aggregate", "-o", "."]).code, 2);
    assert_eq!(place.run(&["aggregate", "-o", "submissions"]).code, 2);
    assert_eq!(place.files("."), before);
}

#[test]
fn results_never_go_where_the_wards_files_lie() {
    let place = Place::with_workspace();
    fs::create_dir_all(place.path("nhan/cu")).unwrap();
    fs::create_dir_all(place.path("submissions")).unwrap();
    let before = place.files(".");
    for arguments in [
        ["-o", "submissions", "-q"].as_slice(),
        &["-o", "submissions/ket-qua"],
        &["nhan", "-o", "nhan"],
        &["nhan", "-o", "nhan/cu/ket-qua"],
        &["nhan/cu", "-o", "./nhan"],
        &[".", "-o", "submissions/ket-qua"],
        &[".", "-o", "."],
    ] {
        let run = place.run(&[&["aggregate"], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains("-o ket-qua"), "{}", run.err);
    }
    assert_eq!(place.files("."), before);
    place.write("submissions/phường một.csv", GOOD);
    assert_eq!(place.run(&["aggregate", "-o", "ket-qua"]).code, 0);
    assert_eq!(place.run(&["aggregate", "submissions", "-o", "ket-qua"]).code, 0);
    // units.csv and targets.csv are no wards' files: an error in the data, not a refusal.
    assert_eq!(place.run(&["aggregate", ".", "-o", "ket-qua"]).code, 1);
}

#[test]
fn a_wards_file_among_results_is_read_and_the_results_are_said_to_be_passed_over() {
    let place = place();
    assert_eq!(place.run(&["aggregate", "-o", "out"]).code, 0);
    let run = place.run(&["validate", "out"]);
    assert!(run.err.contains("Bỏ qua các tệp kết quả do tdp ghi trong out"), "{}", run.err);
    assert!(run.out.contains("TDP005"), "{}", run.out);
    place.write("out/phường một.csv", GOOD);
    let run = place.run(&["validate", "out"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("1 tệp"), "{}", run.out);
}

#[test]
fn what_cannot_be_written_is_told_with_its_cause() {
    let place = place();
    place.write("file", "");
    for folder in ["file", "file/out"] {
        let run = place.run(&["aggregate", "-o", folder]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{folder}");
        assert!(run.err.contains(folder) && run.err.starts_with("lỗi: "), "{}", run.err);
    }
}

#[test]
fn what_is_missing_counts_only_when_completeness_is_required() {
    let place = place();
    place.write("units.csv", &format!("{UNITS}02,Phường Hai,phường,C,,,,,\n02.1,Tổ dân phố số 1,tổ dân phố,02,,,,,\n"));
    assert_eq!(place.run(&["aggregate", "-o", "out"]).code, 0);
    let run = place.run(&["aggregate", "-o", "out", "--require-complete"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("1/2"), "{}", run.out);
}

#[test]
fn a_register_that_lacks_units_is_incomplete_and_says_so_however_quiet() {
    let required = |place: &Place| {
        let run = place.run(&["-q", "aggregate", "-o", "out", "--require-complete"]);
        (run.code, run.err)
    };
    let place = place();
    assert_eq!(required(&place), (0, String::new()));
    place.write("units.csv", &format!("{UNITS}02,Phường Hai,phường,C,,,,,\n"));
    let told = "Chưa đầy đủ: danh sách đơn vị chưa có đơn vị nào được đánh giá ở Phường Hai\n";
    assert_eq!(required(&place), (1, told.to_owned()));
    place.write("units.csv", UNITS);
    place.write("tdp.toml", &format!("{PLAN}targets = {{ maintain = 2, new = 1 }}\n"));
    let (code, err) = required(&place);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("kế hoạch giao chỉ tiêu cho 3 đơn vị mà danh sách chỉ có 2"), "{err}");
}

#[test]
fn a_city_that_was_only_begun_is_incomplete() {
    let place = Place::empty();
    assert_eq!(place.run(&["init", "tp", "--plan", "lai-chau-604"]).code, 0);
    let run = place.run(&["-q", "-C", "tp", "aggregate", "--require-complete", "-o", "kq"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let told = "Chưa đầy đủ: danh sách đơn vị chưa có đơn vị nào để đánh giá; \
                kế hoạch giao chỉ tiêu cho 37 đơn vị mà danh sách chỉ có 0";
    assert!(run.err.contains(told), "{}", run.err);
}

#[test]
fn the_overview_is_written_when_it_is_wanted_and_belongs_to_the_results() {
    let place = place();
    let page = "tong-quan.html".to_owned();
    let run = place.run(&["aggregate", "--html", "-o", "out"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("out/tong-quan.html") || run.err.contains("out\\tong-quan.html"), "{}", run.err);
    assert!(place.files("out").contains(&page));
    assert!(place.read("out/.tdp-ket-qua").lines().any(|line| line == page));
    let first = place.read("out/tong-quan.html");
    assert!(first.contains("<html lang=\"vi\"") && first.contains("Tổ dân phố số 2"), "{first}");
    assert_eq!(place.run(&["aggregate", "--html", "-o", "out"]).code, 0);
    assert_eq!(place.read("out/tong-quan.html"), first);
    assert_eq!(place.run(&["aggregate", "--html", "-o", "out", "--lang", "en"]).code, 0);
    assert!(place.read("out/tong-quan.html").contains("<html lang=\"en\""));
    assert_eq!(place.run(&["aggregate", "-o", "out"]).code, 0);
    assert!(!place.files("out").contains(&page), "an old overview never stands beside new results");
}
