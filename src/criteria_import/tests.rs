//! Whole tables, as text files hold them, and the shipped sets written as tables.

use std::fmt::Write as _;

use proptest::prelude::*;

mod clerks;
mod workbooks;

use super::*;
use crate::{
    criteria::{Against, Comparison, CriteriaSet, Criterion, Kind, Requirement, built_in, lint, parse},
    finding::Severity,
    model::CellRef,
    workbook::{self, Cell, Limits, Value},
};

/// Drafts from a table whose cells are parted by `|`.
fn drafted(table: &str) -> Draft {
    let csv: String = table.lines().map(|line| record(line.split('|').map(str::trim)) + "\n").collect();
    let book = workbook::read("bang.csv", csv.as_bytes(), &Limits::default()).unwrap();
    draft(&book, "bang.csv", Language::Vietnamese).unwrap()
}

fn record<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",")
}

fn set(draft: &Draft) -> CriteriaSet {
    parse("nhap.toml", draft.text.as_bytes()).unwrap()
}

/// Returns a line for each standard and criterion: `II.1 count >= 1`; the indicators of a criterion follow it.
fn outline(table: &str) -> Vec<String> {
    let set = set(&drafted(table));
    let shown = |criterion: &Criterion| match criterion.indicators {
        Some(_) => format!("  {} all", criterion.id),
        None => {
            format!("  {} {} {}", criterion.id, criterion.kind.word(), criterion.requirement.to_text(criterion.kind))
        }
    };
    let of = |standard: &crate::criteria::Standard| {
        let own = std::iter::once(format!("{} {}", standard.id, standard.title));
        own.chain(set.criteria[standard.criteria.clone()].iter().map(shown)).collect::<Vec<_>>()
    };
    set.standards.iter().flat_map(of).collect()
}

/// Returns the lines of a draft that a person has to look at, those about the set as a whole aside.
fn to_check(draft: &Draft) -> Vec<&str> {
    let below = draft.text.split_once("require = \"all\"").map_or("", |(_, below)| below);
    below.lines().filter_map(|line| line.strip_prefix("# CẦN KIỂM TRA: ")).collect()
}

#[test]
fn roman_standards_and_numbers_that_begin_anew_make_ids() {
    let table = "TT|Tiêu chí|Yêu cầu\nI|Tổ chức|\n1|Quy ước|Đạt\n2|Họp|≥ 80%\nII|Kinh tế|\n1|Mô hình|ít nhất 1 mô hình";
    assert_eq!(
        outline(table),
        ["I Tổ chức", "  I.1 yes-no yes", "  I.2 percent >= 80%", "II Kinh tế", "  II.1 count >= 1"]
    );
    let draft = drafted(table);
    assert_eq!((draft.standards, draft.criteria, draft.sure), (2, 3, 3));
    assert_eq!(to_check(&draft), Vec::<&str>::new());
    assert!(draft.text.contains("# Nguồn: bang.csv!A4 \"2\"; bang.csv!B4 \"Họp\"; bang.csv!C4 \"≥ 80%\"\n"));
}

#[test]
fn numbers_that_run_throughout_are_ids_as_they_stand() {
    let table = "TT|Tiêu chí|Yêu cầu\nI|A|\n1|B|Đạt\n2|C|Đạt\nII|D|\n3|E|Đạt";
    assert_eq!(outline(table), ["I A", "  1 yes-no yes", "  2 yes-no yes", "II D", "  3 yes-no yes"]);
    assert_eq!(to_check(&drafted(table)), Vec::<&str>::new());
}

#[test]
fn letters_below_a_criterion_are_its_indicators() {
    let table = "STT|Nội dung|Mức đạt\n1|A|\n1.1|B|\na)|C|Đạt\nb)|D|≥ 2 buổi\n1.2|E|Có";
    assert_eq!(outline(table), ["1 A", "  1.1 all", "  1.1.a yes-no yes", "  1.1.b count >= 2", "  1.2 yes-no yes"]);
    let draft = drafted(table);
    assert_eq!((draft.criteria, draft.sure), (2, 1));
    assert!(to_check(&draft)[0].starts_with("Tiêu chí có các ý nhỏ"), "{:?}", to_check(&draft));
}

