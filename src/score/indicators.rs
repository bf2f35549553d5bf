//! A criterion decided by its indicators.

use crate::{
    criteria::{CriteriaSet, IndicatorRule},
    model::{Decimal, Outcome, Verdict},
};

use super::{Basis, Judgement, Reason, answer::Answer, outcome::standings, standing::Standings};

/// Decides a criterion by `rule` over its applicable indicators; without any, the criterion does not apply either.
pub(super) fn by_indicators(rule: IndicatorRule, set: &CriteriaSet, indicators: &[Judgement]) -> Answer {
    let count = standings(set, indicators);
    let verdict = match decide(rule, count) {
        _ if count.applicable() == 0 => Verdict::NotApplicable,
        Outcome::Achieved => Verdict::Achieved,
        Outcome::NotAchieved => Verdict::NotAchieved,
        Outcome::Incomplete => open_verdict(indicators),
    };
    let reason = Reason::Indicators { achieved: count.achieved, applicable: count.applicable() };
    let basis = if verdict == Verdict::Missing { Basis::None } else { basis(set, indicators) };
    Answer { verdict, basis, quantity: None, reason }
}

fn decide(rule: IndicatorRule, count: Standings) -> Outcome {
    match rule {
        IndicatorRule::All => count.share(Decimal::HUNDRED),
        IndicatorRule::Any => count.at_least(1),
        IndicatorRule::AtLeast(least) => count.at_least(least),
    }
}

/// Not due while nothing is waited for but a day; missing as soon as something is not known.
fn open_verdict(indicators: &[Judgement]) -> Verdict {
    let missing = indicators.iter().any(|indicator| indicator.verdict == Verdict::Missing);
    if missing { Verdict::Missing } else { Verdict::NotDue }
}

/// A bare claim where a figure was asked for is never hidden behind the figures beside it.
fn basis(set: &CriteriaSet, indicators: &[Judgement]) -> Basis {
    let rests_on = |basis: Basis| indicators.iter().any(|indicator| indicator.basis == basis);
    let bare = indicators.iter().any(|indicator| indicator.rests_on_bare_claim(set));
    match (bare, rests_on(Basis::Figure), rests_on(Basis::Claim)) {
        (true, _, _) | (false, false, true) => Basis::Claim,
        (false, true, _) => Basis::Figure,
        (false, false, false) => Basis::None,
    }
}
