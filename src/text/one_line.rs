//! Texts of several lines on one.

use super::{is_unseen, to_nfc};

/// Returns the text on one line: breaks and runs of spaces as one space, no control or invisible signs.
pub fn one_line(text: &str) -> String {
    let text = to_nfc(text);
    let seen = text.chars().filter(|letter| !is_unseen(*letter));
    let spaced: String = seen.map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_brought_on_one_line() {
        assert_eq!(one_line(" Tỷ lệ\r\n hộ\u{a0}nghèo\u{2028}\u{0}\u{202e} \"x\"\\"), "Tỷ lệ hộ nghèo \"x\"\\");
        assert_eq!(one_line("\u{200b}\n\u{1b}\u{e0020}\u{61c}"), "");
    }
}
