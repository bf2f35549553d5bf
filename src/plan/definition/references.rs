//! What a plan says about its criteria, held against the criteria.

use crate::{
    criteria::CriteriaSet,
    finding::{Finding, Place, codes},
    model::say,
    plan::{Plan, types::fits},
    text::nearest,
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

fn unknown(pattern: &str, place: Place, criteria: &CriteriaSet) -> Finding {
    let set = criteria.reference();
    let message =
        say!("Không tiêu chí nào của bộ {set} có số \"{pattern}\"", "No criterion of {set} has the id \"{pattern}\"");
    let near = nearest(pattern, criteria.criteria.iter().map(|criterion| criterion.id.as_str())).join(", ");
    let finding = Finding::new(&codes::UNKNOWN_REFERENCE, place, message).quoting(pattern);
    if near.is_empty() { finding } else { finding.expecting(near) }
}
