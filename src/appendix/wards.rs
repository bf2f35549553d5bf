//! Phụ lục II: totals by ward, who reported, and the plan's targets beside what was reached.

use crate::{
    model::{Target, UnitKey},
    plan::AppendixName,
    totals::{LevelTotals, UnitTally},
};

use super::{
    Appendix,
    origin::{Origin, UnitCount},
    report::{Received, Report},
    table::{Cell, Column, Row, RowKind, Table, Value},
    words,
};

pub(super) const WARDS: Appendix = Appendix {
    name: AppendixName::Wards,
    number: Some("II"),
    title: "Tổng hợp kết quả theo phường, xã và chỉ tiêu kế hoạch",
    build,
};

const MAINTAIN: &str = "Duy trì";
const NEW: &str = "Công nhận mới";

fn build<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let columns = columns(report);
    let mut rows: Vec<Row<'a>> =
        report.wards().enumerate().map(|(ordinal, ward)| Row::body(ward_cells(report, ordinal, ward))).collect();
    rows.push(Row { kind: RowKind::Total, cells: city_cells(report) });
    if [Target::Maintain, Target::New].iter().any(|target| report.goal(*target).is_some()) {
        rows.push(Row { kind: RowKind::Goal, cells: goal_cells(report, &columns) });
    }
    Table { unit: Some(report.counted_in()), columns, identifying: 2, rows, notes: notes(report) }
}

fn columns(report: &Report<'_, '_>) -> Vec<Column<'static>> {
    let units = format!("Số {}", report.judged_kinds());
    vec![
        Column::mark("TT"),
        Column::text(words::capitalised(&report.ward_kinds())),
        Column::mark("Báo cáo"),
        Column::figure("Tổng số").under(units.clone()),
        Column::figure("Đã báo cáo").under(units),
        Column::figure("Đạt").under("Kết quả đánh giá"),
        Column::figure("Chưa đạt").under("Kết quả đánh giá"),
        Column::figure("Chưa đủ số liệu").under("Kết quả đánh giá"),
        Column::figure("Chỉ tiêu").under(MAINTAIN),
        Column::figure("Duy trì được").under(MAINTAIN),
        Column::figure("Không duy trì được").under(MAINTAIN),
        Column::figure("Chỉ tiêu").under(NEW),
        Column::figure("Đạt mới").under(NEW),
        Column::figure("Chưa đạt mới").under(NEW),
        Column::figure("Chưa kết luận được"),
        Column::figure("Ngoài kế hoạch"),
    ]
}

/// What is counted in one row: the judged units below one unit, or all of them.
struct Counted<'a> {
    below: Option<UnitKey>,
    tally: &'a UnitTally,
    reported: u32,
    to_maintain: u32,
    to_recognise: u32,
}

fn ward_cells<'a>(report: &Report<'a, '_>, ordinal: usize, ward: &LevelTotals) -> Vec<Cell<'a>> {
    let sent = match report.received(ward.unit) {
        Received::Data => "Đã gửi",
        Received::NothingUsable => "Đã gửi, chưa dùng được",
        Received::Nothing => "Chưa có",
    };
    let counted = Counted {
        below: Some(ward.unit),
        tally: &ward.tally,
        reported: ward.reported,
        to_maintain: ward.to_maintain,
        to_recognise: ward.to_recognise,
    };
    let names = [Cell::ordinal(ordinal), Cell::text(&report.unit(ward.unit).name), Cell::text(sent)];
    names.into_iter().chain(counted.cells()).collect()
}

fn city_cells<'a>(report: &Report<'a, '_>) -> Vec<Cell<'a>> {
    let totals = &report.parts.totals;
    let wanted = |target| {
        let cards = report.judged().filter(|card| card.target == Some(target));
        u32::try_from(cards.count()).unwrap_or(u32::MAX)
    };
    let counted = Counted {
        below: None,
        tally: &totals.summary,
        reported: totals.reported.units,
        to_maintain: wanted(Target::Maintain),
        to_recognise: wanted(Target::New),
    };
    let sent = Cell::text(format!("{}/{}", totals.reported.wards, totals.reported.wards_expected));
    [Cell::EMPTY, Cell::text("Tổng cộng"), sent].into_iter().chain(counted.cells()).collect()
}

impl Counted<'_> {
    fn cells(&self) -> Vec<Cell<'static>> {
        let tallied = |count: UnitCount| count.cell(self.tally, self.below);
        let counted = |count: UnitCount, value| count.counted(value, self.below);
        vec![
            tallied(UnitCount::All),
            counted(UnitCount::Reported, self.reported),
            tallied(UnitCount::Achieved),
            tallied(UnitCount::NotAchieved),
            tallied(UnitCount::Incomplete),
            counted(UnitCount::ToMaintain, self.to_maintain),
            tallied(UnitCount::Maintained),
            tallied(UnitCount::Lost),
            counted(UnitCount::ToRecognise, self.to_recognise),
            tallied(UnitCount::NewlyAchieved),
            tallied(UnitCount::NotYet),
            tallied(UnitCount::Undecided),
            tallied(UnitCount::OutsidePlan),
        ]
    }
}

/// The numbers that the plan itself sets, under those of the units that it names.
fn goal_cells<'a>(report: &Report<'a, '_>, columns: &[Column<'_>]) -> Vec<Cell<'a>> {
    let goal = |target| report.goal(target).map_or(Cell::EMPTY, |goal| Cell::new(Value::Whole(goal), Origin::Plan));
    let cell = |column: &Column<'_>| match (column.heading.as_ref(), column.over.as_deref()) {
        ("Chỉ tiêu", Some(MAINTAIN)) => goal(Target::Maintain),
        ("Chỉ tiêu", Some(NEW)) => goal(Target::New),
        _ => Cell::EMPTY,
    };
    let mut cells: Vec<Cell<'a>> = columns.iter().map(cell).collect();
    cells[1] = Cell::text("Chỉ tiêu của kế hoạch");
    cells
}

fn notes(report: &Report<'_, '_>) -> Vec<String> {
    let silent: Vec<&str> = report
        .wards()
        .filter(|ward| report.received(ward.unit) == Received::Nothing)
        .map(|ward| report.unit(ward.unit).name.as_str())
        .collect();
    if silent.is_empty() { Vec::new() } else { vec![format!("Chưa có số liệu của: {}.", silent.join(", "))] }
}
