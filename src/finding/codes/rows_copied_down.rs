//! TDP307.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP307",
    name: "rows-copied-down",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
