//! What workbooks say beside the text of their cells: formats, merged and hidden cells.

use super::{set, to_check};
use crate::{
    criteria_import::{Draft, draft},
    model::{CellRef, Language},
    workbook::{Cell, Format, Sheet, Value, Workbook},
};

fn text(at: &str, text: &str) -> Cell {
    cell(at, Value::Text(text.into()))
}

fn cell(at: &str, value: Value) -> Cell {
    Cell { at: at.parse().unwrap(), value, format: 0, formula: false }
}

/// Drafts from the only sheet of a workbook.
fn drafted(sheet: Sheet) -> Draft {
    let book = Workbook { sheets: vec![sheet], ..Workbook::default() };
    draft(&book, "a.xlsx", Language::Vietnamese).unwrap()
}

#[test]
fn what_is_crossed_out_hidden_or_not_calculated_is_told() {
    let cell = |row, column, value| Cell { at: CellRef::new(row, column), value, format: 0, formula: false };
    let text = |row, column, text: &str| cell(row, column, Value::Text(text.into()));
    let crossed_out = crate::text::crossed_out("Đạt");
    let cells = vec![
        text(0, 0, "TT"),
        text(0, 1, "Tiêu chí"),
        text(0, 2, "Yêu cầu"),
        text(1, 0, "1"),
        text(1, 1, "A"),
        text(2, 0, "1.1"),
        text(2, 1, "B"),
        text(2, 2, &crossed_out),
        text(3, 0, "1.2"),
        text(3, 1, "C"),
        cell(3, 2, Value::NotCalculated),
        cell(4, 0, Value::Number(1.3)),
        text(4, 1, "D"),
        text(4, 2, "Đạt"),
    ];
    let mut sheet = Sheet::new("Biểu", cells, Vec::new()).unwrap();
    sheet.hidden_rows = vec![4];
    let draft =
        draft(&Workbook { sheets: vec![sheet], ..Workbook::default() }, "a.xlsx", Language::Vietnamese).unwrap();
    let told = to_check(&draft);
    for wanted in ["có chữ bị gạch bỏ", "công thức chưa có kết quả", "Biểu!A5 \"1,3\": ở dòng, cột hoặc trang bị ẩn"]
    {
        assert_eq!(told.iter().filter(|line| line.contains(wanted)).count(), 1, "{wanted}: {told:#?}");
    }
    assert_eq!((draft.criteria, draft.sure), (3, 0));
    assert_eq!(set(&draft).criteria[2].id, "1.3");
}

#[test]
fn what_is_merged_over_several_rows_is_quoted_and_doubted_in_each() {
    let crossed_out = crate::text::crossed_out("Đạt");
    let mut cells = vec![text("A1", "TT"), text("B1", "Tiêu chí"), text("C1", "Yêu cầu"), text("A2", "1")];
    cells.extend([text("B2", "A"), text("A3", "1.1"), text("B3", "B"), text("C3", &crossed_out), text("A4", "1.2")]);
    cells.push(text("B4", "C"));
    let mut sheet = Sheet::new("Biểu", cells, Vec::new()).unwrap();
    sheet.merges = vec![("C3".parse().unwrap(), "C4".parse().unwrap())];
    let draft = drafted(sheet);
    assert_eq!((draft.criteria, draft.sure), (2, 0), "{}", draft.text);
    assert_eq!(to_check(&draft).iter().filter(|line| line.contains("có chữ bị gạch bỏ")).count(), 2);
    assert!(draft.text.contains("Biểu!B4 \"C\"; Biểu!C3"), "{}", draft.text);
}

