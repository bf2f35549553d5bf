//! TDP403.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP403",
    name: "received-late",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
