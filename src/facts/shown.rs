//! What a cell shows, as sentences quote it: every number in one way, with its fifteen digits.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::{
    model::{Decimal, Message, Sum, spelled, with_comma},
    text,
    workbook::{Cell, Sheet, Value},
};

/// Texts are quoted up to so many characters.
const LONGEST_QUOTE: usize = 100;
/// So many digits of a number are behind the first.
const FURTHER_DIGITS: usize = 14;

/// So many decimals are seen of a number whose format does not say, as Excel shows it.
const MOST_DECIMALS: u8 = 9;

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
    text::clipped(text, LONGEST_QUOTE)
}

/// Returns what a cell holds, for quoting.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Error(text) => clipped(text).into_owned(),
        Value::Date(text) => day(text).unwrap_or_else(|| clipped(text).into_owned()),
        Value::Number(of) => with_comma(number(*of)),
        Value::Bool(true) => "TRUE".to_owned(),
        Value::Bool(false) => "FALSE".to_owned(),
        Value::NotCalculated => String::new(),
    }
}

/// Returns a date as people read it, 06/05/2025; nothing of a time of day or a span of time alone.
fn day(written: &str) -> Option<String> {
    let (date, time) = written.split_at_checked("2025-05-06".len())?;
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?.format("%d/%m/%Y");
    Some(format!("{date}{}", time.replacen('T', " ", 1)))
}

/// Returns what people see in a cell of `sheet`, for quoting: a percentage as such, a number with the decimals that its
/// format shows, but two where there are so many.
pub fn shown_cell(cell: &Cell, sheet: &Sheet) -> String {
    let Value::Number(of) = cell.value else { return shown(&cell.value) };
    let format = sheet.format(cell);
    let decimals = format.and_then(|format| format.decimals(of)).map_or(MOST_DECIMALS, |decimals| decimals.max(2));
    let exact = Decimal::from_spreadsheet(of);
    if format.is_some_and(|format| format.percent(of)) {
        let percent = exact.and_then(Decimal::times_hundred);
        return format!("{}%", percent.map_or_else(|_| with_comma(self::percent(of)), |of| brief(of, decimals).vi));
    }
    exact.map_or_else(|_| with_comma(number(of)), |of| brief(of, decimals).vi)
}

/// Returns a number for sentences in either language, with at most so many decimals; what would be nothing then, with
/// all of them.
pub(super) fn brief(of: Decimal, decimals: u8) -> Message {
    let rounded = Sum::from(of).rounded(decimals);
    if rounded.is_zero() { spelled(of) } else { spelled(rounded) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Format;

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

    #[test]
    fn a_date_is_quoted_as_people_read_it() {
        for (date, seen) in [
            ("2025-05-06", "06/05/2025"),
            ("2025-12-31T07:30:00", "31/12/2025 07:30:00"),
            ("07:30:00", "07:30:00"),
            ("PT1H30M00S", "PT1H30M00S"),
            ("tháng mười hai", "tháng mười hai"),
            ("2025-13-06", "2025-13-06"),
        ] {
            assert_eq!(shown(&Value::Date(date.into())), seen);
        }
    }

    #[test]
    fn a_cell_is_quoted_with_the_decimals_that_people_see() {
        let quoted = |number: f64, code: Option<&str>| {
            let at = "A1".parse().unwrap();
            let cells = vec![Cell { at, value: Value::Number(number), format: 0, formula: false }];
            let sheet = Sheet::new("Biểu", cells, vec![Format::new(code, None)]).unwrap();
            shown_cell(sheet.cell(at).unwrap(), &sheet)
        };
        assert_eq!(quoted(82.0 / 92.0, Some("0.00%")), "89,13%");
        assert_eq!(quoted(0.9496, Some("0%")), "94,96%");
        assert_eq!(quoted(82.0 / 92.0, Some("0.000%")), "89,13%");
        assert_eq!(quoted(0.75, Some("0.0%")), "75%");
        assert_eq!(quoted(82.0 / 92.0, None), "0,891304348");
        assert_eq!(quoted(1e-11, None), "0,00000000001");
    }
}
