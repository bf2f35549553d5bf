//! `tdp criteria import`: the official table in a workbook to a draft that a person has to look at.

use rust_xlsxwriter::{Format, Workbook};
use unicode_normalization::UnicodeNormalization as _;

use crate::harness::{PLAN, Place};

/// A whole table as an office keeps it: titles above, merged heading of two rows, merged cells, notes and signature.
fn official_table() -> Vec<u8> {
    let mut book = Workbook::new();
    let plain = Format::new();
    book.add_worksheet().set_name("Ghi nhớ").unwrap().write_string(0, 0, "Không có gì ở đây").unwrap();
    let sheet = book.add_worksheet().set_name("Biểu 1").unwrap();
    for (row, text) in [
        (0, "ỦY BAN NHÂN DÂN THÀNH PHỐ LAI CHÂU"),
        (1, "BIỂU TIÊU CHUẨN, TIÊU CHÍ TỔ DÂN PHỐ, BẢN TỰ QUẢN, PHÁT TRIỂN TOÀN DIỆN"),
        (2, "(Kèm theo Kế hoạch số 2204/KH-UBND ngày 07 tháng 8 năm 2023 của UBND thành phố Lai Châu)"),
    ] {
        sheet.merge_range(row, 0, row, 5, text, &plain).unwrap();
    }
    for (column, heading) in [(0, "TT"), (1, "Tiêu chuẩn, tiêu chí"), (4, "ĐVT"), (5, "Cơ quan thẩm định")]
    {
        sheet.merge_range(3, column, 4, column, heading, &plain).unwrap();
    }
    sheet.merge_range(3, 2, 3, 3, "Yêu cầu", &plain).unwrap();
    sheet.write_string(4, 2, "Tổ dân phố").unwrap().write_string(4, 3, "Bản").unwrap();
    for column in 0..6 {
        sheet.write_number(5, column, f64::from(column + 1)).unwrap();
    }
    sheet.merge_range(6, 0, 6, 5, "I. Tổ chức, đội ngũ", &plain).unwrap();
    let rows = [
        (7, 1.0, "Quy ước, hương ước được công nhận", "Đạt", ""),
        (8, 2.0, "Tỷ lệ hộ dự họp", "Từ 80 % trở lên", "%"),
        (10, 1.0, "Tỷ lệ hộ nghèo", "Không quá 3%", "%"),
        (11, 2.0, "Số vụ vi phạm\n\"trật tự\" xây dựng", "Không để xảy ra", "vụ"),
    ];
    for (row, number, title, required, measure) in rows {
        sheet.write_number(row, 0, number).unwrap().write_string(row, 1, title).unwrap();
        sheet.write_string(row, 4, measure).unwrap();
        match row {
            10 => sheet.write_string(row, 2, required).unwrap().write_string(row, 3, "Không quá 8%").unwrap(),
            _ => sheet.merge_range(row, 2, row, 3, required, &plain).unwrap(),
        };
    }
    sheet.write_string(9, 0, "II").unwrap().write_string(9, 1, "Kinh tế, trật tự").unwrap();
    sheet.merge_range(7, 5, 8, 5, "Phòng Nội vụ", &plain).unwrap();
    sheet.write_string(13, 0, "Ghi chú: áp dụng từ năm 2023").unwrap();
    sheet.write_string(14, 4, "TM. ỦY BAN NHÂN DÂN").unwrap();
    book.save_to_buffer().unwrap()
}

fn place() -> Place {
    let place = Place::empty();
    place.write_bytes("bang.xlsx", &official_table());
    place
}

