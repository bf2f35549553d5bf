//! Numbers as Vietnamese documents print them: a decimal comma, and points between the thousands.

use std::fmt::Display;

use crate::{
    appendix::{Value, words::cited_day},
    model::{Decimal, Quantity, Ratio},
};

/// Percentages are printed with two decimals, and with more where they would pass for all or nothing.
const DECIMALS: u8 = 2;

/// Returns a number in plain notation as documents print it: `1.234,5`.
pub(super) fn number(plain: impl Display) -> String {
    let plain = plain.to_string();
    let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.chars().count();
    let grouped: String = whole
        .chars()
        .enumerate()
        .flat_map(|(at, digit)| ((at > 0 && (digits - at).is_multiple_of(3)).then_some('.')).into_iter().chain([digit]))
        .collect();
    let fraction = fraction.map(|fraction| format!(",{fraction}")).unwrap_or_default();
    format!("{sign}{grouped}{fraction}")
}

/// Returns a share as a percentage: `68,09 %`; nothing where there is no whole.
pub(super) fn percent(part: u32, whole: u32) -> Option<String> {
    let ratio = Ratio::new(part, whole)?;
    let limit = Decimal::from(if part * 2 > whole { 100_u32 } else { 0 });
    Some(format!("{} %", number(Quantity::Ratio(ratio).shown_beside(limit, DECIMALS))))
}

/// Returns what a cell of a table says, as documents print it.
pub fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone().into_owned(),
        Value::Whole(count) => number(count),
        Value::Decimal(sum) | Value::Percent(sum) => number(sum),
        Value::Year(year) => year.to_string(),
        Value::Date(day) => cited_day(*day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_have_points_and_decimals_a_comma() {
        let cases = [("0", "0"), ("999", "999"), ("1000", "1.000"), ("1234567.5", "1.234.567,5"), ("-1200", "-1.200")];
        for (plain, expected) in cases {
            assert_eq!(number(plain), expected);
        }
    }

    #[test]
    fn a_share_never_passes_for_all_or_nothing() {
        assert_eq!(percent(32, 47).as_deref(), Some("68,09 %"));
        assert_eq!(percent(99_999, 100_000).as_deref(), Some("99,999 %"));
        assert_eq!(percent(1, 100_000).as_deref(), Some("0,001 %"));
        assert_eq!(percent(4, 4).as_deref(), Some("100 %"));
        assert_eq!(percent(0, 4).as_deref(), Some("0 %"));
        assert_eq!(percent(0, 0), None);
    }
}
