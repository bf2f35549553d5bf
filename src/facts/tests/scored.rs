//! Scores and quantities in the place of percentages and counts.

use super::{
    layouts::{SET, read},
    rulebook, sheet, shown, submit,
};
use crate::model::CriterionKey;

const TITLE: &str = "Phường Đoàn Kết\nĐơn vị: Tổ 1";

/// Reads a card with a percentage, a yes or no and a count under these headings.
fn card(headings: &str, percent: &str, yes_no: &str, count: &str) -> Vec<String> {
    let rows = format!("2.1|Tỷ lệ hộ nghèo|{percent}\n2.2|Nhà văn hóa|{yes_no}\n2.10|Số vụ ma túy|{count}");
    read(&[&format!("{TITLE}\nTT|Tiêu chí|{headings}\n{rows}")])
}

/// Reads a matrix of two units with these headings above the first.
fn matrix(headings: &str, rows: &str) -> Vec<String> {
    let found = read(&[&format!("Phường Đoàn Kết\nTT|Tên tổ|{headings}\n{rows}")]);
    found.into_iter().filter(|told| !told.starts_with("TDP101")).collect()
}

#[test]
fn a_score_in_a_card_is_no_result() {
    let refused =
        ["01.1 2.1: refused", "01.1 2.2: refused", "01.1 2.10: refused", "TDP201 C4", "TDP201 C5", "TDP201 C6"];
    for heading in ["Điểm", "Điểm tự chấm", "Tự chấm điểm", "Tự chấm (điểm)", "Điểm đạt được", "Số điểm"]
    {
        assert_eq!(card(heading, "#0", "#5", "#0"), refused, "{heading}");
    }
    assert_eq!(card("Tự chấm|Điểm tối đa", "#0|#5", "#5|#5", "#0|#5"), refused);
    assert_eq!(
        card("Điểm phúc tra", "#0", "", "5"),
        ["01.1 2.1 ward: refused", "01.1 2.10 ward: refused", "TDP201 C4", "TDP201 C6"]
    );
}

#[test]
fn words_under_a_heading_for_scores_are_claims_all_the_same() {
    assert_eq!(
        card("Điểm tự chấm", "Đạt", "Không đạt", ""),
        ["01.1 2.1: claim=achieved", "01.1 2.2: claim=not-achieved", "TDP302 C4", "TDP116 C6"]
    );
}

