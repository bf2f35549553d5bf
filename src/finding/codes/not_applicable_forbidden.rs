//! TDP211.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP211",
    name: "not-applicable-forbidden",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
