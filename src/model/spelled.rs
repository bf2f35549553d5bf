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
}
