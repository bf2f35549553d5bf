//! A text word by word, with what stands between the words.

use crate::text::canonical;

/// A word of a text.
#[derive(Debug)]
pub(super) struct Word<'a> {
    /// In canonical form; a number without leading zeros.
    pub(super) key: String,
    /// What stands between it and the next word.
    pub(super) gap: &'a str,
    written: &'a str,
}

impl Word<'_> {
    /// Returns whether the word is written with a capital and goes on small, as names are.
    pub(super) fn is_titled(&self) -> bool {
        let mut letters = self.written.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
    }
}

/// Splits a text into its words; numbers are words.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(|letter| !is_of_word(letter));
    while !rest.is_empty() {
        let end = rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len());
        let (written, after) = rest.split_at(end);
        let (gap, next) = after.split_at(after.find(is_of_word).unwrap_or(after.len()));
        words.push(Word { key: word_key(written), gap, written });
        rest = next;
    }
    words
}

/// Returns the keys of the words with a space between.
pub(super) fn key(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter)
}

fn word_key(written: &str) -> String {
    let key = canonical(written);
    let number = key.bytes().all(|byte| byte.is_ascii_digit());
    let significant = key.trim_start_matches('0');
    if number && !significant.is_empty() { significant.to_owned() } else { key.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_what_stands_between_them() {
        let words = words("(P. Đoàn KÊ\u{301}T, tổ 01)");
        let told: Vec<_> = words.iter().map(|word| (word.key.as_str(), word.gap, word.is_titled())).collect();
        assert_eq!(
            told,
            [("p", ". ", false), ("đoàn", " ", true), ("kết", ", ", false), ("tổ", " ", false), ("1", ")", false)]
        );
    }
}
