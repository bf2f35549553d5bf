//! What is said of a fault, and what to do about it.

use crate::finding::Finding;

use super::{rulebook, sheet, submit};

/// Reads sheets of rows for two criteria and returns the finding with the code `number`.
fn told(second: &str, sheets: &[&str], number: &str) -> Finding {
    let rulebook = rulebook(&format!(
        "[[standard.criterion]]\nid = \"2.1\"\ntitle = \"Tỷ lệ hộ nghèo\"\nkind = \"percent\"\nachieved = \"<= 3%\"\n\
         [[standard.criterion]]\nid = \"2.2\"\ntitle = \"Nhà văn hóa\"\n{second}"
    ));
    let sheets = sheets.iter().enumerate().map(|(index, rows)| sheet(&format!("Biểu {index}"), rows.trim())).collect();
    let findings = submit(&rulebook, sheets).findings;
    let numbers: Vec<&str> = findings.iter().map(|finding| finding.code.number).collect();
    let at = numbers.iter().position(|told| *told == number);
    at.map_or_else(|| panic!("{numbers:?}"), |at| findings[at].clone())
}

const YES_NO: &str = "kind = \"yes-no\"\nachieved = \"yes\"";

#[test]
fn a_unit_twice_is_told_where_it_stands_first() {
    let first = "Phường Đoàn Kết\nTT|Đơn vị|2.1|2.2\n#1|Tổ 1|#0%|x";
    let finding = told(YES_NO, &[first, first], "TDP113");
    assert_eq!(finding.message.vi, "\"Tổ dân phố số 1\" đã có ở trang \"Biểu 0\", ô B3");
    let twice = format!("{first}\n#2|Tổ 1|#0%|x");
    assert_eq!(told(YES_NO, &[&twice], "TDP113").message.vi, "\"Tổ dân phố số 1\" đã có ở ô B3");
}

#[test]
fn a_table_that_repeats_another_altogether_is_told_once() {
    let table = "Phường Đoàn Kết\nTT|Đơn vị|2.1|2.2\n#1|Tổ 1|#0%|x\n#2|Tổ 2|#1%|x";
    let all = |sheets: &[&str]| {
        let set =
            "[[standard.criterion]]\nid = \"2.2\"\ntitle = \"Nhà văn hóa\"\nkind = \"yes-no\"\nachieved = \"yes\"";
        let sheets = sheets.iter().enumerate().map(|(index, rows)| sheet(&format!("Biểu {index}"), rows)).collect();
        let submission = submit(&rulebook(set), sheets);
        let such = submission.findings.into_iter().filter(|finding| finding.code.number == "TDP113");
        such.map(|finding| (finding.place.cell().unwrap().to_string(), finding.message.vi, finding.help.vi)).collect()
    };
    let told: Vec<(String, String, String)> = all(&[table, &table.replace("#1%|x", "#1%|không đạt")]);
    let [(cell, message, help)] = &told[..] else { panic!("{told:?}") };
    assert_eq!(cell, "B3");
    assert_eq!(message, "Cả bảng này lặp lại bảng ở trang \"Biểu 0\": 2 đơn vị đã có ở đó");
    assert!(help.starts_with("Giữ lại một trang đúng: xóa trang \"Biểu 1\""), "{help}");
    let more = format!("{table}\n#3|Bản Gia Khâu|#0%|x");
    assert_eq!(all(&[table, &more]).len(), 2, "not all of it is there already");
}

#[test]
fn what_says_the_same_as_an_earlier_column_or_row_is_told_where_that_stands() {
    let message = |rows: &str| told(YES_NO, &[rows], "TDP103").message.vi;
    let columns = "Phường Đoàn Kết\nTT|Đơn vị|2.1|2.2|2.2\n#1|Tổ 1|#0%|x|x";
    assert_eq!(message(columns), "Tiêu chí 2.2 đã có ở ô D2");
    let card = "Đơn vị: Tổ dân phố số 1, phường Đoàn Kết\nTT|Nội dung tiêu chí|Kết quả\n2.1|Hộ nghèo|0%\n\
                2.2|Nhà văn hóa|x\n2.2|Nhà văn hóa|x";
    assert_eq!(message(card), "Tiêu chí 2.2 đã có ở ô A4");
    let results = "Đơn vị: Tổ dân phố số 1, phường Đoàn Kết\nTT|Nội dung tiêu chí|Kết quả|Kết quả\n2.1|Hộ nghèo|0%|0%";
    assert_eq!(message(results), "Cột này trùng với cột ở ô C2");
}

