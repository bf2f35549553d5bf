//! What may be mistaken for this year's, this ward's, this unit's or this criterion's, and is not.

use crate::{
    facts::{Receiving, extract},
    layout::Lexicon,
    model::{Appraiser, CellRef, FileKey},
    pipeline::unread,
    plan::Agency,
    workbook::Workbook,
};

use super::{
    found,
    layouts::{SET, read},
    rulebook, sheet, shown, submit,
};

#[test]
fn answers_of_another_year_are_not_read_however_the_year_is_written() {
    let of = |heading: &str| read(&[&format!("Phường Đoàn Kết\nTổ 1\n{heading}\n2.1|Tỷ lệ hộ nghèo|2%|3%|")]);
    for year in [
        "Kết quả quý III/2024",
        "Thực hiện tháng 9/2024",
        "Kết quả quý 3/2024",
        "6 tháng đầu năm 2024",
        "Kết quả 6 tháng cuối năm 2024",
        "Năm 2024 (cả năm)",
        "Kết quả T9/2024",
        "Kết quả (số liệu năm 2024)",
        "#2024",
    ] {
        let read = of(&format!("TT|Nội dung tiêu chí|{year}|Kết quả"));
        assert_eq!((read[0].as_str(), read[1].as_str()), ("01.1 2.1: figure=3", "TDP102 C3"), "{year}: {read:?}");
    }
    for year in ["Quý III/2024", "Tháng 9/2024", "Cả năm 2024", "#2024"] {
        let read = of(&format!("TT|Nội dung tiêu chí|{year}|#2025\n||Kết quả|Kết quả"));
        assert_eq!((read[0].as_str(), read[1].as_str()), ("01.1 2.1: figure=3", "TDP102 C3"), "{year}: {read:?}");
    }
    for year in ["Kết quả quý III/2025", "Kết quả T9/2025", "Kết quả cả năm 2025", "#2025"] {
        let read = of(&format!("TT|Nội dung tiêu chí|{year}"));
        assert_eq!(read[0], "01.1 2.1: figure=2", "{year}: {read:?}");
    }
}

#[test]
fn a_card_of_nothing_but_another_year_is_told_as_such() {
    let rulebook = rulebook(SET);
    for year in ["Kết quả năm 2024", "#2024"] {
        let rows =
            format!("Phường Đoàn Kết\nTổ 1\nTT|Nội dung tiêu chí|{year}\n2.1|Tỷ lệ hộ nghèo|2%\n2.2|Nhà văn hóa|Đạt");
        let told = submit(&rulebook, vec![sheet("Phiếu", &rows)]).findings;
        assert_eq!(told[0].code.number, "TDP004");
        let message = &told[0].message.vi;
        assert!(message.ends_with("ở ô C3 là của năm khác với năm của kế hoạch nên không được đọc"), "{message}");
    }
}

#[test]
fn a_criterion_of_another_year_is_not_read_wherever_the_year_stands() {
    for label in ["2.1. Tỷ lệ hộ nghèo T9/2024", "2.1. Năm 2024 - tỷ lệ hộ nghèo", "2.1. Tỷ lệ hộ nghèo quý III/2024"]
    {
        let matrix = read(&[&format!("Phường Đoàn Kết\nTT|Tên tổ|{label}|2.2\n1|Tổ 1|2%|x")]);
        assert_eq!((matrix[0].as_str(), matrix[1].as_str()), ("01.1 2.2: claim=achieved", "TDP102 C2"), "{label}");
        let card =
            read(&[&format!("Phường Đoàn Kết\nTổ 1\nTT|Nội dung tiêu chí|Kết quả\n|{label}|2%\n2.2|Nhà văn hóa|Đạt")]);
        assert_eq!((card[0].as_str(), card[1].as_str()), ("01.1 2.2: claim=achieved", "TDP102 C4"), "{label}");
    }
    let years = read(&["Phường Đoàn Kết\nTT|Tên tổ|2.1. Tỷ lệ hộ nghèo||2.2\n||#2024|#2025|\n1|Tổ 1|5%|2%|x"]);
    assert_eq!(years[..3], ["01.1 2.1: figure=2", "01.1 2.2: claim=achieved", "TDP102 C3"]);
}

