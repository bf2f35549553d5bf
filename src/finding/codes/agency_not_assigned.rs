//! TDP402.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP402",
    name: "agency-not-assigned",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
