//! What to do about a cell that cannot be used: about just this one, in words that are read when they are followed.

use super::{rulebook, sheet, submit};
use crate::{finding::Finding, workbook::Sheet};

/// Reads one answer to a criterion, in a matrix with the columns `heading` and the values `cells`, and returns the
/// finding with the code `number`.
fn told_of(criterion: &str, heading: &str, cells: &str, number: &str) -> Finding {
    let rulebook = rulebook(&format!(
        "[[standard.criterion]]\nid = \"2.1\"\ntitle = \"Trẻ em\"\n{criterion}\n\
         [[standard.criterion]]\nid = \"2.2\"\ntitle = \"Nhà\"\nkind = \"yes-no\"\nachieved = \"yes\"\n"
    ));
    let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|{heading}|2.2. Nhà\n#1|Tổ 1|{cells}|x");
    one(submit(&rulebook, vec![sheet("Biểu", &rows)]).findings, number)
}

fn one(findings: Vec<Finding>, number: &str) -> Finding {
    let told: Vec<String> = findings.iter().map(|told| format!("{} {}", told.code.number, told.message.vi)).collect();
    findings.into_iter().find(|told| told.code.number == number).unwrap_or_else(|| panic!("{told:?}"))
}

const PERCENT: &str = "kind = \"percent\"\nachieved = \">= 80%\"\npart = \"Số trẻ đi học\"\nwhole = \"Tổng số trẻ\"";
const COUNT: &str = "kind = \"count\"\nachieved = \">= 1\"";
const AMOUNT: &str = "kind = \"amount\"\nachieved = \">= 55\"";
const PARTS: &str = "Số trẻ đi học|Tổng số trẻ";

/// Checks message and help of the figure `written` under a criterion, in both languages.
#[track_caller]
fn check(criterion: &str, written: &str, number: &str, message: [&str; 2], help: [&str; 2]) {
    let told = told_of(criterion, "2.1. Trẻ em", written, number);
    assert_eq!([told.message.vi.as_str(), told.message.en.as_str()], message, "{written}");
    assert_eq!([told.help.vi.as_str(), told.help.en.as_str()], help, "{written}");
}

#[test]
fn words_behind_a_number_are_told_with_the_number_to_leave() {
    let words = ["\"2 mô hình\" có chữ kèm theo con số", "\"2 mô hình\" has words behind its number"];
    check(COUNT, "2 mô hình", "TDP201", words, ["Chỉ ghi 2, bỏ phần chữ", "Write 2 alone, without the words"]);
    assert_eq!(told_of(COUNT, "2.1. Trẻ em", "2.596 lượt", "TDP201").help.vi, "Chỉ ghi 2596, bỏ phần chữ");
    assert_eq!(
        told_of(AMOUNT, "2.1. Trẻ em", "69900 nghìn đồng", "TDP201").help.vi,
        "Đổi ra đơn vị mà tiêu chí hỏi rồi chỉ ghi con số"
    );
    assert_eq!(
        told_of(PERCENT, "2.1. Trẻ em", "82 hộ", "TDP201").help.vi,
        "Ghi tỷ lệ kèm dấu %, ví dụ 95,5%, hoặc số đạt trên tổng số, ví dụ 120/125"
    );
    for written in ["82,68% (1)", "100% đạt", "82,68 (xem ghi chú)"] {
        let told = told_of(PERCENT, "2.1. Trẻ em", written, "TDP201");
        assert_eq!(told.message.vi, format!("\"{written}\" có chữ kèm theo con số"));
        assert!(told.help.vi.starts_with("Ghi tỷ lệ kèm dấu %, ví dụ 95,5%"), "{:?}", told.help);
    }
    assert_eq!(told_of(COUNT, "2.1. Trẻ em", "5 (1)", "TDP201").help.vi, "Chỉ ghi 5, bỏ phần chữ");
    for (criterion, written) in [(COUNT, "100% đạt"), (PERCENT, "100% chưa đạt"), (PERCENT, "(1)")] {
        let message = told_of(criterion, "2.1. Trẻ em", written, "TDP201").message.vi;
        assert_eq!(message, format!("\"{written}\" không phải là số"));
    }
    assert_eq!(
        told_of(COUNT, "2.1. Trẻ em", "đang rà soát", "TDP201").help.vi,
        "Chỉ ghi một con số trong ô này, bỏ phần chữ"
    );
}

#[test]
fn a_percentage_where_a_quantity_is_needed_is_told_as_such() {
    let percentage = ["\"95%\" là tỷ lệ, ở đây cần số lượng", "\"95%\" is a percentage; a quantity is needed here"];
    let help =
        ["Ghi số lượng vào ô này, không ghi tỷ lệ phần trăm", "Write the quantity into this cell, not a percentage"];
    check(COUNT, "95%", "TDP201", percentage, help);
    assert_eq!(told_of(PERCENT, PARTS, "95%|#100", "TDP201").message.vi, percentage[0]);
    let shown = told_of(COUNT, "2.1. Trẻ em", "#0.02%", "TDP201");
    assert_eq!(shown.help.vi, "Bấm Ctrl+1, chọn Chung (General), rồi gõ lại số");
    assert_eq!(shown.help.en, "Press Ctrl+1, choose General, and type the number again");
}

