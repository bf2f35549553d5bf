//! Columns that are about the unit as a whole, and criteria under headings of plans and other years.

use super::layouts::read;

/// Reads a matrix of the first unit with these rows below its title.
fn matrix(rows: &str) -> Vec<String> {
    let found = read(&[&format!("Phường Đoàn Kết\n{rows}")]);
    found.into_iter().filter(|told| !told.starts_with("TDP101")).collect()
}

#[test]
fn what_stands_behind_the_last_criterion_is_about_the_whole_unit() {
    for heading in ["Xếp loại", "Kết luận", "Kết quả", "Đánh giá", "Tự xếp loại", "Đạt/Không đạt", "Tự đánh giá"]
    {
        assert_eq!(
            matrix(&format!("TT|Tên tổ|2.1. Tỷ lệ hộ nghèo|2.10. Số vụ ma túy|{heading}\n#1|Tổ 1|2%|#0|Chưa đạt")),
            ["01.1 2.1: figure=2", "01.1 2.10: figure=0", "TDP102 E2"],
            "{heading}"
        );
        assert_eq!(
            matrix(&format!("TT|Tên tổ|2.1. Tỷ lệ hộ nghèo|2.2. Nhà văn hóa|Ghi chú|{heading}\n#1|Tổ 1|2%|||Đạt")),
            ["01.1 2.1: figure=2", "TDP102 F2", "TDP116 D3"],
            "{heading}"
        );
    }
}

#[test]
fn what_stands_behind_each_criterion_is_about_that_one() {
    let two = "2.1. Tỷ lệ hộ nghèo|Đánh giá|2.10. Số vụ ma túy|Kết luận";
    let answers = ["01.1 2.1: figure=2 claim=achieved", "01.1 2.10: figure=0 claim=achieved"];
    assert_eq!(matrix(&format!("TT|Tên tổ|{two}\n#1|Tổ 1|2%|Đạt|#0|Đạt")), answers);
    let told = [&answers[..], &["TDP102 G2"]].concat();
    assert_eq!(matrix(&format!("TT|Tên tổ|{two}|Xếp loại\n#1|Tổ 1|2%|Đạt|#0|Đạt|Chưa đạt")), told);
    let below = "TT|Tên tổ|2.1. Tỷ lệ hộ nghèo||2.10. Số vụ ma túy||Kết luận\n||Kết quả|Tự ĐG|Kết quả|Tự ĐG|";
    assert_eq!(matrix(&format!("{below}\n#1|Tổ 1|2%|Đạt|#0|Đạt|Chưa đạt")), told);
}

#[test]
fn the_conclusion_behind_what_others_judge_is_nobody_s() {
    let rows = "Đơn vị: Tổ 1\nTT|Tiêu chí|Kết quả tự đánh giá|Kết quả thẩm định của phường|Kết luận\n\
                2.1|Tỷ lệ hộ nghèo|2%|5%|Không đạt";
    assert_eq!(matrix(rows), ["01.1 2.1: figure=2", "01.1 2.1 ward: figure=5", "TDP102 E3"]);
}

#[test]
fn criteria_under_a_plan_or_another_year_are_not_the_figures() {
    let criteria = "2.1. Tỷ lệ hộ nghèo|2.10. Số vụ ma túy";
    for heading in [
        "Kế hoạch năm 2026",
        "Kế hoạch",
        "Chỉ tiêu giao",
        "Đăng ký năm 2025",
        "Cùng kỳ năm trước",
        "Thực hiện cùng kỳ năm trước",
        "Năm 2024",
        "Mục tiêu đến năm 2025",
    ] {
        assert_eq!(
            matrix(&format!("TT|Tên tổ|{heading}||Kết quả thực hiện|\n||{criteria}|{criteria}\n#1|Tổ 1|3%|#1|2%|#0")),
            ["01.1 2.1: figure=2", "01.1 2.10: figure=0", "TDP102 C2", "TDP102 C2"],
            "{heading}"
        );
    }
    assert_eq!(
        matrix(&format!("TT|Tên tổ|Các chỉ tiêu|\n||{criteria}\n#1|Tổ 1|2%|#0")),
        ["01.1 2.1: figure=2", "01.1 2.10: figure=0"]
    );
}

#[test]
fn the_ward_over_a_second_table_is_not_of_the_first() {
    let table = "Đơn vị|2.10. Số vụ ma túy";
    for between in ["", "UBND THÀNH PHỐ\n", "Người lập biểu\n"] {
        let rows = format!("{table}\nTổ dân phố số 2|#0\n\n{between}PHƯỜNG TÂN PHONG\n{table}\nTổ dân phố số 1|#1");
        assert_eq!(matrix(&rows), ["01.2 2.10: figure=0", "02.1 2.10: figure=1"], "{between}");
    }
}

#[test]
fn of_two_columns_of_one_whole_none_is_used() {
    let wholes = "TT|Tên tổ|Tổng số hộ (đầu năm)|Tổng số hộ (cuối năm)";
    assert_eq!(
        matrix(&format!("{wholes}|Số hộ nghèo\n#1|Tổ 1|#200|#100|#5")),
        ["01.1 2.1: refused", "TDP103 D2", "TDP201 E3"]
    );
    assert_eq!(
        matrix(&format!("{wholes}|2.1. Tỷ lệ hộ nghèo\n#1|Tổ 1|#200|#100|2%")),
        ["01.1 2.1: figure=2", "TDP103 D2"]
    );
}

#[test]
fn voices_and_marks_are_known_by_their_short_names() {
    assert_eq!(
        matrix("TT|Tên tổ|2.2. Nhà văn hóa|\n||Tự ĐG|HĐ thẩm định\n#1|Tổ 1|Đạt|KĐ"),
        ["01.1 2.2: claim=achieved", "01.1 2.2 ward: claim=not-achieved"]
    );
    assert_eq!(
        matrix("TT|Tên tổ|2.2. Nhà văn hóa|\n||Đ|KĐ\n#1|Tổ 1|x|\n#2|Tổ 2||x"),
        ["01.1 2.2: claim=achieved", "01.2 2.2: claim=not-achieved"]
    );
}

#[test]
fn what_sums_rows_up_is_no_unit_and_adds_to_nothing() {
    let rows = "TT|Tên tổ|2.10. Số vụ ma túy\n|Toàn phường|#9\nA|Cộng tổ dân phố|#3\n#1|Tổ 1|#1\n#2|Tổ 2|#2\n\
                B|Cộng bản|#6\n#3|Bản Gia Khâu|#6\n|Bình quân|#3\n|Tỷ lệ (%)|#3";
    assert_eq!(matrix(rows), ["01.1 2.10: figure=1", "01.2 2.10: figure=2", "01.3 2.10: figure=6"]);
}

#[test]
fn the_heading_of_names_may_be_split_behind_its_comma() {
    let rows = "TT|Tên tổ dân phố,|2.10. Số vụ ma túy\n|bản|\n#1|Tổ 1|#1\n#3|Bản Gia Khâu|#6";
    assert_eq!(matrix(rows), ["01.1 2.10: figure=1", "01.3 2.10: figure=6"]);
}
