//! What is asked of a judgement once it is made.

use crate::{criteria::CriteriaSet, model::Verdict};

use super::{Basis, Judgement, Scorecard};

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
