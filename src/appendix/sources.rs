//! The files that everything rests on: their digests, what they gave and what was found in them.

use crate::{facts::Source, finding::Severity, model::FileKey, plan::AppendixName};

use super::{
    Appendix,
    origin::Origin,
    report::Report,
    table::{Cell, Column, Row, RowKind, Table, Value},
    words,
};

pub(super) const SOURCES: Appendix =
    Appendix { name: AppendixName::Sources, number: None, title: "Nguồn số liệu", build };

fn build<'a>(report: &Report<'a, '_>) -> Table<'a> {
    let counts = findings(report);
    let sources = || report.parts.sources.iter().zip(&counts).enumerate();
    let mut rows: Vec<Row<'a>> = sources()
        .map(|(index, (source, found))| {
            let names = names(report, index, source);
            Row::body(names.into_iter().chain(figures(source, *found, Some(FileKey::new(index)))).collect())
        })
        .collect();
    rows.push(Row { kind: RowKind::Total, cells: total(report, &counts) });
    let elsewhere = report.parts.findings.iter().filter(|finding| finding.place.file().is_none()).count();
    let notes = if elsewhere == 0 {
        Vec::new()
    } else {
        vec![format!("Ngoài ra có {elsewhere} điều cần xem lại không thuộc riêng tệp nào.")]
    };
    Table { unit: None, columns: columns(report), identifying: 2, rows, notes }
}

fn columns(report: &Report<'_, '_>) -> Vec<Column<'static>> {
    vec![
        Column::mark("TT"),
        Column::text("Tệp"),
        Column::text(words::capitalised(&report.ward_kinds())),
        Column::text("Người báo cáo"),
        Column::text("Mã kiểm tra SHA-256"),
        Column::figure("Số đơn vị"),
        Column::figure("Số dòng"),
        Column::figure("Số ý kiến, số liệu"),
        Column::figure("Lỗi").under("Cần xem lại"),
        Column::figure("Cảnh báo").under("Cần xem lại"),
    ]
}

/// How many errors and warnings were found in a file.
#[derive(Clone, Copy, Default)]
struct Found {
    errors: u32,
    warnings: u32,
}

fn findings(report: &Report<'_, '_>) -> Vec<Found> {
    let mut counts = vec![Found::default(); report.parts.sources.len()];
    for finding in report.parts.findings {
        let Some(found) = finding.place.file().and_then(|file| counts.get_mut(file.index())) else { continue };
        match finding.severity {
            Severity::Error => found.errors += 1,
            Severity::Warning => found.warnings += 1,
            Severity::Note => {}
        }
    }
    counts
}

fn names<'a>(report: &Report<'a, '_>, index: usize, source: &'a Source) -> [Cell<'a>; 5] {
    let agency = source.agency.and_then(|agency| report.plan().agencies.get(agency));
    let speaker = agency.map_or(words::voice(source.voice), |agency| agency.name.as_str());
    [
        Cell::ordinal(index),
        Cell::text(&source.path),
        Cell::maybe(source.ward.map(|ward| report.unit(ward).name.as_str())),
        Cell::text(speaker),
        Cell::text(&source.sha256),
    ]
}

fn figures(source: &Source, found: Found, file: Option<FileKey>) -> [Cell<'static>; 5] {
    let origin = file.map_or(Origin::Files, Origin::File);
    [source.units, source.rows, source.facts, found.errors, found.warnings]
        .map(|count| Cell::new(Value::Whole(count), origin))
}

fn total<'a>(report: &Report<'a, '_>, counts: &[Found]) -> Vec<Cell<'a>> {
    let sources = &report.parts.sources;
    let sum = |values: &mut dyn Iterator<Item = u32>| {
        Cell::new(Value::Whole(values.fold(0, u32::saturating_add)), Origin::Files)
    };
    vec![
        Cell::EMPTY,
        Cell::text("Tổng cộng"),
        Cell::EMPTY,
        Cell::EMPTY,
        Cell::EMPTY,
        Cell::EMPTY,
        sum(&mut sources.iter().map(|source| source.rows)),
        sum(&mut sources.iter().map(|source| source.facts)),
        sum(&mut counts.iter().map(|found| found.errors)),
        sum(&mut counts.iter().map(|found| found.warnings)),
    ]
}
