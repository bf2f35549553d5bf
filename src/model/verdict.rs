//! The answers: on a criterion, on a unit, and on a unit against the plan's target.

use serde::Serialize;

/// The verdict on one criterion of one unit.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Đạt.
    Achieved,
    /// Chưa đạt.
    NotAchieved,
    /// Không áp dụng.
    NotApplicable,
    /// Chưa có số liệu; never the same as not achieved.
    Missing,
    /// Chưa đến hạn: not met yet, and its due date lies ahead.
    NotDue,
}

/// The result of a unit by the `[outcome]` of its criteria set.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Đạt.
    Achieved,
    /// Chưa đạt.
    NotAchieved,
    /// Chưa đủ số liệu: missing criteria could still change the result.
    Incomplete,
}

/// What the plan wants of a unit this year.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Duy trì: recognised before, to be kept.
    Maintain,
    /// Đạt mới: to be recognised this year.
    New,
}

/// The outcome of a unit seen against its target.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transition {
    /// Duy trì được.
    Maintained,
    /// Không duy trì được.
    Lost,
    /// Đạt mới.
    NewlyAchieved,
    /// Chưa đạt mới.
    NotYet,
    /// Has a target, and its outcome is incomplete.
    Undecided,
    /// Ngoài kế hoạch: the plan sets no target for it.
    OutsidePlan,
}

impl Transition {
    /// Returns what `outcome` means for a unit with `target`.
    pub fn of(target: Option<Target>, outcome: Outcome) -> Self {
        match (target, outcome) {
            (None, _) => Self::OutsidePlan,
            (Some(_), Outcome::Incomplete) => Self::Undecided,
            (Some(Target::Maintain), Outcome::Achieved) => Self::Maintained,
            (Some(Target::Maintain), Outcome::NotAchieved) => Self::Lost,
            (Some(Target::New), Outcome::Achieved) => Self::NewlyAchieved,
            (Some(Target::New), Outcome::NotAchieved) => Self::NotYet,
        }
    }
}
