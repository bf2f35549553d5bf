//! What people read where a section of a number format shows a number: the number, another one, or a bound.
//!
//! The section is written out for a number of one digit, as a spreadsheet program would show it, and the text is read as
//! if somebody had typed it. A number whose digits stand in several pieces is written out as it is.

use std::sync::Arc;

use super::{
    parse::{Part, shown},
    section::{Section, Shown},
};
use crate::text::{LoneSeparator, Written, canonical, leaves_number, read_number};

/// How people read a number differently for what its format shows beside it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Altered {
    /// As another number: `0"000"`, `"-"0`, `0%%`.
    Number,
    /// As a bound or an estimate: `"≥"0`, `"khoảng "0`.
    Bound,
}

/// The digit that stands for all of a number.
const NUMBER: &str = "7";
/// The signs that make a number negative.
const MINUS: [char; 3] = ['-', '−', '–'];
/// Programs take no longer codes than this; each number would have to be written out in all of its places.
const LONGEST: usize = 255;
/// So many digits stand together.
const THOUSANDS: usize = 3;
/// More decimals than any program shows.
const DECIMALS: usize = 30;

/// What people make of what a section shows around a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// How they read every number differently.
    pub(super) altered: Option<Altered>,
    /// The places for digits with the spaces among them, where it depends on these how a number is read: `# ##0.0`.
    pub(super) parted: Option<Arc<str>>,
    /// The words behind the number, else those before it.
    pub(super) words: Option<Arc<str>>,
}

impl Seen {
    pub(super) fn of(parts: &[Part], shown: Shown, of_negatives: bool) -> Self {
        let is_number = |part: &Part| is_of_number(*part);
        let (first, last) = (parts.iter().position(is_number), parts.iter().rposition(is_number));
        let Some((first, last)) = first.zip(last).filter(|_| shown == Shown::Number) else {
            // In place of a number there is a day, or "####".
            let altered = matches!(shown, Shown::Date | Shown::Duration).then_some(Altered::Number);
            return Self { altered, ..Self::default() };
        };
        let (before, behind) = (&parts[..first], &parts[last + 1..]);
        let fills = parts.iter().any(|part| matches!(part, Part::Fill(letter) if !letter.is_whitespace()));
        let within = &parts[first..=last];
        let holds_more = within.iter().any(|part| !is_of_number(*part) && !is_space(*part)) || is_repeated(within);
        let altered = match read(&self::shown(before, '%'), &self::shown(behind, '%'), of_negatives) {
            None if fills || holds_more || within.len() > LONGEST => Some(Altered::Number),
            read => read,
        };
        let is_whole = within.iter().any(|part| matches!(part, Part::Below | Part::Exponent));
        let is_parted = altered.is_none() && within.iter().any(|part| is_space(*part)) && !is_whole;
        let words = [words(behind), words(before)].into_iter().find(|words| !words.is_empty());
        Self { altered, parted: is_parted.then(|| places(within).into()), words: words.map(Arc::from) }
    }
}

/// Writes out places for digits, the decimal point and spaces.
fn places(within: &[Part]) -> String {
    let places = within.iter().filter_map(|part| match part {
        Part::Digit(place) => Some(*place),
        Part::Point => Some('.'),
        part => is_space(*part).then_some(' '),
    });
    places.collect()
}

impl Section {
    /// Returns whether the pieces in which it shows a number are not read as that number: they are not of thousands.
    pub(super) fn is_torn(&self, number: f64) -> bool {
        let Some(places) = &self.seen.parted else { return false };
        let shown = self.digits(places, number);
        let shown = shown.trim();
        let (whole, fraction) = shown.split_once('.').unwrap_or((shown, ""));
        let grouped = whole.split(' ').skip(1).all(|piece| piece.len() == THOUSANDS);
        !grouped || fraction.contains(' ')
    }

