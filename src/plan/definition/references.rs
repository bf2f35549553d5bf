//! What a plan says about its criteria, held against the criteria.

use std::collections::BTreeSet;

use crate::{
    criteria::{CriteriaSet, Criterion},
    finding::{Finding, Place, Severity, codes},
    model::say,
    plan::{Plan, Register, register::KINDS, types::fits},
    text::{canonical, nearest},
};

/// Returns a finding for every pattern of `[[agency]] appraises` that fits no criterion of `criteria`.
pub fn check_plan(plan: &Plan, criteria: &CriteriaSet) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (agency, places) in plan.agencies.iter().zip(&plan.places.appraises) {
        for (pattern, place) in agency.appraises.iter().zip(places) {
            if !criteria.criteria.iter().any(|criterion| fits(pattern, &criterion.id)) {
                findings.push(unknown(pattern, Place::Definition(place.clone()), criteria));
            }
        }
    }
    findings
}

/// Returns a warning for every kind of unit that a case of a criterion names, and that the register either calls by
/// another word or nobody knows: the case would never hold. A kind that merely has no unit here is none of these.
pub fn check_unit_kinds(plan: &Plan, criteria: &CriteriaSet, register: &Register) -> Vec<Finding> {
    let in_register: BTreeSet<_> = register.all().map(|(_, unit)| canonical(&unit.kind)).collect();
    let place = plan.places.criteria.clone().map_or(Place::Run, Place::Definition);
    let mut findings = Vec::new();
    for criterion in &criteria.criteria {
        for kind in criterion.cases.iter().filter_map(|case| case.when.unit_kind.as_deref()) {
            let word = canonical(kind);
            let known = KINDS.iter().find(|known| known.words.contains(&word.as_ref()));
            let same = known.map(|known| known.words.iter().copied().filter(|word| in_register.contains(*word)));
            let meant: Vec<&str> = match same {
                Some(same) => same.collect(),
                None => nearest(kind, in_register.iter().map(AsRef::as_ref)),
            };
            if !in_register.contains(&word) && (known.is_none() || !meant.is_empty()) {
                findings.push(kind_of_no_unit(kind, criterion, criteria, &meant, place.clone()));
            }
        }
    }
    findings
}

fn kind_of_no_unit(kind: &str, criterion: &Criterion, set: &CriteriaSet, meant: &[&str], place: Place) -> Finding {
    let (set, id) = (set.reference(), &criterion.id);
    let message = say!(
        "Tiêu chí {id} của bộ {set} có yêu cầu riêng cho loại \"{kind}\", nhưng không đơn vị nào ghi loại đó",
        "Criterion {id} of {set} has a requirement for the kind \"{kind}\", and no unit is of that kind"
    );
    let help = say!(
        "Sửa \"unit_kind\" trong bộ tiêu chí cho đúng loại ghi ở danh mục đơn vị",
        "Correct \"unit_kind\" in the criteria set to a kind that stands in the register"
    );
    let finding = Finding::new(&codes::UNKNOWN_REFERENCE, place, message).with_severity(Severity::Warning);
    let finding = finding.quoting(kind).helped_by(help);
    if meant.is_empty() { finding } else { finding.expecting(meant.join(", ")) }
}

fn unknown(pattern: &str, place: Place, criteria: &CriteriaSet) -> Finding {
    let set = criteria.reference();
    let message =
        say!("Không tiêu chí nào của bộ {set} có số \"{pattern}\"", "No criterion of {set} has the id \"{pattern}\"");
    let near = nearest(pattern, criteria.criteria.iter().map(|criterion| criterion.id.as_str())).join(", ");
    let finding = Finding::new(&codes::UNKNOWN_REFERENCE, place, message).quoting(pattern);
    if near.is_empty() { finding } else { finding.expecting(near) }
}
