//! TDP501.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP501",
    name: "definition-syntax",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
