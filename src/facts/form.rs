//! What a form made by this program says that it was made for: which plan, which criteria, which ward
//! or agency.

use chrono::NaiveDate;

use crate::{
    criteria::CriteriaSet,
    finding::{Finding, Place, Severity, codes},
    layout::Table,
    model::{AGENCY_STAMP, CRITERIA_STAMP, CellPlace, FileKey, Message, PLAN_STAMP, UnitKey, WARD_STAMP, say},
    plan::{Level, Plan, Register, Rulebook},
    text::canonical,
    workbook::Workbook,
};

use super::{answer::Maker, shown::clipped, ward::titles};

/// The stamp of a form, as far as it has one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form<'a> {
    plan: Option<&'a str>,
    criteria: Option<&'a str>,
    ward: Option<&'a str>,
    agency: Option<&'a str>,
}

/// How a form fits the plan in force.
#[derive(Debug)]
pub enum Fit {
    /// It is no form, or one of this plan and these criteria.
    Fits,
    /// It asks the criteria by the numbers that they had in an older version; that is told, and the criteria with those
    /// numbers are these.
    Renumbered(Box<CriteriaSet>, Message),
    /// It was made for something else, so that nothing in it may be read by these rules.
    Other(Message),
}

impl<'a> Form<'a> {
    /// Reads the stamp of a workbook.
    pub fn of(book: &'a Workbook) -> Self {
        let stamped = |name: &str| {
            let found = book.properties.iter().find(|(property, _)| property == name);
            found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
        };
        let (plan, criteria) = (stamped(PLAN_STAMP), stamped(CRITERIA_STAMP));
        Self { plan, criteria, ward: stamped(WARD_STAMP), agency: stamped(AGENCY_STAMP) }
    }

    /// Returns who made the workbook: a form says what it was made for.
    pub(super) fn maker(self) -> Maker {
        if self.plan.is_some() { Maker::Program } else { Maker::People }
    }

    /// Returns how the form fits: by the plan's number, then by the criteria and their version.
    pub fn fit(self, rulebook: &Rulebook) -> Fit {
        let (number, set) = (&rulebook.plan.number, &rulebook.criteria);
        if let Some(plan) = self.plan.filter(|plan| canonical(plan) != canonical(number)) {
            let plan = clipped(plan);
            return Fit::Other(say!(
                "Biểu mẫu này lập cho kế hoạch \"{plan}\", không phải kế hoạch \"{number}\" đang áp dụng",
                "This form was made for the plan \"{plan}\", not for the plan in force, \"{number}\""
            ));
        }
        if let Some(agency) = self.agency.filter(|_| self.agency(&rulebook.plan).is_none()) {
            let agency = clipped(agency);
            return Fit::Other(say!(
                "Biểu mẫu này lập cho cơ quan mã \"{agency}\", kế hoạch không có cơ quan này",
                "This form was made for the agency \"{agency}\", which the plan does not name"
            ));
        }
        let reference = set.reference();
        let Some(criteria) = self.criteria.filter(|criteria| **criteria != *reference) else { return Fit::Fits };
        let shown = clipped(criteria);
        let older = criteria.split_once('@').filter(|(id, _)| *id == set.id).and_then(|(_, day)| day.parse().ok());
        match older.and_then(|version: NaiveDate| set.numbered_as_in(version)) {
            Some(renumbered) => Fit::Renumbered(
                Box::new(renumbered),
                say!(
                    "Biểu mẫu này lập theo bộ tiêu chí cũ \"{shown}\", nay là \"{reference}\"; các tiêu chí được đọc theo số hiệu cũ",
                    "This form was made from the older criteria \"{shown}\", now \"{reference}\"; the criteria are read by \
                     their older numbers"
                ),
            ),
            None => Fit::Other(say!(
                "Biểu mẫu này lập theo bộ tiêu chí \"{shown}\", không phải \"{reference}\" đang áp dụng",
                "This form was made from the criteria \"{shown}\", not from those in force, \"{reference}\""
            )),
        }
    }

    /// Returns the agency that the form was made for: its position among those of the plan, if the plan names it.
    pub fn agency(self, plan: &Plan) -> Option<usize> {
        plan.agencies.iter().position(|agency| Some(agency.id.as_str()) == self.agency)
    }

    /// Returns the ward that the form was made for, if the register has it.
    pub(super) fn ward(self, register: &Register) -> Option<UnitKey> {
        register.by_code(self.ward?).filter(|unit| register.unit(*unit).level == Level::Ward)
    }
}

/// Tells that a file is a form of something else, or of an older version.
pub fn made_for_other(file: FileKey, message: Message, severity: Severity) -> Finding {
    let finding = Finding::new(&codes::OTHER_VERSION, Place::File(file), message).with_severity(severity);
    match severity {
        Severity::Error => finding,
        _ => finding.helped_by(say!(
            "Số liệu vẫn được dùng; kỳ sau dùng biểu mẫu theo bộ tiêu chí mới",
            "The figures are used all the same; next time use the form with the criteria in force"
        )),
    }
}

/// Finds the title that names another ward than `ward`, for which the form was made; nothing of such a file can be used.
pub(super) fn title_of_another_ward(
    file: FileKey,
    book: &Workbook,
    tables: &[Table],
    register: &Register,
    ward: UnitKey,
) -> Option<Finding> {
    titles(book, tables).find_map(|(sheet, cell, text)| {
        let named = register.wards_named_in(text);
        let other = named.first().filter(|_| !named.contains(&ward))?;
        let (made, says, text) = (&register.unit(ward).name, &register.unit(*other).name, clipped(text.trim()));
        let message = say!(
            "Biểu mẫu này lập cho {made} nhưng phần đầu biểu ghi {says}",
            "This form was made for {made} but its title says {says}"
        );
        let help = say!(
            "Nếu biểu là của {made} thì sửa tên phường, xã ở ô {cell}; nếu là của {says} thì dùng biểu mẫu lập cho {says}; \
             thành phố khi đọc tệp cũng có thể nêu rõ phường, xã bằng --ward",
            "If the table is that of {made}, correct the ward in {cell}; if it is that of {says}, use the form made for it; \
             the city's office may also name the ward with --ward"
        );
        let place = Place::Cell(CellPlace { file, sheet, cell });
        Some(Finding::new(&codes::UNKNOWN_WARD, place, message).helped_by(help).quoting(text))
    })
}
