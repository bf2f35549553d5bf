//! Totals worked out by hand, and that they add.

use proptest::prelude::*;

use crate::{
    model::{Target, Verdict},
    plan::Rulebook,
    score::{
        Scorecard,
        fixture::{criterion, judged, key_of, rulebook, set_of, want},
    },
};

use super::{CriterionTally, CriterionTotals, TargetTotal, Totals, UnitTally, total};

/// A percentage made of parts and wholes, and a yes-no that may not apply.
fn city() -> Rulebook {
    let percent =
        "kind = \"percent\"; achieved = \">= 95%\"; part = \"Số hộ\"; whole = \"Tổng số hộ\"; rollup = \"parts\"";
    let criteria = criterion("1.1", percent)
        + &criterion("1.2", "kind = \"yes-no\"; achieved = \"yes\"; not_applicable = \"excluded\"")
        + &criterion("1.3", "kind = \"count\"; achieved = \">= 10\"; subject = \"ward\"; rollup = \"sum\"");
    rulebook(set_of("", "\"all\"", &criteria))
}

const FACTS: &[&str] = &[
    "A.1 1.1 self 99/100",
    "A.1 1.2 self đạt",
    "A.2 1.1 self 800/900",
    "A.2 1.2 self không-áp-dụng",
    "A.3 1.1 self đạt",
    "B.1 1.1 agency 96",
    "A 1.3 self 12",
];

fn totals(rulebook: &Rulebook) -> Totals {
    total(rulebook, &judged(rulebook, FACTS))
}

fn of_criterion<'a>(rulebook: &Rulebook, totals: &'a Totals, id: &str) -> &'a CriterionTotals {
    let key = rulebook.criteria.find(id).unwrap();
    totals.criteria.iter().find(|criterion| criterion.criterion == key).unwrap()
}

#[test]
fn units_are_counted_by_result_and_against_their_targets() {
    let mut rulebook = city();
    want(&mut rulebook, &["A.1", "A.2"], Target::Maintain);
    want(&mut rulebook, &["A.3"], Target::New);
    rulebook.plan.targets.maintain = Some(2);
    let totals = totals(&rulebook);
    let expected = UnitTally {
        units: 4,
        achieved: 1,
        not_achieved: 1,
        incomplete: 2,
        maintained: 1,
        lost: 1,
        undecided: 1,
        outside_plan: 1,
        ..UnitTally::default()
    };
    assert_eq!(totals.summary, expected);
    assert_eq!(totals.targets.maintain, TargetTotal { goal: Some(2), reached: 1 });
    assert_eq!(totals.targets.new, TargetTotal { goal: None, reached: 0 });
    let levels: Vec<_> = totals.levels.iter().map(|level| (level.unit, level.tally.units, level.to_maintain)).collect();
    let key = |code| key_of(&rulebook, code);
    assert_eq!(levels, [(key("LC"), 4, 2), (key("A"), 3, 2), (key("B"), 1, 0)]);
}

#[test]
fn a_ward_of_which_only_an_agency_spoke_has_not_reported() {
    let totals = totals(&city());
    assert_eq!((totals.reported.wards, totals.reported.wards_expected), (1, 2));
    assert_eq!((totals.reported.units, totals.reported.units_expected), (4, 4));
}

#[test]
fn a_rate_is_recomputed_from_parts_and_wholes_over_the_units_that_gave_both() {
    let rulebook = city();
    let totals = totals(&rulebook);
    let percent = of_criterion(&rulebook, &totals, "1.1");
    // 899 of 1,000; the mean of the two rates would be 93.94 %.
    assert_eq!(percent.tally.rate().unwrap().percent(6).to_string(), "89.9");
    assert_eq!((percent.tally.part.to_string(), percent.tally.whole.to_string()), ("899".into(), "1000".into()));
    assert_eq!((percent.tally.percent_units, percent.tally.by_claim), (2, 1));
    assert_eq!((percent.tally.achieved, percent.tally.not_achieved), (3, 1));
    let achieved: Vec<_> = percent.wards.iter().map(|(ward, tally)| (*ward, tally.achieved)).collect();
    assert_eq!(achieved, [(key_of(&rulebook, "A"), 2), (key_of(&rulebook, "B"), 1)]);
    let yes_no = of_criterion(&rulebook, &totals, "1.2").tally;
    assert_eq!((yes_no.achieved, yes_no.not_applicable, yes_no.missing, yes_no.by_claim), (1, 1, 2, 0));
    assert!(yes_no.rate().is_none());
}