#[test]
fn a_number_before_a_title_that_is_turned_to_another_subject_is_not_taken_for_its_criterion() {
    for (number, title) in [
        ("2.1", "Tỷ lệ hộ cận nghèo"),
        ("2.1", "Số hộ thoát nghèo"),
        ("2.1", "Không có hộ nghèo"),
        ("2.2", "Chưa có nhà văn hóa"),
        ("2.10", "Số vụ ngoài ma túy"),
        ("2.10", "Số vụ không ma túy"),
        ("2.1", "Tỷ lệ hộ nghèo (kế hoạch)"),
        ("2.1", "Tỷ lệ hộ nghèo - phấn đấu"),
        ("2.2", "Tỷ lệ hộ nghèo của tổ (giảm)"),
    ] {
        for row in [format!("{number}|{title}"), format!("|{number}. {title}")] {
            let other = if number == "2.2" { "2.10" } else { "2.2" };
            let read = read(&[&format!(
                "Phường Đoàn Kết\nTổ 1\nTT|Nội dung tiêu chí|Kết quả|Tự đánh giá\n{row}||Đạt\n{other}|||Đạt"
            )]);
            let at = if row.starts_with('|') { "B4" } else { "A4" };
            let told = |code: &str| read.iter().any(|line| line == code);
            let (answered, doubted) = (format!("01.1 {number}:"), format!("TDP103 {at}"));
            assert!(told(&doubted) && !read[0].starts_with(&answered), "{row}: {read:?}");
        }
        let matrix = read(&[&format!("Phường Đoàn Kết\nTT|Tên tổ|{number}. {title}|2.1\n1|Tổ 1|0|2%")]);
        assert!(matrix.contains(&"TDP102 C2".to_owned()), "{title}: {matrix:?}");
    }
    let split = read(&["Phường Đoàn Kết\nTT|Tên tổ|2.1. Tỷ lệ hộ|2.2\n||cận nghèo|\n1|Tổ 1|2%|x"]);
    assert_eq!(split[0], "01.1 2.2: claim=achieved", "{split:?}");
}

#[test]
fn a_number_before_a_part_of_another_title_is_not_taken_for_its_criterion() {
    let read =
        read(&["Phường Đoàn Kết\nTổ 1\nTT|Nội dung tiêu chí|Kết quả|Tự đánh giá\n2.2|Lệ hộ nghèo||Đạt\n2.10|||Đạt"]);
    assert_eq!(read[0], "01.1 2.10: claim=achieved", "{read:?}");
    assert!(read.contains(&"TDP103 A4".to_owned()), "{read:?}");
}

#[test]
fn a_title_that_is_reworded_stays_that_of_its_number() {
    for (number, title) in [
        ("2.1", "Hộ nghèo"),
        ("2.1", "Tỷ lệ số hộ nghèo (không quá 3%, chưa tính hộ mới)"),
        ("2.1", "Tỷ lệ hộ nghèo không quá 3%"),
        ("2.2", "Có nhà văn hóa đạt chuẩn"),
        ("2.10", "Không có vụ ma túy"),
    ] {
        let read =
            read(&[&format!("Phường Đoàn Kết\nTổ 1\nTT|Nội dung tiêu chí|Kết quả|Tự đánh giá\n{number}|{title}||Đạt")]);
        assert_eq!(read[0], format!("01.1 {number}: claim=achieved"), "{title}: {read:?}");
    }
}

#[test]
fn a_part_of_a_ward_is_no_group_with_its_number() {
    for area in ["Khu vực 1", "Khu 1", "Cụm 1", "Cụm dân cư số 1"] {
        let head = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.10";
        let heading = read(&[&format!("{head}\n|{area}|||\n1|Tổ 2|2%|x|0")]);
        assert!(heading.iter().all(|line| line.starts_with("01.2 ")), "{area}: {heading:?}");
        let subtotals = read(&[&format!("{head}\nI|{area}|3%||2\n1|Tổ 2|2%|x|0")]);
        assert_eq!((subtotals.len(), subtotals[3].as_str()), (4, "TDP111 B3"), "{area}: {subtotals:?}");
        let card = read(&[&format!("Phường Đoàn Kết\n{area}\nTT|Nội dung tiêu chí|Kết quả\n2.1|Tỷ lệ hộ nghèo|2%")]);
        assert!(card.iter().all(|line| line.starts_with("TDP")), "{area}: {card:?}");
    }
}

