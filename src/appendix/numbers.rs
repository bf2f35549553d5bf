//! Numbers as the documents print them, the same in every output: a decimal comma, and points between the thousands.

use std::fmt::Display;

use crate::model::{Decimal, Quantity, Ratio, Sum, printed};

use super::{table::Value, words::cited_day};

/// Percentages are printed with two decimals, and with more where a threshold lies closer.
pub(super) const DECIMALS: u8 = 2;

/// Returns a number in plain notation as documents print it: `1.234,5`.
pub(crate) fn number(plain: impl Display) -> String {
    printed(plain).vi
}

/// Returns a share in percent with two decimals, and with more where it would pass for all or nothing.
pub(crate) fn share(ratio: Ratio) -> Sum {
    let half = Decimal::from(50_u32);
    let limit = if ratio.cmp_percent(half).is_gt() { Decimal::HUNDRED } else { Decimal::ZERO };
    Quantity::Ratio(ratio).shown_beside(limit, DECIMALS)
}

/// Returns a share as a percentage in a sentence: `68,09 %`; nothing where there is no whole.
pub(crate) fn percent(part: u32, whole: u32) -> Option<String> {
    Some(format!("{} %", number(share(Ratio::new(part, whole)?))))
}

/// Returns what a cell of a table says, as documents print it. Percentages have two decimals even where these are
/// zeros, so that those of a column can be compared.
pub fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone().into_owned(),
        Value::Whole(count) => number(count),
        Value::Decimal(sum) => number(sum),
        Value::Percent(sum) => number(in_column(**sum)),
        Value::Year(year) => year.to_string(),
        Value::Date(day) => cited_day(*day),
    }
}

/// Returns a percentage in plain notation with two decimals at least, so that those of a column can be compared.
pub(crate) fn in_column(percent: Sum) -> String {
    let plain = percent.to_string();
    let decimals = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let zeros = "0".repeat(usize::from(DECIMALS).saturating_sub(decimals));
    let point = if decimals == 0 { "." } else { "" };
    format!("{plain}{point}{zeros}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_never_passes_for_all_or_nothing() {
        assert_eq!(percent(32, 47).as_deref(), Some("68,09 %"));
        assert_eq!(percent(99_999, 100_000).as_deref(), Some("99,999 %"));
        assert_eq!(percent(1, 100_000).as_deref(), Some("0,001 %"));
        assert_eq!(percent(4, 4).as_deref(), Some("100 %"));
        assert_eq!(percent(0, 4).as_deref(), Some("0 %"));
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(u32::MAX, u32::MAX).as_deref(), Some("100 %"));
    }

    #[test]
    fn percentages_of_a_column_have_two_decimals_or_what_their_threshold_needs() {
        let cell = |text: &str| shown(&Value::Percent(Box::new(text.parse::<Decimal>().unwrap().into())));
        let cases = [("79", "79,00"), ("84.5", "84,50"), ("94.9612", "94,9612"), ("1250", "1.250,00")];
        for (plain, expected) in cases {
            assert_eq!(cell(plain), expected);
        }
    }
}
