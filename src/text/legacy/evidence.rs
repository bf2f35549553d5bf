//! What the words of a text tell of its encoding: Vietnamese syllables that only one reading makes of them.

use rustc_hash::FxHashMap;

use super::{Legacy, TOLD_BY_WORDS, decode, knows, syllable::is_syllable};

/// So many different words must speak for an encoding before texts whose font says nothing are taken to be in it.
const WITNESSES: usize = 3;
/// So many different words must do so within one text, where the texts around it are in no such encoding.
const WITNESSES_IN_ONE_TEXT: usize = 2;
/// A word of more bytes is no syllable in any encoding.
const LONGEST_WORD: usize = 20;
/// So many different words are looked at, far more than a workbook has; any others say nothing.
const MOST_WORDS: usize = 100_000;

/// What words tell, each looked at once.
#[derive(Debug, Default)]
pub struct Words {
    known: FxHashMap<Box<str>, Told>,
}

/// What a word tells.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    /// As it stands it can be a Vietnamese syllable.
    as_it_stands: bool,
    /// Decoded from each of [`TOLD_BY_WORDS`] it can be one.
    decoded: [bool; TOLD_BY_WORDS.len()],
    /// It holds letters of none of those, so that it says nothing.
    silent: bool,
}

/// What the words of some texts tell together.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// For each of [`TOLD_BY_WORDS`]: words that are syllables when decoded and not as they stand.
    pro: [u32; TOLD_BY_WORDS.len()],
    /// Words that are no syllables when decoded, and are as they stand.
    contra: [u32; TOLD_BY_WORDS.len()],
    /// The first different words of `pro`.
    witnesses: [Vec<Box<str>>; TOLD_BY_WORDS.len()],
    /// Words that are no syllables in any way.
    unexplained: u32,
    /// A letter or tone mark stands there that Vietnamese has in Unicode and in no legacy encoding.
    unicode: bool,
}

impl Words {
    /// Returns what the words of `text` tell.
    pub fn evidence(&mut self, text: &str) -> Evidence {
        let mut evidence = Evidence::default();
        self.hear(text, &mut evidence);
        evidence
    }

    /// Adds what the words of `text` tell to what others told.
    pub fn hear(&mut self, text: &str, evidence: &mut Evidence) {
        if is_plainly_unicode(text) || holds_unicode_vietnamese(text) {
            evidence.hear_unicode(text);
        } else if !text.is_ascii() {
            for word in text.split(is_between_words).filter(|word| !word.is_ascii()) {
                evidence.hear(word, self.told(word));
            }
        }
    }

    fn told(&mut self, word: &str) -> Told {
        if let Some(told) = self.known.get(word) {
            return *told;
        }
        if word.len() > LONGEST_WORD {
            return Told::default();
        }
        if self.known.len() >= MOST_WORDS {
            return Told { silent: true, ..Told::default() };
        }
        let told = Told::of(word);
        self.known.insert(word.into(), told);
        told
    }
}

impl Told {
    fn of(word: &str) -> Self {
        let letters = word.trim_matches(|letter: char| !letter.is_alphabetic());
        Self {
            as_it_stands: !letters.is_ascii() && is_syllable(letters),
            decoded: TOLD_BY_WORDS.map(|from| knows(word, from) && is_syllable(&decode(word, from))),
            silent: letters.is_ascii() || !word.bytes().any(|byte| byte.is_ascii_alphabetic()),
        }
    }
}

impl Evidence {
    fn hear_unicode(&mut self, text: &str) {
        // Counting the words by the spaces is enough: they all speak against.
        let words = text.bytes().filter(|byte| *byte == b' ').count() + 1;
        for contra in &mut self.contra {
            *contra = contra.saturating_add(u32::try_from(words).unwrap_or(u32::MAX));
        }
        self.unicode = true;
    }

