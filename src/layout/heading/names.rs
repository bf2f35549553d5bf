//! Headings over the names of units: one or several of the words for them, side by side.

use super::{
    Holds,
    words::{GROUPS, WARDS},
};

/// Returns what a canonical heading of words for units says: "tên thôn/bản", "mã tổ dân phố, bản", "thuộc xã".
pub(super) fn read(text: &str) -> Option<Holds> {
    let named = text.strip_prefix("tên ").unwrap_or(text);
    if are(named, GROUPS) {
        return Some(Holds::Unit);
    }
    if are(named.strip_prefix("thuộc ").unwrap_or(named), WARDS) {
        return Some(Holds::Ward);
    }
    text.strip_prefix("mã ").filter(|named| are(named, GROUPS)).map(|_| Holds::Code)
}

/// Returns headings of words for units, each before a second one.
pub(super) fn all() -> impl Iterator<Item = String> {
    let words = GROUPS.iter().chain(WARDS);
    words.flat_map(|word| ["", "tên "].map(|before| format!("{before}{word}, {word}")))
}

/// Returns whether a text is one of the words, or several of them side by side.
pub(super) fn are(text: &str, words: &[&str]) -> bool {
    let mut named = text.split([',', '/', '-', '–']).flat_map(|text| text.split(" và ")).map(str::trim);
    named.all(|word| words.contains(&word.strip_prefix("hoặc ").unwrap_or(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_units_may_stand_side_by_side() {
        for text in ["tổ", "thôn, bản", "bản, tổ dân phố", "tổ dân phố/bản", "tên thôn / bản", "tên tổ và bản"]
        {
            assert_eq!(read(text), Some(Holds::Unit), "{text}");
        }
        for text in ["phường", "xã, phường", "tên phường/xã", "thuộc phường, xã"] {
            assert_eq!(read(text), Some(Holds::Ward), "{text}");
        }
        assert_eq!(read("mã tổ dân phố, bản"), Some(Holds::Code));
        for text in ["", "tổ,", "tổ 1", "bản đồ", "số tổ", "phường đoàn kết", "tổ trưởng"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
