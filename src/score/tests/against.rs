//! Figures that are compared with, or computed from, those of other units and periods.

use crate::{
    criteria::{find_built_in, parse},
    model::Verdict,
    score::{
        Context, Previous,
        fixture::{card, criterion, day, evidence, judged, register, rulebook, set_of},
        reason_in_words, score, shortfall,
    },
};

use super::{NO, YES};

#[test]
fn a_figure_is_compared_with_that_of_the_ward_row() {
    let keys = "kind = \"percent\"; achieved = \">= parent\"; part = \"Số người\"; whole = \"Tổng số người\"";
    let rulebook = rulebook(set_of("", "\"all\"", &criterion("1.1", keys)));
    let rows = ["A 1.1 self 2/3", "A.1 1.1 self 66.67", "A.2 1.1 self 199/300", "A.3 1.1 self 4/6", "B.1 1.1 self 99"];
    let scorecards = judged(&rulebook, &rows);
    let check = |code: &str, verdict: Verdict, reason: &str, distance: Option<&str>| {
        let judgement = &card(&rulebook, &scorecards, code).judgements[0];
        assert_eq!(judgement.verdict, verdict, "{code}");
        assert_eq!(reason_in_words(judgement, &rulebook.criteria).vi, reason);
        assert_eq!(shortfall(judgement, &rulebook.criteria).map(|message| message.vi).as_deref(), distance);
    };
    check("A.1", YES, "66,67 % ≥ 66,667 % (của đơn vị cấp trên)", None);
    check("A.2", NO, "66,33 % < 66,67 % (của đơn vị cấp trên)", Some("thiếu 1 người"));
    check("A.3", YES, "66,67 % ≥ 66,67 % (của đơn vị cấp trên)", None);
    let unknown = "99 %, chưa có số liệu của đơn vị cấp trên để so sánh";
    check("B.1", Verdict::Missing, unknown, None);
}

#[test]
fn a_refused_ward_row_is_nothing_to_compare_with() {
    let keys = "kind = \"percent\"; achieved = \">= parent\"";
    let rulebook = rulebook(set_of("", "\"all\"", &criterion("1.1", keys)));
    let scorecards = judged(&rulebook, &["A 1.1 self 60 refused", "A.1 1.1 self 66"]);
    assert_eq!(card(&rulebook, &scorecards, "A.1").judgements[0].verdict, Verdict::Missing);
}

#[test]
fn a_figure_is_compared_with_that_of_the_period_before() {
    let before = rulebook(set_of("", "\"all\"", &criterion("1.1", "kind = \"count\"; achieved = \"< previous\"")));
    let facts_before = evidence(&before, &["A.1 1.1 self 4", "A.2 1.1 self 4", "A.2 1.1 agency 3"]);
    let previous = Previous::new(&before, &facts_before);
    let context = Context { as_of: day("2025-06-30"), previous: Some(&previous) };
    let now = evidence(&before, &["A.1 1.1 self 3", "A.2 1.1 self 3", "A.3 1.1 self 3"]);
    let scorecards = score(&before, &now, &context);
    let reason = |code| {
        let judgement = &card(&before, &scorecards, code).judgements[0];
        (judgement.verdict, reason_in_words(judgement, &before.criteria).vi)
    };
    assert_eq!(reason("A.1"), (YES, "3 < 4 (của kỳ trước)".to_owned()));
    assert_eq!(reason("A.2"), (NO, "3 ≥ 3 (của kỳ trước)".to_owned()));
    assert_eq!(reason("A.3"), (Verdict::Missing, "3, chưa có số liệu kỳ trước để so sánh".to_owned()));
}

