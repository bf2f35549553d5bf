//! A number and the words behind it that say what was counted: "125 hộ".

/// One side of a fraction: its number, and the words for what was counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted<'a> {
    /// What stands before the words.
    pub(super) number: &'a str,
    words: &'a str,
}

/// Words that turn round what a number says: five that are not there, instead of five that are.
pub(super) const NEGATIONS: &[&str] = &["ko", "k", "kđ", "cđ", "thiếu"];
/// The like that no other word holds, with their marks or without, however the words are parted.
pub(super) const NEGATIONS_WITHIN: &[&str] = &["không", "chưa", "khong", "chua"];
/// Words that make a number a bound or an estimate.
pub(super) const BOUNDS: &[&str] = &["trở", "hơn", "khoảng", "trên", "dưới", "gần", "ước", "tối", "ít"];
/// Words for so many times the number, and for what it is measured in: of two different ones the numbers are not
/// comparable as they stand.
const MEASURES: &[&str] = &[
    "chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tr", "tỷ", "tỉ", "g", "kg", "yến", "tạ", "tấn", "t", "ml", "l",
    "lít", "m", "km", "ha", "sào", "đồng", "đ", "mét", "m2", "m²", "km2", "km²", "m3", "m³",
];
/// The first of these multiply the number, so that one of them alone makes a difference, too.
const MAGNITUDES: usize = 9;

impl<'a> Counted<'a> {
    /// Takes the words off a number; nothing where they are no mere words for what was counted, or where letters
    /// stick to the digits that may be digits gone wrong: "12O".
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(char::is_alphabetic).unwrap_or(text.len());
        let (number, words) = text.split_at(end);
        let is_plain = words.split(' ').all(|word| is_power(word) || word.chars().all(char::is_alphabetic));
        let says_more = |word: &str| NEGATIONS.contains(&word) || BOUNDS.contains(&word);
        let stuck = words.split(' ').next().filter(|_| !number.ends_with(' ')).unwrap_or_default();
        let like_digits = stuck.starts_with(['o', 'i', 'l']) || matches!(stuck, "s" | "z" | "b");
        let unparted: String = words.split(' ').collect();
        let turns_round = NEGATIONS_WITHIN.iter().any(|negation| unparted.contains(negation));
        let usable = is_plain && !like_digits && !turns_round && !words.split(' ').any(says_more);
        usable.then(|| Self { number: number.trim_end(), words })
    }

    /// Returns whether the numbers of both can be held against each other as they stand.
    pub(super) fn is_of_one_measure_with(&self, other: &Self) -> bool {
        match (self.measure(), other.measure()) {
            (None, None) => true,
            (Some(only), None) | (None, Some(only)) => only >= MAGNITUDES,
            (Some(ours), Some(theirs)) => ours == theirs,
        }
    }

    /// Returns the position of the measure among [`MEASURES`].
    fn measure(&self) -> Option<usize> {
        let first = self.words.split(' ').next().unwrap_or_default();
        MEASURES.iter().position(|known| *known == first)
    }
}

/// Returns whether a word is a measure of areas or volumes, whose digit is no part of a number.
pub(super) fn is_power(word: &str) -> bool {
    word.strip_suffix(['2', '²', '3', '³']).is_some_and(|length| matches!(length, "m" | "dm" | "cm" | "km"))
}

/// A number with words for what was counted behind it: "2 mô hình".
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Worded<'a> {
    /// The number, as it is written.
    pub number: &'a str,
    /// Whether the words say how many times the number, or what it is measured in.
    pub measured: bool,
}

/// Takes the words off the number that a canonical text begins with; nothing where there are none, or where they may
/// say something else of the number.
pub fn worded(text: &str) -> Option<Worded<'_>> {
    let Counted { number, words } = Counted::of(text).filter(|counted| !counted.words.is_empty())?;
    let measured = words.split(' ').any(|word| MEASURES.contains(&word));
    Some(Worded { number, measured })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(part: &str, whole: &str) -> Option<(String, String)> {
        let (part, whole) = (Counted::of(part)?, Counted::of(whole)?);
        part.is_of_one_measure_with(&whole).then(|| (part.number.to_owned(), whole.number.to_owned()))
    }

    #[test]
    fn words_for_what_was_counted_do_not_matter() {
        for (part, whole) in [
            ("120", "125"),
            ("120 hộ", "125hộ "),
            (" 120 hộ nghèo", "125 tổng số hộ"),
            ("120", "125 tấn"),
            ("120 triệu đồng", "125 triệu"),
            ("120 l", "125 l"),
            ("120", "125 m2"),
            ("120m²", "125 m²"),
            ("120", "125 m³ nước"),
        ] {
            assert_eq!(numbers(part, whole), Some(("120".to_owned(), "125".to_owned())), "{part}/{whole}");
        }
    }

    #[test]
    fn words_that_say_more_make_it_no_fraction() {
        for (part, whole) in [
            ("5", "125 chưa đạt"),
            ("5 hộ không có", "125 hộ"),
            ("5", "125 khong dat"),
            ("5", "125 ch ưa đạt"),
            ("5", "125 kđ"),
            ("120 trở lên", "125"),
            ("12o", "125"),
            ("1oohộ", "125hộ"),
            ("120", "12s hộ"),
            ("0,5 tấn", "800 kg"),
            ("900", "1,2 nghìn hộ"),
            ("120 hộ", "125 (a)"),
            ("120 m", "125 m2"),
            ("120 m2", "125 m3"),
            ("120", "125 h2"),
            ("120", "125 m25"),
        ] {
            assert_eq!(numbers(part, whole), None, "{part}/{whole}");
        }
    }

    #[test]
    fn a_number_is_told_from_the_words_behind_it() {
        let told = |text| worded(text).map(|worded| (worded.number, worded.measured));
        assert_eq!(told("2 mô hình"), Some(("2", false)));
        assert_eq!(told("2.596 lượt"), Some(("2.596", false)));
        assert_eq!(told("69900 nghìn đồng"), Some(("69900", true)));
        for text in ["2", "2 chưa đạt", "khoảng 2", "2 (vac)", "12o"] {
            assert!(told(text).is_none_or(|(number, _)| number.is_empty()), "{text}");
        }
    }
}
