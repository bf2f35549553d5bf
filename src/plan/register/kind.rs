//! The kinds of unit: what each is called, also in short, and what level it belongs to.

use super::Level;
use crate::text::canonical;

/// A kind of unit; kinds that differ in the words of one row only are the same kind.
pub(in crate::plan) struct Kind {
    /// The level of its units.
    pub(in crate::plan) level: Level,
    /// Its words in canonical form, the full one first.
    pub(in crate::plan) words: &'static [&'static str],
}

const fn kind(level: Level, words: &'static [&'static str]) -> Kind {
    Kind { level, words }
}

/// Every kind of unit, as the registers of provinces name them.
pub(in crate::plan) static KINDS: &[Kind] = &[
    kind(Level::City, &["tỉnh"]),
    kind(Level::City, &["thành phố", "tp"]),
    kind(Level::District, &["quận", "q"]),
    kind(Level::District, &["huyện", "h"]),
    kind(Level::District, &["thị xã", "tx"]),
    kind(Level::Ward, &["phường", "p"]),
    kind(Level::Ward, &["xã", "x"]),
    kind(Level::Ward, &["thị trấn", "tt"]),
    kind(Level::Ward, &["đặc khu", "đk"]),
    kind(Level::Group, &["tổ dân phố", "tdp", "tổ dp", "tổ"]),
    kind(Level::Group, &["khu phố", "kp", "khu"]),
    kind(Level::Group, &["khối phố", "khối"]),
    kind(Level::Group, &["khóm"]),
    kind(Level::Group, &["tiểu khu", "tk"]),
    kind(Level::Group, &["khu dân cư", "kdc"]),
    kind(Level::Group, &["cụm dân cư", "cụm"]),
    kind(Level::Group, &["khu vực", "kv"]),
    kind(Level::Group, &["tổ nhân dân"]),
    kind(Level::Group, &["thôn"]),
    kind(Level::Group, &["xóm"]),
    kind(Level::Group, &["làng"]),
    kind(Level::Group, &["ấp"]),
    kind(Level::Group, &["bản"]),
    kind(Level::Group, &["buôn"]),
    kind(Level::Group, &["bon"]),
    kind(Level::Group, &["plei", "plây"]),
    kind(Level::Group, &["phum"]),
    kind(Level::Group, &["sóc"]),
    kind(Level::Group, &["đội"]),
    kind(Level::Agency, &["cơ quan"]),
    kind(Level::Agency, &["sở"]),
    kind(Level::Agency, &["phòng"]),
    kind(Level::Agency, &["ban"]),
    kind(Level::Agency, &["công an"]),
    kind(Level::Agency, &["chi cục"]),
    kind(Level::Agency, &["trung tâm"]),
    kind(Level::Agency, &["văn phòng"]),
];

impl Level {
    /// Returns the level of the units of `kind`, a word such as "tổ dân phố" or "Phường".
    pub fn of_kind(kind: &str) -> Option<Self> {
        let kind = canonical(kind);
        KINDS.iter().find(|known| known.words.contains(&kind.as_ref())).map(|known| known.level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known_by_its_words() {
        for (kind, level) in [
            ("Thành phố", Level::City),
            ("HUYỆN", Level::District),
            ("phường", Level::Ward),
            ("Đặc khu", Level::Ward),
            ("Tổ  dân phố", Level::Group),
            ("TDP", Level::Group),
            ("bản", Level::Group),
            ("phòng", Level::Agency),
        ] {
            assert_eq!(Level::of_kind(kind), Some(level), "{kind}");
        }
        assert_eq!(Level::of_kind("tổ dân phô"), None);
        assert_eq!(Level::of_kind(""), None);
    }

    #[test]
    fn a_word_names_one_kind_only_and_is_canonical() {
        let words: Vec<&str> = KINDS.iter().flat_map(|kind| kind.words.iter().copied()).collect();
        for word in &words {
            assert_eq!(canonical(word), *word);
            assert_eq!(words.iter().filter(|other| *other == word).count(), 1, "{word}");
        }
    }
}
