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

#[test]
fn what_stands_for_the_row_above_is_told() {
    let table = "TT|Tiêu chí|Yêu cầu|ĐVT|Cơ quan\n1|A|||\n1.1|B|Đạt||Phòng Nội vụ\n1.2|C|Đạt||nt\n1.3|D|Đạt||- nt -\n1.4|E|≥ 5 hộ|\"|Như trên";
    let draft = drafted(table);
    assert_eq!((draft.criteria, draft.sure), (4, 1), "{}", draft.text);
    for title in ["C", "D", "E"] {
        assert!(of(&draft, title).iter().any(|line| line.contains("\"như trên\"")), "{}", draft.text);
    }
}

#[test]
fn a_unit_that_is_not_known_is_told_whatever_stands_at_the_number() {
    let draft = drafted("TT|Tiêu chí|Yêu cầu|ĐVT\n1|A||\n1.1|B|≥ 5 hộ|Sổ\n1.2|C|0|\n1.3|D|≥ 5 hộ|-");
    assert!(of(&draft, "B")[0].contains("chưa biết đơn vị tính \"Sổ\""), "{}", draft.text);
    assert!(of(&draft, "C")[0].contains("không rõ đơn vị của số"), "{}", draft.text);
    assert_eq!(of(&draft, "D"), Vec::<&str>::new());
}

#[test]
fn fields_with_letters_stand_above_standards_too() {
    let table =
        "TT|Tiêu chí|Yêu cầu\nA|Chính quyền|\nI|Tổ chức|\n1|Quy ước|Đạt\nB|Nhân dân|\nII|An ninh|\n1|Số vụ|Không có";
    assert_eq!(outline(table), ["I Tổ chức", "  I.1 yes-no yes", "II An ninh", "  II.1 count = 0"]);
}

#[test]
fn a_column_of_what_must_be_achieved_is_a_requirement_whatever_else_it_is_called() {
    let draft = drafted("TT|Tiêu chí|Chỉ tiêu|Kết quả cần đạt\n1|A||\n1.1|B|Tỷ lệ hộ dự họp|≥ 90%");
    assert!(draft.text.contains("achieved = \">= 90%\""), "{}", draft.text);
}

#[test]
fn the_day_of_another_document_is_told() {
    let table = "TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|B|Đạt";
    let own = "Kèm theo Kế hoạch số 604/KH-UBND";
    let day = "ngày 28 tháng 02 năm 2025";
    for (above, is_certain) in [
        (format!("({own} {day} của UBND thành phố)||"), true),
        (format!("Số: 604/KH-UBND|Lai Châu, {day}|"), true),
        (format!("({own} {day} của UBND thành phố)||\nSố: 604/KH-UBND|Lai Châu, {day}|"), true),
        (format!("({own})||\n(Căn cứ Nghị quyết {day})||"), false),
        (format!("Cập nhật {day}||"), false),
        (format!("({own} {day})||\n(thay biểu ngày 01/01/2024)||"), false),
        (format!("({own} {day})||\nCăn cứ Quyết định số 12/QĐ-UBND||"), false),
    ] {
        let draft = drafted(&format!("{above}\n{table}"));
        let is_told = draft.text.contains("# CẦN KIỂM TRA: Không chắc số văn bản nào, ngày nào");
        assert_eq!(is_told, !is_certain, "{above}: {}", draft.text);
        assert!(draft.text.contains("version = 2025-02-28"), "{above}: {}", draft.text);
    }
}

#[test]
fn a_title_or_a_heading_that_says_for_whom_it_is_is_told() {
    for title in [
        "Tỷ lệ hộ nghèo, trừ bản vùng cao",
        "Hộ nghèo (không áp dụng cho phường)",
        "Đối với bản: hộ nghèo",
        "Hợp tác xã (nếu có)",
        "Một trong các nội dung sau",
    ] {
        let draft = drafted(&format!("TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|{title}|Đạt\n1.2|Bài trừ mê tín|Đạt"));
        assert!(of(&draft, title).iter().any(|line| line.contains("nơi áp dụng")), "{}", draft.text);
        assert_eq!(of(&draft, "Bài trừ mê tín"), Vec::<&str>::new());
    }
    for (heading, is_sure) in [
        ("Yêu cầu", true),
        ("Mức đạt chuẩn năm 2025", true),
        ("Yêu cầu đối với bản", false),
        ("Mức đạt (phường)", false),
        ("Yêu cầu: một trong các mức", false),
        ("Mức không đạt yêu cầu", false),
        ("Yêu cầu (áp dụng từ năm 2026)", false),
    ] {
        let draft = drafted(&format!("TT|Tiêu chí|{heading}\n1|A|\n1.1|B|≥ 95%"));
        assert_eq!(draft.sure == 1, is_sure, "{heading}: {}", draft.text);
    }
}

#[test]
fn a_title_with_another_figure_than_the_requirement_is_told() {
    for (title, requirement, is_sure) in [
        ("Tỷ lệ hộ nghèo dưới 5%", "≤ 3%", false),
        ("Có trên 95% hộ có nước sạch", "100%", false),
        ("Không quá 3 vụ vi phạm", "Không có", false),
        ("Tỷ lệ hộ dự họp trên 80%", "> 80%", true),
        ("Tỷ lệ trẻ dưới 5 tuổi được tiêm", "≥ 95%", true),
        ("Thu nhập (1.000 đồng/tháng)", "≥ 500", true),
    ] {
        let draft = drafted(&format!("TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|{title}|{requirement}"));
        assert_eq!(draft.sure == 1, is_sure, "{title}: {}", draft.text);
    }
}
