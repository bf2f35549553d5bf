//! TDP103.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP103",
    name: "duplicate-criterion",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
