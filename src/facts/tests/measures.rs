//! Figures under the name of another unit of measurement than their criterion's.

use super::{found, rulebook, sheet, shown, submit};
use crate::{
    model::CellRef,
    workbook::{Format, Sheet},
};

const CRITERIA: &str = "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Thu nhập\"\nkind = \"amount\"\nachieved = \">= 42\"\n\
                        measure = \"triệu đồng/người/năm\"\naliases = [\"Thu nhập (đồng)\"]\n\
                        [[standard.criterion]]\nid = \"1.2\"\ntitle = \"Hộ nghèo\"\nkind = \"percent\"\nachieved = \"<= 3%\"\n";

/// Checks the facts of the first criterion on a sheet, and what is found there.
#[track_caller]
fn check(read: Sheet, facts: &[&str], findings: &[&str]) {
    let submission = submit(&rulebook(CRITERIA), vec![read]);
    let of_first = submission.facts.iter().filter(|fact| fact.criterion.index() == 0);
    assert_eq!(of_first.map(shown).collect::<Vec<_>>(), facts);
    let told = found(&submission).into_iter().filter(|told| !told.starts_with("TDP101"));
    assert_eq!(told.collect::<Vec<_>>(), findings);
}

fn matrix(heading: &str) -> Sheet {
    sheet("Biểu", &format!("Phường Đoàn Kết\nTT|Tên tổ|{heading}|1.2 Hộ nghèo\n#1|Tổ 1|#4800|#2\n#2|Tổ 2|#0|#2.5"))
}

#[test]
fn a_heading_with_another_unit_refuses_the_column_but_for_nothing() {
    for unit in ["nghìn đồng", "ngàn đồng/người", "ĐVT: đồng", "1.000đ", "triệu đồng/tháng", "triệu đồng/hộ", "/tháng"]
    {
        check(matrix(&format!("1.1 Thu nhập ({unit})")), &["refused", "figure=0"], &["TDP201 C2"]);
    }
    for heading in
        ["1.1 Thu nhập (triệu đồng)", "1.1", "Thu nhập (tr.đ/năm)", "1.1 Thu nhập (năm 2025)", "Thu nhập (đồng)"]
    {
        check(matrix(heading), &["figure=4800", "figure=0"], &[]);
    }
}

#[test]
fn too_many_millions_a_person_are_single_dong_or_thousands() {
    let earned = |written: &str| {
        sheet("Biểu", &format!("Phường Đoàn Kết\nTT|Tên tổ|1.1 Thu nhập (triệu đồng)\n#1|Tổ 1|{written}"))
    };
    for written in ["#60500000", "60 500 000", "60.500.000", "#1000000"] {
        check(earned(written), &["refused"], &["TDP201 C3"]);
    }
    for written in ["#45000", "#5000", "45 000", "#999999"] {
        check(earned(written), &["refused"], &["TDP201 C3"]);
    }
    check(earned("#4999"), &["figure=4999"], &[]);
    let help = |written: &str| {
        let findings = submit(&rulebook(CRITERIA), vec![earned(written)]).findings;
        findings.into_iter().find(|finding| finding.code.number == "TDP201").unwrap().help.en
    };
    assert!(help("#45000").ends_with("if it is in nghìn đồng, divide by 1000 and write 45"), "{}", help("#45000"));
    assert!(help("#45500000").ends_with("if it is in đồng, divide by 1000000 and write 45.5"));
}

