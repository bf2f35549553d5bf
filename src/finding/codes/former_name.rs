//! TDP115.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP115",
    name: "former-name",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
