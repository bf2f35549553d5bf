//! Phụ lục V: what was not achieved and why, with the cell that says so.

use crate::{
    facts::Fact,
    model::{CellRef, Verdict},
    plan::AppendixName,
    score::{Judgement, Scorecard},
};

use super::{
    Appendix,
    origin::Origin,
    reasons,
    report::Report,
    table::{Cell, Column, Row, Table},
    words,
};

pub(super) const SHORTFALLS: Appendix = Appendix {
    name: AppendixName::Shortfalls,
    number: Some("V"),
    title: "Tiêu chí chưa đạt, lý do và nguồn số liệu",
    build,
};

fn build<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let columns = columns(report);
    let mut rows = Vec::new();
    let other = report.parts.scorecards.iter().filter(|card| card.subject != report.criteria().subject);
    let failed = other.flat_map(failures).enumerate();
    rows.extend(failed.map(|(ordinal, (card, judgement))| Row::body(cells(report, ordinal, card, judgement))));
    for (index, section) in report.sections.iter().enumerate() {
        let failed: Vec<_> = section.scorecards.iter().copied().flat_map(failures).collect();
        if let (Some(ward), false) = (section.ward, failed.is_empty()) {
            rows.push(Row::section(index + 1, &report.unit(ward).name, columns.len()));
        }
        let failed = failed.into_iter().enumerate();
        rows.extend(failed.map(|(ordinal, (card, judgement))| Row::body(cells(report, ordinal, card, judgement))));
    }
    let notes = if rows.is_empty() { vec!["Không có tiêu chí nào chưa đạt.".to_owned()] } else { Vec::new() };
    Table { unit: None, columns, identifying: 3, rows, notes }
}

fn columns(report: &Report<'_, '_>) -> Vec<Column<'static>> {
    let source = "Nguồn số liệu";
    vec![
        Column::mark("TT"),
        Column::text(words::capitalised(&report.judged_kinds())),
        Column::mark("Mã"),
        Column::mark("Tiêu chí"),
        Column::text("Nội dung"),
        Column::mark("Yêu cầu"),
        Column::text("Lý do chưa đạt"),
        Column::text("Còn thiếu"),
        Column::text("Người kết luận"),
        Column::text("Tệp").under(source),
        Column::text("Trang tính").under(source),
        Column::mark("Ô").under(source),
    ]
}

/// What a unit did not achieve: its criteria, and in place of one with indicators the indicators it failed.
fn failures(card: &Scorecard) -> impl Iterator<Item = (&Scorecard, &Judgement)> {
    let failed = card.judgements.iter().filter(|judgement| judgement.verdict == Verdict::NotAchieved);
    failed.flat_map(leaves).map(move |judgement| (card, judgement))
}

fn leaves(judgement: &Judgement) -> Vec<&Judgement> {
    let failed = judgement.deciding_indicators().iter().filter(|indicator| indicator.verdict == Verdict::NotAchieved);
    let leaves: Vec<&Judgement> = failed.flat_map(leaves).collect();
    if leaves.is_empty() { vec![judgement] } else { leaves }
}

fn cells<'a>(report: &Report<'a, '_>, ordinal: usize, card: &Scorecard, judgement: &Judgement) -> Vec<Cell<'a>> {
    let unit = report.unit(card.unit);
    let criterion = report.criterion(judgement.criterion);
    let origin = Origin::Verdict(card.unit, judgement.criterion);
    let names = [
        Cell::ordinal(ordinal),
        Cell::text(&unit.name),
        Cell::text(&unit.code),
        Cell::text(&criterion.id),
        Cell::text(&criterion.title),
        Cell::text(reasons::requirement_of(report, card, judgement)).from_origin(Origin::Plan),
        Cell::text(reasons::of_judgement(report, judgement)).from_origin(origin),
        Cell::maybe(reasons::shortfall(report, judgement)).from_origin(origin),
        Cell::maybe(judgement.voice.map(words::voice)).from_origin(origin),
    ];
    names.into_iter().chain(source_cells(report, judgement)).collect()
}

fn source_cells<'a>(report: &Report<'a, '_>, judgement: &Judgement) -> [Cell<'a>; 3] {
    let evidence = report.parts.evidence;
    let deciding = judgement.fact.and_then(|fact| evidence.fact(fact)).and_then(Fact::deciding_place);
    let Some(place) = deciding else { return [const { Cell::EMPTY }; 3] };
    let source = &report.parts.sources[place.file.index()];
    let sheet = source.sheets.get(place.sheet.index()).and_then(Option::as_deref);
    let address: CellRef = place.cell;
    [
        Cell::text(&source.path).from_place(place),
        Cell::maybe(sheet).from_place(place),
        Cell::text(address.to_string()).from_place(place),
    ]
}
