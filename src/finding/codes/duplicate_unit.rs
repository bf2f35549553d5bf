//! TDP113.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP113",
    name: "duplicate-unit",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
