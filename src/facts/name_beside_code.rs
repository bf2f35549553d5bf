//! The name beside the code of a unit, where it is not that unit's: the code says whose the row is, unless the name is
//! that of another unit of the ward.

use crate::{
    finding::{Finding, Place, Severity, codes},
    layout::{Certainty, Name, Subject},
    model::{CellRef, SheetKey, UnitKey, phrase, say},
    plan::{Register, Unit, UnitMatch},
    text::is_blank,
};

use super::{
    reader::Reader,
    shown::clipped,
    ward::{LONGEST_NAME, place_of_code},
};

/// A name that contradicts the code beside it.
#[derive(Clone, Debug)]
pub(super) struct NameBesideCode {
    /// The unit with the code.
    coded: UnitKey,
    /// The unit of the same ward that bears the name, if one does.
    named: Option<UnitKey>,
    written: String,
    at: Option<CellRef>,
    /// Where the code stands.
    code: Option<CellRef>,
}

impl NameBesideCode {
    /// Finds the name of a subject that is not that of the unit whose code it bears: of names one is enough that is.
    pub(super) fn contradicting(register: &Register, subject: &Subject, coded: UnitKey) -> Option<Self> {
        let ward = register.ward_of(coded)?;
        let unit_of = |name: &Name| {
            let found = (name.written.len() <= LONGEST_NAME).then(|| register.find(&name.written, ward));
            match found? {
                UnitMatch::Unit(unit) | UnitMatch::Former(unit) => Some(unit),
                UnitMatch::OtherWard(_) | UnitMatch::Unknown(_) => None,
            }
        };
        let certain =
            subject.names.iter().filter(|name| name.certainty == Certainty::Certain && !is_blank(&name.written));
        let found: Vec<(&Name, Option<UnitKey>)> = certain.map(|name| (name, unit_of(name))).collect();
        let other = found.iter().find(|(_, unit)| unit.is_some_and(|unit| unit != coded));
        let unknown = || found.first().filter(|_| found.iter().all(|(_, unit)| unit.is_none()));
        let (name, bearer) = other.or_else(unknown)?;
        let code = place_of_code(register, subject, coded);
        Some(Self { coded, named: *bearer, written: clipped(&name.written).into_owned(), at: name.at, code })
    }
}

impl Reader<'_> {
    /// Tells a name that contradicts the code beside it, and returns the unit of the row: that of the code, unless the
    /// name is that of another unit.
    pub(super) fn tell_contradicted(&mut self, sheet: SheetKey, name: NameBesideCode) -> Option<UnitKey> {
        let NameBesideCode { coded, named, written, at, code } = name;
        let register = self.register();
        let Unit { code: digits, name: right, .. } = register.unit(coded);
        let place = at.map_or(Place::Sheet(self.file, sheet), |at| self.place(sheet, at));
        let cell = |at: Option<CellRef>| at.map_or_else(Default::default, |at| phrase!(" ở ô {at}", " in {at}"));
        let (here, there) = (cell(at), cell(code));
        let finding = if let Some(other) = named.map(|other| register.unit(other)) {
            let (name, other) = (&other.name, &other.code);
            let message = say!(
                "Mã {digits}{there} là của \"{right}\" nhưng tên ghi \"{written}\" là của {other}, nên dòng này chưa được dùng",
                "The code {digits}{there} is that of \"{right}\", but the name \"{written}\" is that of {other}; the row is not \
                 used",
                there
            );
            let help = say!(
                "Nếu là số liệu của \"{right}\" thì sửa tên{here}; nếu là của \"{name}\" thì sửa mã{there} thành {other}",
                "If the figures are those of \"{right}\", correct the name{here}; if those of \"{name}\", write the code \
                 {other}{there}",
                here,
                there
            );
            Finding::new(&codes::UNKNOWN_UNIT, place, message).helped_by(help)
        } else {
            let message = say!(
                "Tên \"{written}\" không phải của \"{right}\", là nơi có mã {digits}{there}; dòng này được đọc theo mã",
                "The name \"{written}\" is not that of \"{right}\", which has the code {digits}{there}; the row is read by \
                 its code",
                there
            );
            let help = say!(
                "Nếu là số liệu của \"{right}\" thì sửa tên{here}; nếu là của nơi khác thì sửa mã{there}",
                "If the figures are those of \"{right}\", correct the name{here}; if they are another's, correct the \
                 code{there}",
                here,
                there
            );
            let finding = Finding::new(&codes::UNKNOWN_UNIT, place, message).with_severity(Severity::Warning);
            finding.of_unit(coded).helped_by(help)
        };
        self.findings.push(finding.quoting(written));
        if named.is_some() {
            return None;
        }
        self.named.insert(coded);
        Some(coded)
    }
}
