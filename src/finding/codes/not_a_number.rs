//! TDP201.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP201",
    name: "not-a-number",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
