//! TDP208.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP208",
    name: "out-of-range",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
