//! The Windows code pages 1252, of Western Europe, and 1258, of Vietnam, which differ in a few letters.

use unicode_normalization::UnicodeNormalization;

/// The letters of code page 1252 from 80 to 9F; a byte that has none is the control character of its number.
const FROM_80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];
/// Where code page 1258 has another letter than 1252: theirs, ours. Tone marks follow their vowel.
const OTHER_IN_1258: [(char, char); 14] = [
    ('Ã', 'Ă'),
    ('Ì', '\u{300}'),
    ('Ð', 'Đ'),
    ('Ò', '\u{309}'),
    ('Õ', 'Ơ'),
    ('Ý', 'Ư'),
    ('Þ', '\u{303}'),
    ('ã', 'ă'),
    ('ì', '\u{301}'),
    ('ð', 'đ'),
    ('ò', '\u{323}'),
    ('õ', 'ơ'),
    ('ý', 'ư'),
    ('þ', '₫'),
];

/// Returns the bytes as the characters of Windows code page 1252, as which all one-byte encodings are looked at first.
pub fn from_windows_1252(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        0x80..=0x9F => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// Returns the byte of a character in code page 1252.
pub(super) fn byte_in_1252(letter: char) -> Option<u8> {
    match letter {
        '\0'..='\x7f' | '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(letter)).ok(),
        _ => FROM_80.iter().zip(0x80..).find(|(known, _)| **known == letter).map(|(_, byte)| byte),
    }
}

/// Returns the byte of a character in code page 1258.
pub(super) fn byte_in_1258(letter: char) -> Option<u8> {
    match OTHER_IN_1258.iter().find(|(_, ours)| *ours == letter) {
        Some((theirs, _)) => byte_in_1252(*theirs),
        None => byte_in_1252(letter),
    }
}

/// Reads as code page 1258 what was read as 1252, with vowels and tone marks composed.
pub(super) fn decode_1258(text: &str) -> String {
    let letter = |letter| OTHER_IN_1258.iter().find(|(theirs, _)| *theirs == letter).map_or(letter, |(_, ours)| *ours);
    text.chars().map(letter).nfc().collect()
}
