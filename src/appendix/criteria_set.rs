//! The criteria that results were judged by, with the digest of their file and where they come from.

use crate::{
    criteria::{Criterion, NotApplicable, Provenance},
    model::CriterionKey,
    plan::AppendixName,
};

use super::{
    Appendix,
    report::Report,
    requirement,
    table::{Cell, Column, Row, Table},
    words,
};

pub(super) const CRITERIA_SET: Appendix =
    Appendix { name: AppendixName::CriteriaSet, number: None, title: "Bộ tiêu chí đã dùng", build };

fn build<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let columns = columns();
    let mut rows = Vec::new();
    let mut standard = None;
    for (key, criterion) in report.criteria().all() {
        if standard.replace(criterion.standard) != Some(criterion.standard) {
            let standard = &report.criteria().standards[criterion.standard];
            rows.push(Row::section(criterion.standard + 1, &standard.title, columns.len()));
        }
        rows.push(Row::body(cells(report, key, criterion)));
    }
    Table { unit: None, columns, identifying: 2, rows, notes: notes(report) }
}

fn columns() -> Vec<Column<'static>> {
    vec![
        Column::mark("TT"),
        Column::text("Tiêu chí"),
        Column::mark("Loại"),
        Column::mark("Yêu cầu"),
        Column::mark("Bắt buộc"),
        Column::text("Không áp dụng"),
        Column::text("Cơ quan thẩm định"),
        Column::text("Căn cứ"),
    ]
}

fn cells<'a>(report: &Report<'a, '_>, key: CriterionKey, criterion: &'a Criterion) -> Vec<Cell<'a>> {
    let not_applicable = match criterion.not_applicable {
        NotApplicable::Forbidden => "",
        NotApplicable::CountsAsAchieved => "tính là đạt",
        NotApplicable::Excluded => "không tính",
    };
    vec![
        Cell::text(&criterion.id),
        Cell::text(&criterion.title),
        Cell::text(words::kind(criterion.kind)),
        Cell::text(requirement::of_criterion(criterion)),
        Cell::text(if criterion.knockout { "x" } else { "" }),
        Cell::text(not_applicable),
        Cell::text(report.agencies(key)),
        Cell::maybe(criterion.clause.as_deref()),
    ]
}

fn notes(report: &Report<'_, '_>) -> Vec<String> {
    let set = report.criteria();
    let provenance = match set.provenance {
        Provenance::Official => "Bộ tiêu chí chính thức",
        Provenance::Modelled => "Bộ tiêu chí mô phỏng, không phải bản chính thức",
    };
    let mut notes = vec![
        format!("{provenance}."),
        format!("Ký hiệu: {}; cơ quan ban hành: {}.", set.reference(), set.issuer),
        format!("Mã kiểm tra SHA-256: {}.", set.digest),
    ];
    if !set.basis.is_empty() {
        notes.insert(1, format!("Căn cứ: {}.", set.basis.join("; ")));
    }
    notes
}
