//! Phụ lục III: each criterion over the city and ward by ward, the lowest ward first and marked.

use std::cmp::Reverse;

use crate::{
    criteria::{Against, Requirement},
    model::{CriterionKey, Decimal, Quantity, Ratio, UnitKey},
    plan::AppendixName,
    totals::{CriterionTally, CriterionTotals},
};

use super::{
    Appendix,
    numbers::{DECIMALS, share},
    origin::{Origin, VerdictCount, applicable},
    report::Report,
    requirement,
    table::{Cell, Column, Row, RowKind, Table, Value},
};

pub(super) const CRITERIA_BY_WARD: Appendix = Appendix {
    name: AppendixName::CriteriaByWard,
    number: Some("III"),
    title: "Kết quả thực hiện từng tiêu chí theo phường, xã",
    build,
};

/// The mark of the ward that did worst.
const LOWEST: &str = "Thấp nhất";

fn build<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let columns = columns(report);
    let mut rows = Vec::new();
    let mut standard = None;
    for totals in &report.parts.totals.criteria {
        let index = report.criterion(totals.criterion).standard;
        if standard.replace(index) != Some(index) {
            let standard = &report.criteria().standards[index];
            rows.push(Row::section(index + 1, &standard.title, columns.len()));
        }
        rows.push(Row { kind: RowKind::Subtotal, cells: criterion_cells(report, totals) });
        rows.extend(ward_rows(report, totals));
    }
    let notes = vec![
        "Tỷ lệ đạt tính trên số đã có kết quả (đạt và chưa đạt): chưa có số liệu, chưa đến hạn không làm giảm tỷ lệ. \
         Số áp dụng gồm cả nơi chưa có số liệu, không gồm nơi tiêu chí không áp dụng."
            .to_owned(),
        format!("{LOWEST}: có kết quả chưa đạt và tỷ lệ đạt thấp nhất trong các {}.", report.ward_kinds()),
        "Tỷ lệ tính lại lấy tổng tử số chia tổng mẫu số của những nơi có đủ cả hai, không lấy bình quân.".to_owned(),
    ];
    let unit = report.verdicts_counted_in().map(|unit| format!("{unit}; tử số, mẫu số: theo từng tiêu chí"));
    Table { unit, columns, identifying: 2, rows, notes }
}

fn columns(report: &Report<'_, '_>) -> Vec<Column<'static>> {
    let (results, rate) = (format!("Số {}", report.judged_kinds()), "Tỷ lệ tính lại từ số liệu");
    vec![
        Column::mark("TT"),
        Column::text(format!("Tiêu chí / {}", report.ward_kinds())),
        Column::text("Cơ quan thẩm định"),
        Column::mark("Yêu cầu"),
        Column::figure("Áp dụng").under(results.clone()),
        Column::figure("Đạt").under(results.clone()),
        Column::figure("Chưa đạt").under(results.clone()),
        Column::figure("Chưa có số liệu").under(results.clone()),
        Column::figure("Chưa đến hạn").under(results.clone()),
        Column::figure("Không áp dụng").under(results),
        Column::figure("Tỷ lệ đạt trên số có kết quả (%)"),
        Column::figure("Tử số").under(rate),
        Column::figure("Mẫu số").under(rate),
        Column::figure("Tỷ lệ (%)").under(rate),
        Column::figure("Số đơn vị tính").under(rate),
        Column::mark("Ghi chú"),
    ]
}

fn criterion_cells<'a>(report: &Report<'a, '_>, totals: &CriterionTotals) -> Vec<Cell<'a>> {
    let criterion = report.criterion(totals.criterion);
    let names = [
        Cell::text(&criterion.id),
        Cell::text(&criterion.title),
        Cell::text(report.agencies(totals.criterion)),
        Cell::text(requirement::of_criterion(criterion)),
    ];
    let figures = figure_cells(report, totals.criterion, None, &totals.tally);
    names.into_iter().chain(figures).chain([Cell::EMPTY]).collect()
}

/// The wards from the lowest share of results to the highest; those without any come last.
fn ward_rows<'a>(report: &Report<'a, '_>, totals: &CriterionTotals) -> Vec<Row<'a>> {
    let mut wards: Vec<&(UnitKey, CriterionTally)> = totals.wards.iter().collect();
    wards.sort_by_key(|(_, tally)| (Reverse(tally.share().is_some()), tally.share()));
    let shares = || wards.iter().filter_map(|(_, tally)| tally.share());
    // Below another one it is below the whole: somebody there failed.
    let lowest = shares().next().filter(|lowest| shares().any(|other| other != *lowest));
    let row = |(ordinal, (ward, tally)): (usize, &&(UnitKey, CriterionTally))| {
        let is_lowest = lowest.is_some() && tally.share() == lowest;
        let mark = if is_lowest { Cell::text(LOWEST) } else { Cell::EMPTY };
        let names = [Cell::ordinal(ordinal), Cell::text(&report.unit(*ward).name), Cell::EMPTY, Cell::EMPTY];
        let figures = figure_cells(report, totals.criterion, Some(*ward), tally);
        Row::body(names.into_iter().chain(figures).chain([mark]).collect())
    };
    wards.iter().enumerate().map(row).collect()
}

fn figure_cells(
    report: &Report<'_, '_>,
    criterion: CriterionKey,
    below: Option<UnitKey>,
    tally: &CriterionTally,
) -> Vec<Cell<'static>> {
    let figure = |count, value| Cell::new(value, Origin::Verdicts(below, criterion, count));
    let whole = |count, value: u32| figure(count, Value::Whole(value));
    let mut cells = vec![
        whole(VerdictCount::Applicable, applicable(tally)),
        whole(VerdictCount::Achieved, tally.achieved),
        whole(VerdictCount::NotAchieved, tally.not_achieved),
        whole(VerdictCount::Missing, tally.missing),
        whole(VerdictCount::NotDue, tally.not_due),
        whole(VerdictCount::NotApplicable, tally.not_applicable),
        // Where nothing is known yet the cell is empty, and follows when something is entered.
        figure(VerdictCount::Share, tally.share().map_or(Value::Empty, |ratio| Value::Percent(share(ratio).into()))),
    ];
    match Ratio::new(tally.part, tally.whole).filter(|_| tally.percent_units > 0) {
        None => cells.extend([const { Cell::EMPTY }; 4]),
        Some(rate) => cells.extend([
            figure(VerdictCount::Part, Value::Decimal(tally.part.into())),
            figure(VerdictCount::Whole, Value::Decimal(tally.whole.into())),
            figure(VerdictCount::Rate, Value::Percent(shown(rate, threshold(report, criterion)).into())),
            whole(VerdictCount::RateUnits, tally.percent_units),
        ]),
    }
    cells
}

fn threshold(report: &Report<'_, '_>, criterion: CriterionKey) -> Option<Decimal> {
    match report.criterion(criterion).requirement {
        Requirement::Compare(_, Against::Threshold(threshold)) => Some(threshold),
        _ => None,
    }
}

fn shown(rate: Ratio, threshold: Option<Decimal>) -> crate::model::Sum {
    match threshold {
        Some(threshold) => Quantity::Ratio(rate).shown_beside(threshold, DECIMALS),
        None => rate.percent(DECIMALS),
    }
}
