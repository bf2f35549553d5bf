//! What a criterion requires, as the documents print it: "≥ 95 %; bản: ≥ 90 %".

use crate::{
    criteria::{Against, CaseCondition, Comparison, Criterion, Kind, Requirement},
    model::{Decimal, with_comma},
};

use super::words::cited_day;

/// Returns what a criterion requires, with the other requirements for some units.
pub(super) fn of_criterion(criterion: &Criterion) -> String {
    let own = in_words(&criterion.requirement, criterion.kind);
    let cases = criterion.cases.iter().map(|case| {
        let requirement = in_words(&case.requirement, criterion.kind);
        format!("{}: {requirement}", condition(&case.when))
    });
    std::iter::once(own).chain(cases).collect::<Vec<_>>().join("; ")
}

/// Returns a requirement in the words of the documents.
pub(super) fn in_words(requirement: &Requirement, kind: Kind) -> String {
    let value = |value: Decimal| number(value, kind);
    match requirement {
        Requirement::Compare(comparison, Against::Threshold(threshold)) => {
            format!("{} {}", sign(*comparison), value(*threshold))
        }
        Requirement::Compare(comparison, Against::Parent) => format!("{} mức chung của cấp trên", sign(*comparison)),
        Requirement::Compare(comparison, Against::Previous) => format!("{} kỳ trước", sign(*comparison)),
        Requirement::Between(low, high) => format!("từ {} đến {}", value(*low), value(*high)),
        Requirement::Yes => "đạt".to_owned(),
        Requirement::Done(None) => "hoàn thành".to_owned(),
        Requirement::Done(Some(day)) => format!("hoàn thành đến ngày {}", cited_day(*day)),
    }
}

fn condition(when: &CaseCondition) -> String {
    let ward = when.ward.as_ref().map(|code| format!("mã {code}"));
    [when.unit_kind.clone(), when.area.clone(), ward].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn number(value: Decimal, kind: Kind) -> String {
    let percent = if kind == Kind::Percent { " %" } else { "" };
    format!("{}{percent}", with_comma(value))
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast => "≥",
        Comparison::Above => ">",
        Comparison::AtMost => "≤",
        Comparison::Below => "<",
        Comparison::Equal => "=",
    }
}
