//! Verdicts and their reasons, worked out by hand.

mod against;
mod properties;
mod units;

use crate::{
    criteria::CriteriaSet,
    model::{Verdict, Voice},
};

use super::{
    Basis, Judgement,
    fixture::{card, criterion, judged, rulebook, set_of},
    reason_in_words, shortfall,
};

/// Judges group `A.1` by one criterion with these keys.
fn one(keys: &str, facts: &[&str]) -> (CriteriaSet, Judgement) {
    let rulebook = rulebook(set_of("", "\"all\"", &criterion("1.1", keys)));
    let scorecards = judged(&rulebook, facts);
    let judgement = card(&rulebook, &scorecards, "A.1").judgements[0].clone();
    (rulebook.criteria, judgement)
}

/// Checks the verdict on a value, and the reason and the distance in Vietnamese.
fn check(keys: &str, value: &str, verdict: Verdict, reason: &str, distance: &str) {
    let (set, judgement) = one(keys, &[format!("A.1 1.1 self {value}").trim_end()]);
    assert_eq!(judgement.verdict, verdict, "{keys}: {value}");
    assert_eq!(reason_in_words(&judgement, &set).vi, reason, "{keys}: {value}");
    assert_eq!(shortfall(&judgement, &set).map(|message| message.vi).unwrap_or_default(), distance, "{keys}: {value}");
}

const YES: Verdict = Verdict::Achieved;
const NO: Verdict = Verdict::NotAchieved;

#[test]
fn a_percentage_is_judged_at_just_below_and_just_above_its_threshold() {
    let at_least = "kind = \"percent\"; achieved = \">= 95%\"";
    check(at_least, "94.96", NO, "94,96 % < 95 %", "thiếu 0,04 điểm %");
    check(at_least, "94.999999999", NO, "94,999999999 % < 95 %", "thiếu 0,01 điểm %");
    check(at_least, "95", YES, "95 % ≥ 95 %", "");
    check(at_least, "95.01", YES, "95,01 % ≥ 95 %", "");
    let above = "kind = \"percent\"; achieved = \"> 95%\"";
    check(above, "94.96", NO, "94,96 % < 95 %", "thiếu hơn 0,04 điểm %");
    check(above, "95", NO, "95 % ≤ 95 %", "bằng ngưỡng, phải cao hơn");
    check(above, "95.000001", YES, "95,000001 % > 95 %", "");
    let at_most = "kind = \"percent\"; achieved = \"<= 3%\"";
    check(at_most, "2.9999", YES, "2,9999 % ≤ 3 %", "");
    check(at_most, "3", YES, "3 % ≤ 3 %", "");
    check(at_most, "3.5", NO, "3,5 % > 3 %", "vượt 0,5 điểm %");
    let below = "kind = \"percent\"; achieved = \"< 55%\"";
    check(below, "54.9", YES, "54,9 % < 55 %", "");
    check(below, "55", NO, "55 % ≥ 55 %", "bằng ngưỡng, phải thấp hơn");
    check(below, "57", NO, "57 % > 55 %", "vượt 2 điểm %");
}

#[test]
fn parts_and_wholes_are_compared_without_rounding_and_lack_whole_parts() {
    let at_least = "kind = \"percent\"; achieved = \">= 95%\"; part = \"Số hộ dùng nước sạch\"; whole = \"Tổng số hộ\"";
    // 95 % of 119 is 113.05, of 120 exactly 114.
    check(at_least, "113/119", NO, "94,96 % < 95 %", "thiếu 1 hộ");
    check(at_least, "114/119", YES, "95,8 % ≥ 95 %", "");
    check(at_least, "113/120", NO, "94,17 % < 95 %", "thiếu 1 hộ");
    check(at_least, "114/120", YES, "95 % ≥ 95 %", "");
    check(at_least, "949999/1000000", NO, "94,9999 % < 95 %", "thiếu 1 hộ");
    let above = "kind = \"percent\"; achieved = \"> 95%\"; part = \"Số hộ thu gom\"; whole = \"Tổng số hộ\"";
    check(above, "95/100", NO, "95 % ≤ 95 %", "thiếu 1 hộ");
    check(above, "113/119", NO, "94,96 % < 95 %", "thiếu 1 hộ");
    let at_most = "kind = \"percent\"; achieved = \"<= 3%\"; part = \"Số hộ nghèo\"; whole = \"Tổng số hộ\"";
    // 3 % of 125 is 3.75, of 100 exactly 3.
    check(at_most, "3/125", YES, "2,4 % ≤ 3 %", "");
    check(at_most, "5/125", NO, "4 % > 3 %", "vượt 2 hộ");
    check(at_most, "4/100", NO, "4 % > 3 %", "vượt 1 hộ");
    let below = "kind = \"percent\"; achieved = \"< 3%\"; part = \"Tỷ trọng\"; whole = \"Tổng số\"";
    check(below, "3/100", NO, "3 % ≥ 3 %", "vượt 1");
    let tonnes =
        "kind = \"percent\"; achieved = \"> 95%\"; part = \"Khối lượng thu gom (tấn)\"; whole = \"Khối lượng (tấn)\"";
    // 95 % of 12.5 is 11.875: in tenths, 11.9 is the least that will do.
    check(tonnes, "11.5/12.5", NO, "92 % < 95 %", "thiếu 0,4 tấn");
}

