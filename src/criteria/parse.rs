//! A criteria file to a criteria set: shape first, then the values, then the rules of coherence.

use crate::{
    criteria::{
        Accumulate, Against, Case, CaseCondition, Comparison, CriteriaSet, Criterion, Evidence, IndicatorRule, Kind,
        NotApplicable, OutcomeRule, Provenance, Requirement, Rollup, Standard, Subject, coherence, kinds, requirement,
        shape,
    },
    document::{Choice, Document, Table},
    finding::Finding,
    model::{CriterionKey, Decimal, digest},
};

/// The words of levels of the register.
pub(super) const SUBJECTS: [(&str, Subject); 4] =
    [("group", Subject::Group), ("ward", Subject::Ward), ("city", Subject::City), ("agency", Subject::Agency)];

/// Reads a criteria set.
///
/// # Errors
/// Every mistake of the file, each with its place, in the order of places.
pub fn parse(file_name: &str, bytes: &[u8]) -> Result<CriteriaSet, Vec<Finding>> {
    let document = Document::read(file_name, bytes, &shape::SET)?;
    let drafts = Drafts::of(&document.root());
    coherence::check(&document, &drafts);
    let digest = digest(bytes);
    let set = drafts.into_set(&document.root(), digest);
    let mistakes = document.into_mistakes();
    if mistakes.is_empty() { Ok(set) } else { Err(mistakes) }
}

/// A criterion as read: whatever is absent or wrong has been told, and stands here as nothing.
#[derive(Debug)]
pub(super) struct Draft<'d> {
    /// Its table.
    pub table: Table<'d>,
    /// Its kind.
    pub kind: Option<Kind>,
    /// Its tables of cases.
    pub cases: Vec<Table<'d>>,
    /// Position of the criterion that this is an indicator of.
    pub parent: Option<usize>,
    /// Position of its standard.
    pub standard: usize,
    /// How many indicators it has.
    pub indicators: usize,
}

/// All standards and criteria as read, in definition order, each indicator after its criterion.
#[derive(Debug)]
pub(super) struct Drafts<'d> {
    pub set: Table<'d>,
    pub standards: Vec<Table<'d>>,
    pub criteria: Vec<Draft<'d>>,
}

impl<'d> Drafts<'d> {
    pub(super) fn of(set: &Table<'d>) -> Self {
        let mut drafts = Self { set: set.clone(), standards: set.tables("standard"), criteria: Vec::new() };
        for (standard, table) in set.tables("standard").into_iter().enumerate() {
            for criterion in table.tables("criterion") {
                drafts.add_criterion(criterion, standard);
            }
        }
        drafts
    }

    fn add_criterion(&mut self, table: Table<'d>, standard: usize) {
        let indicators = table.tables("indicator");
        let position = self.criteria.len();
        self.criteria.push(Draft::new(table, standard, None, indicators.len()));
        self.criteria.extend(indicators.into_iter().map(|table| Draft::new(table, standard, Some(position), 0)));
    }

    fn into_set(self, set: &Table<'_>, digest: String) -> CriteriaSet {
        let subject = set.word("subject", &SUBJECTS).unwrap_or(Subject::Group);
        let criteria: Vec<Criterion> = self.criteria.iter().map(|draft| draft.to_criterion(subject)).collect();
        let standards = self.standards.iter().enumerate().map(|(index, table)| to_standard(index, table, &criteria));
        CriteriaSet {
            id: set.string("id").unwrap_or_default(),
            version: set.date("version").unwrap_or_default(),
            title: set.string("title").unwrap_or_default(),
            issuer: set.string("issuer").unwrap_or_default(),
            basis: set.strings("basis"),
            amends: set.located_dates("amends").into_iter().map(|date| date.value).collect(),
            provenance: set.word("provenance", &PROVENANCES).unwrap_or(Provenance::Modelled),
            subject,
            outcome: set.table("outcome").map_or(OutcomeRule::All, |outcome| to_outcome(&outcome)),
            standards: standards.collect(),
            criteria,
            digest,
        }
    }
}

impl<'d> Draft<'d> {
    fn new(table: Table<'d>, standard: usize, parent: Option<usize>, indicators: usize) -> Self {
        let kind = table.text("kind").and_then(kinds::named);
        Self { kind, cases: table.tables("case"), table, parent, standard, indicators }
    }

    /// Returns the requirement where no case fits: `achieved`, or for points the floor or the maximum.
    pub(super) fn requirement(&self) -> Option<Requirement> {
        let points = || {
            let from = self.table.number("floor").or_else(|| self.table.number("max"))?;
            Some(Requirement::Compare(Comparison::AtLeast, Against::Threshold(from)))
        };
        written(&self.table).or_else(|| if self.kind == Some(Kind::Points) { points() } else { None })
    }

