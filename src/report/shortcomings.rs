//! Section III: which criteria failed most, which units did not come to "đạt" and why; the causes are for people.

use std::cmp::Reverse;

use crate::{
    appendix::{Report, numbers::number, reasons, requirement},
    model::Outcome,
    plan::AppendixName,
    score::Scorecard,
    totals::CriterionTotals,
};

use super::{
    criteria::leading,
    document::{Block, items},
    words::{first, in_appendix, picked, rest, units, ward_of},
};

/// So many of the criteria that failed most are named, and those that failed as often as the last of them.
const MOST: usize = 5;

/// What the section says.
pub(super) fn blocks<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    let mut blocks = vec![Block::subsection("1. Tồn tại, hạn chế")];
    blocks.extend(criteria(report));
    blocks.extend(listed(report, Outcome::NotAchieved, "chưa đạt"));
    blocks.extend(listed(report, Outcome::Incomplete, "đã có số liệu nhưng chưa đủ để kết luận"));
    blocks.push(Block::subsection("2. Nguyên nhân"));
    blocks.push(Block::Blank("nguyên nhân khách quan"));
    blocks.push(Block::Blank("nguyên nhân chủ quan"));
    blocks
}

/// The criteria that most units failed.
fn criteria<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    let totals = report.parts.totals.criteria.iter();
    let mut failed: Vec<&CriterionTotals> = totals.filter(|totals| totals.tally.not_achieved > 0).collect();
    failed.sort_by_key(|totals| Reverse(totals.tally.not_achieved));
    if failed.is_empty() {
        return vec![Block::paragraph("Trong các kết quả đã có, không có tiêu chí nào bị đánh giá chưa đạt.")];
    }
    let item = |alike: &[&CriterionTotals]| {
        let criteria: Vec<String> = alike.iter().map(|totals| with_requirement(report, totals)).collect();
        format!("{} đơn vị chưa đạt: {}", number(alike[0].tally.not_achieved), criteria.join("; "))
    };
    let named = leading(&failed, MOST, |a, b| a.tally.not_achieved == b.tally.not_achieved);
    let heading = format!("{} tiêu chí có đơn vị chưa đạt; nhiều nhất là:", number(failed.len()));
    [Block::lead(heading)].into_iter().chain(items(named.into_iter().map(item).collect())).collect()
}

fn with_requirement(report: &Report<'_, '_>, totals: &CriterionTotals) -> String {
    let criterion = report.criterion(totals.criterion);
    let (id, title, required) = (&criterion.id, &criterion.title, requirement::of_criterion(criterion));
    format!("tiêu chí {id} “{title}” (yêu cầu: {required})")
}

/// The units of one result with what they lack; of units without any data the first section tells.
fn listed<'a>(report: &Report<'a, '_>, outcome: Outcome, words: &str) -> Vec<Block<'a>> {
    let cards = picked(report, |card| card.outcome == outcome && card.reported);
    if cards.is_empty() {
        return Vec::new();
    }
    let heading = format!("{} {words}:", units(report, cards.len()));
    let further = rest(cards.len()).map(|rest| {
        let (units, place) = (units(report, rest), in_appendix(report, AppendixName::Groups));
        format!("và {units} khác{place}")
    });
    let named = first(&cards).map(|card| with_reason(report, card)).chain(further);
    [Block::lead(heading)].into_iter().chain(items(named.collect())).collect()
}

fn with_reason(report: &Report<'_, '_>, card: &Scorecard) -> String {
    let name = &report.unit(card.unit).name;
    let ward = ward_of(report, card).map(|ward| format!(", {ward}")).unwrap_or_default();
    let reason = reasons::of_unit(report, card);
    if reason.is_empty() { format!("{name}{ward}") } else { format!("{name}{ward}. {reason}") }
}
