//! What a cell shows, as sentences quote it: every number in one way, with its fifteen digits.

use std::borrow::Cow;

use crate::{
    model::{Decimal, Message, spelled, with_comma},
    workbook::{Cell, Sheet, Value},
};

/// Texts are quoted up to so many characters.
const LONGEST_QUOTE: usize = 100;
/// So many digits of a number are behind the first.
const FURTHER_DIGITS: usize = 14;

/// Returns a number with a decimal point and its fifteen digits; one too large or too small to be a figure with its
/// power of ten, `1e300`.
pub(super) fn number(number: f64) -> String {
    Decimal::from_spreadsheet(number).map_or_else(|_| with_power(number), |decimal| decimal.to_string())
}

/// Returns a fraction as percent, without the sign, as [`number`] does.
pub(super) fn percent(fraction: f64) -> String {
    let percent = Decimal::from_spreadsheet(fraction).and_then(Decimal::times_hundred);
    percent.map_or_else(|_| with_power(fraction * 100.0), |decimal| decimal.to_string())
}

fn with_power(number: f64) -> String {
    let text = format!("{number:.FURTHER_DIGITS$e}");
    match text.split_once('e') {
        Some((digits, power)) => format!("{}e{power}", digits.trim_end_matches('0').trim_end_matches('.')),
        None => text,
    }
}

/// Returns a number for sentences in either language.
pub(super) fn spelled_number(of: f64) -> Message {
    spelled(number(of))
}

/// Returns a text as it is quoted, cut where it goes on and on.
pub(super) fn clipped(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.split_at(end).0)),
        None => Cow::Borrowed(text),
    }
}

/// Returns what a cell holds, for quoting.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Date(text) | Value::Error(text) => clipped(text).into_owned(),
        Value::Number(of) => with_comma(number(*of)),
        Value::Bool(true) => "TRUE".to_owned(),
        Value::Bool(false) => "FALSE".to_owned(),
        Value::NotCalculated => String::new(),
    }
}

/// Returns what people see in a cell of `sheet`, for quoting: a percentage as such.
pub(super) fn shown_cell(cell: &Cell, sheet: &Sheet) -> String {
    match &cell.value {
        Value::Number(of) if sheet.format(cell).is_some_and(|format| format.percent) => {
            format!("{}%", with_comma(percent(*of)))
        }
        value => shown(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_with_its_fifteen_digits_and_no_longer() {
        assert_eq!(shown(&Value::Number(120.300_000_000_000_01)), "120,3");
        assert_eq!(number(1e15), "1e15");
        assert_eq!(number(1e300), "1e300");
        assert_eq!(number(-1.5e200), "-1.5e200");
        assert_eq!(number(1e-30), "1e-30");
        assert_eq!(number(f64::INFINITY), "inf");
        assert_eq!(percent(0.953), "95.3");
        assert_eq!(percent(1e300), "1e302");
    }
}
