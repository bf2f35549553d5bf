//! What a number format shows beside a number that makes people read another one: "000" behind it, "≥" before it.

use crate::text::{LoneSeparator, Written, canonical, read_number};

/// How people read a number differently for what its format shows beside it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Altered {
    /// As another number: `0"000"`, `"-"0`, `0%%`.
    Number,
    /// As a bound or an estimate: `"≥"0`, `"khoảng "0`.
    Bound,
}

/// The digit that stands for all of a number.
const NUMBER: char = '7';

impl Altered {
    /// Reads the sections of a number format code for numbers that are not negative; nothing where people read the
    /// number that it is.
    pub(super) fn by(code: &str) -> Option<Self> {
        let sections: Vec<&str> = sections(code).into_iter().take(OF_NUMBERS).collect();
        let mut shown = sections.iter().filter_map(|section| Shown::of(section)).filter(Shown::shows_number);
        // A percent sign multiplies by a hundred where it stands; which section is meant must not decide that.
        if shown.next().is_some_and(|first| shown.any(|other| (first.percents > 0) != (other.percents > 0))) {
            return Some(Self::Number);
        }
        let conditions: Vec<Option<&str>> = sections.iter().map(|section| condition(section)).collect();
        if conditions.iter().all(Option::is_none) {
            return Self::by_section(sections.first()?);
        }
        let of_positive = conditions.iter().flatten().any(|condition| is_of(condition, '>'));
        let negative = |condition: Option<&str>| condition.map_or(of_positive, |condition| is_of(condition, '<'));
        let others = sections.iter().zip(conditions).filter(|(_, condition)| !negative(*condition));
        others.map(|(section, _)| section).find_map(|section| Self::by_section(section))
    }

    fn by_section(section: &str) -> Option<Self> {
        let shown = Shown::of(section)?;
        let in_brackets = shown.text.trim().starts_with('(') && shown.text.trim().ends_with(')');
        let signs = u8::from(shown.misleads || in_brackets) + shown.percents.saturating_sub(1);
        match read_number(&canonical(&shown.text), LoneSeparator::Decimal) {
            Written::Bound => Some(Self::Bound),
            _ if signs > 0 => Some(Self::Number),
            Written::Number(number, _) | Written::Percent(number, _) if number.to_string() != NUMBER.to_string() => {
                Some(Self::Number)
            }
            _ => None,
        }
    }
}

/// Numbers have so many sections; a further one is for texts.
const OF_NUMBERS: usize = 3;

/// Splits a code where a semicolon stands outside quotes.
fn sections(code: &str) -> Vec<&str> {
    let (mut quoted, mut escaped) = (false, false);
    code.split(|letter: char| {
        let ends = letter == ';' && !quoted && !escaped;
        quoted ^= letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped && !quoted;
        ends
    })
    .collect()
}

/// Returns the condition in brackets: `>=0`.
fn condition(section: &str) -> Option<&str> {
    let mut bracketed = section.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    bracketed.find_map(|(inner, _)| Some(inner).filter(|inner| inner.starts_with(['<', '>', '='])))
}

/// Returns whether a condition sets numbers apart that are on that side of zero.
fn is_of(condition: &str, side: char) -> bool {
    condition.strip_prefix(side).is_some_and(|bound| matches!(bound.trim_start_matches('='), "0" | "0.0" | "0.00"))
}

/// What a number format shows for a number of one digit.
#[derive(Default)]
struct Shown {
    text: String,
    percents: u8,
    /// Among the words there is a digit that is not the end of a unit such as m2, or they stand within the number.
    misleads: bool,
}

impl Shown {
    /// Nothing for a format of days.
    fn of(code: &str) -> Option<Self> {
        let mut shown = Self::default();
        let mut characters = code.chars();
        let mut quoted = false;
        while let Some(character) = characters.next() {
            match character {
                '"' => quoted = !quoted,
                _ if quoted => shown.word(character),
                '\\' => shown.word(characters.next()?),
                '_' => drop(characters.next()),
                // The next one fills the cell.
                '*' => shown.misleads |= characters.next()? != ' ',
                // A fraction, which is the number that it is.
                '/' => return None,
                '[' => {
                    let bracketed: String = characters.by_ref().take_while(|inner| *inner != ']').collect();
                    let sign = bracketed.strip_prefix('$').and_then(|sign| sign.split('-').next());
                    sign.unwrap_or_default().chars().for_each(|letter| shown.word(letter));
                }
                '0' | '#' | '?' | '.' | ',' => shown.number(),
                'G' | 'g' => {
                    let rest =
                        characters.as_str().get(.."eneral".len()).filter(|rest| rest.eq_ignore_ascii_case("eneral"))?;
                    characters.nth(rest.len() - 1);
                    shown.number();
                }
                '%' => {
                    shown.percents = shown.percents.saturating_add(1);
                    shown.text.push('%');
                }
                _ if character.is_ascii_alphabetic() => return None,
                _ => shown.word(character),
            }
        }
        Some(shown)
    }

    /// Takes a place for a digit.
    fn number(&mut self) {
        if !self.shows_number() {
            self.text.push(NUMBER);
        } else if !self.text.trim_end_matches([' ', '\u{a0}']).ends_with(NUMBER) {
            self.misleads = true;
        }
    }

    fn shows_number(&self) -> bool {
        self.text.contains(NUMBER)
    }

    /// Takes a letter that is shown as it is.
    fn word(&mut self, letter: char) {
        let ends_unit = self.text.chars().next_back().is_some_and(char::is_alphabetic);
        if letter.is_ascii_digit() {
            self.misleads |= !ends_unit;
            // It must not be taken for the number itself.
            self.text.push(if ends_unit { '²' } else { letter });
        } else {
            self.text.push(letter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_another_number_of_it_is_told_from_units_and_signs() {
        for code in [
            "0\"000\"",
            "#,##0\".000\"",
            "\"-\"#,##0",
            "-0",
            "0.00%%",
            "0\" (năm 2024)\"",
            "\"Năm 2024: \"0.00%",
            "0\\0",
        ] {
            assert_eq!(Altered::by(code), Some(Altered::Number), "{code}");
        }
        for code in [
            "\"≥\"0.00%",
            "\"trên \"0",
            "\"khoảng \"#,##0",
            "\"dưới \"0%",
            "\"~\"0",
            "0\"+\"",
            "0\" trở lên\"",
            "\"khoảng \"General",
        ] {
            assert_eq!(Altered::by(code), Some(Altered::Bound), "{code}");
        }
        for code in [
            "General",
            "",
            "@",
            "0",
            "0.00%",
            "#,##0.0",
            "0\" hộ\"",
            "0\" m2\"",
            "#,##0\\ [$₫-42A]",
            "0\"%\"",
            "0.0\\ %",
            "[Red]0;-0",
            "_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-",
            "dd/mm/yyyy",
            "#\\ ##0",
            "# ##0",
            "# ??/100",
            "0%;-0%",
            "0.0%;[Red]-0.0%;\"-\"",
            "_(* #,##0_);_(* (#,##0);_(* \"-\"_)",
            "[<0]-0;0",
            "[>=0]0;-0",
            "[>0]0;[<0]-0;0",
            "0\";\";-0",
            "0.00E+00",
            "# ?/?",
            "\"Đạt\"",
            "0\" triệu\"",
            "+0",
        ] {
            assert_eq!(Altered::by(code), None, "{code}");
        }
    }
}