#[test]
fn the_nearest_unit_counts() {
    let above = |heading: &str, line: &str| {
        let rows = format!("Phường Đoàn Kết\n|||{line}\nTT|Tên tổ|{heading}\n#1|Tổ 1|#58");
        sheet("Biểu", &rows)
    };
    check(above("1.1 Thu nhập", "Đơn vị tính: nghìn đồng"), &["refused"], &["TDP201 D2"]);
    check(above("1.1 Thu nhập", "(ĐVT: nghìn đồng)"), &["refused"], &["TDP201 D2"]);
    check(above("1.1 Thu nhập (triệu đồng)", "Đơn vị tính: nghìn đồng"), &["figure=58"], &[]);
    check(above("1.1 Thu nhập", "Đơn vị tính: %"), &["figure=58"], &[]);
    let two_tables =
        "Phường Đoàn Kết\n|ĐVT: đồng\nTT|Tên tổ|Họ tên|Ghi chú\n#1|Tổ 1|An|tốt\n\nTT|Tên tổ|1.1 Thu nhập\n#1|Tổ 1|#58";
    check(sheet("Biểu", two_tables), &["figure=58"], &[]);
    let mut rows =
        sheet("Biểu", "Phường Đoàn Kết\nTT|Tên tổ|1.1 Thu nhập (nghìn đồng)|\n||Số liệu|Đánh giá\n#1|Tổ 1|#58|Đạt");
    rows.merges = vec![("C2".parse().unwrap(), "D2".parse().unwrap())];
    check(rows, &["claim=achieved refused"], &["TDP201 C2"]);
}

#[test]
fn a_row_of_a_card_says_its_own_unit() {
    let card = |label: &str, unit: &str| {
        let rows = format!(
            "Phường Đoàn Kết\nĐơn vị: Tổ 1\nTT|Tiêu chí|ĐVT|Kết quả\n1.1|{label}|{unit}|#4800\n1.2|Hộ nghèo|%|#2"
        );
        sheet("Phiếu", &rows)
    };
    check(card("Thu nhập", "Nghìn đồng"), &["refused"], &["TDP201 C4"]);
    check(card("1.1 Thu nhập (nghìn đồng)", ""), &["refused"], &["TDP201 B4"]);
    check(card("Thu nhập", "Triệu đồng"), &["figure=4800"], &[]);
    check(card("Thu nhập", "hộ"), &["refused"], &["TDP201 C4"]);
    check(card("Thu nhập", "%"), &["refused"], &["TDP201 C4"]);
    check(card("Thu nhập (năm 2025)", "theo mẫu"), &["figure=4800"], &[]);
}

#[test]
fn a_number_format_says_the_unit_of_its_cell() {
    let shown_as = |code: &str| {
        let plain = matrix("1.1 Thu nhập");
        let format = Format::new(Some(code), None);
        let mut cells = plain.cells().to_vec();
        for cell in &mut cells {
            cell.format = u16::from(cell.at.to_string() == "C3");
        }
        Sheet::new("Biểu", cells, vec![Format::default(), format]).unwrap()
    };
    for code in ["#,##0\" nghìn đồng\"", "#,##0\\ [$₫-42A]", "0\" đồng\""] {
        check(shown_as(code), &["refused", "figure=0"], &["TDP201 C3"]);
    }
    check(shown_as("0\" hộ\""), &["refused", "figure=0"], &["TDP201 C3"]);
    for code in ["0\" triệu đồng/hộ\"", "0\" triệu đồng/tháng\"", "0\"/tháng\"", "0\" triệu đồng mỗi quý\""]
    {
        check(shown_as(code), &["refused", "figure=0"], &["TDP201 C3"]);
    }
    check(shown_as("0\" triệu đồng/khẩu/năm\""), &["figure=4800", "figure=0"], &[]);
    for code in ["0\" (ước)\"", "[$$-409]#,##0", "[>1]0\" nghìn\";0", "0\" vạn đồng\""] {
        check(shown_as(code), &["refused", "figure=0"], &["TDP201 C3"]);
    }
    for code in ["0\" triệu\"", "#,##0.0\\ \"tr.đ\"", "0;-0\" nghìn\""] {
        check(shown_as(code), &["figure=4800", "figure=0"], &[]);
    }
}