#[test]
fn what_may_be_written_instead_of_an_unknown_mark_is_what_is_read() {
    let help = |second: &str, rows: &str| told(second, &[rows], "TDP210").help.vi;
    let rows = "Phường Đoàn Kết\nTT|Đơn vị|2.1|2.2\n#1|Tổ 1|#0%|tốt";
    assert_eq!(help(YES_NO, rows), "Ghi \"Đạt\" hoặc \"Chưa đạt\"");
    assert_eq!(
        help(&format!("{YES_NO}\nnot_applicable = \"excluded\""), rows),
        "Ghi \"Đạt\" hoặc \"Chưa đạt\"; không thuộc diện đánh giá thì ghi \"Không áp dụng\""
    );
    let pair = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2. Nhà văn hóa|\n|||Đạt|Chưa đạt\n#1|Tổ 1|#0%||Đạt";
    assert_eq!(help(YES_NO, pair), "Đánh dấu x vào cột đúng với kết quả và để trống cột kia");
}

#[test]
fn a_number_is_told_as_it_is_quoted() {
    let finding =
        |number: &str, code| told(YES_NO, &[&format!("Phường Đoàn Kết\nTT|Đơn vị|2.1|2.2\n#1|Tổ 1|{number}|x")], code);
    let over = finding("#120.30000000000001", "TDP208");
    assert_eq!(
        (over.message.vi.as_str(), over.value.as_deref()),
        ("120,3 % vượt quá mức cao nhất là 100 %", Some("120,3"))
    );
    let large = finding("#1e300", "TDP201");
    assert_eq!((large.message.vi.as_str(), large.value.as_deref()), ("Số 1e300 quá lớn để là số liệu", Some("1e300")));
    assert_eq!(finding("#1e-30", "TDP201").message.vi, "Số 1e-30 quá nhỏ để là số liệu");
    assert_eq!(finding("#0.96", "TDP204").message.vi, "\"0,96\" có thể là 0,96 % hoặc 96 %");
}

#[test]
fn a_title_that_names_no_ward_of_the_register_is_quoted_with_the_nearest() {
    let rows = |title: &str| format!("{title}\nTT|Đơn vị|2.1|2.2\n#1|Tổ 1|#0%|x");
    let finding = told(YES_NO, &[&rows("UBND THÀNH PHỐ|UBND PHƯỜNG ĐOÀN KÊT")], "TDP011");
    assert_eq!(
        finding.message.vi,
        "Không biết tệp này của phường, xã nào: phần đầu biểu ghi \"UBND PHƯỜNG ĐOÀN KÊT\", không có trong danh sách \
         đơn vị; tên gần nhất: \"Phường Đoàn Kết\""
    );
    assert_eq!(finding.place.cell().unwrap().to_string(), "B1");
    let finding = told(YES_NO, &[&rows("KINH TẾ - XÃ HỘI")], "TDP011");
    assert_eq!(finding.message.vi, "Không biết tệp này của phường, xã nào");
}

#[test]
fn beside_a_name_like_no_other_stand_the_few_units_that_the_file_does_not_name() {
    let rows = "Phường Đoàn Kết\nTT|Đơn vị|2.1|2.2\n#1|Tổ 1|#0%|x\n#2|Xóm Ngoài|#0%|x\n#3|Tổ 2|#0%|x\n#4||#0%|x";
    let finding = told(YES_NO, &[rows], "TDP111");
    assert_eq!(
        finding.message.vi,
        "\"Xóm Ngoài\" không có trong danh sách đơn vị; của phường, xã này còn chưa thấy trong tệp: \"Bản Gia Khâu\""
    );
    let nameless = "Phường Đoàn Kết\nTT|Đơn vị|2.1|2.2\n#1|Tổ 1|#0%|x\n#2||#0%|x\n#3|Tổ 2|#0%|x";
    assert!(told(YES_NO, &[nameless], "TDP111").help.vi.starts_with("Ghi tên"));
}

