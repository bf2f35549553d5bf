//! TDP003.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP003",
    name: "over-limits",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
