//! TDP114.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP114",
    name: "unit-missing",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