    fn hear(&mut self, word: &str, told: Told) {
        let spoken_for = told.decoded.contains(&true);
        if !told.as_it_stands && !spoken_for && !told.silent {
            self.unexplained += 1;
        }
        for index in 0..TOLD_BY_WORDS.len() {
            if told.as_it_stands && !told.decoded[index] {
                self.contra[index] += 1;
            } else if told.decoded[index] && !told.as_it_stands && holds_ascii_letter(word) {
                self.pro[index] += 1;
                let witnesses = &mut self.witnesses[index];
                if witnesses.len() < WITNESSES && !witnesses.iter().any(|known| **known == *word) {
                    witnesses.push(word.into());
                }
            }
        }
    }

    /// Returns the encoding that several texts are in, if their font is one for `expected`; `None` for Unicode, and
    /// where the words leave it open.
    pub fn encoding(&self, expected: Option<Legacy>) -> Option<Legacy> {
        if let Some(best) = self.told_by(WITNESSES) {
            return Some(best);
        }
        let index = TOLD_BY_WORDS.iter().position(|known| Some(*known) == expected)?;
        (self.pro[index] >= self.contra[index]).then_some(TOLD_BY_WORDS[index])
    }

    /// Returns the encoding that a single text is in, whatever the texts around it are.
    pub fn encoding_of_one(&self) -> Option<Legacy> {
        if self.unexplained == 0 { self.told_by(WITNESSES_IN_ONE_TEXT) } else { None }
    }

    /// Returns whether a letter or tone mark stands there that Vietnamese has in Unicode and in no legacy encoding.
    pub fn shows_unicode(&self) -> bool {
        self.unicode
    }

    /// Returns whether a word speaks for any encoding.
    pub fn speaks_at_all(&self) -> bool {
        self.pro.iter().any(|pro| *pro > 0)
    }

    /// Returns whether a word speaks for `encoding`, and none against it.
    pub fn speaks_for(&self, encoding: Legacy) -> bool {
        let index = TOLD_BY_WORDS.iter().position(|known| *known == encoding);
        index.is_some_and(|index| self.pro[index] > 0 && self.contra[index] == 0)
    }

    /// Returns whether words speak against `encoding`, and none for it.
    pub fn speaks_against(&self, encoding: Legacy) -> bool {
        let index = TOLD_BY_WORDS.iter().position(|known| *known == encoding);
        index.is_some_and(|index| self.pro[index] == 0 && self.contra[index] > 0)
    }

    /// Returns the encoding that enough different words speak for, far more than against it, for another, or for none.
    fn told_by(&self, witnesses: usize) -> Option<Legacy> {
        let index = (0..TOLD_BY_WORDS.len()).max_by_key(|index| self.pro[*index])?;
        let pro = self.pro[index];
        let rival = (0..TOLD_BY_WORDS.len()).filter(|other| *other != index).map(|other| self.pro[other]).max();
        let outweighs = pro >= self.contra[index].saturating_mul(4)
            && pro >= self.unexplained.saturating_mul(2)
            && pro > rival.unwrap_or(0).saturating_mul(2);
        (self.witnesses[index].len() >= witnesses && outweighs).then(|| TOLD_BY_WORDS[index])
    }
}

/// Whether the text holds a letter from ạ to ỹ: nearly every Vietnamese text in Unicode does, and no other; told from
/// its bytes, as every text of every workbook is looked at.
pub fn is_plainly_unicode(text: &str) -> bool {
    let of_block = |letter: &[u8]| matches!(letter, [0xE1, 0xBA, 0xA0..=0xBF] | [0xE1, 0xBB, 0x80..=0xB9]);
    text.as_bytes().windows(3).any(of_block)
}

/// Whether the text holds a letter or tone mark that Vietnamese has in Unicode and in no legacy encoding.
fn holds_unicode_vietnamese(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(
            letter,
            '\u{1ea0}'..='\u{1ef9}' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        ) || matches!(letter, '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31b}' | '\u{323}')
    })
}

/// Whether the character stands between words in every encoding.
fn is_between_words(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => !letter.is_ascii_alphabetic(),
        _ => letter.is_whitespace() || matches!(letter, '\u{2010}'..='\u{2060}' | '€' | '™'),
    }
}

fn holds_ascii_letter(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_alphabetic())
}
