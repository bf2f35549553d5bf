//! TDP502.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP502",
    name: "unknown-key",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
