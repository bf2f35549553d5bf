//! Cells that say something else than they seem to: "có" where none is wanted, errors kept as text, states of tasks.

use crate::workbook::{Format, Sheet};

use super::{AMOUNT, COUNT, NONE, PERCENT, YES_NO, check, found, read_card, rulebook, sheet, shown, submit};

const TASK: &str = "kind = \"task\"\nachieved = \"done\"\n";

#[test]
fn that_there_are_some_is_no_figure_where_none_is_wanted() {
    check(NONE, "Có", "refused ! TDP201");
    check(NONE, "có", "refused ! TDP201");
    check(NONE, "Đạt", "claim=achieved ! TDP302");
    check(NONE, "x", "claim=achieved ! TDP302");
    check(COUNT, "Có", "claim=achieved ! TDP302");
    check(YES_NO, "Có", "claim=achieved");
    let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{NONE}"));
    let rows = "TT|Tên tổ dân phố|1.1. Một|1.1. Một\n||Số liệu|Đánh giá\n#1|01.1|Có|\n#2|01.2|#0|Có";
    let submission = submit(&rulebook, vec![sheet("Biểu", rows)]);
    assert_eq!(submission.facts.iter().map(shown).collect::<Vec<_>>(), ["refused", "figure=0 claim=achieved"]);
    let finding = submission.findings.iter().find(|finding| finding.code.number == "TDP201").unwrap();
    assert_eq!(finding.help.vi, "Ghi con số vào ô này; không có thì ghi 0");
}

#[test]
fn a_word_for_none_that_is_not_known_is_refused_with_what_to_write() {
    for word in ["Ko", "Không phát sinh", "không xảy ra"] {
        let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Số vụ\"\n{NONE}"));
        let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|1.1\n#1|Tổ 1|{word}");
        let told = submit(&rulebook, vec![sheet("Biểu", &rows)]).findings;
        let finding = told.iter().find(|finding| finding.code.number == "TDP201").unwrap();
        assert_eq!(finding.help.vi, "Ghi con số; không có thì ghi 0");
    }
}

#[test]
fn errors_that_became_text_are_told_as_errors() {
    for error in ["#DIV/0!", "#N/A", "#REF!", "#VALUE!", "Err:502"] {
        for criterion in [PERCENT, COUNT, NONE, YES_NO] {
            // In the notation of these sheets a sign before a number is doubled, so the text is put in by hand.
            let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{criterion}"));
            let rows = "TT|Tên tổ dân phố|1.1. Một\n#1|01.1|lỗi";
            let mut sheet = sheet("Biểu", rows);
            sheet = with_text(&sheet, "lỗi", error);
            let submission = submit(&rulebook, vec![sheet]);
            assert_eq!(super::found(&submission), ["TDP207 C2"], "{error} in {criterion}");
        }
    }
}

/// Puts another text in the place of one of a sheet.
fn with_text(sheet: &crate::workbook::Sheet, text: &str, other: &str) -> crate::workbook::Sheet {
    use crate::workbook::{Cell, Format, Sheet, Value};
    let cells = sheet.cells().iter().map(|cell| match &cell.value {
        Value::Text(held) if &**held == text => Cell { value: Value::Text(other.into()), ..cell.clone() },
        _ => cell.clone(),
    });
    Sheet::new(&sheet.name, cells.collect(), vec![Format::default()]).unwrap()
}

#[test]
fn a_task_that_is_not_done_says_no_more_than_that() {
    check(TASK, "Chưa hoàn thành", "claim=not-achieved");
    check(TASK, "Không hoàn thành", "claim=not-achieved");
    check(YES_NO, "Chưa hoàn thành", "refused ! TDP210");
}

#[test]
fn a_percent_formula_without_a_value_does_not_matter_beside_part_and_whole() {
    assert_eq!(read_card("#95", "#100", "##", "Đạt"), "part=95 whole=100 claim=achieved");
    assert_eq!(read_card("#95", "", "##", ""), "refused ! TDP206 E4");
    assert_eq!(read_card("", "", "##", ""), "refused ! TDP206 E4");
    assert_eq!(read_card("#95", "nhiều", "##", ""), "refused ! TDP206 E4 TDP201 D4");
}

