//! Outcomes that go by points: in all, and in each standard.

use std::{iter, ops::AddAssign};

use crate::{
    criteria::{Against, CriteriaSet, Criterion, IndicatorRule, Kind, Requirement},
    model::{Decimal, Outcome, Quantity, Ratio, Sum, Verdict},
};

use super::{
    Judgement,
    outcome::standing,
    standing::{Standing, decided},
};

/// Between which points a unit ends up, and how many there are to be had.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct PointsRange {
    /// With nothing more than what is sure.
    pub(super) least: Sum,
    /// With everything that is open.
    pub(super) most: Sum,
    /// The maximum of the criteria that apply.
    pub(super) maximum: Sum,
}

impl AddAssign for PointsRange {
    fn add_assign(&mut self, other: Self) {
        self.least += other.least;
        self.most += other.most;
        self.maximum += other.maximum;
    }
}

impl iter::Sum for PointsRange {
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        let mut sum = Self::default();
        ranges.for_each(|range| sum += range);
        sum
    }
}

/// Decides "at least so many points, and in each standard at least a share of its maximum".
///
/// A criterion taken out lowers the maximum of its standard, never the points that the plan asks for in all.
pub(super) fn points_outcome(
    points: Decimal,
    floor_percent: Option<Decimal>,
    set: &CriteriaSet,
    judgements: &[Judgement],
) -> Outcome {
    let mut standards = vec![PointsRange::default(); set.standards.len()];
    for judgement in judgements {
        if let Some(standard) = standards.get_mut(set.criterion(judgement.criterion).standard) {
            *standard += range(set, judgement);
        }
    }
    let achieved = |of: fn(&PointsRange) -> Sum| {
        let enough = |standard: &PointsRange| reaches(of(standard), standard.maximum, floor_percent);
        standards.iter().map(of).sum::<Sum>() >= Sum::from(points) && standards.iter().all(enough)
    };
    decided(achieved(|range| range.least), achieved(|range| range.most))
}

/// Returns the points that a unit is sure to have.
pub(super) fn sure_points(set: &CriteriaSet, judgements: &[Judgement]) -> Sum {
    judgements.iter().map(|judgement| range(set, judgement).least).sum()
}

fn reaches(points: Sum, maximum: Sum, floor_percent: Option<Decimal>) -> bool {
    match (floor_percent, Ratio::new(points, maximum)) {
        (Some(floor), Some(share)) => share.cmp_percent(floor).is_ge(),
        (None, _) | (_, None) => true,
    }
}

/// Returns the points of a criterion, or of its indicators.
fn range(set: &CriteriaSet, judgement: &Judgement) -> PointsRange {
    let criterion = set.criterion(judgement.criterion);
    match (judgement.indicators.as_slice(), judgement.deciding_indicators()) {
        (_, [_, ..]) => judgement.deciding_indicators().iter().map(|indicator| range(set, indicator)).sum(),
        _ if standing(set, judgement) == Standing::Outside => PointsRange::default(),
        ([], []) => range_of(criterion, judgement.verdict, judgement.quantity()),
        (indicators, []) => {
            let verdict = said_of_each(judgement.verdict, criterion.indicators);
            indicators.iter().map(|indicator| range_of(set.criterion(indicator.criterion), verdict, None)).sum()
        }
    }
}

/// Returns what a verdict on a criterion as a whole says of each of its indicators.
fn said_of_each(whole: Verdict, rule: Option<IndicatorRule>) -> Verdict {
    match (whole, rule) {
        (Verdict::NotApplicable, _) | (Verdict::Achieved, Some(IndicatorRule::All)) => whole,
        _ => Verdict::Missing,
    }
}

/// Criteria of other kinds give no points.
fn range_of(criterion: &Criterion, verdict: Verdict, quantity: Option<Quantity>) -> PointsRange {
    if criterion.kind != Kind::Points {
        return PointsRange::default();
    }
    let (least, most) = bounds(criterion, verdict, quantity);
    PointsRange { least, most, maximum: maximum(criterion) }
}

/// A claim without points says on which side of the floor they lie, and no more.
fn bounds(criterion: &Criterion, verdict: Verdict, quantity: Option<Quantity>) -> (Sum, Sum) {
    let (maximum, floor) = (maximum(criterion), floor(criterion));
    match (verdict, quantity) {
        (Verdict::NotApplicable, _) => (maximum, maximum),
        (Verdict::Achieved | Verdict::NotAchieved, Some(Quantity::Number(points))) => (points.into(), points.into()),
        (Verdict::Achieved, _) => (floor, maximum),
        (Verdict::NotAchieved, _) => (Sum::ZERO, floor),
        (Verdict::Missing | Verdict::NotDue, _) => (Sum::ZERO, maximum),
    }
}

fn maximum(criterion: &Criterion) -> Sum {
    criterion.max.map_or(Sum::ZERO, Sum::from)
}

fn floor(criterion: &Criterion) -> Sum {
    match criterion.requirement {
        Requirement::Compare(_, Against::Threshold(floor)) => floor.into(),
        _ => maximum(criterion),
    }
}