#[test]
fn a_whole_table_becomes_a_draft() {
    let run = place().run(&["criteria", "import", "bang.xlsx"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for wanted in [
        "id = \"2204-kh-ubnd\"\nversion = 2023-08-07\n",
        "title = \"BIỂU TIÊU CHUẨN, TIÊU CHÍ TỔ DÂN PHỐ, BẢN TỰ QUẢN, PHÁT TRIỂN TOÀN DIỆN\"\n",
        "issuer = \"UBND thành phố Lai Châu\"\nbasis = [\"2204/KH-UBND ngày 07/08/2023\"]\n",
        "# Nguồn: Biểu 1!A7 \"I. Tổ chức, đội ngũ\"\n[[standard]]\nid = \"I\"\ntitle = \"Tổ chức, đội ngũ\"\n",
        "# Nguồn: Biểu 1!A9 \"2\"; Biểu 1!B9 \"Tỷ lệ hộ dự họp\"; Biểu 1!C9 \"Từ 80 % trở lên\"; Biểu 1!E9 \"%\"; \
         Biểu 1!F8 \"Phòng Nội vụ\"\n\
         [[standard.criterion]]\nid = \"I.2\"\ntitle = \"Tỷ lệ hộ dự họp\"\nkind = \"percent\"\nachieved = \">= 80%\"\n\
         lead = \"Phòng Nội vụ\"\n",
        "achieved = \"<= 3%\"\ncase = [{ when = { unit_kind = \"bản\" }, achieved = \"<= 8%\" }]\n",
        "title = \"Số vụ vi phạm \\\"trật tự\\\" xây dựng\"\nkind = \"count\"\nachieved = \"= 0\"\nmeasure = \"vụ\"\n",
        "# Trang khác của tệp, không có bảng tiêu chí nên không được đọc: \"Ghi nhớ\"\n",
        "# Dưới bảng: Biểu 1!A14 \"Ghi chú: áp dụng từ năm 2023\"\n",
    ] {
        assert!(run.out.contains(wanted), "{wanted} is missing:\n{}", run.out);
    }
    assert!(
        run.err.starts_with("Biểu 1: 2 tiêu chuẩn, 4 tiêu chí; 3 đọc được chắc chắn, 1 phải kiểm tra\n"),
        "{}",
        run.err
    );
}

#[test]
fn the_report_can_be_silenced_and_doubt_can_count_as_failure() {
    let place = place();
    assert_eq!(place.run(&["-q", "criteria", "import", "bang.xlsx"]).err, "");
    assert_eq!(place.run(&["criteria", "import", "--strict", "bang.xlsx"]).code, 1);
    let run = place.run(&["--lang", "en", "criteria", "import", "bang.xlsx"]);
    assert!(run.out.contains("# CẦN KIỂM TRA: Other thresholds in other columns"), "{}", run.out);
    assert!(run.err.starts_with("Biểu 1: standards: 2, criteria: 4; certain: 3, to be checked: 1\n"), "{}", run.err);
}

#[test]
fn a_file_that_is_there_is_never_overwritten_unless_told_so() {
    let place = place();
    let import = |more: &[&str]| place.run(&[&["criteria", "import", "bang.xlsx", "-o"], more].concat());
    assert_eq!(import(&["criteria/nhap.toml"]).code, 0);
    let draft = place.read("criteria/nhap.toml");
    place.write("criteria/nhap.toml", "# của người khác\n");
    let refused = import(&["criteria/nhap.toml"]);
    assert_eq!((refused.code, place.read("criteria/nhap.toml").as_str()), (2, "# của người khác\n"));
    assert!(refused.err.contains("--force"), "{}", refused.err);
    let forced = import(&["criteria/nhap.toml", "--force"]);
    assert_eq!((forced.code, forced.out.as_str(), place.read("criteria/nhap.toml")), (0, "", draft));
    assert_eq!(import(&["bang.xlsx", "--force"]).code, 2, "only a .toml is written");
    assert_eq!(place.files("."), ["bang.xlsx", "criteria/nhap.toml"]);
}

const TABLE: &str = "TT,Tiêu chí,Yêu cầu\n1,A,\n1.1,B,Đạt\n";

/// Checks that no output is written to where the table of `input` is read from.
#[track_caller]
fn check_refused_as_input(place: &Place, input: &str, output: &str) {
    let run = place.run(&["criteria", "import", input, "-o", output, "--force"]);
    assert!(run.code == 2 && run.err.contains("đây là tệp cần đọc"), "{input} {output}: {}", run.err);
    assert_eq!(place.read("bảng/tiêu chí.toml"), TABLE);
}

#[test]
fn a_draft_never_replaces_the_table_that_it_is_made_from() {
    let place = Place::empty();
    place.write("bảng/tiêu chí.toml", TABLE);
    place.write("khac/x.txt", "");
    let decomposed: String = "bảng/tiêu chí.toml".nfd().collect();
    for output in [
        "bảng/tiêu chí.toml",
        "./bảng/../bảng/tiêu chí.toml",
        "khac/../bảng/tiêu chí.toml",
        "moi/../bảng/tiêu chí.toml",
        &decomposed,
    ] {
        check_refused_as_input(&place, "bảng/tiêu chí.toml", output);
        check_refused_as_input(&place, "khac/../bảng/tiêu chí.toml", output);
    }
}

#[cfg(unix)]
#[test]
fn a_draft_never_replaces_the_table_behind_a_link() {
    let place = Place::empty();
    place.write("bảng/tiêu chí.toml", TABLE);
    std::os::unix::fs::symlink("bảng", place.path("lien-ket")).unwrap();
    std::os::unix::fs::symlink("bảng/tiêu chí.toml", place.path("tep.toml")).unwrap();
    let names = ["bảng/tiêu chí.toml", "lien-ket/tiêu chí.toml", "tep.toml"];
    for (input, output) in names.iter().flat_map(|input| names.map(|output| (input, output))) {
        check_refused_as_input(&place, input, output);
    }
}

#[test]
fn a_draft_is_refused_as_official_everywhere_until_its_marks_are_gone() {
    let place = Place::with_workspace();
    place.write_bytes("bang.xlsx", &official_table());
    assert_eq!(place.run(&["criteria", "import", "bang.xlsx", "-o", "criteria/nhap.toml"]).code, 0);
    place.write("tdp.toml", &PLAN.replace("thu@2025-01-01", "2204-kh-ubnd@2023-08-07"));
    let lint = place.run(&["criteria", "lint", "criteria/nhap.toml"]);
    assert!(lint.code == 0 && lint.out.contains("CẦN KIỂM TRA"), "{}", lint.out);
    assert!(place.run(&["score"]).out.to_lowercase().contains("mô phỏng"));
    let claimed = place.read("criteria/nhap.toml").replace("provenance = \"modelled\"", "provenance = \"official\"");
    place.write("criteria/nhap.toml", &claimed);
    let marked = 1 + claimed.lines().position(|line| line.starts_with("# CẦN KIỂM TRA")).unwrap();
    let lint = place.run(&["criteria", "lint", "criteria/nhap.toml"]);
    assert!(lint.code == 1 && lint.out.contains(&format!("nhap.toml:{marked}:1")), "{}", lint.out);
    for command in [&["validate"][..], &["score"], &["aggregate", "-o", "ket-qua"]] {
        let run = place.run(command);
        assert!(run.code == 2 && run.err.contains(&format!("criteria/nhap.toml:{marked}:1")), "{}", run.err);
    }
    let looked: Vec<&str> = claimed.lines().filter(|line| !line.starts_with("# CẦN KIỂM TRA")).collect();
    place.write("criteria/nhap.toml", &looked.join("\n"));
    assert_eq!(place.run(&["criteria", "lint", "--strict", "criteria/nhap.toml"]).code, 0);
    assert!(!place.run(&["score"]).out.to_lowercase().contains("mô phỏng"));
}

#[test]
fn a_draft_that_a_person_has_gone_through_line_by_line_makes_forms_and_judges() {
    let place = Place::with_workspace();
    place.write_bytes("bang.xlsx", &official_table());
    assert_eq!(place.run(&["criteria", "import", "bang.xlsx", "-o", "criteria/nhap.toml"]).code, 0);
    let mut draft = place.read("criteria/nhap.toml").replace("\"modelled\"", "\"official\"");
    // A person removes the marks one by one, and is shown each that is left.
    let marks = draft.lines().filter(|line| line.starts_with("# CẦN KIỂM TRA")).count();
    for left in (1..=marks).rev() {
        place.write("criteria/nhap.toml", &draft);
        let lint = place.run(&["criteria", "lint", "criteria/nhap.toml"]);
        assert_eq!((lint.code, lint.out.matches("TDP507").count()), (1, left), "{}", lint.out);
        let at = draft.lines().position(|line| line.starts_with("# CẦN KIỂM TRA")).unwrap();
        assert!(lint.out.contains(&format!("criteria/nhap.toml:{}:1", at + 1)), "{}", lint.out);
        let rest: Vec<&str> = draft.lines().enumerate().filter(|(line, _)| *line != at).map(|(_, line)| line).collect();
        draft = rest.join("\n");
    }
    place.write("criteria/nhap.toml", &draft);
    assert_eq!(place.run(&["criteria", "lint", "--strict", "criteria/nhap.toml"]).code, 0);
    place.write("tdp.toml", &PLAN.replace("thu@2025-01-01", "2204-kh-ubnd@2023-08-07"));
    let forms = place.run(&["template", "-o", "bieu"]);
    assert_eq!(forms.code, 0, "{}", forms.err);
    let form = place.files("bieu").into_iter().find(|name| name.contains(".xlsx")).unwrap();
    let shown = place.run(&["show", &format!("bieu/{form}")]).out;
    for wanted in ["I.1", "I.2", "II.1", "II.2", "Tỷ lệ hộ dự họp", "Tổ dân phố số 2"] {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
    let filled = "PHƯỜNG MỘT,,,,\nTên tổ dân phố,I.1 Quy ước,I.2 Tỷ lệ hộ dự họp,II.1 Tỷ lệ hộ nghèo,II.2 Số vụ vi phạm\n\
                  Tổ dân phố số 1,Đạt,80%,3%,0\nTổ dân phố số 2,Đạt,80%,3%,1\n";
    place.write("submissions/phuong-mot.csv", filled);
    let score = place.run(&["score", "--format", "csv"]);
    assert!(score.code == 0 && !score.out.contains("mô phỏng"), "{} {}", score.out, score.err);
    let outcomes = |unit: &str, outcome: &str| {
        score.out.lines().filter(|line| line.starts_with(unit) && line.contains(&format!(",{outcome},"))).count()
    };
    assert_eq!((outcomes("01.1,", "achieved"), outcomes("01.2,", "not-achieved")), (4, 4), "{}", score.out);
    assert!(score.out.contains(",II.2,not-achieved,figure,self,1,"), "{}", score.out);
}

#[test]
fn what_holds_no_such_table_is_told_with_what_was_looked_for() {
    let place = place();
    place.write("khac.csv", "Họ tên,Tuổi\nA,3\n");
    place.write("thu.toml", "schema = 1\n");
    let none = place.run(&["--lang", "en", "criteria", "import", "khac.csv"]);
    assert_eq!((none.code, none.out.as_str()), (1, ""));
    assert!(
        none.err.contains("TDP004") && none.err.contains("\"Tiêu chí\"") && none.err.contains("\"TT\""),
        "{}",
        none.err
    );
    let missing = place.run(&["criteria", "import", "khong-co.xlsx"]);
    assert!(missing.code == 1 && missing.err.contains("TDP001"), "{}", missing.err);
    let sheet = place.run(&["criteria", "import", "bang.xlsx", "--sheet", "Biểu 2"]);
    assert!(sheet.code == 2 && sheet.err.contains("\"Biểu 1\""), "{}", sheet.err);
    assert_eq!(place.run(&["criteria", "import", "bang.xlsx", "--sheet", "Biểu 1"]).code, 0);
}

#[test]
fn several_tables_are_told_apart_by_the_name_of_their_sheet() {
    let place = Place::empty();
    let mut book = Workbook::new();
    for name in ["Phường", "Tổ"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, text) in ["TT", "Tiêu chí", "Yêu cầu"].into_iter().enumerate() {
            sheet.write_string(0, u16::try_from(column).unwrap(), text).unwrap();
        }
        sheet.write_string(1, 1, name).unwrap().write_string(1, 2, "Đạt").unwrap();
    }
    place.write_bytes("hai.xlsx", &book.save_to_buffer().unwrap());
    let run = place.run(&["criteria", "import", "hai.xlsx"]);
    assert!(run.code == 2 && run.err.contains("\"Phường\", \"Tổ\"") && run.err.contains("--sheet"), "{}", run.err);
    let one = place.run(&["criteria", "import", "hai.xlsx", "--sheet", "Tổ"]);
    assert!(one.code == 0 && one.out.contains("# Nguồn: Tổ!B2 \"Tổ\"; Tổ!C2 \"Đạt\""), "{}", one.out);
}
