//! Wards of which the register holds no group yet: told once a file, as no name in it could be right.

use crate::{
    finding::{Finding, Place, codes},
    layout::Subject,
    model::{SheetKey, UnitKey, say},
    plan::{Level, Unit},
};

use super::{
    reader::Reader,
    ward::{Resolved, ward_of},
};

impl Reader<'_> {
    /// Returns whether a name in a table of `ward` stands for nothing because the register holds no group of its ward;
    /// the first such name of a ward is where that is told.
    pub(super) fn is_of_empty_ward(
        &mut self,
        sheet: SheetKey,
        subject: &Subject,
        ward: Option<UnitKey>,
        resolved: &Resolved,
    ) -> bool {
        let (Resolved::Unknown(_, index) | Resolved::OtherWard(_, index)) = resolved else { return false };
        let Some(ward) = ward_of(subject, ward) else { return false };
        if let Some(empty) = self.empty_wards.get(&ward) {
            return *empty;
        }
        let empty = self.is_empty(ward);
        self.empty_wards.insert(ward, empty);
        if empty {
            let at = subject.names.get(*index).and_then(|name| name.at);
            let place = at.map_or(Place::Sheet(self.file, sheet), |at| self.place(sheet, at));
            self.tell_empty(ward, place);
        }
        empty
    }

    fn is_empty(&self, ward: UnitKey) -> bool {
        let (register, asked) = (self.register(), self.lexicon.rulebook().criteria.subject);
        let is_in_it =
            |(key, unit): (UnitKey, &Unit)| unit.level == Level::Group && register.ward_of(key) == Some(ward);
        Level::Group.subject() == Some(asked) && !register.valid().any(is_in_it)
    }

    fn tell_empty(&mut self, ward: UnitKey, place: Place) {
        let (Unit { name, code, .. }, units) = (self.register().unit(ward), &self.lexicon.rulebook().plan.units);
        let message = say!(
            "Danh sách đơn vị chưa có tổ dân phố, bản nào của {name}, nên các dòng của {name} trong tệp này chưa dùng được",
            "The register holds no group of {name} yet, so that no row of {name} in this file can be used"
        );
        let help = say!(
            "Thêm các tổ dân phố, bản của {name} vào tệp {units}, cột parent ghi {code}, rồi chạy lại",
            "Add the groups of {name} to {units}, with {code} as their parent, and run again"
        );
        self.findings.push(Finding::new(&codes::UNKNOWN_UNIT, place, message).of_unit(ward).helped_by(help));
    }
}
