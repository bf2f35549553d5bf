//! TDP111.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP111",
    name: "unknown-unit",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
