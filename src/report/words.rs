//! How units are named and counted in sentences.

use crate::{
    appendix::{Report, number as appendix_number, numbers::number},
    plan::{AppendixName, Plan},
    score::Scorecard,
};

/// More units than these are not named one by one; the appendix names them all.
const MOST_NAMED: usize = 40;

/// Returns how many judged units there are: "24 tổ dân phố, bản".
pub(super) fn units(report: &Report<'_, '_>, count: impl TryInto<u32>) -> String {
    format!("{} {}", number(count.try_into().unwrap_or(u32::MAX)), report.judged_kinds())
}

/// Names units under their wards; those over the most that are named are counted.
pub(super) fn named(report: &Report<'_, '_>, cards: &[&Scorecard]) -> String {
    let mut wards: Vec<(Option<&str>, Vec<&str>)> = Vec::new();
    for card in cards.iter().take(MOST_NAMED) {
        let ward = ward_of(report, card);
        let name = report.unit(card.unit).name.as_str();
        match wards.last_mut() {
            Some((last, names)) if *last == ward => names.push(name),
            _ => wards.push((ward, vec![name])),
        }
    }
    let wards = wards.into_iter().map(|(ward, names)| {
        let names = names.join(", ");
        ward.map_or_else(|| names.clone(), |ward| format!("{ward}: {names}"))
    });
    let mut parts: Vec<String> = wards.collect();
    parts.extend(rest(cards.len()).map(|rest| {
        let (units, place) = (units(report, rest), in_appendix(report, AppendixName::Groups));
        format!("và {units} khác{place}")
    }));
    parts.join("; ")
}

/// Returns how many of `count` are not named.
pub(super) fn rest(count: usize) -> Option<usize> {
    count.checked_sub(MOST_NAMED).filter(|rest| *rest > 0)
}

/// Returns those of `cards` that are named.
pub(super) fn first<'c, 's>(cards: &'c [&'s Scorecard]) -> impl Iterator<Item = &'s Scorecard> + use<'c, 's> {
    cards.iter().copied().take(MOST_NAMED)
}

/// Returns the name of the ward above a judged unit.
pub(super) fn ward_of<'a>(report: &Report<'a, '_>, card: &Scorecard) -> Option<&'a str> {
    let ward = report.register().ward_of(card.unit).filter(|ward| *ward != card.unit)?;
    Some(report.unit(ward).name.as_str())
}

/// Returns " (Phụ lục VI kèm theo)", where the plan has that appendix come out.
pub(super) fn in_appendix(report: &Report<'_, '_>, name: AppendixName) -> String {
    appendix_number(name, report).map(|number| format!(" (Phụ lục {number} kèm theo)")).unwrap_or_default()
}

/// Returns the scorecards that `wanted` picks, in the order of the appendices.
pub(super) fn picked<'s>(report: &Report<'_, 's>, wanted: impl Fn(&Scorecard) -> bool) -> Vec<&'s Scorecard> {
    let cards = report.sections.iter().flat_map(|section| section.scorecards.iter().copied());
    cards.filter(|card| wanted(card)).collect()
}

/// Cites the plan: "Kế hoạch số 604/KH-UBND ngày 28 tháng 02 năm 2025 của UBND thành phố Lai Châu".
pub(super) fn plan_cited(plan: &Plan) -> String {
    let day = crate::appendix::words::dated_day(plan.date);
    format!("Kế hoạch số {} {day} của {}", plan.number, plan.issuer)
}
