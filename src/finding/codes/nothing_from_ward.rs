//! TDP404.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP404",
    name: "nothing-from-ward",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
