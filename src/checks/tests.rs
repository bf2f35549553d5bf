//! Checks of small tables, each written as lines of text.

use crate::{
    facts::{Receiving, extract},
    finding::Finding,
    layout::Lexicon,
    model::FileKey,
    pipeline::unread,
    plan::Rulebook,
    score::fixture::{criterion, evidence, rulebook, set_of, stand_at},
    text::legacy::Legacy,
    workbook::{Decoded, Format, Limits, Sheet, Value, Workbook, read},
};

use super::{Context, run};

fn of(keys: &[&str]) -> Rulebook {
    let criteria = keys.iter().enumerate().map(|(index, keys)| criterion(&format!("1.{}", index + 1), keys));
    rulebook(set_of("", "\"all\"", &criteria.collect::<String>()))
}

fn book(rows: &str) -> Workbook {
    read("thu.csv", rows.as_bytes(), &Limits::default()).unwrap()
}

/// Returns what the checks find in a workbook.
fn checked(rulebook: &Rulebook, book: &Workbook) -> Vec<Finding> {
    let (lexicon, receiving, file) = (Lexicon::new(rulebook), Receiving::default(), FileKey::new(0));
    let (submission, tables) = extract(&lexicon, file, book, unread("thu.csv", &receiving), &receiving);
    let mut findings = Vec::new();
    run(&Context { rulebook, file, book, tables: &tables, facts: &submission.facts }, &mut findings);
    findings
}

/// Returns the codes of what is found and where.
fn told(findings: &[Finding]) -> Vec<String> {
    let at = |finding: &Finding| finding.place.cell().map(|cell| cell.to_string()).unwrap_or_default();
    findings.iter().map(|finding| format!("{} {}", finding.code.number, at(finding))).collect()
}

const COUNT: &str = "kind = \"count\"; achieved = \"= 0\"";

#[test]
fn totals_are_of_the_rows_since_the_last_ones_or_of_the_whole_table() {
    let rulebook = of(&[COUNT]);
    let table = |first: u8, second: u8, both: u8| {
        book(&format!(
            "Đơn vị,1.1 Tiêu chí 1.1\nA.1,2\nA.2,3\nCộng,{first}\nA.3,4\nB.1,1\nCộng,{second}\nTổng cộng,{both}\n"
        ))
    };
    assert_eq!(told(&checked(&rulebook, &table(5, 5, 10))), [""; 0]);
    assert_eq!(told(&checked(&rulebook, &table(5, 10, 10))), [""; 0]);
    assert_eq!(told(&checked(&rulebook, &table(6, 4, 5))), ["TDP304 B4", "TDP304 B7", "TDP304 B8"]);
}

#[test]
fn totals_may_be_of_the_tables_above_that_go_on_under_headings_of_their_own() {
    let tables = |total: u8, heading: &str| {
        book(&format!("Đơn vị,1.1 Tiêu chí 1.1\nA.1,2\nA.2,3\nĐơn vị,{heading}\nA.3,4\nTổng cộng,{total}\n"))
    };
    let rulebook = of(&[COUNT, COUNT]);
    for total in [4, 9] {
        assert_eq!(told(&checked(&rulebook, &tables(total, "1.1 Tiêu chí 1.1"))), [""; 0], "{total}");
    }
    assert_eq!(told(&checked(&rulebook, &tables(5, "1.1 Tiêu chí 1.1"))), ["TDP304 B6"]);
    assert_eq!(told(&checked(&rulebook, &tables(9, "1.2 Tiêu chí 1.2"))), ["TDP304 B6"]);
}

#[test]
fn a_grand_total_of_nought_is_no_sum_of_no_rows() {
    let table = book("Đơn vị,1.1 Tiêu chí 1.1\nA.1,2\nA.2,3\nCộng,5\nTổng cộng,0\n");
    let findings = checked(&of(&[COUNT]), &table);
    assert_eq!(told(&findings), ["TDP304 B5"]);
    assert_eq!(findings[0].message.vi, "Dòng tổng ghi 0, cộng các dòng được 5");
}

