//! What was read, sheet by sheet.

use crate::{
    appendix::{Cell, Column, Origin, Row, RowKind, Table, Value, numbers::number},
    facts::{FileLayout, SheetRead, Source},
    model::SheetKey,
};

/// So many sheets are named one by one; the others are told together.
const MOST_NAMED: usize = 3;
/// So many sheets without a table are named.
const MOST_WITHOUT: usize = 3;

/// Sets the sheets with tables, their sum where there are several, and those without below; nothing where there is none.
pub(super) fn table(source: &Source) -> Option<Table<'static>> {
    let told = if source.read.len() <= MOST_NAMED { source.read.len() } else { MOST_NAMED - 1 };
    let (told, others) = source.read.split_at(told);
    if told.is_empty() {
        return None;
    }
    let mut rows: Vec<Row<'static>> = told
        .iter()
        .enumerate()
        .map(|(index, read)| {
            let names = [Cell::ordinal(index), Cell::text(name(source, read.sheet))];
            row(names, &[*read])
        })
        .collect();
    if !others.is_empty() {
        let words = format!("{} trang tính khác", number(others.len()));
        rows.push(row([Cell::EMPTY, Cell::text(words)], others));
    }
    if source.read.len() > 1 {
        rows.extend(strays(source));
        rows.push(total(source));
    }
    let columns = vec![
        Column::mark("TT"),
        Column::text("Trang tính"),
        Column::text("Loại biểu"),
        Column::figure("Số biểu"),
        Column::figure("Số dòng"),
        Column::figure("Số đơn vị"),
        Column::figure("Ý kiến, số liệu"),
        Column::figure("Không dùng được"),
    ];
    Some(Table { unit: None, columns, identifying: 2, rows, notes: without(source).into_iter().collect() })
}

/// Makes a row about sheets. Units of several are not added, as the same unit may stand on more than one.
fn row([ordinal, name]: [Cell<'static>; 2], sheets: &[SheetRead]) -> Row<'static> {
    let sum = |of: fn(&SheetRead) -> u32| figure(sheets.iter().map(of).fold(0, u32::saturating_add));
    let same = sheets.iter().all(|sheet| sheet.layout == sheets[0].layout);
    let layout = if same { layout(sheets[0].layout) } else { layout(FileLayout::Mixed) };
    let units = if sheets.len() == 1 { figure(sheets[0].units) } else { Cell::EMPTY };
    let cells = vec![
        ordinal,
        name,
        Cell::text(layout),
        sum(|sheet| sheet.tables),
        sum(|sheet| sheet.rows),
        units,
        sum(|sheet| sheet.facts),
        sum(|sheet| sheet.refused),
    ];
    Row::body(cells)
}

/// Makes the row about facts that were refused with the whole of their row, and belong to no sheet; nothing where there
/// are none.
fn strays(source: &Source) -> Option<Row<'static>> {
    let read = source.read.iter().map(|sheet| sheet.facts).fold(0, u32::saturating_add);
    let refused = source.read.iter().map(|sheet| sheet.refused).fold(0, u32::saturating_add);
    let (facts, refused) = (source.facts.saturating_sub(read), source.refused.saturating_sub(refused));
    (facts > 0).then(|| {
        let mut cells = vec![Cell::EMPTY, Cell::text("Những dòng không dùng được cả dòng")];
        cells.extend([Cell::EMPTY, Cell::EMPTY, Cell::EMPTY, Cell::EMPTY, figure(facts), figure(refused)]);
        Row::body(cells)
    })
}

/// Makes the row about the file as a whole.
fn total(source: &Source) -> Row<'static> {
    let tables = source.read.iter().map(|sheet| sheet.tables).fold(0, u32::saturating_add);
    let figures = [tables, source.rows, source.units, source.facts, source.refused].map(figure);
    let names = [Cell::EMPTY, Cell::text("Tổng cộng"), Cell::EMPTY];
    Row { kind: RowKind::Total, cells: names.into_iter().chain(figures).collect() }
}

fn figure(count: u32) -> Cell<'static> {
    Cell::new(Value::Whole(count), Origin::Words)
}

fn name(source: &Source, sheet: SheetKey) -> String {
    let name = source.sheets.get(sheet.index()).and_then(Option::as_deref);
    name.map_or_else(|| "(tệp chỉ có một trang)".to_owned(), str::to_owned)
}

fn layout(layout: FileLayout) -> &'static str {
    match layout {
        FileLayout::Matrix => "Biểu tổng hợp",
        FileLayout::Card => "Phiếu",
        FileLayout::List => "Danh sách",
        FileLayout::Mixed => "Nhiều loại",
        FileLayout::None => "",
    }
}

/// Names the sheets in which no table was found.
fn without(source: &Source) -> Option<String> {
    let has_table = |index: usize| source.read.binary_search_by_key(&index, |read| read.sheet.index()).is_ok();
    let names: Vec<String> = (0..source.sheets.len())
        .filter(|index| !has_table(*index))
        .map(|index| format!("“{}”", name(source, SheetKey::new(index))))
        .collect();
    let (told, others) = names.split_at(names.len().min(MOST_WITHOUT));
    let others = match others.len() {
        0 => String::new(),
        count => format!(" và {} trang khác", number(count)),
    };
    (!told.is_empty()).then(|| format!("Không có biểu nào ở trang {}{others}.", told.join(", ")))
}
