//! The figure of a level above, computed from the units below and never averaged.

use crate::{
    criteria::Rollup,
    model::{Decimal, Quantity, Ratio, Sum, Verdict},
};

/// What the units below a unit add up to on one criterion; adding in any order and grouping gives the same.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Rolling {
    /// Units that are to answer; those to which the criterion does not apply are not among them.
    pub expected: u32,
    /// Units with a verdict.
    pub judged: u32,
    /// Units that achieved it.
    pub achieved: u32,
    /// Units that gave part and whole.
    pub ratios: u32,
    /// Sum of their parts.
    pub part: Sum,
    /// Sum of their wholes.
    pub whole: Sum,
    /// Units that gave a figure of their own.
    pub figures: u32,
    /// Sum of these figures.
    pub sum: Sum,
}

/// The figure of a level above, and over how many units it was computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RolledUp {
    /// The figure, if any unit gave what it is computed from.
    pub quantity: Option<Quantity>,
    /// Over how many units.
    pub answered: u32,
    /// Out of how many.
    pub expected: u32,
}

impl Rolling {
    /// Returns what one unit below contributes.
    pub fn of(verdict: Verdict, quantity: Option<Quantity>) -> Self {
        let mut one = match verdict {
            Verdict::NotApplicable => return Self::default(),
            Verdict::Achieved => Self { expected: 1, judged: 1, achieved: 1, ..Self::default() },
            Verdict::NotAchieved | Verdict::NotDue => Self { expected: 1, judged: 1, ..Self::default() },
            Verdict::Missing => Self { expected: 1, ..Self::default() },
        };
        match quantity {
            Some(Quantity::Ratio(ratio)) => (one.ratios, one.part, one.whole) = (1, ratio.part(), ratio.whole()),
            Some(Quantity::Number(number)) => (one.figures, one.sum) = (1, number.into()),
            None => {}
        }
        one
    }

    /// Returns the figure of the level above by `rollup`.
    pub fn by(self, rollup: Rollup) -> RolledUp {
        let (answered, quantity) = match rollup {
            Rollup::Sum => (self.figures, exact(self.sum).filter(|_| self.figures > 0).map(Quantity::Number)),
            Rollup::Parts => (self.ratios, Ratio::new(self.part, self.whole).map(Quantity::Ratio)),
            Rollup::ShareAchieving => (self.judged, Ratio::new(self.achieved, self.judged).map(Quantity::Ratio)),
        };
        RolledUp { quantity, answered, expected: self.expected }
    }
}

/// A sum wider than any figure that could be read is not compared.
fn exact(sum: Sum) -> Option<Decimal> {
    sum.to_string().parse().ok()
}

impl std::ops::Add for Rolling {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            expected: self.expected + other.expected,
            judged: self.judged + other.judged,
            achieved: self.achieved + other.achieved,
            ratios: self.ratios + other.ratios,
            part: self.part + other.part,
            whole: self.whole + other.whole,
            figures: self.figures + other.figures,
            sum: self.sum + other.sum,
        }
    }
}

impl std::iter::Sum for Rolling {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), std::ops::Add::add)
    }
}
