//! TDP002.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP002",
    name: "password-protected",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
