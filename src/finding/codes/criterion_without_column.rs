//! TDP101.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP101",
    name: "criterion-without-column",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
