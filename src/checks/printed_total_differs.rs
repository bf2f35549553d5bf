//! Printed totals against the sum of the rows above or below them, known or not, hidden or not.

use crate::{
    criteria::{Kind, Rollup},
    finding::{Finding, Place, codes},
    layout::{Column, ColumnRole, SumRow, Table},
    model::{CellPlace, CellRef, Decimal, Sum, say},
    text::{LoneSeparator, Written, canonical, is_blank, read_number},
    workbook::{Sheet, Value},
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::PRINTED_TOTAL_DIFFERS, run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for table in context.tables {
        let sheet = &context.book.sheets[table.sheet.index()];
        for column in table.columns.iter().filter(|column| adds_up(context, column)) {
            for sums in &table.sums {
                findings.extend(check(context, table, sheet, column.column, sums));
            }
        }
    }
}

/// Returns whether the numbers of a column may be added: counts, parts and wholes may, percentages may not.
fn adds_up(context: &Context<'_>, column: &Column) -> bool {
    let criterion = column.criterion.map(|key| context.rulebook.criteria.criterion(key));
    match (column.role, criterion) {
        (ColumnRole::Part | ColumnRole::Whole, _) => true,
        (ColumnRole::Figure, Some(criterion)) => {
            matches!(criterion.kind, Kind::Count | Kind::Points) || criterion.rollup == Some(Rollup::Sum)
        }
        _ => false,
    }
}

fn check(context: &Context<'_>, table: &Table, sheet: &Sheet, column: u16, sums: &SumRow) -> Option<Finding> {
    let at = CellRef::new(sums.row, column);
    let Printed::Number(printed) = printed(sheet, at) else { return None };
    let section = sum(sheet, column, &sums.section)?;
    let whole = sum(sheet, column, &sums.table)?;
    if printed == section || printed == whole {
        return None;
    }
    let expected = if sums.section.is_empty() { whole } else { section };
    let (printed, expected) = (printed.to_string().replace('.', ","), expected.to_string().replace('.', ","));
    let message = say!(
        "Dòng tổng ghi {printed}, cộng các dòng được {expected}",
        "The total says {printed}, the rows add up to {expected}"
    );
    let place = Place::Cell(CellPlace { file: context.file, sheet: table.sheet, cell: at });
    Some(Finding::new(&codes::PRINTED_TOTAL_DIFFERS, place, message).quoting(printed).expecting(expected))
}

/// Returns the sum of a column over rows; nothing when a cell cannot be read, which has been told elsewhere.
fn sum(sheet: &Sheet, column: u16, rows: &[u32]) -> Option<Sum> {
    let numbers = rows.iter().map(|row| match printed(sheet, CellRef::new(*row, column)) {
        Printed::Number(number) => Some(number),
        Printed::Blank => Some(Sum::ZERO),
        Printed::Other => None,
    });
    numbers.sum()
}

/// What stands in a cell that may be added.
enum Printed {
    Number(Sum),
    Blank,
    Other,
}

fn printed(sheet: &Sheet, at: CellRef) -> Printed {
    let number = |number: Option<Decimal>| number.map_or(Printed::Other, |number| Printed::Number(number.into()));
    match sheet.cell(at).map(|cell| &cell.value) {
        None => Printed::Blank,
        Some(Value::Number(value)) => number(Decimal::from_spreadsheet(*value).ok()),
        Some(Value::Text(text)) if is_blank(text) => Printed::Blank,
        Some(Value::Text(text)) => match read_number(&canonical(text), LoneSeparator::Undecidable) {
            Written::Number(value, _) => number(Some(value)),
            _ => Printed::Other,
        },
        Some(_) => Printed::Other,
    }
}