#[test]
fn rows_of_a_list_that_name_nobody_are_of_whoever_is_named_last_above_them() {
    let head = "Phường Đoàn Kết\nTT|Tên tổ|Tiêu chí|Kết quả";
    let list = |rows: &str| {
        let read = read(&[&format!("{head}\n{rows}")]);
        read.into_iter().filter(|line| !line.starts_with("TDP101")).collect::<Vec<_>>()
    };
    let below = list("1|Tổ 1|2.1|2%\n|Tổ 2||\n||2.1|3%\n||2.2|Đạt");
    assert_eq!(below, ["01.1 2.1: figure=2", "01.2 2.1: figure=3", "01.2 2.2: claim=achieved"]);
    let unknown = list("1|Tổ 1|2.1|2%\n|Khu vực 2||\n||2.2|Đạt");
    assert_eq!(unknown, ["01.1 2.1: figure=2", "TDP111 B4"]);
    let no_criterion = list("1|Tổ 1|2.1|2%\n|Tổ 2|Xây nhà tình nghĩa|\n||2.2|Đạt");
    assert_eq!(no_criterion, ["01.1 2.1: figure=2", "01.2 2.2: claim=achieved"]);
    let footnote = list("1|Tổ 1|2.1|2%\n|Ghi chú: số liệu đến 30/9||\n2|Tổ 2|2.1|3%");
    assert_eq!(footnote, ["01.1 2.1: figure=2", "01.2 2.1: figure=3"]);
    let ward = list("1|Tổ 1|2.1|2%\nII|Phường Tân Phong||\n||2.2|Đạt");
    assert_eq!((ward[0].as_str(), ward[1].starts_with("TDP111")), ("01.1 2.1: figure=2", true), "{ward:?}");
}

#[test]
fn a_list_may_have_totals_and_tells_a_criterion_that_stands_twice() {
    let head = "Phường Đoàn Kết\nTT|Tên tổ|Tiêu chí|Kết quả";
    let totals = read(&[&format!("{head}\n1|Tổ 1|2.1|2%\n|Cộng|2.1|2%\n||2.10|0\n2|Tổ 2|2.10|0\n|Tổng cộng|2.10|0")]);
    assert_eq!(totals[..3], ["01.1 2.1: figure=2", "01.2 2.10: figure=0", "TDP101 A2"]);
    let twice = read(&[&format!("{head}\n1|Tổ 1|2.1|2%\n||2.1|3%")]);
    assert_eq!(twice[..2], ["01.1 2.1: figure=2 refused", "TDP103 C4"]);
}

#[test]
fn a_ward_said_for_a_file_prevails_over_its_title_and_the_title_is_told() {
    let rulebook = rulebook(SET);
    let read = |sheets: &[&str]| {
        let sheets = sheets.iter().enumerate().map(|(index, rows)| sheet(&format!("Trang {index}"), rows)).collect();
        let book = Workbook { sheets, properties: Vec::new() };
        let receiving = Receiving { ward: rulebook.register.by_code("01"), ..Receiving::default() };
        let source = unread("thu.xlsx", &receiving);
        let (submission, _) = extract(&Lexicon::new(&rulebook), FileKey::new(0), &book, source, &receiving);
        let units = submission.facts.iter().map(|fact| rulebook.register.unit(fact.unit).code.clone());
        let told = found(&submission).into_iter().filter(|told| !told.starts_with("TDP101"));
        (units.collect::<Vec<_>>(), told.collect::<Vec<_>>())
    };
    let card = |ward: &str, unit: &str| format!("{ward}\n{unit}\nTT|Nội dung tiêu chí|Kết quả\n2.1|Tỷ lệ hộ nghèo|2%");
    let (own, other, nobody) = ("Phường Đoàn Kết", "UBND phường Tân Phong", "Phiếu đánh giá");
    assert_eq!(read(&[&card(other, "Tổ 1")]), (vec!["01.1".to_owned()], vec!["TDP011 A1".to_owned()]));
    assert_eq!(read(&[&card(nobody, "Tổ 1")]), (vec!["01.1".to_owned()], vec![]));
    let mixed = read(&[&card(own, "Tổ 2"), &card(other, "Tổ 1")]);
    assert_eq!(mixed, (vec!["01.2".to_owned()], vec!["TDP112 A1".to_owned()]));
    let below = [card(own, "Tổ 2"), card(other, "Tổ 1"), card("", "Tổ 1"), card(own, "Tổ 3")].join("\n");
    assert_eq!(read(&[&below]).1.first().map(String::as_str), Some("TDP112 A5"));
    assert!(!read(&[&below]).0.contains(&"01.1".to_owned()));
    let sent_to = card("Phường Đoàn Kết", "Kính gửi: UBND phường Tân Phong");
    assert_eq!(read(&[&sent_to]).1.iter().filter(|told| !told.starts_with("TDP111")).count(), 0);
}

