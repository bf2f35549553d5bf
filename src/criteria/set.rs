//! The types of a criteria set, after everything in the file has been found right.

use std::{collections::BTreeSet, ops::Range};

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{CriterionKey, Decimal};

/// A bộ tiêu chí: one version of the standards and criteria that plans judge by.
#[derive(Clone, Debug)]
pub struct CriteriaSet {
    /// `lai-chau-tdp`.
    pub id: String,
    /// Date of the instrument; orders the versions of one id.
    pub version: NaiveDate,
    /// Title as printed.
    pub title: String,
    /// Who issued the instrument.
    pub issuer: String,
    /// The instruments it rests on, as cited.
    pub basis: Vec<String>,
    /// Versions it amends.
    pub amends: Vec<NaiveDate>,
    /// Whether these are the official criteria.
    pub provenance: Provenance,
    /// The level whose units answer, unless a criterion says otherwise.
    pub subject: Subject,
    /// When a unit is achieved.
    pub outcome: OutcomeRule,
    /// Standards in definition order.
    pub standards: Vec<Standard>,
    /// Criteria and their indicators in definition order, each indicator after its criterion;
    /// a [`CriterionKey`] is a position here.
    pub criteria: Vec<Criterion>,
    /// SHA-256 of the file, in hexadecimal; printed with results.
    pub digest: String,
}

impl CriteriaSet {
    /// Returns the criterion or indicator at `key`.
    pub fn criterion(&self, key: CriterionKey) -> &Criterion {
        &self.criteria[key.index()]
    }

    /// Returns every criterion, without indicators, with its key, in definition order.
    pub fn top_level(&self) -> impl Iterator<Item = (CriterionKey, &Criterion)> {
        self.all().filter(|(_, criterion)| criterion.parent.is_none())
    }

    /// Returns every criterion and indicator with its key, in definition order.
    pub fn all(&self) -> impl Iterator<Item = (CriterionKey, &Criterion)> {
        self.criteria.iter().enumerate().map(|(index, criterion)| (CriterionKey::new(index), criterion))
    }

    /// Returns the indicators of the criterion at `key`, with their keys.
    pub fn indicators(&self, key: CriterionKey) -> impl Iterator<Item = (CriterionKey, &Criterion)> {
        self.all().filter(move |(_, criterion)| criterion.parent == Some(key))
    }

    /// Returns the key of the criterion or indicator with exactly this id.
    pub fn find(&self, id: &str) -> Option<CriterionKey> {
        self.criteria.iter().position(|criterion| criterion.id == id).map(CriterionKey::new)
    }

    /// Returns this set with the ids that its criteria had in the version `before`, if it amends that version and each
    /// criterion replaces exactly one of it.
    pub fn numbered_as_in(&self, before: NaiveDate) -> Option<Self> {
        if !self.amends.contains(&before) {
            return None;
        }
        let mut renumbered = self.clone();
        let mut ids = BTreeSet::new();
        for criterion in &mut renumbered.criteria {
            let [id] = criterion.replaces.as_slice() else { return None };
            criterion.id.clone_from(id);
            if !ids.insert(id.clone()) {
                return None;
            }
        }
        Some(renumbered)
    }

    /// Returns `id@version`, the way a plan names the set.
    pub fn reference(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }
}

/// Whether the criteria are the official ones or were modelled after a plan's words.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// The official table.
    Official,
    /// Modelled: said wherever results are printed.
    Modelled,
}

/// The level of the register whose units answer a criterion.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// Tổ dân phố, bản, thôn.
    Group,
    /// Phường, xã.
    Ward,
    /// Thành phố.
    City,
    /// Cơ quan chuyên môn.
    Agency,
}

/// When a unit counts as achieved.
#[derive(Clone, Debug, PartialEq)]
pub enum OutcomeRule {
    /// Every applicable criterion.
    All,
    /// At least so many of the applicable criteria.
    AtLeast(u32),
    /// At least this percentage of the applicable criteria.
    Percent(Decimal),
    /// At least so many points, and in each standard at least this percentage of its maximum.
    Points {
        /// Points in all.
        points: Decimal,
        /// Floor of each standard, in percent of its maximum.
        standard_floor_percent: Option<Decimal>,
    },
}

/// A tiêu chuẩn: a numbered group of criteria.
#[derive(Clone, Debug)]
pub struct Standard {
    /// `5`.
    pub id: String,
    /// `Giáo dục, y tế, an sinh`.
    pub title: String,
    /// Where its criteria and indicators stand in [`CriteriaSet::criteria`].
    pub criteria: Range<usize>,
}