#[test]
fn the_period_before_is_found_through_renamed_units_and_renumbered_criteria() {
    let keys = "kind = \"count\"; achieved = \"< previous\"";
    let before = rulebook(set_of("version = 2024-01-01\n", "\"all\"", &criterion("2.3", keys)));
    let facts_before = evidence(&before, &["A.1 2.3 self 4", "A.2 2.3 self 4"]);
    let previous = Previous::new(&before, &facts_before);
    let head = "version = 2025-01-01\namends = [2024-01-01]\n";
    let mut now = rulebook(set_of(head, "\"all\"", &criterion("1.1", &format!("{keys}; replaces = [\"2.3\"]"))));
    now.register = register(&[
        "LC thành_phố",
        "A phường LC",
        "A.1 bản A",
        "A.7 bản A A.1",
        "A.2 bản A",
        "A.8 bản A A.2",
        "A.9 bản A A.2",
    ]);
    let facts = evidence(&now, &["A.7 1.1 self 3", "A.8 1.1 self 3"]);
    let scorecards = score(&now, &facts, &Context { as_of: day("2025-06-30"), previous: Some(&previous) });
    assert_eq!(card(&now, &scorecards, "A.7").judgements[0].verdict, YES);
    assert_eq!(card(&now, &scorecards, "A.8").judgements[0].verdict, Verdict::Missing);
}

#[test]
fn a_city_percentage_is_made_of_the_parts_and_wholes_of_its_wards() {
    let keys = "kind = \"percent\"; achieved = \"> 95%\"; part = \"Thu gom (tấn)\"; whole = \"Phát sinh (tấn)\"; subject = \"city\"; rollup = \"parts\"";
    let rulebook = rulebook(set_of("subject = \"city\"\n", "\"all\"", &criterion("1.1", keys)));
    let check = |facts: &[&str], verdict: Verdict, reason: &str| {
        let scorecards = judged(&rulebook, facts);
        let judgement = &card(&rulebook, &scorecards, "LC").judgements[0];
        assert_eq!(judgement.verdict, verdict, "{facts:?}");
        assert_eq!(reason_in_words(judgement, &rulebook.criteria).vi, reason);
    };
    // 99 + 856 of 1,000 tonnes; the mean of the two rates would be 97 %.
    check(&["A 1.1 self 99/100", "B 1.1 self 856/900"], YES, "95,5 % > 95 %, tính trên 2/2 đơn vị");
    check(&["A 1.1 self 99/100", "B 1.1 self 851/900"], NO, "95 % ≤ 95 %, tính trên 2/2 đơn vị");
    check(&["A 1.1 self 99/100"], Verdict::Missing, "99 % > 95 %, tính trên 1/2 đơn vị");
    check(&[], Verdict::Missing, "chưa có số liệu");
    check(&["LC 1.1 self 96", "A 1.1 self 1/100"], YES, "96 % > 95 %");
}

#[test]
fn the_waste_of_da_nang_is_judged_over_the_whole_city_and_not_before_the_end_of_2025() {
    let (name, bytes) = find_built_in("da-nang-71@2024-03-19").unwrap();
    let rulebook = rulebook(parse(name, bytes).unwrap());
    let check = |today: &str, collected: &str, verdict: Verdict, reason: &str| {
        let evidence = evidence(&rulebook, &["A 3.3 self 99/100", &format!("B 3.3 self {collected}/900")]);
        let scorecards = score(&rulebook, &evidence, &Context { as_of: day(today), previous: None });
        let city = card(&rulebook, &scorecards, "LC");
        let waste = rulebook.criteria.find("3.3");
        let judgement = city.judgements.iter().find(|judgement| Some(judgement.criterion) == waste).unwrap();
        assert_eq!(judgement.verdict, verdict, "{today} {collected}");
        assert_eq!(reason_in_words(judgement, &rulebook.criteria).vi, reason);
    };
    check("2025-06-30", "856", YES, "95,5 % > 95 %, tính trên 2/2 đơn vị");
    let not_yet = "95 % ≤ 95 %, tính trên 2/2 đơn vị, chưa đến hạn 31/12/2025";
    check("2025-06-30", "851", Verdict::NotDue, not_yet);
    check("2025-12-31", "851", NO, "95 % ≤ 95 %, tính trên 2/2 đơn vị");
}
