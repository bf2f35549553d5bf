//! Sheets in a form that say of themselves that they were made for something else.

use std::collections::BTreeSet;

use crate::{
    finding::{Finding, Place, Severity},
    layout::Table,
    model::{CellPlace, CellRef, FileKey, Message, SheetKey, say},
    plan::Rulebook,
    text::canonical,
    workbook::Workbook,
};

use super::{
    form::{Form, SheetLines, made_for_other},
    shown::clipped,
};

/// Leaves out the tables on sheets whose lines name another plan, other criteria or another agency than the form is
/// read for, and tells each of the sheets at that line.
pub(super) fn leave_out(
    file: FileKey,
    book: &Workbook,
    tables: &mut Vec<Table>,
    rulebook: &Rulebook,
    form: Form<'_>,
) -> Vec<Finding> {
    let sheets: BTreeSet<SheetKey> = tables.iter().map(|table| table.sheet).collect();
    let mut foreign = BTreeSet::new();
    let mut findings = Vec::new();
    for sheet in sheets {
        let lines = book.sheets.get(sheet.index()).and_then(SheetLines::of);
        let Some((cell, message)) = lines.and_then(|lines| other(lines, rulebook, form)) else { continue };
        foreign.insert(sheet);
        let place = Place::Cell(CellPlace { file, sheet, cell });
        findings.push(made_for_other(rulebook, place, form, message, Severity::Error));
    }
    tables.retain(|table| !foreign.contains(&table.sheet));
    findings
}

/// Says for what else a sheet was made, and where it says so.
fn other(lines: SheetLines<'_>, rulebook: &Rulebook, form: Form<'_>) -> Option<(CellRef, Message)> {
    let (number, reference) = (&rulebook.plan.number, rulebook.criteria.reference());
    if canonical(lines.plan) != canonical(number) {
        let plan = clipped(lines.plan);
        let message = say!(
            "Trang này ghi là lập cho kế hoạch \"{plan}\", không phải kế hoạch \"{number}\", nên không được dùng",
            "This sheet says that it was made for the plan \"{plan}\", not for \"{number}\", and is not used"
        );
        return Some((lines.at, message));
    }
    let criteria = form.criteria().unwrap_or(&reference);
    if lines.criteria != criteria {
        let (says, criteria) = (clipped(lines.criteria), clipped(criteria));
        let message = say!(
            "Trang này ghi là lập theo bộ tiêu chí \"{says}\", không phải \"{criteria}\", nên không được dùng",
            "This sheet says that it was made from the criteria \"{says}\", not from \"{criteria}\", and is not used"
        );
        return Some((lines.at, message));
    }
    let (at, name) = lines.agency?;
    let agency = form.agency(&rulebook.plan).and_then(|agency| rulebook.plan.agencies.get(agency));
    if agency.is_some_and(|agency| canonical(&agency.name) == canonical(name)) {
        return None;
    }
    let name = clipped(name);
    let message = match agency {
        Some(agency) => {
            let agency = &agency.name;
            say!(
                "Trang này ghi là của cơ quan \"{name}\" nhưng tệp lập cho \"{agency}\", nên không được dùng",
                "This sheet says that it is of the agency \"{name}\", but the file was made for \"{agency}\", and is not used"
            )
        }
        None => say!(
            "Trang này ghi là của cơ quan \"{name}\" nhưng tệp không phải danh sách thẩm định, nên không được dùng",
            "This sheet says that it is of the agency \"{name}\", but the file is no list of an agency, and is not used"
        ),
    };
    Some((at, message))
}
