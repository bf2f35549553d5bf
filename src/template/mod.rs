//! Blank forms to be sent out: what they ask of whom, as plain data; [`mod@crate::write`] makes workbooks of them.

mod asked;
mod card;
mod fields;
mod file_name;
mod former;
mod guide;
mod list;
mod matrix;
mod page;
mod said;
mod self_assessed;
mod titles;

use crate::{
    model::{AGENCY_STAMP, CRITERIA_STAMP, PLAN_STAMP, UnitKey, WARD_STAMP},
    plan::{Agency, Level, Rulebook, Unit},
};

use self::{
    asked::Asked,
    guide::{Part, Reader},
    list::Beside,
};

pub use self::{
    former::Former,
    page::{Arranging, Cell, Column, Field, Form, Goal, GuideLine, Page, Room, Row, Stamp, Takes},
    self_assessed::SelfAssessed,
};

/// How the answers of a ward stand.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum FormLayout {
    /// Biểu tổng hợp: one table, a row a unit.
    #[default]
    Matrix,
    /// Phiếu: a sheet a unit, a row a criterion.
    Card,
}

/// A workbook of more sheets would be slow to open, and one beyond the limits is not read.
const MOST_CARDS: usize = 200;

/// Makes the forms of a ward: one, or several where it has more units than a workbook has cards; none where neither the
/// ward nor any group of it has anything to answer.
pub fn of_ward(rulebook: &Rulebook, ward: UnitKey, layout: FormLayout, former: Former<'_>) -> Vec<Form> {
    let asked = Asked::of_ward(rulebook, ward);
    let Unit { name, code, .. } = rulebook.register.unit(ward);
    let file = name_of_file(rulebook, ward);
    let form = |file: String, pages: Vec<Page>, reader: Reader, asked: &Asked| Form {
        file,
        stamps: stamps(rulebook).into_iter().chain([(WARD_STAMP, code.clone())]).collect(),
        guide: guide::guide(rulebook, name, reader, &asked.criteria),
        pages,
        units: asked.units.len(),
        criteria: asked.criteria.len(),
    };
    match layout {
        _ if asked.units.is_empty() => Vec::new(),
        FormLayout::Matrix => {
            let page = matrix::page(rulebook, ward, &asked, former);
            let reader = Reader::WardInMatrix(page.arranging);
            vec![form(format!("{file}.xlsx"), vec![page], reader, &asked)]
        }
        FormLayout::Card => {
            let of = asked.units.len().div_ceil(MOST_CARDS);
            let parts = asked.units.chunks(MOST_CARDS).zip(1..).map(|(units, number)| {
                let asked = Asked { units: units.to_vec(), criteria: asked.criteria.clone() };
                let file = if of > 1 { format!("{file} - tệp {number}.xlsx") } else { format!("{file}.xlsx") };
                let reader = Reader::WardInCards(Part { number, of });
                form(file, card::pages(rulebook, &asked, former), reader, &asked)
            });
            parts.collect()
        }
    }
}

/// Makes the list of the agency at this position among the plan's, about the units of every ward or of one, with what
/// was answered before and what the wards said beside; nothing where it appraises nothing that any of them answers.
pub fn of_agency(
    rulebook: &Rulebook,
    agency: usize,
    ward: Option<UnitKey>,
    former: Former<'_>,
    said: SelfAssessed<'_>,
) -> Option<Form> {
    let Agency { id, name, .. } = rulebook.plan.agencies.get(agency)?;
    let asked = Asked::of_agency(rulebook, agency, ward);
    if asked.units.is_empty() {
        return None;
    }
    let of_ward = ward.map(|ward| rulebook.register.unit(ward));
    let file = file_name::of(name).or_else(|| file_name::of(id)).unwrap_or_else(|| agency.to_string());
    let behind = of_ward.and_then(|ward| file_name::of(&ward.name)).map(|ward| format!(" - {ward}"));
    let stamped_ward = of_ward.map(|ward| (WARD_STAMP, ward.code.clone()));
    Some(Form {
        file: format!("{file}{}.xlsx", behind.unwrap_or_default()),
        stamps: stamps(rulebook).into_iter().chain([(AGENCY_STAMP, id.clone())]).chain(stamped_ward).collect(),
        guide: guide::guide(rulebook, name, Reader::Agency, &asked.criteria),
        pages: vec![list::page(rulebook, name, &asked, Beside { former, said })],
        units: asked.units.len(),
        criteria: asked.criteria.len(),
    })
}

/// Returns the wards that exist for the plan, in register order.
pub fn wards(rulebook: &Rulebook) -> impl Iterator<Item = UnitKey> {
    rulebook.register.judged(Level::Ward).map(|(key, _)| key)
}

fn stamps(rulebook: &Rulebook) -> [Stamp; 2] {
    [(PLAN_STAMP, rulebook.plan.number.clone()), (CRITERIA_STAMP, rulebook.criteria.reference())]
}

/// Returns the name of a ward's file without its ending: the ward's, with its code where another ward bears the same.
fn name_of_file(rulebook: &Rulebook, ward: UnitKey) -> String {
    let named = |key: UnitKey| file_name::of(&rulebook.register.unit(key).name);
    let Unit { code, .. } = rulebook.register.unit(ward);
    let name = named(ward);
    // Some systems do not tell capitals from small letters.
    let folded = |name: &Option<String>| name.as_ref().map(|name| name.to_lowercase());
    let bearing = |name: Option<String>| {
        let name = folded(&name);
        wards(rulebook).filter(|other| folded(&named(*other)) == name).count()
    };
    let code = file_name::of(code).unwrap_or_else(|| ward.index().to_string());
    let with_code = name.as_ref().map(|name| format!("{name} {code}"));
    match (name, with_code) {
        (Some(name), _) if bearing(Some(name.clone())) < 2 => name,
        // A third ward may bear the name of one and the code of the other: "Phường 1 11".
        (_, Some(name)) if bearing(Some(name.clone())) == 0 => name,
        _ => code,
    }
}
