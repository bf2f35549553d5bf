//! Where answers are found: matrices, cards, lists, and what may stand around them.

use super::{found, rulebook, sheet, shown, submit};

pub(super) const SET: &str = "
[[standard.criterion]]
id = \"2.1\"
title = \"Tỷ lệ hộ nghèo\"
kind = \"percent\"
achieved = \"<= 3%\"
part = \"Số hộ nghèo\"
whole = \"Tổng số hộ\"
[[standard.criterion]]
id = \"2.2\"
title = \"Nhà văn hóa\"
kind = \"yes-no\"
achieved = \"yes\"
[[standard.criterion]]
id = \"2.10\"
title = \"Số vụ ma túy\"
kind = \"count\"
achieved = \"= 0\"
";

/// Reads sheets of rows and returns `01.1 2.1: figure=2`, a line a fact, then what was found.
pub(super) fn read(sheets: &[&str]) -> Vec<String> {
    let rulebook = rulebook(SET);
    let sheets = sheets.iter().enumerate().map(|(index, rows)| sheet(&format!("Biểu {index}"), rows)).collect();
    let submission = submit(&rulebook, sheets);
    let facts = submission.facts.iter().map(|fact| {
        let (unit, id) = (&rulebook.register.unit(fact.unit).code, &rulebook.criteria.criterion(fact.criterion).id);
        let voice = serde_json::to_value(fact.voice).unwrap();
        let voice = if voice == "self" { String::new() } else { format!(" {}", voice.as_str().unwrap()) };
        format!("{unit} {id}{voice}: {}", shown(fact))
    });
    facts.chain(found(&submission)).collect()
}

#[test]
fn a_matrix_is_read_below_its_title_and_above_its_signature() {
    let rows = "
UBND PHƯỜNG ĐOÀN KẾT
BIỂU TỔNG HỢP

TT|Tên tổ dân phố|Tổng số hộ|2.1. Tỷ lệ hộ nghèo|2.2. Nhà văn hóa|TC 2.10
#1|#2|#3|#4|#5|#6
I|Tổ dân phố
#1|Tổ 1|#100|#0.02%|Đạt|#0
#2|TDP số 02|#50|#0.04%|x|#1
|Cộng|#150|||#1

|NGƯỜI LẬP BIỂU|||CHỦ TỊCH";
    assert_eq!(
        read(&[rows.trim_start()]),
        [
            "01.1 2.1: figure=2 whole=100",
            "01.1 2.2: claim=achieved",
            "01.1 2.10: figure=0",
            "01.2 2.1: figure=4 whole=50",
            "01.2 2.2: claim=achieved",
            "01.2 2.10: figure=1",
        ]
    );
}

#[test]
fn part_whole_figure_and_marks_of_a_criterion_stand_side_by_side() {
    let rows = "
TT|Đơn vị|2.1. Tỷ lệ hộ nghèo|||2.2. Nhà văn hóa||2.10. Số vụ ma túy|
||Số hộ nghèo|Tổng số hộ|Tự đánh giá|Đạt|Chưa đạt|Số liệu|Đánh giá
#1|01.1|#1|#50|Đạt||x|#0|Đạt";
    assert_eq!(
        read(&[rows.trim_start()]),
        [
            "01.1 2.1: part=1 whole=50 claim=achieved",
            "01.1 2.2: claim=not-achieved",
            "01.1 2.10: figure=0 claim=achieved",
        ]
    );
}

#[test]
fn columns_of_several_voices_are_kept_apart() {
    let rows = "
TT|Đơn vị|2.2. Nhà văn hóa||2.1|2.10
||Tổ tự chấm|Phường thẩm định||
#1|01.1|Đạt|Chưa đạt|#0%|#0";
    assert_eq!(
        read(&[rows.trim_start()]),
        ["01.1 2.1: figure=0", "01.1 2.2: claim=achieved", "01.1 2.2 ward: claim=not-achieved", "01.1 2.10: figure=0",]
    );
}

