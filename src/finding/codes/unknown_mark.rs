//! TDP210.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP210",
    name: "unknown-mark",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
