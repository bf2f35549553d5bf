//! Criteria sets: versioned standards and criteria, and how each is judged.

mod meets;
mod set;

pub use self::set::{
    Accumulate, Against, Case, CaseCondition, Comparison, CriteriaSet, Criterion, Evidence, IndicatorRule, Kind,
    NotApplicable, OutcomeRule, Provenance, Requirement, Rollup, Standard, Subject,
};
