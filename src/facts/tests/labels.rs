//! What is said of columns and rows that cannot be placed, and of criteria that have none.

use super::{rulebook, sheet, submit};
use crate::{finding::Finding, workbook::Sheet};

fn findings(read: Sheet) -> Vec<Finding> {
    let criteria = [("2.1", "Tỷ lệ hộ nghèo"), ("2.2", "Nhà văn hóa"), ("2.3", "Tội phạm")];
    let criteria = criteria.map(|(id, title)| {
        let kind = if id == "2.1" {
            "kind = \"percent\"\nachieved = \"<= 3%\""
        } else {
            "kind = \"yes-no\"\nachieved = \"yes\""
        };
        format!("[[standard.criterion]]\nid = \"{id}\"\ntitle = \"{title}\"\n{kind}\n")
    });
    submit(&rulebook(&criteria.concat()), vec![read]).findings
}

/// Checks what is told of the code `number`: the cell, the message and the help.
#[track_caller]
fn check(read: Sheet, number: &str, cell: &str, message: [&str; 2], help: [&str; 2]) {
    let told = findings(read);
    let told = told.iter().find(|told| told.code.number == number).unwrap_or_else(|| panic!("{told:?}"));
    assert_eq!(told.place.cell().unwrap().to_string(), cell);
    assert_eq!([told.message.vi.as_str(), told.message.en.as_str()], message);
    assert_eq!([told.help.vi.as_str(), told.help.en.as_str()], help);
}

fn matrix(headings: &str) -> Sheet {
    sheet("Biểu", &format!("Phường Đoàn Kết\nTT|Tên tổ|{headings}\n#1|Tổ 1|#2%|x|x\n#2|Tổ 2|#2%|x|x"))
}

const WANTING: [&str; 2] = [
    "Biểu không có cột hay dòng nào cho tiêu chí 2.2 \"Nhà văn hóa\"",
    "The table has no column or row for: 2.2 \"Nhà văn hóa\"",
];

#[test]
fn a_criterion_without_a_column_is_named_with_the_column_that_nobody_knows() {
    check(
        matrix("2.1|Chỗ họp của tổ|2.3"),
        "TDP101",
        "A2",
        WANTING,
        [
            "Có thể là cột D (\"Chỗ họp của tổ\"): nếu đúng thì ghi \"2.2\" vào đầu ô D2; nếu không thì thêm cột cho tiêu chí \
         còn thiếu, ghi số hiệu tiêu chí ở đầu cột, ví dụ \"2.2\"",
            "It may be column D (\"Chỗ họp của tổ\"): if so, write \"2.2\" at the beginning of D2; otherwise add a column for \
         each missing criterion, headed by its id, such as \"2.2\"",
        ],
    );
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.3\n#1|Tổ 1|#2%|x";
    check(
        sheet("Biểu", rows),
        "TDP101",
        "A2",
        WANTING,
        [
            "Thêm cột cho tiêu chí còn thiếu, ghi số hiệu tiêu chí ở đầu cột, ví dụ \"2.2\"",
            "Add a column for each missing criterion, headed by its id, such as \"2.2\"",
        ],
    );
}

#[test]
fn a_criterion_without_a_row_is_named_with_the_row_that_nobody_knows() {
    let card = || {
        sheet(
            "Phiếu",
            "Đơn vị: Tổ dân phố số 1, phường Đoàn Kết\nTT|Nội dung tiêu chí|Yêu cầu|Kết quả\n\
             2.1|Hộ nghèo|Từ 3% trở xuống|0%\nIII|Chỗ họp|Đạt chuẩn|x\n2.3|Tội phạm|Không có|x",
        )
    };
    check(
        card(),
        "TDP101",
        "A2",
        WANTING,
        [
            "Có thể là dòng 4 (\"Chỗ họp\"): nếu đúng thì ghi \"2.2\" vào đầu ô B4; nếu không thì thêm dòng cho tiêu chí còn \
         thiếu, ghi số hiệu tiêu chí ở đầu dòng, ví dụ \"2.2\"",
            "It may be row 4 (\"Chỗ họp\"): if so, write \"2.2\" at the beginning of B4; otherwise add a row for each missing \
         criterion and begin it with its id, such as \"2.2\"",
        ],
    );
    let told = findings(card()).into_iter().find(|told| told.code.number == "TDP102").unwrap();
    assert_eq!(
        told.message.vi,
        "Dòng 4 (\"Chỗ họp\") có giá trị \"x\" nhưng không thuộc tiêu chí nào nên không được đọc"
    );
    assert_eq!(told.message.en, "Row 4 (\"Chỗ họp\") holds \"x\" but belongs to no criterion and is not read");
}

#[test]
fn a_column_without_a_heading_of_its_own_is_told_there_and_not_at_the_one_merged_over_it() {
    let mut read =
        sheet("Biểu", "Phường Đoàn Kết\nTT|Tên tổ|Kinh tế và văn hóa||2.3\n||2.1|\n#1|Tổ 1|#2%|x|x\n#2|Tổ 2|#2%|x|x");
    read.merges = vec![("C2".parse().unwrap(), "D2".parse().unwrap())];
    check(
        read,
        "TDP102",
        "D3",
        [
            "Cột D có số liệu nhưng đầu cột để trống nên không được đọc",
            "Column D holds data without a heading and is not read",
        ],
        [
            "Nếu là của một tiêu chí thì ghi số hiệu và tên tiêu chí vào ô D3; nếu là phần ghi thêm thì ghi tên cột",
            "If it is about a criterion, write the criterion's id and title into D3; otherwise name the column there",
        ],
    );
}

