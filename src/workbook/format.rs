//! How cells of one style look, as far as it says something of their values.

use std::sync::Arc;

/// How cells of one style look.
#[derive(Clone, Debug, Default)]
pub struct Format {
    /// Number format code: `0.0%`; `None` where the file does not tell.
    pub number: Option<Arc<str>>,
    /// Font name, which tells legacy encodings.
    pub font: Option<Arc<str>>,
    /// Whether the number format shows percent.
    pub percent: bool,
    /// The most decimals that the number format shows; `None` where it shows all of them or the file does not tell.
    pub decimals: Option<u8>,
}

impl Format {
    /// Reads what a number format code, such as `0.0%`, says; beside the name of the font.
    pub fn new(number: Option<&str>, font: Option<&str>) -> Self {
        Self {
            percent: number.is_some_and(shows_percent),
            decimals: number.and_then(decimals),
            number: number.map(Arc::from),
            font: font.map(Arc::from),
        }
    }
}

/// Whether a number format code shows percent: a percent sign that is not itself mere text.
fn shows_percent(code: &str) -> bool {
    let mut quoted = false;
    let mut bracketed = false;
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => {}
            // The next character is shown as it is, fills the cell, or gives a width.
            '\\' | '*' | '_' => drop(characters.next()),
            '[' => bracketed = true,
            ']' => bracketed = false,
            '%' if !bracketed => return true,
            _ => {}
        }
    }
    false
}

/// Returns how many decimals a number format code shows at most; nothing for the general format and that of text.
fn decimals(code: &str) -> Option<u8> {
    if code.eq_ignore_ascii_case("general") || code == "@" || code.is_empty() {
        return None;
    }
    let section = code.split(';').next().unwrap_or(code);
    let fraction = section.split_once('.').map_or("", |(_, fraction)| fraction);
    let digits = fraction.bytes().take_while(|byte| matches!(byte, b'0' | b'#' | b'?')).count();
    Some(u8::try_from(digits).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_sign_shows_percent_unless_it_is_mere_text() {
        for code in ["0%", "0.00%", "0.0\\ %", "#,##0.0 %;[Red]-0%", "\"tỷ lệ \"0%"] {
            assert!(shows_percent(code), "{code}");
        }
        for code in ["General", "0.00", "0\"%\"", "0\\%", "0_%", "[$%-409]0", ""] {
            assert!(!shows_percent(code), "{code}");
        }
    }

    #[test]
    fn the_decimals_shown_are_those_of_the_first_section() {
        for (code, shown) in [
            ("General", None),
            ("@", None),
            ("", None),
            ("0", Some(0)),
            ("0.0%", Some(1)),
            ("#,##0.0#", Some(2)),
            ("0.00;-0", Some(2)),
        ] {
            assert_eq!(decimals(code), shown, "{code}");
        }
    }
}
