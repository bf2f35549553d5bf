//! Numbers as people type them: either certain, or refused with the reason.

use std::borrow::Cow;

use super::{canonical::is_invisible, counted::Counted};
use crate::model::Decimal;

/// How a lone separator with exactly three digits after it is to be taken: "1.500".
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LoneSeparator {
    /// As thousands: counts of things have no decimals.
    Thousands,
    /// As the decimal separator: percentages never reach a thousand.
    Decimal,
    /// It cannot be told.
    Undecidable,
}

/// What a text says, read as a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Written {
    /// "66,3": a number, and how many decimals were written.
    Number(Decimal, u8),
    /// "95,5 %": a number with a percent sign, and how many decimals were written.
    Percent(Decimal, u8),
    /// "120/125", "96% (120/125)": a part of a whole, perhaps with its percentage and the decimals written.
    Fraction {
        /// Before the stroke.
        part: Decimal,
        /// After the stroke.
        whole: Decimal,
        /// The percentage beside it.
        percent: Option<(Decimal, u8)>,
    },
    /// "trên 95%", "khoảng 95", "90-95": a bound or an estimate.
    Bound,
    /// "1.500" where it cannot be told whether the point marks decimals or thousands.
    DecimalOrThousands,
    /// A number that is too large or has too many digits.
    TooLong,
    /// Not a number.
    Other,
}

/// Words and signs before a number that make it a bound or an estimate, canonical.
const BOUNDS: &[&str] = &[
    "trên",
    "hơn",
    "dưới",
    "gần",
    "khoảng",
    "khoảng chừng",
    "chừng",
    "ước",
    "ước tính",
    "ước đạt",
    "từ",
    "ít nhất",
    "tối thiểu",
    "tối đa",
    "nhiều nhất",
    "không quá",
    "không dưới",
    "không đến",
    "không tới",
    "chưa đến",
    "chưa tới",
    "lớn hơn",
    "nhỏ hơn",
    "nhiều hơn",
    "ít hơn",
    "cao hơn",
    "thấp hơn",
    "xấp xỉ",
    "độ",
    "đạt trên",
    "đạt khoảng",
    "≥",
    "≤",
    "≧",
    "≦",
    "⩾",
    "⩽",
    ">",
    "<",
    ">=",
    "<=",
    "=>",
    "=<",
    "~",
    "≈",
    "±",
];
/// Words after a number that make it a bound, canonical.
const BOUNDS_AFTER: &[&str] = &["trở lên", "trở xuống", "+", "hoặc hơn", "≥", "≤", "≧", "≦", "⩾", "⩽"];

/// What is longer, in bytes, is prose.
const LONGEST_NUMBER: usize = 100;

/// Reads `text`, canonical and without leading or trailing spaces, as a number.
pub fn read_number(text: &str, lone: LoneSeparator) -> Written {
    if text.len() > LONGEST_NUMBER {
        return Written::Other;
    }
    if let Some(written) = read_certain(text, lone) {
        return written;
    }
    if is_bound(text) { Written::Bound } else { Written::Other }
}

