//! TDP305.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP305",
    name: "evidence-not-named",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
