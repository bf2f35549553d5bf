//! Why a unit or a criterion is not achieved, in the words of the documents.

use crate::{
    model::with_comma,
    score::{Judgement, Reason, Scorecard, reason_in_words, why_failed, why_open},
};

use super::report::Report;

/// Returns why a unit did not come to "đạt": what is not achieved and why, what cannot be used, what is
/// missing.
pub(crate) fn of_unit(report: &Report<'_, '_>, card: &Scorecard) -> String {
    if !card.reported {
        return "Chưa có số liệu".to_owned();
    }
    let failed = why_failed(card, report.criteria()).into_iter().map(|judgement| failure(report, judgement));
    let open = why_open(card);
    let refused = open.refused.iter().map(|judgement| {
        let id = &report.criterion(judgement.criterion).id;
        match report.refused_value(card.unit, judgement.criterion) {
            Some(value) => format!("{id} (ghi \"{value}\")"),
            None => id.clone(),
        }
    });
    let missing = open.missing.iter().map(|judgement| report.criterion(judgement.criterion).id.clone());
    let points = card.points.map(|points| format!("{} điểm", with_comma(points)));
    let failed = listed("Chưa đạt", &failed.collect::<Vec<_>>());
    points
        .into_iter()
        .chain(failed)
        .chain(listed("Số liệu chưa dùng được", &refused.collect::<Vec<_>>()))
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