#[test]
fn a_formula_that_makes_nothing_of_a_blank_part_or_whole_is_no_zero() {
    assert_eq!(read_card("", "", "#=0", "Không áp dụng"), "refused ! TDP211 F4");
    assert_eq!(read_card("", "#100", "#=0", ""), "TDP116 C4");
    assert_eq!(read_card("#95", "", "#=0", ""), "refused ! TDP201 D4");
    assert_eq!(read_card("#0", "#100", "#=0", ""), "part=0 whole=100");
    // What was calculated from elsewhere, or typed, is a figure.
    assert_eq!(read_card("", "", "#=0", ""), "figure=0");
    assert_eq!(read_card("", "", "#=0.96", ""), "figure=96");
    assert_eq!(read_card("", "", "#0%", ""), "figure=0");
}

#[test]
fn what_is_crossed_out_or_turned_round_is_never_used() {
    for criterion in [PERCENT, COUNT, NONE, AMOUNT] {
        for cell in ["9\u{336}5\u{336}", "9\u{336}95", "95¹", "95₁", "¹95", "\u{202e}59", "\u{200f}95", "x\u{336}"]
        {
            check(criterion, cell, "refused ! TDP201");
        }
    }
    for cell in ["x\u{336}", "Đ\u{336}ạ\u{336}t\u{336}", "\u{202e}tạĐ"] {
        check(YES_NO, cell, "refused ! TDP210");
    }
    assert_eq!(read_card("9\u{336}5\u{336}", "#100", "", ""), "refused ! TDP201 C4");
    assert_eq!(read_card("#95", "#100", "", "Đ\u{336}ạ\u{336}t\u{336}"), "part=95 whole=100 ! TDP210 F4");
    // What only keeps the order that people see changes nothing.
    check(PERCENT, "\u{202d}95,5\u{202c}%", "figure=95.5");
}

#[test]
fn a_row_that_is_crossed_out_is_told_at_its_name() {
    use crate::workbook::{Format, Sheet};
    let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{PERCENT}"));
    let rows =
        "Phường Đoàn Kết\nTT|Tên tổ dân phố|1.1. Một\n#1|T\u{336}ổ\u{336} 1\u{336}|9\u{336}5\u{336}\n#2|Tổ 1|#96";
    let submission = submit(&rulebook, vec![sheet("Biểu", rows)]);
    assert_eq!(submission.facts.iter().map(shown).collect::<Vec<_>>(), ["figure=96"]);
    assert_eq!(super::found(&submission), ["TDP111 B3"]);
    assert!(submission.findings[0].message.vi.contains("bị gạch ngang"), "{:?}", submission.findings[0].message);
    // A number has no letters to cross out; its font tells.
    let plain = sheet("Biểu", "Phường Đoàn Kết\nTT|Tên tổ dân phố|1.1. Một\n#1|Tổ 1|#95");
    let struck = Format { crossed_out: true, ..Format::default() };
    let sheet = Sheet::new("Biểu", plain.cells().to_vec(), vec![struck]).unwrap();
    assert_eq!(super::found(&submit(&rulebook, vec![sheet])), ["TDP201 C3"]);
}

