//! TDP205.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP205",
    name: "decimal-or-thousands",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
