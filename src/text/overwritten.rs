//! What people do to letters beside writing them, kept in plain text: crossing them out, setting digits small, turning
//! their direction round.

use super::{canonical::to_nfc, is_blank};

/// The stroke that Unicode combines with the letter before it.
const STROKE: char = '\u{336}';
/// Small digits above the line, from 0 to 9.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
/// Small digits below the line, from 0 to 9.
const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];

/// What makes a text another one than its letters say.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Overwritten {
    /// Something of it is crossed out.
    CrossedOut,
    /// A small digit stands at a number: a footnote, or a power.
    SmallDigit,
    /// Its direction is turned round, so that people see its digits in another order.
    TurnedRound,
}

/// Where a piece of text stands on its line.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Height {
    /// On it.
    #[default]
    Line,
    /// Small and above it.
    Raised,
    /// Small and below it.
    Lowered,
}

/// Returns the text with every letter crossed out; what only holds the place of a value stays as it is.
pub fn crossed_out(text: &str) -> String {
    if is_blank(text) {
        return text.to_owned();
    }
    let letters = to_nfc(text);
    let letters = letters.chars().filter(|letter| *letter != STROKE);
    letters.flat_map(|letter| [Some(letter), (!letter.is_whitespace()).then_some(STROKE)]).flatten().collect()
}

/// Returns the text with the digits that Unicode has for that height.
pub fn at_height(text: &str, height: Height) -> String {
    let digits = match height {
        Height::Line => return text.to_owned(),
        Height::Raised => RAISED,
        Height::Lowered => LOWERED,
    };
    let small = |letter: char| letter.to_digit(10).and_then(|digit| digits.get(digit as usize).copied());
    text.chars().map(|letter| small(letter).unwrap_or(letter)).collect()
}

/// Returns whether small digits behind `before`, the last sign on the line, or in front of `after`, the next, would be
/// taken for digits of its number if they were not small.
pub fn joins_number(before: Option<char>, after: Option<char>) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit();
    before.map_or_else(|| after.is_some_and(is_digit), |before| is_digit(before) || matches!(before, '.' | ','))
}

/// Returns whether a letter is one of ASCII or of Vietnamese, composed, as nearly all are.
fn is_plain(letter: char) -> bool {
    matches!(letter, '\0'..='\x7f' | '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}')
}

/// Returns what makes `text` another one than its letters say.
pub fn overwritten(text: &str) -> Option<Overwritten> {
    if text.chars().all(is_plain) {
        return None;
    }
    if text.contains(STROKE) {
        return Some(Overwritten::CrossedOut);
    }
    if text.contains(turns_round) {
        return Some(Overwritten::TurnedRound);
    }
    let is_small = |letter: char| RAISED.contains(&letter) || LOWERED.contains(&letter);
    let signs: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let at_number = |(at, letter): (usize, &char)| {
        let before = at.checked_sub(1).map(|before| signs[before]);
        is_small(*letter) && joins_number(before, signs.get(at + 1).copied())
    };
    signs.iter().enumerate().any(at_number).then_some(Overwritten::SmallDigit)
}

/// Returns whether nobody sees a letter and it makes others run from right to left.
pub(super) fn turns_round(letter: char) -> bool {
    matches!(letter, '\u{200f}' | '\u{61c}' | '\u{202b}' | '\u{202e}' | '\u{2067}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_crossed_out_stays_to_be_seen() {
        assert_eq!(crossed_out("9 x"), "9\u{336} x\u{336}");
        assert_eq!(overwritten(&crossed_out("Tổ 1")), Some(Overwritten::CrossedOut));
        assert_eq!(crossed_out(&crossed_out("95")), crossed_out("95"));
        assert_eq!(crossed_out("…"), "…");
    }

    #[test]
    fn small_digits_matter_at_a_number() {
        assert_eq!(at_height("1)", Height::Raised), "¹)");
        assert_eq!(at_height("1a", Height::Lowered), "₁a");
        for text in ["95¹", "95 ¹", "¹95", "95,5₂", "95,¹", "Tổ 1²"] {
            assert_eq!(overwritten(text), Some(Overwritten::SmallDigit), "{text}");
        }
        for text in ["m²", "120 m²", "km² 2025", "H₂O", "hộ¹", "¹ ước tính"] {
            assert_eq!(overwritten(text), None, "{text}");
        }
    }

    #[test]
    fn digits_turned_round_are_told_and_those_held_as_they_are_are_not() {
        for text in ["\u{202e}59", "120 / \u{200f}125", "\u{2067}95\u{2069}"] {
            assert_eq!(overwritten(text), Some(Overwritten::TurnedRound), "{text:?}");
        }
        for text in ["\u{202d}95\u{202c}", "\u{200b}95", "\u{200e}95"] {
            assert_eq!(overwritten(text), None, "{text:?}");
        }
    }
}
