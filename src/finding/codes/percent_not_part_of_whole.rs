//! TDP303.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP303",
    name: "percent-not-part-of-whole",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
