//! A written name or code to its unit within a ward.

use super::{
    fit::{Fit, Likeness},
    index::{Entry, Standing},
    name::Name,
    places,
};
use crate::{
    model::UnitKey,
    plan::{Register, UnitMatch, register::CodeMatch},
    text::{canonical, nearest_by},
};

/// More hints than this confuse.
const MOST_HINTS: usize = 3;
/// A number this long is a code, not the number of a group in its ward.
const SHORTEST_CODE: usize = 4;

impl Register {
    /// Returns the unit whose code is exactly `written`, or its only heir.
    pub fn by_code(&self, written: &str) -> Option<UnitKey> {
        match self.codes.find(&canonical(written)) {
            Some(CodeMatch::Exact(unit)) => self.standing_for(unit).only(),
            _ => None,
        }
    }

    /// Returns the only unit whose code is `written` but for the leading zeros that one of them lost, or its only heir.
    pub fn by_code_without_zeros(&self, written: &str) -> Option<UnitKey> {
        match self.codes.find(&canonical(written)) {
            Some(CodeMatch::Restored(unit)) => self.standing_for(unit).only(),
            _ => None,
        }
    }

    /// Finds the unit that `written`, a name or a code, stands for within `ward`; never by likeness.
    ///
    /// By code, also without its leading zeros; else by name or alias, where kind, "số" and leading zeros matter only
    /// when several units fit; else by a name that a unit had before, or has had since. `ward` may be a unit of any
    /// level: within a city, its wards are found.
    pub fn find(&self, written: &str, ward: UnitKey) -> UnitMatch {
        let name = Name::new(written);
        let code = self.codes.find(&name.canonical);
        let shorter = || self.without_places(&name, ward).map_or(Fit::None, |shorter| self.named(&shorter, ward));
        let fit = self.named(&name, ward).or_else(shorter);
        let by_code = code.map(|code| self.standing_for(code.unit())).filter(|fit| self.lies_within(fit, ward));
        match (fit, by_code) {
            (Fit::None, None) => self.in_another_ward(written, &name, code, ward),
            (fit @ Fit::One(..), Some(by_code)) => decide(&name, fit, by_code, code),
            (_, Some(fit)) | (fit, None) => fit.found(),
        }
    }

    /// Looks `name` up among the names within `scope`, the surest way first.
    fn named(&self, name: &Name, scope: UnitKey) -> Fit {
        let entries: Vec<&Entry> = self.names.within(scope, &name.core).collect();
        let fit = |likeness: Likeness, standing| {
            let fitting =
                entries.iter().filter(|entry| entry.standing == standing && likeness.holds(name, entry, scope));
            Fit::of(fitting.flat_map(|entry| &entry.units).copied(), standing)
        };
        fit(Likeness::Whole, Standing::Current)
            // "Tổ 4" may be short for "Tổ dân phố số 4", or just what another unit was called before.
            .or_else(|| fit(Likeness::KindAndCore, Standing::Current).against(fit(Likeness::Whole, Standing::Former)))
            .or_else(|| fit(Likeness::KindAndCore, Standing::Former))
            .or_else(|| fit(Likeness::Core, Standing::Current))
            .or_else(|| fit(Likeness::Core, Standing::Former))
    }

    fn without_places(&self, name: &Name, ward: UnitKey) -> Option<Name> {
        let places: Vec<&[String]> = self.chain(ward).map(|unit| self.names.places(unit)).collect();
        places::without(&name.canonical, &places).map(|rest| Name::new(&rest))
    }

    fn standing_for(&self, unit: UnitKey) -> Fit {
        let units = self.names.heirs(unit);
        let standing = if units == [unit] { Standing::Current } else { Standing::Former };
        Fit::of(units.iter().copied(), standing)
    }

    fn lies_within(&self, fit: &Fit, scope: UnitKey) -> bool {
        fit.units().iter().any(|unit| self.chain(*unit).any(|above| above == scope))
    }

    /// Finds what is certainly a unit of another ward; else names the nearest units of this one.
    fn in_another_ward(&self, written: &str, name: &Name, code: Option<CodeMatch>, ward: UnitKey) -> UnitMatch {
        let number = name.canonical.bytes().all(|byte| byte.is_ascii_digit());
        let by_code = code
            .filter(|_| !number || name.canonical.len() >= SHORTEST_CODE)
            .map_or(Fit::None, |code| self.standing_for(code.unit()));
        [by_code, self.behind_which_a_ward_stands(written, name, ward), self.named_anywhere(name)]
            .into_iter()
            .find_map(|fit| fit.only())
            .map_or_else(|| UnitMatch::Unknown(self.nearest_in(name, ward)), UnitMatch::OtherWard)
    }