#[test]
fn a_number_written_twice_is_told_where_it_stands_with_the_criterion_that_has_none() {
    let twice = || {
        let mut read = sheet(
            "Biểu",
            "Phường Đoàn Kết\nTT|Tên tổ|2.1||2.1||2.3\n||Kết quả|Đánh giá|Kết quả|Đánh giá|\n#1|Tổ 1|#2%|Đạt|#7%|Đạt|x",
        );
        read.merges =
            vec![("C2".parse().unwrap(), "D2".parse().unwrap()), ("E2".parse().unwrap(), "F2".parse().unwrap())];
        read
    };
    check(
        twice(),
        "TDP103",
        "E2",
        ["Tiêu chí 2.1 đã có ở ô C2", "Criterion 2.1 stands already in cell C2"],
        [
            "Biểu chưa có cột của tiêu chí 2.2 \"Nhà văn hóa\": nếu là cột này thì sửa số hiệu ở ô E2 thành \"2.2\"; nếu là \
             cột thừa thì xóa",
            "The table has no column for 2.2 \"Nhà văn hóa\": if it is this one, correct the id in E2 to \"2.2\"; if it is \
             surplus, delete it",
        ],
    );
    let told = findings(twice());
    let codes: Vec<&str> = told.iter().map(|told| told.code.number).collect();
    assert!(!codes.contains(&"TDP301") && !codes.contains(&"TDP302"), "{codes:?}");
    let wanting = told.iter().find(|told| told.code.number == "TDP101").unwrap();
    assert!(wanting.help.vi.starts_with("Nếu ô E2 là của tiêu chí này thì sửa số hiệu hoặc tên ở đó"), "{wanting:?}");
    assert!(wanting.help.en.starts_with("If E2 is meant for this criterion, correct its id or title"), "{wanting:?}");
}

#[test]
fn where_several_rows_are_of_one_other_ward_the_title_may_be_wrong() {
    let title = |rows: &str| {
        let rows = format!("UBND|Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.3\n#1|Tổ 1|#2%|x|x\n{rows}");
        findings(sheet("Biểu", &rows)).into_iter().find(|told| told.code.number == "TDP112").unwrap().help
    };
    let several = title("#2|Bản Chin Chu Chải|#2%|x|x\n#3|Bản Lò Suối Tủng|#2%|x|x");
    assert_eq!(
        several.vi,
        "Nếu cả biểu là của Phường Tân Phong thì sửa tên ở phần đầu biểu (ô B1); nếu không thì bỏ dòng này khỏi biểu, hoặc \
         sửa lại tên cho đúng"
    );
    assert_eq!(
        several.en,
        "If the whole table is that of Phường Tân Phong, correct the title (cell B1); otherwise take the row out or correct \
         the group's name"
    );
    assert!(title("#2|Bản Chin Chu Chải|#2%|x|x").vi.starts_with("Bỏ dòng này"), "one row alone");
}

#[test]
fn the_ward_behind_a_name_does_not_hide_the_nearest_one() {
    let card = "Đơn vị: Bản Gia Khau, phường Đoàn Kết\nTT|Nội dung tiêu chí|Kết quả\n2.1|Hộ nghèo|0%\n2.2|Nhà văn hóa|x\n\
                2.3|Tội phạm|x";
    let told = findings(sheet("Phiếu", card)).into_iter().find(|told| told.code.number == "TDP111").unwrap();
    assert_eq!(
        told.message.vi,
        "\"Bản Gia Khau, phường Đoàn Kết\" không có trong danh sách đơn vị; tên gần nhất: \"Bản Gia Khâu\""
    );
    assert!(told.message.en.ends_with("is not in the register; the nearest names: \"Bản Gia Khâu\""), "{told:?}");
}

#[test]
fn a_percentage_is_told_with_the_decimals_that_people_see() {
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.3\n#1|Tổ 1|#1.891304347826087%|x|x";
    let told = findings(sheet("Biểu", rows)).into_iter().find(|told| told.code.number == "TDP208").unwrap();
    assert_eq!(told.message.vi, "189,13 % vượt quá mức cao nhất là 100 %");
    assert_eq!(told.value.as_deref(), Some("189,13%"));
}

#[test]
fn of_nearest_names_those_that_the_file_does_not_have_come_first() {
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ dân phố số 2 (1)|#0%|x|#0\n#2|Tổ dân phố số 1|#0%|x|#0";
    let submission = submit(&rulebook(super::layouts::SET), vec![sheet("Biểu", rows)]);
    let told = submission.findings.iter().find(|finding| finding.code.number == "TDP111").unwrap();
    assert_eq!(
        told.message.vi,
        "\"Tổ dân phố số 2 (1)\" không có trong danh sách đơn vị; tên gần nhất: \"Tổ dân phố số 2\", \"Tổ dân phố số 1\""
    );
}
