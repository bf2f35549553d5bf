//! Scorecards to totals that add: any grouping and any order of wards gives the same city.

mod adding;
mod rollups;
mod tally;
mod totalling;

pub use self::{
    tally::{
        CriterionTally, CriterionTotals, LevelTotals, Reported, RollupTotals, TargetTotal, TargetTotals, Totals,
        UnitTally,
    },
    totalling::total,
};

#[cfg(test)]
mod tests;
