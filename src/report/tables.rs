//! The tables of the report: those of the appendices, without the columns that a portrait page has no room for.

use crate::{
    appendix::{Report, RowKind, Table, Value, table},
    plan::AppendixName,
};

/// The wards, their results and the plan's targets.
pub(super) fn wards<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let mut table = table(AppendixName::Wards, report).without(&[
        "Báo cáo",
        "Không duy trì được",
        "Chưa đạt mới",
        "Chưa kết luận được",
        "Ngoài kế hoạch",
    ]);
    table.notes.clear();
    table
}

/// The criteria over the whole city, under their standards.
pub(super) fn criteria<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let mut table = table(AppendixName::CriteriaByWard, report).without(&[
        "Cơ quan thẩm định",
        "Không áp dụng",
        "Tử số",
        "Mẫu số",
        "Tỷ lệ (%)",
        "Số đơn vị tính",
        "Ghi chú",
    ]);
    table.rows.retain(|row| matches!(row.kind, RowKind::Section | RowKind::Subtotal));
    for row in table.rows.iter_mut().filter(|row| row.kind == RowKind::Subtotal) {
        row.kind = RowKind::Body;
    }
    if let Some(column) = table.columns.get_mut(1) {
        column.heading = "Tiêu chí".into();
    }
    if report.parts.totals.criteria.iter().all(|totals| totals.tally.not_due == 0) {
        table = table.without(&["Chưa đến hạn"]);
    }
    table.notes.truncate(1);
    table.unit = report.verdicts_counted_in();
    table
}

/// The units proposed for recognition.
pub(super) fn proposals<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let table = table(AppendixName::Proposals, report).without(&["Mã"]);
    let empty: Vec<String> = ["Năm công nhận", "Quyết định công nhận", "Ghi chú"]
        .into_iter()
        .filter(|heading| is_empty(&table, heading))
        .map(str::to_owned)
        .collect();
    let empty: Vec<&str> = empty.iter().map(String::as_str).collect();
    table.without(&empty)
}

/// Returns whether no row of data says anything under a heading.
fn is_empty(table: &Table<'_>, heading: &str) -> bool {
    let Some(column) = table.columns.iter().position(|column| column.heading == heading) else { return false };
    let mut body = table.rows.iter().filter(|row| row.kind == RowKind::Body);
    body.all(|row| row.cells.get(column).is_none_or(|cell| cell.value == Value::Empty))
}
