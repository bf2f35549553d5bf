//! TDP102.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP102",
    name: "unknown-column",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
