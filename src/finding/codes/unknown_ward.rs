//! TDP011.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP011",
    name: "unknown-ward",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