#[test]
fn counts_and_amounts_are_judged_at_just_below_and_just_above_their_threshold() {
    let none = "kind = \"count\"; achieved = \"= 0\"; measure = \"vụ\"";
    check(none, "0", YES, "0 = 0 vụ", "");
    check(none, "2", NO, "2 > 0 vụ", "vượt 2 vụ");
    let at_least = "kind = \"count\"; achieved = \">= 10\"";
    check(at_least, "9", NO, "9 < 10", "thiếu 1");
    check(at_least, "10", YES, "10 ≥ 10", "");
    let above = "kind = \"count\"; achieved = \"> 10\"";
    check(above, "10", NO, "10 ≤ 10", "thiếu 1");
    check(above, "11", YES, "11 > 10", "");
    let below = "kind = \"count\"; achieved = \"< 3\"";
    check(below, "2", YES, "2 < 3", "");
    check(below, "3", NO, "3 ≥ 3", "vượt 1");
    let range = "kind = \"count\"; achieved = \"2..5\"";
    check(range, "1", NO, "1 < 2", "thiếu 1");
    check(range, "2", YES, "2 trong khoảng 2 đến 5", "");
    check(range, "5", YES, "5 trong khoảng 2 đến 5", "");
    check(range, "6", NO, "6 > 5", "vượt 1");
    let income = "kind = \"amount\"; achieved = \">= 55\"; measure = \"triệu đồng\"";
    check(income, "54.995", NO, "54,995 < 55 triệu đồng", "thiếu 0,005 triệu đồng");
    check(income, "55", YES, "55 ≥ 55 triệu đồng", "");
}

#[test]
fn points_are_achieved_from_their_floor_and_by_default_from_their_maximum() {
    check("kind = \"points\"; max = 5; floor = 3", "2.9", NO, "2,9 < 3 điểm", "thiếu 0,1 điểm");
    check("kind = \"points\"; max = 5; floor = 3", "3", YES, "3 ≥ 3 điểm", "");
    check("kind = \"points\"; max = 5", "4.5", NO, "4,5 < 5 điểm", "thiếu 0,5 điểm");
    check("kind = \"points\"; max = 5", "5", YES, "5 ≥ 5 điểm", "");
}

#[test]
fn a_claim_stands_where_there_is_no_figure() {
    let yes_no = "kind = \"yes-no\"; achieved = \"yes\"";
    check(yes_no, "đạt", YES, "tự đánh giá: đạt", "");
    check(yes_no, "chưa-đạt", NO, "tự đánh giá: chưa đạt", "");
    let percent = "kind = \"percent\"; achieved = \">= 95%\"";
    check(percent, "chưa-đạt", NO, "tự đánh giá: chưa đạt, không kèm số liệu", "");
    check(percent, "đạt", YES, "tự đánh giá: đạt, không kèm số liệu", "");
    let (set, judgement) = one(percent, &["A.1 1.1 self đạt"]);
    assert_eq!((judgement.basis, judgement.rests_on_bare_claim(&set)), (Basis::Claim, true));
    let (set, judgement) = one(yes_no, &["A.1 1.1 self đạt"]);
    assert_eq!((judgement.basis, judgement.rests_on_bare_claim(&set)), (Basis::Claim, false));
}

#[test]
fn the_figure_beats_the_claim_of_its_own_voice() {
    let percent = "kind = \"percent\"; achieved = \">= 95%\"";
    check(percent, "94.9 đạt", NO, "94,9 % < 95 %", "thiếu 0,1 điểm %");
}

#[test]
fn what_is_blank_or_refused_is_missing_whatever_the_claim() {
    let percent = "kind = \"percent\"; achieved = \"<= 3%\"";
    check(percent, "", Verdict::Missing, "chưa có số liệu", "");
    check(percent, "0", YES, "0 % ≤ 3 %", "");
    check(percent, "refused đạt", Verdict::Missing, "số liệu không dùng được, xem lỗi", "");
    check(percent, "refused 2", Verdict::Missing, "số liệu không dùng được, xem lỗi", "");
    check("kind = \"yes-no\"; achieved = \"yes\"", "", Verdict::Missing, "chưa có đánh giá", "");
}

