//! TDP209.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP209",
    name: "part-over-whole",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