#[test]
fn letters_below_a_number_that_requires_nothing_are_criteria() {
    assert_eq!(
        outline("TT|Tiêu chí|Yêu cầu\n1|A|\na)|B|Đạt\nb)|C|Đạt"),
        ["1 A", "  1.a yes-no yes", "  1.b yes-no yes"]
    );
    let table = "TT|Tiêu chí|Yêu cầu\n1|A|Đạt\n2|B|Đạt\na)|C|Đạt";
    assert_eq!(outline(table), ["1 bang.csv", "  1.1 yes-no yes", "  1.2 all", "  1.2.a yes-no yes"]);
}

#[test]
fn fields_above_standards_are_kept_as_comments() {
    let table = "TT|Tiêu chí|Yêu cầu\nI|Lĩnh vực kinh tế|\n1|Tiêu chuẩn hộ|\n1.1|B|Đạt\nII|Xã hội|\n2|Y tế|\n2.1|C|Đạt";
    assert_eq!(outline(table), ["1 Tiêu chuẩn hộ", "  1.1 yes-no yes", "2 Y tế", "  2.1 yes-no yes"]);
    assert!(drafted(table).text.contains("Nhóm ở trên các tiêu chuẩn"), "{}", drafted(table).text);
}

#[test]
fn standards_may_have_a_column_of_their_own() {
    let table = "TT|Tên tiêu chí|Nội dung tiêu chí|Chỉ tiêu\n1|Quy hoạch|1.1. Có quy hoạch|Đạt\n|||\n||1.2. Công bố|Đạt\n2|Thu nhập|Thu nhập (triệu đồng/người)|≥ 50 triệu đồng/người";
    assert_eq!(
        outline(table),
        ["1 Quy hoạch", "  1.1 yes-no yes", "  1.2 yes-no yes", "2 Thu nhập", "  2.1 amount >= 50"]
    );
}

#[test]
fn a_heading_of_several_rows_gives_thresholds_for_some_units() {
    let table =
        "TT|Tiêu chí|Yêu cầu||Cơ quan phụ trách\n||Tổ dân phố|Bản|\n1|A|||\n1.1|Tỷ lệ hộ nghèo|≤ 3%|≤ 8%|Phòng Nội vụ";
    let draft = drafted(table);
    let set = set(&draft);
    let criterion = &set.criteria[0];
    assert_eq!(criterion.requirement.to_text(Kind::Percent), "<= 3%");
    assert_eq!(criterion.requirement_for("bản", None, "01").to_text(Kind::Percent), "<= 8%");
    assert_eq!(criterion.lead.as_deref(), Some("Phòng Nội vụ"));
    assert_eq!((draft.sure, to_check(&draft).len()), (0, 1), "{:?}", to_check(&draft));
}

#[test]
fn the_same_requirement_in_each_column_is_no_other_threshold() {
    let draft = drafted(
        "TT|Tiêu chí|Yêu cầu: Tổ dân phố|Yêu cầu: Bản|Yêu cầu: Khu\n1|A|||\n1.1|Nhà văn hóa|Đạt|Đạt|đạt\n1.2|Chợ|Đạt|Đạt|",
    );
    let told = to_check(&draft);
    assert_eq!((draft.criteria, draft.sure, told.len()), (2, 1, 1), "{told:?}");
    assert!(told[0].starts_with("bang.csv!C4 \"Đạt\": cột \"Yêu cầu: Khu\" để trống"), "{told:?}");
    assert!(set(&draft).criteria.iter().all(|criterion| criterion.cases.is_empty()));
}

#[test]
fn a_day_without_the_word_for_it_is_a_day() {
    let draft = drafted("TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|Quán triệt|hoàn thành trước 31/12/2025");
    assert_eq!(set(&draft).criteria[0].requirement.to_text(Kind::Task), "done by 2025-12-31");
    let told = to_check(&draft);
    assert!(told.len() == 1 && told[0].contains("\"trước\" hiểu là chậm nhất ngày đó"), "{told:?}");
}

#[test]
fn a_requirement_under_one_of_two_columns_may_not_be_that_of_all() {
    let draft = drafted(
        "TT|Tiêu chí|Yêu cầu: Tổ dân phố|Yêu cầu: Bản\n1|A||\n1.1|Tỷ lệ hộ nghèo|≤ 3%|\n1.2|Có chợ||Đạt\n1.3|B||",
    );
    let told = to_check(&draft);
    assert_eq!((draft.criteria, draft.sure, told.len()), (3, 0, 3), "{told:?}");
    assert!(told[0].starts_with("bang.csv!C3 \"≤ 3%\": cột \"Yêu cầu: Bản\" để trống"), "{told:?}");
    assert!(told[1].starts_with("bang.csv!D4 \"Đạt\": cột \"Yêu cầu: Tổ dân phố\" để trống"), "{told:?}");
}

