//! What a newer criteria set says otherwise than an older one.

use serde::Serialize;

use crate::model::{Message, say};

use super::{
    Case, CriteriaSet, Criterion, IndicatorRule, OutcomeRule, Requirement, kinds,
    parse::{ACCUMULATES, EVIDENCE, NOT_APPLICABLE, PROVENANCES, ROLLUPS, SUBJECTS},
};

/// One difference between two criteria sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What sort of difference.
    pub kind: ChangeKind,
    /// Id of the criterion in the older set.
    pub old: Option<String>,
    /// Id of the criterion in the newer set.
    pub new: Option<String>,
    /// The difference in words.
    pub message: Message,
}

/// The sorts of difference between two criteria sets.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// The set as a whole says something else.
    Set,
    /// The criterion is new.
    Added,
    /// The criterion is gone.
    Removed,
    /// The criterion has another number.
    Renumbered,
    /// The criterion says something else under one of its keys.
    Changed,
}

/// Returns what `new` says otherwise than `old`: of the set, of each criterion in the order of `new`, then what is gone.
///
/// A criterion is the heir of those that it replaces, where `new` amends `old`, else of the one with its id.
pub fn diff(old: &CriteriaSet, new: &CriteriaSet) -> Vec<Change> {
    let mut changes = changes_of_set(old, new);
    for criterion in &new.criteria {
        let forebears = forebears(old, new, criterion);
        if forebears.is_empty() {
            changes.push(added(criterion));
        }
        changes.extend(forebears.into_iter().flat_map(|forebear| changes_of_criterion(forebear, criterion)));
    }
    let inherited = |id: &str| new.criteria.iter().any(|heir| forebears(old, new, heir).iter().any(|f| f.id == id));
    changes.extend(old.criteria.iter().filter(|criterion| !inherited(&criterion.id)).map(removed));
    changes
}

/// Returns the criteria of `old` that `criterion` of `new` came from.
fn forebears<'a>(old: &'a CriteriaSet, new: &CriteriaSet, criterion: &Criterion) -> Vec<&'a Criterion> {
    let amends = new.id == old.id && new.amends.contains(&old.version);
    let is_claimed = |id: &str| amends && new.criteria.iter().any(|other| other.replaces.iter().any(|it| it == id));
    let is_forebear = |forebear: &&Criterion| {
        let replaced = amends && criterion.replaces.contains(&forebear.id);
        let same =
            forebear.id == criterion.id && (!amends || criterion.replaces.is_empty() && !is_claimed(&forebear.id));
        replaced || same
    };
    old.criteria.iter().filter(is_forebear).collect()
}

fn added(criterion: &Criterion) -> Change {
    let (id, title) = (&criterion.id, &criterion.title);
    let message = say!("Thêm tiêu chí {id} \"{title}\"", "Criterion {id} \"{title}\" is new");
    Change { kind: ChangeKind::Added, old: None, new: Some(id.clone()), message }
}

fn removed(criterion: &Criterion) -> Change {
    let (id, title) = (&criterion.id, &criterion.title);
    let message = say!("Bỏ tiêu chí {id} \"{title}\"", "Criterion {id} \"{title}\" is gone");
    Change { kind: ChangeKind::Removed, old: Some(id.clone()), new: None, message }
}

fn changes_of_criterion(old: &Criterion, new: &Criterion) -> Vec<Change> {
    let change = |kind, message| Change { kind, old: Some(old.id.clone()), new: Some(new.id.clone()), message };
    let (old_id, new_id) = (&old.id, &new.id);
    let renumbered = (old_id != new_id).then(|| {
        let message = say!("Tiêu chí {old_id} nay mang số {new_id}", "Criterion {old_id} has become {new_id}");
        change(ChangeKind::Renumbered, message)
    });
    let changed = said_by_criterion(old).into_iter().zip(said_by_criterion(new)).filter(|(old, new)| old != new).map(
        |((key, before), (_, after))| {
            let message = say!(
                "Tiêu chí {new_id}: mục \"{key}\" đổi từ \"{before}\" thành \"{after}\"",
                "Criterion {new_id}: \"{key}\" changes from \"{before}\" to \"{after}\""
            );
            change(ChangeKind::Changed, message)
        },
    );
    renumbered.into_iter().chain(changed).collect()
}

