//! Criteria sets: versioned standards and criteria, and how each is judged.

mod asking;
mod built_in;
mod case;
mod coherence;
mod diff;
mod kinds;
mod lint;
mod meant;
mod meets;
mod parse;
mod requirement;
mod schema;
mod set;
mod shape;
mod to_check;
mod wording;

pub use self::{
    built_in::{built_in, find_built_in},
    diff::{Change, ChangeKind, diff},
    lint::lint,
    meant::comparison_in_words,
    parse::parse,
    schema::json_schema,
    set::{
        Accumulate, Against, Case, CaseCondition, Comparison, CriteriaSet, Criterion, Evidence, IndicatorRule, Kind,
        NotApplicable, OutcomeRule, Provenance, Requirement, Rollup, Standard, Subject,
    },
    to_check::TO_CHECK,
};

#[cfg(test)]
mod tests;
