//! What a form made by this program says that it was made for: which plan, which criteria, which ward
//! or agency.

use chrono::NaiveDate;

use crate::{
    criteria::CriteriaSet,
    finding::{Finding, Place, Severity, codes},
    layout::Table,
    model::{
        AGENCY_STAMP, CRITERIA_STAMP, CellPlace, CellRef, FileKey, MADE_FOR_AGENCY, MADE_FROM, Message, PLAN_STAMP,
        UnitKey, WARD_STAMP, say,
    },
    plan::{Level, Plan, Register, Rulebook},
    text::canonical,
    workbook::{Sheet, Workbook},
};

use super::{
    answer::Maker,
    shown::clipped,
    ward::{texts_of, titles},
};

/// The lines above a form's table stand in so many rows.
const LINES: u32 = 10;

/// The stamp of a form, as far as it has one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form<'a> {
    plan: Option<&'a str>,
    criteria: Option<&'a str>,
    ward: Option<&'a str>,
    agency: Option<AgencyMark<'a>>,
}

/// By what a form says for which agency it was made.
#[derive(Clone, Copy, Debug)]
enum AgencyMark<'a> {
    /// Its id, in the properties.
    Id(&'a str),
    /// Its name, in a line above the table.
    Name(&'a str),
}

/// What the lines above the table of a form say that it was made for, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetLines<'a> {
    /// The number of the plan.
    pub(super) plan: &'a str,
    /// The criteria and their version.
    pub(super) criteria: &'a str,
    /// Where both stand.
    pub(super) at: CellRef,
    /// The name of the agency, and where it stands.
    pub(super) agency: Option<(CellRef, &'a str)>,
}

impl<'a> SheetLines<'a> {
    /// Finds the line on a sheet that says by which plan and criteria it was made, and that of the agency; nothing where
    /// there is none.
    pub(super) fn of(sheet: &'a Sheet) -> Option<Self> {
        let lines = || texts_of(sheet, 0..LINES).map(|(at, text)| (at, text.trim()));
        let [by_plan, from_criteria] = MADE_FROM;
        let (at, plan, criteria) = lines().find_map(|(at, line)| {
            let (plan, criteria) = line.strip_prefix(by_plan)?.split_once(from_criteria)?;
            let criteria = criteria.split([' ', ';']).next().filter(|reference| reference.contains('@'))?;
            Some((at, plan, criteria))
        })?;
        let agency = lines().find_map(|(at, line)| Some((at, line.strip_prefix(MADE_FOR_AGENCY)?)));
        Some(Self { plan, criteria, at, agency })
    }

    /// Returns what a form says whose properties were lost.
    fn form(self) -> Form<'a> {
        let agency = self.agency.map(|(_, name)| AgencyMark::Name(name));
        Form { plan: Some(self.plan), criteria: Some(self.criteria), ward: None, agency }
    }
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
    /// Reads the stamp of a workbook; where a program or a format lost it, the lines that say the same above a table.
    pub fn of(book: &'a Workbook) -> Self {
        let stamped = |name: &str| {
            let found = book.properties.iter().find(|(property, _)| property == name);
            found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
        };
        let (plan, criteria) = (stamped(PLAN_STAMP), stamped(CRITERIA_STAMP));
        let agency = stamped(AGENCY_STAMP).map(AgencyMark::Id);
        let form = Self { plan, criteria, ward: stamped(WARD_STAMP), agency };
        let is_stamped = form.plan.or(form.criteria).or(form.ward).is_some() || form.agency.is_some();
        if is_stamped { form } else { Self::by_its_lines(book).unwrap_or_default() }
    }

    /// Reads the lines above the tables of a form: what most of its sheets say, of as many the first; nothing where none of
    /// them says by which plan and criteria it was made.
    fn by_its_lines(book: &'a Workbook) -> Option<Self> {
        let said: Vec<Self> = book.sheets.iter().filter_map(SheetLines::of).map(SheetLines::form).collect();
        let alike = |form: &&Self| {
            said.iter().filter(|other| (other.plan, other.criteria) == (form.plan, form.criteria)).count()
        };
        said.iter().rev().max_by_key(alike).copied()
    }

    /// Returns the criteria that it names.
    pub(super) fn criteria(self) -> Option<&'a str> {
        self.criteria
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
        if let Some(AgencyMark::Id(agency) | AgencyMark::Name(agency)) =
            self.agency.filter(|_| self.agency(&rulebook.plan).is_none())
        {
            let agency = clipped(agency);
            return Fit::Other(say!(
                "Biểu mẫu này lập cho cơ quan \"{agency}\", kế hoạch không có cơ quan này",
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
        let said = self.agency?;
        plan.agencies.iter().position(|agency| match said {
            AgencyMark::Id(id) => agency.id == id,
            AgencyMark::Name(name) => canonical(&agency.name) == canonical(name),
        })
    }

    /// Returns the command that makes the form in force in its place.
    fn command(self, rulebook: &Rulebook) -> String {
        let agency = self.agency(&rulebook.plan).and_then(|agency| rulebook.plan.agencies.get(agency));
        let ward = self.ward(&rulebook.register).map(|ward| &rulebook.register.unit(ward).code);
        match (agency, ward) {
            (Some(agency), _) => format!("tdp template -o bieu-mau --agency {}", agency.id),
            (None, Some(code)) => format!("tdp template -o bieu-mau --ward {code}"),
            (None, None) => "tdp template -o bieu-mau".to_owned(),
        }
    }

    /// Returns the ward that the form was made for, if the register has it.
    pub(super) fn ward(self, register: &Register) -> Option<UnitKey> {
        register.by_code(self.ward?).filter(|unit| register.unit(*unit).level == Level::Ward)
    }
}

/// Tells that a file, or a sheet of it, is a form of something else, or of an older version, and the command that makes
/// the right one.
pub fn made_for_other(
    rulebook: &Rulebook,
    place: Place,
    form: Form<'_>,
    message: Message,
    severity: Severity,
) -> Finding {
    let plan = &rulebook.plan.number;
    let command = form.command(rulebook);
    let help = match severity {
        Severity::Error => say!(
            "Chép số liệu, theo tên tiêu chí, sang biểu mẫu của kế hoạch \"{plan}\" rồi gửi lại; thành phố lập biểu mẫu đó \
             bằng lệnh: {command}",
            "Copy the figures, by the titles of the criteria, into the form of the plan \"{plan}\" and send it again; the \
             city makes that form with: {command}"
        ),
        _ => say!(
            "Số liệu vẫn được dùng; kỳ sau dùng biểu mẫu theo bộ tiêu chí mới, thành phố lập bằng lệnh: {command}",
            "The figures are used all the same; next time use the form with the criteria in force, which the city makes \
             with: {command}"
        ),
    };
    Finding::new(&codes::OTHER_VERSION, place, message).with_severity(severity).helped_by(help)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appendix::sample;

    #[test]
    fn a_form_of_something_else_is_told_with_the_command_that_makes_the_right_one() {
        let assessment = sample::assessment();
        let rulebook = &assessment.received.rulebook;
        let help = |ward| {
            let form = Form { plan: Some("9/KH-UBND"), ward, ..Form::default() };
            let Fit::Other(message) = form.fit(rulebook) else { panic!("the plan is another one") };
            made_for_other(rulebook, Place::File(FileKey::new(0)), form, message, Severity::Error).help.vi
        };
        assert!(help(Some("03387")).ends_with("tdp template -o bieu-mau --ward 03387"), "{}", help(Some("03387")));
        assert!(help(Some("99; rm")).ends_with("tdp template -o bieu-mau"), "a ward that is not in the register");
    }
}