    /// Finds "Tổ 1, phường Quyết Tiến" in phường Quyết Tiến.
    fn behind_which_a_ward_stands(&self, written: &str, name: &Name, ward: UnitKey) -> Fit {
        match self.wards_named_in(written).as_slice() {
            [other] if *other != ward => {
                self.without_places(name, *other).map_or(Fit::None, |shorter| self.named(&shorter, *other))
            }
            _ => Fit::None,
        }
    }

    /// Finds a full name among the groups of all wards; numbers alone say nothing, every ward has its "số 1".
    fn named_anywhere(&self, name: &Name) -> Fit {
        if !name.is_telling() {
            return Fit::None;
        }
        let fitting = self.names.anywhere(&name.core).filter(|entry| {
            entry.standing == Standing::Current
                && (entry.name.canonical == name.canonical || entry.name.kinds == name.kinds)
        });
        Fit::of(fitting.flat_map(|entry| &entry.units).copied(), Standing::Current)
    }

    /// Returns the units nearest to what is written, or else to what is left of it without the ward behind the name.
    fn nearest_in(&self, name: &Name, ward: UnitKey) -> Vec<UnitKey> {
        let bare = self.without_places(name, ward).map(|bare| self.nearest_within(&bare, ward));
        bare.filter(|near| !near.is_empty()).unwrap_or_else(|| self.nearest_within(name, ward))
    }

    /// Returns units whose names are near, or else contained in what is written.
    fn nearest_within(&self, name: &Name, ward: UnitKey) -> Vec<UnitKey> {
        let counts = |entry: &&Entry| entry.standing == Standing::Current && entry.units != [ward];
        let entries = || self.names.all_within(ward).filter(counts);
        let names = entries().flat_map(|entry| entry.units.iter().map(|unit| (*unit, entry.name.canonical.as_str())));
        let mut near = nearest_by(&name.canonical, names);
        if near.is_empty() {
            let contained = entries().filter(|entry| contains_words(&name.core, &entry.name.core));
            near = contained.flat_map(|entry| entry.units.clone()).collect();
        }
        let mut seen = Vec::new();
        near.retain(|unit| {
            !seen.contains(unit) && seen.len() < MOST_HINTS && {
                seen.push(*unit);
                true
            }
        });
        near
    }
}

/// Decides between the unit that a text names and the one whose code it is.
fn decide(name: &Name, named: Fit, coded: Fit, code: Option<CodeMatch>) -> UnitMatch {
    let number = name.canonical.bytes().all(|byte| byte.is_ascii_digit());
    match code {
        Some(CodeMatch::Exact(_)) if number && named.units() != coded.units() => {
            UnitMatch::Unknown([coded.units(), named.units()].concat())
        }
        Some(CodeMatch::Exact(_)) => coded.found(),
        Some(CodeMatch::Restored(_)) | None => named.found(),
    }
}

