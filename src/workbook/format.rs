//! How cells of one style look, as far as it says something of their values.

use std::sync::Arc;

use super::{Altered, Sections};

/// How cells of one style look.
#[derive(Clone, Debug, Default)]
pub struct Format {
    /// Number format code: `0.0%`; `None` where the file does not tell.
    pub number: Option<Arc<str>>,
    /// Font name, which tells legacy encodings.
    pub font: Option<Arc<str>>,
    /// Whether the number format shows percent: the number times a hundred.
    pub percent: bool,
    /// Whether the number format shows a percent sign that is mere text, beside the number as it stands: `0.0"%"`.
    pub percent_as_text: bool,
    /// How many times over the number format divides what it shows by a thousand: once in `#,##0,`.
    pub thousands: u8,
    /// The words that the number format shows beside a number: `triệu` in `0" triệu"`; `None` where it shows none.
    pub words: Option<Arc<str>>,
    /// Whether its font crosses out what stands in the cell.
    pub crossed_out: bool,
    /// The most decimals that the number format shows; `None` where it shows all of them, shows something else than a
    /// decimal number, or the file does not tell.
    pub decimals: Option<u8>,
    /// What people read in place of the number for what is shown beside it; `None` where they read the number.
    pub altered: Option<Altered>,
    /// What is shown in place of numbers; `None` where all are shown.
    pub sections: Option<Arc<Sections>>,
}

impl Format {
    /// Reads what a number format code, such as `0.0%`, says; beside the name of the font.
    pub fn new(number: Option<&str>, font: Option<&str>) -> Self {
        let looks = number.map(Looks::of).unwrap_or_default();
        Self {
            percent: looks.percent,
            percent_as_text: looks.percent_as_text && !looks.percent,
            thousands: looks.thousands,
            decimals: looks.decimals,
            number: number.map(Arc::from),
            font: font.map(Arc::from),
            words: number.and_then(words),
            altered: number.and_then(Altered::by),
            crossed_out: false,
            sections: number.and_then(Sections::of).map(Arc::new),
        }
    }
}

/// What a number format code says of the numbers that it shows.
#[derive(Debug, Default)]
struct Looks {
    percent: bool,
    percent_as_text: bool,
    /// The most of any section.
    thousands: u8,
    /// Those of the first section.
    decimals: Option<u8>,
}

/// One section of a number format code while it is read.
#[derive(Default)]
struct Section {
    /// It has places for digits.
    digits: bool,
    /// The places for digits after the decimal point, once that has come.
    decimals: Option<u8>,
    /// Commas since the last place for a digit: they divide by a thousand unless another place follows.
    commas: u8,
    /// The commas that divide.
    thousands: u8,
    /// It shows a fraction, a date, a text, or the number in its general form.
    other: bool,
}

/// One thing in a number format code.
enum Token {
    /// A letter or sign with a meaning of its own.
    Sign(char),
    /// A letter that is shown as it is.
    Text(char),
}

impl Looks {
    fn of(code: &str) -> Self {
        let mut looks = Self::default();
        let mut section = Section::default();
        let mut first = true;
        for token in tokens(code).chain([Token::Sign(';')]) {
            match token {
                Token::Sign(';') => {
                    let ended = std::mem::take(&mut section);
                    looks.thousands = looks.thousands.max(ended.thousands.saturating_add(ended.commas));
                    if std::mem::take(&mut first) && ended.digits && !ended.other {
                        looks.decimals = Some(ended.decimals.unwrap_or_default());
                    }
                }
                Token::Sign('%') => looks.percent = true,
                Token::Sign(sign) => section.take(sign),
                Token::Text('%') => looks.percent_as_text = true,
                Token::Text(_) => {}
            }
        }
        looks
    }
}

impl Section {
    fn take(&mut self, sign: char) {
        match sign {
            '0' | '#' | '?' => {
                // Commas between places for digits only group them.
                (self.digits, self.commas) = (true, 0);
                self.decimals = self.decimals.map(|decimals| decimals.saturating_add(1));
            }
            ',' if self.digits => self.commas = self.commas.saturating_add(1),
            '.' => {
                self.thousands = self.thousands.saturating_add(std::mem::take(&mut self.commas));
                self.decimals = self.decimals.or(Some(0));
            }
            '/' | '@' => self.other = true,
            // "General", days and times, exponents.
            _ => self.other |= sign.is_ascii_alphabetic(),
        }
    }
}

