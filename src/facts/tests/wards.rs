//! Whose units the rows of a table are: by title blocks, sections, and columns of wards; never by guess.

use crate::finding::Severity;

use super::{layouts::read, rulebook, sheet, submit};

const DOAN_KET: &str = "UBND PHƯỜNG ĐOÀN KẾT\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 2|#0%|x|#0";
const TAN_PHONG: &str = "UBND PHƯỜNG TÂN PHONG\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 1|#0.01%|x|#0";

#[test]
fn each_sheet_is_of_the_ward_in_its_own_title() {
    for sheets in [[DOAN_KET, TAN_PHONG], [TAN_PHONG, DOAN_KET]] {
        let read = read(&sheets);
        assert_eq!((read[0].as_str(), read[3].as_str(), read.len()), ("01.2 2.1: figure=0", "02.1 2.1: figure=1", 6));
    }
}

#[test]
fn tables_on_one_sheet_are_of_the_ward_named_above_each() {
    let read = read(&[&format!("{DOAN_KET}\n{TAN_PHONG}")]);
    assert_eq!((read[0].as_str(), read[3].as_str(), read.len()), ("01.2 2.1: figure=0", "02.1 2.1: figure=1", 6));
}

#[test]
fn rows_under_or_beside_a_ward_that_is_not_in_the_register_are_not_used() {
    for rows in [
        "PHƯỜNG ĐOÀN KẾT\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 2|#0%|x|#0\nII|Xã Sùng Phài\n#1|Tổ 1|#0%|x|#0\n#2|Tổ 3|#0%|x|#0",
        "PHƯỜNG ĐOÀN KẾT\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 2|#0%|x|#0\n|Phường Tân Phông\n#1|Tổ 1|#0%|x|#0",
    ] {
        let read = read(&[rows]);
        assert_eq!((read[0].as_str(), &read[3..]), ("01.2 2.1: figure=0", &["TDP011 B4".to_owned()][..]), "{rows}");
    }
    let beside = "PHƯỜNG ĐOÀN KẾT\nTT|Phường|Tên tổ|2.1|2.2|2.10\n#1||Tổ 2|#0%|x|#0\n#2|Phường Tân Phông|Tổ 1|#0%|x|#0";
    assert_eq!(read(&[beside])[3..], ["TDP011 B4"]);
}

#[test]
fn a_ward_named_once_beside_several_units_is_that_of_all() {
    let rows = "
TT|Phường|Tên tổ|2.1|2.2|2.10
#1|Phường Đoàn Kết|Tổ 2|#0%|x|#0
#2|Phường Tân Phong|Bản Chin Chu Chải|#0%|x|#0
#3||Tổ 1|#0%|x|#0";
    let read = read(&[rows.trim_start()]);
    assert_eq!((read[3].as_str(), read.len()), ("02.1 2.1: figure=0", 9));
}

#[test]
fn figures_in_a_row_that_numbers_a_unit_are_no_numbers_of_columns() {
    let rows = "PHƯỜNG ĐOÀN KẾT\nTT|Tên tổ|2.1|2.2|2.10\n#1|#2|#3|x|#40";
    assert_eq!(read(&[rows])[..1], ["01.2 2.1: figure=3"]);
}

#[test]
fn a_row_without_a_name_under_the_headings_is_no_heading() {
    let rows = "PHƯỜNG ĐOÀN KẾT\nTT|Tên tổ|2.1|2.2|2.10\n#1||#0%|Đạt|Không đạt\n#2|Tổ 2|#0%|x|#0";
    let read = read(&[rows]);
    assert!(read.contains(&"TDP111 B3".to_owned()), "{read:?}");
    assert_eq!(read[1], "01.2 2.2: claim=achieved");
}

#[test]
fn a_heading_ends_what_the_column_of_wards_named() {
    let rows = "
TT|Phường|Tên tổ|2.1|2.2|2.10
#1|Phường Đoàn Kết|Tổ 2|#0%|x|#0
II||Phường Tân Phong
#1||Tổ 1|#0.01%|x|#0";
    let read = read(&[rows.trim_start()]);
    assert_eq!((read[0].as_str(), read[3].as_str(), read.len()), ("01.2 2.1: figure=0", "02.1 2.1: figure=1", 6));
}

#[test]
fn a_list_may_have_sections_of_wards() {
    let rows = "
THÀNH PHỐ LAI CHÂU
STT|Tổ dân phố, bản|Tiêu chí|Kết quả
I|Phường Đoàn Kết||
1|Tổ 1|2.1. Tỷ lệ hộ nghèo|2%
II|Phường Tân Phong||
1|Tổ 1|2.1. Tỷ lệ hộ nghèo|3%
III|Xã Sùng Phài||
1|Tổ 1|2.1. Tỷ lệ hộ nghèo|4%";
    let read = read(&[rows.trim_start()]);
    assert_eq!(read[..2], ["01.1 2.1: figure=2", "02.1 2.1: figure=3"]);
    assert!(read[2..].contains(&"TDP011 B7".to_owned()), "{read:?}");
}

