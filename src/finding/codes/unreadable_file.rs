//! TDP001.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP001",
    name: "unreadable-file",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
