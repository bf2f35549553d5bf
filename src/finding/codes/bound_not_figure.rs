//! TDP202.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP202",
    name: "bound-not-figure",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
