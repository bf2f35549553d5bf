//! Tables as clerks type them: several on a sheet, notes between rows, criteria that go on in the next row.

use super::{drafted, outline, to_check};

/// Returns the lines to check of the only criterion with this title.
fn of<'d>(draft: &'d super::Draft, title: &str) -> Vec<&'d str> {
    let title = format!("title = \"{title}\"");
    let mut blocks = draft.text.split("\n\n").filter(|block| block.lines().any(|line| line == title));
    let block = blocks.next().unwrap_or_else(|| panic!("no {title}: {}", draft.text));
    assert!(blocks.next().is_none(), "{title} twice: {}", draft.text);
    block.lines().filter_map(|line| line.strip_prefix("# CẦN KIỂM TRA: ")).collect()
}

#[test]
fn a_heading_printed_again_on_the_next_page_is_passed_over() {
    let table = "TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|B|Đạt\nTT|Tiêu chí|Yêu cầu\n1.2|C|≥ 95%";
    assert_eq!(outline(table), ["1 A", "  1.1 yes-no yes", "  1.2 percent >= 95%"]);
    assert_eq!(to_check(&drafted(table)), Vec::<&str>::new());
}

#[test]
fn the_columns_of_one_table_are_not_those_of_another_below_it() {
    let table = "TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|B|Đạt\n|Biểu 2|\nSTT|Mức đạt|Tiêu chí\n2||C\n2.1|≥ 95%|D";
    assert_eq!(outline(table), ["1 A", "  1.1 yes-no yes"]);
    let draft = drafted(table);
    assert!(to_check(&draft).contains(&"Dưới bảng còn dòng có số thứ tự, chưa được dùng"), "{}", draft.text);
    assert!(draft.text.contains("# Dưới bảng: bang.csv!B7 \"≥ 95%\"\n"), "{}", draft.text);
}

#[test]
fn what_follows_a_criterion_without_a_number_may_be_the_rest_of_it() {
    let table = "TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|Tỷ lệ hộ|≥ 95%\n|tham gia bảo hiểm|\n1.2|B|Đạt\n|Tổng cộng|\n1.3|C|Đạt";
    let draft = drafted(table);
    assert!(of(&draft, "Tỷ lệ hộ")[0].starts_with("Dòng dưới có thể là phần tiếp theo"), "{}", draft.text);
    assert!(of(&draft, "B")[0].starts_with("Dòng không phải tiêu chuẩn hay tiêu chí"), "{}", draft.text);
    assert_eq!(of(&draft, "B").len(), 1, "{}", draft.text);
    assert_eq!((draft.criteria, draft.sure), (3, 0), "{}", draft.text);
}

#[test]
fn a_requirement_in_a_row_without_a_content_is_one_more_of_the_row_above() {
    let draft = drafted("TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|B|≥ 95%\n1.2||≤ 3%\n1.3|C|Đạt");
    assert!(of(&draft, "B")[0].starts_with("Dòng dưới ghi thêm yêu cầu"), "{}", draft.text);
}

#[test]
fn notes_below_the_table_may_change_what_it_requires() {
    for note in ["Ghi chú: bản vùng cao giảm 5%", "(*) Trừ bản vùng cao", "Lưu ý: chỉ áp dụng cho phường"]
    {
        let draft = drafted(&format!("TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|B|Đạt\n{note}||"));
        assert!(draft.text.contains("# CẦN KIỂM TRA: Ghi chú dưới bảng"), "{note}: {}", draft.text);
    }
    let draft = drafted("TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|B|Đạt\nNơi nhận:||\n- Lưu: VT||");
    assert_eq!(to_check(&draft), Vec::<&str>::new());
}
