//! Why two texts that are not the same look the same, or nearly so: for the explanation, never for matching.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::canonical;

/// What alone tells two texts apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Apart {
    /// The same marks, put on the letters in another order: nobody sees the difference.
    MarkOrder,
    /// A letter of another script that looks the same, such as a Cyrillic а.
    LookAlike(char),
    /// Marks: "Gia Khau", "Gia Khẩu" for "Gia Khâu".
    Marks,
    /// Spaces, hyphens, dots and the like.
    Spacing,
}

/// Returns what alone tells `written` from `meant`; nothing where they are the same, or where more does.
pub fn told_apart_by(written: &str, meant: &str) -> Option<Apart> {
    let (written, meant) = (canonical(written), canonical(meant));
    if written == meant {
        return None;
    }
    if marks_sorted(&written) == marks_sorted(&meant) {
        return Some(Apart::MarkOrder);
    }
    let latin: String = written.chars().map(|letter| latin_look_alike(letter).unwrap_or(letter)).collect();
    if latin == meant {
        return written.chars().find(|letter| latin_look_alike(*letter).is_some()).map(Apart::LookAlike);
    }
    let (bare, other) = (unmarked(&written), unmarked(&meant));
    if bare == other {
        return Some(Apart::Marks);
    }
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    (letters(&written) == letters(&meant)).then_some(Apart::Spacing)
}

/// Returns a key that two texts share where nothing but marks or letters of another script tell them apart: to find
/// out which of many titles are worth holding against a text with [`told_apart_by`].
pub fn plainest(text: &str) -> String {
    unmarked(&canonical(text)).chars().map(|letter| latin_look_alike(letter).unwrap_or(letter)).collect()
}

/// Returns the letters with their marks in one order.
fn marks_sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.nfd().collect();
    letters.chunk_by_mut(|_, next| is_combining_mark(*next)).for_each(|chunk| chunk[1..].sort_unstable());
    letters
}

/// Returns a canonical text without marks.
pub fn unmarked(text: &str) -> String {
    let plain = text.nfd().filter(|letter| !is_combining_mark(*letter));
    plain.map(|letter| if letter == 'đ' { 'd' } else { letter }).collect()
}

/// Returns the small Latin letter that a small letter of another script is drawn like.
fn latin_look_alike(letter: char) -> Option<char> {
    Some(match letter {
        'а' | 'α' | 'ɑ' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' | 'ı' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' => 'u',
        'ν' | 'ѵ' => 'v',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_named() {
        let check = |written: &str, meant: &str, expected: Option<Apart>| {
            assert_eq!(told_apart_by(written, meant), expected, "{written:?} {meant:?}");
            let hard_to_see = !matches!(expected, None | Some(Apart::Spacing));
            assert!(!hard_to_see || plainest(written) == plainest(meant), "{written:?} {meant:?}");
        };
        check("Tỏ\u{302} 1", "Tổ 1", Some(Apart::MarkOrder));
        check("B\u{430}n Thèn", "Ban Thèn", Some(Apart::LookAlike('а')));
        check("BẢN M\u{410}NG", "Bản Mang", Some(Apart::LookAlike('а')));
        check("Ban Gia Khau", "Bản Gia Khâu", Some(Apart::Marks));
        check("Bản Gia-Khâu", "Bản Gia Khâu", Some(Apart::Spacing));
        check("Hoà Bình", "Hòa Bình", None);
        check("Bản Màng", "Bản Gia Khâu", None);
    }
}
