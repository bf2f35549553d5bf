//! TDP121.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP121",
    name: "hidden-data",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
