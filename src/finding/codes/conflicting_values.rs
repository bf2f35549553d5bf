//! TDP012.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP012",
    name: "conflicting-values",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
