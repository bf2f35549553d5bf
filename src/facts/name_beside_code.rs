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
    /// Both stand above a card.
    is_on_card: bool,
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
        // Over a card that says no name for certain, a line or the name of the sheet may be that of another unit.
        let perhaps = subject.names.iter().filter(|name| name.certainty == Certainty::Perhaps);
        let level = register.unit(coded).level;
        let perhaps = perhaps.map(|name| (name, unit_of(name)));
        let of_level = |unit: UnitKey| unit != coded && register.unit(unit).level == level;
        let is_bare = found.iter().all(|(name, _)| subject.code.as_ref().is_some_and(|code| code.at == name.at));
        let perhaps: Vec<(&Name, Option<UnitKey>)> =
            perhaps.filter(|(_, unit)| is_bare && unit.is_some_and(of_level)).collect();
        let other = found.iter().find(|(_, unit)| unit.is_some_and(|unit| unit != coded)).or(perhaps.first());
        let unknown = || found.first().filter(|_| found.iter().all(|(_, unit)| unit.is_none()));
        let (name, bearer) = other.or_else(unknown)?;
        let code = place_of_code(register, subject, coded);
        let is_on_card = code.is_some_and(|code| code.row < subject.row);
        let written = clipped(&name.written).into_owned();
        Some(Self { coded, named: *bearer, written, at: name.at, code, is_on_card })
    }
}

impl Reader<'_> {
    /// Tells a name that contradicts the code beside it, and returns the unit of the row: that of the code, unless the
    /// name is that of another unit.
    pub(super) fn tell_contradicted(&mut self, sheet: SheetKey, name: NameBesideCode) -> Option<UnitKey> {
        let NameBesideCode { coded, named, written, at, code, is_on_card } = name;
        let whole = if is_on_card { phrase!("phiếu", "card") } else { phrase!("dòng", "row") };
        let register = self.register();
        let Unit { code: digits, name: right, .. } = register.unit(coded);
        let place = at.map_or(Place::Sheet(self.file, sheet), |at| self.place(sheet, at));
        let cell = |at: Option<CellRef>| at.map_or_else(Default::default, |at| phrase!(" ở ô {at}", " in {at}"));
        let (here, there) = (cell(at), cell(code));
        let finding = if let Some(other) = named.map(|other| register.unit(other)) {
            let (name, other) = (&other.name, &other.code);
            let message = say!(
                "Mã {digits}{there} là của \"{right}\" nhưng tên ghi \"{written}\" là của {other}, nên {whole} này chưa được dùng",
                "The code {digits}{there} is that of \"{right}\", but the name \"{written}\" is that of {other}; the {whole} is \
                 not used",
                there,
                whole
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
                "Tên \"{written}\" không phải của \"{right}\", là nơi có mã {digits}{there}; {whole} này được đọc theo mã",
                "The name \"{written}\" is not that of \"{right}\", which has the code {digits}{there}; the {whole} is read \
                 by its code",
                there,
                whole
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