    fn to_criterion(&self, subject: Subject) -> Criterion {
        let table = &self.table;
        Criterion {
            id: table.string("id").unwrap_or_default(),
            title: table.string("title").unwrap_or_default(),
            standard: self.standard,
            parent: self.parent.and_then(key),
            indicators: (self.indicators > 0).then(|| to_indicator_rule(table)),
            subject: table.word("subject", &SUBJECTS).unwrap_or(subject),
            kind: self.kind.unwrap_or(Kind::YesNo),
            requirement: self.requirement().unwrap_or(Requirement::Yes),
            cases: self.cases.iter().map(to_case).collect(),
            part: table.string("part"),
            whole: table.string("whole"),
            not_applicable: table.word("not_applicable", &NOT_APPLICABLE).unwrap_or_default(),
            knockout: table.truth("knockout").unwrap_or_default(),
            evidence: table.word("evidence", &EVIDENCE).unwrap_or_default(),
            may_exceed: table.truth("may_exceed").unwrap_or_default(),
            aliases: table.strings("aliases"),
            replaces: table.strings("replaces"),
            clause: table.string("clause"),
            measure: table.string("measure"),
            lead: table.string("lead"),
            coordinating: table.strings("coordinating"),
            timeline: table.string("timeline"),
            due: table.date("due"),
            rollup: table.word("rollup", &ROLLUPS),
            accumulate: table.word("accumulate", &ACCUMULATES),
            max: table.number("max"),
            floor: table.number("floor"),
        }
    }
}

/// The words of `not_applicable`.
pub(super) const NOT_APPLICABLE: [(&str, NotApplicable); 3] = [
    ("forbidden", NotApplicable::Forbidden),
    ("counts-as-achieved", NotApplicable::CountsAsAchieved),
    ("excluded", NotApplicable::Excluded),
];

/// The words of `evidence`.
pub(super) const EVIDENCE: [(&str, Evidence); 3] =
    [("none", Evidence::None), ("optional", Evidence::Optional), ("required", Evidence::Required)];

/// The words of `rollup`.
pub(super) const ROLLUPS: [(&str, Rollup); 3] =
    [("sum", Rollup::Sum), ("parts", Rollup::Parts), ("share-achieving", Rollup::ShareAchieving)];

/// The words of `accumulate`.
pub(super) const ACCUMULATES: [(&str, Accumulate); 2] = [("sum", Accumulate::Sum), ("last", Accumulate::Last)];

/// The words of `provenance`.
pub(super) const PROVENANCES: [(&str, Provenance); 2] =
    [("official", Provenance::Official), ("modelled", Provenance::Modelled)];

/// Returns the requirement written at `achieved`.
pub(super) fn written(table: &Table<'_>) -> Option<Requirement> {
    requirement::parse(table.text("achieved")?).ok().map(|written| written.requirement)
}

/// Returns the key of the criterion at `position`, if a set may hold so many.
fn key(position: usize) -> Option<CriterionKey> {
    (position < coherence::MOST_CRITERIA).then(|| CriterionKey::new(position))
}

fn to_standard(index: usize, table: &Table<'_>, criteria: &[Criterion]) -> Standard {
    let start = criteria.partition_point(|criterion| criterion.standard < index);
    let end = criteria.partition_point(|criterion| criterion.standard <= index);
    Standard {
        id: table.string("id").unwrap_or_default(),
        title: table.string("title").unwrap_or_default(),
        criteria: start..end,
    }
}

fn to_case(table: &Table<'_>) -> Case {
    let when = table.table("when");
    let named = |name| when.as_ref().and_then(|when| when.string(name));
    Case {
        when: CaseCondition { unit_kind: named("unit_kind"), area: named("area"), ward: named("ward") },
        requirement: written(table).unwrap_or(Requirement::Yes),
    }
}

fn to_indicator_rule(table: &Table<'_>) -> IndicatorRule {
    match table.choice("require") {
        Some(Choice::Word("any")) => IndicatorRule::Any,
        Some(Choice::Table(rule)) => rule.whole("at_least").map_or(IndicatorRule::All, IndicatorRule::AtLeast),
        Some(Choice::Word(_)) | None => IndicatorRule::All,
    }
}

fn to_outcome(outcome: &Table<'_>) -> OutcomeRule {
    let Some(Choice::Table(rule)) = outcome.choice("require") else { return OutcomeRule::All };
    let percent = rule.number("percent").map(OutcomeRule::Percent);
    let points =
        |points: Decimal| OutcomeRule::Points { points, standard_floor_percent: rule.number("standard_floor_percent") };
    let at_least = rule.whole("at_least").map(OutcomeRule::AtLeast);
    at_least.or(percent).or_else(|| rule.number("points").map(points)).unwrap_or(OutcomeRule::All)
}