#[test]
fn not_applicable_is_an_answer_only_where_it_is_allowed() {
    let yes_no = "kind = \"yes-no\"; achieved = \"yes\"";
    let excluded = format!("{yes_no}; not_applicable = \"excluded\"");
    check(&excluded, "không-áp-dụng", Verdict::NotApplicable, "không áp dụng", "");
    let counts = format!("{yes_no}; not_applicable = \"counts-as-achieved\"");
    check(&counts, "không-áp-dụng", Verdict::NotApplicable, "không áp dụng", "");
    check(yes_no, "không-áp-dụng", Verdict::Missing, "số liệu không dùng được, xem lỗi", "");
}

#[test]
fn the_later_voice_prevails_even_as_a_bare_claim() {
    let percent = "kind = \"percent\"; achieved = \">= 95%\"";
    let check = |facts: &[&str], verdict: Verdict, voice: Voice, reason: &str| {
        let (set, judgement) = one(percent, facts);
        assert_eq!((judgement.verdict, judgement.voice), (verdict, Some(voice)), "{facts:?}");
        assert_eq!(reason_in_words(&judgement, &set).vi, reason);
    };
    let own = "A.1 1.1 self 96";
    check(&[own], YES, Voice::Own, "96 % ≥ 95 %");
    check(&["A.1 1.1 ward 94", own], NO, Voice::Ward, "94 % < 95 %");
    let claims = [own, "A.1 1.1 ward 94", "A.1 1.1 agency đạt"];
    check(&claims, YES, Voice::Agency, "cơ quan thẩm định: đạt, không kèm số liệu");
    let panel = [own, "A.1 1.1 agency đạt", "A.1 1.1 panel chưa-đạt"];
    check(&panel, NO, Voice::Panel, "đoàn thẩm định: chưa đạt, không kèm số liệu");
    check(&[own, "A.1 1.1 ward refused"], Verdict::Missing, Voice::Ward, "số liệu không dùng được, xem lỗi");
    check(&[own, "A.1 1.1 ward"], YES, Voice::Own, "96 % ≥ 95 %");
}

#[test]
fn a_task_is_done_or_not() {
    let task = "kind = \"task\"; achieved = \"done\"";
    check(task, "done", YES, "đã hoàn thành", "");
    check(task, "under-way", NO, "đang thực hiện", "");
    check(task, "not-started đạt", NO, "chưa thực hiện", "");
    check(task, "đạt", YES, "tự đánh giá: đạt", "");
}

#[test]
fn what_is_due_later_does_not_fail_before_its_day() {
    // Judged as of 30 June 2025.
    let due = |day: &str| format!("kind = \"percent\"; achieved = \">= 95%\"; due = {day}");
    check(&due("2025-07-01"), "94", Verdict::NotDue, "94 % < 95 %, chưa đến hạn 01/07/2025", "thiếu 1 điểm %");
    check(&due("2025-06-30"), "94", NO, "94 % < 95 %", "thiếu 1 điểm %");
    check(&due("2025-07-01"), "95", YES, "95 % ≥ 95 %", "");
    check(&due("2025-07-01"), "", Verdict::Missing, "chưa có số liệu", "");
    let by = |day: &str| format!("kind = \"task\"; achieved = \"done by {day}\"");
    check(&by("2025-06-30"), "under-way", Verdict::NotDue, "đang thực hiện, chưa đến hạn 30/06/2025", "");
    check(&by("2025-06-29"), "under-way", NO, "đang thực hiện", "");
    let ongoing = format!("{}; timeline = \"Thường xuyên\"", due("2025-07-01"));
    check(&ongoing, "94", NO, "94 % < 95 %", "thiếu 1 điểm %");
}

#[test]
fn a_case_holds_for_the_units_that_fit_it() {
    let keys =
        "kind = \"percent\"; achieved = \"<= 3%\"; case = [{ when = { unit_kind = \"bản\" }, achieved = \"<= 8%\" }]";
    let rulebook = rulebook(set_of("", "\"all\"", &criterion("1.1", keys)));
    let scorecards = judged(&rulebook, &["A.1 1.1 self 8", "A.3 1.1 self 8"]);
    let verdict = |code| card(&rulebook, &scorecards, code).judgements[0].verdict;
    assert_eq!((verdict("A.1"), verdict("A.3")), (NO, YES));
}

#[test]
fn the_same_is_said_in_english() {
    let keys = "kind = \"percent\"; achieved = \">= 95%\"; part = \"Số hộ\"; whole = \"Tổng số hộ\"";
    let (set, judgement) = one(keys, &["A.1 1.1 self 113/119"]);
    assert_eq!(reason_in_words(&judgement, &set).en, "94.96 % < 95 %");
    assert_eq!(shortfall(&judgement, &set).unwrap().en, "short by 1 household");
    let (set, judgement) = one(keys, &["A.1 1.1 agency chưa-đạt"]);
    assert_eq!(reason_in_words(&judgement, &set).en, "appraisal of the agency: not achieved, without a figure");
}
