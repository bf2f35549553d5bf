//! Printed totals against the sum of the rows above or below them, known or not, hidden or not.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    criteria::{Kind, Rollup},
    finding::{Finding, Place, codes},
    layout::{Column, ColumnRole, SumRow, Table},
    model::{CellPlace, CellRef, CriterionKey, Decimal, SheetKey, Sum, say, spelled},
    text::{LoneSeparator, Written, canonical, is_blank, read_number},
    workbook::{Sheet, Value},
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::PRINTED_TOTAL_DIFFERS, run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut above: BTreeMap<(SheetKey, u16), Above> = BTreeMap::new();
    for table in context.tables {
        let sheet = &context.book.sheets[table.sheet.index()];
        for column in table.columns.iter().filter(|column| adds_up(context, column)) {
            if is_answered_by_sections(table, column) {
                continue;
            }
            let added = Added::up(sheet, column.column, &table.unit_rows);
            let above = above.entry((table.sheet, column.column)).or_insert_with(|| Above::before(column));
            if (above.role, above.criterion) != (column.role, column.criterion) {
                *above = Above::before(column);
            }
            above.add(added.sum(0..table.unit_rows.len()));
            let told = table.sums.iter().filter_map(|row| check(context, table, sheet, &added, above.sum, row));
            findings.extend(told);
        }
    }
}

/// A column of the tables so far on a sheet: one that goes on under headings of its own may end in totals of all.
struct Above {
    role: ColumnRole,
    criterion: Option<CriterionKey>,
    /// Nothing when a cell could not be read.
    sum: Option<Sum>,
}

impl Above {
    fn before(column: &Column) -> Self {
        Self { role: column.role, criterion: column.criterion, sum: Some(Sum::ZERO) }
    }

    fn add(&mut self, table: Option<Sum>) {
        self.sum = self.sum.zip(table).map(|(sum, table)| sum + table);
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

/// Returns whether a criterion is answered in the headings of sections, by the wards that they name: what stands there
/// is no total, and the rows below do not add up to one.
fn is_answered_by_sections(table: &Table, column: &Column) -> bool {
    table.sums.iter().any(|sum| {
        let first = table.entries.partition_point(|entry| entry.row < sum.row);
        let answers = table.entries[first..].iter().take_while(|entry| entry.row == sum.row);
        answers.into_iter().any(|entry| Some(entry.criterion) == column.criterion)
    })
}

/// Totals may be of the units since the last ones, of the whole table, or of it and those above that it goes on from;
/// without units since the last ones they are of the latter two alone.
fn check(
    context: &Context<'_>,
    table: &Table,
    sheet: &Sheet,
    added: &Added,
    with_above: Option<Sum>,
    row: &SumRow,
) -> Option<Finding> {
    let at = CellRef::new(row.row, added.column);
    let Printed::Number(printed) = printed(sheet, at) else { return None };
    let whole = added.sum(0..table.unit_rows.len())?;
    let expected = if row.section.is_empty() { whole } else { added.sum(row.section.clone())? };
    if printed == expected || printed == whole || Some(printed) == with_above {
        return None;
    }
    let (printed, expected) = (spelled(printed), spelled(expected));
    let message = say!(
        "Dòng tổng ghi {printed}, cộng các dòng được {expected}",
        "The total says {printed}, the rows add up to {expected}",
        printed,
        expected
    );
    let place = Place::Cell(CellPlace { file: context.file, sheet: table.sheet, cell: at });
    Some(Finding::new(&codes::PRINTED_TOTAL_DIFFERS, place, message).quoting(printed.vi).expecting(expected.vi))
}

/// A column added up from its first row to each of the others, so that the sum of any of its sections is at hand.
struct Added {
    column: u16,
    /// Before each row and behind the last: the sum so far, and how many cells could not be read.
    so_far: Vec<(Sum, usize)>,
}

impl Added {
    fn up(sheet: &Sheet, column: u16, rows: &[u32]) -> Self {
        let (mut sum, mut unread) = (Sum::ZERO, 0);
        let mut so_far = Vec::with_capacity(rows.len() + 1);
        so_far.push((sum, unread));
        for row in rows {
            match printed(sheet, CellRef::new(*row, column)) {
                Printed::Number(number) => sum += number,
                Printed::Blank => {}
                Printed::Other => unread += 1,
            }
            so_far.push((sum, unread));
        }
        Self { column, so_far }
    }

    /// Returns the sum over some rows; nothing when a cell cannot be read, which has been told elsewhere.
    fn sum(&self, rows: Range<usize>) -> Option<Sum> {
        let (before, after) = (self.so_far.get(rows.start)?, self.so_far.get(rows.end)?);
        (before.1 == after.1).then(|| after.0 - before.0)
    }
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
