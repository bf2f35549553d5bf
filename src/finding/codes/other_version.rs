//! TDP010.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP010",
    name: "other-version",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
