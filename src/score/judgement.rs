//! What is asked of a judgement once it is made.

use crate::{criteria::CriteriaSet, model::Verdict};

use super::{Basis, Judgement, Reason, Scorecard};

impl Judgement {
    /// Returns the indicators that count: none of them where a later voice spoke on the criterion as a whole.
    pub fn deciding_indicators(&self) -> &[Judgement] {
        if self.fact.is_some() { &[] } else { &self.indicators }
    }

    /// Returns whether the verdict on a measured criterion, or on one of its indicators, rests on a bare claim.
    pub fn rests_on_bare_claim(&self, set: &CriteriaSet) -> bool {
        let decided = matches!(self.verdict, Verdict::Achieved | Verdict::NotAchieved | Verdict::NotDue);
        match (self.basis, self.indicators.as_slice()) {
            (Basis::Claim, []) => decided && set.criterion(self.criterion).kind.is_measured(),
            (Basis::Claim, indicators) if self.fact.is_none() => {
                decided && indicators.iter().any(|indicator| indicator.rests_on_bare_claim(set))
            }
            (Basis::Claim, _) => decided,
            (Basis::Figure | Basis::None, _) => false,
        }
    }
}

/// Returns the judgements that kept a unit from being achieved: knockouts first, then in definition order.
///
/// An indicator stands beside its criterion only when it is a knockout of its own, and no later voice spoke on the
/// criterion as a whole.
pub fn why_failed<'a>(scorecard: &'a Scorecard, set: &CriteriaSet) -> Vec<&'a Judgement> {
    let is_knockout = |judgement: &Judgement| set.criterion(judgement.criterion).knockout;
    let with_knockouts = |judgement: &'a Judgement| {
        let indicators = judgement.deciding_indicators().iter().filter(move |indicator| is_knockout(indicator));
        std::iter::once(judgement).chain(indicators)
    };
    let all = scorecard.judgements.iter().flat_map(with_knockouts);
    let mut failed: Vec<_> = all.filter(|judgement| judgement.verdict == Verdict::NotAchieved).collect();
    failed.sort_by_key(|judgement| !is_knockout(judgement));
    failed
}

/// The criteria of a unit on which there is no verdict, in definition order.
#[derive(Clone, Debug, Default)]
pub struct Open<'a> {
    /// Something was written that cannot be used: the criterion, or the indicators concerned.
    pub refused: Vec<&'a Judgement>,
    /// Nothing was said, or nothing to compare it with.
    pub missing: Vec<&'a Judgement>,
}

/// Returns what keeps a unit open: what cannot be used apart from what was never given.
pub fn why_open(scorecard: &Scorecard) -> Open<'_> {
    let is_missing = |judgement: &&Judgement| judgement.verdict == Verdict::Missing;
    let mut open = Open::default();
    for judgement in scorecard.judgements.iter().filter(is_missing) {
        if judgement.reason == Reason::Refused {
            open.refused.push(judgement);
            continue;
        }
        let below = judgement.deciding_indicators().iter().filter(is_missing);
        let (refused, missing): (Vec<_>, Vec<_>) = below.partition(|indicator| indicator.reason == Reason::Refused);
        if refused.is_empty() || !missing.is_empty() {
            open.missing.push(judgement);
        }
        open.refused.extend(refused);
    }
    open
}
