//! TCVN3 (ABC), the VN3 form of TCVN 5712:1993: one byte a letter, no capitals with tone marks.

/// The first byte of [`LETTERS`].
const FIRST: usize = 0xA0;
/// No letter.
const NONE: char = '\0';
/// The letters of the bytes from A0 to FF.
#[rustfmt::skip]
const LETTERS: [[char; 16]; 6] = [
    [NONE, 'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', NONE],
    [NONE, NONE, NONE, NONE, NONE, 'à', 'ả', 'ã', 'á', 'ạ', NONE, 'ằ', 'ẳ', 'ẵ', 'ắ', NONE],
    [NONE, NONE, NONE, NONE, NONE, NONE, 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', NONE, 'ẻ', 'ẽ'],
    ['é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', NONE, NONE, NONE, 'ĩ', 'í', 'ị', 'ò'],
    [NONE, 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù'],
    [NONE, 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ', NONE],
];

/// Puts the letters in the place of their bytes; a byte that stands for none stays.
pub(super) fn decode(text: &str) -> String {
    text.chars().map(|byte| letter(byte).unwrap_or(byte)).collect()
}

/// Returns whether the encoding has every character of `text`.
pub(super) fn knows(text: &str) -> bool {
    text.chars().all(|byte| byte.is_ascii() || letter(byte).is_some())
}

fn letter(byte: char) -> Option<char> {
    let index = usize::try_from(u32::from(byte)).ok()?.checked_sub(FIRST)?;
    let letter = *LETTERS.get(index / 16)?.get(index % 16)?;
    (letter != NONE).then_some(letter)
}