fn contains_words(text: &str, words: &str) -> bool {
    let boundary = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    !words.is_empty()
        && text.match_indices(words).any(|(at, found)| {
            let (before, from) = text.split_at(at);
            let (_, after) = from.split_at(found.len());
            boundary(before.chars().next_back()) && boundary(after.chars().next())
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::plan::{
        Level,
        fixture::{register, unit},
    };

    /// Two wards; in the first a few groups, some of which had other names; in the second what the first might mix up.
    fn city() -> Register {
        register(&[
            "LC,Thành phố Lai Châu,thành phố,,,,,,",
            "03389,Phường Đoàn Kết,phường,LC,,,,,",
            "03389.001,Tổ dân phố số 1,tổ dân phố,03389,,Khu Chợ 1,,,",
            "03389.002,Bản Gia Khâu,bản,03389,,Bản Gia Khấu|TDP Gia Khâu Mới,,,",
            "03389.005,Tổ dân phố số 5,tổ dân phố,03389,,,,,",
            "03389.006,Bản 5,bản,03389,,,,,",
            "03389.007,Tổ dân phố số 36,tổ dân phố,03389,,,2025-01-01,,03389.91|03389.92|03389.93",
            "03389.008,Bản Hoà Bình,bản,03389,,,2025-01-01,,03389.93",
            "03389.91,Tổ dân phố số 41,tổ dân phố,03389,,,,2024-12-31,",
            "03389.92,Bản Cũ,bản,03389,,,,2024-12-31,",
            "03389.93,Bản Chia Đôi,bản,03389,,,,2024-12-31,",
            "03389.94,Bản Bỏ,bản,03389,,,,2024-12-31,",
            "03389.96,Tổ 36,tổ,03389,,,,2024-12-31,",
            "03389.97,Tổ 5,tổ,03389,,,,2024-12-31,",
            "03389.009,Bản Trên Núi Cao,bản,03389,,,2025-01-01,,03389.97",
            "03389.95,Tổ dân phố Đổi Tên,tổ dân phố,03389,,,2025-07-01,,03389.002",
            "03388,Phường Quyết Tiến,phường,LC,,,,,",
            "03388.001,Tổ dân phố số 1,tổ dân phố,03388,,,,,",
            "03388.002,Tổ dân phố số 12,tổ dân phố,03388,,,,,",
            "03388.003,Bản Thèn Sin,bản,03388,,,,,",
            "03387,Xã San Thàng,xã,LC,,,,,",
            "03387.001,Bản Trung Chải,bản,03387,,,,,",
            "03386,Xã Sùng Phài,xã,LC,,,,,",
            "03386.001,Bản Trung Chải,bản,03386,,,,,",
        ])
    }

    fn told(register: &Register, found: UnitMatch) -> String {
        let code = |unit: UnitKey| register.unit(unit).code.clone();
        match found {
            UnitMatch::Unit(unit) => code(unit),
            UnitMatch::Former(unit) => format!("former {}", code(unit)),
            UnitMatch::OtherWard(unit) => format!("other {}", code(unit)),
            UnitMatch::Unknown(near) => {
                ["unknown".to_owned()].into_iter().chain(near.into_iter().map(code)).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// What is written in a sheet of phường Đoàn Kết.
    fn check(written: &[&str], expected: &str) {
        let register = city();
        let ward = unit(&register, "03389");
        for written in written {
            assert_eq!(told(&register, register.find(written, ward)), expected, "{written:?}");
        }
    }

    #[test]
    fn a_unit_is_known_by_its_code() {
        check(&["03389.001", " 03389.001 ", "3389.001"], "03389.001");
        check(&["03389.91"], "former 03389.007");
    }

    #[test]
    fn kind_number_word_and_leading_zeros_do_not_matter() {
        check(
            &["Tổ dân phố số 1", "TDP 1", "TDP số 01", "Tổ 1", "tổ 01", "1", "01", "Số 1", "KP 1", "BẢN 1"],
            "03389.001",
        );
        check(&["Bản Gia Khâu", "Gia Khâu", "TDP Gia Khâu", "thôn gia khâu", "Bản Gia Khấu"], "03389.002");
        check(&["Bản Hòa Bình", "hoà bình"], "03389.008");
        check(&["Khu Chợ 1", "Chợ 1"], "03389.001");
    }

    #[test]
    fn a_part_of_a_ward_is_no_group_with_its_number() {
        check(&["Khu vực 1", "Khu 1", "KV 01", "Cụm 1", "Cụm dân cư số 1"], "unknown 03389.001");
        let register = register(&["W,Phường A,phường,,,,,,", "1,Khu phố 1,khu phố,W,,,,,", "2,Cụm 2,cụm,W,,,,,"]);
        let found = |written| told(&register, register.find(written, unit(&register, "W")));
        assert_eq!((found("Khu 1").as_str(), found("Cụm dân cư 2").as_str()), ("1", "2"));
    }

    #[test]
    fn the_kind_decides_where_several_units_fit() {
        check(&["Tổ dân phố số 5", "TDP 05", "tổ 05"], "03389.005");
        check(&["Bản 5", "bản số 5"], "03389.006");
        check(&["5", "số 05", "Khu phố 5"], "unknown 03389.005 03389.006");
    }

    #[test]
    fn more_than_the_name_is_another_name() {
        check(&["36 (+ khu A)", "Số 36 (+ Khu vực chợ)"], "unknown 03389.007");
        check(&["Tổ 11", "Tổ 361"], "unknown");
    }

    #[test]
    fn the_own_ward_may_stand_behind_the_name() {
        check(
            &["Tổ dân phố số 1, phường Đoàn Kết", "TDP 1 - P. Đoàn Kết", "Tổ 1 (phường Đoàn Kết, TP Lai Châu)"],
            "03389.001",
        );
        check(&["Đơn vị: Tổ 01, phường Đoàn Kết", "Tên đơn vị: TDP 1", "Tổ dân phố: 1"], "03389.001");
        check(&["Phường Đoàn Kết"], "03389");
        check(&["Đoàn Kết", "Tổ Đoàn Kết"], "unknown");
    }

    #[test]
    fn former_and_later_names_stand_for_the_unit_of_the_plan() {
        check(&["Tổ dân phố số 41", "TDP 41", "41", "Bản Cũ"], "former 03389.007");
        check(&["Tổ dân phố Đổi Tên"], "former 03389.002");
        check(&["Bản Chia Đôi"], "unknown 03389.007 03389.008");
        check(&["Bản Bỏ"], "unknown");
        check(&["Tổ 36"], "03389.007");
    }

    #[test]
    fn what_may_be_short_for_one_unit_and_was_the_name_of_another_is_not_decided() {
        check(&["Tổ 5"], "unknown 03389.005 03389.009");
        check(&["TDP 5", "Tổ dân phố số 5"], "03389.005");
    }

    #[test]
    fn another_ward_is_said_only_by_code_full_name_or_in_words() {
        check(&["03388.001"], "other 03388.001");
        check(&["Bản Thèn Sin", "bản thèn sin"], "other 03388.003");
        check(&["Tổ dân phố số 1, phường Quyết Tiến", "TDP 1 P.Quyết Tiến"], "other 03388.001");
        check(&["Tổ dân phố số 12", "12", "Thèn Sin", "Bản Trung Chải"], "unknown");
    }

    #[test]
    fn an_unknown_name_lists_the_nearest_and_is_never_matched() {
        check(&["Bản Gia Khẩu", "Ban Gia Khau"], "unknown 03389.002");
        check(&["Bản Thèn Xin", "", "  ", "…"], "unknown");
    }

    #[test]
    fn within_a_city_its_wards_are_found() {
        let register = city();
        let found = |written| told(&register, register.find(written, unit(&register, "LC")));
        for written in ["Phường Đoàn Kết", "P. Đoàn Kết", "Đoàn Kết", "03389", "3389"] {
            assert_eq!(found(written), "03389", "{written}");
        }
        assert_eq!(found("Xã Đoàn Kết"), "unknown 03389");
        assert_eq!(found("Tổ dân phố số 1"), "unknown");
    }

    #[test]
    fn a_short_number_that_is_the_code_of_one_and_the_name_of_another_is_not_decided() {
        let register =
            register(&["W,Phường A,phường,,,,,,", "1,Tổ 2,tổ,W,,,,,", "2,Tổ 1,tổ,W,,,,,", "3,Tổ 3,tổ,W,,,,,"]);
        let found = |written| told(&register, register.find(written, unit(&register, "W")));
        assert_eq!(found("1"), "unknown 1 2");
        assert_eq!(found("Tổ 1"), "2");
        assert_eq!(found("3"), "3");
    }

    proptest! {
        #[test]
        fn every_unit_is_found_by_its_own_name_however_it_is_typed(
            numbers in proptest::collection::btree_set(1..60_u32, 1..12),
            villages in proptest::collection::btree_set(0..VILLAGES.len(), 1..VILLAGES.len()),
            prefix in 0..4_usize,
        ) {
            let mut rows = vec!["A,Phường Một,phường,,,,,,".to_owned(), "B,Phường Hai,phường,,,,,,".to_owned()];
            for ward in ["A", "B"] {
                rows.extend(numbers.iter().map(|n| format!("{ward}.{n},Tổ dân phố số {n},tổ dân phố,{ward},,,,,")));
                rows.extend(villages.iter().map(|v| format!("{ward}.v{v},Bản {},bản,{ward},,,,,", VILLAGES[*v])));
            }
            let register = register(&rows.iter().map(String::as_str).collect::<Vec<_>>());
            let prefixes = ["", "TDP ", "tổ ", "Khu phố "];
            for (key, unit) in register.judged(Level::Group) {
                let ward = register.ward_of(key).unwrap();
                let core = unit.name.trim_start_matches("Tổ dân phố số ").trim_start_matches("Bản ");
                let variants = [
                    unit.name.clone(),
                    unit.name.to_uppercase(),
                    unit.name.nfd().collect(),
                    format!(" {}\u{a0}", unit.name.replace(' ', "  ")),
                    format!("{}{core}", prefixes[prefix]),
                    unit.code.clone(),
                ];
                for written in variants {
                    prop_assert_eq!(register.find(&written, ward), UnitMatch::Unit(key), "{}", written);
                }
            }
        }
    }

    const VILLAGES: &[&str] =
        &["Gia Khâu", "Thèn Sin", "Thèn Xin", "Màng", "Hoà Bình", "Nậm Loỏng 1", "Nậm Loỏng 2", "Uỷ Ban"];
}
