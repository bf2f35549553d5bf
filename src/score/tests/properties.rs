//! Exactness over generated parts, wholes and limits.

use proptest::prelude::*;

use crate::{
    criteria::{Against, Comparison, Requirement},
    model::Decimal,
    plan::Rulebook,
    score::{
        Judgement,
        fixture::{card, criterion, judged, rulebook, set_of},
        shortfall,
    },
};

use super::{NO, YES};

const COMPARISONS: [Comparison; 5] =
    [Comparison::AtLeast, Comparison::Above, Comparison::AtMost, Comparison::Below, Comparison::Equal];

/// A city judged by one percentage whose requirement changes.
fn percentage() -> Rulebook {
    rulebook(set_of("", "\"all\"", &criterion("1.1", "kind = \"percent\"; achieved = \">= 0%\"; may_exceed = true")))
}

/// Judges `A.1` by its part and whole against a limit.
fn compared(rulebook: &mut Rulebook, comparison: Comparison, limit: Decimal, part: i64, whole: i64) -> Judgement {
    rulebook.criteria.criteria[0].requirement = Requirement::Compare(comparison, Against::Threshold(limit));
    let scorecards = judged(rulebook, &[&format!("A.1 1.1 self {part}/{whole}")]);
    card(rulebook, &scorecards, "A.1").judgements[0].clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Part × 100 against threshold × whole in plain integers, the threshold in hundredths of a percent.
    #[test]
    fn judging_parts_and_wholes_equals_plain_integers(
        part in 0_i64..100_000, whole in 1_i64..100_000, limit in 0_i64..12_000,
    ) {
        let mut rulebook = percentage();
        let threshold = Decimal::new(limit, 2).unwrap();
        let (left, right) = (part * 10_000, limit * whole);
        let met = [left >= right, left > right, left <= right, left < right, left == right];
        for (comparison, met) in COMPARISONS.into_iter().zip(met) {
            let judgement = compared(&mut rulebook, comparison, threshold, part, whole);
            prop_assert_eq!(judgement.verdict, if met { YES } else { NO });
        }
    }

    /// The parts that are said to be lacking or too many are the fewest that change the verdict.
    #[test]
    fn the_distance_in_parts_is_the_smallest_that_will_do(
        part in 0_i64..500, whole in 1_i64..500, limit in 1_u32..100,
    ) {
        let (mut rulebook, set) = (percentage(), percentage().criteria);
        for (comparison, way) in COMPARISONS.into_iter().zip([1_i64, 1, -1, -1]) {
            let mut judge = |part: i64| compared(&mut rulebook, comparison, limit.into(), part, whole);
            let judgement = judge(part);
            let Some(words) = shortfall(&judgement, &set) else {
                prop_assert_eq!(judgement.verdict, YES);
                continue;
            };
            let distance: i64 = words.vi.rsplit(' ').next().unwrap().parse().unwrap();
            prop_assert_eq!(judge(part + way * distance).verdict, YES);
            prop_assert_eq!(judge(part + way * (distance - 1)).verdict, NO);
        }
    }
}
