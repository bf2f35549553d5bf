//! What a cell of an appendix rests on, as positions in the assessment, so that every figure can be traced.

use crate::{
    model::{CellPlace, CriterionKey, FileKey, UnitKey},
    totals::{CriterionTally, UnitTally},
};

use super::table::{Cell, Value};

/// What a cell rests on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Origin {
    /// Nothing received: words, ordinals, names.
    Words,
    /// The plan or its targets.
    Plan,
    /// The result of a judged unit: what of its scorecard.
    Unit(UnitKey, UnitResult),
    /// The judgement on a criterion or indicator of a judged unit.
    Verdict(UnitKey, CriterionKey),
    /// A count of the judged units below a unit; of all of them where none is named.
    Units(Option<UnitKey>, UnitCount),
    /// A count or rate of the verdicts on a criterion below a unit; of all of them where none is named.
    Verdicts(Option<UnitKey>, CriterionKey, VerdictCount),
    /// Every file of the run.
    Files,
    /// A file of the run.
    File(FileKey),
    /// A cell of a file of the run.
    Cell(CellPlace),
}

/// What a scorecard says of its unit.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum UnitResult {
    /// How many criteria were achieved.
    Achieved,
    /// How many criteria apply.
    Applicable,
    /// Đạt, chưa đạt, chưa đủ số liệu.
    Outcome,
    /// The outcome beside the unit's target.
    Transition,
    /// Why it failed, or why that cannot be told.
    Reason,
    /// How many criteria rest on bare claims.
    BareClaims,
}

/// Which judged units are counted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum UnitCount {
    /// Every one.
    All,
    /// Those that something was received about.
    Reported,
    /// Those that the plan wants maintained.
    ToMaintain,
    /// Those that the plan wants recognised this year.
    ToRecognise,
    /// Đạt.
    Achieved,
    /// Chưa đạt.
    NotAchieved,
    /// Chưa đủ số liệu.
    Incomplete,
    /// Duy trì được.
    Maintained,
    /// Không duy trì được.
    Lost,
    /// Đạt mới.
    NewlyAchieved,
    /// Chưa đạt mới.
    NotYet,
    /// Có chỉ tiêu, chưa kết luận được.
    Undecided,
    /// Ngoài kế hoạch.
    OutsidePlan,
}

/// Which verdicts on a criterion are counted, or what is computed from the parts and wholes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum VerdictCount {
    /// Those of units that the criterion applies to.
    Applicable,
    /// Đạt.
    Achieved,
    /// Chưa đạt.
    NotAchieved,
    /// Không áp dụng.
    NotApplicable,
    /// Chưa có số liệu.
    Missing,
    /// Chưa đến hạn.
    NotDue,
    /// Achieved out of those with a result, achieved or not.
    Share,
    /// Sum of the parts.
    Part,
    /// Sum of the wholes.
    Whole,
    /// The parts out of the wholes.
    Rate,
    /// How many units gave part and whole.
    RateUnits,
}

/// Returns how many of the tallied units the criterion applies to.
pub(super) fn applicable(tally: &CriterionTally) -> u32 {
    tally.achieved + tally.not_achieved + tally.missing + tally.not_due
}

impl UnitCount {
    /// Returns the cell that shows this count of `tally`, the judged units below `unit`.
    ///
    /// What a tally does not hold is left empty: who reported and what was planned are counted elsewhere.
    pub(super) fn cell(self, tally: &UnitTally, unit: Option<UnitKey>) -> Cell<'static> {
        let count = match self {
            Self::All => tally.units,
            Self::Achieved => tally.achieved,
            Self::NotAchieved => tally.not_achieved,
            Self::Incomplete => tally.incomplete,
            Self::Maintained => tally.maintained,
            Self::Lost => tally.lost,
            Self::NewlyAchieved => tally.newly_achieved,
            Self::NotYet => tally.not_yet,
            Self::Undecided => tally.undecided,
            Self::OutsidePlan => tally.outside_plan,
            Self::Reported | Self::ToMaintain | Self::ToRecognise => return Cell::EMPTY,
        };
        self.counted(count, unit)
    }

    /// Returns the cell that shows `count`, counted elsewhere over the judged units below `unit`.
    pub(super) fn counted(self, count: u32, unit: Option<UnitKey>) -> Cell<'static> {
        Cell::new(Value::Whole(count), Origin::Units(unit, self))
    }
}
