//! Criteria made of indicators, and what units come to.

use crate::{
    criteria::CriteriaSet,
    model::{Outcome, Target, Transition, Verdict},
    score::{
        Scorecard,
        fixture::{card, criterion, judged, key_of, rulebook, set_of, want},
        reason_in_words, why_failed,
    },
};

use super::{NO, YES};

/// Judges `A.1` by a criterion with three indicators of the kinds yes-no.
fn indicators(rule: &str, answers: [&str; 3]) -> (CriteriaSet, Scorecard) {
    let indicator = |id: &str| {
        let keys = "kind = \"yes-no\"\nachieved = \"yes\"\nnot_applicable = \"excluded\"";
        format!("[[standard.criterion.indicator]]\nid = \"1.1.{id}\"\ntitle = \"{id}\"\n{keys}\n")
    };
    let keys = format!("kind = \"yes-no\"; achieved = \"yes\"; require = {rule}");
    let text = criterion("1.1", &keys) + &indicator("a") + &indicator("b") + &indicator("c");
    let rulebook = rulebook(set_of("", "\"all\"", &text));
    let lines: Vec<String> = ["a", "b", "c"]
        .iter()
        .zip(answers)
        .filter(|(_, answer)| !answer.is_empty())
        .map(|(id, answer)| format!("A.1 1.1.{id} self {answer}"))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let scorecards = judged(&rulebook, &lines);
    let scorecard = card(&rulebook, &scorecards, "A.1").clone();
    (rulebook.criteria, scorecard)
}

#[test]
fn indicators_decide_their_criterion_as_soon_as_they_can() {
    let check = |rule: &str, answers: [&str; 3], verdict: Verdict, reason: &str| {
        let (set, scorecard) = indicators(rule, answers);
        assert_eq!(scorecard.judgements[0].verdict, verdict, "{rule} {answers:?}");
        assert_eq!(reason_in_words(&scorecard.judgements[0], &set).vi, reason);
    };
    check("\"all\"", ["đạt", "đạt", "đạt"], YES, "đạt 3/3 chỉ tiêu");
    check("\"all\"", ["đạt", "đạt", "không-áp-dụng"], YES, "đạt 2/2 chỉ tiêu");
    check("\"all\"", ["đạt", "chưa-đạt", ""], NO, "đạt 1/3 chỉ tiêu");
    check("\"all\"", ["đạt", "đạt", ""], Verdict::Missing, "đạt 2/3 chỉ tiêu");
    check("\"any\"", ["đạt", "", ""], YES, "đạt 1/3 chỉ tiêu");
    check("\"any\"", ["chưa-đạt", "chưa-đạt", ""], Verdict::Missing, "đạt 0/3 chỉ tiêu");
    check("\"any\"", ["chưa-đạt", "chưa-đạt", "chưa-đạt"], NO, "đạt 0/3 chỉ tiêu");
    check("{ at_least = 2 }", ["đạt", "đạt", ""], YES, "đạt 2/3 chỉ tiêu");
    check("{ at_least = 2 }", ["đạt", "chưa-đạt", "chưa-đạt"], NO, "đạt 1/3 chỉ tiêu");
    check("{ at_least = 2 }", ["đạt", "", "chưa-đạt"], Verdict::Missing, "đạt 1/3 chỉ tiêu");
    let none = ["không-áp-dụng", "không-áp-dụng", "không-áp-dụng"];
    check("\"all\"", none, Verdict::NotApplicable, "đạt 0/0 chỉ tiêu");
}

#[test]
fn a_unit_says_how_many_criteria_it_achieved_of_how_many_that_apply() {
    let yes_no = "kind = \"yes-no\"; achieved = \"yes\"";
    let criteria = criterion("1.1", yes_no)
        + &criterion("1.2", &format!("{yes_no}; not_applicable = \"excluded\""))
        + &criterion("1.3", &format!("{yes_no}; not_applicable = \"counts-as-achieved\""))
        + &criterion("1.4", &format!("{yes_no}; knockout = true"));
    let mut rulebook = rulebook(set_of("", "\"all\"", &criteria));
    want(&mut rulebook, &["A.1"], Target::Maintain);
    let facts =
        ["A.1 1.1 self chưa-đạt", "A.1 1.2 self không-áp-dụng", "A.1 1.3 self không-áp-dụng", "A.1 1.4 self chưa-đạt"];
    let scorecards = judged(&rulebook, &facts);
    let judged = card(&rulebook, &scorecards, "A.1");
    assert_eq!((judged.achieved, judged.applicable, judged.total), (1, 3, 4));
    assert_eq!((judged.outcome, judged.transition), (Outcome::NotAchieved, Transition::Lost));
    let failed: Vec<&str> = why_failed(judged, &rulebook.criteria)
        .iter()
        .map(|judgement| rulebook.criteria.criterion(judgement.criterion).id.as_str())
        .collect();
    assert_eq!(failed, ["1.4", "1.1"]);
}

