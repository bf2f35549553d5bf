//! A second, deliberately simple implementation of the rules, which knows the truth of a made-up city instead of
//! reading its workbooks, and says what must come out.

pub(crate) mod findings;
pub(crate) mod json;
pub(crate) mod totals;
pub(crate) mod verdicts;
