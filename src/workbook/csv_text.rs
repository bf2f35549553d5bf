//! The bytes of a text file to its text, whatever encoding it was saved in.

use std::borrow::Cow;

use super::{Kind, ReadError};
use crate::{
    model::phrase,
    text::legacy::{self, Words},
};

/// So many bytes tell whether a file without a mark is UTF-16.
const SNIFFED: usize = 4096;
/// The first halves of the letters of Vietnamese text in UTF-16: ASCII and Latin, tone marks, Vietnamese.
const HIGH_BYTES: [u8; 4] = [0x00, 0x01, 0x03, 0x1E];

/// Makes a number of two bytes.
type ByteOrder = fn([u8; 2]) -> u16;

/// Returns the text of `bytes`. One in a one-byte encoding is given as code page 1252 has it, for the words to tell
/// which it is, and only if they do.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        _ => match byte_order(bytes) {
            Some(order) => utf16(bytes, order).map(Cow::Owned),
            None => one_byte_or_utf8(bytes),
        },
    }
}

/// Returns whether `bytes` are UTF-16 without a mark.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    let text = byte_order(bytes).and_then(|order| utf16(bytes, order).ok());
    text.is_some_and(|text| !text.chars().any(|letter| letter.is_control() && !letter.is_whitespace()))
}

/// Tells the byte order of UTF-16 by the halves in which the letters hardly differ: other texts hold no null bytes.
fn byte_order(bytes: &[u8]) -> Option<ByteOrder> {
    let opening = &bytes[..bytes.len().min(SNIFFED)];
    let high_bytes_at = |half: usize| {
        let halves = || opening.iter().skip(half).step_by(2);
        let high = halves().filter(|byte| HIGH_BYTES.contains(byte)).count();
        halves().any(|byte| *byte == 0) && high * 10 >= halves().count() * 9
    };
    match (high_bytes_at(1), high_bytes_at(0)) {
        (true, false) => Some(u16::from_le_bytes),
        (false, true) => Some(u16::from_be_bytes),
        _ => None,
    }
}

fn utf16(bytes: &[u8], order: ByteOrder) -> Result<String, ReadError> {
    let (units, rest) = bytes.as_chunks();
    if !rest.is_empty() {
        let reason = phrase!("ký tự cuối tệp (UTF-16) bị cắt mất một nửa", "the last letter (UTF-16) is cut in half");
        return Err(ReadError::Damaged { reason });
    }
    char::decode_utf16(units.iter().map(|unit| order(*unit))).collect::<Result<_, _>>().map_err(|_| {
        let reason = phrase!("có ký tự UTF-16 không hợp lệ", "a letter is not valid UTF-16");
        ReadError::Damaged { reason }
    })
}

fn one_byte_or_utf8(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    let text = legacy::from_windows_1252(bytes);
    match Words::default().evidence(&text).encoding(None) {
        Some(_) => Ok(Cow::Owned(text)),
        None => Err(ReadError::NotAWorkbook(Kind::LegacyText)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "Tổ dân phố;Đạt\n“1”;95,5\n";

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(text(bytes).unwrap(), expected, "{bytes:?}");
    }

    fn in_utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn unicode_is_read_with_and_without_a_mark() {
        for mark in ["", "\u{feff}"] {
            let marked = format!("{mark}{SAID}");
            check(marked.as_bytes(), SAID);
            for bytes in [in_utf16(&marked, u16::to_le_bytes), in_utf16(&marked, u16::to_be_bytes)] {
                check(&bytes, SAID);
                assert!(!mark.is_empty() || is_utf16(&bytes));
            }
        }
    }

    #[test]
    fn half_a_letter_and_half_a_pair_are_told() {
        for bytes in [b"\xFF\xFEa\0b".as_slice(), b"\xFE\xFF\xD8\x00\0a"] {
            assert!(matches!(text(bytes), Err(ReadError::Damaged { .. })), "{bytes:?}");
        }
    }

    #[test]
    fn bytes_of_other_files_are_no_utf_16() {
        for bytes in [b"".as_slice(), b"a", b"a;b\n", "ổ".as_bytes(), b"\0\0\0\0", b"\x01\0\x02\0\x03\0", b"a\0\0b"] {
            assert!(!is_utf16(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn one_byte_encodings_are_read_where_their_words_are_vietnamese() {
        // "Tổ dân phố;hộ nghèo;văn", as glibc's iconv writes it in CP1258 and in TCVN.
        check(b"T\xF4\xD2 d\xE2n ph\xF4\xEC;h\xF4\xF2 ngh\xE8o;v\xE3n", "TôÒ dân phôì;hôò nghèo;vãn");
        check(b"T\xE6 d\xA9n ph\xE8;h\xE9 ngh\xCCo;v\xA8n", "Tæ d©n phè;hé nghÌo;v¨n");
        for bytes in [b"Caf\xE9;1".as_slice(), b"25 \xB5m\xB2;7", b"T\xE6,1"] {
            assert!(matches!(text(bytes), Err(ReadError::NotAWorkbook(Kind::LegacyText))), "{bytes:?}");
        }
    }
}