#[test]
fn a_count_of_a_month_is_none_of_a_year_unless_it_is_asked_for() {
    let of_month = |title: &str, heading: &str| {
        let keys = "kind = \"count\"\nachieved = \">= 5\"\nmeasure = \"lượt người\"\n";
        let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"{title}\"\n{keys}"));
        let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|1.1 {heading}\n#1|Tổ 1|#9");
        submit(&rulebook, vec![sheet("Biểu", &rows)]).facts.iter().map(shown).collect::<Vec<_>>().join(" ")
    };
    for heading in ["Số lượt (lượt/tháng)", "Số lượt (lượt mỗi tuần)"] {
        assert_eq!(of_month("Số lượt", heading), "refused", "{heading}");
    }
    assert_eq!(of_month("Số lượt", "Số lượt (lượt/năm)"), "figure=9");
    assert_eq!(of_month("Số lượt mỗi tháng", "Số lượt (lượt/tháng)"), "figure=9");
}

#[test]
fn per_mille_is_not_percent() {
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|1.1|1.2 Hộ nghèo (‰)\n#1|Tổ 1|#58|#20";
    let submission = submit(&rulebook(CRITERIA), vec![sheet("Biểu", rows)]);
    assert_eq!(submission.facts.iter().map(shown).collect::<Vec<_>>(), ["figure=58", "refused"]);
    assert_eq!(found(&submission), ["TDP201 D2"]);
}

/// Checks the facts of the percentage on a sheet, and what is found there.
#[track_caller]
fn check_share(rows: &str, merges: &[(&str, &str)], facts: &[&str], findings: &[&str]) {
    let mut read = sheet("Biểu", rows);
    read.merges = merges.iter().map(|(first, last)| (first.parse().unwrap(), last.parse().unwrap())).collect();
    let submission = submit(&rulebook(CRITERIA), vec![read]);
    let of_share = submission.facts.iter().filter(|fact| fact.criterion.index() == 1);
    assert_eq!(of_share.map(shown).collect::<Vec<_>>(), facts, "{rows}");
    let told = found(&submission).into_iter().filter(|told| !told.starts_with("TDP101"));
    assert_eq!(told.collect::<Vec<_>>(), findings, "{rows}");
}

#[test]
fn a_count_is_no_percentage() {
    for heading in ["1.2 Hộ nghèo (hộ)", "1.2 Hộ nghèo (số hộ)", "1.2 (người)", "1.2 Hộ nghèo (tấn)"]
    {
        let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|1.1|{heading}\n#1|Tổ 1|#58|#2\n#2|Tổ 2|#58|2%");
        check_share(&rows, &[], &["refused", "figure=2"], &["TDP201 D2"]);
    }
    for heading in
        ["1.2 Hộ nghèo (%)", "1.2 Hộ nghèo (phần trăm)", "1.2 Tỷ lệ hộ nghèo", "1.2 (năm 2025)", "1.2 (hộ/tổng số hộ)"]
    {
        let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|1.1|{heading}\n#1|Tổ 1|#58|#2");
        check_share(&rows, &[], &["figure=2"], &[]);
    }
    // A heading of counts holds the part, which is told where its whole is missing.
    for below in ["Hộ", "(hộ)", "Số lượng"] {
        let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|1.1|1.2 Hộ nghèo\n|||{below}\n#1|Tổ 1|#58|#2");
        check_share(&rows, &[], &["refused"], &["TDP201 D4"]);
    }
}

#[test]
fn what_stands_over_several_criteria_is_the_unit_of_none() {
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|Kết quả (hộ)|\n||1.1 Thu nhập|1.2 Hộ nghèo\n#1|Tổ 1|#58|#2";
    check_share(rows, &[("C2", "D2")], &["figure=2"], &[]);
    let rows = "Phường Đoàn Kết\n|||ĐVT: hộ\nTT|Tên tổ|1.1 Thu nhập|1.2 Hộ nghèo\n#1|Tổ 1|#58|#2";
    check_share(rows, &[], &["figure=2"], &[]);
}

