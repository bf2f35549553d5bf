//! `template -o DIR`: forms that come back as they were meant, whoever filled them in.

use std::{
    fs,
    io::{Cursor, Read},
};

use crate::{
    filling::{
        Form,
        Typed::{self, Number, Text},
    },
    harness::{PLAN, Place},
};

/// Every kind of criterion, one whole that two share, one threshold that differs by kind of unit.
const CRITERIA: &str = r#"schema = 1
id = "thu"
version = 2025-01-01
title = "Bộ thử"
issuer = "UBND thành phố"
basis = ["1/KH-UBND"]
provenance = "modelled"
[outcome]
require = "all"
[[standard]]
id = "1"
title = "Tự quản"
[[standard.criterion]]
id = "1.1"
title = "Tỷ lệ hộ dự họp"
kind = "percent"
achieved = ">= 80%"
part = "Số hộ dự họp"
whole = "Tổng số hộ"
[[standard.criterion]]
id = "1.2"
title = "Tỷ lệ hộ nghèo"
kind = "percent"
achieved = "<= 3%"
part = "Số hộ nghèo"
whole = "Tổng số hộ"
case = [{ when = { unit_kind = "bản" }, achieved = "<= 8%" }]
[[standard.criterion]]
id = "1.3"
title = "Tỷ lệ tuyến đường có chiếu sáng"
kind = "percent"
achieved = "> 0.5%"
[[standard.criterion]]
id = "1.10"
title = "Quy ước được công nhận"
kind = "yes-no"
achieved = "yes"
[[standard]]
id = "2"
title = "Kinh tế"
[[standard.criterion]]
id = "2.1"
title = "Số vụ vi phạm"
kind = "count"
achieved = "= 0"
measure = "vụ"
[[standard.criterion]]
id = "2.2"
title = "Thu nhập bình quân (triệu đồng)"
kind = "amount"
achieved = ">= 50"
measure = "triệu đồng/người/năm"
not_applicable = "excluded"
[[standard.criterion]]
id = "2.3"
title = "Tuyên truyền"
kind = "task"
achieved = "done"
[[standard.criterion]]
id = "2.4"
title = "Điểm phong trào"
kind = "points"
max = 5
floor = 3
"#;

const UNITS: &str = "code,name,kind,parent,area,aliases,valid_from,valid_to,succeeds
C,Thành phố Thử,thành phố,,,,,,
003,Phường Một/A,phường,C,,,,,
003.1,=1+1,tổ dân phố,003,,,,,
003.2,Bản Hai,bản,003,,,,,
004,Xã Bốn,xã,C,,,,,
004.1,Bản Một,bản,004,,,,,
";

/// The name of the first ward's form.
const FORM: &str = "Phường Một A.xlsx";

fn place() -> Place {
    let place = Place::with_workspace();
    place.write("criteria/thu.toml", CRITERIA);
    place.write("units.csv", UNITS);
    place.write("targets.csv", "code,target,recognised_year,decision\n");
    let agency = "\n[[agency]]\nid = \"ca\"\nname = \"Công an thành phố\"\nappraises = [\"1.10\", \"2.1\"]\n";
    place.write("tdp.toml", &format!("{PLAN}{agency}"));
    place
}

/// Makes the forms with `flags` and opens the first ward's.
fn blank(place: &Place, flags: &[&str]) -> Form {
    let run = place.run(&[&["template", "-o", "bieu"], flags].concat());
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    Form::open(&fs::read(place.path(&format!("bieu/{FORM}"))).unwrap())
}

/// What the matrix of the first ward is filled in with: everything achieved by the first unit, and by the second but
/// for 1.1; 2.2 does not apply to it.
const MATRIX: &[(&str, Typed)] = &[
    ("D10", Number(200.0)),
    ("E10", Number(160.0)),
    ("G10", Number(6.0)),
    ("I10", Number(0.6)),
    ("J10", Text("Đạt")),
    ("K10", Number(0.0)),
    ("L10", Number(50.5)),
    ("N10", Text("Hoàn thành")),
    ("O10", Number(3.0)),
    ("D11", Number(100.0)),
    ("E11", Number(79.0)),
    ("G11", Number(8.0)),
    ("I11", Number(97.0)),
    ("J11", Text("Đạt")),
    ("K11", Number(0.0)),
    ("M11", Text("Không áp dụng")),
    ("N11", Text("Hoàn thành")),
    ("O11", Number(4.5)),
];