#[test]
fn a_sheet_without_a_table_is_told_with_what_is_wanting() {
    let why = |rows: &str| {
        let message = told(YES_NO, &[rows], "TDP004").message.vi;
        message
            .strip_prefix("Không tìm thấy biểu, phiếu hay danh sách nào mà chương trình nhận ra: ")
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        why("Danh sách hộ|Số nhân khẩu"),
        "không ô nào ghi số hiệu hoặc tên tiêu chí, như \"2.1. Tỷ lệ hộ nghèo\""
    );
    assert_eq!(
        why("TT|Tên tổ|Ty le ho ngheo"),
        "ô C1 ghi \"Ty le ho ngheo\", khác dấu hoặc ký tự với tên tiêu chí \"Tỷ lệ hộ nghèo\"; gõ lại cho đúng"
    );
    assert_eq!(
        why("Biểu\nTT|Cụm|2.1 Tỷ lệ hộ nghèo|2.2 Nhà văn hóa\n#1|Tổ 1|#0%|x"),
        "dòng 2 có tiêu đề tiêu chí (từ ô C2) nhưng không cột nào có tiêu đề \"Tên tổ dân phố, bản\""
    );
    assert_eq!(
        why("Cột|Ghi\n2.1 Tỷ lệ hộ nghèo|x\n2.2 Nhà văn hóa|x"),
        "các tiêu chí ghi từ ô A2 xuống nhưng phía trên không có tiêu đề \"Nội dung tiêu chí\""
    );
    assert_eq!(
        why("Nội dung tiêu chí|Ai ghi\n2.1 Tỷ lệ hộ nghèo|x\n2.2 Nhà văn hóa|x"),
        "các tiêu chí ghi từ ô A2 xuống nhưng không cột nào có tiêu đề \"Kết quả\" hay \"Tự đánh giá\""
    );
    assert_eq!(
        why("TT|Tên tổ|Chỉ tiêu giao|\n||2.1 Tỷ lệ hộ nghèo|2.2 Nhà văn hóa\n#1|Tổ 1|#0%|x"),
        "các tiêu chí đứng dưới tiêu đề \"Chỉ tiêu giao\" ở ô C1, không rõ là kết quả của kỳ này, nên không được đọc"
    );
    assert_eq!(
        why("TT|Tên tổ|Năm 2024|\n||2.1 Tỷ lệ hộ nghèo|2.2 Nhà văn hóa\n#1|Tổ 1|#0%|x"),
        "các tiêu chí đứng dưới tiêu đề \"Năm 2024\" ở ô C1, không rõ là kết quả của kỳ này, nên không được đọc"
    );
}

#[test]
fn of_a_name_that_looks_like_one_of_the_register_it_is_said_what_differs() {
    let message = |name: &str| {
        told(YES_NO, &[&format!("Phường Đoàn Kết\nTT|Đơn vị|2.1|2.2\n#1|{name}|#0%|x")], "TDP111").message.vi
    };
    assert!(message("Ban Gia Khau").ends_with("tên gần nhất: \"Bản Gia Khâu\" (chỉ khác dấu)"));
    assert!(message("Tổ dân phố số 1 Gia").ends_with('"'));
    let cyrillic = message("Bản Gi\u{430} Khâu");
    assert!(cyrillic.contains("trông giống nhau nhưng chữ \"\u{430}\""), "{cyrillic}");
    let reordered = message("To\u{309}\u{302} dân phố số 1");
    assert!(reordered.contains("\"Tổ dân phố số 1\" (trông giống nhau nhưng khác dấu tổ hợp"), "{reordered}");
}

#[test]
fn numbers_in_messages_have_a_comma_in_vietnamese_and_a_point_in_english() {
    let rulebook = rulebook(
        "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\nkind = \"percent\"\nachieved = \">= 95.5%\"\n\
         [[standard.criterion]]\nid = \"1.2\"\ntitle = \"Hai\"\nkind = \"yes-no\"\nachieved = \"yes\"\n",
    );
    let rows = "TT|Tên tổ dân phố|1.1. Một|1.1. Một|1.2. Hai\n||Số liệu|Đánh giá|Đánh giá\n\
                #1|01.1|94,25%|Đạt|#0.5\n#2|01.2|96,5% (1,5/2)||x\n#3|01.3|100,5%||x";
    let told = submit(&rulebook, vec![sheet("Biểu", rows)]).findings;
    let said: Vec<(&str, &str)> =
        told.iter().map(|finding| (finding.message.vi.as_str(), finding.message.en.as_str())).collect();
    assert_eq!(
        said,
        [
            ("\"0,5\" không cho biết là đạt hay chưa đạt", "\"0.5\" says neither achieved nor not achieved",),
            (
                "Ghi \"Đạt\" nhưng số liệu là 94,25 %, yêu cầu ≥ 95,5 %",
                "Says \"achieved\" but the figure is 94.25 %, required ≥ 95.5 %",
            ),
            ("96,5 % không khớp với 1,5/2 = 75 %", "96.5 % does not equal 1.5/2 = 75 %"),
            ("100,5 % vượt quá mức cao nhất là 100 %", "100.5 % is above the most possible, 100 %"),
        ]
    );
}
