//! Numbers as people write them: with a decimal comma in Vietnamese, with a decimal point in English.

use std::fmt::Display;

use super::Message;

/// Returns a number in plain notation with a decimal comma, as Vietnamese documents and cells show it: `94,96`.
pub fn with_comma(number: impl Display) -> String {
    number.to_string().replace('.', ",")
}

/// Returns a number in plain notation for sentences in either language: `94,96` and `94.96`.
///
/// Numbers quoted from a definition stay as the file has them, with a point.
pub fn spelled(number: impl Display) -> Message {
    let en = number.to_string();
    Message { vi: with_comma(&en), en }
}

/// Returns a number in plain notation with its thousands apart, as each language prints it: `1.234,5` and `1,234.5`.
pub fn printed(number: impl Display) -> Message {
    let plain = number.to_string();
    Message { vi: grouped(&plain, '.', ','), en: grouped(&plain, ',', '.') }
}

fn grouped(plain: &str, thousands: char, decimal: char) -> String {
    let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.chars().count();
    let mut text = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (digits - at).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::model::{Decimal, say};

    use super::*;

    #[test]
    fn a_number_is_spelled_as_each_language_does() {
        let shown = spelled(Decimal::new(9496, 2).unwrap());
        let (most, count) = (spelled("95.5"), 3);
        let message =
            say!("{shown} % < {most} % ({count} hộ)", "{shown} % < {most} % ({count} households)", shown, most);
        assert_eq!(message.vi, "94,96 % < 95,5 % (3 hộ)");
        assert_eq!(message.en, "94.96 % < 95.5 % (3 households)");
    }

    #[test]
    fn thousands_and_decimals_are_kept_apart_as_each_language_does() {
        let cases = [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("1000", "1.000", "1,000"),
            ("1234567.5", "1.234.567,5", "1,234,567.5"),
            ("-1200", "-1.200", "-1,200"),
        ];
        for (plain, vi, en) in cases {
            assert_eq!(printed(plain), Message { vi: vi.to_owned(), en: en.to_owned() });
        }
    }
}