#[test]
fn wholes_of_one_name_differ_beside_a_second_voice_too() {
    let percent = |part: &str, whole: &str| {
        format!("kind = \"percent\"; achieved = \">= 95%\"; part = \"{part}\"; whole = \"{whole}\"")
    };
    let (first, second) = (percent("Hộ dùng nước", "Tổng số hộ"), percent("Hộ có điện", "Tổng số  hộ"));
    let rulebook = of(&[&first, &second]);
    let mut facts = evidence(
        &rulebook,
        &["A.1 1.1 self 90/100", "A.1 1.1 ward 91/110", "A.1 1.2 self 95/120", "A.1 1.2 ward 95/110"],
    )
    .facts()
    .cloned()
    .collect::<Vec<_>>();
    for (row, fact) in facts.iter_mut().enumerate() {
        stand_at(fact, row);
    }
    let book = Workbook::default();
    let context = Context { rulebook: &rulebook, file: FileKey::new(0), book: &book, tables: &[], facts: &facts };
    let mut findings = Vec::new();
    run(&context, &mut findings);
    assert_eq!(told(&findings), ["TDP308 A3"]);
    assert_eq!(findings[0].message.vi, "\"Tổng số  hộ\" ở đây là 120, ở ô A1 là 100");
}

#[test]
fn a_whole_that_differs_from_several_alike_is_told_once_and_at_its_own_cell() {
    let percent = "kind = \"percent\"; achieved = \">= 1%\"; part = \"Số hộ đạt\"; whole = \"Tổng số hộ\"";
    let rulebook = of(&[percent; 4]);
    let findings = |wholes: [u8; 4]| {
        let lines = [1, 2, 3, 4].map(|id| format!("A.1 1.{id} self 90/{}", wholes[id - 1]));
        let mut facts = evidence(&rulebook, &lines.each_ref().map(String::as_str)).facts().cloned().collect::<Vec<_>>();
        for (row, fact) in facts.iter_mut().enumerate() {
            stand_at(fact, row);
        }
        let book = Workbook::default();
        let context = Context { rulebook: &rulebook, file: FileKey::new(0), book: &book, tables: &[], facts: &facts };
        let mut findings = Vec::new();
        run(&context, &mut findings);
        findings
    };
    let odd = findings([97, 92, 92, 92]);
    assert_eq!(told(&odd), ["TDP308 A1"]);
    assert_eq!(odd[0].message.vi, "\"Tổng số hộ\" ở đây là 97, ở ô A2, A3, A4 là 92");
    assert_eq!(odd[0].message.en, "\"Tổng số hộ\" is 97 here and 92 in cell A2, A3, A4");
    assert!(odd[0].help.vi.ends_with("cảnh báo vẫn còn nhưng không làm thay đổi kết quả"), "{:?}", odd[0].help);
    assert!(odd[0].help.en.ends_with("the warning stays and changes no result"), "{:?}", odd[0].help);
    assert_eq!(told(&findings([92, 97, 92, 97])), ["TDP308 A2", "TDP308 A4"], "as many of the one as of the other");
}

#[test]
fn legacy_text_is_told_once_a_sheet_where_it_begins() {
    let table = book("Đơn vị,1.1 Tiêu chí 1.1\nA.1,2\nA.2,3\n,Tá»• dÃ¢n phá»‘\n,phá»‘\n");
    let findings = checked(&of(&[COUNT]), &table);
    assert_eq!(told(&findings), ["TDP020 B4"]);
    assert_eq!(findings[0].value.as_deref(), Some("Tá»• dÃ¢n phá»‘"));
    assert_eq!(
        findings[0].message.vi,
        "Chữ UTF-8 bị đọc nhầm bảng mã được đổi sang Unicode, số ô: 2; ô này đọc là \"Tổ dân phố\""
    );
}

#[test]
fn the_name_of_a_sheet_that_was_decoded_is_told() {
    let mut book = book("x\n");
    book.sheets[0].name = "Biểu 1".into();
    let name = Some("BiÓu 1".into());
    book.sheets[0].decoded = vec![Decoded { from: Legacy::Tcvn3, cells: 0, first: None, name }];
    let findings = checked(&of(&[COUNT]), &book);
    assert_eq!((told(&findings), findings[0].value.as_deref()), (vec!["TDP020 ".to_owned()], Some("BiÓu 1")));
    assert_eq!(
        findings[0].message.vi,
        "Chữ phông cũ TCVN3 (ABC) ở tên trang tính được đổi sang Unicode, đọc là \"Biểu 1\""
    );
}

#[test]
fn hidden_rows_and_columns_are_told_where_their_data_begin() {
    let mut table = book("Đơn vị,1.1 Tiêu chí 1.1\nA.1,2\nA.2,3\n,\nGhi chú,\n");
    table.sheets[0].hidden_rows = vec![1, 2, 4];
    table.sheets[0].hidden_columns = vec![1, 2];
    assert_eq!(told(&checked(&of(&[COUNT]), &table)), ["TDP121 A2", "TDP121 B1"]);
}

