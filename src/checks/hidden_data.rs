//! Hidden rows, columns and sheets that hold data, values below merged cells, and numbers that their format does not
//! show: they are read, and people are told.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Finding, Place, codes},
    layout::Table,
    model::{CellPlace, CellRef, FileKey, Message, SheetKey, say},
    workbook::{Format, Sheet, Texts, Value},
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::HIDDEN_DATA, run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    tell_unseen(context, findings);
    for (index, sheet) in context.book.sheets.iter().enumerate() {
        let key = SheetKey::new(index);
        let tables: Vec<&Table> = context.tables.iter().filter(|table| table.sheet == key).collect();
        if tables.is_empty() {
            continue;
        }
        if sheet.hidden {
            let name = &sheet.name;
            let message = say!(
                "Trang ẩn \"{name}\" có số liệu; số liệu này vẫn được tính",
                "The hidden sheet \"{name}\" holds data; the data count"
            );
            findings.extend(sheet.cells().first().map(|cell| finding(context.file, key, cell.at, message)));
            continue;
        }
        findings.extend(first_covered(sheet, &tables).into_iter().map(|(at, (first, last))| {
            let message = say!(
                "Ô {at} có giá trị nằm khuất dưới ô gộp {first}:{last}; giá trị này vẫn được tính",
                "{at} holds a value that the merged cell {first}:{last} covers; the value counts"
            );
            let help = say!(
                "Bỏ gộp ô (Merge & Center) rồi xem lại từng giá trị",
                "Unmerge the cells and look at each of the values again"
            );
            finding(context.file, key, at, message).helped_by(help)
        }));
        let rows =
            runs(&sheet.hidden_rows, |row| sheet.row(row).iter().map(|cell| cell.at).find(|at| lies_in(&tables, *at)));
        findings.extend(rows.into_iter().map(|at| {
            let message =
                say!("Dòng ẩn có số liệu; số liệu này vẫn được tính", "A hidden row holds data; the data count");
            finding(context.file, key, at, message)
        }));
        let firsts = first_of_hidden_columns(sheet, &tables);
        let columns: Vec<u32> = sheet.hidden_columns.iter().map(|column| u32::from(*column)).collect();
        let columns = runs(&columns, |column| firsts.get(&column).copied());
        findings.extend(columns.into_iter().map(|at| {
            let message =
                say!("Cột ẩn có số liệu; số liệu này vẫn được tính", "A hidden column holds data; the data count");
            finding(context.file, key, at, message)
        }));
    }
}

/// Tells the numbers and texts that were read and that their format shows as nothing, once a sheet.
fn tell_unseen(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut unseen: BTreeMap<SheetKey, BTreeSet<CellRef>> = BTreeMap::new();
    let sheets = (0..).map(SheetKey::new).zip(&context.book.sheets);
    let hides = |sheet: &&Sheet| sheet.formats.iter().any(Format::may_hide);
    let sheets: BTreeMap<SheetKey, &Sheet> = sheets.filter(|(_, sheet)| hides(sheet)).collect();
    for source in context.facts.iter().flat_map(|fact| &fact.cells) {
        let Some(sheet) = sheets.get(&source.sheet) else { continue };
        let Some(cell) = sheet.cell(source.at) else { continue };
        let Some(format) = sheet.format(cell) else { continue };
        let is_unseen = match cell.value {
            Value::Number(number) => format.instead_of(number) == Some(""),
            Value::Text(_) => format.texts() == Texts::Hidden,
            _ => false,
        };
        if is_unseen {
            unseen.entry(source.sheet).or_default().insert(source.at);
        }
    }
    findings.extend(unseen.iter().filter_map(|(sheet, cells)| {
        let (first, count) = (*cells.first()?, cells.len());
        let message = say!(
            "Định dạng ô không cho hiện nội dung của {count} ô, đầu tiên là ô {first}; số liệu này vẫn được tính",
            "The cell format does not show what {count} cells hold, the first of them {first}; the data count"
        );
        let help = say!(
            "Đổi định dạng các ô này thành Chung (bấm Ctrl+1, chọn General) để xem lại; nội dung nào không cần thì xóa hẳn",
            "Set the format of these cells to General (Ctrl+1), look at them, and delete what is not needed"
        );
        Some(finding(context.file, *sheet, first, message).helped_by(help))
    }));
}

fn finding(file: FileKey, sheet: SheetKey, cell: CellRef, message: Message) -> Finding {
    Finding::new(&codes::HIDDEN_DATA, Place::Cell(CellPlace { file, sheet, cell }), message)
}

/// Returns the first value that each merged range covers, and the range; what is hidden besides is told as that.
fn first_covered(sheet: &Sheet, tables: &[&Table]) -> Vec<(CellRef, (CellRef, CellRef))> {
    let mut ranges = BTreeSet::new();
    let covered = tables.iter().flat_map(|table| &table.covered).copied();
    covered.filter(|(at, range)| !sheet.is_hidden(*at) && ranges.insert(*range)).collect()
}

/// Returns whether a cell lies in one of the tables of its sheet, which follow each other from top to bottom.
fn lies_in(tables: &[&Table], at: CellRef) -> bool {
    let next = tables.partition_point(|table| table.range.1.row < at.row);
    tables.get(next).is_some_and(|table| {
        let (first, last) = table.range;
        (first.row..=last.row).contains(&at.row) && (first.column..=last.column).contains(&at.column)
    })
}

/// Returns the first filled cell that lies in a table of each hidden column that has one.
fn first_of_hidden_columns(sheet: &Sheet, tables: &[&Table]) -> BTreeMap<u32, CellRef> {
    let mut firsts = BTreeMap::new();
    if sheet.hidden_columns.is_empty() {
        return firsts;
    }
    for at in sheet.cells().iter().map(|cell| cell.at) {
        if sheet.hidden_columns.binary_search(&at.column).is_ok() && lies_in(tables, at) {
            firsts.entry(u32::from(at.column)).or_insert(at);
        }
    }
    firsts
}

/// Returns the first filled cell of each run of neighbours that holds any.
fn runs(hidden: &[u32], first_in: impl Fn(u32) -> Option<CellRef>) -> Vec<CellRef> {
    let mut firsts: Vec<CellRef> = Vec::new();
    let mut before: Option<u32> = None;
    let mut told = false;
    for &line in hidden {
        if before.is_none_or(|before| before + 1 != line) {
            told = false;
        }
        before = Some(line);
        if !told {
            let first = first_in(line);
            told = first.is_some();
            firsts.extend(first);
        }
    }
    firsts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_hidden_rows_is_told_once_at_its_first_cell() {
        let at = |row: u32| CellRef::new(row, 0);
        let filled = |row: u32| (row != 4).then(|| at(row));
        assert_eq!(runs(&[4, 5, 6, 9], filled), [at(5), at(9)]);
        assert_eq!(runs(&[4], filled), []);
    }
}
