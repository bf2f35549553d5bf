//! What one unit adds to the tallies, and how tallies add.

use std::{
    iter::Sum,
    ops::{Add, AddAssign},
};

use crate::{
    criteria::{CriteriaSet, Kind, Rollup},
    model::{Outcome, Quantity, Ratio, Transition, Verdict},
    score::{Judgement, Scorecard},
};

use super::{CriterionTally, UnitTally};

impl UnitTally {
    /// Returns what one unit adds.
    pub fn of(scorecard: &Scorecard) -> Self {
        let mut one = Self { units: 1, ..Self::default() };
        match scorecard.outcome {
            Outcome::Achieved => one.achieved = 1,
            Outcome::NotAchieved => one.not_achieved = 1,
            Outcome::Incomplete => one.incomplete = 1,
        }
        match scorecard.transition {
            Transition::Maintained => one.maintained = 1,
            Transition::Lost => one.lost = 1,
            Transition::NewlyAchieved => one.newly_achieved = 1,
            Transition::NotYet => one.not_yet = 1,
            Transition::Undecided => one.undecided = 1,
            Transition::OutsidePlan => one.outside_plan = 1,
        }
        one
    }
}

impl CriterionTally {
    /// Returns what one judgement adds.
    pub fn of(judgement: &Judgement, set: &CriteriaSet) -> Self {
        let mut one = Self::default();
        match judgement.verdict {
            Verdict::Achieved => one.achieved = 1,
            Verdict::NotAchieved => one.not_achieved = 1,
            Verdict::NotApplicable => one.not_applicable = 1,
            Verdict::Missing => one.missing = 1,
            Verdict::NotDue => one.not_due = 1,
        }
        one.by_claim = u32::from(judgement.rests_on_bare_claim(set));
        let criterion = set.criterion(judgement.criterion);
        let adds_up = criterion.kind == Kind::Count || criterion.rollup == Some(Rollup::Sum);
        match judgement.quantity() {
            Some(Quantity::Ratio(ratio)) => {
                (one.part, one.whole, one.percent_units) = (ratio.part(), ratio.whole(), 1);
            }
            Some(Quantity::Number(number)) if adds_up => (one.sum, one.sum_units) = (number.into(), 1),
            Some(Quantity::Number(_)) | None => {}
        }
        one
    }

    /// Returns the rate over the units that gave part and whole: recomputed from their sums, never averaged.
    pub fn rate(&self) -> Option<Ratio> {
        Ratio::new(self.part, self.whole)
    }
}

impl Add for UnitTally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            units: self.units + other.units,
            achieved: self.achieved + other.achieved,
            not_achieved: self.not_achieved + other.not_achieved,
            incomplete: self.incomplete + other.incomplete,
            maintained: self.maintained + other.maintained,
            lost: self.lost + other.lost,
            newly_achieved: self.newly_achieved + other.newly_achieved,
            not_yet: self.not_yet + other.not_yet,
            undecided: self.undecided + other.undecided,
            outside_plan: self.outside_plan + other.outside_plan,
        }
    }
}

impl Add for CriterionTally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            achieved: self.achieved + other.achieved,
            not_achieved: self.not_achieved + other.not_achieved,
            not_applicable: self.not_applicable + other.not_applicable,
            missing: self.missing + other.missing,
            not_due: self.not_due + other.not_due,
            by_claim: self.by_claim + other.by_claim,
            part: self.part + other.part,
            whole: self.whole + other.whole,
            percent_units: self.percent_units + other.percent_units,
            sum: self.sum + other.sum,
            sum_units: self.sum_units + other.sum_units,
        }
    }
}

impl AddAssign for UnitTally {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl AddAssign for CriterionTally {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for UnitTally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

impl Sum for CriterionTally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}