#[test]
fn what_is_not_certain_is_told_above_what_was_assumed() {
    let table = "TT|Tiêu chí|Yêu cầu|Ghi chú\n1|A||\n1.1|Hộ nghèo|95%|\n1.3|B|Đạt|trừ bản\n1.3|C|Đạt|\n|D|Đạt|\n|E||\n||≥ 3 vụ|\n1.6|F||\n2|G|Đạt 2/3|\n3|H||";
    let draft = drafted(table);
    let told = to_check(&draft);
    for wanted in [
        "bang.csv!C3 \"95%\": không có chữ nào cho biết",
        "bang.csv!B4 \"B\": số thứ tự là 3 chứ không phải 2",
        "bang.csv!D4 \"trừ bản\"",
        "bang.csv!B5 \"C\": số \"1.3\" đã có ở trên, tạm ghi \"1.3-2\"",
        "bang.csv!B6 \"D\": dòng không có số, tạm ghi \"1.4\"",
        "Dòng không phải tiêu chuẩn hay tiêu chí, chưa được dùng: bang.csv!B7 \"E\"",
        "Dòng dưới ghi thêm yêu cầu, chưa được dùng: bang.csv!C8 \"≥ 3 vụ\"",
        "Không ghi yêu cầu, lời của nội dung được dùng: bang.csv!B9 \"F\"; tạm ghi yes-no \"yes\"",
        "Ghi ở dòng của tiêu chuẩn, chưa được dùng cho tiêu chí nào: bang.csv!C10 \"Đạt 2/3\"",
        "Tiêu chuẩn không có tiêu chí nào",
    ] {
        assert!(told.iter().any(|line| line.contains(wanted)), "{wanted}: {told:#?}");
    }
    assert_eq!(draft.to_check, told.len() + 7, "{}", draft.text);
}

#[test]
fn the_document_is_read_from_the_lines_above() {
    let above = "ỦY BAN NHÂN DÂN|\nTHÀNH PHỐ LAI CHÂU|\n|Phụ lục I\n|BIỂU TIÊU CHÍ\n|TỔ DÂN PHỐ TỰ QUẢN\n|(Kèm theo Kế hoạch số 2204/KH-UBND ngày 07/8/2023 của UBND thành phố)\n";
    let table = "TT|Tiêu chí|Yêu cầu\n(1)|(2)|(3)\n1|A|\n1.1|B|Đạt\nNơi nhận:||\n- Lưu: VT||";
    let draft = drafted(&format!("{above}{table}"));
    let set = set(&draft);
    assert_eq!(set.reference(), "2204-kh-ubnd@2023-08-07");
    assert_eq!(set.title, "BIỂU TIÊU CHÍ TỔ DÂN PHỐ TỰ QUẢN");
    assert_eq!(set.issuer, "UBND thành phố");
    assert_eq!(set.basis, ["2204/KH-UBND ngày 07/08/2023"]);
    assert_eq!((draft.sure, draft.to_check), (1, 2));
    for cell in ["A1 \"ỦY BAN NHÂN DÂN\"", "B3 \"Phụ lục I\"", "A11 \"Nơi nhận:\"", "A12 \"- Lưu: VT\""] {
        assert!(draft.text.contains(&format!("bảng: bang.csv!{cell}\n")), "{cell}: {}", draft.text);
    }
}

#[test]
fn a_draft_is_not_official_until_somebody_has_looked() {
    let draft = drafted("TT|Tiêu chí|Yêu cầu\n1|A|\n1.1|B|Đạt");
    let claimed = draft.text.replace("provenance = \"modelled\"", "provenance = \"official\"");
    let refused = parse("nhap.toml", claimed.as_bytes()).unwrap_err();
    assert_eq!(refused.len(), draft.to_check);
    let doubts = lint("nhap.toml", draft.text.as_bytes());
    assert!(doubts.len() == draft.to_check && doubts.iter().all(|doubt| doubt.severity == Severity::Warning));
    let looked: Vec<&str> = claimed.lines().filter(|line| !line.starts_with("# CẦN KIỂM TRA:")).collect();
    assert_eq!(lint("nhap.toml", looked.join("\n").as_bytes()).len(), 0);
}

