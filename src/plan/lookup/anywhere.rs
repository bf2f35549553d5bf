//! The wards in which a text names a unit, found without asking every ward.

use super::{fit::Likeness, name::Name, places};
use crate::{
    model::UnitKey,
    plan::{Register, UnitMatch},
    text::canonical,
};

impl Register {
    /// Returns the wards within which `written` stands for a unit of the plan, as [`Register::find`] finds it there, in
    /// register order: those of its groups, and the ward itself where it names one.
    pub fn wards_knowing(&self, written: &str) -> impl Iterator<Item = UnitKey> {
        let known = |ward: &UnitKey| matches!(self.find(written, *ward), UnitMatch::Unit(_));
        self.wards_that_may_know(written).into_iter().filter(known)
    }

    /// Returns the wards of units whose code, name or ward stands in the text.
    fn wards_that_may_know(&self, written: &str) -> Vec<UnitKey> {
        let name = Name::new(written);
        let shorter = places::without(&name.canonical, &[self.names.places_above_wards()]).map(|rest| Name::new(&rest));
        let by_code = self.codes.find(&canonical(written)).map_or(&[][..], |code| self.names.heirs(code.unit()));
        let mut units = by_code.to_vec();
        for name in std::iter::once(&name).chain(&shorter) {
            let like = |likeness: Likeness, entry| likeness.holds(name, entry, UnitKey::new(0));
            let fitting = self.names.anywhere(&name.core).filter(|entry| {
                [Likeness::Whole, Likeness::KindAndCore, Likeness::Core]
                    .into_iter()
                    .any(|likeness| like(likeness, entry))
            });
            units.extend(fitting.flat_map(|entry| &entry.units));
        }
        let mut wards: Vec<UnitKey> = units.into_iter().filter_map(|unit| self.ward_of(unit)).collect();
        wards.extend(self.wards_named_in(written));
        wards.sort();
        wards.dedup();
        wards
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::{Level, fixture::register};

    use super::*;

    #[test]
    fn the_wards_that_know_a_name_are_those_that_are_found_by_asking_each() {
        let register = register(&[
            "LC,Thành phố Lai Châu,thành phố,,,,,,",
            "01,Phường Đoàn Kết,phường,LC,,,,,",
            "01.1,Tổ dân phố số 1,tổ dân phố,01,,,,,",
            "01.2,Bản Gia Khâu,bản,01,,Khu Chợ,,,",
            "02,Xã Tân Phong,xã,LC,,,,,",
            "02.1,Tổ dân phố số 1,tổ dân phố,02,,,,,",
            "02.5,Bản 5,bản,02,,,,,",
            "02.6,Tổ 5,tổ dân phố,02,,,,,",
        ]);
        let every = || register.valid().filter(|(_, unit)| unit.level == Level::Ward).map(|(ward, _)| ward);
        for written in [
            "Tổ 1",
            "TDP số 01",
            "1",
            "5",
            "Bản 5",
            "Khu Chợ",
            "Cụm 1",
            "Gia Khâu",
            "01.2",
            "1.2",
            "Tổ 1, phường Đoàn Kết",
            "Tổ 1, TP Lai Châu",
            "Tổ 1 - xã Tân Phong, thành phố Lai Châu",
            "Phường Đoàn Kết",
            "P. Đoàn Kết",
            "02",
            "Đoàn Kết",
            "Lai Châu",
            "Người lập biểu",
            "",
        ] {
            let asked = every().filter(|ward| matches!(register.find(written, *ward), UnitMatch::Unit(_)));
            assert_eq!(register.wards_knowing(written).collect::<Vec<_>>(), asked.collect::<Vec<_>>(), "{written}");
        }
    }
}
