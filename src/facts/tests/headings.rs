//! Headings of several rows, merged or not, and what is none although it looks like one.

use super::layouts::read;

/// What the sheet with this title and these rows says of the first group, and what is found.
fn of(rows: &str) -> Vec<String> {
    read(&[&format!("PHƯỜNG ĐOÀN KẾT\n{}", rows.trim())])
}

#[test]
fn a_section_over_a_text_that_looks_like_a_criterion_is_no_new_table() {
    for figure in ["2.1 %", "2.1%", "2.10/100", "2.1 hộ"] {
        let rows = format!(
            "TT|Tên đơn vị|2.1. Tỷ lệ hộ nghèo|2.2. Nhà văn hóa|2.10. Số vụ\n1|2|3|4|5\nI|Tổ dân phố\n1|Tổ 1|1%|x|0\n\
             II|Bản\n|Bản Gia Khâu|{figure}|x|0"
        );
        let read = of(&rows);
        assert_eq!(read[..3], ["01.1 2.1: figure=1", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0"], "{figure}");
        assert!(read[3].starts_with("01.3 2.1: "), "{figure}: {read:?}");
        assert!(!read.iter().any(|line| line.starts_with("TDP10") || line.starts_with("TDP11")), "{figure}: {read:?}");
    }
}

#[test]
fn labels_split_over_rows_have_parts_and_wholes_or_kinds_of_answers_below_them() {
    let parts = "
STT|Tổ dân phố|2.1. Tỷ lệ hộ||2.2. Nhà|2.10. Số vụ
||nghèo||văn hóa|ma túy
||Số hộ nghèo|Tổng số hộ|Tự chấm|Số liệu
1|Tổ 1|#4|#200|Đạt|#0";
    assert_eq!(of(parts), ["01.1 2.1: part=4 whole=200", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0"]);
    let roles = "
Số|Tên|Tỷ lệ hộ||Nhà|Số vụ|
thứ|tổ dân phố|nghèo||văn hóa|ma túy|
tự||Số liệu|Đánh giá|Đánh giá|Số liệu|Đánh giá
1|Tổ 1|#4|Không đạt|Đạt|#0|Đạt";
    let expected =
        ["01.1 2.1: figure=4 claim=not-achieved", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0 claim=achieved"];
    assert_eq!(of(roles), expected);
}

#[test]
fn two_voices_with_two_kinds_of_answers_each_are_kept_apart_without_merges() {
    let rows = "
STT|Tổ dân phố|2.1. Tỷ lệ hộ nghèo||||2.2. Nhà văn hóa|2.10. Số vụ
||Tổ tự chấm||Phường thẩm định|||
||Số liệu|Đánh giá|Số liệu|Đánh giá||
1|Tổ 1|#2.5|Đạt|#4|Không đạt|x|#0";
    let expected = [
        "01.1 2.1: figure=2.5 claim=achieved",
        "01.1 2.1 ward: figure=4 claim=not-achieved",
        "01.1 2.2: claim=achieved",
        "01.1 2.10: figure=0",
    ];
    assert_eq!(of(rows), expected);
    let side_by_side = "
STT|Tổ dân phố|2.1. Tỷ lệ hộ nghèo|Tổ tự chấm|Phường thẩm định|2.2. Nhà văn hóa|2.10. Số vụ
1|Tổ 1|#2.5|Đạt|Không đạt|x|#0";
    let read = of(side_by_side);
    assert_eq!(read[..2], ["01.1 2.1: figure=2.5 claim=achieved", "01.1 2.1 ward: claim=not-achieved"]);
}

#[test]
fn headings_with_the_numbers_of_other_criteria_are_told() {
    let rows = "
STT|Tổ dân phố|2.2. Tỷ lệ hộ nghèo|2.1. Nhà văn hóa|2.10
1|Tổ 1|2%|x|#0";
    assert_eq!(of(rows), ["01.1 2.10: figure=0", "TDP103 C2", "TDP103 D2", "TDP101 A2"]);
}

#[test]
fn a_table_below_another_may_have_more_criteria() {
    let rows = "
STT|Tổ dân phố|2.1. Tỷ lệ hộ nghèo
1|Tổ 1|2%

STT|Tổ dân phố|2.2. Nhà văn hóa|2.10. Số vụ ma túy
1|Tổ 1|x|#0";
    assert_eq!(of(rows), ["01.1 2.1: figure=2", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0"]);
}

#[test]
fn a_section_of_a_kind_of_units_may_bear_its_subtotals() {
    let rows = "
STT|Tổ dân phố, bản|2.1|2.2|2.10. Số vụ
I|Tổ dân phố|||#5
1|Tổ 1|#0%|x|#3
2|Tổ 2|#0%|x|#2
II|Bản|||#4
1|Bản Gia Khâu|#0%|x|#4
|Tổng|||#9";
    let found: Vec<String> = of(rows).into_iter().filter(|line| line.starts_with("TDP")).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_criterion_by_its_number_alone_heads_no_table() {
    let rows = "Phường Đoàn Kết\nTT|Tổ dân phố|Tiêu chí|Kết quả\n#1|Tổ 1|Tiêu chí 2.1|2%\n#2|Tổ 1|Tiêu chí 2.2|ĐẠT\n#3|Tổ 2|TC 2.2|x";
    assert_eq!(
        read(&[rows]),
        ["01.1 2.1: figure=2", "01.1 2.2: claim=achieved", "01.2 2.2: claim=achieved", "TDP101 A2"]
    );
}

#[test]
fn what_stands_under_a_criterion_and_is_not_known_is_not_its_figure() {
    for strange in ["Xếp hạng", "Kế hoạch", "Cùng kỳ", "Ước cả năm", "Số hộ cận nghèo", "Năm 2024"]
    {
        let rows = format!("TT|Tên tổ|2.1. Tỷ lệ hộ nghèo||2.2|2.10\n||{strange}|Tự chấm||\n1|Tổ 1|#2|Đạt|x|#0");
        let read = of(&rows);
        assert_eq!(read[0], "01.1 2.1: claim=achieved", "{strange}: {read:?}");
    }
    let told = of("TT|Tên tổ|2.1. Tỷ lệ hộ nghèo||2.2|2.10\n||Xếp hạng|Tự chấm||\n1|Tổ 1|#2|Đạt|x|#0");
    assert!(told.contains(&"TDP102 C3".to_owned()), "{told:?}");
    for measure in ["(%)", "%", "ĐVT: %"] {
        let rows = format!("TT|Tên tổ|2.1. Tỷ lệ hộ nghèo|2.2|2.10\n||{measure}||\n1|Tổ 1|#2|x|#0");
        assert_eq!(of(&rows)[0], "01.1 2.1: figure=2", "{measure}");
    }
    assert_eq!(of("TT|Tên tổ|2.1|2.2|2.10\n||Hộ nghèo (%)||\n1|Tổ 1|#2|x|#0")[0], "01.1 2.1: figure=2");
}

#[test]
fn a_number_with_words_that_deny_its_title_is_not_taken_for_it() {
    let claims = |heading: &str| of(&format!("TT|Tên tổ|2.1|{heading}|2.10\n1|Tổ 1|#2|x|#0"))[1].clone();
    assert_eq!(claims("2.2. Nhà văn hóa"), "01.1 2.2: claim=achieved");
    assert_eq!(claims("2.2. Chưa đạt"), "01.1 2.2: claim=not-achieved");
    assert_eq!(claims("2.2 Nhà văn hóa (Không đạt)"), "01.1 2.2: claim=not-achieved");
    for strange in ["2.2. Chưa có nhà văn hóa", "2.2 Ghi chú", "2.2. Nhà văn hóa năm 2024"] {
        assert!(!claims(strange).contains("2.2"), "{strange}: {}", claims(strange));
    }
    let crossed = of("TT|Tên tổ|2.10. Tỷ lệ hộ nghèo||2.2\n||Kết quả|Tự ĐG|\n1|Tổ 1|#2|Đạt|x");
    assert!(crossed.contains(&"TDP103 C2".to_owned()) && !crossed[0].contains("2.10"), "{crossed:?}");
}

#[test]
fn a_table_with_headings_that_nobody_knows_ends_the_one_above() {
    let rows = "TT|Tên tổ|2.1|2.2|2.10\n1|Tổ 1|#2|x|#0\nTT|Tên tổ|Số điện thoại\n2|Tổ 2|#912345678";
    let read = of(rows);
    assert!(read.contains(&"TDP102 C4".to_owned()) && !read.iter().any(|line| line.starts_with("01.2")), "{read:?}");
}