#[test]
fn a_missing_whole_is_asked_for_in_its_own_cell() {
    let told = told_of(PERCENT, PARTS, "#82|", "TDP201");
    assert_eq!(told.place.cell().unwrap().to_string(), "D3");
    assert_eq!([told.help.vi, told.help.en], ["Ghi tổng số vào ô D3", "Write the whole into D3"]);
}

#[test]
fn a_whole_of_nothing_says_what_to_do_where_nobody_comes_into_question() {
    let help = |more: &str| told_of(&format!("{PERCENT}\n{more}"), PARTS, "#0|#0", "TDP209").help;
    let excluded = help("not_applicable = \"excluded\"");
    assert!(excluded.vi.contains("xóa các số của tiêu chí này và ghi \"Không áp dụng\""), "{excluded:?}");
    assert!(excluded.en.contains("clear this criterion's numbers and write \"Không áp dụng\""), "{excluded:?}");
    let forbidden = help("");
    assert!(forbidden.vi.starts_with("Ghi lại tổng số cho đúng"), "{forbidden:?}");
    assert!(!forbidden.vi.contains("Không áp dụng") && !forbidden.en.contains("Không áp dụng"), "{forbidden:?}");
}

#[test]
fn the_example_beside_a_bound_is_of_the_kind_that_is_asked() {
    for (criterion, written, example) in
        [(PERCENT, "trên 95%", "95,5%"), (COUNT, "khoảng 5", "5"), (AMOUNT, "khoảng 60", "61,5")]
    {
        let help = told_of(criterion, "2.1. Trẻ em", written, "TDP202").help;
        assert!(help.vi.starts_with(&format!("Ghi con số thực tế, ví dụ {example}, bỏ")), "{help:?}");
        assert!(help.en.starts_with(&format!("Write the actual figure, such as {example}, without")), "{help:?}");
    }
    assert!(told_of(PERCENT, PARTS, "khoảng 60|#100", "TDP202").help.vi.contains("ví dụ 120,"));
    for range in ["95-97%", "từ 95 đến 97"] {
        let told = told_of(PERCENT, "2.1. Trẻ em", range, "TDP202");
        assert_eq!(told.message.vi, format!("\"{range}\" là một khoảng, chưa phải số liệu"));
        assert_eq!(told.help.vi, "Chỉ ghi một số, là số thực tế, ví dụ 95,5%");
        assert_eq!(told.help.en, "Write one number, the actual one, such as 95,5%");
    }
}

#[test]
fn both_readings_of_a_number_are_its_own() {
    let told = told_of(AMOUNT, "2.1. Trẻ em", "61.500", "TDP205");
    assert_eq!(told.message.vi, "\"61.500\" có thể là 61,5 hoặc 61500");
    assert_eq!(told.message.en, "\"61.500\" may be 61.5 or 61500");
    assert_eq!(told.help.vi, "Gõ lại 61,5 hoặc 61500 cho đúng với số thực tế");
    assert_eq!(told.help.en, "Type 61.5 or 61500, whichever is right");
    let low = "kind = \"percent\"\nachieved = \"<= 3%\"";
    let told = told_of(low, "2.1. Trẻ em", "#0.5", "TDP204");
    assert_eq!(told.help.vi, "Gõ lại kèm dấu phần trăm: 0,5% hoặc 50%, tùy theo số thực tế");
    assert_eq!(told.help.en, "Type it with a percent sign: 0.5% or 50%, whichever is right");
}

#[test]
fn of_the_rules_of_a_range_only_the_one_that_is_broken_is_told() {
    let help = |criterion, written| told_of(criterion, "2.1. Trẻ em", written, "TDP208").help;
    let hundredfold = help(PERCENT, "#95.12%");
    assert_eq!(hundredfold.vi, "Nếu là 95,12% thì gõ lại 95,12%; nếu không thì sửa cho đúng, từ 0% đến 100%");
    assert_eq!(hundredfold.en, "If it is 95.12%, type 95.12% again; otherwise correct it, between 0% and 100%");
    assert_eq!(help(PERCENT, "#130").vi, "Tỷ lệ phải từ 0% đến 100%: kiểm tra rồi gõ lại");
    assert_eq!(help(COUNT, "#-2").vi, "Số lượng không thể âm: kiểm tra rồi gõ lại");
    let points = "kind = \"points\"\nmax = 5";
    assert_eq!(help(points, "#7").vi, "Điểm phải từ 0 đến 5: kiểm tra rồi gõ lại");
}

