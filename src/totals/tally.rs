//! Counts that add like numbers.

use serde::Serialize;

use crate::{
    model::{CriterionKey, Ratio, Sum, UnitKey, Verdict},
    score::RolledUp,
};

/// How many units came to which result.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub struct UnitTally {
    /// Units judged.
    pub units: u32,
    /// Đạt.
    pub achieved: u32,
    /// Chưa đạt.
    pub not_achieved: u32,
    /// Chưa đủ số liệu.
    pub incomplete: u32,
    /// Duy trì được.
    pub maintained: u32,
    /// Không duy trì được.
    pub lost: u32,
    /// Đạt mới.
    pub newly_achieved: u32,
    /// Chưa đạt mới.
    pub not_yet: u32,
    /// Có chỉ tiêu, chưa kết luận được.
    pub undecided: u32,
    /// Ngoài kế hoạch.
    pub outside_plan: u32,
}

/// How many units came to which verdict on one criterion, and the sums of their parts and wholes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct CriterionTally {
    /// Đạt.
    pub achieved: u32,
    /// Chưa đạt.
    pub not_achieved: u32,
    /// Không áp dụng.
    pub not_applicable: u32,
    /// Chưa có số liệu.
    pub missing: u32,
    /// Chưa đến hạn.
    pub not_due: u32,
    /// Verdicts of a measured criterion that rest on a bare claim.
    pub by_claim: u32,
    /// Sum of the parts of the units that gave both.
    pub part: Sum,
    /// Sum of the wholes of the units that gave both.
    pub whole: Sum,
    /// How many units gave both.
    pub percent_units: u32,
    /// Sum of the figures, for criteria that add up.
    pub sum: Sum,
    /// How many units gave a figure.
    pub sum_units: u32,
}

impl UnitTally {
    /// Returns how many units came to a conclusion, achieved or not.
    pub fn concluded(&self) -> u32 {
        self.achieved.saturating_add(self.not_achieved)
    }

    /// Returns the achieved out of those that came to a conclusion, where there are any: what is not known yet counts
    /// neither for a unit nor against it.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::new(self.achieved, self.concluded())
    }
}

impl CriterionTally {
    /// Returns how many verdicts are known, achieved or not.
    pub fn with_result(&self) -> u32 {
        self.achieved.saturating_add(self.not_achieved)
    }

    /// Returns the achieved out of the verdicts that are known, where there are any: what is missing, not due or not
    /// applicable counts neither for a unit nor against it.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::new(self.achieved, self.with_result())
    }
}

/// What is known of the whole city, of every level and of every criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// Who reported, out of how many.
    pub reported: Reported,
    /// The plan's targets beside what was reached.
    pub targets: TargetTotals,
    /// Every judged unit.
    pub summary: UnitTally,
    /// Every unit above the judged ones, in register order; wards also where they are judged themselves.
    pub levels: Vec<LevelTotals>,
    /// Every criterion (without indicators) over the units of its own level, in definition order.
    pub criteria: Vec<CriterionTotals>,
    /// The figures of the levels above, for criteria that say how these are computed: in definition order, then in
    /// register order.
    pub rollups: Vec<RollupTotals>,
}

/// Who reported, out of how many.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Reported {
    /// Wards that said something about themselves or their units; what only an agency or a panel said is not theirs.
    pub wards: u32,
    /// Wards that are judged, or have judged units.
    pub wards_expected: u32,
    /// Units that something was received about.
    pub units: u32,
    /// Units of the register that are judged.
    pub units_expected: u32,
}

/// The plan's targets beside what was reached.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub struct TargetTotals {
    /// To be maintained.
    pub maintain: TargetTotal,
    /// To be recognised this year.
    pub new: TargetTotal,
}

/// One target beside what was reached.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub struct TargetTotal {
    /// What the plan wants; `null` where it sets no number.
    pub goal: Option<u32>,
    /// What was reached.
    pub reached: u32,
}

/// The units below one unit of the register.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LevelTotals {
    /// The unit above.
    pub unit: UnitKey,
    /// The judged units below it.
    pub tally: UnitTally,
    /// How many of them something was received about.
    pub reported: u32,
    /// How many of them the plan wants maintained.
    pub to_maintain: u32,
    /// How many of them the plan wants recognised this year.
    pub to_recognise: u32,
}

/// One criterion over the city, and ward by ward.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CriterionTotals {
    /// The criterion.
    pub criterion: CriterionKey,
    /// Over every judged unit.
    pub tally: CriterionTally,
    /// Ward by ward, in register order.
    pub wards: Vec<(UnitKey, CriterionTally)>,
}

/// The figure of one criterion for one unit above those that answer it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RollupTotals {
    /// The criterion.
    pub criterion: CriterionKey,
    /// The unit above.
    pub unit: UnitKey,
    /// The figure, and over how many units.
    pub rolled: RolledUp,
    /// The verdict on a percentage made of parts and wholes, missing until every unit has answered; sums and shares
    /// of units are not what the requirement speaks of.
    pub verdict: Option<Verdict>,
}
