//! TDP112.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP112",
    name: "unit-of-another-ward",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
