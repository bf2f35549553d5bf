//! Which columns answer which criterion, and how many there may be.

use super::layouts::read;

#[test]
fn a_table_of_more_columns_than_any_has_is_not_read_by_half() {
    let headings = "|Tên tổ".to_owned() + &"|2.1|2.2".repeat(510);
    assert_eq!(read(&[&format!("{headings}\n#1|Tổ 1")]), ["TDP003"]);
}

#[test]
fn a_verdict_on_the_group_as_a_whole_is_no_answer_to_the_last_criterion() {
    let overall = "
PHƯỜNG ĐOÀN KẾT
TT|Tên tổ|Tiêu chuẩn 1: Một||Kết quả tự đánh giá
||2.1. Tỷ lệ hộ nghèo|2.10. Số vụ ma túy|
#1|Tổ 1|#0%||Đạt";
    assert_eq!(read(&[overall]), ["01.1 2.1: figure=0", "TDP102 E2", "TDP101 A2", "TDP116 D4"]);
    let beside = "
PHƯỜNG ĐOÀN KẾT
TT|Tên tổ|TC 2.10|Tự đánh giá
#1|Tổ 1||Đạt";
    assert_eq!(read(&[beside])[0], "01.1 2.10: claim=achieved");
}

#[test]
fn the_id_before_the_heading_of_a_part_or_whole_does_not_make_it_a_figure() {
    for [whole, part] in [["2.1 Tổng số hộ", "2.1. Số hộ nghèo"], ["Tổng số hộ (hộ)", "TC 2.1: Số hộ nghèo (hộ)"]]
    {
        let rows = format!("PHƯỜNG ĐOÀN KẾT\nTT|Tên tổ|{whole}|{part}|2.2|2.10\n#1|Tổ 1|#125|#2|x|#0");
        assert_eq!(read(&[&rows])[0], "01.1 2.1: part=2 whole=125", "{whole}, {part}");
    }
}

#[test]
fn a_number_in_the_part_of_a_yes_no_criterion_is_not_dropped() {
    let card = "Phường Đoàn Kết\nĐơn vị: Tổ 1\nTT|Tiêu chí|Số đạt|Tổng số|Kết quả\n2.2|Nhà văn hóa|#5||\n2.1|Tỷ lệ hộ nghèo|||#2";
    let read = read(&[card]);
    assert!(read.contains(&"TDP210 C4".to_owned()), "{read:?}");
}

#[test]
fn of_two_columns_for_a_criterion_neither_is_used_where_one_is_blank() {
    for (first, second) in [("", "x"), ("x", "")] {
        let rows = format!(
            "PHƯỜNG ĐOÀN KẾT\nTT|Tên tổ|2.1|2.2. Nhà văn hóa|2.2. Nhà văn hóa đã xong|2.10\n\
             1|Tổ 1|#2|{first}|{second}|#0\n2|Tổ 2|#2|x|x|#0"
        );
        let read = read(&[&rows]);
        assert_eq!(read[1], "01.1 2.2: claim=achieved refused", "{read:?}");
        assert_eq!(read[4], "01.2 2.2: claim=achieved", "{read:?}");
        assert!(read.contains(&"TDP103 E2".to_owned()), "{read:?}");
    }
}

#[test]
fn a_card_ends_where_another_unit_is_named() {
    let card =
        "Phường Đoàn Kết\nĐơn vị: Tổ 1\nTT|Tiêu chí|Kết quả\n2.1|Tỷ lệ hộ nghèo|2%\nTổ dân phố số 2\n2.10|Số vụ|#0";
    let read = read(&[card]);
    assert_eq!(read[0], "01.1 2.1: figure=2");
    assert!(!read.iter().any(|line| line.contains("2.10")) && read.contains(&"TDP111 A5".to_owned()), "{read:?}");
}

#[test]
fn a_negative_number_in_the_column_of_parts_is_told_where_it_stands() {
    let card = "Phường Đoàn Kết\nĐơn vị: Tổ 1\nTT|Tiêu chí|Số đạt|Tổng số|Kết quả\n2.10|Số vụ ma túy|#-5||\n2.1|Tỷ lệ hộ nghèo|||#2";
    let read = read(&[card]);
    assert!(read.contains(&"TDP208 C4".to_owned()), "{read:?}");
}
