//! TDP504.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP504",
    name: "wrong-value",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
