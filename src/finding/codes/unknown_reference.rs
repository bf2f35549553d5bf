//! TDP506.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP506",
    name: "unknown-reference",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