fn changes_of_set(old: &CriteriaSet, new: &CriteriaSet) -> Vec<Change> {
    let pairs = said_by_set(old).into_iter().zip(said_by_set(new)).filter(|(old, new)| old != new);
    pairs
        .map(|((key, before), (_, after))| {
            let message = say!(
                "Bộ tiêu chí: mục \"{key}\" đổi từ \"{before}\" thành \"{after}\"",
                "The set: \"{key}\" changes from \"{before}\" to \"{after}\""
            );
            Change { kind: ChangeKind::Set, old: None, new: None, message }
        })
        .collect()
}

/// Returns what a set says under each key, but for what makes it another version.
fn said_by_set(set: &CriteriaSet) -> Vec<(&'static str, String)> {
    let standards: Vec<_> =
        set.standards.iter().map(|standard| format!("{} {}", standard.id, standard.title)).collect();
    vec![
        ("title", set.title.clone()),
        ("issuer", set.issuer.clone()),
        ("provenance", word(&set.provenance, &PROVENANCES)),
        ("subject", word(&set.subject, &SUBJECTS)),
        ("require", outcome(&set.outcome)),
        ("standard", standards.join("; ")),
    ]
}

/// Returns what a criterion says under each key; what it does not say is empty.
fn said_by_criterion(criterion: &Criterion) -> Vec<(&'static str, String)> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = criterion.due.map(|due| due.to_string()).unwrap_or_default();
    let requirement = |requirement: &Requirement| requirement.to_text(criterion.kind);
    let cases: Vec<_> =
        criterion.cases.iter().map(|case| said_by_case(case, &requirement(&case.requirement))).collect();
    vec![
        ("title", criterion.title.clone()),
        ("kind", kinds::rules(criterion.kind).word.to_owned()),
        ("achieved", requirement(&criterion.requirement)),
        ("case", cases.join("; ")),
        ("require", criterion.indicators.map(indicator_rule).unwrap_or_default()),
        ("part", text(&criterion.part)),
        ("whole", text(&criterion.whole)),
        ("not_applicable", word(&criterion.not_applicable, &NOT_APPLICABLE)),
        ("knockout", criterion.knockout.to_string()),
        ("evidence", word(&criterion.evidence, &EVIDENCE)),
        ("may_exceed", criterion.may_exceed.to_string()),
        ("aliases", criterion.aliases.join("; ")),
        ("subject", word(&criterion.subject, &SUBJECTS)),
        ("clause", text(&criterion.clause)),
        ("measure", text(&criterion.measure)),
        ("lead", text(&criterion.lead)),
        ("coordinating", criterion.coordinating.join("; ")),
        ("timeline", text(&criterion.timeline)),
        ("due", day),
        ("rollup", criterion.rollup.map(|rollup| word(&rollup, &ROLLUPS)).unwrap_or_default()),
        ("accumulate", criterion.accumulate.map(|way| word(&way, &ACCUMULATES)).unwrap_or_default()),
        ("max", criterion.max.map(|max| max.to_string()).unwrap_or_default()),
    ]
}

fn said_by_case(case: &Case, requirement: &str) -> String {
    let conditions = [&case.when.unit_kind, &case.when.area, &case.when.ward];
    let conditions: Vec<_> = conditions.into_iter().flatten().map(String::as_str).collect();
    format!("{}: {requirement}", conditions.join(", "))
}

fn outcome(rule: &OutcomeRule) -> String {
    match rule {
        OutcomeRule::All => "all".to_owned(),
        OutcomeRule::AtLeast(least) => format!("at_least = {least}"),
        OutcomeRule::Percent(percent) => format!("percent = {percent}"),
        OutcomeRule::Points { points, standard_floor_percent: None } => format!("points = {points}"),
        OutcomeRule::Points { points, standard_floor_percent: Some(floor) } => {
            format!("points = {points}, standard_floor_percent = {floor}")
        }
    }
}

