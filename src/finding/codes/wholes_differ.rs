//! TDP308.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP308",
    name: "wholes-differ",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
