//! What is allowed in a criteria file and yet looks like a slip.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    document::{Document, Table},
    finding::{Finding, Place, Severity, codes},
    model::{Decimal, Message, say},
    text::canonical,
};

use super::{
    Against, Comparison, Kind, Requirement, parse,
    parse::{Draft, Drafts, written},
    shape, to_check,
};

/// Returns every mistake of the file; where there is none, warnings of what looks like a slip.
pub fn lint(file_name: &str, bytes: &[u8]) -> Vec<Finding> {
    if let Err(mistakes) = parse::parse(file_name, bytes) {
        return mistakes;
    }
    let document = match Document::read(file_name, bytes, &shape::SET) {
        Ok(document) => document,
        Err(mistakes) => return mistakes,
    };
    let drafts = Drafts::of(&document.root());
    doubt_equal_titles(&document, &drafts);
    for draft in &drafts.criteria {
        doubt_replaces(&document, &drafts.set, &draft.table);
        doubt_part_and_whole(&document, &draft.table);
        doubt_thresholds(&document, draft);
    }
    to_check::doubt_each(&document);
    document.into_mistakes()
}

/// Columns are known by title and alias: what two criteria share belongs to neither.
fn doubt_equal_titles(document: &Document<'_>, drafts: &Drafts<'_>) {
    let mut first_ids = BTreeMap::new();
    for draft in &drafts.criteria {
        let id = draft.table.text("id").unwrap_or_default();
        for heading in draft.table.located_text("title").into_iter().chain(draft.table.located_texts("aliases")) {
            let earlier = *first_ids.entry(canonical(heading.value).into_owned()).or_insert(id);
            let found = heading.value;
            if earlier != id {
                let message = say!(
                    "\"{found}\" cũng là tên của tiêu chí {earlier}, cột mang tên này không biết thuộc tiêu chí nào",
                    "\"{found}\" is a name of criterion {earlier} too, so that a column of this name belongs to neither"
                );
                doubt(document, &heading.span, message);
            }
        }
    }
}

fn doubt_replaces(document: &Document<'_>, set: &Table<'_>, table: &Table<'_>) {
    if table.has("replaces") && set.located_dates("amends").is_empty() {
        let message = say!(
            "Mục \"replaces\" không có tác dụng khi bộ tiêu chí không có mục \"amends\"",
            "Key \"replaces\" means nothing while the set has no \"amends\""
        );
        doubt(document, &table.key_span("replaces"), message);
    }
}

fn doubt_part_and_whole(document: &Document<'_>, table: &Table<'_>) {
    if let (Some(part), Some(whole)) = (table.text("part"), table.text("whole"))
        && canonical(part) == canonical(whole)
    {
        let message = say!(
            "Phần và tổng cùng tên \"{part}\", tỷ lệ sẽ luôn là 100%",
            "Part and whole have the same name \"{part}\", the rate will always be 100%"
        );
        doubt(document, &table.value_span("whole"), message);
    }
}

fn doubt_thresholds(document: &Document<'_>, draft: &Draft<'_>) {
    let Some(kind) = draft.kind else { return };
    let most = (kind == Kind::Percent && draft.table.truth("may_exceed") != Some(true)).then_some(Decimal::HUNDRED);
    for table in std::iter::once(&draft.table).chain(&draft.cases) {
        let Some(requirement) = written(table) else { continue };
        let text = requirement.to_text(kind);
        let message = match reach(&requirement, most) {
            Reach::Some => continue,
            Reach::All => say!("Mọi số liệu đều đạt yêu cầu \"{text}\"", "Every figure meets \"{text}\""),
            Reach::None => say!("Không số liệu nào đạt được \"{text}\"", "No figure can meet \"{text}\""),
        };
        doubt(document, &table.value_span("achieved"), message);
    }
}

/// Which figures from zero up meet a requirement.
enum Reach {
    All,
    Some,
    None,
}

