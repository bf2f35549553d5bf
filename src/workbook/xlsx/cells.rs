//! The cells that the survey has read and those that calamine gives, as ours.

use std::io::{Read, Seek};

use calamine::{DataRef, XlsxCellReader};

use super::{shared::Shared, survey::Survey};
use crate::{
    model::phrase,
    workbook::{
        Cell, ReadError, Value,
        fault::{Fault, sheet_part},
        grid::Budget,
        plain_cell::PlainValue,
        values::{place, value},
    },
};

/// Reads the cells of the sheet `name` that the survey has not read itself from `reader`.
pub(super) fn cells<S: Read + Seek>(
    name: &str,
    reader: Option<XlsxCellReader<'_, S>>,
    survey: &Survey,
    shared: &mut Shared,
    budget: &mut Budget<'_>,
) -> Result<Vec<Cell>, ReadError> {
    let mut cells = Vec::with_capacity(survey.plain.len() + survey.left as usize);
    for plain in &survey.plain {
        let style = plain.style as usize;
        let format = shared.format(style).map_err(|fault| in_sheet(fault, name, budget))?;
        let value = match plain.value {
            PlainValue::Text(number) => shared.numbered(number),
            PlainValue::Number(number) => Some(shared.number(number, style)),
        };
        if let Some(value) = value {
            budget.take(&value, 1).map_err(|fault| in_sheet(fault, name, budget))?;
            cells.push(Cell { at: plain.at, value, format, formula: false });
        }
    }
    if let Some(mut reader) = reader {
        left(name, &mut reader, survey, shared, budget, &mut cells)?;
    }
    Ok(cells)
}

/// Reads what is left to calamine.
fn left<S: Read + Seek>(
    name: &str,
    reader: &mut XlsxCellReader<'_, S>,
    survey: &Survey,
    shared: &mut Shared,
    budget: &mut Budget<'_>,
    cells: &mut Vec<Cell>,
) -> Result<(), ReadError> {
    let mut formulas = survey.formulas.iter().copied().peekable();
    let mut count = 0;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|error| damaged(name, &error))? {
        let formula = formulas.next_if_eq(&count).is_some();
        count += 1;
        let value = match cell.get_value() {
            DataRef::SharedString(text) => shared.text(text).map(Value::Text),
            // To calamine a cell without a style has no format; it has the first.
            DataRef::Float(number) if style == 0 => Some(shared.number(*number, style)),
            other => value(other, formula),
        };
        if let Some(value) = value {
            let at = place(cell.get_position(), budget.limits).map_err(|fault| in_sheet(fault, name, budget))?;
            budget.take(&value, 1).map_err(|fault| in_sheet(fault, name, budget))?;
            let format = shared.format(style).map_err(|fault| in_sheet(fault, name, budget))?;
            cells.push(Cell { at, value, format, formula });
        }
    }
    if count == survey.left { Ok(()) } else { Err(in_sheet(Fault::Malformed, name, budget)) }
}

fn in_sheet(fault: Fault, name: &str, budget: &Budget<'_>) -> ReadError {
    fault.in_part(&sheet_part(name), budget.limits)
}

fn damaged(name: &str, error: &calamine::XlsxError) -> ReadError {
    let reason = phrase!("không đọc được trang tính \"{name}\"", "sheet \"{name}\" cannot be read: {error}");
    ReadError::Damaged { reason }
}