#[test]
fn a_criterion_of_the_wards_is_counted_over_the_wards() {
    let rulebook = city();
    let totals = totals(&rulebook);
    let count = of_criterion(&rulebook, &totals, "1.3").tally;
    assert_eq!((count.achieved, count.missing, count.sum.to_string(), count.sum_units), (1, 1, "12".into(), 1));
    assert_eq!(totals.summary.units, 4);
}

#[test]
fn the_figures_of_the_levels_above_say_over_how_many_units() {
    let rulebook = city();
    let totals = totals(&rulebook);
    let rolled = |id: &str, code: &str| {
        let key = (rulebook.criteria.find(id).unwrap(), key_of(&rulebook, code));
        let rollup = totals.rollups.iter().find(|rollup| (rollup.criterion, rollup.unit) == key).unwrap();
        let figure = rollup.rolled.quantity.map(|quantity| quantity.rounded(6).to_string());
        (figure, rollup.rolled.answered, rollup.rolled.expected, rollup.verdict)
    };
    assert_eq!(rolled("1.1", "LC"), (Some("89.9".into()), 2, 4, Some(Verdict::Missing)));
    assert_eq!(rolled("1.1", "B"), (None, 0, 1, Some(Verdict::Missing)));
    assert_eq!(rolled("1.3", "LC"), (Some("12".into()), 1, 2, None));
}

#[test]
fn a_rolled_up_percentage_is_judged_once_every_unit_has_answered() {
    let rulebook = city();
    let verdict = |part: u32| {
        let facts = [format!("A.1 1.1 self {part}/1000"), "A.2 1.1 self 10/10".into(), "A.3 1.1 self 10/10".into()];
        let scorecards = judged(&rulebook, &facts.each_ref().map(String::as_str));
        let totals = total(&rulebook, &scorecards);
        totals.rollups.iter().find(|rollup| rollup.unit == key_of(&rulebook, "A")).unwrap().verdict
    };
    // 95 % of 1,020 is 969: 949 and the 20 of the others.
    assert_eq!(verdict(949), Some(Verdict::Achieved));
    assert_eq!(verdict(948), Some(Verdict::NotAchieved));
}

/// Adds up what each group of scorecards gives by itself.
fn add_up(rulebook: &Rulebook, groups: &[Vec<Scorecard>]) -> (UnitTally, Vec<CriterionTally>) {
    let totals: Vec<Totals> = groups.iter().map(|group| total(rulebook, group)).collect();
    let criteria = (0..rulebook.criteria.criteria.len())
        .map(|position| totals.iter().map(|totals| totals.criteria[position].tally).sum());
    (totals.iter().map(|totals| totals.summary).sum(), criteria.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn totals_are_the_same_however_units_are_grouped_and_ordered(
        answers in proptest::collection::vec((0_u32..110, 1_u32..100, 0_u8..4), 4),
        order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(),
        cut in 0_usize..6,
    ) {
        let rulebook = city();
        let lines: Vec<String> = ["A.1", "A.2", "A.3", "B.1"].iter().zip(&answers).map(|(code, (part, whole, sort))| match sort {
            0 => format!("{code} 1.1 self {part}/{whole}"),
            1 => format!("{code} 1.1 self đạt"),
            2 => format!("{code} 1.2 self không-áp-dụng"),
            _ => format!("{code} 1.2 ward chưa-đạt"),
        }).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let scorecards = judged(&rulebook, &lines);
        let whole = total(&rulebook, &scorecards);
        let mut groups: Vec<Vec<Scorecard>> = vec![order.iter().map(|&position| scorecards[position].clone()).collect()];
        prop_assert_eq!(&total(&rulebook, &groups[0]), &whole);
        let rest = groups[0].split_off(cut);
        groups.push(rest);
        let (summary, criteria) = add_up(&rulebook, &groups);
        prop_assert_eq!(summary, whole.summary);
        prop_assert_eq!(criteria, whole.criteria.iter().map(|criterion| criterion.tally).collect::<Vec<_>>());
    }
}