/// Returns which figures from zero to `most` meet the requirement.
fn reach(requirement: &Requirement, most: Option<Decimal>) -> Reach {
    let over = |value: Decimal| most.is_some_and(|most| value > most);
    let at_top = |value: Decimal| most.is_some_and(|most| value >= most);
    match requirement {
        Requirement::Compare(comparison, Against::Threshold(value)) => match comparison {
            Comparison::AtLeast | Comparison::Equal if over(*value) => Reach::None,
            Comparison::AtMost | Comparison::Equal if value.is_negative() => Reach::None,
            Comparison::Above if at_top(*value) => Reach::None,
            Comparison::Below if *value <= Decimal::ZERO => Reach::None,
            Comparison::AtLeast if *value <= Decimal::ZERO => Reach::All,
            Comparison::Above if value.is_negative() => Reach::All,
            Comparison::AtMost if at_top(*value) => Reach::All,
            Comparison::Below if over(*value) => Reach::All,
            _ => Reach::Some,
        },
        Requirement::Between(low, high) if high.is_negative() || over(*low) => Reach::None,
        Requirement::Between(low, high) if *low <= Decimal::ZERO && at_top(*high) => Reach::All,
        _ => Reach::Some,
    }
}

/// Records what is allowed and looks like a slip.
pub(super) fn doubt(document: &Document<'_>, span: &Range<usize>, message: Message) {
    let place = Place::Definition(document.place(span));
    let finding = Finding::new(&codes::INCONSISTENT_DEFINITION, place, message).with_severity(Severity::Warning);
    document.record(finding.quoting(document.quote(span)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::built_in;

    fn check(criteria: &str, expected: &[(u32, u32)]) {
        let text = format!(
            "schema = 1\nid = \"mau\"\nversion = 2024-01-02\ntitle = \"M\"\nissuer = \"U\"\nprovenance = \"modelled\"\n\
             outcome = {{ require = \"all\" }}\n[[standard]]\nid = \"1\"\ntitle = \"S\"\n{criteria}"
        );
        let findings = lint("mau.toml", text.as_bytes());
        let places: Vec<_> = findings
            .iter()
            .map(|finding| match &finding.place {
                Place::Definition(place) => (place.line, place.column),
                place => panic!("{place:?} is no place in the file"),
            })
            .collect();
        assert_eq!(places, expected, "{findings:#?}");
        assert!(findings.iter().all(|finding| finding.severity == Severity::Warning));
    }

    /// One criterion; its first further key stands in line 14.
    fn criterion(id: &str, title: &str, keys: &str) -> String {
        format!("[[standard.criterion]]\nid = \"{id}\"\ntitle = \"{title}\"\n{keys}\n")
    }

    #[test]
    fn the_built_in_sets_raise_no_doubt() {
        for (name, bytes) in built_in() {
            assert_eq!(lint(name, bytes).len(), 0, "{name}");
        }
    }

    #[test]
    fn a_name_of_two_criteria_is_doubted() {
        let keys = "kind = \"yes-no\"\nachieved = \"yes\"";
        let second = "kind = \"yes-no\"\nachieved = \"yes\"\naliases = [\"Hộ nghèo\"]";
        check(&(criterion("1.1", "Hộ nghèo", keys) + &criterion("1.2", "hộ  NGHÈO", keys)), &[(18, 9)]);
        check(&(criterion("1.1", "Hộ nghèo", keys) + &criterion("1.2", "Khác", second)), &[(21, 12)]);
        check(&(criterion("1.1", "Hộ nghèo", second)), &[]);
    }

    #[test]
    fn thresholds_that_all_or_none_meet_are_doubted() {
        let one = |kind: &str, achieved: &str, more: &str| {
            criterion("1.1", "A", &format!("kind = \"{kind}\"\nachieved = \"{achieved}\"\n{more}"))
        };
        for achieved in ["> 100%", ">= 100.5%", "<= 100%", "< 101%", ">= 0%", "< 0%", "= 101%", "0..100%", "101..120%"]
        {
            check(&one("percent", achieved, ""), &[(15, 12)]);
        }
        for achieved in [">= 100%", "< 100%", "> 0%", "<= 0%", "0..99%", "= 100%", ">= parent"] {
            check(&one("percent", achieved, ""), &[]);
        }
        check(&one("percent", "> 100%", "may_exceed = true"), &[]);
        check(&one("count", ">= 1000", ""), &[]);
        check(&one("count", "= -1", ""), &[(15, 12)]);
        check(&one("percent", "<= 3%", "case = [{ when = { area = \"I\" }, achieved = \"> 100%\" }]"), &[(16, 45)]);
    }

    #[test]
    fn keys_without_effect_are_doubted() {
        check(&criterion("1.1", "A", "kind = \"yes-no\"\nachieved = \"yes\"\nreplaces = [\"2\"]"), &[(16, 1)]);
        let keys = "kind = \"percent\"\nachieved = \"<= 3%\"\npart = \"Số hộ\"\nwhole = \"số hộ\"";
        check(&criterion("1.1", "A", keys), &[(17, 9)]);
    }
}