#[test]
fn a_section_may_be_named_before_the_column_of_names() {
    let rows = "
STT|Tên tổ|2.1|2.2|2.10
I. Phường Đoàn Kết
1|Tổ 1|#0%|x|#0
II. Phường Tân Phong
1|Tổ 1|#0.01%|x|#0";
    let read = read(&[rows.trim_start()]);
    assert_eq!((read[0].as_str(), read[3].as_str(), read.len()), ("01.1 2.1: figure=0", "02.1 2.1: figure=1", 6));
}

#[test]
fn a_ward_named_alone_in_a_row_begins_its_section() {
    for heading in ["Phường Tân Phong", "UBND phường Tân Phong"] {
        let rows = format!("Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.10\n1|Tổ 2|#0%|x|#0\n{heading}\n1|Tổ 1|#0.01%|x|#0");
        let read = read(&[&rows]);
        assert_eq!((read[0].as_str(), read[3].as_str()), ("01.2 2.1: figure=0", "02.1 2.1: figure=1"), "{heading}");
    }
}

#[test]
fn whom_a_file_is_sent_to_is_not_its_ward() {
    let rows = "UBND PHƯỜNG ĐOÀN KẾT\nKính gửi: UBND phường Tân Phong\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 1|#0%|x|#0";
    assert_eq!(read(&[rows])[0], "01.1 2.1: figure=0");
}

#[test]
fn a_title_with_a_ward_that_is_not_in_the_register_is_told_where_the_units_tell_the_ward() {
    let read = read(&["UBND PHƯỜNG ĐOÀN KÉT\nTT|Tên tổ|2.1|2.2|2.10\n#1|Bản Chin Chu Chải|#0%|x|#0"]);
    assert_eq!((read[0].as_str(), &read[3..]), ("02.9 2.1: figure=0", &["TDP011 A1".to_owned()][..]), "{read:?}");
}

/// Returns what is told of the wards in the titles of one sheet, with its help.
fn told_of_titles(rows: &str) -> Vec<(String, Severity, String, String)> {
    let submission = submit(&rulebook(super::layouts::SET), vec![sheet("Biểu", rows)]);
    let of_ward = submission.findings.iter().filter(|finding| finding.code.number == "TDP011");
    let told = |finding: &crate::finding::Finding| {
        let cell = finding.place.cell().map(|cell| cell.to_string()).unwrap_or_default();
        (cell, finding.severity, finding.message.vi.clone(), finding.help.vi.clone())
    };
    of_ward.map(told).collect()
}

#[test]
fn a_title_of_another_ward_is_told_where_the_units_bear_out_the_one_beside_it() {
    let of_both = "PHƯỜNG ĐOÀN KẾT\n(Kèm theo Báo cáo của UBND phường Tân Phong)\nTT|Tên tổ|2.1|2.2|2.10\n";
    let told = told_of_titles(&format!("{of_both}#1|Bản Chin Chu Chải|#0%|x|#0"));
    let [(cell, Severity::Warning, message, help)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(cell, "A1");
    assert_eq!(
        message,
        "Phần đầu biểu ghi Phường Đoàn Kết nhưng ô A2 ghi Phường Tân Phong; biểu được đọc là của Phường Tân Phong, theo \
         tên các tổ dân phố, bản"
    );
    assert!(help.starts_with("Sửa tên phường, xã ở ô A1 cho đúng"), "{help}");
    let alike = "PHƯỜNG ĐOÀN KẾT\n(Báo cáo của UBND phường Đoàn Kết)\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 2|#0%|x|#0";
    assert_eq!(told_of_titles(alike), []);
}

#[test]
fn two_wards_in_the_titles_that_the_units_do_not_tell_apart_are_both_named() {
    let of_both = "PHƯỜNG ĐOÀN KẾT\n(Kèm theo Báo cáo của UBND phường Tân Phong)\nTT|Tên tổ|2.1|2.2|2.10\n";
    let told = told_of_titles(&format!("{of_both}#1|Tổ 1|#0%|x|#0"));
    let [(cell, Severity::Error, message, help)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(cell, "A1");
    assert_eq!(message, "Không biết tệp này của phường, xã nào: ô A1 ghi Phường Đoàn Kết, ô A2 ghi Phường Tân Phong");
    assert_eq!(help, "Để lại một tên đúng: sửa tên phường, xã ở ô A1 hoặc ô A2 cho hai ô như nhau");
}

#[test]
fn a_title_that_another_ward_alone_bears_out_is_told_before_anybody_corrects_the_names() {
    let rows = |groups: [&str; 2]| {
        let [first, second] = groups;
        format!("UBND PHƯỜNG ĐOÀN KẾT\nTT|Tên tổ|2.1|2.2|2.10\n#1|{first}|#0%|x|#0\n#2|{second}|#0%|x|#0")
    };
    let told = |groups| read(&[&rows(groups)]).into_iter().filter(|told| told.starts_with("TDP0")).collect::<Vec<_>>();
    assert_eq!(told(["Tổ 1", "Bản Lò Suối Tủng"]), ["TDP011 A1"], "Tân Phong has both");
    assert!(told(["Tổ 2", "Bản Lò Suối Tủng"]).is_empty(), "no ward has both");
    assert!(told(["Tổ 1", "Tổ 2"]).is_empty(), "the ward of the title has both");
}
