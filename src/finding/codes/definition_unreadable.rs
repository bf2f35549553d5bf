//! TDP510.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP510",
    name: "definition-unreadable",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
