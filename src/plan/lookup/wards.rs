//! Wards by their names, alone or within a longer text.

use rustc_hash::FxHashMap;

use super::{
    index::{Entry, Standing},
    places,
    words::{Word, key, words},
};
use crate::{
    model::UnitKey,
    plan::{
        Level, Register,
        register::{CodeMatch, KINDS},
    },
    text::canonical,
};

/// Who may stand before the name of a ward on a title block, in canonical form.
const ISSUERS: &[&str] = &[
    "ủy ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "hđnd",
    "ủy ban mặt trận tổ quốc",
    "ubmttq",
    "mttq",
    "đảng ủy",
    "ban chỉ đạo",
];
/// A shorter number is not taken for a code without its zeros.
const SHORTEST_STRIPPED_CODE: usize = 3;

/// The names of wards, word by word.
#[derive(Clone, Debug, Default)]
pub(super) struct WardNames {
    /// With the word for its kind, in full or short.
    full: FxHashMap<String, Named>,
    /// Without; numbers alone are not there.
    bare: FxHashMap<String, Named>,
    /// How the units above wards are written behind a name.
    above: Vec<String>,
    /// Words of the longest name.
    longest: usize,
}

#[derive(Clone, Debug)]
struct Named {
    standing: Standing,
    units: Vec<UnitKey>,
}

impl WardNames {
    /// Adds what may stand behind the name of a ward.
    pub(super) fn insert_above(&mut self, places: &[String]) {
        self.above.extend_from_slice(places);
    }

    /// Returns what may stand behind the name of a ward.
    pub(super) fn above(&self) -> &[String] {
        &self.above
    }

    /// Adds a name of a ward.
    pub(super) fn insert(&mut self, entry: &Entry) {
        let kinds = entry.name.kinds.first().map_or(&[][..], |kind| KINDS[*kind].words);
        for word in kinds {
            let name = key(&words(&format!("{word} {}", entry.name.core)));
            self.longest = self.longest.max(name.split(' ').count());
            add(&mut self.full, name, entry);
        }
        if entry.name.is_telling() {
            add(&mut self.bare, key(&words(&entry.name.core)), entry);
        }
    }
}

/// Adds a name; that of a ward of the plan goes before that of one that is no more.
fn add(names: &mut FxHashMap<String, Named>, name: String, entry: &Entry) {
    let known = names.entry(name).or_insert_with(|| Named { standing: entry.standing, units: Vec::new() });
    if known.standing == Standing::Former && entry.standing == Standing::Current {
        *known = Named { standing: entry.standing, units: Vec::new() };
    }
    if known.standing == entry.standing {
        known.units.extend_from_slice(&entry.units);
        known.units.sort();
        known.units.dedup();
    }
}

impl Named {
    fn only(&self) -> Option<UnitKey> {
        match self.units.as_slice() {
            [unit] => Some(*unit),
            _ => None,
        }
    }
}

impl Register {
    /// Returns the ward that the whole of `written` stands for, if that is certain: a code, a name with its kind
    /// ("UBND phường Đoàn Kết"), or a name alone that only one ward has.
    pub fn find_ward(&self, written: &str) -> Option<UnitKey> {
        let text = canonical(written);
        if let Some(ward) = self.ward_with_code(&text) {
            return Some(ward);
        }
        let labelled = text.split_once(": ").map(|(_, value)| value);
        let full = |text: &str| self.names.wards.full.get(&key(&words(&self.bare_of_issuers_and_places(text))))?.only();
        full(&text)
            .or_else(|| labelled.and_then(full))
            .or_else(|| self.names.wards.bare.get(&key(&words(&text)))?.only())
    }

    /// Returns the wards whose names, with the word for their kind, stand in `text`, in the order of the text.
    pub fn wards_named_in(&self, text: &str) -> Vec<UnitKey> {
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = self.names.wards.longest.min(words.len() - at);
            let named = (2..=longest).rev().find_map(|length| {
                let name = &words[at..at + length];
                let named = self.names.wards.full.get(&key(name)).filter(|_| is_name(name))?;
                (!goes_on(name, words.get(at + length))).then_some((length, named))
            });
            at += named.map_or(1, |(length, _)| length);
            found.extend(named.and_then(|(_, named)| named.only()).filter(|ward| !found.contains(ward)));
        }
        found
    }

    fn ward_with_code(&self, text: &str) -> Option<UnitKey> {
        let code = self.codes.find(text)?;
        if matches!(code, CodeMatch::Restored(_)) && text.len() < SHORTEST_STRIPPED_CODE {
            return None;
        }
        match self.names.heirs(code.unit()) {
            [ward] if self.unit(*ward).level == Level::Ward => Some(*ward),
            _ => None,
        }
    }

    fn bare_of_issuers_and_places(&self, text: &str) -> String {
        let mut rest = text;
        while let Some(after) = ISSUERS.iter().find_map(|issuer| rest.strip_prefix(issuer)?.strip_prefix(' ')) {
            rest = after;
        }
        places::without(rest, &[&self.names.wards.above]).unwrap_or_else(|| rest.to_owned())
    }
}

/// Returns whether a text is called a ward, of the register or not: a word for wards in full, or "P.", and a name.
pub fn is_called_ward(text: &str) -> bool {
    let text = canonical(text);
    let of_wards = KINDS.iter().filter(|kind| kind.level == Level::Ward).flat_map(|kind| kind.words);
    let mut named = of_wards.filter(|word| word.chars().count() > 1).filter_map(|word| text.strip_prefix(word));
    let named = named.find_map(|rest| rest.strip_prefix(' ')).or_else(|| text.strip_prefix("p."));
    named.is_some_and(|name| name.trim_start().starts_with(char::is_alphanumeric))
}

