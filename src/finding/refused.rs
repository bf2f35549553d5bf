//! What was written that cannot be used, for results that stay open because of it.

use std::collections::BTreeMap;

use crate::model::{CriterionKey, UnitKey};

use super::{Finding, Severity};

/// Returns what an error quotes of the answer of a unit to a criterion; of several errors the first.
pub fn refused_values(findings: &[Finding]) -> BTreeMap<(UnitKey, CriterionKey), &str> {
    let mut values = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
        let (Some(unit), Some(criterion), Some(value)) = (finding.unit, finding.criterion, finding.value.as_deref())
        else {
            continue;
        };
        if !value.trim().is_empty() {
            values.entry((unit, criterion)).or_insert(value);
        }
    }
    values
}
