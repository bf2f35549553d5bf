//! What stands in cells, from the values that calamine gives and from those of the binary formats.

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};

use super::{Limit, Limits, Value, fault::Fault, number_format::Shown};
use crate::model::CellRef;

/// The first serial date after those that Excel shows: 9999-12-31 is the last.
const SERIAL_END: f64 = 2_958_466.0;
const MILLISECONDS_A_DAY: f64 = 86_400_000.0;

/// Passes on a place, from 0, that lies in the grid.
pub(super) fn place((row, column): (u32, u32), limits: &Limits) -> Result<CellRef, Fault> {
    if u64::from(row) >= limits.rows {
        return Err(Fault::Over(Limit::Rows, u64::from(row) + 1));
    }
    match u16::try_from(column) {
        Ok(column) if u64::from(column) < limits.columns => Ok(CellRef::new(row, column)),
        _ => Err(Fault::Over(Limit::Columns, u64::from(column) + 1)),
    }
}

/// Returns the range with two cells at its corners, whichever they are: its first and its last cell.
pub(super) fn between(one: CellRef, other: CellRef) -> (CellRef, CellRef) {
    let first = CellRef::new(one.row.min(other.row), one.column.min(other.column));
    (first, CellRef::new(one.row.max(other.row), one.column.max(other.column)))
}

/// Returns what stands in the cell; `None` if nothing does.
pub(super) fn value(data: &DataRef<'_>, formula: bool) -> Option<Value> {
    let value = match data {
        DataRef::Empty if formula => Value::NotCalculated,
        DataRef::Empty => return None,
        DataRef::SharedString(text) => return text_value(text),
        DataRef::String(text) => return text_value(text),
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

/// Returns what a cell says whose number is shown in some way.
pub(super) fn shown_value(number: f64, shown: Shown, from_1904: bool) -> Value {
    let serial = |kind| date(&ExcelDateTime::new(number, kind, from_1904));
    match shown {
        Shown::Number | Shown::Words => number_value(number),
        Shown::Date => serial(ExcelDateTimeType::DateTime),
        Shown::Duration => serial(ExcelDateTimeType::TimeDelta),
    }
}

/// Returns the error value with a number of the binary formats.
pub(super) fn error_value(number: u8) -> Value {
    let text = match number {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };
    Value::Error(text.into())
}

/// An empty text is nothing; any other stands as it is stored.
pub(super) fn text_value(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| Value::Text(text.into()))
}

/// A number that is none, which no spreadsheet program writes, is an error value.
pub(super) fn number_value(number: f64) -> Value {
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
