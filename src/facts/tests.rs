//! What cells are read as, line by line of the rules.

mod bombs;
mod cells;
mod columns;
mod empty_wards;
mod grouped;
mod headed;
mod headings;
mod labels;
mod layouts;
mod measures;
mod messages;
mod mistaken;
mod remedies;
mod scored;
mod shifted;
mod twice;
mod under_headings;
mod units;
mod wards;

use crate::{
    criteria,
    facts::{Claim, Fact, Receiving, Submission},
    layout::Lexicon,
    model::{CellRef, FileKey},
    pipeline::unread,
    plan::{DefinitionTable, Rulebook, Targets, parse_plan, parse_register},
    workbook::{Cell, Format, Sheet, Value, Workbook},
};

use super::extract;

const PLAN: &str = r#"
schema = 1
[plan]
number = "1/KH-UBND"
title = "Kế hoạch"
issuer = "UBND thành phố"
date = 2025-02-28
period = { from = 2025-01-01, to = 2025-12-31 }
deadline = 2025-10-15
criteria = "thu@2025-01-01"
units = "units.csv"
"#;

const UNITS: &str = "code,name,kind,parent,area,aliases,valid_from,valid_to,succeeds
LC,Thành phố Lai Châu,thành phố,,,,,,
01,Phường Đoàn Kết,phường,LC,,,,,
01.1,Tổ dân phố số 1,tổ dân phố,01,,,,,
01.2,Tổ dân phố số 2,tổ dân phố,01,,,,,
01.3,Bản Gia Khâu,bản,01,,,,,
02,Phường Tân Phong,phường,LC,,,,,
02.1,Tổ dân phố số 1,tổ dân phố,02,,,,,
02.9,Bản Chin Chu Chải,bản,02,,,,,
02.101,Bản Lò Suối Tủng,bản,02,,,,,
03,Phường Quyết Thắng,phường,LC,,,,,
";

pub(super) fn rulebook(criteria: &str) -> Rulebook {
    let set = format!(
        "schema = 1\nid = \"thu\"\nversion = 2025-01-01\ntitle = \"Thử\"\nissuer = \"UBND\"\nprovenance = \"modelled\"\n\
         [outcome]\nrequire = \"all\"\n[[standard]]\nid = \"1\"\ntitle = \"Tiêu chuẩn một\"\n{criteria}"
    );
    let plan = parse_plan("tdp.toml", PLAN.as_bytes()).unwrap();
    let table = DefinitionTable::from_csv("units.csv", UNITS.as_bytes()).unwrap();
    let (register, _) = parse_register(&table, plan.units_on).unwrap();
    let criteria = criteria::parse("thu.toml", set.as_bytes()).unwrap_or_else(|findings| panic!("{findings:?}"));
    Rulebook { plan, criteria, register, targets: Targets::default() }
}

