//! The appendices of a small city, cell by cell, worked out by hand.

use super::{
    sample::{FORMULA, MARKUP},
    *,
};

/// Builds the annex `name` of the sample and prints its rows: cells separated by `|`.
fn printed(name: &str) -> Vec<String> {
    let assessment = sample::assessment();
    let annexes = sample::annexes(&assessment);
    let annex = annexes.iter().find(|annex| annex.heading.name == name).unwrap();
    annex.table.rows.iter().map(|row| row.cells.iter().map(shown).collect::<Vec<_>>().join("|")).collect()
}

fn shown(cell: &Cell<'_>) -> String {
    match &cell.value {
        Value::Empty => String::new(),
        Value::Text(text) => text.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Decimal(sum) | Value::Percent(sum) => sum.to_string(),
        Value::Year(year) => year.to_string(),
        Value::Date(day) => day.to_string(),
    }
}

fn check(name: &str, expected: &[&str]) {
    assert_eq!(printed(name), expected, "{name}");
}

#[test]
fn groups_restart_in_each_ward_and_say_why_they_failed() {
    let reasonless = format!("2|{MARKUP}|03389.002||Đạt mới|3|3|Đạt|Đạt mới||(*) (1)");
    let failed =
        format!("1|{FORMULA}|03387.001|2022|Duy trì|3|4|Chưa đạt|Không duy trì được|Chưa đạt: 1.2 (79 % < 80 %)|");
    check(
        "groups",
        &[
            "I|Phường Đoàn Kết|||||||||",
            "1|Tổ dân phố số 1|03389.001|2021|Duy trì|4|4|Đạt|Duy trì được||",
            &reasonless,
            "II|Xã Tân Phong|||||||||",
            &failed,
            "2|Tổ dân phố số 2|03387.002||Không giao|3|4|Chưa đủ số liệu|Ngoài kế hoạch|Chưa có số liệu: 1.2|",
            "III|Phường Quyết Thắng|||||||||",
            "1|Bản Màng|03386.001|2024|Duy trì|0|4|Chưa đủ số liệu|Chưa kết luận được|Chưa có số liệu|",
        ],
    );
}

#[test]
fn wards_that_sent_nothing_are_listed_and_the_goals_stand_below_the_total() {
    check(
        "wards",
        &[
            "1|Phường Đoàn Kết|Đã gửi|2|2|2|0|0|1|1|0|1|1|0|0|0",
            "2|Xã Tân Phong|Đã gửi|2|2|0|1|1|1|0|1|0|0|0|0|1",
            "3|Phường Quyết Thắng|Chưa có|1|0|0|0|1|1|0|0|0|0|0|1|0",
            "|Tổng cộng|2/3|5|4|2|1|2|3|1|1|1|1|0|1|1",
            "|Chỉ tiêu của kế hoạch|||||||3|||1||||",
        ],
    );
}

#[test]
fn the_lowest_ward_comes_first_and_silence_is_not_the_lowest() {
    let rows = printed("criteria-by-ward");
    let of_meetings: Vec<&str> =
        rows.iter().skip_while(|row| !row.starts_with("1.2|")).take(4).map(String::as_str).collect();
    assert_eq!(
        of_meetings,
        [
            "1.2|Tỷ lệ hộ dự họp|Ủy ban MTTQ thành phố|≥ 80 %|5|2|1|2|0|0|66.67|169|200|84.5|2|",
            "1|Xã Tân Phong|||2|0|1|1|0|0|0|79|100|79|1|Thấp nhất",
            "2|Phường Đoàn Kết|||2|2|0|0|0|0|100|90|100|90|1|",
            "3|Phường Quyết Thắng|||1|0|0|1|0|0||||||",
        ]
    );
}

#[test]
fn nobody_is_the_lowest_for_a_blank_cell() {
    let mut assessment = sample::assessment();
    let of_meetings = assessment.totals.criteria.iter_mut().find(|totals| totals.criterion.index() == 1).unwrap();
    let tan_phong = of_meetings.wards.iter_mut().find(|(_, tally)| tally.not_achieved == 1).unwrap();
    // One achieved, one blank: nobody failed, though only half is known to be achieved.
    (tan_phong.1.achieved, tan_phong.1.not_achieved) = (1, 0);
    let annexes = sample::annexes(&assessment);
    let annex = annexes.iter().find(|annex| annex.heading.name == "criteria-by-ward").unwrap();
    assert!(annex.table.rows.iter().all(|row| row.cells.iter().all(|cell| shown(cell) != "Thấp nhất")));
}

#[test]
fn the_matrix_has_a_sign_for_every_verdict() {
    let (markup, formula) =
        (format!("2|{MARKUP}|03389.002|Đ|Đ|Đ|–|3|3|Đạt"), format!("1|{FORMULA}|03387.001|Đ|K|Đ|Đ|3|4|Chưa đạt"));
    check(
        "matrix",
        &[
            "I|Phường Đoàn Kết||||||||",
            "1|Tổ dân phố số 1|03389.001|Đ|Đ|Đ|Đ|4|4|Đạt",
            &markup,
            "II|Xã Tân Phong||||||||",
            &formula,
            "2|Tổ dân phố số 2|03387.002|Đ|…|Đ|Đ|3|4|Chưa đủ số liệu",
            "III|Phường Quyết Thắng||||||||",
            "1|Bản Màng|03386.001|…|…|…|…|0|4|Chưa đủ số liệu",
            "|Tổng số đạt||4|2|4|3|||",
        ],
    );
}