#[test]
fn a_column_of_an_agency_is_the_word_of_that_agency() {
    let mut rulebook = rulebook(SET);
    let agency =
        |id: &str, name: &str| Agency { id: id.to_owned(), name: name.to_owned(), appraises: vec!["2.1".to_owned()] };
    rulebook.plan.agencies = vec![agency("nv", "Phòng Nội vụ thành phố"), agency("ca", "Công an thành phố")];
    let agencies = |headings: &str| {
        let rows = format!("Phường Đoàn Kết\nTổ 1\n{headings}\n2.1|Tỷ lệ hộ nghèo|2%|3%|4%");
        let submission = submit(&rulebook, vec![sheet("Phiếu", &rows)]);
        let said: Vec<Appraiser> = submission.facts.iter().map(|fact| fact.agency).collect();
        (said, found(&submission).into_iter().filter(|told| !told.starts_with("TDP101")).count())
    };
    for (headings, first, second) in [
        ("Công an thẩm định|Phòng Nội vụ thẩm định", Appraiser::Agency(1), Appraiser::Agency(0)),
        ("Công an thành phố thẩm định|Phòng Văn hóa thẩm định", Appraiser::Agency(1), Appraiser::Unknown),
        ("Cơ quan chuyên môn thẩm định|Công an TP thẩm định", Appraiser::Unnamed, Appraiser::Agency(1)),
    ] {
        let mut expected = vec![Appraiser::Unnamed, first, second];
        expected.sort();
        let (said, told) = agencies(&format!("TT|Nội dung tiêu chí|Kết quả|{headings}"));
        assert_eq!((said, told), (expected, 0), "{headings}");
    }
    let below =
        agencies("TT|Nội dung tiêu chí|Kết quả|Thẩm định|Thẩm định\n|||Công an thành phố|Phòng Nội vụ thành phố");
    assert_eq!(below, (vec![Appraiser::Unnamed, Appraiser::Agency(0), Appraiser::Agency(1)], 0));
}

#[test]
fn a_figure_merged_over_several_rows_is_that_of_the_first_and_the_others_are_told_so() {
    let rulebook = rulebook(SET);
    let rows = "Phường Đoàn Kết\nTT|Tên tổ|2.1. Tỷ lệ hộ nghèo|\n||Số liệu|Tự đánh giá\n1|Tổ 1|2%|Đạt\n2|Tổ 2||Đạt";
    let mut sheet = sheet("Biểu", rows);
    sheet.merges = vec![(CellRef::new(3, 2), CellRef::new(4, 2))];
    let submission = submit(&rulebook, vec![sheet]);
    let said: Vec<String> = submission.facts.iter().map(shown).collect();
    assert_eq!(said, ["figure=2 claim=achieved", "claim=achieved"]);
    let finding = submission.findings.iter().find(|finding| finding.code.number == "TDP302").unwrap();
    let message = "Tiêu chí 2.1 chỉ có kết luận: ô C5 bị gộp với ô C4 nên không có số liệu riêng";
    assert_eq!(finding.message.vi, message);
}

/// Returns what is told of a matrix of two groups, below it `more`.
fn told_below(more: &str) -> Vec<String> {
    let above = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 1|#0%|x|#0\n#2|Tổ 2|#0%||#0\nTổng cộng||||#0";
    let mut told = read(&[&format!("{above}\n{more}")]);
    told.retain(|line| line.starts_with("TDP"));
    told.sort();
    told
}

#[test]
fn the_name_of_a_group_a_second_time_with_an_empty_row_is_told_once() {
    assert_eq!(told_below(""), ["TDP116 D4"]);
    assert_eq!(told_below("#9|Tổ 1|||"), ["TDP113 B6", "TDP116 D4"]);
    assert_eq!(told_below("\nNGƯỜI LẬP BIỂU\nGhi chú:\n|Tổ 1"), ["TDP116 D4"], "a remark");
    assert_eq!(told_below("\nNGƯỜI LẬP BIỂU\nGhi chú:\n|Tổ 1|||chưa có sổ"), ["TDP113 B9", "TDP116 D4"]);
}

#[test]
fn what_one_of_two_rows_of_a_group_gives_is_not_blank_in_the_other() {
    assert_eq!(told_below("#3|Tổ 1|#1%||"), ["TDP113 B6", "TDP116 D4"]);
    assert_eq!(told_below("#3|Tổ 2||x|"), ["TDP113 B6"], "the second row gives what the first leaves blank");
    assert_eq!(told_below("#3|Tổ 2|#0%||"), ["TDP113 B6", "TDP116 D4"]);
}

#[test]
fn two_cards_of_a_group_are_spoken_of_as_cards() {
    let card = "Phường Đoàn Kết\nTổ 1\nTT|Tiêu chí|Kết quả\n2.1|Tỷ lệ hộ nghèo|2%";
    let sheets = [sheet("Một", card), sheet("Hai", card)];
    let findings = submit(&rulebook(SET), sheets.into()).findings;
    let told = findings.iter().find(|finding| finding.code.number == "TDP113").unwrap();
    assert!(told.help.vi.starts_with("Giữ lại một phiếu đúng cho tổ dân phố, bản này"), "{:?}", told.help);
    assert!(told.help.en.starts_with("Keep the right card"), "{:?}", told.help);
}