/// A tiêu chí, or one of its chỉ tiêu: the smallest thing judged.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// `5.4`.
    pub id: String,
    /// `Tỷ lệ hộ nghèo`.
    pub title: String,
    /// Position of its standard in [`CriteriaSet::standards`].
    pub standard: usize,
    /// The criterion this is an indicator of.
    pub parent: Option<CriterionKey>,
    /// How its indicators decide it; `None` for a criterion without indicators.
    pub indicators: Option<IndicatorRule>,
    /// The level whose units answer.
    pub subject: Subject,
    /// What kind of value it takes.
    pub kind: Kind,
    /// The requirement where no case fits.
    pub requirement: Requirement,
    /// Other requirements for some units; the first that fits wins.
    pub cases: Vec<Case>,
    /// Heading of the part, for percentages made of part and whole.
    pub part: Option<String>,
    /// Heading of the whole.
    pub whole: Option<String>,
    /// What "không áp dụng" means here.
    pub not_applicable: NotApplicable,
    /// Not achieving it alone fails the unit.
    pub knockout: bool,
    /// Whether evidence is to be named.
    pub evidence: Evidence,
    /// The part may exceed the whole, the percentage 100.
    pub may_exceed: bool,
    /// Other headings it is known by.
    pub aliases: Vec<String>,
    /// Its ids in the version that this one amends.
    pub replaces: Vec<String>,
    /// Where it stands in the instrument.
    pub clause: Option<String>,
    /// Unit of measurement, as printed.
    pub measure: Option<String>,
    /// Lead agency, as printed.
    pub lead: Option<String>,
    /// Coordinating agencies, as printed.
    pub coordinating: Vec<String>,
    /// Timeline, as printed; "thường xuyên" is judged each period.
    pub timeline: Option<String>,
    /// Not judged as failed before this day.
    pub due: Option<NaiveDate>,
    /// How a level above is computed.
    pub rollup: Option<Rollup>,
    /// How several periods make a year.
    pub accumulate: Option<Accumulate>,
    /// Most points, for [`Kind::Points`].
    pub max: Option<Decimal>,
    /// Achieved from so many points on; the maximum by default.
    pub floor: Option<Decimal>,
}

/// What kind of value a criterion takes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Đạt or not.
    YesNo,
    /// A percentage, alone or as part and whole.
    Percent,
    /// A whole number of things.
    Count,
    /// A measured amount, with decimals.
    Amount,
    /// Points out of a maximum.
    Points,
    /// A task: not started, under way, done.
    Task,
}

/// What must hold for a criterion to be achieved.
#[derive(Clone, Debug, PartialEq)]
pub enum Requirement {
    /// One comparison.
    Compare(Comparison, Against),
    /// Between two values, both ends in.
    Between(Decimal, Decimal),
    /// `yes`.
    Yes,
    /// `done`, perhaps by a day.
    Done(Option<NaiveDate>),
}

/// The operator of a requirement.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Comparison {
    /// `>=`, từ … trở lên.
    AtLeast,
    /// `>`, trên.
    Above,
    /// `<=`, không quá.
    AtMost,
    /// `<`, dưới.
    Below,
    /// `=`, bằng.
    Equal,
}

/// What a figure is compared with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Against {
    /// A number in the criterion's own unit; percentages in percent.
    Threshold(Decimal),
    /// The parent unit's own figure for this criterion.
    Parent,
    /// The same unit's figure in the period before.
    Previous,
}

/// Another requirement for the units that fit a condition.
#[derive(Clone, Debug)]
pub struct Case {
    /// Which units.
    pub when: CaseCondition,
    /// What holds for them.
    pub requirement: Requirement,
}

/// Which units a case is for; what is not named fits every unit.
#[derive(Clone, Debug, Default)]
pub struct CaseCondition {
    /// Kind of unit: `bản`.
    pub unit_kind: Option<String>,
    /// Area of the register.
    pub area: Option<String>,
    /// Code of the ward.
    pub ward: Option<String>,
}

/// How indicators decide their criterion.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum IndicatorRule {
    /// Every applicable indicator.
    All,
    /// Any one.
    Any,
    /// At least so many.
    AtLeast(u32),
}

/// What "không áp dụng" means for a criterion.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotApplicable {
    /// It may not be said: TDP211.
    #[default]
    Forbidden,
    /// Applicable and achieved.
    CountsAsAchieved,
    /// Taken out of the count.
    Excluded,
}

/// Whether evidence is to be named beside a value.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// There is no room for it.
    None,
    /// It may be.
    #[default]
    Optional,
    /// It must be: TDP305.
    Required,
}

/// How a level above the subject computes its figure.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rollup {
    /// The sum of the figures.
    Sum,
    /// A percentage of the sums of parts and wholes.
    Parts,
    /// The share of units that achieved it.
    ShareAchieving,
}

/// How several periods make one figure.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Accumulate {
    /// They add up.
    Sum,
    /// The last one counts.
    Last,
}
