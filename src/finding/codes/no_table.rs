//! TDP004.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP004",
    name: "no-table",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