fn read_certain(text: &str, lone: LoneSeparator) -> Option<Written> {
    if let Some((before, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        return read_pair(before.trim(), inside.trim(), lone);
    }
    read_plain(text, lone)
}

/// Reads a number, a percentage or a fraction with nothing in brackets beside it.
fn read_plain(text: &str, lone: LoneSeparator) -> Option<Written> {
    if text.contains('/') {
        return read_fraction(text, lone);
    }
    let percent = text.strip_suffix('%').map(str::trim_end);
    match (read_numeral(percent.unwrap_or(text), lone)?, percent) {
        (Numeral::Exactly(value, decimals), Some(_)) => Some(Written::Percent(value, decimals)),
        (Numeral::Exactly(value, decimals), None) => Some(Written::Number(value, decimals)),
        (Numeral::Undecidable, _) => Some(Written::DecimalOrThousands),
        (Numeral::TooLong, _) => Some(Written::TooLong),
    }
}

/// "96% (120/125)" or "120/125 (96%)".
fn read_pair(first: &str, second: &str, lone: LoneSeparator) -> Option<Written> {
    let (one, other) = (read_plain(first, lone)?, read_plain(second, lone)?);
    match (one, other) {
        (Written::Percent(value, decimals), Written::Fraction { part, whole, percent: None })
        | (Written::Fraction { part, whole, percent: None }, Written::Percent(value, decimals)) => {
            Some(Written::Fraction { part, whole, percent: Some((value, decimals)) })
        }
        _ => None,
    }
}

/// "120/125", "120/125 hộ", "120 hộ/125 hộ": the word for what was counted does not matter.
fn read_fraction(text: &str, lone: LoneSeparator) -> Option<Written> {
    let (part, whole) = text.split_once('/')?;
    let (part, whole) = (Counted::of(part)?, Counted::of(whole)?);
    if !part.is_of_one_measure_with(&whole) {
        return None;
    }
    let lone = if lone == LoneSeparator::Decimal { LoneSeparator::Undecidable } else { lone };
    match (read_numeral(part.number, lone)?, read_numeral(whole.number, lone)?) {
        (Numeral::Exactly(part, _), Numeral::Exactly(whole, _)) => {
            Some(Written::Fraction { part, whole, percent: None })
        }
        (Numeral::TooLong, _) | (_, Numeral::TooLong) => Some(Written::TooLong),
        _ => Some(Written::DecimalOrThousands),
    }
}

enum Numeral {
    Exactly(Decimal, u8),
    Undecidable,
    TooLong,
}

/// Reads digits with separators: the last one is the decimal one, unless every group after it has three digits.
fn read_numeral(text: &str, lone: LoneSeparator) -> Option<Numeral> {
    let (sign, digits) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = &*without_group_spaces(digits)?;
    let groups: Vec<&str> = digits.split(['.', ',']).collect();
    if groups.iter().any(|group| group.is_empty() || !group.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let separators: Vec<u8> = digits.bytes().filter(|b| matches!(b, b'.' | b',')).collect();
    let decimal = match separators.as_slice() {
        [] => false,
        [_] if groups[1].len() == 3 && groups[0] != "0" => match lone {
            LoneSeparator::Thousands if is_grouped(&groups) => false,
            LoneSeparator::Decimal => true,
            LoneSeparator::Thousands | LoneSeparator::Undecidable => return Some(Numeral::Undecidable),
        },
        [_] => true,
        [first, middle @ .., last] if first == last => {
            if middle.iter().any(|separator| separator != first) || !is_grouped(&groups) {
                return None;
            }
            false
        }
        [first, middle @ .., _] => {
            if middle.iter().any(|separator| separator != first) || !is_grouped(&groups[..groups.len() - 1]) {
                return None;
            }
            true
        }
    };
    let (whole, fraction) =
        if decimal { groups.split_at(groups.len() - 1) } else { (groups.as_slice(), [].as_slice()) };
    let plain = match fraction {
        [fraction] => format!("{sign}{}.{fraction}", whole.concat()),
        _ => format!("{sign}{}", whole.concat()),
    };
    let decimals = fraction.first().map_or(0, |fraction| fraction.len());
    let exactly = plain.parse().ok().zip(u8::try_from(decimals).ok());
    Some(exactly.map_or(Numeral::TooLong, |(value, decimals)| Numeral::Exactly(value, decimals)))
}

/// Returns whether the digits stand in groups of thousands: one to three, then threes, no leading zero.
fn is_grouped(groups: &[&str]) -> bool {
    groups.split_first().is_some_and(|(first, rest)| {
        (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3)
    })
}

/// Takes the spaces out of "1 234 567"; nothing where spaces do not separate thousands.
fn without_group_spaces(digits: &str) -> Option<Cow<'_, str>> {
    if !digits.contains(' ') {
        return Some(Cow::Borrowed(digits));
    }
    let (whole, fraction) = digits.split_at(digits.find(['.', ',']).unwrap_or(digits.len()));
    let groups: Vec<&str> = whole.split(' ').collect();
    (is_grouped(&groups) && !fraction.contains(' ')).then(|| Cow::Owned(groups.concat() + fraction))
}

/// Returns whether two digits of `text`, as it was typed, are set apart by more than one space or by a line break: such
/// digits are of two numbers, though their canonical text looks like one with its thousands set apart.
pub fn is_parted(text: &str) -> bool {
    let (mut digit, mut spaces, mut breaks) = (false, 0_usize, false);
    text.chars().any(|letter| match letter {
        '\n' | '\r' | '\t' => {
            breaks = true;
            false
        }
        _ if letter.is_whitespace() => {
            spaces += 1;
            false
        }
        _ if is_invisible(letter) => false,
        _ => {
            let parted = digit && letter.is_ascii_digit() && (breaks || spaces > 1);
            (digit, spaces, breaks) = (letter.is_ascii_digit(), 0, false);
            parted
        }
    })
}

/// Returns whether `text` holds a number with something about it that makes it a bound, an estimate or a range.
fn is_bound(text: &str) -> bool {
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else { return false };
    let (before, from) = text.split_at(start);
    let before = before.trim();
    if BOUNDS.contains(&before) || BOUNDS_AFTER.iter().any(|after| text.ends_with(after)) {
        return true;
    }
    let numbers = from.split(['-', '–', '—', '÷']).map(|part| part.trim().trim_end_matches('%').trim_end());
    let ends: Vec<bool> = numbers.map(|part| read_numeral(part, LoneSeparator::Decimal).is_some()).collect();
    before.is_empty() && ends.len() == 2 && ends.iter().all(|&is_number| is_number)
        || from.contains(" đến ") && (before.is_empty() || BOUNDS.contains(&before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, lone: LoneSeparator) -> String {
        match read_number(text, lone) {
            Written::Number(value, _) => value.to_string(),
            Written::Percent(value, _) => format!("{value}%"),
            Written::Fraction { part, whole, percent: None } => format!("{part}/{whole}"),
            Written::Fraction { part, whole, percent: Some((percent, _)) } => format!("{percent}% = {part}/{whole}"),
            Written::Bound => "bound".to_owned(),
            Written::DecimalOrThousands => "undecidable".to_owned(),
            Written::TooLong => "too long".to_owned(),
            Written::Other => "other".to_owned(),
        }
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text, LoneSeparator::Undecidable), expected, "{text}");
    }

    #[test]
    fn the_last_separator_is_the_decimal_one() {
        check("66,3", "66.3");
        check("66.3", "66.3");
        check("1234,56", "1234.56");
        check("1.234,5", "1234.5");
        check("1,234.5", "1234.5");
        check("1.234.567", "1234567");
        check("1 234 567,8", "1234567.8");
        check("-2,5", "-2.5");
        check("0,500", "0.5");
    }

    #[test]
    fn a_lone_separator_before_three_digits_is_told_by_the_kind() {
        assert_eq!(shown("1.500", LoneSeparator::Thousands), "1500");
        assert_eq!(shown("42,500", LoneSeparator::Decimal), "42.5");
        assert_eq!(shown("42,500", LoneSeparator::Undecidable), "undecidable");
        assert_eq!(shown("1234.500", LoneSeparator::Thousands), "undecidable");
        assert_eq!(shown("0.500", LoneSeparator::Thousands), "0.5");
    }

    #[test]
    fn percentages_and_fractions_are_read_with_what_stands_beside_them() {
        check("95,5%", "95.5%");
        check("95.5 %", "95.5%");
        check("120/125", "120/125");
        check("120/125 hộ", "120/125");
        check("120 hộ/125 hộ", "120/125");
        check("120/125 m³", "120/125");
        check("120/125m2", "120/125");
        check("khoảng 120/125 m³", "bound");
        check("96% (120/125)", "96% = 120/125");
        check("120/125 (96%)", "96% = 120/125");
        check("1.500/1.600", "undecidable");
    }

    #[test]
    fn what_a_fraction_says_beside_its_numbers_is_not_passed_over() {
        check("5/125 chưa đạt", "other");
        check("5/125 hộ không có", "other");
        check("12o/125", "other");
        check("0,5 tấn/800 kg", "other");
        check("120/125 trở lên", "bound");
        check("120 trở lên/125", "other");
        check("120/125 (96% trở lên)", "other");
    }

    #[test]
    fn digits_far_apart_are_not_of_one_number() {
        for text in ["12\n345", "12  345", "12\t345", "95,5 \u{a0} 120", "1 234\r\n567"] {
            assert!(is_parted(text), "{text:?}");
        }
        for text in ["", "12 345", "12\u{a0}345,5", "96%\n(120/125)", " 12\n", "120\n/ 125 hộ", "a\n1"] {
            assert!(!is_parted(text), "{text:?}");
        }
    }

    #[test]
    fn a_bound_is_not_a_figure() {
        for text in ["trên 95%", "≥95%", "≥ 95", "khoảng 95", "95% trở lên", "90-95%", "90 – 95", "từ 90 đến 95", "~95"]
        {
            check(text, "bound");
        }
        for text in ["⩾95", "≧ 95%", "≦95", "⩽95", "chưa đến 95", "không tới 95%", "nhiều hơn 95", "95≥"]
        {
            check(text, "bound");
        }
    }

    #[test]
    fn a_number_that_does_not_fit_is_a_number_still() {
        for text in ["123456789012345678901", "1234567890123456", "123456789012345678901 %", "1/123456789012345678901"]
        {
            check(text, "too long");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "", "hai", "12 hộ", "1,2,3", "1.23.456", "1..2", ",5", "5,", "12a", "--3", "1 23", "95%%", "3/4/2025",
            "١٢", "1e5", "+ 001",
        ] {
            check(text, "other");
        }
    }
}
