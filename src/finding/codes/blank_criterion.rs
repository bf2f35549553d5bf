//! TDP116.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP116",
    name: "blank-criterion",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
