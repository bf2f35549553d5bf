//! The nearest right words: for hints to people, never for matching.

use super::{alike::unmarked, canonical};

/// How like two words must be to be worth a hint, from 0 to 1.
const LIKE_ENOUGH: f64 = 0.6;
/// More hints than this confuse.
const AT_MOST: usize = 3;

/// Returns the candidates most like `word`, best first, in the order given where they are equally like.
///
/// Words whose numbers differ are never near: "tổ 7" is not a slip for "tổ 17".
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    nearest_by(word, candidates.into_iter().map(|candidate| (candidate, candidate)))
}

/// Returns the things whose names are most like `word`, as [`nearest`] does.
pub fn nearest_by<'a, T>(word: &str, candidates: impl IntoIterator<Item = (T, &'a str)>) -> Vec<T> {
    let word = Word::new(word);
    let mut near: Vec<(f64, T)> = candidates
        .into_iter()
        .filter_map(|(thing, name)| word.likeness(&Word::new(name)).map(|likeness| (likeness, thing)))
        .filter(|(likeness, _)| *likeness >= LIKE_ENOUGH)
        .collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.into_iter().take(AT_MOST).map(|(_, thing)| thing).collect()
}

/// A word as it is compared: with its marks, without them, and its numbers.
struct Word {
    marked: String,
    bare: String,
    numbers: Vec<String>,
}

impl Word {
    fn new(text: &str) -> Self {
        let marked = canonical(text).into_owned();
        let bare = unmarked(&marked);
        Self { bare, numbers: numbers(&marked), marked }
    }

    /// Returns how like the words are; marks left out count half, as many people type without them.
    fn likeness(&self, other: &Self) -> Option<f64> {
        let like = strsim::normalized_damerau_levenshtein;
        (self.numbers == other.numbers)
            .then(|| f64::midpoint(like(&self.marked, &other.marked), like(&self.bare, &other.bare)))
    }
}

fn numbers(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| digits.trim_start_matches('0').to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, candidates: &[&str], expected: &[&str]) {
        assert_eq!(nearest(word, candidates.iter().copied()), expected, "{word}");
    }

    #[test]
    fn numbers_must_be_equal() {
        check("tổ 7", &["tổ 17", "tổ 70", "tổ 07"], &["tổ 07"]);
        check("5.4", &["5.1", "54"], &[]);
    }

    #[test]
    fn the_best_comes_first() {
        check("Bản Thèn Xin", &["Bản Màng", "Bản Thèn Sin", "Bản Thèn Xín"], &["Bản Thèn Xín", "Bản Thèn Sin"]);
        check("acheived", &["achieved", "aliases", "kind"], &["achieved"]);
    }

    #[test]
    fn a_name_typed_without_marks_is_near() {
        check("Ban Gia Khau", &["Bản Gia Khâu", "Bản Màng"], &["Bản Gia Khâu"]);
    }

    #[test]
    fn what_is_unlike_is_not_named() {
        check("Khu công nghiệp", &["Bản Màng", "Bản Gia Khâu"], &[]);
        check("", &["Bản Màng"], &[]);
    }
}