fn indicator_rule(rule: IndicatorRule) -> String {
    match rule {
        IndicatorRule::All => "all".to_owned(),
        IndicatorRule::Any => "any".to_owned(),
        IndicatorRule::AtLeast(least) => format!("at_least = {least}"),
    }
}

/// Returns the word that a definition has for `thing`.
fn word<T: PartialEq>(thing: &T, words: &[(&str, T)]) -> String {
    words.iter().find(|(_, other)| other == thing).map(|(word, _)| (*word).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::{find_built_in, parse};

    fn built_in(reference: &str) -> CriteriaSet {
        let (name, bytes) = find_built_in(reference).unwrap();
        parse(name, bytes).unwrap()
    }

    fn set(version: &str, head: &str, criteria: &[(&str, &str)]) -> CriteriaSet {
        let criteria: Vec<_> = criteria
            .iter()
            .map(|(id, rest)| format!("{{ id = \"{id}\", title = \"Hộ nghèo\", kind = \"count\", {rest} }}"))
            .collect();
        let text = format!(
            "schema = 1\nid = \"mau\"\nversion = {version}\ntitle = \"M\"\nissuer = \"U\"\nprovenance = \"modelled\"\n{head}\
             outcome = {{ require = \"all\" }}\nstandard = [{{ id = \"1\", title = \"S\", criterion = [{}] }}]\n",
            criteria.join(", ")
        );
        parse("mau.toml", text.as_bytes()).unwrap()
    }

    fn told(old: &CriteriaSet, new: &CriteriaSet) -> Vec<String> {
        diff(old, new).into_iter().map(|change| change.message.en).collect()
    }

    #[test]
    fn a_set_says_nothing_otherwise_than_itself() {
        let same = built_in("lai-chau-tdp@2023-08-07");
        assert_eq!(diff(&same, &same), []);
    }

    #[test]
    fn what_is_new_gone_renumbered_and_changed_is_told_in_order() {
        let old = set(
            "2020-01-01",
            "",
            &[("1.1", "achieved = \">= 1\""), ("1.2", "achieved = \"= 0\""), ("1.3", "achieved = \"= 0\"")],
        );
        let amends = "amends = [2020-01-01]\n";
        let criteria = [
            ("1.1", "achieved = \"= 0\", replaces = [\"1.2\"]"),
            ("1.2", "achieved = \">= 2\", knockout = true, replaces = [\"1.1\"]"),
            ("1.4", "achieved = \"= 0\""),
        ];
        let new = set("2024-01-01", amends, &criteria);
        assert_eq!(
            told(&old, &new),
            [
                "Criterion 1.2 has become 1.1",
                "Criterion 1.1 has become 1.2",
                "Criterion 1.2: \"achieved\" changes from \">= 1\" to \">= 2\"",
                "Criterion 1.2: \"knockout\" changes from \"false\" to \"true\"",
                "Criterion 1.4 \"Hộ nghèo\" is new",
                "Criterion 1.3 \"Hộ nghèo\" is gone",
            ]
        );
    }

    #[test]
    fn without_an_amendment_ids_alone_tell() {
        let old = set("2020-01-01", "", &[("1.1", "achieved = \">= 1\"")]);
        let new = set(
            "2024-01-01",
            "",
            &[("1.1", "achieved = \">= 1\", replaces = [\"1.9\"]"), ("1.9", "achieved = \"= 0\"")],
        );
        assert_eq!(told(&old, &new), ["Criterion 1.9 \"Hộ nghèo\" is new"]);
    }

    #[test]
    fn the_amended_lai_chau_set_renumbers_five_and_adds_one() {
        let changes = diff(&built_in("lai-chau-tdp@2021-03-22"), &built_in("lai-chau-tdp@2023-08-07"));
        let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
        assert_eq!((count(ChangeKind::Renumbered), count(ChangeKind::Added), count(ChangeKind::Removed)), (5, 1, 0));
        let poverty = changes.iter().find(|change| change.new.as_deref() == Some("5.4")).unwrap();
        assert_eq!(poverty.message.vi, "Tiêu chí 5.4: mục \"achieved\" đổi từ \"<= 5%\" thành \"<= 3%\"");
    }
}