#[test]
fn a_workbook_without_such_a_table_is_refused() {
    for table in ["", "TT|Họ tên|Tuổi\n1|A|3", "TT|Tiêu chí|Yêu cầu", "Tiêu chí là gì\nYêu cầu"] {
        let book = workbook::read("a.csv", table.replace('|', ",").as_bytes(), &Limits::default()).unwrap_or_default();
        assert_eq!(draft(&book, "a.csv", Language::English).map(|_| ()), Err(NotDrafted::NoTable), "{table}");
    }
}

/// Writes a requirement as plans do, one of several ways.
fn in_a_plans_words(requirement: &Requirement, criterion: &Criterion, way: usize) -> String {
    let measure = criterion.measure.as_deref().unwrap_or_default();
    let unit = if criterion.kind == Kind::Percent { " %".to_owned() } else { format!(" {measure}") };
    let Requirement::Compare(comparison, Against::Threshold(value)) = requirement else {
        return requirement.in_words(criterion.kind).vi;
    };
    let number = crate::model::with_comma(*value);
    let number = format!("{number}{unit}");
    let number = number.trim_end();
    let ways: &[&str] = match comparison {
        Comparison::AtLeast => {
            &["từ # trở lên", "Đạt từ # trở lên", "≥ #", "Tối thiểu #", "có ít nhất #", "# trở lên", "Đạt #"]
        }
        Comparison::Above => &["trên #", "Đạt trên #", "> #", "cao hơn #"],
        Comparison::AtMost => &["không quá #", "tối đa #", "≤ #", "# trở xuống", "không vượt quá #"],
        Comparison::Below => &["dưới #", "nhỏ hơn #", "< #", "thấp hơn #"],
        Comparison::Equal => &["Không có", "không để xảy ra", "#", "= #"],
    };
    ways[way % ways.len()].replace('#', number)
}

/// Writes a set as the table that an instrument would have.
fn as_table(set: &CriteriaSet, way: usize) -> String {
    let mut table =
        record(["TT", "Tiêu chuẩn, tiêu chí", "Yêu cầu", "Đơn vị tính", "Cơ quan thẩm định"].into_iter()) + "\n";
    for standard in &set.standards {
        let _ = writeln!(table, "{}", record([standard.id.as_str(), &standard.title, "", "", ""].into_iter()));
        for criterion in &set.criteria[standard.criteria.clone()] {
            let words = |requirement| in_a_plans_words(requirement, criterion, way);
            let cases = criterion.cases.iter().map(|case| {
                let kind = case.when.unit_kind.as_deref().unwrap_or_default();
                format!("; {kind}: {}", words(&case.requirement))
            });
            let required = words(&criterion.requirement) + &cases.collect::<String>();
            // Every other way names no unit of measurement.
            let measure = if criterion.kind == Kind::Percent { Some("%") } else { criterion.measure.as_deref() };
            let measure = measure.filter(|_| way.is_multiple_of(2)).unwrap_or_default();
            let lead = criterion.lead.as_deref().unwrap_or_default();
            let cells = [criterion.id.as_str(), &criterion.title, &required, measure, lead];
            let _ = writeln!(table, "{}", record(cells.into_iter()));
        }
    }
    table
}

/// Returns the ids of the criteria of a draft that have a mark above them.
fn marked(draft: &Draft) -> Vec<String> {
    let blocks = draft.text.split("\n\n").filter(|block| block.contains("# CẦN KIỂM TRA:"));
    let id = |block: &str| {
        block.lines().find_map(|line| Some(line.strip_prefix("id = \"")?.trim_end_matches('"').to_owned()))
    };
    blocks.filter(|block| block.contains("[[standard.criterion")).filter_map(id).collect()
}

