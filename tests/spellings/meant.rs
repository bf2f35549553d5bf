//! What a text with a slip in it says by itself: every reading that anyone could defend, found the generous way.

use unicode_normalization::UnicodeNormalization;

use crate::{
    asked::{Asked, Said},
    exact::Exact,
    marks,
};

/// The readings of a text, and the numbers in it that have no percent sign.
pub(crate) fn meant(asked: Asked, text: &str) -> (Vec<Said>, Vec<Exact>) {
    let text = visible(text);
    let mut said = marks::meant(asked, &text);
    let mut bare = Vec::new();
    if !asked.is_measured() {
        return (said, bare);
    }
    if asked.is_percent() {
        said.extend(fractions(&text));
        if let Some(number) = text.strip_suffix('%') {
            said.extend(numbers(number).into_iter().map(Said::figure));
        } else {
            bare = numbers(&text);
            said.extend(bare.iter().copied().map(Said::figure));
        }
    } else {
        said.extend(numbers(&text).into_iter().map(Said::figure));
    }
    (said, bare)
}

/// A text without what cannot be seen, at its ends and within, its letters composed.
pub(crate) fn visible(text: &str) -> String {
    let seen: String = text.nfc().filter(|letter| !matches!(letter, '\u{200b}' | '\u{feff}' | '\u{ad}')).collect();
    seen.trim().to_owned()
}

/// The numbers that a text of digits and separators may be: the last point or comma marks decimals or thousands.
pub(crate) fn numbers(text: &str) -> Vec<Exact> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let plain = text.chars().all(|letter| letter.is_ascii_digit() || is_separator(letter));
    let ends = [text.chars().next(), text.chars().next_back()];
    if !plain || !ends.iter().all(|end| end.is_some_and(|letter| letter.is_ascii_digit())) {
        return Vec::new();
    }
    let readings = [Some((text, "")), text.rsplit_once(['.', ','])];
    let read = |(whole, fraction): (&str, &str)| {
        let whole = thousands(whole)?;
        let fraction = fraction.trim_end_matches('0');
        let digits = format!("{whole}{fraction}");
        let digits = digits.parse().ok().filter(|_| fraction.bytes().all(|byte| byte.is_ascii_digit()))?;
        Some(Exact { negative, digits, scale: fraction.len() })
    };
    readings.into_iter().flatten().filter_map(read).collect()
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '.' | ',' | '\'' | '’' | '_' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The digits of a whole number, whose thousands may be set apart by one and the same sign.
fn thousands(text: &str) -> Option<String> {
    let seen = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
    let signs: Vec<char> = text.chars().filter(|letter| is_separator(*letter)).map(seen).collect();
    let groups: Vec<&str> = text.split(is_separator).collect();
    let threes = groups.iter().skip(1).all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len());
    let alike = signs.iter().all(|sign| *sign == signs[0]);
    (signs.is_empty() || threes && alike).then(|| groups.concat())
}

/// The fractions that a text may be, alone or beside their percentage.
fn fractions(text: &str) -> Vec<Said> {
    let pair = text.strip_suffix(')').and_then(|text| text.split_once('('));
    let Some((before, inside)) = pair else { return ratios(text) };
    let beside = |fraction: &str, percent: &str| {
        let Some(percent) = percent.trim().strip_suffix('%') else { return Vec::new() };
        let (ratios, percents) = (ratios(fraction), numbers(percent));
        let said = |ratio: &Said| {
            percents.iter().map(|percent| Said { figure: Some(percent.plain()), ..ratio.clone() }).collect::<Vec<_>>()
        };
        ratios.iter().flat_map(said).collect()
    };
    [beside(inside, before), beside(before, inside)].concat()
}

fn ratios(text: &str) -> Vec<Said> {
    let Some((part, whole)) = text.split_once('/') else { return Vec::new() };
    let wholes = numbers(counted(whole));
    let ratio = |part: Exact| wholes.iter().map(move |whole| Said::ratio(part, *whole)).collect::<Vec<_>>();
    numbers(counted(part)).into_iter().flat_map(ratio).collect()
}

/// A number without the words for what was counted; a letter stuck to the digits may be a digit gone wrong, and a word
/// that turns the meaning round, or that makes it a bound, is no such word.
fn counted(text: &str) -> &str {
    let text = text.trim();
    let Some(at) = text.find(char::is_alphabetic) else { return text };
    let (number, words) = text.split_at(at);
    let small = words.to_lowercase();
    let look_alikes = small.starts_with(['o', 'i', 'l']) || matches!(small.as_str(), "s" | "z" | "b");
    let turned =
        small.split_whitespace().any(|word| matches!(word, "không" | "chưa" | "ko" | "kđ" | "cđ" | "trở" | "hơn"));
    let plain = words.chars().all(|letter| letter.is_alphabetic() || letter.is_whitespace());
    let stuck = look_alikes && !number.ends_with(char::is_whitespace);
    if plain && !turned && !stuck { number } else { text }
}
