//! TDP304.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP304",
    name: "printed-total-differs",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
