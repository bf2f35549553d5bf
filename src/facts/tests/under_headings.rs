//! What stands under which heading: voices, years, parts and wholes, columns that nobody knows.

use super::{found, layouts::read, rulebook, sheet, submit};

const CARD: &str = "Phường Đoàn Kết\nĐơn vị: Tổ 1\nTT|Tiêu chí";

/// Reads a card of one row, about a count of which none is wanted.
fn card(headings: &str, row: &str) -> Vec<String> {
    read(&[&format!("{CARD}|{headings}\n2.10|Số vụ ma túy|{row}")])
}

#[test]
fn of_a_card_every_filled_column_of_an_unknown_heading_is_told_once() {
    let rows = format!(
        "{CARD}|Kết quả|Màu sắc|Tự đánh giá|Mùi vị\n2.1|Tỷ lệ hộ nghèo|2%|xanh|Đạt\n2.2|Nhà văn hóa||đỏ|Đạt|-\n\
         2.10|Số vụ ma túy|#0||Đạt"
    );
    assert_eq!(
        read(&[&rows]),
        [
            "01.1 2.1: figure=2 claim=achieved",
            "01.1 2.2: claim=achieved",
            "01.1 2.10: figure=0 claim=achieved",
            "TDP102 D3",
        ]
    );
}

#[test]
fn what_stands_beside_a_card_under_no_heading_is_told() {
    assert_eq!(card("Kết quả", "#0|xem lại"), ["01.1 2.10: figure=0", "TDP102 D4", "TDP101 A3"]);
}

#[test]
fn a_voice_is_known_by_who_judges() {
    for heading in ["Đoàn thẩm định của thành phố", "Hội đồng thẩm định thành phố", "Ý kiến thẩm định của đoàn"]
    {
        assert_eq!(
            card(&format!("Kết quả|Tổ dân phố tự đánh giá|{heading}"), "#0|Đạt|#1"),
            ["01.1 2.10: figure=0 claim=achieved", "01.1 2.10 panel: figure=1", "TDP101 A3"],
            "{heading}"
        );
    }
    assert_eq!(
        card("Phường (xã) chấm|Ý kiến thẩm định của phường", "#1|nhất trí"),
        ["01.1 2.10 ward: figure=1", "TDP101 A3"]
    );
}

#[test]
fn voices_stand_under_the_criteria_of_a_matrix() {
    let rows = "
Phường Đoàn Kết
TT|Tên tổ|2.10. Số vụ ma túy||2.2. Nhà văn hóa|
||Tổ dân phố tự đánh giá|Phòng Nội vụ thẩm định|Tổ dân phố tự đánh giá|Phòng Nội vụ thẩm định
#1|Tổ 1|#0|#1|Đạt|Chưa đạt";
    assert_eq!(
        read(&[rows.trim_start()]),
        [
            "01.1 2.2: claim=achieved",
            "01.1 2.2 agency: claim=not-achieved",
            "01.1 2.10: figure=0",
            "01.1 2.10 agency: figure=1",
            "TDP101 A2",
        ]
    );
}

#[test]
fn the_year_of_the_plan_does_not_matter_and_that_of_another_is_not_read() {
    assert_eq!(
        card("Thực hiện năm 2024|KQ thực hiện đến 30/9/2025", "#1|#0"),
        ["01.1 2.10: figure=0", "TDP102 C3", "TDP101 A3"]
    );
    let matrix = "
Phường Đoàn Kết
TT|Tên tổ|2.10. Số vụ ma túy|
||Kết quả năm 2024|Kết quả năm 2025
#1|Tổ 1|#1|#0";
    assert_eq!(read(&[matrix.trim_start()]), ["01.1 2.10: figure=0", "TDP102 C3", "TDP101 A2"]);
}

#[test]
fn the_level_reached_is_told_from_the_level_asked_for_by_the_columns_beside_it() {
    assert_eq!(card("Chỉ tiêu|Mức đạt", "0 vụ|#1"), ["01.1 2.10: figure=1", "TDP101 A3"]);
    assert_eq!(card("Mức đạt|Kết quả", "0 vụ|#1"), ["01.1 2.10: figure=1", "TDP101 A3"]);
    assert_eq!(card("Chỉ tiêu|Mức đạt|Kết quả", "0 vụ|#2|#1"), ["01.1 2.10: figure=1", "TDP102 D3", "TDP101 A3"]);
}

#[test]
fn columns_of_a_card_may_be_headed_by_the_part_and_the_whole_of_a_criterion() {
    let rows =
        format!("{CARD}|Số hộ nghèo|Tổng số hộ|Đánh giá\n2.1|Tỷ lệ hộ nghèo|#2|#100|Đạt\n2.10|Số vụ ma túy|#3||Đạt");
    assert_eq!(
        read(&[&rows]),
        [
            "01.1 2.1: part=2 whole=100 claim=achieved",
            "01.1 2.10: claim=achieved",
            "TDP102 C5",
            "TDP101 A3",
            "TDP302 E5",
        ]
    );
    let alone = format!("{CARD}|Số hộ nghèo|Tổng số hộ\n2.1|Tỷ lệ hộ nghèo|#2|#100");
    assert_eq!(read(&[&alone])[0], "01.1 2.1: part=2 whole=100");
    let general = format!("{CARD}|Số lượng đạt|Tổng\n2.1|Tỷ lệ hộ nghèo|#2|#100");
    assert_eq!(read(&[&general])[0], "01.1 2.1: part=2 whole=100");
}

#[test]
fn units_stand_under_one_or_several_words_for_them() {
    for heading in ["Thôn, bản", "Bản, tổ dân phố", "Tổ dân phố/bản", "Tên thôn/bản", "Tổ", "Mã"]
    {
        let rows = format!("Phường Đoàn Kết\nTT|{heading}|2.2. Nhà văn hóa|2.10. Số vụ ma túy\n#1|01.1|x|#0");
        assert_eq!(read(&[&rows]), ["01.1 2.2: claim=achieved", "01.1 2.10: figure=0", "TDP101 A2"], "{heading}");
    }
}

#[test]
fn ids_of_criteria_stand_under_a_heading_of_their_own() {
    let rows = "Phường Đoàn Kết\nSTT|Đơn vị|Mã tiêu chí|Tên tiêu chí|Kết quả\n1|Tổ 1|2.10|Số vụ|#0\n2|Tổ 1|2.2||x";
    assert_eq!(read(&[rows])[..2], ["01.1 2.2: claim=achieved", "01.1 2.10: figure=0"]);
}

#[test]
fn a_column_of_another_year_is_told_as_such() {
    let rulebook =
        rulebook("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\nkind = \"yes-no\"\nachieved = \"yes\"");
    let rows = format!("{CARD}|Tự đánh giá|Tự đánh giá năm 2024\n1.1|Một|Đạt|Chưa đạt");
    let submission = submit(&rulebook, vec![sheet("Phiếu", &rows)]);
    assert_eq!(found(&submission), ["TDP102 D3"]);
    assert_eq!(
        submission.findings[0].message.vi,
        "Cột \"Tự đánh giá năm 2024\" là của năm khác với năm của kế hoạch nên không được đọc"
    );
}
