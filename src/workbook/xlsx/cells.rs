//! The cells that calamine gives, as ours.

use std::{
    io::{Read, Seek},
    sync::Arc,
};

use calamine::{DataRef, XlsxCellReader};
use rustc_hash::FxHashMap;

use super::survey::Survey;
use crate::{
    model::phrase,
    workbook::{
        Cell, ReadError, Value,
        fault::{Fault, sheet_part},
        formats::Formats,
        grid::Budget,
        values::{place, value},
    },
};

/// The texts of the workbook's table that cells have shown so far, by where calamine keeps them.
#[derive(Default)]
pub(super) struct Texts {
    known: FxHashMap<*const u8, Arc<str>>,
}

/// Reads the cells of the sheet `name`; `survey` tells which hold formulas.
pub(super) fn cells<S: Read + Seek>(
    name: &str,
    reader: &mut XlsxCellReader<'_, S>,
    survey: &Survey,
    formats: &Formats,
    texts: &mut Texts,
    budget: &mut Budget<'_>,
) -> Result<Vec<Cell>, ReadError> {
    let mut cells = Vec::with_capacity(survey.filled.max(survey.formulas.len()));
    let mut formulas = survey.formulas.iter().copied().peekable();
    let mut count = 0;
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| damaged(name, &error, cells.last()))?
    {
        let formula = formulas.next_if_eq(&count).is_some();
        count += 1;
        let value = match cell.get_value() {
            DataRef::SharedString(text) => texts.value(text),
            other => value(other, formula),
        };
        if let Some(value) = value {
            let at = place(cell.get_position(), budget.limits).map_err(|fault| in_sheet(fault, name, budget))?;
            budget.take(&value, 1).map_err(|fault| in_sheet(fault, name, budget))?;
            cells.push(Cell { at, value, format: formats.position(style), formula });
        }
    }
    if count == survey.cells { Ok(cells) } else { Err(in_sheet(Fault::Malformed, name, budget)) }
}

impl Texts {
    /// Returns a text of the workbook's table; an empty one is nothing.
    fn value(&mut self, text: &str) -> Option<Value> {
        let share = || Arc::clone(self.known.entry(text.as_ptr()).or_insert_with(|| text.into()));
        (!text.is_empty()).then(share).map(Value::Text)
    }
}

fn in_sheet(fault: Fault, name: &str, budget: &Budget<'_>) -> ReadError {
    fault.in_part(&sheet_part(name), budget.limits)
}

fn damaged(name: &str, error: &calamine::XlsxError, last: Option<&Cell>) -> ReadError {
    let reason = match last.map(|cell| cell.at) {
        Some(at) => phrase!(
            "không đọc được trang tính \"{name}\" ở ô sau {at}",
            "sheet \"{name}\" cannot be read after cell {at}: {error}"
        ),
        None => phrase!("không đọc được trang tính \"{name}\"", "sheet \"{name}\" cannot be read: {error}"),
    };
    ReadError::Damaged { reason }
}