#[test]
fn a_number_that_its_format_shows_as_something_else_is_refused() {
    let shown_as = |code: &str, number: &str| {
        let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Số vụ\"\n{COUNT}"));
        let plain = sheet("Biểu", &format!("TT|Tên tổ dân phố|1.1. Số vụ\n#1|01.1|#{number}"));
        let mut cells = plain.cells().to_vec();
        for cell in &mut cells {
            cell.format = u16::from(cell.at.to_string() == "C2");
        }
        let formats = vec![Format::default(), Format::new(Some(code), None)];
        let submission = submit(&rulebook, vec![Sheet::new("Biểu", cells, formats).unwrap()]);
        let told: Vec<&str> = submission.findings.iter().map(|finding| finding.code.number).collect();
        (submission.facts.iter().map(shown).collect::<Vec<_>>().join(" "), told.join(" "))
    };
    let refused = ("refused".to_owned(), "TDP201".to_owned());
    assert_eq!(shown_as("\"Đạt\";;\"Chưa đạt\"", "1"), refused);
    assert_eq!(shown_as("\"Đạt\";;\"Chưa đạt\"", "0"), refused);
    assert_eq!(shown_as("[=7]\"ba\";0", "7"), refused);
    assert_eq!(shown_as("#,##0;-#,##0;\"-\"", "0"), ("figure=0".to_owned(), String::new()));
    assert_eq!(shown_as("0\" vụ\"", "7"), ("figure=7".to_owned(), String::new()));
    for code in ["0\"000\"", "\"-\"0", "0\" (năm 2024)\""] {
        assert_eq!(shown_as(code, "7"), refused, "{code}");
    }
    for code in [
        "0\"k\"",
        "\"không \"0",
        "0\" chưa đạt\"",
        "0\" (kế hoạch)\"",
        "[>100]0;0\"k\"",
        "[>100]0",
        "0\"/tháng\"",
        "0\" vụ/quý\"",
        "0\" vụ mỗi tháng\"",
    ] {
        assert_eq!(shown_as(code, "7"), refused, "{code}");
    }
    for code in ["0\" vạn\"", "0\" nghìn vụ\"", "[>100]0;0\" trăm\""] {
        assert_eq!(shown_as(code, "7"), refused, "{code}");
    }
    for code in ["\"khoảng \"0", "\"⩾\"0", "\"chưa đến \"0", "0[$≥-42A]", "[>100]0;\"dưới \"0"] {
        assert_eq!(shown_as(code, "7"), ("refused".to_owned(), "TDP202".to_owned()), "{code}");
    }
    for code in ["0;0\" nghìn\"", "[>100]0\"k\";0", "#,##0\\ \"vụ\"", "[$-42A]0"] {
        assert_eq!(shown_as(code, "7"), ("figure=7".to_owned(), String::new()), "{code}");
    }
    assert_eq!(shown_as("0\" trăm\"", "7").0, "refused");
}

#[test]
fn what_is_shown_in_place_of_a_number_counts_where_it_says_that_number() {
    let shown_as = |criterion: &str, code: &str, number: &str| {
        let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Số vụ\"\n{criterion}"));
        let plain = sheet("Biểu", &format!("TT|Tên tổ dân phố|1.1. Số vụ\n#1|01.1|#{number}"));
        let formats = vec![Format::new(Some(code), None)];
        let submission = submit(&rulebook, vec![Sheet::new("Biểu", plain.cells().to_vec(), formats).unwrap()]);
        submission.facts.iter().map(shown).collect::<Vec<_>>().join(" ")
    };
    for code in ["0;-0;\"0\"", "#,##0;-#,##0;\"0 \"", "[=0]\"0\";0"] {
        assert_eq!(shown_as(NONE, code, "0"), "figure=0", "{code}");
        assert_eq!(shown_as(COUNT, code, "0"), "figure=0", "{code}");
    }
    for code in ["0;-0;\"Không có\"", "[=0]\"không\";0"] {
        assert_eq!(shown_as(NONE, code, "0"), "figure=0", "{code}");
        assert_eq!(shown_as(COUNT, code, "0"), "refused", "{code}");
    }
    assert_eq!(shown_as(NONE, "[=2]\"Không có\";0", "2"), "refused");
    assert_eq!(shown_as(NONE, "0;-0;\"5\"", "0"), "refused");
    assert_eq!(shown_as(NONE, "0;-0;\"Đạt\"", "0"), "refused");
    assert_eq!(shown_as(NONE, "[=3]\"3\";0", "3"), "figure=3");
}

