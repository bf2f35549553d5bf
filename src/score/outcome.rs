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

/// Returns the worst standing among the knockouts, indicators that count included: one failed, else one still open.
fn knockouts(set: &CriteriaSet, judgements: &[Judgement]) -> Option<Standing> {
    let all = judgements.iter().flat_map(|judgement| std::iter::once(judgement).chain(judgement.deciding_indicators()));
    let knockouts = all.filter(|judgement| set.criterion(judgement.criterion).knockout);
    let weight = |standing: &Standing| match standing {
        Standing::NotAchieved => 2,
        Standing::Open => 1,
        Standing::Achieved | Standing::Outside => 0,
    };
    knockouts.map(|judgement| standing(set, judgement)).max_by_key(weight)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        criteria::NotApplicable,
        model::{CriterionKey, Quantity, Verdict},
        score::{
            Basis, Measured, Reason,
            fixture::{criterion, set_of},
        },
    };

    /// What is known of one criterion.
    #[derive(Clone, Copy, Debug, Eq, PartialEq)]
    enum Answer {
        Achieved,
        NotAchieved,
        NotApplicable,
        Missing,
        NotDue,
        Points(u8),
    }

    /// A criterion of a made-up set, and what is known of it; at most `maximum` points.
    #[derive(Clone, Copy, Debug)]
    struct Case {
        not_applicable: NotApplicable,
        knockout: Knockout,
        maximum: u8,
        answer: Answer,
    }

    #[derive(Clone, Copy, Debug, Eq, PartialEq)]
    enum Knockout {
        Yes,
        No,
    }

    const NOT_APPLICABLE: [(&str, NotApplicable); 3] = [
        ("forbidden", NotApplicable::Forbidden),
        ("counts-as-achieved", NotApplicable::CountsAsAchieved),
        ("excluded", NotApplicable::Excluded),
    ];

    /// Makes a set of yes-no criteria, or of points with these maxima; the second half is another standard.
    fn set(kind: &str, cases: &[Case]) -> CriteriaSet {
        let text = cases.iter().enumerate().map(|(index, case)| {
            let (word, _) = NOT_APPLICABLE.iter().find(|(_, meaning)| *meaning == case.not_applicable).unwrap();
            let value = match kind {
                "points" => format!("max = {}", case.maximum),
                _ => "achieved = \"yes\"".to_owned(),
            };
            let knockout = case.knockout == Knockout::Yes;
            let keys = format!("kind = \"{kind}\"; {value}; not_applicable = \"{word}\"; knockout = {knockout}");
            let standard = "[[standard]]\nid = \"2\"\ntitle = \"Hai\"\n";
            let before = if index > 0 && index == cases.len() / 2 { standard } else { "" };
            format!("{before}{}", criterion(&format!("{index}"), &keys))
        });
        set_of("", "\"all\"", &text.collect::<String>())
    }

    fn judgement(index: usize, case: Case) -> Judgement {
        let (verdict, quantity) = match case.answer {
            Answer::Achieved => (Verdict::Achieved, None),
            Answer::NotAchieved => (Verdict::NotAchieved, None),
            Answer::NotApplicable => (Verdict::NotApplicable, None),
            Answer::Missing => (Verdict::Missing, None),
            Answer::NotDue => (Verdict::NotDue, None),
            Answer::Points(points) => {
                let verdict = if points == case.maximum { Verdict::Achieved } else { Verdict::NotAchieved };
                (verdict, Some(Quantity::Number(u32::from(points).into())))
            }
        };
        Judgement {
            criterion: CriterionKey::new(index),
            verdict,
            basis: Basis::None,
            voice: None,
            measured: quantity.map(|quantity| Measured::new(quantity, None)),
            claim: None,
            reason: Reason::NothingReceived,
            fact: None,
            indicators: Vec::new(),
        }
    }

    fn by_three_values(rule: &OutcomeRule, set: &CriteriaSet, cases: &[Case]) -> Outcome {
        let judgements: Vec<Judgement> =
            cases.iter().enumerate().map(|(index, case)| judgement(index, *case)).collect();
        outcome(rule, set, &judgements)
    }

    /// Returns what every completion of what is missing comes to.
    fn completions(rule: &OutcomeRule, cases: &[Case]) -> Vec<Outcome> {
        let Some(open) = cases.iter().position(|case| matches!(case.answer, Answer::Missing | Answer::NotDue)) else {
            return vec![complete(rule, cases)];
        };
        let mut answers = match rule {
            OutcomeRule::Points { .. } => (0..=cases[open].maximum).map(Answer::Points).collect(),
            _ => vec![Answer::Achieved, Answer::NotAchieved],
        };
        if cases[open].not_applicable != NotApplicable::Forbidden {
            answers.push(Answer::NotApplicable);
        }
        let completed = answers.into_iter().map(|answer| {
            let mut cases = cases.to_vec();
            cases[open].answer = answer;
            cases
        });
        completed.flat_map(|cases| completions(rule, &cases)).collect()
    }

    /// Decides a complete unit in plain integers.
    fn complete(rule: &OutcomeRule, cases: &[Case]) -> Outcome {
        let achieved = |case: &Case| match case.answer {
            Answer::Points(points) => points == case.maximum,
            answer => answer != Answer::NotAchieved,
        };
        if cases.iter().any(|case| case.knockout == Knockout::Yes && !achieved(case)) {
            return Outcome::NotAchieved;
        }
        let outside = |case: &Case| {
            case.answer == Answer::NotApplicable && case.not_applicable != NotApplicable::CountsAsAchieved
        };
        let applicable: Vec<&Case> = cases.iter().filter(|case| !outside(case)).collect();
        let count = applicable.iter().filter(|case| achieved(case)).count();
        let is = |holds: bool| if holds { Outcome::Achieved } else { Outcome::NotAchieved };
        match rule {
            OutcomeRule::All | OutcomeRule::Percent(_) if applicable.is_empty() => Outcome::Incomplete,
            OutcomeRule::All => is(count == applicable.len()),
            OutcomeRule::AtLeast(least) => is(count >= usize::try_from(*least).unwrap()),
            OutcomeRule::Percent(percent) => {
                is(count * 100 >= percent.to_string().parse::<usize>().unwrap() * applicable.len())
            }
            OutcomeRule::Points { points, standard_floor_percent } => {
                let floor = standard_floor_percent.map_or(0, |floor| floor.to_string().parse::<u32>().unwrap());
                let (first, second) = cases.split_at(cases.len() / 2);
                let (first, second) = (points_of(first), points_of(second));
                let floors = [first, second].iter().all(|(have, maximum)| have * 100 >= floor * maximum);
                is(floors && first.0 + second.0 >= points.to_string().parse::<u32>().unwrap())
            }
        }
    }

    /// Returns the points had, and those to be had.
    fn points_of(cases: &[Case]) -> (u32, u32) {
        let points = cases.iter().map(|case| match (case.answer, case.not_applicable) {
            (Answer::Points(points), _) => (points, case.maximum),
            (_, NotApplicable::CountsAsAchieved) => (case.maximum, case.maximum),
            _ => (0, 0),
        });
        points.fold((0, 0), |sum, (have, maximum)| (sum.0 + u32::from(have), sum.1 + u32::from(maximum)))
    }

    /// Incomplete exactly where two completions differ, or where they agree on it; else what they agree on.
    fn check(rule: &OutcomeRule, set: &CriteriaSet, cases: &[Case]) {
        let completions = completions(rule, cases);
        let agreed = completions.iter().all(|outcome| *outcome == completions[0]);
        let expected = if agreed { completions[0] } else { Outcome::Incomplete };
        assert_eq!(by_three_values(rule, set, cases), expected, "{rule:?} {cases:?}");
    }

    fn case(answers: Vec<Answer>) -> impl Strategy<Value = Case> {
        let knockout = prop_oneof![3 => Just(Knockout::No), 1 => Just(Knockout::Yes)];
        let meaning = proptest::sample::select(NOT_APPLICABLE.map(|(_, meaning)| meaning).to_vec());
        (meaning, knockout, 1_u8..4, proptest::sample::select(answers)).prop_map(
            |(meaning, knockout, maximum, answer)| {
                let forbidden = answer == Answer::NotApplicable && meaning == NotApplicable::Forbidden;
                let answer = match answer {
                    _ if forbidden => Answer::Missing,
                    Answer::Points(points) => Answer::Points(points.min(maximum)),
                    answer => answer,
                };
                Case { not_applicable: meaning, knockout, maximum, answer }
            },
        )
    }

    fn counted() -> impl Strategy<Value = Vec<Case>> {
        use Answer::{Achieved, Missing, NotAchieved, NotApplicable, NotDue};
        let answers = vec![Achieved, Achieved, NotAchieved, NotApplicable, Missing, NotDue];
        proptest::collection::vec(case(answers), 1..6)
    }

    fn with_points() -> impl Strategy<Value = Vec<Case>> {
        let points = (0..4).map(Answer::Points);
        let answers = points.chain([Answer::NotApplicable, Answer::Missing, Answer::NotDue]).collect();
        proptest::collection::vec(case(answers), 2..5)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn a_unit_is_incomplete_exactly_where_what_is_missing_could_change_its_result(
            cases in counted(), least in 0_u32..6, percent in 1_u32..=100,
        ) {
            let set = set("yes-no", &cases);
            check(&OutcomeRule::All, &set, &cases);
            check(&OutcomeRule::AtLeast(least), &set, &cases);
            check(&OutcomeRule::Percent(percent.into()), &set, &cases);
        }

        #[test]
        fn points_are_incomplete_exactly_where_what_is_missing_could_change_the_result(
            cases in with_points(), points in 0_u32..10, floor in proptest::option::of(0_u32..=100),
        ) {
            let rule = OutcomeRule::Points {
                points: points.into(),
                standard_floor_percent: floor.map(Decimal::from),
            };
            check(&rule, &set("points", &cases), &cases);
        }
    }

    #[test]
    fn one_failed_knockout_fails_a_unit_that_has_all_else() {
        let case = |knockout, answer| Case { not_applicable: NotApplicable::Forbidden, knockout, maximum: 1, answer };
        let by_most = |answer| {
            let cases = [case(Knockout::No, Answer::Achieved), case(Knockout::Yes, answer)];
            by_three_values(&OutcomeRule::AtLeast(1), &set("yes-no", &cases), &cases)
        };
        assert_eq!(by_most(Answer::Achieved), Outcome::Achieved);
        assert_eq!(by_most(Answer::NotAchieved), Outcome::NotAchieved);
        assert_eq!(by_most(Answer::Missing), Outcome::Incomplete);
    }

    #[test]
    fn a_unit_to_which_nothing_applies_is_incomplete() {
        let case = Case {
            not_applicable: NotApplicable::Excluded,
            knockout: Knockout::No,
            maximum: 1,
            answer: Answer::NotApplicable,
        };
        let set = set("yes-no", &[case]);
        assert_eq!(by_three_values(&OutcomeRule::All, &set, &[case]), Outcome::Incomplete);
        assert_eq!(by_three_values(&OutcomeRule::AtLeast(1), &set, &[case]), Outcome::NotAchieved);
    }
}