#[test]
fn a_criterion_that_wants_none_asks_for_a_number_whatever_it_counts() {
    let none = "kind = \"count\"\nachieved = \"= 0\"";
    let told = told_of(none, "2.1. Trẻ em", "", "TDP116");
    assert_eq!(
        [told.help.vi, told.help.en],
        ["Ghi con số; không có thì ghi 0", "Write how many there were; none is 0"]
    );
}

fn pair(marks: &str) -> Sheet {
    let rows =
        format!("Phường Đoàn Kết\nTT|Tên tổ|2.1. Trẻ em||\n||Số liệu|Đạt|Không đạt\n#1|Tổ 1|{marks}\n#2|Tổ 2|#1|x|");
    let mut read = sheet("Biểu", &rows);
    read.merges = vec![("C2".parse().unwrap(), "E2".parse().unwrap())];
    read
}

#[test]
fn a_mark_in_the_wrong_one_of_two_columns_is_told_with_both_columns() {
    let criteria = rulebook(&format!("[[standard.criterion]]\nid = \"2.1\"\ntitle = \"Trẻ em\"\n{COUNT}\n"));
    let told = |marks| one(submit(&criteria, vec![pair(marks)]).findings, "TDP301");
    let wrong = told("#2||x");
    assert_eq!(wrong.message.vi, "Đánh dấu ở cột \"Không đạt\" nhưng số liệu là 2, yêu cầu ≥ 1");
    assert_eq!(wrong.message.en, "Marked in the column \"Không đạt\", but the figure is 2, required ≥ 1");
    assert_eq!(wrong.help.vi, "Nếu số liệu đúng thì chuyển dấu sang cột \"Đạt\"; nếu không thì sửa số liệu");
    assert_eq!(
        wrong.help.en,
        "If the figure is right, move the mark to the column \"Đạt\"; otherwise correct the figure"
    );
    let both = told("|x|x");
    assert_eq!(both.message.vi, "Cả hai cột \"Đạt\" (ô D4) và \"Không đạt\" (ô E4) đều được đánh dấu");
    assert_eq!(both.message.en, "Both columns are marked, \"Đạt\" (D4) and \"Không đạt\" (E4)");
    assert_eq!(both.help.vi, "Chỉ để lại dấu ở cột đúng với kết quả");
}

#[test]
fn two_claims_of_one_criterion_are_told_with_both_cells() {
    let criteria = rulebook(&format!("[[standard.criterion]]\nid = \"2.1\"\ntitle = \"Trẻ em\"\n{COUNT}\n"));
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|2.1. Trẻ em|2.1. Trẻ em\n||Số liệu|Đánh giá\n#1|Tổ 1|x|Chưa đạt";
    let told = one(submit(&criteria, vec![sheet("Biểu", rows)]).findings, "TDP301");
    assert_eq!(told.message.vi, "Ô D4 ghi \"Chưa đạt\" nhưng ô C4 ghi \"x\", nói ngược nhau");
    assert_eq!(told.message.en, "D4 says \"Chưa đạt\" and C4 \"x\", which contradict each other");
    assert_eq!(told.help.vi, "Ghi số liệu vào ô C4, hoặc sửa một trong hai ô cho khớp");
    assert_eq!(told.help.en, "Write the figure into C4, or correct one of the two");
}

#[test]
fn words_in_the_place_of_a_figure_may_stand_for_what_does_not_apply() {
    let plain = "Chỉ ghi một con số trong ô này, bỏ phần chữ";
    let help = |criterion: &str| told_of(criterion, "2.1. Trẻ em", "Không giao chỉ tiêu", "TDP201").help.vi;
    assert_eq!(help(COUNT), plain);
    for rule in ["excluded", "counts-as-achieved"] {
        let expected = format!("{plain}; không thuộc diện đánh giá thì ghi \"Không áp dụng\"");
        assert_eq!(help(&format!("{COUNT}\nnot_applicable = \"{rule}\"")), expected, "{rule}");
    }
}

#[test]
fn letters_in_the_place_of_digits_and_too_many_commas_are_named() {
    for (written, message, help) in [
        ("O,96", "letters in the place of digits", "0,96 if"),
        ("l00%", "letters in the place of digits", "100% if"),
        ("9o", "letters in the place of digits", "90 if"),
        ("96,5,1", "has 2 commas or points", "one decimal separator"),
        ("nhiều", "is not a number", "without the words"),
        ("lol", "is not a number", "without the words"),
    ] {
        let told = told_of(PERCENT, "2.1. Trẻ em", written, "TDP201");
        assert!(told.message.en.contains(message), "{written}: {}", told.message.en);
        assert!(told.help.en.contains(help), "{written}: {}", told.help.en);
    }
}
