//! VNI for Windows: a base letter, then the byte of its mark; some letters are a byte of their own.

/// The vowels that take marks, each with its marks and, in the same order, the letters they make.
const MARKED: [(char, &str, &str); 8] = [
    ('a', "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    ('e', "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    // Not in the chart, and typed: "ñiïnh". The font draws the mark with the letter all the same.
    ('i', "ùøûõï", "íìỉĩị"),
    ('o', "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    ('u', "ùøûõï", "úùủũụ"),
    ('y', "ùøûõï", "ýỳỷỹỵ"),
    ('ô', "ùøûõï", "ớờởỡợ"),
    ('ö', "ùøûõï", "ứừửữự"),
];
/// The letters that are one byte.
const SINGLE: [(char, char); 9] =
    [('ô', 'ơ'), ('ö', 'ư'), ('ñ', 'đ'), ('ì', 'ì'), ('í', 'í'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// Joins vowels and their marks and puts the letters in the place of single bytes; a letter is a capital where its
/// base is. A mark that makes no letter with what stands before it stays.
pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    for (base, letter) in letters(text) {
        match letter {
            Some(letter) if lower(base) == base => decoded.push(letter),
            Some(letter) => decoded.extend(letter.to_uppercase()),
            None => decoded.push(base),
        }
    }
    decoded
}

/// Returns whether the encoding has every character of `text` where it stands.
pub(super) fn knows(text: &str) -> bool {
    letters(text).all(|(base, letter)| base.is_ascii() || letter.is_some())
}

/// Returns each character that is no mark, and the small letter that it stands for, if for another than itself.
fn letters(text: &str) -> impl Iterator<Item = (char, Option<char>)> {
    let mut bytes = text.chars().peekable();
    std::iter::from_fn(move || {
        let base = bytes.next()?;
        let small = lower(base);
        let joined = bytes.peek().and_then(|mark| joined(small, lower(*mark)));
        if joined.is_some() {
            bytes.next();
        }
        Some((base, joined.or_else(|| single(small))))
    })
}

fn joined(base: char, mark: char) -> Option<char> {
    if mark.is_ascii() {
        return None;
    }
    let (_, marks, letters) = MARKED.iter().find(|(vowel, ..)| *vowel == base)?;
    letters.chars().nth(marks.chars().position(|known| known == mark)?)
}

fn single(letter: char) -> Option<char> {
    SINGLE.iter().find(|(byte, _)| *byte == letter).map(|&(_, letter)| letter)
}

/// Returns the small letter; every capital of the encoding has one of a single character.
fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}
