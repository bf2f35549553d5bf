//! Which requirement holds for a unit: the first case that fits it, else the criterion's own.

use crate::{
    criteria::{CaseCondition, Criterion, Requirement},
    text::canonical,
};

impl Criterion {
    /// Returns the requirement for a unit of `unit_kind` in `area` and `ward` (a code): that of the first case that
    /// fits, else the criterion's own. Kinds and areas are compared canonically.
    pub fn requirement_for(&self, unit_kind: &str, area: Option<&str>, ward: &str) -> &Requirement {
        let fitting = self.cases.iter().find(|case| case.when.fits(unit_kind, area, ward));
        fitting.map_or(&self.requirement, |case| &case.requirement)
    }
}

impl CaseCondition {
    fn fits(&self, unit_kind: &str, area: Option<&str>, ward: &str) -> bool {
        is_alike(self.unit_kind.as_deref(), Some(unit_kind))
            && is_alike(self.area.as_deref(), area)
            && self.ward.as_deref().is_none_or(|wanted| wanted == ward)
    }
}

/// Returns whether nothing is wanted, or what is wanted is there.
fn is_alike(wanted: Option<&str>, found: Option<&str>) -> bool {
    wanted.is_none_or(|wanted| found.is_some_and(|found| wanted == found || canonical(wanted) == canonical(found)))
}
