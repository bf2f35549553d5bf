//! Phụ lục VI: the units proposed for recognition, those that kept it and those that newly reached it.

use crate::{model::Transition, plan::AppendixName, score::Scorecard};

use super::{
    Appendix,
    origin::{Origin, UnitCount, UnitResult},
    report::{BARE_CLAIM_MARK, BARE_CLAIM_NOTE, Report},
    table::{Cell, Column, Row, RowKind, Table, Value},
    words,
};

pub(super) const PROPOSALS: Appendix =
    Appendix {
        name: AppendixName::Proposals, number: Some("VI"), title: "Danh sách đề nghị công nhận", build
    };

/// The two lists: who is on it, its heading, what it counts.
const LISTS: [(Transition, &str, UnitCount); 2] = [
    (Transition::Maintained, "Đề nghị công nhận duy trì", UnitCount::Maintained),
    (Transition::NewlyAchieved, "Đề nghị công nhận mới", UnitCount::NewlyAchieved),
];

fn build<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let columns = columns(report);
    let mut rows = Vec::new();
    for (index, (transition, heading, count)) in LISTS.into_iter().enumerate() {
        rows.push(Row::section(index + 1, heading, columns.len()));
        let listed = proposed(report, transition).enumerate();
        rows.extend(listed.map(|(ordinal, card)| Row::body(cells(report, ordinal, card))));
        rows.push(Row { kind: RowKind::Subtotal, cells: sum_cells(report, count, columns.len()) });
    }
    let marked = LISTS.iter().flat_map(|(transition, ..)| proposed(report, *transition));
    let marked = marked.filter(|card| report.bare_claims(card) > 0).count() > 0;
    let notes = if marked { vec![BARE_CLAIM_NOTE.to_owned()] } else { Vec::new() };
    Table { unit: None, columns, identifying: 3, rows, notes }
}

fn proposed<'s>(report: &Report<'_, 's>, transition: Transition) -> impl Iterator<Item = &'s Scorecard> {
    let cards = report.sections.iter().flat_map(|section| section.scorecards.iter().copied());
    cards.filter(move |card| card.transition == transition)
}

fn columns(report: &Report<'_, '_>) -> Vec<Column<'static>> {
    vec![
        Column::mark("TT"),
        Column::text(words::capitalised(&report.judged_kinds())),
        Column::mark("Mã"),
        Column::text(words::capitalised(&report.ward_kinds())),
        Column::mark("Năm công nhận"),
        Column::text("Quyết định công nhận"),
        Column::figure("Đạt").under("Số tiêu chí"),
        Column::figure("Áp dụng").under("Số tiêu chí"),
        Column::mark("Ghi chú"),
    ]
}

fn cells<'a>(report: &Report<'a, '_>, ordinal: usize, card: &Scorecard) -> Vec<Cell<'a>> {
    let unit = report.unit(card.unit);
    let origin = |result| Origin::Unit(card.unit, result);
    let ward = report.register().ward_of(card.unit).map(|ward| report.unit(ward).name.as_str());
    let year = report.recognised_year(card.unit);
    let mark = Some(report.bare_claims(card)).filter(|&claims| claims > 0);
    vec![
        Cell::ordinal(ordinal),
        Cell::text(&unit.name),
        Cell::text(&unit.code),
        Cell::maybe(ward),
        year.map_or(Cell::EMPTY, |year| Cell::new(Value::Year(year), Origin::Plan)),
        Cell::maybe(report.decision(card.unit)).from_origin(Origin::Plan),
        Cell::new(Value::Whole(card.achieved), origin(UnitResult::Achieved)),
        Cell::new(Value::Whole(card.applicable), origin(UnitResult::Applicable)),
        Cell::maybe(mark.map(|claims| format!("{BARE_CLAIM_MARK} ({claims})")))
            .from_origin(origin(UnitResult::BareClaims)),
    ]
}

fn sum_cells<'a>(report: &Report<'a, '_>, count: UnitCount, width: usize) -> Vec<Cell<'a>> {
    let mut cells = vec![Cell::EMPTY; width];
    cells[1] = Cell::text("Cộng");
    cells[3] = count.cell(&report.parts.totals.summary, None);
    cells
}
