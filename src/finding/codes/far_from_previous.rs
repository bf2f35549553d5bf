//! TDP306.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP306",
    name: "far-from-previous",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