#[test]
fn lines_that_begin_anew_may_be_several_conditions_and_wrapped_ones_are_one() {
    for (requirement, is_sure) in [
        ("từ 95%\ntrở lên", true),
        ("Từ\r\n95 % trở lên", true),
        ("Dưới 3%\nCó mô hình kinh tế", false),
        ("Dưới 3%\n\n- có mô hình kinh tế", false),
        ("Có quy ước\nĐược công nhận", false),
    ] {
        let cells = vec![
            text("A1", "TT"),
            text("B1", "Tiêu chí"),
            text("C1", "Yêu cầu"),
            text("A2", "1"),
            text("B2", "A"),
            text("A3", "1.1"),
            text("B3", "Hộ\nNghèo"),
            text("C3", requirement),
        ];
        let draft = drafted(Sheet::new("Biểu", cells, Vec::new()).unwrap());
        assert_eq!(draft.sure == draft.criteria, is_sure, "{requirement}: {}", draft.text);
    }
}

#[test]
fn a_figure_merged_over_several_rows_may_be_one_of_them_together() {
    for (requirement, sure) in [("≤ 3%", 0), ("Đạt", 2)] {
        let mut cells = vec![text("A1", "TT"), text("B1", "Tiêu chí"), text("C1", "Yêu cầu"), text("A2", "1")];
        cells.extend([text("B2", "A"), text("A3", "1.1"), text("B3", "Hộ nghèo"), text("C3", requirement)]);
        cells.extend([text("A4", "1.2"), text("B4", "Hộ cận nghèo")]);
        let mut sheet = Sheet::new("Biểu", cells, Vec::new()).unwrap();
        sheet.merges = vec![("C3".parse().unwrap(), "C4".parse().unwrap())];
        let draft = drafted(sheet);
        assert_eq!((draft.criteria, draft.sure), (2, sure), "{requirement}: {}", draft.text);
    }
}

/// Returns what has to be checked of a requirement shown in a format.
fn doubts(required: Value, code: &str) -> Vec<String> {
    let cells = vec![
        text("A1", "TT"),
        text("B1", "Tiêu chí"),
        text("C1", "Mức phải đạt"),
        text("D1", "Đơn vị tính"),
        text("A2", "1"),
        text("B2", "A"),
        text("A3", "1.1"),
        text("B3", "Số vụ"),
        Cell { format: 1, ..cell("C3", required) },
        text("D3", "vụ"),
    ];
    let formats = vec![Format::default(), Format::new(Some(code), None)];
    to_check(&drafted(Sheet::new("Biểu", cells, formats).unwrap())).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_number_that_people_see_as_something_else_is_told() {
    for (number, code, told) in [
        (0.0, "\"≥\"0", "làm người đọc hiểu khác"),
        (0.0, "\"không quá \"0", "làm người đọc hiểu khác"),
        (0.0, "0\"000\"", "làm người đọc hiểu khác"),
        (0.0, "0\" triệu\"", "làm người đọc hiểu khác"),
        (0.0, "0 [$₫-42A]", "làm người đọc hiểu khác"),
        (0.0, "#,##0,", "làm người đọc hiểu khác"),
        (0.0, "0;-0;\"Đạt\"", "làm số hiện thành \"Đạt\""),
        (0.0, "0;-0;\"-\"", "làm số hiện thành \"-\""),
        (0.0, "0;-0;;@", "làm số không hiện ra"),
        (0.4, "0", "người đọc thấy 0"),
        (0.0049, "0%", "người đọc thấy 0"),
    ] {
        let doubts = doubts(Value::Number(number), code);
        assert!(doubts.iter().any(|doubt| doubt.contains(told)), "{code}: {doubts:?}");
    }
}

#[test]
fn a_text_that_people_see_with_more_beside_it_is_told() {
    let required = || Value::Text("≥ 5 vụ".into());
    assert!(doubts(required(), "0;0;0;@\"000\"")[0].contains("làm người đọc hiểu khác đi"));
    assert_eq!(doubts(required(), "@"), Vec::<String>::new());
}

#[test]
fn a_format_that_shows_the_number_as_it_is_says_nothing() {
    for code in ["General", "0", "0.00", "#,##0", "_-* #,##0_-", "0\".\"", "[Red]0", "0_)"] {
        assert_eq!(doubts(Value::Number(0.0), code), Vec::<String>::new(), "{code}");
    }
}
