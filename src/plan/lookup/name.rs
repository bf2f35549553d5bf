//! A written name taken apart: the words for its kind, and what is left.

use crate::{
    plan::{Level, register::KINDS},
    text::canonical,
};

/// What may stand before a name, with a colon between.
const LABELS: &[&str] = &["đơn vị", "tên đơn vị", "tên"];

/// Words for kinds of groups that also stand for parts of a ward.
const AREAS: &[&str] = &["khu", "khu vực", "kv", "cụm", "cụm dân cư"];

/// A name as it is compared.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Name {
    /// The whole name in canonical form.
    pub(super) canonical: String,
    /// The kinds named before it: positions in [`KINDS`], in the order written.
    pub(super) kinds: Vec<usize>,
    /// The word for its kind is also one for a part of a ward with several groups: "khu vực 1" need not be "tổ 1".
    pub(super) may_be_area: bool,
    /// What is left: without kinds, "số" and leading zeros.
    pub(super) core: String,
}

impl Name {
    /// Takes a name apart.
    pub(super) fn new(text: &str) -> Self {
        let canonical = canonical(text);
        let canonical = unlabelled(&canonical).trim_end_matches(['.', ',', ';', ':', ' ']);
        let mut rest = canonical;
        let mut kinds = Vec::new();
        // "Tổ dân phố Bản Màng" names two kinds; only groups are named so.
        while let Some((kind, after)) = leading_kind(rest)
            && (kinds.is_empty() || (kinds.len() < 2 && level(kinds[0]) == Level::Group && level(kind) == Level::Group))
        {
            kinds.push(kind);
            rest = after;
        }
        let may_be_area = AREAS.iter().any(|word| after_word(canonical, word) == Some(rest));
        Self {
            canonical: canonical.to_owned(),
            kinds,
            may_be_area,
            core: without_leading_zeros(without_number_word(rest)),
        }
    }

    /// Returns the level of the kind that is named first.
    pub(super) fn level(&self) -> Option<Level> {
        self.kinds.first().map(|kind| level(*kind))
    }

    /// Returns whether the name, without its kind, says more than a number.
    pub(super) fn is_telling(&self) -> bool {
        self.core.chars().filter(|letter| letter.is_alphabetic()).count() > 1
    }
}

fn level(kind: usize) -> Level {
    KINDS[kind].level
}

/// Returns what stands behind a label: "đơn vị: Tổ 1".
fn unlabelled(text: &str) -> &str {
    let labelled = text.split_once(':').filter(|(label, _)| LABELS.contains(&label.trim_end()));
    labelled.map_or(text, |(_, name)| name.trim_start())
}

/// Returns the kind that the text begins with, by the longest word that fits, and what follows it.
fn leading_kind(text: &str) -> Option<(usize, &str)> {
    let first = text.bytes().next();
    let fits = KINDS.iter().enumerate().flat_map(|(kind, known)| {
        // Most words differ in their first byte, and every name of a city is held against them.
        let like = known.words.iter().filter(|word| word.bytes().next() == first);
        like.filter_map(move |word| after_word(text, word).map(|rest| (kind, rest)))
    });
    fits.min_by_key(|(_, rest)| rest.len())
}

/// Returns what follows `word` and its separators, if something does.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphabetic))?;
    let rest = rest.trim_start_matches([' ', '.', ':', '-']);
    rest.starts_with(char::is_alphanumeric).then_some(rest)
}

fn without_number_word(text: &str) -> &str {
    after_word(text, "số").filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit())).unwrap_or(text)
}

/// Drops leading zeros of whole numbers: "07" is "7", "1.05" stays.
fn without_leading_zeros(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let within = kept.ends_with(|before: char| before.is_ascii_digit() || matches!(before, '.' | ','));
        let leads = letter == '0' && !within && letters.peek().is_some_and(char::is_ascii_digit);
        if !leads {
            kept.push(letter);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[&str], kind: &str, core: &str) {
        for text in texts {
            let name = Name::new(text);
            let kinds: Vec<&str> = name.kinds.iter().map(|kind| KINDS[*kind].words[0]).collect();
            assert_eq!((kinds.join(" "), name.core), (kind.to_owned(), core.to_owned()), "{text}");
        }
    }

    #[test]
    fn kind_number_word_and_leading_zeros_come_off() {
        let first =
            ["Tổ dân phố số 1", "TDP 01", "tdp1", "TDP số 1", "Tổ 01", "Tổ dân phố số: 001", "TDP.1", "tổ - 1."];
        check(&first, "tổ dân phố", "1");
        check(&["KP 3", "Khu phố 03", "Khu 3"], "khu phố", "3");
        check(&["Bản Gia Khâu", "BẢN GIA KHÂU"], "bản", "gia khâu");
        check(&["Số 7", "07", "7"], "", "7");
        check(&["Bản Nậm Loỏng 02"], "bản", "nậm loỏng 2");
    }

    #[test]
    fn a_word_for_parts_of_a_ward_is_told_from_those_for_groups() {
        for (text, expected) in [
            ("Khu vực 1", true),
            ("Khu 1", true),
            ("KV1", true),
            ("Cụm dân cư số 1", true),
            ("Cụm 1", true),
            ("Khu phố 1", false),
            ("KP 1", false),
            ("Khu dân cư 1", false),
            ("Tổ 1", false),
            ("Khu", false),
        ] {
            assert_eq!(Name::new(text).may_be_area, expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_kind_stays() {
        check(&["Tổng Công ty"], "", "tổng công ty");
        check(&["Bản"], "", "bản");
        check(&["Số hộ"], "", "số hộ");
        check(&["Thôn 1.05"], "thôn", "1.05");
        check(&["số 36 (+ khu A)"], "", "36 (+ khu a)");
    }

    #[test]
    fn a_group_may_name_two_kinds() {
        check(&["TDP Bản Màng"], "tổ dân phố bản", "màng");
        check(&["Phường Tổ Mới"], "phường", "tổ mới");
    }
}
