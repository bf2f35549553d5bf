//! Numbers as Vietnamese people write them.

use std::fmt::Display;

/// Returns a number in plain notation with a decimal comma: `94,96`.
pub fn with_comma(number: impl Display) -> String {
    number.to_string().replace('.', ",")
}
