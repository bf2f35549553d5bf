//! Colours for values that miss what is required, so that whoever fills the form in sees it at once.
//!
//! Where rows may change their places, a condition knows them by the codes of their units, and by the ids of criteria
//! where a unit has several: it stays with the column, not with the row.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ConditionalFormatFormula, Format, Worksheet};

use crate::template::{Arranging, Cell, Page, Row, Takes};

use super::{
    Written, column_number, looks, row_number,
    rules::{self, Held},
    sheet::place,
};

/// A function takes at most this many arguments; a column with more exceptions bears no colours.
const MOST_CODES: usize = 250;
/// Excel reads no longer formula than 8192 letters; what stands around a condition is far shorter than the rest.
const LONGEST: usize = 8000;
/// The word for a verdict of not achieved.
const NOT_ACHIEVED: &str = "Không đạt";

/// Adds the colours of a page whose rows begin in `first`.
pub(super) fn add(sheet: &mut Worksheet, page: &Page, first: u32) -> Written {
    for column in 0..page.columns.len() {
        // The part above its whole comes first: that is impossible, whatever is required.
        mark(sheet, page, first, column, &looks::impossible(), impossible)?;
        mark(sheet, page, first, column, &looks::missed(), missed)?;
    }
    Ok(())
}

/// Returns the formula that is true where a cell, were it in `row`, says not achieved or misses its goal.
fn missed(cell: &Cell, row: u32, column: usize) -> Option<String> {
    let at = place(row, column);
    match cell {
        Cell::Share { part, whole, goal } => {
            rules::missed(goal.as_ref()?, Held::Share(place(row, *part), place(row, *whole)))
        }
        Cell::Open(field) => match &field.takes {
            Takes::Choice(words) if words.contains(&NOT_ACHIEVED) => Some(format!("{at}=\"{NOT_ACHIEVED}\"")),
            _ => rules::missed(field.goal.as_ref()?, Held::Figure(at)),
        },
        Cell::Words(_) | Cell::Former(_) | Cell::Closed => None,
    }
}

fn impossible(cell: &Cell, row: u32, column: usize) -> Option<String> {
    match cell {
        Cell::Open(field) => field.within.map(|whole| rules::impossible(place(row, column), place(row, whole))),
        _ => None,
    }
}

/// Marks the cells of a column, each by its own condition, which is written for the first row.
fn mark(
    sheet: &mut Worksheet,
    page: &Page,
    first: u32,
    column: usize,
    format: &Format,
    condition: fn(&Cell, u32, usize) -> Option<String>,
) -> Written {
    let rows = page.rows.iter().enumerate().filter_map(|(index, row)| match row {
        Row::Asked(cells) => Some((index, cells)),
        Row::Section(_) => None,
    });
    let all = (first, first + row_number(page.rows.len().saturating_sub(1)));
    match page.arranging {
        Arranging::Fixed => {
            for (index, cells) in rows {
                let row = first + row_number(index);
                let condition = cells.get(column).and_then(|cell| condition(cell, row, column));
                add_condition(sheet, (row, row), column, condition, format)?;
            }
        }
        Arranging::ByCode(codes) | Arranging::InPlace(codes) => {
            let rows: Vec<&[Cell]> = rows.map(|(_, cells)| cells.as_slice()).collect();
            for condition in conditions(&rows, first, column, codes, condition) {
                add_condition(sheet, all, column, Some(condition), format)?;
            }
        }
        Arranging::ByCriterion { codes, ids } => {
            let mut by_id: BTreeMap<&str, Vec<&[Cell]>> = BTreeMap::new();
            for (_, cells) in rows {
                if let Some(Cell::Words(id)) = cells.get(ids) {
                    by_id.entry(id).or_default().push(cells);
                }
            }
            for (id, rows) in by_id {
                let of_criterion = format!("${}={}", place(first, ids), quoted(id));
                for condition in conditions(&rows, first, column, codes, condition) {
                    add_condition(sheet, all, column, Some(format!("AND({of_criterion},{condition})")), format)?;
                }
            }
        }
    }
    Ok(())
}

/// Returns the conditions of the cells of a column in these rows, each with the units that it is for.
fn conditions(
    rows: &[&[Cell]],
    first: u32,
    column: usize,
    codes: usize,
    condition: fn(&Cell, u32, usize) -> Option<String>,
) -> Vec<String> {
    let mut units: BTreeMap<Option<String>, Vec<&str>> = BTreeMap::new();
    for cells in rows {
        let condition = cells.get(column).and_then(|cell| condition(cell, first, column));
        if let Some(Cell::Words(code)) = cells.get(codes) {
            units.entry(condition).or_default().push(code);
        }
    }
    by_code(&units, &place(first, codes).to_string())
}

/// Joins each condition with the units that it is for: most of them need no naming, the others are named by code.
fn by_code(units: &BTreeMap<Option<String>, Vec<&str>>, code_cell: &str) -> Vec<String> {
    let usual = units.iter().max_by_key(|(_, codes)| codes.len()).map(|(condition, _)| condition.clone());
    let others: Vec<&str> = units
        .iter()
        .filter(|(condition, _)| Some(*condition) != usual.as_ref())
        .flat_map(|(_, codes)| codes.iter().copied())
        .collect();
    if others.len() > MOST_CODES {
        return Vec::new();
    }
    let among = |codes: &[&str]| {
        let equal = codes.iter().map(|code| format!("${code_cell}={}", quoted(code)));
        format!("OR({})", equal.collect::<Vec<_>>().join(","))
    };
    let conditions = units.iter().filter_map(|(condition, codes)| {
        let condition = condition.as_ref()?;
        Some(if Some(&Some(condition.clone())) != usual.as_ref() {
            format!("AND({},{condition})", among(codes))
        } else if others.is_empty() {
            condition.clone()
        } else {
            format!("AND(NOT({}),{condition})", among(&others))
        })
    });
    let conditions: Vec<String> = conditions.collect();
    if conditions.iter().any(|condition| condition.len() > LONGEST) { Vec::new() } else { conditions }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn add_condition(
    sheet: &mut Worksheet,
    (first, last): (u32, u32),
    column: usize,
    condition: Option<String>,
    format: &Format,
) -> Written {
    if let Some(condition) = condition {
        let marked = ConditionalFormatFormula::new().set_rule(format!("={condition}").as_str()).set_format(format);
        let column = column_number(column);
        sheet.add_conditional_format(first, column, last, column, &marked)?;
    }
    Ok(())
}
