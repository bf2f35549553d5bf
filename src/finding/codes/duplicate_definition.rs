//! TDP505.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP505",
    name: "duplicate-definition",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