#[test]
fn a_title_of_another_year_is_told_unless_the_plans_year_stands_there_too() {
    let check = |title: &str, expected: &[&str]| {
        let table = book(&format!("UBND phường A\n{title}\nĐơn vị,1.1 Tiêu chí 1.1\nA.1,2\nA.2,3\n"));
        assert_eq!(told(&checked(&of(&[COUNT]), &table)), expected, "{title}");
    };
    check("BIỂU TỰ CHẤM NĂM 2024", &["TDP010 A2"]);
    check("Biểu tự chấm năm 2025", &[]);
    check("Biểu tự chấm năm 2025 (so với năm 2024)", &[]);
    check("\"Lai Châu, ngày 20 tháng 12 năm 2024\"", &[]);
    check("Biểu tổng hợp (số liệu đến 31/12/2024)", &["TDP010 A2"]);
    check("BIỂU ĐĂNG KÝ CHỈ TIÊU NĂM 2025", &["TDP010 A2"]);
    check("BIỂU TỔNG HỢP KẾT QUẢ NĂM TRƯỚC", &["TDP010 A2"]);
    check("Kết quả thực hiện chỉ tiêu kế hoạch năm 2025", &[]);
    let findings = checked(&of(&[COUNT]), &book("Năm 2024,\nĐơn vị,1.1 Tiêu chí 1.1\nA.1,2\n"));
    assert_eq!(findings[0].severity, crate::finding::Severity::Warning);
    assert_eq!(findings[0].message.vi, "Phần đầu biểu ghi năm 2024 nhưng kế hoạch là của năm 2025");
}

#[test]
fn the_day_of_a_paper_or_its_subject_does_not_vouch_for_a_title_of_another_year() {
    let check = |title: &str, beside: &str, expected: &[&str]| {
        let table = book(&format!("{title}\n{beside}\nĐơn vị,1.1 Tiêu chí 1.1\nA.1,2\nA.2,3\n"));
        assert_eq!(told(&checked(&of(&[COUNT]), &table)), expected, "{title} {beside}");
    };
    let title = "BIỂU TỔNG HỢP KẾT QUẢ NĂM 2024";
    check(title, "(Kèm theo Báo cáo số 10/BC-UBND ngày 08 tháng 01 năm 2025 của UBND phường A)", &["TDP010 A1"]);
    check(title, "(Kèm theo Báo cáo số 10/BC-UBND ngày 08/01/2025)", &["TDP010 A1"]);
    check("PHIẾU TỰ ĐÁNH GIÁ NĂM 2024", "Kế hoạch số 604/KH-UBND ngày 28/02/2025", &["TDP010 A1"]);
    check(title, "(Kèm theo Kế hoạch xây dựng tổ dân phố năm 2025)", &["TDP010 A1"]);
    check(title, "Kỳ báo cáo: năm 2025", &[]);
    check(title, "(số liệu đến 30/9/2025)", &[]);
    check("Theo Quyết định ban hành năm 2023", "(Kèm theo Kế hoạch năm 2025)", &[]);
    check("BIỂU TỔNG HỢP KẾT QUẢ NĂM 2025", "(Kèm theo Báo cáo ngày 08 tháng 01 năm 2026)", &[]);
}

#[test]
fn a_second_table_and_a_sheet_of_another_year_are_told() {
    let table = "Đơn vị,1.1 Tiêu chí 1.1\n";
    let second = |between: &str| {
        let rows = format!("UBND phường A\nBiểu tổng hợp năm 2025\n{table}A.1,2\n{between}\n{table}A.2,3\n");
        told(&checked(&of(&[COUNT]), &book(&rows)))
    };
    assert_eq!(second("Số liệu năm 2024"), ["TDP010 A5"]);
    assert_eq!(second("Số liệu năm 2025"), Vec::<String>::new());
    assert_eq!(second("Tăng so với năm 2024"), Vec::<String>::new());
    for (name, expected) in [("Năm 2024", 1), ("2024", 1), ("Năm 2025", 0), ("QĐ 2024", 0)] {
        let mut named = book(&format!("UBND phường A\nBiểu năm 2025\n{table}A.1,2\n"));
        named.sheets[0].name = name.into();
        assert_eq!(checked(&of(&[COUNT]), &named).len(), expected, "{name}");
    }
}

