//! The types of a plan and its targets.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    finding::DefinitionPlace,
    model::{Target, UnitKey},
};

use super::AppendixName;

/// A kế hoạch: what is judged this year, by which criteria, by when, and who appraises.
#[derive(Clone, Debug)]
pub struct Plan {
    /// `604/KH-UBND`.
    pub number: String,
    /// Title as printed.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Its date.
    pub date: NaiveDate,
    /// First and last day of the period that it covers.
    pub period: (NaiveDate, NaiveDate),
    /// The last day that is on time.
    pub deadline: Option<NaiveDate>,
    /// The deadline in the plan's own words.
    pub deadline_text: Option<String>,
    /// The criteria set it judges by.
    pub criteria: SetReference,
    /// The register's file, relative to the workspace.
    pub units: String,
    /// The day as of which the register is taken; the plan's date by default.
    pub units_on: NaiveDate,
    /// The targets' file, relative to the workspace.
    pub targets_file: Option<String>,
    /// How many units the plan wants maintained and new.
    pub targets: PlanTargets,
    /// Which submissions count.
    pub accept: Accept,
    /// The workspace of the period before, relative to this one.
    pub previous: Option<String>,
    /// Who appraises what.
    pub agencies: Vec<Agency>,
    /// What the appendices are annexed to.
    pub report: Report,
    /// The periods of a plan that is reported several times.
    pub periods: Vec<Period>,
    /// Further words for columns: role → words.
    pub headings: BTreeMap<String, Vec<String>>,
    /// Which appendices come out, in this order; empty: the default ones.
    pub appendices: Vec<AppendixChoice>,
    /// Where in its file it says what other files must bear out.
    pub places: PlanPlaces,
}

/// Where a plan names things that only other files can confirm.
#[derive(Clone, Debug, Default)]
pub struct PlanPlaces {
    /// Of the criteria set's reference.
    pub criteria: Option<DefinitionPlace>,
    /// Of the register's file.
    pub units: Option<DefinitionPlace>,
    /// Of the targets' file.
    pub targets_file: Option<DefinitionPlace>,
    /// Of the numbers of targets.
    pub targets: Option<DefinitionPlace>,
    /// Of the workspace of the period before.
    pub previous: Option<DefinitionPlace>,
    /// Of the patterns of each agency, in the order of [`Plan::agencies`].
    pub appraises: Vec<Vec<DefinitionPlace>>,
}

/// A criteria set as a plan names it: `lai-chau-tdp@2023-08-07`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SetReference {
    /// Id of the set.
    pub id: String,
    /// Version of the set.
    pub version: NaiveDate,
}

/// How many units the plan wants of each target; `None` where it sets no number.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlanTargets {
    /// To be maintained.
    pub maintain: Option<u32>,
    /// To be recognised this year.
    pub new: Option<u32>,
}

/// Which submissions count.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Accept {
    /// Every one; refused values are missing.
    #[default]
    All,
    /// Only those without errors.
    Clean,
}

/// An agency that appraises some criteria.
#[derive(Clone, Debug)]
pub struct Agency {
    /// `cong-an`.
    pub id: String,
    /// `Công an thành phố`.
    pub name: String,
    /// Ids of criteria or patterns such as `6.*`.
    pub appraises: Vec<String>,
}

impl Agency {
    /// Returns whether the agency appraises the criterion with `id`.
    pub fn appraises(&self, id: &str) -> bool {
        self.appraises.iter().any(|pattern| fits(pattern, id))
    }
}

/// Returns whether the criterion `id` is meant by `pattern`: an id, or the beginning of some and `*`.
pub(super) fn fits(pattern: &str, id: &str) -> bool {
    pattern.strip_suffix('*').map_or(id == pattern, |beginning| id.starts_with(beginning))
}

/// What the appendices are annexed to; what is empty is printed as dots.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Number of the report.
    pub number: String,
    /// Date of the report.
    pub date: Option<NaiveDate>,
    /// Place of signing.
    pub place: String,
    /// Title of the signer, lines separated by `|`.
    pub signer_title: String,
    /// Name of the signer.
    pub signer: String,
    /// Each numbered appendix bears the issuing body and is signed, as one sent out by itself is.
    pub sign_appendices: bool,
}

/// One reporting period of a plan.
#[derive(Clone, Debug)]
pub struct Period {
    /// Short name: `2025-Q1`.
    pub id: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The last day that is on time.
    pub deadline: Option<NaiveDate>,
}

/// One `[[appendix]]` of the plan.
#[derive(Clone, Debug)]
pub struct AppendixChoice {
    /// Which appendix.
    pub name: AppendixName,
    /// Number to print instead of its place in the list.
    pub number: Option<String>,
    /// Title to print instead of the usual one.
    pub title: Option<String>,
}

/// What the plan wants of each unit; a unit that is not there is outside the targets.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    /// By unit.
    pub entries: BTreeMap<UnitKey, TargetEntry>,
}

/// One row of the targets.
#[derive(Clone, Debug)]
pub struct TargetEntry {
    /// Maintain or new.
    pub target: Option<Target>,
    /// The year in which the unit was recognised.
    pub recognised_year: Option<i32>,
    /// The decision that recognised it.
    pub decision: Option<String>,
}

impl Targets {
    /// Returns what the plan wants of `unit`.
    pub fn of(&self, unit: UnitKey) -> Option<Target> {
        self.entries.get(&unit).and_then(|entry| entry.target)
    }
}
