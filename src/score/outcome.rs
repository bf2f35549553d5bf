//! When a unit is achieved: by the rule of its set, unless a knockout fails it.

use crate::{
    criteria::{CriteriaSet, OutcomeRule},
    model::{Decimal, Outcome},
};

use super::{
    Judgement,
    points::points_outcome,
    standing::{Standing, Standings},
};

/// Decides the outcome of a unit, as far as what is missing or not due leaves it decided.
///
/// Where every criterion was said not to apply, "all" and a share have nothing to decide from: the unit is
/// incomplete, neither recognised nor failed for criteria that nobody looked at.
pub(super) fn outcome(rule: &OutcomeRule, set: &CriteriaSet, judgements: &[Judgement]) -> Outcome {
    let by_rule = match rule {
        OutcomeRule::All => standings(set, judgements).share(Decimal::HUNDRED),
        OutcomeRule::AtLeast(least) => standings(set, judgements).at_least(*least),
        OutcomeRule::Percent(percent) => standings(set, judgements).share(*percent),
        OutcomeRule::Points { points, standard_floor_percent } => {
            points_outcome(*points, *standard_floor_percent, set, judgements)
        }
    };
    match (knockouts(set, judgements), by_rule) {
        (Some(Standing::NotAchieved), _) => Outcome::NotAchieved,
        (Some(Standing::Open), Outcome::Achieved) => Outcome::Incomplete,
        (_, by_rule) => by_rule,
    }
}

/// Returns what judgements count for, each by its own criterion's "không áp dụng".
pub(super) fn standings(set: &CriteriaSet, judgements: &[Judgement]) -> Standings {
    judgements.iter().map(|judgement| standing(set, judgement)).collect()
}

pub(super) fn standing(set: &CriteriaSet, judgement: &Judgement) -> Standing {
    Standing::of(judgement.verdict, set.criterion(judgement.criterion).not_applicable)
}

/// Returns the worst standing among the knockouts, indicators included: one failed, else one still open.
fn knockouts(set: &CriteriaSet, judgements: &[Judgement]) -> Option<Standing> {
    let all = judgements.iter().flat_map(|judgement| std::iter::once(judgement).chain(&judgement.indicators));
    let knockouts = all.filter(|judgement| set.criterion(judgement.criterion).knockout);
    let weight = |standing: &Standing| match standing {
        Standing::NotAchieved => 2,
        Standing::Open => 1,
        Standing::Achieved | Standing::Outside => 0,
    };
    knockouts.map(|judgement| standing(set, judgement)).max_by_key(weight)
}
