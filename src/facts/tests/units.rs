//! Which unit a card or a row is about: the name in the title or of the sheet, codes that lost their zeros.

use crate::finding::Severity;

use super::{
    COUNT, found,
    layouts::{SET, read},
    rulebook, sheet, shown, submit,
};

#[test]
fn a_card_is_of_the_unit_that_its_sheet_is_named_after_though_its_ward_stands_over_it() {
    let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{COUNT}"));
    let read = |title: &str, name: &str| {
        let rows = format!("{title}\nTT|Tiêu chí|Kết quả\n1.1|Một|#12");
        let submission = submit(&rulebook, vec![sheet(name, &rows)]);
        let facts =
            submission.facts.iter().map(|fact| format!("{}: {}", rulebook.register.unit(fact.unit).code, shown(fact)));
        facts.chain(found(&submission)).collect::<Vec<_>>()
    };
    let title =
        "UBND THÀNH PHỐ LAI CHÂU\nPHƯỜNG ĐOÀN KẾT\nPHIẾU TỰ ĐÁNH GIÁ\n(Kèm theo Báo cáo số 1 của UBND phường Đoàn Kết)";
    assert_eq!(read(title, "TDP 1"), ["01.1: figure=12"]);
    assert_eq!(read("PHƯỜNG ĐOÀN KẾT\nBản Gia Khâu", "TDP 1"), ["01.3: figure=12"]);
    assert_eq!(read("PHƯỜNG ĐOÀN KẾT", "Phiếu"), ["TDP111 A1"]);
    assert_eq!(read("Đơn vị: Phường Đoàn Kết", "TDP 1"), ["TDP111 A1"]);
}

#[test]
fn a_place_for_the_name_that_was_left_blank_is_where_that_is_told() {
    let told = |above: &str| {
        let rows = format!(
            "PHƯỜNG ĐOÀN KẾT\nBáo cáo của UBND phường Đoàn Kết\n{above}\nTT|Tiêu chí|Kết quả\n2.1|Tỷ lệ hộ nghèo|2%"
        );
        submit(&rulebook(SET), vec![sheet("Sheet1", &rows)]).findings
    };
    for above in ["Đơn vị: .........", "Đơn vị:", "Đơn vị:|......", "Tổ dân phố: ……"] {
        let findings = told(above);
        let of_name: Vec<_> = findings.iter().filter(|finding| finding.code.number == "TDP111").collect();
        let [finding] = of_name.as_slice() else { panic!("{above}: {findings:?}") };
        assert_eq!(finding.place.cell().unwrap().to_string(), "A3", "{above}");
        assert_eq!(finding.message.vi, "Chỗ ghi tên đơn vị để trống nên không biết phiếu này của tổ dân phố, bản nào");
        assert_eq!(finding.help.vi, "Ghi tên tổ dân phố, bản vào ô A3");
    }
    assert!(told("Đơn vị: Tổ 1").iter().all(|finding| finding.code.number != "TDP111"));
}

#[test]
fn codes_that_lost_their_leading_zeros_are_given_them_back_and_told_once() {
    let rows = "
Phường Tân Phong
TT|Mã|Tên bản|2.1|2.2|2.10
#1|#2.101|Lò Suối Tủng|#0%|x|#0
#2|02.9|Chin Chu Chải|#0%|x|#0";
    let read_rows = read(&[rows.trim_start()]);
    assert_eq!((read_rows[3].as_str(), &read_rows[6..]), ("02.101 2.1: figure=0", &["TDP509 B3".to_owned()][..]));
    let alone = read(&["Phường Tân Phong\nMã|2.1|2.2|2.10\n#2.101|#0%|x|#0"]);
    assert_eq!((alone[0].as_str(), &alone[3..]), ("02.101 2.1: figure=0", &["TDP509 A3".to_owned()][..]));
    let other = read(&["Phường Tân Phong\nTT|Mã|Tên bản|2.1|2.2|2.10\n#1|#2.101|Chin Chu Chải|#0%|x|#0"]);
    assert_eq!(other, ["TDP111 C3"]);
}

