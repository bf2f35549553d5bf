//! TDP013.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP013",
    name: "same-file-twice",
    severity: Severity::Warning,
    help: ("…", "…"),
    page: ("…", "…"),
};