#[test]
fn what_was_not_achieved_names_its_cell() {
    let failed = format!(
        "1|{FORMULA}|03387.001|1.2|Tỷ lệ hộ dự họp|≥ 80 %|79 % < 80 %|thiếu 1 hộ|Tự đánh giá|tan-phong.csv||C6"
    );
    check("shortfalls", &["II|Xã Tân Phong||||||||||", &failed]);
}

#[test]
fn only_those_that_reached_their_target_are_proposed() {
    let new = format!("1|{MARKUP}|03389.002|Phường Đoàn Kết|||3|3|(*) (1)");
    check(
        "proposals",
        &[
            "I|Đề nghị công nhận duy trì|||||||",
            "1|Tổ dân phố số 1|03389.001|Phường Đoàn Kết|2021||4|4|",
            "|Cộng||1|||||",
            "II|Đề nghị công nhận mới|||||||",
            &new,
            "|Cộng||1|||||",
        ],
    );
}

#[test]
fn sources_say_what_they_gave_and_what_was_found_in_them() {
    let digest = "ab".repeat(32);
    let rows = [
        format!("1|doan-ket.xlsx|Phường Đoàn Kết|Tự đánh giá|{digest}|2|2|8|0|0"),
        format!("2|tan-phong.csv|Xã Tân Phong|Tự đánh giá|{digest}|2|2|7|0|1"),
        "|Tổng cộng|||||4|15|0|1".to_owned(),
    ];
    check("sources", &rows.each_ref().map(String::as_str));
}

#[test]
fn modelled_criteria_say_so_on_every_annex() {
    let assessment = sample::assessment();
    for annex in sample::annexes(&assessment) {
        let said = annex.remarks.iter().any(|line| line.contains("Bộ tiêu chí mô phỏng, không phải bản chính thức"));
        assert!(said, "{}", annex.heading.name);
        assert!(annex.remarks.iter().any(|line| line == "Số liệu của 2/3 phường, xã; 4/5 tổ dân phố, bản"));
        assert_eq!(annex.annexed_to, "(Kèm theo Báo cáo số ……… ngày 20 tháng 10 năm 2025 của UBND thành phố Lai Châu)");
    }
}

#[test]
fn every_appendix_keeps_the_promises_of_the_registry() {
    let assessment = sample::assessment();
    let annexes = sample::annexes(&assessment);
    assert_eq!(annexes.len(), AppendixName::ALL.len());
    for (annex, name) in annexes.iter().zip(AppendixName::ALL) {
        let word = name.word();
        assert_eq!((appendix(*name).name, annex.heading.name), (*name, word));
        assert!(word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{word}");
        assert!(annex.table.identifying < annex.table.columns.len(), "{word}");
        for row in &annex.table.rows {
            assert_eq!(row.cells.len(), annex.table.columns.len(), "{word}");
        }
    }
    let numbers: Vec<&str> = annexes.iter().filter_map(|annex| annex.heading.number.as_deref()).collect();
    assert_eq!(numbers, ["I", "II", "III", "IV", "V", "VI"]);
}

#[test]
fn every_figure_names_what_it_rests_on() {
    let assessment = sample::assessment();
    for annex in sample::annexes(&assessment) {
        for row in &annex.table.rows {
            for (cell, column) in row.cells.iter().zip(&annex.table.columns) {
                let figure = column.content == Content::Figure && cell.value != Value::Empty;
                assert!(!figure || cell.origin != Origin::Words, "{}: {:?}", annex.heading.name, cell);
            }
        }
    }
}

#[test]
fn the_plan_chooses_order_numbers_and_titles() {
    let choice = |name: AppendixName, number: Option<&str>, title: Option<&str>| AppendixChoice {
        name,
        number: number.map(str::to_owned),
        title: title.map(str::to_owned),
    };
    let mut assessment = sample::assessment();
    assessment.received.rulebook.plan.appendices = vec![
        choice(AppendixName::Matrix, None, Some("Bảng chi tiết")),
        choice(AppendixName::Sources, Some("2b"), None),
    ];
    let annexes = sample::annexes(&assessment);
    let heads: Vec<_> = annexes
        .iter()
        .map(|annex| (annex.heading.name, annex.heading.number.as_deref(), annex.heading.title.as_str()))
        .collect();
    assert_eq!(
        heads,
        [
            ("matrix", Some("I"), "Bảng chi tiết"),
            ("sources", Some("2b"), "Nguồn số liệu"),
            ("criteria-set", None, "Bộ tiêu chí đã dùng"),
        ]
    );
}