/// Makes a sheet from rows of cells separated by `|`: text, `#1.5` a number, `#0.5%` a number formatted as percent,
/// `#=1.5` the stored value of a formula, `##` a formula without one, `#!` an error value, `#1500,` a number shown in
/// thousands, `#0.5"%"` a number with one decimal and a percent sign that is mere text.
pub(super) fn sheet(name: &str, rows: &str) -> Sheet {
    let codes = ["0.0%", "#,##0.0,", "0.0\"%\""];
    let looks = codes.map(|code| Format::new(Some(code), None));
    let formats: Vec<Format> = std::iter::once(Format::default()).chain(looks).collect();
    let rows = rows.trim_matches('\n').lines().enumerate();
    let cells = rows.flat_map(|(row, line)| {
        line.split('|').enumerate().filter_map(move |(column, text)| {
            let at = CellRef::new(u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            let (value, format, formula) = value(text.trim())?;
            Some(Cell { at, value, format, formula })
        })
    });
    Sheet::new(name, cells.collect(), formats).unwrap()
}

fn value(text: &str) -> Option<(Value, u16, bool)> {
    let number = |text: &str| Value::Number(text.parse().unwrap());
    Some(match text.strip_prefix('#') {
        None if text.is_empty() => return None,
        None => (Value::Text(text.into()), 0, false),
        Some("#") => (Value::NotCalculated, 0, true),
        Some("!") => (Value::Error("#DIV/0!".into()), 0, false),
        Some(rest) => {
            if let Some(rest) = rest.strip_prefix('=') {
                return Some((number(rest), 1, true));
            }
            let suffixes = [("\"%\"", 3), (",", 2), ("%", 1)];
            let found = suffixes.iter().find_map(|(suffix, format)| Some((rest.strip_suffix(suffix)?, *format)));
            let (text, format) = found.unwrap_or((rest, 0));
            (number(text), format, false)
        }
    })
}

pub(super) fn submit(rulebook: &Rulebook, sheets: Vec<Sheet>) -> Submission {
    let lexicon = Lexicon::new(rulebook);
    let book = Workbook { sheets, properties: Vec::new() };
    let receiving = Receiving::default();
    extract(&lexicon, FileKey::new(0), &book, unread("thu.xlsx", &receiving), &receiving).0
}

/// Returns what was found, as `TDP201 C2`.
pub(super) fn found(submission: &Submission) -> Vec<String> {
    let told = submission.findings.iter().map(|finding| {
        let cell = finding.place.cell().map_or(String::new(), |cell| format!(" {cell}"));
        format!("{}{cell}", finding.code.number)
    });
    told.collect()
}

/// Returns a fact as `figure=95.5 part=1 whole=2 claim=achieved refused`.
pub(super) fn shown(fact: &Fact) -> String {
    let number = |name: &str, value: Option<crate::model::Decimal>| value.map(|value| format!("{name}={value}"));
    let claim = fact.claim.map(|claim| match claim {
        Claim::Achieved => "claim=achieved".to_owned(),
        Claim::NotAchieved => "claim=not-achieved".to_owned(),
        Claim::NotApplicable => "claim=not-applicable".to_owned(),
    });
    let pieces = [
        number("figure", fact.figure),
        number("part", fact.part),
        number("whole", fact.whole),
        claim,
        fact.refused.then(|| "refused".to_owned()),
    ];
    pieces.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

const PERCENT: &str = "kind = \"percent\"\nachieved = \">= 95%\"\n";
const SMALL_PERCENT: &str = "kind = \"percent\"\nachieved = \"<= 3%\"\n";
const COUNT: &str = "kind = \"count\"\nachieved = \">= 10\"\n";
const NONE: &str = "kind = \"count\"\nachieved = \"= 0\"\n";
const AMOUNT: &str = "kind = \"amount\"\nachieved = \">= 42\"\n";
const YES_NO: &str = "kind = \"yes-no\"\nachieved = \"yes\"\n";

/// Reads one cell in the only column of a criterion, beside a second unit's cell; the errors and warnings after `!`.
fn read_beside(criterion: &str, cell: &str, other: &str) -> String {
    let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{criterion}"));
    let rows = format!("TT|Tên tổ dân phố|1.1. Một|1.1. Một\n||Số liệu|Đánh giá\n#1|01.1|{cell}|\n#2|01.2|{other}|");
    let submission = submit(&rulebook, vec![sheet("Biểu", &rows)]);
    let first = submission.facts.iter().find(|fact| rulebook.register.unit(fact.unit).code == "01.1");
    let fact = first.map(shown).unwrap_or_default();
    let codes: Vec<String> =
        found(&submission).into_iter().filter_map(|told| told.strip_suffix(" C3").map(str::to_owned)).collect();
    [fact, codes.join(" ")].iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" ! ")
}

fn check(criterion: &str, cell: &str, expected: &str) {
    assert_eq!(read_beside(criterion, cell, ""), expected, "{cell} in {criterion}");
}

#[test]
fn percentages_are_read_in_every_certain_spelling() {
    for (cell, figure) in [
        ("#0.955%", "95.5"),
        ("#0.949367088607594937%", "94.9367088607595"),
        ("95,5%", "95.5"),
        ("95.5 %", "95.5"),
        ("#95.5", "95.5"),
        ("95,5", "95.5"),
        ("42,500", "42.5"),
        ("#0%", "0"),
        ("#0", "0"),
    ] {
        check(PERCENT, cell, &format!("figure={figure}"));
    }
    check(PERCENT, "120/125 hộ", "part=120 whole=125");
    check(PERCENT, "96% (120/125)", "figure=96 part=120 whole=125");
    check(PERCENT, "97% (120/125)", "refused ! TDP303");
}

#[test]
fn a_bare_number_up_to_one_is_a_fraction_only_where_nothing_else_is_possible() {
    assert_eq!(read_beside(PERCENT, "#0.96", "#0.97"), "figure=96 ! TDP203");
    assert_eq!(read_beside(PERCENT, "0,96", "#1"), "figure=96 ! TDP203");
    assert_eq!(read_beside(PERCENT, "#0.96", "#97"), "refused ! TDP204");
    assert_eq!(read_beside(SMALL_PERCENT, "#0.5", "#0.7"), "refused ! TDP204");
    assert_eq!(read_beside(SMALL_PERCENT, "#0.5", "#2"), "figure=0.5");
    assert_eq!(read_beside(SMALL_PERCENT, "#0.5", "#0.02%"), "refused ! TDP204");
    assert_eq!(read_beside(SMALL_PERCENT, "#0.02", "69 112"), "refused ! TDP204");
    assert_eq!(read_beside(PERCENT, "#0.96", "69 112"), "refused ! TDP204");
}

#[test]
fn counts_and_amounts_differ_in_what_a_lone_separator_means() {
    check(COUNT, "1.500", "figure=1500");
    check(COUNT, "1.234.567", "figure=1234567");
    check(COUNT, "2,5", "refused ! TDP208");
    check(COUNT, "#2.5", "refused ! TDP208");
    check(COUNT, "12,0", "figure=12");
    check(AMOUNT, "42,500", "refused ! TDP205");
    check(AMOUNT, "0,500", "figure=0.5");
    check(AMOUNT, "66,3", "figure=66.3");
    check(AMOUNT, "#66.3", "figure=66.3");
    check(AMOUNT, "1234,56", "figure=1234.56");
}

#[test]
fn what_is_not_certain_is_refused() {
    check(PERCENT, "trên 95%", "refused ! TDP202");
    check(PERCENT, "≥95%", "refused ! TDP202");
    check(COUNT, "khoảng 95", "refused ! TDP202");
    check(COUNT, "nhiều", "refused ! TDP201");
    check(COUNT, "12 mô hình", "refused ! TDP201");
    check(COUNT, "12  345", "refused ! TDP201");
    check(PERCENT, "5/125 chưa đạt", "refused ! TDP201");
    check(COUNT, "95%", "refused ! TDP201");
    check(COUNT, "##", "refused ! TDP206");
    check(COUNT, "#!", "refused ! TDP207");
    check(PERCENT, "#1.05%", "refused ! TDP208");
    check(PERCENT, "#-0.05%", "refused ! TDP208");
    check(COUNT, "-2", "refused ! TDP208");
    check(PERCENT, "130/125", "refused ! TDP209");
    check(PERCENT, "0/0", "refused ! TDP209");
    check(YES_NO, "tốt", "refused ! TDP210");
    check(YES_NO, "#1", "refused ! TDP210");
    check(YES_NO, "không áp dụng", "refused ! TDP211");
}

#[test]
fn a_number_shown_in_thousands_is_refused_wherever_it_would_be_used() {
    for criterion in [PERCENT, COUNT, AMOUNT, NONE] {
        check(criterion, "#42500,", "refused ! TDP201");
        check(criterion, "#0,", "figure=0");
    }
    assert_eq!(read_card("#90000,", "#100", "", ""), "refused ! TDP201 C4");
    let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{AMOUNT}"));
    let rows = "TT|Tên tổ dân phố|1.1. Một\n#1|01.1|#42550,";
    let submission = submit(&rulebook, vec![sheet("Biểu", rows)]);
    let finding = submission.findings.iter().find(|finding| finding.code.number == "TDP201").unwrap();
    assert_eq!(
        finding.message.en,
        "This cell shows 42.5 but holds 42550, as its format \"#,##0.0,\" divides by a thousand or a million"
    );
    assert!(finding.message.vi.starts_with("Ô này hiển thị 42,5 nhưng chứa số 42550"));
    assert!(finding.help.vi.starts_with("Gõ lại số theo đơn vị"), "{:?}", finding.help);
}

#[test]
fn a_percent_sign_that_is_mere_text_is_no_percent_format() {
    check(PERCENT, "#95.5\"%\"", "figure=95.5");
    check(PERCENT, "#94.96\"%\"", "figure=94.96");
    check(PERCENT, "#0.5\"%\"", "figure=50 ! TDP203");
    check(SMALL_PERCENT, "#0.5\"%\"", "refused ! TDP204");
    check(PERCENT, "#1\"%\"", "figure=100 ! TDP203");
    check(PERCENT, "#0\"%\"", "figure=0");
    check(PERCENT, "#0.96\"%\"", "figure=96 ! TDP203");
    assert_eq!(read_beside(PERCENT, "#0.96\"%\"", "#97\"%\""), "refused ! TDP204");
    assert_eq!(read_beside(SMALL_PERCENT, "#0.5\"%\"", "#2\"%\""), "figure=0.5");
    assert_eq!(read_beside(SMALL_PERCENT, "#0.5\"%\"", "#0.02%"), "refused ! TDP204");
    assert_eq!(read_card("#95", "#100", "#0.95\"%\"", ""), "figure=95 part=95 whole=100");
    check(COUNT, "#12\"%\"", "refused ! TDP201");
    assert_eq!(read_card("#90\"%\"", "#100", "", ""), "refused ! TDP201 C4");
    assert_eq!(read_beside(PERCENT, "#0.96", "#97\"%\""), "refused ! TDP204");
    assert_eq!(read_beside(SMALL_PERCENT, "0,007", "#2\"%\""), "refused ! TDP204");
}

#[test]
fn words_and_marks_are_read_as_they_are_meant() {
    for word in ["Đạt", "đ", "x", "X", "v", "✓", "có", "ĐẠT"] {
        check(YES_NO, word, "claim=achieved");
    }
    for word in ["Không đạt", "Chưa đạt", "KĐ", "CĐ", "ko đạt", "không"] {
        check(YES_NO, word, "claim=not-achieved");
    }
    check(NONE, "Không", "figure=0");
    check(NONE, "không có", "figure=0");
    check(NONE, "0", "figure=0");
    check(NONE, "Có", "refused ! TDP201");
    check(COUNT, "Có", "claim=achieved ! TDP302");
    check(COUNT, "Đạt", "claim=achieved ! TDP302");
    check(COUNT, "không có", "refused ! TDP201");
    check(&format!("{COUNT}not_applicable = \"excluded\"\n"), "KAD", "claim=not-applicable");
}

#[test]
fn blank_is_missing_and_never_zero() {
    for blank in ["", "-", "…", "......"] {
        check(COUNT, blank, "TDP116");
    }
}

#[test]
fn a_cell_merged_with_a_filled_one_is_told_as_such() {
    let rulebook = rulebook(&format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\n{YES_NO}"));
    let mut sheet = sheet("Biểu", "TT|Tên tổ dân phố|1.1. Một\n#1|01.1|Đạt\n#2|01.2|\n#3|01.3|");
    sheet.merges = vec![("C2".parse().unwrap(), "C3".parse().unwrap())];
    let submission = submit(&rulebook, vec![sheet]);
    let blank = submission.findings.iter().filter(|finding| finding.code.number == "TDP116");
    let told: Vec<(&str, &str)> =
        blank.map(|finding| (finding.message.en.as_str(), finding.help.en.split(' ').next().unwrap())).collect();
    let merged = "Criterion 1.1: C3 is merged with C2 and holds no value of its own";
    assert_eq!(told, [(merged, "Unmerge"), ("Criterion 1.1 is left blank", "Write")]);
    assert_eq!(submission.facts.len(), 1);
}

/// Reads a card of one percent criterion with part, whole, figure and claim.
fn read_card(part: &str, whole: &str, figure: &str, claim: &str) -> String {
    let rulebook = rulebook(
        "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\nkind = \"percent\"\nachieved = \">= 95%\"\n\
         part = \"Số hộ đạt\"\nwhole = \"Tổng số hộ\"\n",
    );
    let rows = format!(
        "UBND phường Đoàn Kết\nĐơn vị: Tổ dân phố số 1\nTT|Nội dung tiêu chí|Số đạt|Tổng số|Kết quả|Tự đánh giá\n\
         1.1|Một|{part}|{whole}|{figure}|{claim}"
    );
    let submission = submit(&rulebook, vec![sheet("Phiếu", &rows)]);
    let facts: Vec<String> = submission.facts.iter().map(shown).collect();
    [facts.join("; "), found(&submission).join(" ")]
        .iter()
        .filter(|t| !t.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" ! ")
}

#[test]
fn part_and_whole_judge_and_the_percentage_beside_them_must_agree() {
    assert_eq!(read_card("#95", "#100", "#0.95%", "Đạt"), "figure=95 part=95 whole=100 claim=achieved");
    assert_eq!(read_card("#119", "#125", "#0.952%", "Đạt"), "figure=95.2 part=119 whole=125 claim=achieved");
    assert_eq!(read_card("#119", "#125", "95%", "Đạt"), "figure=95 part=119 whole=125 claim=achieved");
    assert_eq!(read_card("#119", "#125", "94%", "Đạt"), "claim=achieved refused ! TDP303 E4");
    assert_eq!(read_card("#119", "#125", "#=0.9", "Đạt"), "part=119 whole=125 claim=achieved");
    assert_eq!(read_card("#119", "#125", "#0.952", ""), "figure=95.2 part=119 whole=125");
    assert_eq!(read_card("#130", "#125", "", "Đạt"), "claim=achieved refused ! TDP209 C4");
    assert_eq!(read_card("#130", "#125", "#1.04%", "Đạt"), "claim=achieved refused ! TDP209 C4");
}

#[test]
fn a_claim_is_held_against_its_figure() {
    assert_eq!(read_card("#94", "#100", "", "Đạt"), "part=94 whole=100 claim=achieved ! TDP301 F4");
    assert_eq!(read_card("#95", "#100", "", "Chưa đạt"), "part=95 whole=100 claim=not-achieved ! TDP301 F4");
    assert_eq!(read_card("", "", "", "Đạt"), "claim=achieved ! TDP302 F4");
    assert_eq!(read_card("", "", "trên 95%", "Đạt"), "claim=achieved refused ! TDP202 E4");
    assert_eq!(read_card("", "", "", "tốt"), "refused ! TDP210 F4");
    assert_eq!(read_card("", "", "", ""), "TDP116 E4");
}

#[test]
fn an_unknown_claim_leaves_the_figure_standing() {
    assert_eq!(read_card("#95", "#100", "", "tốt"), "part=95 whole=100 ! TDP210 F4");
}

#[test]
fn a_part_without_its_whole_is_told_as_such() {
    assert_eq!(read_card("#95", "", "", "Đạt"), "claim=achieved refused ! TDP201 D4");
}

#[test]
fn a_part_that_cannot_be_held_against_the_percentage_beside_it_is_told() {
    assert_eq!(read_card("#95", "", "#0.95%", "Đạt"), "figure=95 claim=achieved ! TDP116 D4");
    assert_eq!(read_card("#95", "-", "95%", "Đạt"), "figure=95 claim=achieved ! TDP116 D4");
    assert_eq!(read_card("", "#100", "#0.95%", "Đạt"), "figure=95 whole=100 claim=achieved");
    assert_eq!(read_card("#95", "nhiều", "#0.95%", "Đạt"), "claim=achieved refused ! TDP201 D4");
}

#[test]
fn part_and_whole_must_agree_with_the_fraction_beside_them() {
    assert_eq!(read_card("#120", "#125", "120/125", "Đạt"), "part=120 whole=125 claim=achieved");
    assert_eq!(read_card("#120", "", "120/125", "Đạt"), "part=120 whole=125 claim=achieved");
    assert_eq!(read_card("#119", "#125", "120/125", "Đạt"), "claim=achieved refused ! TDP303 E4");
    assert_eq!(read_card("#119", "", "120/125", "Đạt"), "claim=achieved refused ! TDP303 E4");
    assert_eq!(read_card("", "#130", "120/125", "Đạt"), "part=120 whole=125 claim=achieved ! TDP308 D4");
}

#[test]
fn a_form_without_a_column_of_wholes_is_told_once() {
    let rulebook = rulebook(
        "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Một\"\nkind = \"percent\"\nachieved = \"<= 3%\"\n\
         part = \"Số hộ nghèo\"\nwhole = \"Tổng số hộ\"\n",
    );
    let rows = "TT|Tên tổ dân phố|1.1. Một|1.1. Một\n||Số hộ nghèo|Tỷ lệ (%)\n#1|01.1|#1|#0.01%\n#2|01.2|#2|#0.02%";
    let submission = submit(&rulebook, vec![sheet("Biểu", rows)]);
    assert_eq!(submission.facts.iter().map(shown).collect::<Vec<_>>(), ["figure=1", "figure=2"]);
    assert_eq!(found(&submission), ["TDP116 C3"]);
}

#[test]
fn brackets_in_brackets_are_refused_however_deep() {
    check(COUNT, &"1(".repeat(40_000), "refused ! TDP201");
}