#[test]
fn a_ward_that_heads_its_groups_answers_the_criteria_of_wards() {
    let rulebook = rulebook(&format!(
        "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{COUNT}\
         [[standard.criterion]]\nid = \"1.2\"\ntitle = \"Hai\"\nsubject = \"ward\"\n{COUNT}"
    ));
    let rows = "
TT|Đơn vị|1.1|1.2
I|Phường Đoàn Kết|#24|#15
#1|Tổ 1|#11
#2|Tổ 2|#13
II|Phường Tân Phong|#12
#1|Tổ 1|#12";
    let submission = submit(&rulebook, vec![sheet("Biểu", rows.trim_start())]);
    let facts = submission.facts.iter().map(|fact| {
        let id = &rulebook.criteria.criterion(fact.criterion).id;
        format!("{} {id}: {}", rulebook.register.unit(fact.unit).code, shown(fact))
    });
    assert_eq!(
        facts.collect::<Vec<_>>(),
        ["01 1.2: figure=15", "01.1 1.1: figure=11", "01.2 1.1: figure=13", "02.1 1.1: figure=12"]
    );
    assert!(found(&submission).is_empty(), "{:?}", found(&submission));
}

#[test]
fn a_name_beside_the_code_of_another_unit_is_told_with_both_cells() {
    let told = |name: &str| {
        let rows = format!("Phường Đoàn Kết\nTT|Mã|Tên tổ|2.1|2.2|2.10\n#1|01.2|{name}|#0%|x|#0");
        let submission = submit(&rulebook(SET), vec![sheet("Biểu", &rows)]);
        let of_names = submission.findings.into_iter().filter(|finding| finding.code.number == "TDP111");
        (submission.facts.len(), of_names.collect::<Vec<_>>())
    };
    let (facts, findings) = told("Tổ dân phố số 1");
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!((facts, finding.severity), (0, Severity::Error));
    assert_eq!(
        finding.message.vi,
        "Mã 01.2 ở ô B3 là của \"Tổ dân phố số 2\" nhưng tên ghi \"Tổ dân phố số 1\" là của 01.1, nên dòng này chưa được dùng"
    );
    assert_eq!(
        finding.help.vi,
        "Nếu là số liệu của \"Tổ dân phố số 2\" thì sửa tên ở ô C3; nếu là của \"Tổ dân phố số 1\" thì sửa mã ở ô B3 thành 01.1"
    );
    let (facts, findings) = told("Tổ dân phố số 33");
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!((facts, finding.severity), (3, Severity::Warning), "the code says which unit is meant");
    assert_eq!(
        finding.message.vi,
        "Tên \"Tổ dân phố số 33\" không phải của \"Tổ dân phố số 2\", là nơi có mã 01.2 ở ô B3; dòng này được đọc theo mã"
    );
    for name in ["Tổ 2", "TDP 02, phường Đoàn Kết", "…", ""] {
        assert_eq!(told(name).1.len(), 0, "{name}");
    }
}

#[test]
fn a_card_is_known_by_the_code_above_it_unless_its_name_is_another_unit_s() {
    let card = |lines: &str| {
        let rows =
            format!("Phường Đoàn Kết\n{lines}\nTT|Nội dung tiêu chí|Kết quả|Tự đánh giá\n2.1|Tỷ lệ hộ nghèo|#0%|");
        let told = read(&[&rows]);
        told.into_iter().filter(|told| !told.starts_with("TDP101")).collect::<Vec<_>>()
    };
    for lines in [
        "Đơn vị: Tổ dân phố số 1\nMã đơn vị: 01.1 - Phường Đoàn Kết (mã 01)",
        "Mã đơn vị: 01.1 - Phường Đoàn Kết (mã 01)",
        "Mã:|01.1",
        "Đơn vị: ......\nMã đơn vị: 01.1",
        "Đơn vị: Tổ dân phố số 1\nMã: 01",
        "Đơn vị: Tổ dân phố số 1\nMã đơn vị: 01.77",
    ] {
        assert_eq!(card(lines), ["01.1 2.1: figure=0"], "{lines}");
    }
    assert_eq!(card("Đơn vị: Tổ dân phố số 1\nMã đơn vị: 01.2"), ["TDP111 A2"]);
    assert_eq!(card("Tổ dân phố số 1\nMã đơn vị: 01.2"), ["TDP111 A2"]);
    assert_eq!(card("Đơn vị: Tổ dân phố số một\nMã đơn vị: 01.2"), ["01.2 2.1: figure=0", "TDP111 A2"]);
    assert_eq!(card("Đơn vị: Tổ dân phố số 1\nMã đơn vị: 02.101"), ["TDP112 A2"]);
}
