//! What the results look like, where they go, and what they amount to.

use crate::harness::{BAD, CRITERIA, GOOD, PLAN, Place, Run, UNITS};

fn place_with(files: &[(&str, &str)]) -> Place {
    let place = Place::with_workspace();
    for (name, content) in files {
        place.write(&format!("submissions/{name}"), content);
    }
    place
}

fn json(run: &Run) -> serde_json::Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}:\n{}", run.out))
}

fn codes(run: &Run) -> Vec<String> {
    json(run)["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn good_data_is_nothing_wrong() {
    let place = place_with(&[("phường một.csv", GOOD)]);
    for command in ["validate", "score"] {
        let run = place.run(&[command]);
        assert_eq!(run.code, 0, "{}", run.out);
        assert!(run.out.ends_with("1 tệp, 0 lỗi, 0 cảnh báo: không phải sửa gì\n"), "{}", run.out);
        assert!(run.err.contains("submissions"), "{}", run.err);
    }
}

#[test]
fn bad_data_is_an_error_with_its_cell() {
    let place = place_with(&[("phường một.csv", BAD)]);
    let run = place.run(&["validate", "submissions"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""), "{}", run.out);
    assert!(run.out.contains("lỗi TDP201  ô C4"), "{}", run.out);
    assert!(run.out.contains("\"nhiều hộ\""), "{}", run.out);
    assert!(run.out.ends_with(": cần sửa 1 tệp\n"), "{}", run.out);
}

#[test]
fn of_very_many_mistakes_in_a_file_the_first_are_printed_and_all_are_counted() {
    let rows: Vec<String> = (1..=300).map(|row| format!("{row},Khu lạ {row},90%,Đạt\n")).collect();
    let place = place_with(&[("phường một.csv", &format!("{GOOD}{}", rows.concat()))]);
    let run = place.run(&["validate", "submissions"]);
    let printed = run.out.lines().filter(|line| line.starts_with("  lỗi TDP")).count();
    assert_eq!((run.code, printed), (1, 200), "{}", run.out);
    let all = codes(&place.run(&["validate", "--format", "json", "submissions"])).len();
    let left = format!("… và {} chỗ nữa của tệp này", all - 200);
    assert!(all >= 300 && run.out.contains(&left), "{all}: {}", run.out);
    assert!(run.out.contains("1 tệp, 300 lỗi"), "{}", run.out);
}

#[test]
fn what_is_not_used_yet_is_said() {
    let place = place_with(&[("phường một.csv", GOOD)]);
    let period = "[[period]]\nid = \"2025-Q1\"\nfrom = 2025-01-01\nto = 2025-03-31\n";
    place.write("tdp.toml", &format!("{PLAN}{period}"));
    place.write("criteria/thu.toml", &CRITERIA.replace(">= 80%\"", ">= 80%\"\naccumulate = \"last\""));
    let run = place.run(&["validate", "submissions"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.err.contains("[[period]] trong tdp.toml chưa được dùng"), "{}", run.err);
    assert!(run.err.contains("accumulate của tiêu chí 1.1 chưa được dùng"), "{}", run.err);
    assert_eq!(place.run(&["-q", "validate", "submissions"]).err, "");
}

#[test]
fn results_point_to_what_is_to_be_mended() {
    let place = place_with(&[("phường một.csv", BAD)]);
    let run = place.run(&["score", "submissions"]);
    assert!(run.err.contains("Xem từng chỗ: tdp validate submissions\n"), "{}", run.err);
    let run = place.run(&["aggregate", "submissions/phường một.csv", "-o", "out"]);
    let mark = if cfg!(windows) { '"' } else { '\'' };
    let path = format!("{mark}submissions/phường một.csv{mark}");
    assert!(run.err.contains(&format!("Xem từng chỗ: tdp validate {path}\n")), "{}", run.err);
    let run = place.run(&["score", "submissions", "--ward", "01", "--received", "15/10/2025"]);
    let command = "tdp validate --ward 01 --received 2025-10-15 submissions\n";
    assert!(run.err.contains(command), "{}", run.err);
    assert!(!place.run(&["-q", "score"]).err.contains("Xem từng chỗ"));
}

#[test]
fn what_cannot_be_used_is_told_apart_from_what_was_never_given() {
    let blank = BAD.replace("1,Tổ dân phố số 1,nhiều hộ,Đạt", "1,Tổ dân phố số 1,nhiều hộ,");
    let place = place_with(&[("phường một.csv", &blank)]);
    let run = place.run(&["score"]);
    let told = "số liệu chưa dùng được: 1.1 (\"nhiều hộ\")\n      còn thiếu số liệu: 1.2\n";
    assert!(run.out.contains(told), "{}", run.out);
    place.run(&["aggregate", "-o", "out"]);
    let groups = place.read("out/csv/phu-luc-I.csv");
    let told = "Số liệu chưa dùng được: 1.1 (ghi \"\"nhiều hộ\"\"). Chưa có số liệu: 1.2";
    assert!(groups.contains(told), "{groups}");
}

#[test]
fn a_ward_without_data_is_told_with_its_file_where_that_is_known() {
    let place = place_with(&[("ghi chú.csv", "Kính gửi,Phòng Nội vụ\n")]);
    let unknown = place.run(&["validate", "submissions"]).out;
    assert!(unknown.contains("có 1 tệp chưa lấy được số liệu, xem có phải của đơn vị này không"), "{unknown}");
    let known = place.run(&["validate", "submissions", "--ward", "01"]).out;
    assert!(known.contains("ghi chú.csv\" là của Phường Một nhưng chưa lấy được số liệu"), "{known}");
}

#[test]
fn machine_output_is_all_there_is_on_the_standard_output() {
    let place = place_with(&[("phường một.csv", BAD)]);
    let run = place.run(&["validate", "--format", "json"]);
    assert_eq!(json(&run)["schema"], "tdp.findings/1");
    assert!(run.err.contains("cần sửa 1 tệp"), "{}", run.err);
    assert_eq!(place.run(&["validate", "--format", "json", "-q"]).err, "");
    assert_eq!(json(&place.run(&["score", "--format", "json"]))["schema"], "tdp.score/1");
    assert_eq!(json(&place.run(&["aggregate", "-o", "out", "--format", "json"]))["schema"], "tdp.totals/1");
    assert!(place.run(&["validate", "--format", "csv"]).out.contains("TDP201"));
}

#[test]
fn a_path_that_is_not_there_is_a_finding_and_the_rest_is_judged() {
    let place = place_with(&[("phường một.csv", GOOD)]);
    let run = place.run(&["validate", "submissions", "không-có.xlsx", "--format", "json"]);
    assert_eq!((run.code, codes(&run)), (1, vec!["TDP001".to_owned()]));
    assert_eq!(json(&run)["findings"][0]["file"], "không-có.xlsx");
    assert_eq!(json(&run)["summary"]["files"], 2);
}

#[test]
fn a_path_is_found_whichever_way_its_letters_are_stored() {
    let place = place_with(&[("xa\u{303} mo\u{302}\u{323}t/phươ\u{300}ng.csv", GOOD)]);
    for path in ["submissions/xã một", "submissions/xã một/phường.csv"] {
        let run = place.run(&["validate", path, "--format", "json"]);
        assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{path}: {}", run.err);
        assert_eq!(json(&run)["files"][0]["path"], "phường.csv");
    }
}

#[test]
fn a_missing_unit_may_stand_under_a_name_that_was_not_recognised() {
    let missing = |content: &str| {
        let run = place_with(&[("phường một.csv", content)]).run(&["validate", "--format", "json"]);
        let findings = json(&run)["findings"].as_array().unwrap().clone();
        let code = |finding: &serde_json::Value| finding["code"].as_str().unwrap().to_owned();
        let help = findings.iter().find(|finding| code(finding) == "TDP114").unwrap()["help"].as_str().unwrap();
        (findings.iter().map(code).collect::<Vec<_>>(), help.contains("ô B5 (ghi \"Tổ dân phố số Hai\")"))
    };
    let both = ["TDP114".to_owned(), "TDP111".to_owned()];
    assert_eq!(missing(&GOOD.replace("Tổ dân phố số 2", "Tổ dân phố số Hai")), (both.to_vec(), true));
    assert_eq!(missing(&GOOD.replace("2,Tổ dân phố số 2,\"80%\",Đạt\n", "")), (both[..1].to_vec(), false));
}

#[test]
fn a_unit_that_stands_twice_may_be_meant_for_the_one_that_is_missing() {
    let place = place_with(&[("phường một.csv", &GOOD.replace("Tổ dân phố số 2", "Tổ dân phố số 1"))]);
    let help = |language: &str, code: &str| {
        let run = place.run(&["--lang", language, "validate", "--format", "json"]);
        let findings = json(&run)["findings"].as_array().unwrap().clone();
        let of_code = findings.iter().find(|finding| finding["code"] == code).unwrap();
        of_code["help"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        help("vi", "TDP113"),
        "Biểu còn thiếu \"Tổ dân phố số 2\": nếu dòng 5 là của nơi đó thì sửa tên ở ô B5; nếu là dòng thừa thì xóa"
    );
    assert_eq!(
        help("en", "TDP113"),
        "The table has no row of \"Tổ dân phố số 2\": if row 5 is that group's, correct the name in B5; if it is surplus, \
         delete it"
    );
    assert!(
        help("vi", "TDP114").starts_with("Xem ô B5 (ghi lần thứ hai \"Tổ dân phố số 1\") có phải là nơi này không")
    );
    assert!(
        help("en", "TDP114").starts_with("See whether B5 (\"Tổ dân phố số 1\" a second time) is meant for this group")
    );
}

#[test]
fn a_folder_without_workbooks_is_a_warning_of_its_own() {
    let place = place_with(&[("đọc tôi.txt", "x"), ("~$phường một.xlsx", "x"), (".ẩn.csv", "x")]);
    let run = place.run(&["validate", "--format", "json"]);
    assert!(codes(&run).contains(&"TDP005".to_owned()), "{}", run.out);
    assert_eq!(json(&run)["summary"]["files"], 0);
    let verbose = place.run(&["-v", "validate"]);
    assert!(verbose.err.contains("đọc tôi.txt") && verbose.err.contains("~$phường một.xlsx"), "{}", verbose.err);
}

#[test]
fn what_is_no_workbook_is_a_finding() {
    let place = place_with(&[("phường một.csv", GOOD), ("rỗng.xlsx", ""), ("hỏng.xlsx", "PK\u{3}\u{4}hỏng")]);
    let run = place.run(&["validate", "--format", "json"]);
    assert_eq!(run.code, 1);
    assert_eq!(codes(&run).iter().filter(|code| *code == "TDP001").count(), 2, "{}", run.out);
}

#[test]
fn warnings_count_only_when_strict() {
    let place = place_with(&[("phường một.csv", &GOOD.replace("Đạt", "…"))]);
    let lax = place.run(&["validate", "submissions/phường một.csv"]);
    assert_eq!(lax.code, 0, "{}", lax.out);
    assert_eq!(place.run(&["validate", "--strict", "submissions/phường một.csv"]).code, 1);
}

#[test]
fn files_of_one_ward_that_are_named_one_by_one_are_no_campaign() {
    let place = place_with(&[("phường một.csv", GOOD), ("phường hai.csv", &GOOD.replace("PHƯỜNG MỘT", "PHƯỜNG HAI"))]);
    let more = "02,Phường Hai,phường,C,,,,,\n02.1,Tổ dân phố số 1,tổ dân phố,02,,,,,\n\
                02.2,Tổ dân phố số 2,tổ dân phố,02,,,,,\n03,Phường Ba,phường,C,,,,,\n\
                03.1,Tổ dân phố số 1,tổ dân phố,03,,,,,\n";
    place.write("units.csv", &format!("{UNITS}{more}"));
    let told = |paths: &[&str]| {
        let run = place.run(&[&["validate", "--format", "json"], paths].concat());
        codes(&run).into_iter().filter(|code| code == "TDP404").count()
    };
    assert_eq!(told(&["submissions/phường một.csv"]), 0);
    assert_eq!(told(&["submissions/phường một.csv", "submissions/phường hai.csv"]), 1);
    assert_eq!(told(&["submissions"]), 1);
    let scored = place.run(&["score", "submissions/phường một.csv"]);
    assert!(scored.out.ends_with("1 tệp, 0 lỗi, 0 cảnh báo: không phải sửa gì\n"), "{}", scored.out);
}

#[test]
fn a_ward_or_agency_that_is_unknown_cannot_be_meant() {
    let place = place_with(&[("phường một.csv", GOOD)]);
    let ward = place.run(&["validate", "--ward", "99"]);
    assert_eq!(ward.code, 2);
    assert!(ward.err.contains("\"99\"") && ward.err.contains("01 Phường Một"), "{}", ward.err);
    let named = place.run(&["validate", "--ward", "phường một"]);
    assert!(named.err.contains("Mã của Phường Một là 01\n"), "{}", named.err);
    let agency = place.run(&["validate", "--agency", "cong-an"]);
    assert_eq!(agency.code, 2);
    assert!(agency.err.contains("Kế hoạch chưa khai báo cơ quan nào"), "{}", agency.err);
}

#[test]
fn the_workspace_is_found_from_elsewhere_and_paths_are_from_here() {
    let place = place_with(&[]);
    place.write("inbox/phường một.csv", GOOD);
    std::fs::create_dir(place.path("elsewhere")).unwrap();
    let workspace = place.path(".").to_string_lossy().into_owned();
    let run = place.run(&["-C", &workspace, "validate", "inbox"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
}

#[test]
fn cells_are_shown_without_a_workspace() {
    let place = Place::empty();
    place.write("phường một.csv", GOOD);
    let run = place.run(&["show", "phường một.csv", "--format", "json"]);
    let shown = json(&run);
    assert_eq!((run.code, &shown["schema"], &shown["file"]), (0, &"tdp.cells/1".into(), &"phường một.csv".into()));
    let cells = shown["sheets"][0]["cells"].as_array().unwrap();
    let cell = |wanted: &str| cells.iter().find(|cell| cell["ref"] == wanted).unwrap();
    assert_eq!(cell("C4")["text"], "95,5%");
    assert_eq!(cell("B5")["text"], "Tổ dân phố số 2");
    assert!(place.run(&["show", "phường một.csv"]).out.contains("Tổ dân phố số 2"));
    assert_eq!(place.run(&["show", "không-có.csv"]).code, 1);
}

#[test]
fn text_of_a_legacy_encoding_counts_and_is_told() {
    // The bytes of TCVN3, each as the character of its number.
    let stored = "BIÓU TæNG HîP Tù §¸NH GI¸,,,\nPH¦êNG MéT,,,\n\
                  TT,Tªn tæ d©n phè,1.1 Tû lÖ hé dù häp,1.2 Kh«ng cã téi ph¹m\n\
                  1,Tæ d©n phè sè 1,\"95,5%\",§¹t\n2,Tæ d©n phè sè 2,\"80%\",§¹t\n";
    let bytes: Vec<u8> = stored.chars().map(|byte| u8::try_from(byte).unwrap()).collect();
    let place = Place::with_workspace();
    place.write_bytes("submissions/phường một.csv", &bytes);
    let run = place.run(&["validate", "--format", "json"]);
    assert_eq!((run.code, codes(&run)), (0, vec!["TDP020".to_owned()]), "{}", run.out);
    let told = json(&run);
    assert_eq!((&told["files"][0]["encoding"], &told["files"][0]["facts"]), (&"tcvn3".into(), &4.into()));
    let finding = &told["findings"][0];
    assert_eq!((&finding["cell"], &finding["value"]), (&"A1".into(), &"BIÓU TæNG HîP Tù §¸NH GI¸".into()));
    assert_eq!(
        finding["message"],
        "Chữ phông cũ TCVN3 (ABC) được đổi sang Unicode, số ô: 9; ô này đọc là \"BIểU TổNG HợP Tự ĐáNH GIá\""
    );
    let shown = json(&place.run(&["show", "submissions/phường một.csv", "--format", "json"]));
    let (encoding, cells) = (&shown["encoding"], shown["sheets"][0]["cells"].as_array().unwrap());
    assert_eq!((encoding, &cells.last().unwrap()["text"]), (&"tcvn3".into(), &"Đạt".into()));
    assert_eq!(shown["sheets"][0]["tables"][0]["layout"], "matrix");
    let shown = place.run(&["show", "submissions/phường một.csv"]).out;
    assert!(shown.starts_with("(tệp CSV), số ô đã đổi từ TCVN3 (ABC): 9\n"), "{shown}");
}

#[test]
fn the_same_files_in_any_order_give_the_same_bytes() {
    let place = place_with(&[("a.csv", GOOD), ("b.csv", BAD)]);
    let one = place.run(&["validate", "submissions/a.csv", "submissions/b.csv", "--format", "json"]);
    let two = place.run(&["validate", "submissions/b.csv", "submissions/a.csv", "--format", "json"]);
    let three = place.run_with(&[("RAYON_NUM_THREADS", "1")], &["validate", "--format", "json"]);
    assert_eq!(one.out, two.out);
    assert_eq!(one.out, three.out);
}

#[cfg(unix)]
#[test]
fn a_reader_who_stops_early_is_no_error() {
    use std::process::{Command, Stdio};

    let mut child = Command::new(env!("CARGO_BIN_EXE_tdp"))
        .arg("man")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn a_bad_file_of_any_format_is_told_and_the_others_are_judged() {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", GOOD);
    let files: [(&str, &[u8]); 3] = [
        ("cũ.xls", include_bytes!("../reading/one-table/one-table.xls")),
        ("mở.ods", include_bytes!("../reading/one-table/one-table.ods")),
        ("nhị phân.xlsb", include_bytes!("../reading/one-table/one-table.xlsb")),
    ];
    for (name, bytes) in files {
        std::fs::write(place.path("submissions").join(name), &bytes[..bytes.len() / 2]).unwrap();
    }
    let run = place.run(&["validate", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(run.out.matches("\"TDP001\"").count(), 3, "{}", run.out);
    assert_eq!(run.out.matches("\"facts\":0").count(), 3, "{}", run.out);
}

#[test]
fn a_recognised_table_is_drawn_over_the_cells_and_a_sheet_without_one_is_explained() {
    let place = Place::with_workspace();
    place.write("phường một.csv", GOOD);
    let shown = place.run(&["show", "phường một.csv"]).out;
    let lines: Vec<Vec<&str>> = shown.lines().map(|line| line.split_whitespace().collect()).collect();
    let drawn = |words: &str| assert!(lines.iter().any(|line| line.join(" ").starts_with(words)), "{words}\n{shown}");
    drawn("A2 chữ PHƯỜNG MỘT");
    drawn("┌ biểu tổng hợp A3:D5");
    drawn("│ C3 chữ cột 1.1 số liệu 1.1 Tỷ lệ");
    drawn("│ B4 chữ tên đơn vị Tổ dân phố số 1");
    drawn("│ C4 chữ 1.1 số liệu 95,5%");
    drawn("│ D5 chữ 1.2 đánh giá Đạt");
    assert!(shown.trim_end().ends_with('└'), "{shown}");
    place.write("khác.csv", "TT,Cụm,1.1 Tỷ lệ hộ dự họp,1.2 Không có tội phạm\n1,Tổ dân phố số 1,90%,x\n");
    let shown = place.run(&["show", "khác.csv"]).out;
    let why = "Không nhận ra biểu nào ở trang này: dòng 1 có tiêu đề tiêu chí (từ ô C1)";
    assert!(shown.contains(why), "{shown}");
}

#[test]
fn the_result_of_a_criterion_names_the_cells_of_the_indicators_that_decided_it() {
    let place = place_with(&[]);
    let set = CRITERIA.split("[[standard.criterion]]").next().unwrap();
    let indicator = |id: &str| {
        format!(
            "[[standard.criterion.indicator]]\nid = \"{id}\"\ntitle = \"Việc {id}\"\nkind = \"yes-no\"\nachieved = \"yes\"\n"
        )
    };
    let criterion = "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Gộp\"\nrequire = \"all\"\n";
    place.write("criteria/thu.toml", &format!("{set}{criterion}{}{}", indicator("1.1.1"), indicator("1.1.2")));
    let content = GOOD.lines().next().unwrap().to_owned()
        + "\nTT,Tên tổ,1.1.1. Việc 1.1.1,1.1.2. Việc 1.1.2\n1,Tổ dân phố số 1,x,Chưa đạt\n";
    place.write("submissions/phường một.csv", &content);
    let result = &json(&place.run(&["score", "--format", "json"]))["units"][0]["criteria"][0];
    assert_eq!((&result["verdict"], &result["source"]["cell"]), (&"not-achieved".into(), &"D3".into()), "{result}");
    assert_eq!(result["sources"].as_array().unwrap().len(), 1, "{result}");
}

#[test]
fn a_document_among_the_workbooks_is_named() {
    let place = Place::with_workspace();
    place.write("nhận/phường một.csv", GOOD);
    place.write("nhận/phường hai.PDF", "%PDF-1.4");
    place.write("nhận/ghi chú.md", "x");
    let run = place.run(&["validate", "nhận"]);
    assert!(run.err.contains("phường hai.PDF") && !run.err.contains("ghi chú.md"), "{}", run.err);
    assert_eq!(run.code, 0);
}