#[test]
fn parts_and_texts_that_their_format_shows_as_something_else_are_refused() {
    let set = "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\nkind = \"percent\"\nachieved = \"<= 3%\"\n\
               part = \"Số hộ nghèo\"\nwhole = \"Tổng số hộ\"\n";
    let rulebook = rulebook(set);
    let found = |cell: &str, code: &str| {
        let rows = "TT|Tên tổ dân phố|Tổng số hộ|1.1. Một|1.1. Một\n|||Số hộ nghèo|Tỷ lệ (%)\n#1|01.1|#50|#1|2%";
        let plain = sheet("Biểu", rows);
        let mut cells = plain.cells().to_vec();
        for at in &mut cells {
            at.format = u16::from(at.at.to_string() == cell);
        }
        let formats = [None, Some(code)].map(|code| Format::new(code, None));
        super::found(&submit(&rulebook, vec![Sheet::new("Biểu", cells, formats).unwrap()]))
    };
    for (cell, code) in [("D3", "0\" nghìn\""), ("D3", "0\" vạn hộ\""), ("C3", "0\"k\""), ("E3", "@\"5\"")] {
        assert_eq!(found(cell, code), [format!("TDP201 {cell}")], "{code}");
    }
    for (cell, code) in [("D3", "0\" hộ\""), ("C3", "#,##0"), ("E3", "@"), ("E3", "0\" hộ\"")] {
        assert!(found(cell, code).is_empty(), "{code}");
    }
}

#[test]
fn what_a_formula_is_calculated_from_is_to_be_filled_in_and_not_the_formula() {
    let set = "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\nkind = \"percent\"\nachieved = \"<= 3%\"\n\
               part = \"Số hộ nghèo\"\nwhole = \"Tổng số hộ\"\n";
    let rulebook = rulebook(set);
    let rows = "TT|Tên tổ dân phố|Tổng số hộ|1.1. Một|1.1. Một\n|||Số hộ nghèo|Tỷ lệ (%)\n#1|01.1|#50||–\n#2|01.2|#50|#1|#0.02%";
    let plain = sheet("Biểu", rows);
    let mut cells = plain.cells().to_vec();
    for cell in &mut cells {
        cell.formula = cell.at.to_string() == "E3";
    }
    let sheet = Sheet::new("Biểu", cells, plain.formats.clone()).unwrap();
    assert_eq!(super::found(&submit(&rulebook, vec![plain])), ["TDP116 E3"]);
    assert_eq!(super::found(&submit(&rulebook, vec![sheet])), ["TDP116 D3"]);
}

#[test]
fn a_blank_verdict_is_asked_for_where_verdicts_stand() {
    let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{YES_NO}"));
    let card = |headings: &str| {
        let rows = format!("Phường Đoàn Kết\nĐơn vị: Tổ dân phố số 1\nTT|Nội dung tiêu chí|{headings}\n1.1|Một\n");
        found(&submit(&rulebook, vec![sheet("Phiếu", &rows)]))
    };
    assert_eq!(card("Kết quả|Tự đánh giá"), ["TDP116 D4"]);
    assert_eq!(card("Kết quả|Đạt|Không đạt"), ["TDP116 D4"]);
    assert_eq!(card("Kết quả"), ["TDP116 C4"]);
}

#[test]
fn of_two_numbers_for_a_criterion_of_one_neither_is_used_unless_they_are_equal() {
    let card = |cells: &str| {
        let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{COUNT}"));
        let headings = "TT|Nội dung tiêu chí|Số đạt|Tổng số|Kết quả";
        let rows = format!("Phường Đoàn Kết\nĐơn vị: Tổ dân phố số 1\n{headings}\n1.1|Một|{cells}\n");
        let submission = submit(&rulebook, vec![sheet("Phiếu", &rows)]);
        let facts: Vec<String> = submission.facts.iter().map(shown).collect();
        [facts, found(&submission)].concat().join(" ! ")
    };
    assert_eq!(card("#40||#60"), "refused ! TDP201 C4");
    assert_eq!(card("#0|#5|#4"), "refused ! TDP201 C4");
    assert_eq!(card("#60||#60"), "figure=60");
    assert_eq!(card("#40||"), "figure=40 ! TDP102 C4");
    assert_eq!(card("||#60"), "figure=60");
}
