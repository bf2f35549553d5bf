//! TDP503.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP503",
    name: "missing-key",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
