//! UTF-8 that was read as a Windows code page: each byte became a letter.

use unicode_normalization::UnicodeNormalization;

use super::{
    code_page::{byte_in_1252, byte_in_1258},
    syllable::is_vietnamese_letter,
};

/// Returns what the text says when its letters are taken for bytes of UTF-8 again; `None` unless all of it can be
/// taken so and says something Vietnamese, with no other letters than that.
pub(super) fn repair(text: &str) -> Option<String> {
    let mut begins = false;
    for letter in text.chars() {
        match letter {
            // No byte of any code page is one of these.
            '\u{1ea0}'..='\u{1ef9}' => return None,
            // The first bytes of Vietnamese letters in UTF-8.
            'Ã' | 'Ä' | 'Å' | 'Æ' | 'á' | 'Ă' | 'Ì' | '\u{300}' => begins = true,
            _ => {}
        }
    }
    if !begins {
        return None;
    }
    [byte_in_1252, byte_in_1258].into_iter().find_map(|byte| repaired(text, byte))
}

fn repaired(text: &str, byte: fn(char) -> Option<u8>) -> Option<String> {
    let bytes = text.chars().map(byte).collect::<Option<Vec<u8>>>()?;
    let text: String = String::from_utf8(bytes).ok()?.nfc().collect();
    let mut beyond = text.chars().filter(|letter| !letter.is_ascii()).peekable();
    let vietnamese = beyond.clone().any(is_vietnamese_letter);
    let plausible = beyond.all(|letter| is_vietnamese_letter(letter) || !letter.is_alphanumeric());
    (vietnamese && plausible && !text.chars().any(is_control)).then_some(text)
}

/// Whether it is one of the control characters above ASCII, which no text holds.
fn is_control(letter: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&letter)
}
