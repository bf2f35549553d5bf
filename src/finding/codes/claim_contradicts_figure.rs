//! TDP301.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP301",
    name: "claim-contradicts-figure",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