#[test]
fn scores_beside_results_are_left_aside_and_told() {
    assert_eq!(
        card("Kết quả|Điểm tối đa|Điểm", "2%|#5|#5", "Đạt|#5|#5", "#0|#5|#5"),
        ["01.1 2.1: figure=2", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0", "TDP102 E3"]
    );
}

#[test]
fn a_criterion_that_is_headed_with_its_points_is_scored() {
    assert_eq!(
        matrix("2.1. Tỷ lệ hộ nghèo (tối đa 10 điểm)|2.10. Số vụ ma túy (điểm)", "#1|Tổ 1|#2|#0"),
        ["01.1 2.1: refused", "01.1 2.10: refused", "TDP201 C3", "TDP201 D3"]
    );
    assert_eq!(
        matrix("2.1. Tỷ lệ hộ nghèo|2.10. Số vụ ma túy\n||(5 điểm)|(10 điểm)", "#1|Tổ 1|#2|#0"),
        ["01.1 2.1: refused", "01.1 2.10: refused", "TDP201 C4", "TDP201 D4"]
    );
    assert_eq!(matrix("2.1. Tỷ lệ hộ nghèo (thời điểm 30/9)", "#1|Tổ 1|#2"), ["01.1 2.1: figure=2"]);
}

#[test]
fn a_quantity_beside_a_rate_is_its_part() {
    for headings in ["Số lượng|Tỷ lệ %", "Số lượng (hộ)|Tỷ lệ (%)", "SL|%", "Hộ|%"] {
        assert_eq!(
            matrix(&format!("2.1. Tỷ lệ hộ nghèo||Ghi chú\n||{headings}"), "#1|Tổ 1|#2|#4"),
            ["01.1 2.1: figure=4", "TDP116 C4"],
            "{headings}"
        );
        assert_eq!(
            matrix(&format!("2.1. Tỷ lệ hộ nghèo||Tổng số hộ\n||{headings}"), "#1|Tổ 1|#2|#4|#50"),
            ["01.1 2.1: figure=4 part=2 whole=50"],
            "{headings}"
        );
    }
    assert_eq!(
        card("Số lượng|Tỷ lệ %", "#2|#4", "", "#0"),
        ["01.1 2.1: figure=4", "01.1 2.10: figure=0", "TDP116 C4", "TDP116 C5"]
    );
}

#[test]
fn a_quantity_alone_is_no_percentage() {
    for heading in ["Số lượng", "SL", "Số lượng (hộ)", "(hộ)", "Hộ"] {
        assert_eq!(
            matrix(&format!("2.1. Tỷ lệ hộ nghèo\n||{heading}"), "#1|Tổ 1|#2"),
            ["01.1 2.1: refused", "TDP201 C4"],
            "{heading}"
        );
    }
    assert_eq!(
        card("Số lượng", "#2", "Đạt", "#0"),
        ["01.1 2.1: refused", "01.1 2.2: claim=achieved", "01.1 2.10: figure=0", "TDP201 C4"]
    );
}

#[test]
fn a_rate_of_what_is_counted_is_not_its_figure() {
    assert_eq!(
        matrix("2.10. Số vụ ma túy||Ghi chú\n||Số lượng|Tỷ lệ %", "#1|Tổ 1|#1|#0"),
        ["01.1 2.10: figure=1", "TDP102 D3"]
    );
    assert_eq!(
        card("Số lượng|Tỷ lệ %", "|#4", "Đạt", "#1|#0"),
        ["01.1 2.1: figure=4", "01.1 2.2: claim=achieved", "01.1 2.10: figure=1", "TDP102 D6"]
    );
}

#[test]
fn of_a_quantity_and_another_figure_neither_is_taken_for_certain() {
    assert_eq!(
        card("Số lượng|Kết quả", "#2|#4", "", "#1|#0"),
        ["01.1 2.1: figure=4", "01.1 2.10: figure=0 refused", "TDP103 D3", "TDP116 C4", "TDP116 D5", "TDP116 C5"]
    );
}

#[test]
fn points_that_a_criterion_counts_are_no_score() {
    let counted = "
[[standard.criterion]]
id = \"3.4\"
title = \"Số điểm tập kết rác tự phát\"
kind = \"count\"
achieved = \"= 0\"
measure = \"điểm\"
";
    let rulebook = rulebook(&format!("{SET}{counted}"));
    let check = |headings: &str, row: &str, expected: &str| {
        let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|3.4. Số điểm tập kết rác tự phát|{headings}\n#1|Tổ 1|{row}");
        let submission = submit(&rulebook, vec![sheet("Biểu", &rows)]);
        let of_count = submission.facts.iter().find(|fact| fact.criterion == CriterionKey::new(3));
        assert_eq!(of_count.map(shown).as_deref(), Some(expected), "{headings}");
    };
    check("|\n||Kết quả (điểm)|Tự ĐG", "#3|Đạt", "figure=3 claim=achieved");
    check("|\n||Số điểm|Tự ĐG", "#3|Đạt", "figure=3 claim=achieved");
    check("|\n||Điểm|Tự ĐG", "#3|Đạt", "claim=achieved");
    check("\n||Tự chấm (điểm)", "#3", "refused");
}

#[test]
fn a_column_of_scores_that_is_not_read_is_told_as_such() {
    let told = |set: &str, heading: &str| {
        let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.10|{heading}\n#1|Tổ 1|#0%|x|#0|#5");
        let findings = submit(&rulebook(set), vec![sheet("Biểu", &rows)]).findings;
        let unknown = findings.iter().find(|finding| finding.code.number == "TDP102").unwrap();
        assert_eq!(unknown.place.cell().unwrap().to_string(), "F2", "{heading}");
        unknown.message.vi.clone()
    };
    for heading in ["Tổng điểm", "1.3. Điểm", "Điểm (tối đa 100)"] {
        let expected =
            format!("Cột \"{heading}\" là điểm chấm; các tiêu chí này không xét theo điểm nên cột không được đọc");
        assert_eq!(told(SET, heading), expected);
    }
    let unknown = |heading: &str| format!("Cột \"{heading}\" không thuộc tiêu chí nào nên không được đọc");
    assert_eq!(told(SET, "Xếp loại"), unknown("Xếp loại"));
    let points = "[[standard.criterion]]\nid = \"2.3\"\ntitle = \"Vệ sinh\"\nkind = \"points\"\nmax = 5\n";
    assert_eq!(told(&format!("{SET}{points}"), "Tổng điểm"), unknown("Tổng điểm"));
}
