//! TDP508.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP508",
    name: "targets-mismatch",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