    /// Writes out the digits of a number, as many as it shows, in their places; thousands are not set apart.
    pub(super) fn digits(&self, places: &str, number: f64) -> String {
        let decimals = usize::from(self.decimals.unwrap_or_default()).min(DECIMALS);
        let exact = format!("{:.decimals$}", self.scaled(number).abs());
        let (whole, fraction) = exact.split_once('.').unwrap_or((&exact, ""));
        let (before, behind) = places.split_once('.').unwrap_or((places, ""));
        let mut written: Vec<char> = Vec::new();
        let mut places = before.chars().filter(|place| *place != ' ').count();
        // The last place takes the last digit, the first all that are left over.
        let mut digits = whole.trim_start_matches('0').chars().rev();
        for place in before.chars().rev() {
            if place == ' ' {
                written.push(' ');
                continue;
            }
            places -= 1;
            written.extend(digits.next().or((place == '0').then_some('0')));
            if places == 0 {
                written.extend(digits.by_ref());
            }
        }
        let mut text: String = written.into_iter().rev().collect();
        let mut digits = fraction.trim_end_matches('0').chars();
        let mut fraction = String::new();
        for place in behind.chars() {
            match place {
                ' ' => fraction.push(' '),
                place => fraction.extend(digits.next().or((place == '0').then_some('0'))),
            }
        }
        if !fraction.trim().is_empty() {
            if !text.ends_with(|letter: char| letter.is_ascii_digit()) {
                text.push('0');
            }
            text.push('.');
        }
        text + &fraction
    }
}

fn is_of_number(part: Part) -> bool {
    use Part::{Below, Comma, Digit, Exponent, General, Point, Text};
    matches!(part, Digit(_) | Point | Comma | Below | Exponent | General | Text)
}

fn is_space(part: Part) -> bool {
    matches!(part, Part::Gap) || matches!(part, Part::Letter(letter) | Part::Fill(letter) if letter.is_whitespace())
}

/// Returns whether the number stands there several times, or in several forms.
fn is_repeated(within: &[Part]) -> bool {
    let count = |wanted: fn(&Part) -> bool| within.iter().filter(|part| wanted(part)).count();
    let whole = count(|part| matches!(part, Part::General | Part::Text));
    let placed = count(|part| matches!(part, Part::Digit(_))) > 0;
    let forms = count(|part| matches!(part, Part::Below | Part::Exponent));
    whole + usize::from(placed) > 1 || forms > 1 || count(|part| *part == Part::Point) > 1
}

/// Returns the words among the parts before or behind the number; the sign of a percentage is none.
fn words(parts: &[Part]) -> String {
    let shown = shown(parts, ' ');
    let words = shown.trim();
    let bare = words.strip_prefix('(').and_then(|words| words.strip_suffix(')')).unwrap_or(words);
    // Brackets and signs alone are no words.
    if bare.chars().all(|letter| "()-+−–.,;:' ".contains(letter)) { String::new() } else { bare.trim().to_owned() }
}

/// Reads what stands before and behind a number together with it.
fn read(before: &str, behind: &str, of_negatives: bool) -> Option<Altered> {
    if of_negatives {
        // The sign is not shown by itself, and must stand there.
        let (before, behind) = (before.trim(), behind.trim());
        let signed = before.strip_prefix(MINUS).map(|before| (before, behind));
        let in_brackets = || Some((before.strip_prefix('(')?, behind.strip_suffix(')')?));
        let trailing = || behind.strip_prefix(MINUS).map(|behind| (before, behind));
        let Some((before, behind)) = signed.or_else(in_brackets).or_else(trailing) else {
            return Some(Altered::Number);
        };
        return read(before, behind, false);
    }
    let key = format!("{before}{NUMBER}{behind}");
    match read_number(&canonical(&key), LoneSeparator::Decimal) {
        Written::Bound => Some(Altered::Bound),
        Written::Number(number, _) | Written::Percent(number, _) => {
            let adds = [before, behind].into_iter().any(|shown| shown.contains(|letter: char| letter.is_ascii_digit()));
            (adds || number.to_string() != NUMBER).then_some(Altered::Number)
        }
        Written::Other if leaves_number(before, behind) => None,
        Written::Other | Written::Fraction { .. } | Written::DecimalOrThousands | Written::TooLong => {
            Some(Altered::Number)
        }
    }
}
