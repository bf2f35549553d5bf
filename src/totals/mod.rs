//! Scorecards to totals that add: any grouping and any order of wards gives the same city.

mod tally;

pub use self::tally::{
    CriterionTally, CriterionTotals, LevelTotals, Reported, TargetTotal, TargetTotals, Totals, UnitTally,
};
