//! A number format code as sections of parts, and nothing said yet of what they mean together.

use std::str::Chars;

use super::{Texts, condition::Condition};

/// One section of a code.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// Which numbers it is for, where it says so.
    pub(super) condition: Option<Condition>,
    /// What it shows, in order.
    pub(super) parts: Vec<Part>,
}

/// One thing that a section shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Part {
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// A comma, which groups digits or divides by a thousand.
    Comma,
    /// A percent sign, which multiplies by a hundred.
    Percent,
    /// The stroke of a fraction and the places or digits below it.
    Below,
    /// The letter of an exponent, its sign, and the places behind it.
    Exponent,
    /// The number in its general form, or a text.
    General,
    /// The place of a text, in which a number is shown in its general form.
    Text,
    /// A letter that is shown as it is.
    Letter(char),
    /// A gap of the width of some letter.
    Gap,
    /// A letter that fills the cell.
    Fill(char),
    /// A letter for days or times of day.
    Day,
    /// Hours, minutes or seconds that may be more than a day has.
    Elapsed,
}

impl Parsed {
    /// Returns whether it has a place for a text.
    pub(super) fn is_of_texts(&self) -> bool {
        self.parts.contains(&Part::Text)
    }

    /// Returns what it shows of texts, being for them.
    pub(super) fn texts(&self) -> Texts {
        let is_seen = |part: &&Part| match part {
            Part::Letter(letter) | Part::Fill(letter) => !letter.is_whitespace(),
            part => **part != Part::Gap,
        };
        let mut seen = self.parts.iter().filter(is_seen);
        match (seen.next(), seen.next()) {
            (None, _) => Texts::Hidden,
            (Some(Part::Text | Part::General), None) => Texts::AsTheyAre,
            _ => Texts::Altered,
        }
    }
}

/// Takes a code apart; every text is one.
pub(super) fn parse(code: &str) -> Vec<Parsed> {
    let mut done = Vec::new();
    let mut section = Parsed::default();
    let mut rest = code.chars();
    while let Some(letter) = rest.next() {
        let part = match letter {
            ';' => {
                done.push(std::mem::take(&mut section));
                continue;
            }
            '"' => {
                section.parts.extend(rest.by_ref().take_while(|quoted| *quoted != '"').map(Part::Letter));
                continue;
            }
            '[' => {
                let inner: String = rest.by_ref().take_while(|inner| *inner != ']').collect();
                section.take_bracketed(&inner);
                continue;
            }
            '\\' => rest.next().map(Part::Letter),
            '_' => rest.next().map(|_| Part::Gap),
            '*' => rest.next().map(Part::Fill),
            '0' | '#' | '?' => Some(Part::Digit(letter)),
            '.' => Some(Part::Point),
            ',' => Some(Part::Comma),
            '%' => Some(Part::Percent),
            '@' => Some(Part::Text),
            '/' if section.is_behind_digit() && passes(&mut rest, "", "0123456789#?") => Some(Part::Below),
            'E' | 'e' if section.has_digit() && passes(&mut rest, "+-", "0#?") => Some(Part::Exponent),
            'G' | 'g' if passes_word(&mut rest, "eneral") => Some(Part::General),
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => Some(Part::Day),
            _ => Some(Part::Letter(letter)),
        };
        section.parts.extend(part);
    }
    done.push(section);
    done
}

impl Parsed {
    /// Takes what stands in brackets: a condition, a currency and its language, a time, or what says nothing here, such
    /// as a colour.
    fn take_bracketed(&mut self, inner: &str) {
        let letter = inner.chars().next();
        let same = |first: char| inner.chars().all(|inner| inner.eq_ignore_ascii_case(&first));
        if let Some(sign) = inner.strip_prefix('$') {
            self.parts.extend(without_language(sign).chars().map(Part::Letter));
        } else if letter.is_some_and(|first| "hmsHMS".contains(first) && same(first)) {
            self.parts.push(Part::Elapsed);
        } else if let Some(condition) = Condition::of(inner) {
            self.condition = Some(condition);
        }
    }

    fn is_behind_digit(&self) -> bool {
        matches!(self.parts.last(), Some(Part::Digit(_)))
    }

    fn has_digit(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Digit(_)))
    }
}

/// Takes the language off a currency: by its number, `₫-42A`, or by its name, whose own dashes are no part of the
/// currency, `₫-vi-VN`.
fn without_language(sign: &str) -> &str {
    let is_name = |name: &str| {
        let is_subtag =
            |subtag: &str| !subtag.is_empty() && subtag.chars().all(|letter| letter.is_ascii_alphanumeric());
        name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.split(['-', ',']).all(is_subtag)
    };
    let named = sign.split_once('-').filter(|(_, name)| is_name(name));
    named.or_else(|| sign.rsplit_once('-')).map_or(sign, |(sign, _)| sign)
}

/// Returns the letters that parts show without a number, with `percent` for its sign. What fills the cell is a gap.
pub(super) fn shown(parts: &[Part], percent: char) -> String {
    let shown = parts.iter().filter_map(|part| match part {
        Part::Letter(letter) => Some(*letter),
        Part::Percent => Some(percent),
        Part::Point => Some('.'),
        Part::Gap | Part::Fill(_) => Some(' '),
        _ => None,
    });
    shown.collect()
}

/// Passes one of the letters `first`, where there are any, and a run of the letters `run`; nothing where none follow.
fn passes(rest: &mut Chars<'_>, first: &str, run: &str) -> bool {
    let text = rest.as_str();
    let behind = if first.is_empty() { Some(text) } else { text.strip_prefix(|letter| first.contains(letter)) };
    let Some(behind) = behind.filter(|behind| behind.starts_with(|letter| run.contains(letter))) else { return false };
    *rest = behind.trim_start_matches(|letter| run.contains(letter)).chars();
    true
}

/// Passes a word, whatever case its letters have.
fn passes_word(rest: &mut Chars<'_>, word: &str) -> bool {
    let Some((found, behind)) = rest.as_str().split_at_checked(word.len()) else { return false };
    let is_word = found.eq_ignore_ascii_case(word);
    if is_word {
        *rest = behind.chars();
    }
    is_word
}
