//! TDP207.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP207",
    name: "spreadsheet-error",
    severity: Severity::Error,
    help: ("…", "…"),
    page: ("…", "…"),
};
