//! Phụ lục IV: every judged unit against every criterion.

use crate::{
    model::CriterionKey,
    plan::AppendixName,
    score::{Judgement, Scorecard},
    totals::CriterionTotals,
};

use super::{
    Appendix,
    origin::{Origin, UnitResult, VerdictCount},
    report::Report,
    table::{Cell, Column, Row, RowKind, Table, Value},
    words,
};

pub(super) const MATRIX: Appendix = Appendix {
    name: AppendixName::Matrix,
    number: Some("IV"),
    title: "Kết quả từng tổ dân phố, bản theo từng tiêu chí",
    build,
};

fn build<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let criteria: Vec<CriterionKey> = totals(report).map(|totals| totals.criterion).collect();
    let columns = columns(report, &criteria);
    let mut rows = Vec::new();
    for (index, section) in report.sections.iter().enumerate() {
        if let Some(ward) = section.ward {
            rows.push(Row::section(index + 1, &report.unit(ward).name, columns.len()));
        }
        let cards = section.scorecards.iter().enumerate();
        rows.extend(cards.map(|(ordinal, card)| Row::body(cells(report, &criteria, ordinal, card))));
    }
    rows.push(Row { kind: RowKind::Total, cells: total_cells(report, columns.len()) });
    Table { unit: None, columns, identifying: 3, rows, notes: vec![words::SIGNS.to_owned(), titles(report, &criteria)] }
}

/// The criteria that the judged units answer.
fn totals<'a>(report: &Report<'a, '_>) -> impl Iterator<Item = &'a CriterionTotals> {
    let set = report.criteria();
    report.parts.totals.criteria.iter().filter(|totals| set.criterion(totals.criterion).subject == set.subject)
}

fn columns<'a>(report: &Report<'a, '_>, criteria: &[CriterionKey]) -> Vec<Column<'a>> {
    let names = [Column::mark("TT"), Column::text(words::capitalised(&report.judged_kinds())), Column::mark("Mã")];
    let criteria = criteria.iter().map(|&key| {
        let criterion = report.criterion(key);
        let standard = &report.criteria().standards[criterion.standard];
        Column::mark(criterion.id.as_str()).under(format!("{}. {}", standard.id, standard.title))
    });
    let results = [
        Column::figure("Đạt").under("Số tiêu chí"),
        Column::figure("Áp dụng").under("Số tiêu chí"),
        Column::mark("Kết quả"),
    ];
    names.into_iter().chain(criteria).chain(results).collect()
}

fn cells<'a>(report: &Report<'a, '_>, criteria: &[CriterionKey], ordinal: usize, card: &Scorecard) -> Vec<Cell<'a>> {
    let unit = report.unit(card.unit);
    let origin = |result| Origin::Unit(card.unit, result);
    let mut cells = Vec::with_capacity(criteria.len() + 6);
    cells.extend([Cell::ordinal(ordinal), Cell::text(&unit.name), Cell::text(&unit.code)]);
    cells.extend(criteria.iter().map(|criterion| {
        let found = card.judgements.binary_search_by_key(criterion, |judgement| judgement.criterion);
        found.map_or(Cell::EMPTY, |index| sign(card, &card.judgements[index]))
    }));
    cells.extend([
        Cell::new(Value::Whole(card.achieved), origin(UnitResult::Achieved)),
        Cell::new(Value::Whole(card.applicable), origin(UnitResult::Applicable)),
        Cell::text(words::outcome(card.outcome)).from_origin(origin(UnitResult::Outcome)),
    ]);
    cells
}

fn sign(card: &Scorecard, judgement: &Judgement) -> Cell<'static> {
    Cell::text(words::sign(judgement.verdict)).from_origin(Origin::Verdict(card.unit, judgement.criterion))
}

/// How many units achieved each criterion.
fn total_cells<'a>(report: &Report<'a, '_>, width: usize) -> Vec<Cell<'a>> {
    let achieved = totals(report).map(|totals| {
        let origin = Origin::Verdicts(None, totals.criterion, VerdictCount::Achieved);
        Cell::new(Value::Whole(totals.tally.achieved), origin)
    });
    let names = [Cell::EMPTY, Cell::text("Tổng số đạt"), Cell::EMPTY];
    let mut cells: Vec<Cell<'a>> = names.into_iter().chain(achieved).collect();
    cells.resize(width, Cell::EMPTY);
    cells
}

/// The titles that the ids in the heading stand for.
fn titles(report: &Report<'_, '_>, criteria: &[CriterionKey]) -> String {
    let named = |&key: &CriterionKey| {
        let criterion = report.criterion(key);
        format!("{}: {}", criterion.id, criterion.title)
    };
    format!("Tiêu chí: {}.", criteria.iter().map(named).collect::<Vec<_>>().join("; "))
}
