//! What stands above a form's table: for whom it was made, by which plan and criteria.

use crate::{
    criteria::{CriteriaSet, Provenance},
    model::{CriterionKey, MADE_FOR_AGENCY, MADE_FROM, UnitKey},
    plan::{Level, Plan, Rulebook, Unit},
    text::canonical,
};

/// Who signs for a ward, the second line below the first.
pub(super) const OF_WARD: &str = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH";

/// Returns who signs for a unit, by its kind: the head of its tổ or bản, or that of the ward.
pub(super) fn signer(unit: &Unit) -> String {
    match (unit.level, canonical(&unit.kind).as_ref()) {
        (Level::Group, "tổ dân phố") => "TỔ TRƯỞNG".to_owned(),
        (Level::Group, kind) => format!("TRƯỞNG {}", kind.to_uppercase()),
        _ => OF_WARD.to_owned(),
    }
}

/// The lines above the table of a ward.
pub(super) fn of_ward(rulebook: &Rulebook, ward: UnitKey, title: &str) -> Vec<String> {
    let Unit { name, code, .. } = rulebook.register.unit(ward);
    let lines = [format!("{name} (mã {code})"), made_from(rulebook)];
    headed(rulebook, title).chain(lines).collect()
}

/// The lines above the table of one unit; the program finds the unit by the one that says so.
pub(super) fn of_unit(rulebook: &Rulebook, unit: UnitKey, title: &str) -> Vec<String> {
    let register = &rulebook.register;
    let Unit { name, code, .. } = register.unit(unit);
    let ward = register.ward_of(unit).filter(|ward| *ward != unit).map(|ward| register.unit(ward));
    let belongs = ward.map(|ward| format!(" - {} (mã {})", ward.name, ward.code)).unwrap_or_default();
    let lines = [format!("Đơn vị: {name}"), format!("Mã đơn vị: {code}{belongs}"), made_from(rulebook)];
    headed(rulebook, title).chain(lines).collect()
}

/// The lines above the list of an agency.
pub(super) fn of_agency(rulebook: &Rulebook, agency: &str, title: &str) -> Vec<String> {
    headed(rulebook, title).chain([format!("{MADE_FOR_AGENCY}{agency}"), made_from(rulebook)]).collect()
}

/// The title of the form and that of the plan; one that names a ward, which would be taken for the form's own, is left
/// out.
fn headed(rulebook: &Rulebook, title: &str) -> impl Iterator<Item = String> {
    let plan = Some(&rulebook.plan.title).filter(|title| rulebook.register.wards_named_in(title).is_empty());
    [title.to_owned(), plan.cloned().unwrap_or_default()].into_iter()
}

/// Says by which plan and criteria a form was made, about which time, and until when it is wanted.
fn made_from(rulebook: &Rulebook) -> String {
    let (plan, set) = (&rulebook.plan, &rulebook.criteria);
    let modelled =
        if set.provenance == Provenance::Modelled { " (phỏng theo, chưa phải bảng chính thức)" } else { "" };
    let deadline = deadline(plan).map(|deadline| format!("; thời hạn gửi: {deadline}")).unwrap_or_default();
    let [from, to] = [plan.period.0, plan.period.1].map(|day| day.format("%d/%m/%Y"));
    let ([by_plan, from_criteria], number, reference) = (MADE_FROM, &plan.number, set.reference());
    format!("{by_plan}{number}{from_criteria}{reference}{modelled}; số liệu từ {from} đến {to}{deadline}")
}

/// Returns until when forms are wanted, in the plan's own words where it has them.
pub(super) fn deadline(plan: &Plan) -> Option<String> {
    let last_day = || plan.deadline.map(|day| format!("đến hết ngày {}", day.format("%d/%m/%Y")));
    plan.deadline_text.clone().or_else(last_day)
}

/// Names the standard of a criterion and, for an indicator, the criterion that it belongs to.
pub(super) fn standard_over(set: &CriteriaSet, key: CriterionKey) -> String {
    let criterion = set.criterion(key);
    let parent = criterion.parent.map(|parent| set.criterion(parent));
    let parent = parent.map(|parent| format!(" - Tiêu chí {}: {}", parent.id, parent.title)).unwrap_or_default();
    let standard = set.standards.get(criterion.standard);
    let standard = standard.map(|standard| format!("{}: {}", standard.id, standard.title)).unwrap_or_default();
    format!("Tiêu chuẩn {standard}{parent}")
}