#[test]
fn labels_may_be_split_over_rows() {
    let rows = "
Số|Tên tổ|Tỷ lệ|Nhà|Số vụ
thứ|dân phố|hộ nghèo|văn hóa|ma túy
tự||||
#1|01.1|#0%|x|#0";
    assert_eq!(read(&[rows.trim_start()]), ["01.1 2.1: figure=0", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0"]);
}

#[test]
fn two_tables_on_a_sheet_may_share_the_criteria_between_them() {
    let rows = "
TT|Đơn vị|2.1. Tỷ lệ hộ nghèo|2.2. Nhà văn hóa
#1|01.1|#0%|x

TT|Đơn vị|2.10. Số vụ ma túy
#1|01.1|#0";
    assert_eq!(read(&[rows.trim_start()]), ["01.1 2.1: figure=0", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0"]);
}

#[test]
fn several_cards_may_stand_on_a_sheet_each_under_the_name_of_its_unit() {
    let card = |unit: &str, claim: &str| {
        format!(
            "Đơn vị: {unit}, phường Đoàn Kết\nTT|Nội dung tiêu chí|Yêu cầu|Kết quả|Tự đánh giá\n#2.1|Tỷ lệ hộ nghèo|3%|#0%|Đạt\n\
             #2.2|Nhà văn hóa|Đạt||{claim}\n#2.1|Số vụ ma túy|0|#0|Đạt\n"
        )
    };
    let rows = format!("{}\n{}", card("Tổ dân phố số 1", "Đạt"), card("Tổ dân phố số 2", "Không đạt"));
    assert_eq!(
        read(&[&rows]),
        [
            "01.1 2.1: figure=0 claim=achieved",
            "01.1 2.2: claim=achieved",
            "01.1 2.10: figure=0 claim=achieved",
            "01.2 2.1: figure=0 claim=achieved",
            "01.2 2.2: claim=not-achieved",
            "01.2 2.10: figure=0 claim=achieved",
        ]
    );
}

#[test]
fn a_number_that_drops_its_zero_and_has_no_title_is_unclear() {
    let rows = "
Phường Đoàn Kết
Đơn vị: Tổ dân phố số 1
TT|Tiêu chí|Kết quả
#2.1||#0%
2.2|Nhà văn hóa|Đạt";
    assert_eq!(read(&[rows.trim_start()]), ["01.1 2.2: claim=achieved", "TDP103 A4", "TDP101 A3"]);
}

#[test]
fn a_list_says_unit_and_criterion_in_each_row() {
    let rows = "
UBND phường Đoàn Kết
TT|Tổ dân phố|Tiêu chí|Tự đánh giá|Phường thẩm định|Ý kiến
#1|Tổ 1|2.2. Nhà văn hóa|Đạt|Chưa đạt|xuống cấp
#2||2.1. Tỷ lệ hộ nghèo|Đạt||
#3|Tổ 2|2.2|Đạt|Đạt|";
    assert_eq!(
        read(&[rows.trim_start()]),
        [
            "01.1 2.1: claim=achieved",
            "01.1 2.2: claim=achieved",
            "01.1 2.2 ward: claim=not-achieved",
            "01.2 2.2: claim=achieved",
            "01.2 2.2 ward: claim=achieved",
            "TDP101 A2",
            "TDP302 D4",
        ]
    );
}

#[test]
fn sections_name_the_wards_of_a_city_wide_table() {
    let rows = "
TT|Đơn vị|2.1|2.2|2.10
I|Phường Đoàn Kết
#1|Tổ 1|#0%|x|#0
II|Phường Tân Phong
#1|Tổ 1|#0.01%|x|#0";
    let read = read(&[rows.trim_start()]);
    assert_eq!(read[0], "01.1 2.1: figure=0");
    assert_eq!(read[3], "02.1 2.1: figure=1");
    assert_eq!(read.len(), 6);
}

#[test]
fn what_cannot_be_placed_is_told_at_its_cell() {
    let rows = "
Phường Đoàn Kết
TT|Đơn vị|2.1|2.2|2.10|Màu sơn
#1|Tổ 99|#0%|x|#0|xanh
#2|Bản Chin Chu Chải|#0%|x|#0|
#3|Tổ 1|#0%|x|#0|đỏ
#4||#0%|x|#0|";
    let told: Vec<String> = read(&[rows.trim_start()]).into_iter().filter(|line| line.starts_with("TDP")).collect();
    assert_eq!(told, ["TDP111 B3", "TDP112 B4", "TDP111 B6", "TDP102 F2"]);
}

#[test]
fn a_unit_twice_is_used_only_where_both_rows_say_the_same() {
    let rows = "
Phường Đoàn Kết
TT|Đơn vị|2.1|2.2|2.10
#1|Tổ 1|#0%|x|#0
#2|TDP số 1|#0%|x|#1";
    assert_eq!(
        read(&[rows.trim_start()]),
        ["01.1 2.1: figure=0", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0 refused", "TDP113 B4"]
    );
}

#[test]
fn a_criterion_twice_is_used_only_where_both_columns_say_the_same() {
    let rows = "
Phường Đoàn Kết
TT|Đơn vị|2.1|2.2|2.10|2.2. Nhà văn hóa
#1|Tổ 1|#0%|x|#0|Chưa đạt
#2|Tổ 2|#0%|x|#0|x";
    assert_eq!(
        read(&[rows.trim_start()]),
        [
            "01.1 2.1: figure=0",
            "01.1 2.2: claim=achieved refused",
            "01.1 2.10: figure=0",
            "01.2 2.1: figure=0",
            "01.2 2.2: claim=achieved",
            "01.2 2.10: figure=0",
            "TDP103 F2",
        ]
    );
}

#[test]
fn a_sheet_without_a_table_is_told_once() {
    assert_eq!(read(&["Kính gửi: UBND thành phố\nBáo cáo"]), ["TDP004"]);
}

#[test]
fn a_column_headed_by_an_id_alone_takes_no_unit_for_a_heading() {
    let rows = "
Phường Đoàn Kết
TT|Tổ dân phố, bản|Tiêu chí 2.2
#1|Tổ 1|Chưa đạt
#2|Tổ 2|Đạt";
    assert_eq!(read(&[rows.trim_start()]), ["01.1 2.2: claim=not-achieved", "01.2 2.2: claim=achieved", "TDP101 A2"]);
}

#[test]
fn a_column_of_wards_says_whose_units_they_are() {
    let rows = "
TT|Phường|Tổ dân phố|2.1|2.2|2.10
#1|Phường Đoàn Kết|Tổ 1|#0%|x|#0
#2|Phường Tân Phong|Tổ 1|#0.01%|x|#0";
    let read = read(&[rows.trim_start()]);
    assert_eq!((read[0].as_str(), read[3].as_str(), read.len()), ("01.1 2.1: figure=0", "02.1 2.1: figure=1", 6));
}

#[test]
fn a_list_tells_equal_names_of_two_wards_apart_and_knows_codes() {
    let rows = "
TT|Phường|Tổ dân phố|Mã|Tiêu chí|Tự đánh giá
#1|Phường Đoàn Kết|Tổ 1||2.2. Nhà văn hóa|Đạt
#2|Phường Tân Phong|Tổ 1||2.2. Nhà văn hóa|Chưa đạt
#3|||01.2|2.2. Nhà văn hóa|Đạt";
    assert_eq!(
        read(&[rows.trim_start()])[..3],
        ["01.1 2.2: claim=achieved", "01.2 2.2: claim=achieved", "02.1 2.2: claim=not-achieved"]
    );
}

#[test]
fn a_section_may_bear_its_own_subtotals() {
    let rows = "
TT|Đơn vị|2.1|2.2|2.10
I|Phường Đoàn Kết|||#7
#1|Tổ 1|#0%|x|#7
II|Phường Tân Phong|||#2
#1|Tổ 1|#0%|x|#2";
    let read = read(&[rows.trim_start()]);
    assert_eq!((read[2].as_str(), read[5].as_str(), read.len()), ("01.1 2.10: figure=7", "02.1 2.10: figure=2", 6));
}

#[test]
fn a_ward_among_its_groups_is_told() {
    let rows = "
Phường Đoàn Kết
TT|Đơn vị|2.1|2.2|2.10
#1|Tổ 1|#0%|x|#0
#2|Phường Tân Phong|#0%|x|#5";
    let read = read(&[rows.trim_start()]);
    assert_eq!(read[3..], ["TDP111 B4"]);
}

#[test]
fn a_second_table_beside_the_first_is_not_mixed_into_it() {
    let rows = "
Phường Đoàn Kết
TT|Tên tổ|2.1|2.2||TT|Tên tổ|2.10
#1|Tổ 1|#0%|x||#1|Tổ 2|#5";
    let read = read(&[rows.trim_start()]);
    assert_eq!(read[..2], ["01.1 2.1: figure=0", "01.1 2.2: claim=achieved"]);
    assert!(read.contains(&"TDP102 H2".to_owned()), "{read:?}");
}

#[test]
fn the_word_of_the_other_column_of_a_pair_is_refused() {
    let rows = "
Phường Đoàn Kết
TT|Tên tổ|2.1|2.2. Nhà văn hóa||2.10
|||Đạt|Chưa đạt|
#1|Tổ 1|#0%||Đạt|#0
#2|Tổ 2|#0%|Chưa đạt||#0
#3|Bản Gia Khâu|#0%||x|#0";
    let read_with = |rows: &str| read(&[rows.trim_start()]);
    assert_eq!(read_with(&rows.replace("||Đạt|#0", "||đ|#0"))[1], "01.1 2.2: refused");
    let read = read_with(rows);
    assert_eq!(read[1], "01.1 2.2: refused");
    assert_eq!(read[4], "01.2 2.2: refused");
    assert_eq!(read[7], "01.3 2.2: claim=not-achieved");
    assert_eq!(read[9..], ["TDP210 E4", "TDP210 D5"]);
}

#[test]
fn figures_may_stand_under_a_voice() {
    let rows = "
Phường Đoàn Kết
TT|Tên tổ|2.1. Tỷ lệ hộ nghèo||2.2|2.10
||Tổ tự chấm|Phường thẩm định||
#1|Tổ 1|#0.02%|#0.04%|x|#0";
    let read = read(&[rows.trim_start()]);
    assert_eq!(read[..2], ["01.1 2.1: figure=2", "01.1 2.1 ward: figure=4"]);
}

#[test]
fn a_card_that_goes_on_below_its_headings_repeated_keeps_its_unit() {
    let rows = "
Phường Đoàn Kết
Đơn vị: Tổ dân phố số 1
TT|Tiêu chí|Kết quả
2.1|Tỷ lệ hộ nghèo|#0%
TT|Tiêu chí|Kết quả
2.2|Nhà văn hóa|Đạt
2.10|Số vụ ma túy|#0";
    assert_eq!(read(&[rows.trim_start()]), ["01.1 2.1: figure=0", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0"]);
}

#[test]
fn units_named_by_numbers_are_no_row_of_column_numbers() {
    let rows = "
Phường Đoàn Kết
TT|TDP|2.1|2.2|2.10
#1|#1|#20|x|#7
#2|#2|#2|x|#0";
    let read = read(&[rows.trim_start()]);
    assert_eq!(read[..3], ["01.1 2.1: figure=20", "01.1 2.2: claim=achieved", "01.1 2.10: figure=7"]);
}

#[test]
fn a_unit_called_like_a_total_is_a_unit() {
    let rows = "
Phường Đoàn Kết
TT|TDP|2.1|2.2|2.10
#1|Cộng Hòa (cũ)|#0%|x|#0";
    assert_eq!(read(&[rows.trim_start()]), ["TDP111 B3"]);
}

#[test]
fn a_code_that_contradicts_the_name_beside_it_is_refused() {
    let rows = "
Phường Đoàn Kết
TT|Tên tổ|Mã|2.1|2.2|2.10
#1|Tổ dân phố số 1|01.2|#0%|x|#0
#2|Bản Gia Khâu|01.3|#0%|x|#0
#3|Tổ dân phố số 2|02.1|#0%|x|#0";
    let read = read(&[rows.trim_start()]);
    assert_eq!(read[0], "01.3 2.1: figure=0");
    assert_eq!(read[3..], ["TDP111 B3", "TDP112 B5"]);
}

#[test]
fn a_table_that_asks_for_more_than_any_city_has_is_refused_whole() {
    let headings = "|Tên tổ".to_owned() + &"|2.1|2.2".repeat(500);
    let rows = "\n#1|Tổ 1".repeat(600);
    assert_eq!(read(&[&format!("{headings}{rows}")]), ["TDP003"]);
}
