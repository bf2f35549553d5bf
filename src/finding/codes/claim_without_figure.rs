//! TDP302.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP302",
    name: "claim-without-figure",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