/// Returns whether the words stand together as a name does: nothing but spaces between, a point behind a short kind.
fn is_name(name: &[Word<'_>]) -> bool {
    let short = name[0].key.chars().count() <= 2 && name[0].key != "xã";
    let joint = name[0].gap.trim();
    let joined = if short { joint == "." } else { joint.is_empty() || joint == ":" };
    joined && name[1..name.len() - 1].iter().all(|word| word.gap.trim().is_empty())
}

/// Returns whether the name seems to go on with `next`: "phường Tân Phong" in "phường Tân Phong Hải".
fn goes_on(name: &[Word<'_>], next: Option<&Word<'_>>) -> bool {
    let (Some(last), Some(next)) = (name.last(), next) else {
        return false;
    };
    let beside = last.gap.trim().is_empty() && !last.gap.contains('\n');
    let titled = last.is_titled() && next.is_titled();
    let kind = KINDS.iter().flat_map(|kind| kind.words).any(|word| word.split(' ').next() == Some(&next.key));
    beside && titled && !kind
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fixture::register;

    fn city() -> Register {
        register(&[
            "LC,Thành phố Lai Châu,thành phố,,,,,,",
            "03389,Phường Đoàn Kết,phường,LC,,,,,",
            "03388,Phường Quyết Tiến,phường,LC,,,,,",
            "03387,Phường Tân Phong,phường,LC,,,,,",
            "03386,Phường Tân Phong Hải,phường,LC,,,,,",
            "03403,Xã Sùng Phài,xã,LC,,Xã Sùng Phài Mới,,,",
            "03404,Xã Quyết Tiến,xã,LC,,,,,",
            "03405,Phường 1,phường,LC,,,,,",
            "03406,Phường Cũ,phường,LC,,,,2024-12-31,",
            "03407,Phường Mới,phường,LC,,,2025-01-01,,03406",
            "03389.001,Tổ dân phố Quyết Thắng,tổ dân phố,03389,,,,,",
        ])
    }

    fn code(register: &Register, ward: UnitKey) -> &str {
        &register.unit(ward).code
    }

    fn check(written: &[&str], expected: Option<&str>) {
        let register = city();
        for written in written {
            assert_eq!(register.find_ward(written).map(|ward| code(&register, ward)), expected, "{written:?}");
        }
    }

    fn check_within(text: &str, expected: &[&str]) {
        let register = city();
        let found = register.wards_named_in(text);
        assert_eq!(found.iter().map(|ward| code(&register, *ward)).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn a_ward_is_known_by_code_and_full_name() {
        check(
            &[
                "03389",
                "3389",
                "Phường Đoàn Kết",
                "PHƯỜNG ĐOÀN KẾT",
                "UBND phường Đoàn Kết",
                "ỦY BAN NHÂN DÂN\nPHƯỜNG ĐOÀN KẾT",
                "UỶ BAN NHÂN DÂN PHƯỜNG ĐOÀN KẾT",
                "Phường Đoàn Kết, thành phố Lai Châu",
                "Đơn vị: phường Đoàn Kết",
                "P. Đoàn Kết",
                "Đoàn Kết",
            ],
            Some("03389"),
        );
        check(&["Xã Sùng Phài Mới"], Some("03403"));
        check(&["phường 01"], Some("03405"));
        check(&["Phường Cũ"], Some("03407"));
    }

    #[test]
    fn what_is_not_certain_is_no_ward() {
        check(&["Xã Đoàn Kết", "Quyết Tiến", "phường", "", "1", "Tổ Đoàn Kết", "03389.001", "LC", "Lai Châu"], None);
        check(&["Báo cáo của phường Đoàn Kết"], None);
    }

    #[test]
    fn wards_are_found_in_longer_texts() {
        check_within(
            "(Kèm theo Báo cáo số 54/BC-UBND ngày 05 tháng 10 năm 2025 của UBND phường Quyết Tiến)",
            &["03388"],
        );
        check_within("Đơn vị: Tổ dân phố số 1, phường Tân Phong", &["03387"]);
        check_within("UBND P.Đoàn Kết và Xã  Sùng Phài; phường Đoàn Kết", &["03389", "03403"]);
        check_within("PHƯỜNG ĐOÀN KẾT THÀNH PHỐ LAI CHÂU", &["03389"]);
        check_within("Phường Đoàn Kết Thành phố Lai Châu", &["03389"]);
        check_within("phường Đoàn Kết tự chấm", &["03389"]);
    }

    #[test]
    fn a_text_may_be_called_a_ward_that_there_is_not() {
        for text in ["Phường Tân Phông", "XÃ SÙNG PHÀI", "P. Đoàn Kết", "P.1", "thị trấn Mới", "Phường 3"]
        {
            assert!(is_called_ward(text), "{text}");
        }
        for text in ["Tổ dân phố", "Phường", "Bản Xã Mới", "phường:", "Phòng Nội vụ", "xâ", "I"] {
            assert!(!is_called_ward(text), "{text}");
        }
    }

    #[test]
    fn names_are_whole_words_and_the_longer_one_counts() {
        check_within("phường Tân Phong Hải", &["03386"]);
        check_within("phường Tân Phong Đông", &[]);
        check_within("phường Tân Phongg, phường 11, xã hội Đoàn Kết, phường, Đoàn Kết", &[]);
        check_within("phường Tân Phong\nHải Dương", &["03387"]);
    }
}
