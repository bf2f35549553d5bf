//! The comparison key of a text: two texts that look alike to a reader have the same key.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfc_quick};

use super::overwritten::turns_round;

/// Returns the key by which texts are compared; the text itself where it already is its key.
///
/// Unicode NFC, lower case, tone marks placed alike (hoà = hòa, thuỷ = thủy), đ and its look-alikes the same letter,
/// spaces of every kind collapsed to one and trimmed, invisible characters left out, typographic quotes and dashes
/// made plain. Text in a legacy encoding is decoded first: U+00AD, invisible here, is a letter there.
pub fn canonical(text: &str) -> Cow<'_, str> {
    if is_folded(text) {
        return placed_alike(text).map_or(Cow::Borrowed(text), Cow::Owned);
    }
    let folded = folded_plainly(text).unwrap_or_else(|| {
        if text.chars().all(is_inert) { fold(text.len(), lowered(text)) } else { fold(text.len(), lowered(text).nfc()) }
    });
    Cow::Owned(placed_alike(&folded).unwrap_or(folded))
}

/// Returns the text in Unicode NFC, otherwise untouched.
pub fn to_nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Returns whether the text is its own key but for the placing of tone marks, as far as a glance at each letter tells.
fn is_folded(text: &str) -> bool {
    let mut before = ' ';
    for letter in text.chars() {
        let plain = match letter {
            ' ' => before != ' ',
            '!'..='~' => !letter.is_ascii_uppercase() && letter != '`',
            _ => is_small_vietnamese(letter),
        };
        if !plain {
            return false;
        }
        before = letter;
    }
    text.is_empty() || before != ' '
}

/// Folds a text of nothing but ASCII and composed Vietnamese letters, as nearly all are, letter by letter.
fn folded_plainly(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    let mut space = false;
    for letter in text.chars() {
        if matches!(letter, ' ' | '\t' | '\n' | '\r') {
            space = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            folded.push(' ');
        }
        folded.push(small(letter)?);
    }
    Some(folded)
}

/// Returns the small letter of an ASCII sign or a Vietnamese letter that stands for nothing else.
fn small(letter: char) -> Option<char> {
    let next = |letter: char| char::from_u32(u32::from(letter) + 1);
    match letter {
        '`' => None,
        '!'..='~' => Some(letter.to_ascii_lowercase()),
        'À' | 'Á' | 'Â' | 'Ã' | 'È' | 'É' | 'Ê' | 'Ì' | 'Í' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ù' | 'Ú' | 'Ý' => {
            char::from_u32(u32::from(letter) + 0x20)
        }
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => next(letter),
        _ if is_small_vietnamese(letter) => Some(letter),
        // The block alternates between capital and small.
        'Ạ'..='Ỹ' => next(letter),
        _ => None,
    }
}

fn is_small_vietnamese(letter: char) -> bool {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'è' | 'é' | 'ê' | 'ì' | 'í' | 'ò' | 'ó' | 'ô' | 'õ' | 'ù' | 'ú' | 'ý' | 'ă' | 'đ'
        | 'ĩ' | 'ũ' | 'ơ' | 'ư' => true,
        // The block alternates between capital and small.
        'ạ'..='ỹ' => u32::from(letter) % 2 == 1,
        _ => false,
    }
}

/// Returns whether the letter stays as it is under normalization, whatever stands beside it among its like; two spaces
/// (U+2000, U+2001) would become others, which are folded to the same one.
fn is_inert(letter: char) -> bool {
    matches!(letter, '\0'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2000}'..='\u{206f}') && letter != 'İ'
}

fn lowered(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !is_invisible(*letter)).flat_map(char::to_lowercase)
}

/// Returns whether nobody sees a letter, so that it is left out of the key; one that makes others run from right to left
/// is seen by what it does to them.
pub(super) fn is_invisible(letter: char) -> bool {
    is_unseen(letter) && !turns_round(letter)
}

/// Returns whether a letter has no look of its own: marks of direction, joiners, the hyphen between syllables, tags.
pub fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Makes look-alikes the same and leaves single spaces between words.
fn fold(length: usize, letters: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(length);
    let mut space = false;
    for letter in letters {
        if letter.is_whitespace() {
            space = !folded.is_empty();
            continue;
        }
        if space {
            folded.push(' ');
            space = false;
        }
        folded.push(look_alike(letter));
    }
    folded
}

fn look_alike(letter: char) -> char {
    match letter {
        // The small letters of U+00D0 and U+0189.
        'ð' | 'ɖ' => 'đ',
        '‘' | '’' | '‚' | '‛' | '′' | '´' | '`' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '﹣' | '－' => '-',
        _ => letter,
    }
}

/// Returns the text with the tone of every open oa, oe, uy on the first letter, if any stood on the second.
fn placed_alike(text: &str) -> Option<String> {
    // Of every pair that moves, the first letter is one of these and the second is not ASCII.
    let may_move = |pair: &[u8]| matches!(pair, [b'o' | b'u', second] if !second.is_ascii());
    if !text.as_bytes().windows(2).any(may_move) {
        return None;
    }
    let mut placed: Option<String> = None;
    let (mut before, mut glide) = (' ', ' ');
    for (at, vowel) in text.char_indices() {
        if matches!(glide, 'o' | 'u')
            && let Some((toned, bare)) = moved(before, glide, vowel)
            && ends_syllable(text.split_at(at + vowel.len_utf8()).1)
        {
            let out = placed.get_or_insert_with(|| text.split_at(at).0.to_owned());
            out.pop();
            out.extend([toned, bare]);
        } else if let Some(out) = &mut placed {
            out.push(vowel);
        }
        (before, glide) = (glide, vowel);
    }
    placed
}