#[test]
fn every_valid_unit_of_the_level_is_there_reported_on_or_not() {
    let rulebook = rulebook(set_of("", "\"all\"", &criterion("1.1", "kind = \"yes-no\"; achieved = \"yes\"")));
    let scorecards = judged(&rulebook, &["A.2 1.1 agency đạt"]);
    let codes: Vec<&str> = scorecards.iter().map(|card| rulebook.register.unit(card.unit).code.as_str()).collect();
    assert_eq!(codes, ["A.1", "A.2", "A.3", "B.1"]);
    assert_eq!(scorecards.iter().map(|card| card.reported).collect::<Vec<_>>(), [false, true, false, false]);
    assert_eq!(scorecards[0].outcome, Outcome::Incomplete);
    assert_eq!(scorecards[1].transition, Transition::OutsidePlan);
}

#[test]
fn a_criterion_of_another_level_is_judged_for_the_units_of_that_level() {
    let ward = "kind = \"count\"; achieved = \">= 10\"; subject = \"ward\"";
    let criteria = criterion("1.1", "kind = \"yes-no\"; achieved = \"yes\"") + &criterion("1.2", ward);
    let rulebook = rulebook(set_of("", "{ at_least = 1 }", &criteria));
    let scorecards = judged(&rulebook, &["A 1.2 self 10", "B 1.2 self 9", "A.1 1.1 self đạt"]);
    let outcome = |code| card(&rulebook, &scorecards, code).outcome;
    assert_eq!(
        (outcome("A"), outcome("B"), outcome("A.1")),
        (Outcome::Achieved, Outcome::NotAchieved, Outcome::Achieved)
    );
    assert_eq!(card(&rulebook, &scorecards, "A").total, 1);
    assert!(scorecards.iter().all(|card| card.unit != key_of(&rulebook, "LC")));
}

/// Judges `A.1` by one criterion with two indicators of five points from a floor of three, the first a knockout.
fn in_points(rule: &str, require: &str, facts: &[&str]) -> (CriteriaSet, Scorecard) {
    let indicator = |id: &str, knockout: &str| {
        let keys = "kind = \"points\"\nmax = 5\nfloor = 3";
        format!("[[standard.criterion.indicator]]\nid = \"1.1.{id}\"\ntitle = \"{id}\"\n{keys}\n{knockout}\n")
    };
    let text = criterion("1.1", &format!("require = \"{require}\""))
        + &indicator("a", "knockout = true")
        + &indicator("b", "");
    let rulebook = rulebook(set_of("", rule, &text));
    let scorecards = judged(&rulebook, facts);
    let scorecard = card(&rulebook, &scorecards, "A.1").clone();
    (rulebook.criteria, scorecard)
}

#[test]
fn a_later_voice_on_the_whole_criterion_takes_the_place_of_its_indicators() {
    let failed = ["A.1 1.1.a self 1", "A.1 1.1.b self 5"];
    let (set, by_indicators) = in_points("\"all\"", "all", &failed);
    assert_eq!((by_indicators.outcome, why_failed(&by_indicators, &set).len()), (Outcome::NotAchieved, 2));
    let (set, by_panel) = in_points("\"all\"", "all", &[failed[0], failed[1], "A.1 1.1 panel đạt"]);
    assert_eq!((by_panel.outcome, why_failed(&by_panel, &set).len()), (Outcome::Achieved, 0));
    let (set, by_panel) = in_points("\"all\"", "all", &[failed[0], failed[1], "A.1 1.1 panel chưa-đạt"]);
    assert_eq!((by_panel.outcome, why_failed(&by_panel, &set).len()), (Outcome::NotAchieved, 1));
}

#[test]
fn points_that_a_later_voice_took_the_place_of_are_not_sure() {
    let check = |require: &str, panel: &str, sure: u32, outcome: Outcome| {
        let panel = format!("A.1 1.1 panel {panel}");
        let facts = ["A.1 1.1.a self 5", "A.1 1.1.b self 5", &panel];
        let (_, scorecard) = in_points("{ points = 6 }", require, &facts);
        assert_eq!((scorecard.points, scorecard.outcome), (Some(sure.into()), outcome), "{require} {panel}");
    };
    // Every indicator achieved is three points each at least; of some achieved it is not known which.
    check("all", "đạt", 6, Outcome::Achieved);
    check("any", "đạt", 0, Outcome::Incomplete);
    check("all", "chưa-đạt", 0, Outcome::Incomplete);
    let (_, own) = in_points("{ points = 6 }", "all", &["A.1 1.1.a self 5", "A.1 1.1.b self 5"]);
    assert_eq!((own.points, own.outcome), (Some(10.into()), Outcome::Achieved));
}