#[test]
fn a_section_of_a_kind_of_units_bears_the_totals_of_what_follows() {
    let rulebook = of(&[COUNT]);
    let table = |first: u8, total: u8| {
        let rows = format!("I,Tổ dân phố,{first}\n1,A.1,2\n2,A.2,3\nII,Bản,4\n1,A.3,4\n,Tổng,{total}\n");
        told(&checked(&rulebook, &book(&format!("TT,Đơn vị,1.1 Tiêu chí 1.1\n{rows}"))))
    };
    assert_eq!(table(5, 9), [""; 0]);
    assert_eq!(table(6, 9), ["TDP304 C2"]);
    assert_eq!(table(5, 18), ["TDP304 C7"]);
}

#[test]
fn what_the_wards_over_sections_answer_themselves_is_no_total() {
    let rulebook = of(&[COUNT, &format!("{COUNT}; subject = \"ward\"")]);
    let rows = "TT,Đơn vị,1.1 Tiêu chí 1.1,1.2 Tiêu chí 1.2\nI,Phường A,5,7\n1,A.1,2\n2,A.2,3\n,Tổng cộng,6,7\n";
    assert_eq!(told(&checked(&rulebook, &book(rows))), ["TDP304 C5"]);
}

#[test]
fn values_below_a_merged_cell_are_told_once_a_merged_cell() {
    let merged = |merges: &[&str], hidden_rows: &[u32]| {
        let mut book = book("Phường A\nĐơn vị,1.1 Tiêu chí 1.1,1.2 Tiêu chí 1.2\nA.1,2,3\nA.2,4,5\nA.3,,7\n");
        let at = |cell: &str| cell.parse().unwrap();
        let range = |merge: &&str| merge.split_once(':').map(|(first, last)| (at(first), at(last))).unwrap();
        book.sheets[0].merges = merges.iter().map(range).collect();
        book.sheets[0].hidden_rows = hidden_rows.to_vec();
        told(&checked(&of(&[COUNT, COUNT]), &book))
    };
    assert_eq!(merged(&["B3:B4"], &[]), ["TDP121 B4"]);
    assert_eq!(merged(&["B3:C4"], &[]), ["TDP121 C3"]);
    assert_eq!(merged(&["A3:A4"], &[]), ["TDP121 A4"]);
    // Nothing stands below these, or the headings alone.
    assert_eq!(merged(&["B4:B5", "B2:C2", "A1:C1"], &[]), [""; 0]);
    // What a hidden row holds is told as such.
    assert_eq!(merged(&["B3:B4"], &[3]), ["TDP121 A4"]);
}

#[test]
fn numbers_that_their_format_does_not_show_are_told_once_a_sheet() {
    let plain = book("Đơn vị,1.1 Tiêu chí 1.1\nA.1,2\nA.2,3\nA.3,0\n");
    let shown_as = |code: &str| {
        let mut cells = plain.sheets[0].cells().to_vec();
        for cell in cells.iter_mut().filter(|cell| cell.at.row > 0 && cell.at.column == 1) {
            let Value::Text(text) = &cell.value else { panic!("{cell:?}") };
            (cell.value, cell.format) = (Value::Number(text.parse().unwrap()), 1);
        }
        let formats = vec![Format::default(), Format::new(Some(code), None)];
        let sheets = vec![Sheet::new("Biểu", cells, formats).unwrap()];
        checked(&of(&[COUNT]), &Workbook { sheets, properties: Vec::new() })
    };
    let all = shown_as(";;;");
    assert_eq!(told(&all), ["TDP121 B2"]);
    assert!(all[0].message.en.contains("what 3 cells hold, the first of them B2"), "{}", all[0].message.en);
    assert_eq!(told(&shown_as("0;-0;;@")), ["TDP121 B4"]);
    assert_eq!(told(&shown_as("#,##0;-#,##0;\"-\"")), [""; 0]);
    let texts = |code: &str| {
        let formats = vec![Format::new(Some(code), None)];
        let sheets = vec![Sheet::new("Biểu", plain.sheets[0].cells().to_vec(), formats).unwrap()];
        told(&checked(&of(&[COUNT]), &Workbook { sheets, properties: Vec::new() }))
    };
    assert_eq!(texts("0;-0;0;"), ["TDP121 B2"]);
    assert_eq!(texts("0;-0;;@"), [""; 0]);
}
