//! Phụ lục I: the judged units and their result, ward by ward.

use crate::{model::Outcome, plan::AppendixName, score::Scorecard};

use super::{
    Appendix,
    origin::{Origin, UnitResult},
    reasons,
    report::{BARE_CLAIM_MARK, BARE_CLAIM_NOTE, Report},
    table::{Cell, Column, Row, Table, Value},
    words,
};

pub(super) const GROUPS: Appendix =
    Appendix {
        name: AppendixName::Groups, number: Some("I"), title: "Kết quả đánh giá từng tổ dân phố, bản", build
    };

fn build<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let columns = columns(report);
    let mut rows = Vec::new();
    for (index, section) in report.sections.iter().enumerate() {
        if let Some(ward) = section.ward {
            rows.push(Row::section(index + 1, &report.unit(ward).name, columns.len()));
        }
        let cards = section.scorecards.iter().enumerate();
        rows.extend(cards.map(|(ordinal, card)| Row::body(cells(report, ordinal, card))));
    }
    let marked = report.judged().any(|card| report.bare_claims(card) > 0);
    let notes = if marked { vec![BARE_CLAIM_NOTE.to_owned()] } else { Vec::new() };
    Table { unit: Some("Đơn vị tính: tiêu chí".to_owned()), columns, identifying: 3, rows, notes }
}

fn columns(report: &Report<'_, '_>) -> Vec<Column<'static>> {
    vec![
        Column::mark("TT"),
        Column::text(words::capitalised(&report.judged_kinds())),
        Column::mark("Mã"),
        Column::mark("Năm công nhận"),
        Column::mark("Chỉ tiêu"),
        Column::figure("Đạt").under("Số tiêu chí"),
        Column::figure("Áp dụng").under("Số tiêu chí"),
        Column::mark("Đánh giá").under("Kết quả"),
        Column::mark("So với chỉ tiêu").under("Kết quả"),
        Column::text("Lý do chưa đạt, chưa đủ số liệu"),
        Column::mark("Ghi chú"),
    ]
}

fn cells<'a>(report: &Report<'a, '_>, ordinal: usize, card: &Scorecard) -> Vec<Cell<'a>> {
    let unit = report.unit(card.unit);
    let origin = |result| Origin::Unit(card.unit, result);
    let year = report.recognised_year(card.unit);
    let reason = if card.outcome == Outcome::Achieved { String::new() } else { reasons::of_unit(report, card) };
    let mark = Some(report.bare_claims(card)).filter(|&claims| claims > 0);
    vec![
        Cell::ordinal(ordinal),
        Cell::text(&unit.name),
        Cell::text(&unit.code),
        year.map_or(Cell::EMPTY, |year| Cell::new(Value::Year(year), Origin::Plan)),
        Cell::text(words::target(card.target)).from_origin(Origin::Plan),
        Cell::new(Value::Whole(card.achieved), origin(UnitResult::Achieved)),
        Cell::new(Value::Whole(card.applicable), origin(UnitResult::Applicable)),
        Cell::text(words::outcome(card.outcome)).from_origin(origin(UnitResult::Outcome)),
        Cell::text(words::transition(card.transition)).from_origin(origin(UnitResult::Transition)),
        Cell::text(reason).from_origin(origin(UnitResult::Reason)),
        Cell::maybe(mark.map(|claims| format!("{BARE_CLAIM_MARK} ({claims})")))
            .from_origin(origin(UnitResult::BareClaims)),
    ]
}
