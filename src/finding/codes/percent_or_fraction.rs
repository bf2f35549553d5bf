//! TDP204.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP204",
    name: "percent-or-fraction",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
