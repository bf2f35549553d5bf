//! Why a unit or a criterion is not achieved, in the words of the documents.

use crate::{
    model::{Verdict, with_comma},
    score::{Judgement, Reason, Scorecard, reason_in_words, why_failed},
};

use super::report::Report;

/// Returns why a unit did not come to "đạt": what is not achieved and why, then what is missing.
pub(super) fn of_unit(report: &Report<'_, '_>, card: &Scorecard) -> String {
    if !card.reported {
        return "Chưa có số liệu".to_owned();
    }
    let failed = why_failed(card, report.criteria()).into_iter().map(|judgement| failure(report, judgement));
    let missing = card.judgements.iter().filter(|judgement| judgement.verdict == Verdict::Missing);
    let missing = missing.map(|judgement| report.criterion(judgement.criterion).id.clone());
    let points = card.points.map(|points| format!("{} điểm", with_comma(points)));
    let failed = listed("Chưa đạt", &failed.collect::<Vec<_>>());
    points
        .into_iter()
        .chain(failed)
        .chain(listed("Chưa có số liệu", &missing.collect::<Vec<_>>()))
        .collect::<Vec<_>>()
        .join(". ")
}

fn listed(label: &str, items: &[String]) -> Option<String> {
    (!items.is_empty()).then(|| format!("{label}: {}", items.join("; ")))
}

fn failure(report: &Report<'_, '_>, judgement: &Judgement) -> String {
    let criterion = report.criterion(judgement.criterion);
    let knockout = if criterion.knockout { ", tiêu chí bắt buộc" } else { "" };
    format!("{} ({}{knockout})", criterion.id, of_judgement(report, judgement))
}

/// Returns why a judgement is what it is.
pub(super) fn of_judgement(report: &Report<'_, '_>, judgement: &Judgement) -> String {
    reason_in_words(judgement, report.criteria()).vi
}

/// Returns how much is lacking, where a figure tells.
pub(super) fn shortfall(report: &Report<'_, '_>, judgement: &Judgement) -> Option<String> {
    crate::score::shortfall(judgement, report.criteria()).map(|message| message.vi)
}

/// Returns what a criterion required of the unit that was judged.
pub(super) fn requirement_of(report: &Report<'_, '_>, card: &Scorecard, judgement: &Judgement) -> String {
    let criterion = report.criterion(judgement.criterion);
    if let Reason::Measured { requirement, .. } | Reason::RolledUp { requirement, .. } = &judgement.reason {
        return requirement.in_words(criterion.kind).vi;
    }
    report.requirement(card.unit, judgement.criterion).in_words(criterion.kind).vi
}
