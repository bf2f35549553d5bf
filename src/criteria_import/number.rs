//! The numbers of rows as documents print them: "I", "1.", "1.1", "Tiêu chí 1.1:", "a)", "-".

use crate::{model, text::canonical};

use super::grid::is_bullet;

/// How a row is numbered; the order is that of levels, the highest first.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Number {
    /// "A".
    Capital(char),
    /// "IV", as its value.
    Roman(u32),
    /// "4", as [4]; "4.1" as [4, 1].
    Dotted(Vec<u32>),
    /// "a)".
    Letter(char),
    /// "-", "+".
    Dash,
}

/// Words that stand before a number.
const NAMES: &[&str] =
    &["tiêu chuẩn", "tiêu chí", "chỉ tiêu", "nội dung", "lĩnh vực", "nhóm", "phần", "mục", "tc", "số"];
/// Signs around a number.
const AROUND: &[char] = &['.', ')', '(', ':', '/', ' '];
/// Signs behind a number that a text begins with.
const BEHIND: &[char] = &['.', ')', ':', '/'];

impl Number {
    /// The level of "4".
    pub(super) const WHOLE: usize = 2;

    /// Reads a cell that is nothing but a number.
    pub(super) fn read(text: &str) -> Option<Self> {
        let bare = unnamed(text.trim()).trim_matches(AROUND);
        if text.trim().strip_prefix(is_bullet) == Some("") {
            return Some(Self::Dash);
        }
        roman(bare).map(Self::Roman).or_else(|| letter(bare)).or_else(|| dotted(bare).map(Self::Dotted))
    }

    /// Takes the number off a text that begins with one; what begins a sentence only is no number.
    pub(super) fn leading(text: &str) -> Option<(Self, &str)> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix(is_bullet) {
            return rest.starts_with(' ').then(|| (Self::Dash, rest.trim_start()));
        }
        let unnamed = unnamed(text);
        let (token, rest) = unnamed.split_once(' ').unwrap_or((unnamed, ""));
        let number = Self::read(token).filter(|number| *number != Self::Dash)?;
        let is_dotted = matches!(&number, Self::Dotted(parts) if parts.len() > 1);
        // "II - KINH TẾ".
        let is_roman = matches!(number, Self::Roman(_)) && rest.starts_with(['-', '–', ':']);
        let is_set_apart = token.ends_with(BEHIND) || is_dotted || is_roman || unnamed.len() < text.len();
        let rest = rest.trim_start_matches(['-', '–', ':', '.', ' ']);
        (is_set_apart && !rest.is_empty()).then_some((number, rest))
    }

    /// Returns its place among the levels; numbers of one level have one.
    pub(super) fn level(&self) -> usize {
        match self {
            Self::Capital(_) => 0,
            Self::Roman(_) => 1,
            Self::Dotted(parts) => 1 + parts.len(),
            Self::Letter(_) => 10,
            Self::Dash => 11,
        }
    }

    /// Returns which one of its row of numbers it is: 2 for "II", "2", "1.2".
    pub(super) fn ordinal(&self) -> Option<u32> {
        match self {
            Self::Roman(value) => Some(*value),
            Self::Dotted(parts) => parts.last().copied(),
            Self::Capital(_) | Self::Letter(_) | Self::Dash => None,
        }
    }

    /// Returns the number as an id shows it; a dash is none.
    pub(super) fn shown(&self) -> Option<String> {
        match self {
            Self::Capital(letter) | Self::Letter(letter) => Some(letter.to_string()),
            Self::Roman(value) => Some(as_roman(*value)),
            Self::Dotted(parts) => Some(parts.iter().map(u32::to_string).collect::<Vec<_>>().join(".")),
            Self::Dash => None,
        }
    }
}

/// Takes "Tiêu chí" off "Tiêu chí 1.1"; the name must be a word of its own.
fn unnamed(text: &str) -> &str {
    let words = |count: usize| {
        let end = text.match_indices(' ').nth(count - 1).map_or(text.len(), |(at, _)| at);
        text.split_at(end)
    };
    let named = [2, 1].into_iter().map(words).find(|(name, _)| NAMES.contains(&&*canonical(name)));
    named.map_or(text, |(_, rest)| rest.trim_start_matches(['.', ':', ' ']))
}

fn letter(text: &str) -> Option<Number> {
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    match letter {
        'A'..='Z' | 'Đ' => Some(Number::Capital(letter)),
        'a'..='z' | 'đ' => Some(Number::Letter(letter)),
        _ => None,
    }
}

/// Reads whole numbers set apart by points or, as spreadsheets show them in Vietnamese, by commas.
fn dotted(text: &str) -> Option<Vec<u32>> {
    let parts: Vec<&str> = text.split(['.', ',']).collect();
    let digits = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = parts.len() <= 4 && parts.iter().all(digits) && (parts.len() == 1 || parts.iter().all(|p| p.len() < 3));
    fits.then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
}

/// The largest Roman number that a standard has; those of one letter above it are letters.
const MOST_ROMAN: u32 = 30;

fn roman(text: &str) -> Option<u32> {
    (1..=MOST_ROMAN).find(|value| as_roman(*value) == text)
}

fn as_roman(value: u32) -> String {
    usize::try_from(value).map(model::roman).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_is_a_number_is_read() {
        for (text, shown, level) in [
            ("I", "I", 1),
            ("IV.", "IV", 1),
            ("Tiêu chuẩn 2:", "2", 2),
            ("01", "1", 2),
            ("1.10", "1.10", 3),
            ("1,2", "1.2", 3),
            ("TC 2.1", "2.1", 3),
            ("1.1.2.", "1.1.2", 4),
            ("a)", "a", 10),
            ("đ)", "đ", 10),
            ("B", "B", 0),
        ] {
            let number = Number::read(text).unwrap();
            assert_eq!((number.shown().as_deref(), number.level()), (Some(shown), level), "{text}");
        }
        assert_eq!(Number::read("-"), Some(Number::Dash));
        for text in ["", "Tổ chức", "1.500", "IIII", "2025-01-01", "1a", "1..2", "ab", "12345", "1.2.3.4.5"] {
            assert_eq!(Number::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_taken_off_the_text_behind_it() {
        for (text, shown, rest) in [
            ("1.1. Tỷ lệ hộ nghèo", "1.1", "Tỷ lệ hộ nghèo"),
            ("1.1 Tỷ lệ hộ nghèo", "1.1", "Tỷ lệ hộ nghèo"),
            ("Tiêu chuẩn 1: Tổ chức", "1", "Tổ chức"),
            ("Tiêu chí 1.2 - Hộ nghèo", "1.2", "Hộ nghèo"),
            ("II. KINH TẾ", "II", "KINH TẾ"),
            ("II - KINH TẾ", "II", "KINH TẾ"),
            ("a) Có nhà văn hóa", "a", "Có nhà văn hóa"),
            ("2/ Y tế", "2", "Y tế"),
        ] {
            let (number, found) = Number::leading(text).unwrap();
            assert_eq!((number.shown().as_deref(), found), (Some(shown), rest), "{text}");
        }
        assert_eq!(Number::leading("- Có loa"), Some((Number::Dash, "Có loa")));
        for text in ["100 hộ", "1.500 lượt người", "V tốt", "A", "1.", "-5 độ", "Số hộ nghèo", "Nội dung sinh hoạt"]
        {
            assert_eq!(Number::leading(text), None, "{text}");
        }
    }
}
