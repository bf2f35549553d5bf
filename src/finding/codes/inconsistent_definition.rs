//! TDP507.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP507",
    name: "inconsistent-definition",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
