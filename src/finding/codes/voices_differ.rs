//! TDP401.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP401",
    name: "voices-differ",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
