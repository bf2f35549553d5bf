//! What stands before the sections: who issues the report, what it is about, what it rests on.

use crate::{
    appendix::{
        Report,
        signing::committee,
        words::{dated_day, dated_text, numeric_day},
    },
    plan::Plan,
};

use super::{
    document::{Block, TextKind},
    words::plan_cited,
};

/// The kinds of instrument, by the letters of their numbers (Decree 30/2020).
const INSTRUMENTS: [(&str, &str); 6] = [
    ("KH", "Kế hoạch"),
    ("QĐ", "Quyết định"),
    ("NQ", "Nghị quyết"),
    ("CT", "Chỉ thị"),
    ("HD", "Hướng dẫn"),
    ("CTr", "Chương trình"),
];

/// What the report rests on, the sentence that opens it, and that the criteria are no official ones where they are not.
pub(super) fn blocks<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    let (plan, set) = (report.plan(), report.criteria());
    let other = set.basis.iter().filter(|basis| !is_plan(basis, plan));
    let mut blocks: Vec<Block<'a>> =
        other.map(|basis| Block::text(TextKind::Basis, format!("Căn cứ {};", dated_text(&cited(basis))))).collect();
    let plan_cited = plan_cited(plan);
    blocks.push(Block::text(TextKind::Basis, format!("Căn cứ {plan_cited} “{}”.", plan.title)));
    blocks.push(Block::paragraph(format!("{} báo cáo kết quả thực hiện như sau:", plan.issuer)));
    let version = dated_day(set.version);
    let provenance = report.provenance().map(|sentence| {
        let text = format!("{sentence}: {} (bản {version}). Kết quả dưới đây chỉ đúng theo bộ này.", set.title);
        Block::text(TextKind::Remark, text)
    });
    blocks.extend(provenance);
    blocks
}

/// Returns whether a basis is the plan itself: the same number as a whole, and no other day, as numbers begin anew each
/// year.
fn is_plan(basis: &str, plan: &Plan) -> bool {
    let bare = |word: &str| word.trim_matches([',', ';', '.', '(', ')']).to_lowercase();
    let words: Vec<String> = basis.split_whitespace().map(bare).collect();
    let numbered = words.iter().position(|word| word.contains('/'));
    let Some(number) = numbered.and_then(|at| words.get(at)) else { return false };
    let day = words.windows(2).find(|pair| pair[0] == "ngày").and_then(|pair| numeric_day(&pair[1]));
    *number == bare(plan.number.trim()) && day.is_none_or(|day| day == plan.date)
}

/// Returns what the report is about.
pub(super) fn subject(plan: &Plan) -> String {
    let title = plan.title.trim();
    let title = title.strip_prefix("Kế hoạch").map_or(title, str::trim_start);
    format!("Kết quả thực hiện Kế hoạch {title}")
}

/// Returns "Số: 05/BC-UBND": a number of one digit takes a zero, and what the plan leaves open is dots.
pub(super) fn number(plan: &Plan) -> String {
    let letters = if committee(&plan.issuer).is_some() { "UBND" } else { "………" };
    let written = plan.report.number.trim();
    let (digits, rest) = written.split_once('/').map_or((written, None), |(digits, rest)| (digits, Some(rest)));
    let digits = match digits {
        "" => "………".to_owned(),
        one if one.chars().count() == 1 => format!("0{one}"),
        other => other.to_owned(),
    };
    rest.map_or_else(|| format!("Số: {digits}/BC-{letters}"), |rest| format!("Số: {digits}/{rest}"))
}

/// Returns an instrument as it is cited; a bare number is given its kind, where the letters tell.
fn cited(basis: &str) -> String {
    let letters = basis.split_once('/').map(|(_, rest)| rest.split(['-', '/', ' ']).next().unwrap_or_default());
    if !basis.starts_with(|letter: char| letter.is_ascii_digit()) {
        return basis.to_owned();
    }
    let kind = INSTRUMENTS.iter().find(|(known, _)| Some(*known) == letters).map_or("văn bản", |(_, kind)| kind);
    format!("{kind} số {basis}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::parse_plan;

    fn plan(issuer: &str, report: &str) -> Plan {
        let text = format!(
            "schema = 1\n[plan]\nnumber = \"1/KH-UBND\"\ntitle = \"Kế hoạch thử\"\nissuer = \"{issuer}\"\n\
             date = 2025-02-28\nperiod = {{ from = 2025-01-01, to = 2025-12-31 }}\ncriteria = \"thu@2025-01-01\"\n\
             units = \"units.csv\"\n[report]\n{report}"
        );
        parse_plan("tdp.toml", text.as_bytes()).unwrap()
    }

    #[test]
    fn a_number_of_one_digit_takes_a_zero_and_ends_in_the_letters_of_the_committee() {
        let check = |issuer: &str, report: &str, expected: &str| assert_eq!(number(&plan(issuer, report)), expected);
        check("UBND thành phố Lai Châu", "number = \"5\"", "Số: 05/BC-UBND");
        check("UBND", "number = \"12/BC-NV\"", "Số: 12/BC-NV");
        check("Phòng Nội vụ", "", "Số: ………/BC-………");
    }

    #[test]
    fn the_subject_names_the_plan_once() {
        assert_eq!(subject(&plan("UBND", "")), "Kết quả thực hiện Kế hoạch thử");
    }

    #[test]
    fn only_the_plan_itself_is_not_named_twice() {
        let plan = plan("UBND", "");
        for (basis, expected) in [
            ("1/KH-UBND", true),
            ("1/KH-UBND ngày 28/02/2025", true),
            ("Kế hoạch số 1/KH-UBND ngày 28/2/2025; sửa đổi", true),
            ("1/KH-UBND ngày 28/02/2024", false),
            ("1/KH-UBND-NV ngày 28/02/2025", false),
            ("11/KH-UBND", false),
            ("Chỉ thị của Ban Bí thư", false),
        ] {
            assert_eq!(is_plan(basis, &plan), expected, "{basis}");
        }
    }

    #[test]
    fn an_instrument_is_cited_by_its_kind() {
        assert_eq!(cited("2204/KH-UBND ngày 07/8/2023"), "Kế hoạch số 2204/KH-UBND ngày 07/8/2023");
        assert_eq!(cited("12/2024/TT-BNV"), "văn bản số 12/2024/TT-BNV");
        assert_eq!(cited("Chỉ thị số 40-CT/TU"), "Chỉ thị số 40-CT/TU");
    }
}