/// The same on cards: the sheet, the cell.
const CARDS: &[(usize, &str, Typed)] = &[
    (2, "E9", Number(160.0)),
    (2, "F9", Number(200.0)),
    (2, "H9", Text("Đạt")),
    (2, "E10", Number(6.0)),
    (2, "F10", Number(200.0)),
    (2, "G11", Number(0.6)),
    (2, "H12", Text("Đạt")),
    (2, "G14", Number(0.0)),
    (2, "G15", Number(50.5)),
    (2, "G16", Text("Hoàn thành")),
    (2, "G17", Number(3.0)),
    (3, "E9", Number(79.0)),
    (3, "F9", Number(100.0)),
    (3, "E10", Number(8.0)),
    (3, "F10", Number(100.0)),
    (3, "G11", Number(97.0)),
    (3, "H12", Text("Đạt")),
    (3, "G14", Number(0.0)),
    (3, "H15", Text("Không áp dụng")),
    (3, "G16", Text("Hoàn thành")),
    (3, "G17", Number(4.5)),
];

const VERDICTS: [&str; 2] = [
    "achieved achieved achieved achieved achieved achieved achieved achieved",
    "not-achieved achieved achieved achieved achieved not-applicable achieved achieved",
];

/// Returns what is found in a form that came back, as "TDP209 E10", and the verdicts on the units of the first ward.
fn sent_back(place: &Place, form: &Form) -> (Vec<String>, Vec<String>) {
    place.write_bytes("ve/nhan-duoc.xlsx", &form.packed());
    let run = place.run(&["validate", "--format", "json", "ve"]);
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let told = findings["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] != "TDP404");
    let word = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or("-").to_owned();
    let told = told.map(|finding| format!("{} {}", word(finding, "code"), word(finding, "cell"))).collect();
    let score = place.run(&["score", "--format", "json", "ve"]);
    let score: serde_json::Value = serde_json::from_str(&score.out).unwrap();
    let units = score["units"].as_array().unwrap().iter().filter(|unit| unit["ward"] == "003");
    let verdicts = units.map(|unit| {
        let criteria = unit["criteria"].as_array().unwrap().iter();
        criteria.map(|criterion| word(criterion, "verdict")).collect::<Vec<_>>().join(" ")
    });
    (told, verdicts.collect())
}

fn filled_matrix(place: &Place) -> Form {
    let mut form = blank(place, &[]);
    for (cell, typed) in MATRIX {
        form.type_in(2, cell, *typed);
    }
    form
}

#[test]
fn a_matrix_that_is_filled_in_has_nothing_wrong_and_the_verdicts_meant() {
    let place = place();
    let mut form = filled_matrix(&place);
    assert_eq!(sent_back(&place, &form), (vec![], VERDICTS.map(str::to_owned).to_vec()));
    form.forget_values(2);
    assert_eq!(sent_back(&place, &form), (vec![], VERDICTS.map(str::to_owned).to_vec()));
}

#[test]
fn a_title_of_the_plan_that_names_a_ward_or_another_year_misleads_nobody() {
    let place = place();
    let plan = place.read("tdp.toml");
    for title in ["Triển khai Nghị quyết của Xã Bốn", "Tiếp tục Kế hoạch năm 2024"] {
        place.write("tdp.toml", &plan.replace("Kế hoạch thử", title));
        let form = filled_matrix(&place);
        assert_eq!(sent_back(&place, &form), (vec![], VERDICTS.map(str::to_owned).to_vec()), "{title}");
        fs::remove_dir_all(place.path("bieu")).unwrap();
    }
}

#[test]
fn cards_that_are_filled_in_have_nothing_wrong_and_the_verdicts_meant() {
    let place = place();
    let mut form = blank(&place, &["--layout", "card"]);
    for (sheet, cell, typed) in CARDS {
        form.type_in(*sheet, cell, *typed);
    }
    assert_eq!(sent_back(&place, &form), (vec![], VERDICTS.map(str::to_owned).to_vec()));
    form.forget_values(2);
    form.forget_values(3);
    assert_eq!(sent_back(&place, &form), (vec![], VERDICTS.map(str::to_owned).to_vec()));
}

#[test]
fn every_card_counts_its_own_pages_as_each_goes_to_another_unit() {
    let place = place();
    blank(&place, &["--layout", "card"]);
    let bytes = fs::read(place.path(&format!("bieu/{FORM}"))).unwrap();
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for sheet in 1..=3 {
        let mut part = String::new();
        package.by_name(&format!("xl/worksheets/sheet{sheet}.xml")).unwrap().read_to_string(&mut part).unwrap();
        assert!(part.contains("useFirstPageNumber=\"1\"") && part.contains("Trang &amp;P<"), "{sheet}");
    }
}

#[test]
fn what_the_rules_of_the_cells_forbid_is_told_where_a_program_ignored_them() {
    let place = place();
    for (cell, typed, expected) in [
        ("E10", Number(201.0), "TDP209 E10"),
        ("E10", Number(-1.0), "TDP208 E10"),
        ("E10", Text("nhiều"), "TDP201 E10"),
        ("E10", Text(""), "TDP116 E10"),
        ("I10", Number(100.5), "TDP208 I10"),
        ("I10", Text("trên 95"), "TDP202 I10"),
        ("J10", Text("tốt"), "TDP210 J10"),
        ("J10", Text("Không áp dụng"), "TDP211 J10"),
        ("K10", Number(-1.0), "TDP208 K10"),
        ("M10", Text("Không áp dụng"), "TDP301 M10"),
        ("N10", Text("đang họp"), "TDP210 N10"),
        ("O10", Number(5.5), "TDP208 O10"),
    ] {
        let mut form = filled_matrix(&place);
        form.type_in(2, cell, typed);
        assert_eq!(sent_back(&place, &form).0, [expected], "{cell} {typed:?}");
    }
    let mut strange = filled_matrix(&place);
    strange.type_in(2, "B10", Text("999.9"));
    strange.type_in(2, "C10", Text("Tổ lạ"));
    assert_eq!(sent_back(&place, &strange).0, ["TDP114 -", "TDP111 C10"]);
}

#[test]
fn a_form_that_is_sent_back_blank_is_told_in_one_line() {
    let place = place();
    for (flags, cell) in [(&["--layout", "matrix"], "F10"), (&["--layout", "card"], "G9")] {
        let mut form = blank(&place, flags);
        assert_eq!(sent_back(&place, &form).0, [format!("TDP116 {cell}")]);
        form.forget_values(2);
        assert_eq!(sent_back(&place, &form).0, [format!("TDP116 {cell}")]);
        fs::remove_dir_all(place.path("bieu")).unwrap();
    }
    let mut half = filled_matrix(&place);
    for (cell, _) in MATRIX.iter().filter(|(cell, _)| cell.ends_with("11")) {
        half.type_in(2, cell, Text(""));
    }
    assert_eq!(sent_back(&place, &half).0, ["TDP116 F11"]);
}

#[test]
fn a_list_of_an_agency_is_read_in_its_own_voice() {
    let place = place();
    let run = place.run(&["template", "-o", "bieu", "--agency", "ca"]);
    assert_eq!((run.code, run.out.as_str()), (0, "Công an thành phố.xlsx: 3 đơn vị, 2 tiêu chí\n"));
    let mut form = Form::open(&fs::read(place.path("bieu/Công an thành phố.xlsx")).unwrap());
    let sheet = form.sheet(2);
    // Rows take what their criterion asks for, each its own: they may be filtered, and no colour is of another criterion.
    assert!(sheet.contains("autoFilter=\"0\"") && !sheet.contains("sort=\"0\""));
    let of = |id: &str| sheet.matches(&format!("<formula>AND($E8=\"{id}\",")).count();
    assert!(of("1.10") > 0 && of("2.1") > 0);
    assert_eq!(of("1.10") + of("2.1"), sheet.matches("<cfRule").count());
    form.type_in(2, "J8", Text("Không đạt"));
    form.type_in(2, "I9", Number(2.0));
    place.write_bytes("ve/a.xlsx", &form.packed());
    let run = place.run(&["score", "--format", "json", "ve"]);
    let score: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let criteria = &score["units"][0]["criteria"];
    for (index, id) in [(3, "1.10"), (4, "2.1")] {
        let criterion = &criteria[index];
        assert_eq!((criterion["id"].as_str(), criterion["voice"].as_str()), (Some(id), Some("agency")));
        assert_eq!(criterion["verdict"], "not-achieved");
    }
    assert_eq!(place.run(&["template", "-o", "mot", "--agency", "ca", "--ward", "004"]).code, 0);
    assert_eq!(place.files("mot"), [".tdp-bieu-mau", "Công an thành phố - Xã Bốn.xlsx"]);
}

#[test]
fn names_and_codes_are_words_and_what_is_no_answer_is_guarded() {
    let place = place();
    let mut form = blank(&place, &[]);
    let sheet = form.sheet(2);
    assert_eq!(sheet.matches("<f>").count(), 4, "the percentages alone are formulas");
    assert!(sheet.contains("<c r=\"B10\"") && sheet.contains("<c r=\"C10\"") && !sheet.contains("1+1"));
    for piece in [
        "<sheetProtection sheet=\"1\"",
        "sort=\"0\" autoFilter=\"0\"",
        "<autoFilter ref=\"A9:O11\"/>",
        "type=\"custom\"",
        "type=\"whole\" operator=\"greaterThanOrEqual\"",
        "<formula1>\"Đạt,Không đạt\"</formula1>",
        "<formula1>\"Không áp dụng\"</formula1>",
        "<formula1>0</formula1><formula2>100</formula2>",
        "AND(ISNUMBER(E10),ISNUMBER(D10),D10&gt;0,E10*100&lt;80*D10)",
        "AND(OR($B10=\"003.1\"),AND(ISNUMBER(G10),ISNUMBER(D10),D10&gt;0,G10*100&gt;3*D10))",
        "AND(NOT(OR($B10=\"003.1\")),AND(ISNUMBER(G10),ISNUMBER(D10),D10&gt;0,G10*100&gt;8*D10))",
        "orientation=\"landscape\"",
    ] {
        assert!(sheet.contains(piece), "{piece}");
    }
    let card = blank(&place, &["--layout", "card"]).sheet(2);
    assert!(card.contains("sheetProtection") && !card.contains("sort=\"0\""));
}

#[test]
fn last_years_answers_stand_beside_and_are_no_answers() {
    let place = place();
    place.write("truoc/tdp.toml", &PLAN.replace("2025-", "2024-").replace("thu@2024-", "thu@2025-"));
    place.write("truoc/criteria/thu.toml", CRITERIA);
    place.write("truoc/units.csv", UNITS);
    place.write("truoc/targets.csv", "code,target\n");
    place.write("truoc/submissions/a.csv", "Phường Một/A\nTT,Mã,Tên đơn vị,2.1 Số vụ vi phạm\n1,003.2,Bản Hai,7\n");
    place.write("tdp.toml", &PLAN.replace("[plan]", "[plan]\nprevious = \"truoc\""));
    let mut form = blank(&place, &[]);
    // The answers of 2.1 stand in a column of their own, before those of this year.
    form.type_in(2, "L10", Number(0.0));
    place.write_bytes("ve/a.xlsx", &form.packed());
    let shown = place.run(&["show", "ve/a.xlsx"]);
    assert!(shown.out.contains("Kỳ trước (để so sánh)"), "{}", shown.out);
    let run = place.run(&["score", "--format", "json", "ve"]);
    let score: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let verdict = |unit: usize| score["units"][unit]["criteria"][4]["verdict"].as_str();
    assert_eq!((verdict(0), verdict(1)), (Some("achieved"), Some("missing")));
}

#[test]
fn the_same_plan_gives_the_same_forms_and_what_was_filled_in_is_kept() {
    let place = place();
    let first = blank(&place, &[]).packed();
    assert_eq!(blank(&place, &[]).packed(), first);
    assert_eq!(place.files("bieu"), [".tdp-bieu-mau", FORM, "Xã Bốn.xlsx"]);
    place.write_bytes(&format!("bieu/{FORM}"), &filled_matrix(&place).packed());
    let run = place.run(&["template", "-o", "bieu"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("đã có người ghi vào"), "{}", run.err);
    let read = place.run(&["validate", "--format", "json", "bieu"]);
    assert!(
        read.out.contains("\"files\": 2") || read.out.contains("\"files\":2"),
        "forms are read where they lie: {}",
        read.out
    );
}

#[test]
fn what_cannot_be_made_is_refused_before_anything_is_written() {
    let place = place();
    place.write("cua-toi/a.txt", "");
    place.write("tệp", "");
    let before = place.files(".");
    for (arguments, message) in [
        (&["template"][..], "Còn thiếu"),
        (&["template", "-o", "cua-toi"], "không do tdp ghi"),
        (&["template", "-o", "tệp/bieu"], "Không ghi được"),
        (&["template", "-o", "submissions"], "thư mục cần đọc"),
        (&["template", "-o", "bieu", "--ward", "3"], "Không có phường, xã mã"),
        (&["template", "-o", "bieu", "--agency", "x"], "Kế hoạch không có cơ quan mã"),
        (&["template", "-o", "bieu", "--agency", "ca", "--layout", "card"], "không đi cùng"),
        (&["template", "-o", "bieu", "--layout", "list"], "không nhận giá trị"),
    ] {
        let run = place.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(message), "{arguments:?}: {}", run.err);
    }
    assert_eq!(place.files("."), before);
}

/// What the first ward says of 1.10 and 2.1, and a claim about the second unit alone.
const SAID: &str = "Phường Một/A\nTT,Mã,Tên đơn vị,1.10. Quy ước được công nhận,Minh chứng,2.1. Số vụ vi phạm,1.1. Tỷ lệ hộ dự họp\n\
                    1,003.1,=1+1,Đạt,Quyết định 12/QĐ-UBND: 3 nghìn đồng mỗi hộ,1500,95%\n2,003.2,Bản Hai,Không đạt,,nhiều,\n";

#[test]
fn an_agency_sees_what_the_wards_said_and_it_is_not_taken_for_its_own_words() {
    let place = place();
    place.write("submissions/mot.csv", SAID);
    let run = place.run(&["template", "-o", "bieu", "--agency", "ca"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("lấy từ 1 tệp"), "{}", run.err);
    let bytes = fs::read(place.path("bieu/Công an thành phố.xlsx")).unwrap();
    place.write_bytes("ve/a.xlsx", &bytes);
    let shown = place.run(&["show", "ve/a.xlsx"]);
    for words in [
        "Tự đánh giá (để đối chiếu)",
        "Minh chứng (để đối chiếu)",
        "1.500",
        "(phường, xã còn phải sửa)",
        "Quyết định 12/QĐ-UBND: 3 nghìn đồng mỗi hộ",
    ] {
        assert!(shown.out.contains(words), "{words}: {}", shown.out);
    }
    // Nothing of it is an answer of the agency, and nothing of it disturbs one.
    let mut form = Form::open(&bytes);
    form.type_in(2, "L8", Text("Không đạt"));
    form.type_in(2, "K9", Number(2.0));
    place.write_bytes("ve/a.xlsx", &form.packed());
    let run = place.run(&["validate", "--format", "json", "ve"]);
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    // What it has not appraised yet is called to mind.
    let mut told = findings["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap());
    assert!(told.all(|code| ["TDP404", "TDP116"].contains(&code)), "{}", run.out);
    assert_eq!(findings["files"][0]["facts"], 2, "{}", run.out);
    // PATHs come in the place of the submissions, and are of use to agencies alone.
    place.write("khac/hai.csv", &SAID.replace("1500", "7"));
    assert_eq!(place.run(&["template", "-o", "bieu2", "--agency", "ca", "khac"]).code, 0);
    place.write_bytes("ve/a.xlsx", &fs::read(place.path("bieu2/Công an thành phố.xlsx")).unwrap());
    assert!(!place.run(&["show", "ve/a.xlsx"]).out.contains("1.500"));
    assert_eq!(place.run(&["template", "-o", "bieu3", "khac"]).code, 2);
    assert_eq!(place.run(&["template", "-o", "khac/bieu", "--agency", "ca", "khac"]).code, 2);
}

#[test]
fn rows_that_are_asked_for_different_things_are_filtered_and_not_sorted() {
    let place = place();
    let criteria = CRITERIA.replace("achieved = \">= 50\"", "achieved = \">= parent\"");
    assert!(blank(&place, &[]).sheet(2).contains("sort=\"0\" autoFilter=\"0\""));
    fs::remove_dir_all(place.path("bieu")).unwrap();
    place.write("criteria/thu.toml", &criteria);
    // The ward itself gives the figure that those of its groups are compared with, and nothing else.
    let sheet = blank(&place, &[]).sheet(2);
    assert!(sheet.contains("autoFilter=\"0\"") && !sheet.contains("sort=\"0\""));
}

#[test]
fn what_a_cell_takes_is_held_against_the_cells_beside_it() {
    let place = place();
    let sheet = blank(&place, &[]).sheet(2);
    let sheet = sheet.split_once("<dataValidations").unwrap().1;
    let rules: Vec<&str> = sheet.split("<dataValidation ").collect();
    let rule = |cells: &str| *rules.iter().find(|rule| rule.contains(&format!("sqref=\"{cells}\""))).unwrap();
    let part = rule("E10:E11");
    assert!(part.contains("type=\"decimal\"") && part.contains("<formula1>0</formula1>"), "{part}");
    assert!(part.contains("<formula2>IF(ISNUMBER(D10),D10,1000000000000000)</formula2>"), "{part}");
    let whole = rule("D10:D11");
    assert!(whole.contains("operator=\"greaterThan\"") && whole.contains("<formula1>0</formula1>"), "{whole}");
    // A prompt stays at its place where rows are sorted: it tells what is required of every unit.
    assert!(rule("G10:G11").contains("≤ 3 %; bản: ≤ 8 %"), "{}", rule("G10:G11"));
}

#[test]
fn more_cards_than_a_workbook_holds_come_in_several_and_add_up() {
    let place = place();
    let units: Vec<String> =
        (3..=201).map(|number| format!("003.{number},Tổ {number},tổ dân phố,003,,,,,\n")).collect();
    place.write("units.csv", &format!("{UNITS}{}", units.concat()));
    let run = place.run(&["template", "-o", "bieu", "--layout", "card", "--ward", "003"]);
    let told = "Phường Một A - tệp 1.xlsx: 200 đơn vị, 8 tiêu chí\nPhường Một A - tệp 2.xlsx: 1 đơn vị, 8 tiêu chí\n";
    assert_eq!((run.code, run.out.as_str()), (0, told), "{}", run.err);
    let run = place.run(&["validate", "--format", "json", "bieu"]);
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let codes: Vec<&str> =
        findings["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect();
    assert!(!codes.contains(&"TDP003") && !codes.contains(&"TDP114"), "{codes:?}");
}

/// Both voices of a ward's file on 1.10 of its first group; evidence stands beside what the group says of itself.
const TWO_VOICES: &str = "Phường Một/A\nTT,Mã đơn vị,Tên đơn vị,Số hiệu,Tiêu chí,Tổ tự chấm,Phường thẩm định,Minh chứng\n\
                          1,003.1,=1+1,1.10,Quy ước được công nhận,Đạt,Không đạt,Biên bản 07\n";

/// Makes the list of the agency beside one submission, and returns the cells of its sheet as they are shown.
fn list_beside(place: &Place, name: &str, submission: &[u8]) -> String {
    place.write_bytes(&format!("submissions/{name}"), submission);
    let run = place.run(&["template", "-o", "bieu", "--agency", "ca"]);
    assert!(place.path("bieu/Công an thành phố.xlsx").exists(), "{}", run.err);
    let run = place.run(&["show", "bieu/Công an thành phố.xlsx", "--sheet", "Danh sách thẩm định"]);
    run.out
}

/// Returns whether a cell is shown as read so, with this text.
fn shows(shown: &str, cell: &str, role: &str, text: &str) -> bool {
    shown.lines().any(|line| line.starts_with(&format!("│ {cell} ")) && line.contains(role) && line.ends_with(text))
}

#[test]
fn each_voice_of_a_ward_stands_under_its_own_name_beside_the_evidence() {
    let place = place();
    let shown = list_beside(&place, "mot.csv", TWO_VOICES.as_bytes());
    for (column, heading, said) in [
        ("I", "Tự đánh giá (để đối chiếu)", "Đạt"),
        ("J", "Phường, xã thẩm định (để đối chiếu)", "Không đạt"),
        ("K", "Minh chứng (để đối chiếu)", "Biên bản 07"),
    ] {
        assert!(shows(&shown, &format!("{column}6"), "cột ghi chú", heading), "{shown}");
        assert!(shows(&shown, &format!("{column}8"), "ghi chú", said), "{shown}");
    }
}

/// A list of a ward as a workbook, in which the evidence on 1.10 is written so.
fn with_evidence(write: impl Fn(&mut rust_xlsxwriter::Worksheet, u32, u16)) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip([
        ["Phường Một/A", "", "", "", "", "", ""],
        ["TT", "Mã đơn vị", "Tên đơn vị", "Số hiệu", "Tiêu chí", "Tự đánh giá", "Minh chứng"],
        ["1", "003.1", "=1+1", "1.10", "Quy ước được công nhận", "Đạt", ""],
    ]) {
        for (column, text) in (0..).zip(line) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    write(sheet, 2, 6);
    book.save_to_buffer().unwrap()
}

#[test]
fn evidence_that_is_a_number_or_a_day_is_shown_and_a_long_one_is_cut() {
    let place = place();
    let number = with_evidence(|sheet, row, column| {
        sheet.write_number(row, column, 604).unwrap();
    });
    let shown = list_beside(&place, "mot.xlsx", &number);
    assert!(shows(&shown, "J8", "ghi chú", "604"), "{shown}");
    let day = with_evidence(|sheet, row, column| {
        let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
        // The 15th of March 2025.
        sheet.write_number_with_format(row, column, 45731, &format).unwrap();
    });
    let shown = list_beside(&place, "mot.xlsx", &day);
    assert!(shows(&shown, "J8", "ghi chú", "2025-03-15"), "{shown}");
    fs::remove_file(place.path("submissions/mot.xlsx")).unwrap();
    let long = TWO_VOICES.replace("Biên bản 07", &"x".repeat(40_000));
    let shown = list_beside(&place, "mot.csv", long.as_bytes());
    assert!(shown.contains(&format!("{}…", "x".repeat(200))), "{shown}");
}

#[test]
fn what_could_not_be_shown_to_an_agency_is_told_and_its_list_is_made_all_the_same() {
    let place = place();
    place.write("ve/mot.csv", TWO_VOICES);
    place.write("ve/hong.xlsx", "PK");
    fs::create_dir(place.path("trong")).unwrap();
    let list = "Công an thành phố.xlsx: 3 đơn vị, 2 tiêu chí\n";
    for (paths, files, codes, code) in [
        (&["ve/mot.csv"][..], "lấy từ 1 tệp", &[][..], 0),
        (&["ve"], "lấy từ 1 tệp", &["TDP004"], 1),
        (&["khong-co"], "", &["TDP001"], 1),
        (&["trong", "ve/mot.csv"], "lấy từ 1 tệp", &["TDP005"], 0),
    ] {
        let run = place.run(&[&["template", "-o", "bieu", "--agency", "ca"], paths].concat());
        assert_eq!(run.code, code, "{paths:?}: {}{}", run.out, run.err);
        assert!(run.out.ends_with(list) && place.path("bieu/Công an thành phố.xlsx").exists(), "{}", run.out);
        assert!(run.err.contains(files) && (!files.is_empty() || !run.err.contains("lấy từ")), "{}", run.err);
        assert!(codes.iter().all(|code| run.out.contains(code)), "{}", run.out);
        assert!(!run.out.contains("TDP116") && !run.out.contains("TDP404"), "{}", run.out);
    }
}
