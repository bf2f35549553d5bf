//! TDP509.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP509",
    name: "leading-zero-restored",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
