//! TDP005.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP005",
    name: "empty-folder",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