#[test]
fn a_shipped_set_written_as_a_table_comes_back_and_nothing_sure_is_wrong() {
    let mut sure = 0;
    for (name, bytes) in built_in() {
        let shipped = parse(name, bytes).unwrap();
        for way in 0..14 {
            let table = as_table(&shipped, way);
            let book = workbook::read("bang.csv", table.as_bytes(), &Limits::default()).unwrap();
            let draft = draft(&book, "bang.csv", Language::Vietnamese).unwrap();
            let (back, marked) = (set(&draft), marked(&draft));
            assert_eq!((back.standards.len(), back.criteria.len()), (shipped.standards.len(), shipped.criteria.len()));
            assert_eq!(draft.sure + marked.len(), draft.criteria, "{}", draft.text);
            for (criterion, original) in back.criteria.iter().zip(&shipped.criteria) {
                let own = |c: &Criterion| (c.id.clone(), c.title.clone(), c.lead.clone());
                assert_eq!(own(criterion), own(original));
                if !marked.contains(&criterion.id) {
                    sure += 1;
                    let judged = |c: &Criterion| (c.kind.word(), c.requirement.to_text(c.kind), c.cases.len());
                    // "= 0 %" and "none" are written alike.
                    assert_eq!(judged(criterion), judged(original), "{name} {} in way {way}", criterion.id);
                }
            }
        }
    }
    assert!(sure > 400, "only {sure} are sure");
}

/// Texts that tables hold, and some that nobody writes.
fn text() -> impl Strategy<Value = String> {
    let known = [
        "TT",
        "Tiêu chí",
        "Yêu cầu",
        "Đơn vị tính",
        "Cơ quan thẩm định",
        "Ghi chú",
        "I",
        "II",
        "1",
        "1.1",
        "1.2",
        "a)",
        "-",
        "Đạt",
        "từ 95 % trở lên",
        "không có",
        "Hộ nghèo",
        "Tổ chức",
        "\"",
        "\\",
        "a\nb",
        "\u{0}",
        "# CẦN KIỂM TRA:",
        "\"\"\"",
        "≥ 2..5",
        "99999999999999999999%",
        "Hoàn thành đến ngày 31/12/2025",
        "cao hơn năm trước",
        "",
        "từ 5 đến 2",
        "9999/KH-UBND ngày 1/1/2024",
        "điểm",
        "1.500",
        "không",
        "\u{202e}x",
    ];
    prop_oneof![8 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_cells_hold_the_draft_is_read(rows in prop::collection::vec(prop::collection::vec(text(), 1..6), 0..14)) {
        let heading = ["TT", "Tiêu chí", "Yêu cầu", "Đơn vị tính", "Cơ quan thẩm định"].map(str::to_owned).to_vec();
        let cells = std::iter::once(&heading).chain(&rows).enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().map(move |(column, text)| Cell {
                at: CellRef::new(u32::try_from(row).unwrap(), u16::try_from(column).unwrap()),
                value: Value::Text(text.as_str().into()),
                format: 0,
                formula: false,
            })
        });
        let sheet = Sheet::new("Trang\n\"1\"", cells.collect(), Vec::new()).unwrap();
        let book = Workbook { sheets: vec![sheet], ..Workbook::default() };
        match draft(&book, "bang\n.csv", Language::Vietnamese) {
            Err(error) => prop_assert_eq!(error, NotDrafted::NoTable),
            Ok(draft) => {
                let set = set(&draft);
                prop_assert_eq!(set.standards.len(), draft.standards);
                prop_assert_eq!(set.top_level().count(), draft.criteria);
                prop_assert_eq!(set.provenance, criteria::Provenance::Modelled);
            }
        }
    }
}

#[test]
fn points_and_other_columns_are_quoted_and_told() {
    let draft = drafted("TT|Tiêu chí|Yêu cầu|Điểm tối đa|Hồ sơ\n1|A|||\n1.1|B|Đạt|10|Biên bản");
    assert_eq!(draft.sure, 1);
    assert!(
        draft.text.contains("bang.csv!D3 \"10\" (Điểm tối đa); bang.csv!E3 \"Biên bản\" (Hồ sơ)"),
        "{}",
        draft.text
    );
    assert!(draft.text.contains("# CẦN KIỂM TRA: Bảng có cột điểm \"Điểm tối đa\""), "{}", draft.text);
}

#[test]
fn a_column_that_is_not_known_may_hold_another_threshold() {
    let draft = drafted("TT|Tiêu chí|Chỉ tiêu chung|Vùng I\n1|A||\n1.1|Tỷ lệ B|≥ 70%|100%\n1.2|C|Đạt|");
    assert_eq!((draft.criteria, draft.sure), (2, 1));
    assert!(to_check(&draft)[0].ends_with("chưa được dùng: bang.csv!D3 \"100%\""), "{:?}", to_check(&draft));
    assert!(draft.text.contains("bang.csv!D3 \"100%\" (Vùng I)\n"), "{}", draft.text);
}
