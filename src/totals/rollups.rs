//! The figures of the levels above, computed from the units that answer.

use std::collections::BTreeMap;

use crate::{
    criteria::Rollup,
    model::{CriterionKey, UnitKey},
    plan::Rulebook,
    score::{Rolling, Scorecard, verdict_of_rollup},
};

use super::{RollupTotals, totalling::above};

/// Computes, for every criterion that says how, the figure of every unit above those that answer it.
pub(super) fn rollups(rulebook: &Rulebook, scorecards: &[Scorecard]) -> Vec<RollupTotals> {
    let mut rolling: BTreeMap<(CriterionKey, UnitKey), Rolling> = BTreeMap::new();
    for scorecard in scorecards {
        let judgements = scorecard.judgements.iter();
        for judgement in
            judgements.filter(|judgement| rulebook.criteria.criterion(judgement.criterion).rollup.is_some())
        {
            let one = Rolling::of(judgement.verdict, judgement.quantity());
            for unit in above(&rulebook.register, scorecard.unit) {
                let sum = rolling.entry((judgement.criterion, unit)).or_default();
                *sum = *sum + one;
            }
        }
    }
    rolling.into_iter().filter_map(|((criterion, unit), sum)| of_unit(rulebook, criterion, unit, sum)).collect()
}

fn of_unit(rulebook: &Rulebook, criterion: CriterionKey, unit: UnitKey, sum: Rolling) -> Option<RollupTotals> {
    let rollup = rulebook.criteria.criterion(criterion).rollup?;
    let rolled = sum.by(rollup);
    let verdict = (rollup == Rollup::Parts).then(|| verdict_of_rollup(rulebook, unit, criterion, rolled));
    Some(RollupTotals { criterion, unit, rolled, verdict })
}
