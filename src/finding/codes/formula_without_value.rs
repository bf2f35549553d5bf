//! TDP206.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP206",
    name: "formula-without-value",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
