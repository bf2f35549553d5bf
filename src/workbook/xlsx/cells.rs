//! The cells that calamine gives, as ours.

use std::{
    io::{Read, Seek},
    sync::Arc,
};

use calamine::{DataRef, ExcelDateTime, XlsxCellReader};
use rustc_hash::FxHashMap;

use super::{
    fault::{Fault, sheet_part},
    formats::Formats,
    survey::Survey,
};
use crate::{
    model::{CellRef, phrase},
    workbook::{Cell, Limit, Limits, ReadError, Value},
};

/// The first serial date after those that Excel shows: 9999-12-31 is the last.
const SERIAL_END: f64 = 2_958_466.0;
const MILLISECONDS_A_DAY: f64 = 86_400_000.0;

/// What may still be read of a workbook.
pub(super) struct Budget<'a> {
    limits: &'a Limits,
    /// Bytes of text read so far.
    text_bytes: u64,
    /// The texts of the workbook's table that cells have shown so far, by where calamine keeps them.
    shared: FxHashMap<*const u8, Arc<str>>,
}

/// Reads the cells of the sheet `name`; `survey` tells which hold formulas.
pub(super) fn cells<S: Read + Seek>(
    name: &str,
    reader: &mut XlsxCellReader<'_, S>,
    survey: &Survey,
    formats: &Formats,
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
        if let Some(value) = value(cell.get_value(), formula, budget) {
            let at = place(cell.get_position(), budget.limits).map_err(|fault| in_sheet(fault, name, budget))?;
            budget.take(&value)?;
            cells.push(Cell { at, value, format: formats.position(style), formula });
        }
    }
    if count == survey.cells { Ok(cells) } else { Err(in_sheet(Fault::Malformed, name, budget)) }
}

impl<'a> Budget<'a> {
    /// Allows a workbook what `limits` say.
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self { limits, text_bytes: 0, shared: FxHashMap::default() }
    }

    /// Returns a text of the workbook's table; an empty one is nothing.
    fn shared(&mut self, text: &str) -> Option<Value> {
        let share = || Arc::clone(self.shared.entry(text.as_ptr()).or_insert_with(|| text.into()));
        (!text.is_empty()).then(share).map(Value::Text)
    }

    fn take(&mut self, value: &Value) -> Result<(), ReadError> {
        if let Value::Text(text) = value {
            self.limits.check(Limit::CellTextBytes, text.len() as u64)?;
            self.text_bytes += text.len() as u64;
            self.limits.check(Limit::TextBytes, self.text_bytes)?;
        }
        Ok(())
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

fn place((row, column): (u32, u32), limits: &Limits) -> Result<CellRef, Fault> {
    if u64::from(row) >= limits.rows {
        return Err(Fault::Over(Limit::Rows, u64::from(row) + 1));
    }
    match u16::try_from(column) {
        Ok(column) if u64::from(column) < limits.columns => Ok(CellRef::new(row, column)),
        _ => Err(Fault::Over(Limit::Columns, u64::from(column) + 1)),
    }
}

/// Returns what stands in the cell; `None` if nothing does.
fn value(data: &DataRef<'_>, formula: bool, budget: &mut Budget<'_>) -> Option<Value> {
    let value = match data {
        DataRef::Empty if formula => Value::NotCalculated,
        DataRef::Empty => return None,
        DataRef::SharedString(text) => return budget.shared(text),
        DataRef::String(text) => return (!text.is_empty()).then(|| Value::Text(text.as_str().into())),
        DataRef::Float(number) => number_value(*number),
        #[expect(clippy::cast_precision_loss, reason = "calamine gives integers for old workbooks only, of 30 bits")]
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Bool(truth) => Value::Bool(*truth),
        DataRef::DateTime(serial) => date(serial),
        // The survey passes error values off as dates.
        DataRef::DateTimeIso(text) if text.starts_with('#') => Value::Error(text.as_str().into()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Value::Date(text.as_str().into()),
        DataRef::Error(error) => Value::Error(error.to_string().into()),
    };
    Some(value)
}

/// A number that is none, which no spreadsheet program writes, is an error value.
fn number_value(number: f64) -> Value {
    if number.is_finite() { Value::Number(number) } else { Value::Error("#NUM!".into()) }
}

/// Writes a serial date, time or duration in ISO 8601; one outside Excel's calendar stays the number it is.
fn date(serial: &ExcelDateTime) -> Value {
    let days = serial.as_f64();
    if !(0.0..SERIAL_END).contains(&days) {
        return number_value(days);
    }
    let text = if serial.is_duration() { duration(days) } else { date_and_time(serial) };
    Value::Date(text.into())
}

fn duration(days: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the caller has bounded the days")]
    let seconds = (days * MILLISECONDS_A_DAY / 1000.0).round() as u64;
    format!("PT{}H{}M{}S", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn date_and_time(serial: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = serial.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match (serial.as_f64() < 1.0, (hour, minute, second) == (0, 0, 0)) {
        (true, _) => time,
        (false, true) => date,
        (false, false) => format!("{date}T{time}"),
    }
}
