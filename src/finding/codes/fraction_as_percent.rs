//! TDP203.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP203",
    name: "fraction-as-percent",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
