//! How wide a text is in Times New Roman and how many lines it takes: no spreadsheet computes row heights for us.

/// Size of the text of tables, in points.
pub(super) const TEXT_SIZE: f64 = 11.0;

/// Bold letters are wider by about this much.
pub(super) const BOLD: f64 = 1.09;

/// Returns the width of `text` in points at `size` points.
pub(super) fn width(text: &str, size: f64) -> f64 {
    f64::from(text.chars().map(thousandths).sum::<u32>()) * size / 1000.0
}

/// Returns the width of the longest word of `text`, in points at `size` points.
pub(super) fn longest_word(text: &str, size: f64) -> f64 {
    words(text).map(|word| width(word, size)).fold(0.0, f64::max)
}

/// Returns how many lines `text` takes between margins that are `room` points apart.
pub(super) fn lines(text: &str, size: f64, room: f64) -> u32 {
    text.split('\n').map(|line| wrapped(line, size, room)).sum()
}

/// Returns what a line may be broken between: at any space but those that hold together.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() && letter != '\u{a0}').filter(|word| !word.is_empty())
}

fn wrapped(text: &str, size: f64, room: f64) -> u32 {
    if width(text, size) <= room {
        return 1;
    }
    let (mut lines, mut filled) = (1, 0.0);
    let space = width(" ", size);
    for word in words(text).map(|word| width(word, size)) {
        let with_word = if filled > 0.0 { filled + space + word } else { word };
        if with_word <= room {
            filled = with_word;
        } else {
            lines += u32::from(filled > 0.0);
            filled = word;
            while filled > room {
                lines += 1;
                filled -= room;
            }
        }
    }
    lines
}

/// Advance widths of Times New Roman in thousandths of the size; marks above and below letters take no room.
fn thousandths(letter: char) -> u32 {
    match letter {
        ' ' | ',' | '.' | '\u{a0}' => 250,
        'i' | 'j' | 'l' | 't' | '/' | ':' | ';' | 'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' => 278,
        'f' | 'r' | 'I' | '(' | ')' | '[' | ']' | '-' | '!' => 333,
        's' | 'J' => 389,
        'a' | 'c' | 'e' | 'z' | '?' | 'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'â' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê'
        | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => {
            444
        }
        'P' | 'S' | 'F' => 556,
        'E' | 'L' | 'T' | 'Z' => 611,
        'B' | 'C' | 'R' => 667,
        'm' => 778,
        '%' => 833,
        'M' | 'W' => 944,
        '…' => 1000,
        '<' | '=' | '>' | '+' | '≥' | '≤' => 564,
        'w' | 'A'..='Z' => 722,
        ' '..='~' => 500,
        '\u{300}'..='\u{36f}' => 0,
        letter if letter.is_uppercase() => 722,
        letter if letter < '\u{2e80}' => 500,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_does_not_fit_opens_a_line() {
        assert_eq!(lines("0000 0000", 10.0, 100.0), 1);
        assert_eq!(lines("0000 0000", 10.0, 30.0), 2);
        assert_eq!(lines("0000\n0000", 10.0, 100.0), 2);
    }

    #[test]
    fn what_is_held_together_is_one_word() {
        assert!(longest_word("98 %", 10.0) < 10.1);
        assert!(longest_word("98\u{a0}%", 10.0) > 20.0);
    }

    #[test]
    fn a_word_wider_than_the_column_is_broken() {
        assert_eq!(lines("0000000000", 10.0, 20.0), 3);
        assert_eq!(lines("a 0000000000", 10.0, 20.0), 4);
    }
}
