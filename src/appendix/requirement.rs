//! What a criterion requires, as the documents print it: "≥ 95 %; bản: ≥ 90 %".

use crate::criteria::{CaseCondition, Criterion};

/// Returns what a criterion requires, with the other requirements for some units.
pub(crate) fn of_criterion(criterion: &Criterion) -> String {
    let own = criterion.requirement.in_words(criterion.kind).vi;
    let cases = criterion.cases.iter().map(|case| {
        let requirement = case.requirement.in_words(criterion.kind).vi;
        format!("{}: {requirement}", condition(&case.when))
    });
    std::iter::once(own).chain(cases).collect::<Vec<_>>().join("; ")
}

fn condition(when: &CaseCondition) -> String {
    let ward = when.ward.as_ref().map(|code| format!("mã {code}"));
    [when.unit_kind.clone(), when.area.clone(), ward].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