#[test]
fn the_unit_of_a_row_counts_where_its_column_says_none() {
    let card = |heading: &str, unit: &str, value: &str| {
        format!(
            "Phường Đoàn Kết\nĐơn vị: Tổ 1\nTT|Tiêu chí|ĐVT|{heading}\n1.1|Thu nhập||#58\n1.2|Hộ nghèo|{unit}|{value}"
        )
    };
    check_share(&card("Kết quả", "Hộ", "#2"), &[], &["refused"], &["TDP201 C5"]);
    for (heading, unit, value) in [
        ("Tỷ lệ (%)", "Hộ", "#2"),
        ("Kết quả", "Tỷ lệ", "#2"),
        ("Kết quả", "%", "#2"),
        ("Kết quả", "Hộ", "2%"),
        ("Kết quả", "", "#2"),
    ] {
        check_share(&card(heading, unit, value), &[], &["figure=2"], &[]);
    }
    check_share(&card("Kết quả", "Hộ", "2/100"), &[], &["part=2 whole=100"], &[]);
}

#[test]
fn the_unit_above_one_table_is_not_that_of_the_next() {
    let rows = "Phường Đoàn Kết\nĐơn vị: Tổ 1\nĐVT: nghìn đồng\nTT|Tiêu chí|Kết quả\n1.1|Thu nhập|#60000\n\n\
                Đơn vị: Tổ 2\nTT|Tiêu chí|Kết quả\n1.1|Thu nhập|#60";
    check(sheet("Phiếu", rows), &["refused", "figure=60"], &["TDP201 C5"]);
}

#[test]
fn no_number_of_merged_cells_hides_a_unit() {
    let mut rows =
        sheet("Biểu", "Phường Đoàn Kết\nTT|Tên tổ|Kết quả (nghìn đồng)|\n||1.2 Hộ nghèo|1.1\n#1|Tổ 1|#2|#58");
    rows.merges = vec![("C2".parse().unwrap(), "D2".parse().unwrap())];
    rows.merges.extend((100..10_101).map(|row| (CellRef::new(row, 20), CellRef::new(row, 21))));
    check(rows, &["refused"], &["TDP201 C2"]);
}

/// Reads a card with a part and a whole of 97 and 100 shown by `formats`, under `headings`.
fn card_of_parts(headings: &str, formats: [&str; 2]) -> Vec<String> {
    let rulebook = rulebook(
        "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Rác thu gom\"\nkind = \"percent\"\nachieved = \">= 95%\"\n\
         part = \"Khối lượng thu gom (tấn)\"\nwhole = \"Khối lượng phát sinh (tấn)\"\n",
    );
    let rows =
        format!("Phường Đoàn Kết\nĐơn vị: Tổ dân phố số 1\nTT|Nội dung tiêu chí|{headings}\n1.1|Rác thu gom|#97|#100");
    let plain = sheet("Phiếu", &rows);
    let mut cells = plain.cells().to_vec();
    for cell in &mut cells {
        cell.format = match cell.at.to_string().as_str() {
            "C4" => 1,
            "D4" => 2,
            _ => 0,
        };
    }
    let looks = formats.map(|code| Format::new(Some(code), None));
    let formats: Vec<Format> = std::iter::once(Format::default()).chain(looks).collect();
    let submission = submit(&rulebook, vec![Sheet::new("Phiếu", cells, formats).unwrap()]);
    submission.facts.iter().map(shown).chain(found(&submission)).collect()
}

#[test]
fn a_part_and_a_whole_in_different_units_are_no_percentage() {
    let plain = "Số đạt|Tổng số";
    for formats in [
        ["0.00\" tấn\"", "0\" kg\""],
        ["0\" kg\"", "0\" kg\""],
        ["0", "0\" kg\""],
        ["0\" triệu đồng\"", "0\" đồng\""],
        ["0.00\" ha\"", "0\" m2\""],
    ] {
        assert_eq!(card_of_parts(plain, formats), ["refused", "TDP201 C4"], "{formats:?}");
    }
    assert_eq!(card_of_parts("Số đạt (tấn)|Tổng số (kg)", ["0", "0"]), ["refused", "TDP201 C4"]);
    for formats in [["0\" tấn\"", "0\" tấn\""], ["0\" tấn\"", "0"], ["0\" hộ\"", "0\" người\""]] {
        assert_eq!(card_of_parts(plain, formats), ["part=97 whole=100"], "{formats:?}");
    }
}