/// Returns whether a syllable ends where `rest` begins.
fn ends_syllable(rest: &str) -> bool {
    rest.chars().next().is_none_or(|next| !next.is_alphabetic() && !is_combining_mark(next))
}

/// Returns `óa` for `oá`, and so for oe and uy; never after q, where u belongs to the consonant.
fn moved(before: char, glide: char, vowel: char) -> Option<(char, char)> {
    let (tones, bare) = match (glide, vowel) {
        ('o', 'á' | 'à' | 'ả' | 'ã' | 'ạ') => ("áàảãạ", 'a'),
        ('o', 'é' | 'è' | 'ẻ' | 'ẽ' | 'ẹ') => ("éèẻẽẹ", 'e'),
        ('u', 'ý' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ') if before != 'q' => ("ýỳỷỹỵ", 'y'),
        _ => return None,
    };
    let glides = if glide == 'o' { "óòỏõọ" } else { "úùủũụ" };
    let tone = tones.chars().position(|tone| tone == vowel)?;
    glides.chars().nth(tone).map(|glide| (glide, bare))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, key: &str) {
        assert_eq!(canonical(text), key, "{text:?}");
    }

    #[test]
    fn case_and_form_do_not_matter() {
        check("TỔ DÂN PHỐ SỐ 1", "tổ dân phố số 1");
        check("To\u{302}\u{309} da\u{302}n", "tổ dân");
        check("Tô\u{309}", "tổ");
        check("Tỏ\u{302}", "tỏ\u{302}");
        check("TOàN Ư", "toàn ư");
    }

    #[test]
    fn tone_marks_are_placed_alike_only_where_the_syllable_is_open() {
        for (new, old) in
            [("hoà", "hòa"), ("khoẻ,", "khỏe,"), ("THUỶ lợi", "thủy lợi"), ("uỷ", "ủy"), ("loè hoẽ", "lòe hõe")]
        {
            check(new, old);
            check(old, old);
        }
        for text in ["hoàn", "ngoài", "huỳnh", "quý", "quỵ", "toán", "khoảng", "hoắc"] {
            check(text, text);
        }
        check("Hoà-Bình hoà", "hòa-bình hòa");
    }

    #[test]
    fn look_alikes_of_the_letter_d_are_one() {
        for text in ["Đoàn", "Ðoàn", "Ɖoàn", "đoàn", "ðoàn"] {
            check(text, "đoàn");
        }
    }

    #[test]
    fn spaces_quotes_and_dashes_are_plain() {
        check("\u{feff} Tổ\u{a0}\u{2009}\tdân\r\nphố\u{3000}", "tổ dân phố");
        check("đo\u{200b}àn", "đoàn");
        check("đ\u{e0041}o\u{fff9}àn", "đoàn");
        check("“a” ‘b’ c – d — e", "\"a\" 'b' c - d - e");
        check("  ", "");
        check("", "");
    }

    #[test]
    fn a_key_is_given_back_as_it_is() {
        for text in ["", "2.1", "tổ dân phố số 1", "số hộ (a)"] {
            assert!(matches!(canonical(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn every_letter_is_stable() {
        for letter in ('\0'..='\u{ffff}').chain('\u{1d100}'..='\u{1e9ff}') {
            let text = format!("Oá{letter}a{letter}{letter}");
            if let Some(folded) = folded_plainly(&text) {
                assert_eq!(folded, fold(text.len(), lowered(&text).nfc()), "{letter:?}");
            }
            let key = canonical(&text);
            assert_eq!(canonical(&key), key, "{letter:?}");
        }
    }

    fn vietnamese() -> impl Strategy<Value = String> {
        "[ -~aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđĐÔƯẠỆ\u{a0}“–]{0,24}"
    }

    proptest! {
        #[test]
        fn the_quick_way_is_the_long_way(text in vietnamese(), any in any::<String>()) {
            for text in [text, any] {
                if let Some(folded) = folded_plainly(&text) {
                    prop_assert_eq!(&folded, &fold(text.len(), lowered(&text).nfc()));
                }
            }
        }

        #[test]
        fn it_is_its_own_key(text in any::<String>(), vietnamese in vietnamese()) {
            for text in [text, vietnamese] {
                let key = canonical(&text);
                prop_assert_eq!(canonical(&key), key.as_ref());
            }
        }

        #[test]
        fn composed_and_decomposed_forms_are_equal(text in vietnamese()) {
            let (composed, decomposed) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
            prop_assert_eq!(canonical(&composed), canonical(&text));
            prop_assert_eq!(canonical(&decomposed), canonical(&text));
        }

        #[test]
        fn capitals_do_not_matter(text in vietnamese()) {
            let capitals = text.to_uppercase();
            prop_assert_eq!(canonical(&capitals), canonical(&text));
        }

        #[test]
        fn old_and_new_placement_are_equal(onset in "(|h|th|kh|t|l|ng)", tone in 0..5_usize, rime in 0..3_usize) {
            let (first, second, bare) = [("óòỏõọ", "áàảãạ", "oa"), ("óòỏõọ", "éèẻẽẹ", "oe"), ("úùủũụ", "ýỳỷỹỵ", "uy")][rime];
            let (glide, vowel) = bare.split_at(1);
            let old = format!("{onset}{}{vowel}", first.chars().nth(tone).unwrap());
            let new = format!("{onset}{glide}{}", second.chars().nth(tone).unwrap());
            prop_assert_eq!(canonical(&old), canonical(&new));
        }

        #[test]
        fn normalizing_changes_nothing_else(text in any::<String>()) {
            prop_assert_eq!(to_nfc(&text), text.nfc().collect::<String>());
        }
    }
}
