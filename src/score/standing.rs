//! What verdicts count for, and what their counts decide while some are still open.

use crate::{
    criteria::NotApplicable,
    model::{Decimal, Outcome, Ratio, Verdict},
};

/// What a verdict counts for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Standing {
    /// Applicable and achieved.
    Achieved,
    /// Applicable and not achieved.
    NotAchieved,
    /// Missing, or not due yet: it may still turn out either way.
    Open,
    /// Taken out of the count.
    Outside,
}

impl Standing {
    /// Returns what `verdict` counts for in a criterion where "không áp dụng" means `not_applicable`.
    pub(super) fn of(verdict: Verdict, not_applicable: NotApplicable) -> Self {
        match (verdict, not_applicable) {
            (Verdict::Achieved, _) | (Verdict::NotApplicable, NotApplicable::CountsAsAchieved) => Self::Achieved,
            (Verdict::NotAchieved, _) => Self::NotAchieved,
            (Verdict::Missing | Verdict::NotDue, _) => Self::Open,
            (Verdict::NotApplicable, NotApplicable::Excluded | NotApplicable::Forbidden) => Self::Outside,
        }
    }
}

/// How many standings of each sort there are, without those outside.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Standings {
    pub(super) achieved: u32,
    pub(super) not_achieved: u32,
    pub(super) open: u32,
}

impl Standings {
    /// Returns how many apply, answered or not.
    pub(super) fn applicable(self) -> u32 {
        self.achieved + self.not_achieved + self.open
    }

    /// Decides "at least `least` of them", as far as the open ones leave it decided.
    pub(super) fn at_least(self, least: u32) -> Outcome {
        decided(self.achieved >= least, self.achieved + self.open >= least)
    }

    /// Decides "at least `percent` of the applicable ones"; a share of nothing is never decided.
    pub(super) fn share(self, percent: Decimal) -> Outcome {
        let reaches = |achieved: u32| {
            let share = Ratio::new(achieved, self.applicable());
            share.is_some_and(|share| share.cmp_percent(percent).is_ge())
        };
        if self.applicable() == 0 {
            return Outcome::Incomplete;
        }
        decided(reaches(self.achieved), reaches(self.achieved + self.open))
    }
}

impl FromIterator<Standing> for Standings {
    fn from_iter<I: IntoIterator<Item = Standing>>(standings: I) -> Self {
        let mut count = Self::default();
        for standing in standings {
            match standing {
                Standing::Achieved => count.achieved += 1,
                Standing::NotAchieved => count.not_achieved += 1,
                Standing::Open => count.open += 1,
                Standing::Outside => {}
            }
        }
        count
    }
}

/// Returns the outcome, given whether it is achieved when everything open fails, and when everything open succeeds.
pub(super) fn decided(at_worst: bool, at_best: bool) -> Outcome {
    match (at_worst, at_best) {
        (true, _) => Outcome::Achieved,
        (false, true) => Outcome::Incomplete,
        (false, false) => Outcome::NotAchieved,
    }
}