/// Returns the words that the first section of a number format code shows, signs of currencies among them.
fn words(code: &str) -> Option<Arc<str>> {
    let mut words = String::new();
    let mut characters = code.chars();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => words.push(character),
            ';' => break,
            '\\' => words.extend(characters.next()),
            '*' | '_' => drop(characters.next()),
            '[' => {
                let bracketed: String = characters.by_ref().take_while(|inner| *inner != ']').collect();
                // "[$₫-42A]": the sign of the currency, and the language.
                let sign = bracketed.strip_prefix('$').and_then(|sign| sign.split('-').next());
                words.push_str(sign.unwrap_or_default());
            }
            ' ' | '/' => words.push(character),
            _ if !character.is_ascii() => words.push(character),
            _ => {}
        }
    }
    let words = words.trim();
    (!words.is_empty()).then(|| Arc::from(words))
}

/// Takes a number format code apart; what is in brackets, such as a colour, is no sign of its own.
fn tokens(code: &str) -> impl Iterator<Item = Token> {
    let (mut quoted, mut bracketed) = (false, false);
    let mut characters = code.chars();
    std::iter::from_fn(move || {
        loop {
            match characters.next()? {
                '"' if !bracketed => quoted = !quoted,
                character if quoted => return Some(Token::Text(character)),
                ']' => bracketed = false,
                // A currency, which is shown; names of colours and conditions have no percent sign.
                character if bracketed => return Some(Token::Text(character)),
                '[' => bracketed = true,
                // The next character is shown as it is, or fills the cell.
                '\\' | '*' => return characters.next().map(Token::Text),
                // The next character gives a width.
                '_' => drop(characters.next()),
                character => return Some(Token::Sign(character)),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(code: &str) -> Format {
        Format::new(Some(code), None)
    }

    #[test]
    fn a_percent_sign_shows_percent_unless_it_is_mere_text() {
        for code in ["0%", "0.00%", "0.0\\ %", "#,##0.0 %;[Red]-0%", "\"tỷ lệ \"0%", "0%\"%\""] {
            assert!(format(code).percent && !format(code).percent_as_text, "{code}");
        }
        for code in ["0\"%\"", "0\\%", "0.0\" %\"", "[$%-409]0", "0*%"] {
            assert!(!format(code).percent && format(code).percent_as_text, "{code}");
        }
        for code in ["General", "0.00", "0_%", "[Red]0", ""] {
            assert!(!format(code).percent && !format(code).percent_as_text, "{code}");
        }
    }

    #[test]
    fn the_words_beside_a_number_are_those_that_people_see() {
        for (code, words) in [
            ("0\" triệu\"", Some("triệu")),
            ("#,##0\\ \"đồng\"", Some("đồng")),
            ("#,##0\\ [$₫-42A]", Some("₫")),
            ("#,##0 ₫;[Red]-0\" hộ\"", Some("₫")),
            ("0‰", Some("‰")),
            ("[Red]0.0_)", None),
            ("General", None),
            ("[$-42A]0.0", None),
        ] {
            assert_eq!(format(code).words.as_deref(), words, "{code}");
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
            ("0;-0.00", Some(0)),
            ("0\".5\"", Some(0)),
            ("\"a.b\"0.0", Some(1)),
            ("0\\.00", Some(0)),
            ("[$.00-409]0.0", Some(1)),
            ("#,##0.0\\ \"đồng\"_)", Some(1)),
        ] {
            assert_eq!(format(code).decimals, shown, "{code}");
        }
    }

    #[test]
    fn what_is_no_plain_decimal_number_has_no_decimals_of_its_own() {
        for code in
            ["General\" %\"", "# ?/?", "# ??/100", "0.00E+00", "dd/mm/yyyy", "mm:ss.0", "\"đạt\"", ";;;", "0.0@"]
        {
            assert_eq!(format(code).decimals, None, "{code}");
        }
    }

    #[test]
    fn commas_after_the_last_place_for_a_digit_divide_by_a_thousand() {
        for (code, thousands) in [
            ("#,##0,,", 2),
            ("#,##0,", 1),
            ("0.0,", 1),
            ("0,.0", 1),
            ("0.0,,\" triệu\"", 2),
            ("#,##0,\\ \"nghìn\";-#,##0,", 1),
            ("[>=1000000]0.0,,;0", 2),
            ("#,##0", 0),
            ("#,##0.00", 0),
            ("0\",\"", 0),
            ("0\\,", 0),
            ("General", 0),
            (",0", 0),
        ] {
            assert_eq!(format(code).thousands, thousands, "{code}");
        }
    }
}
