//! Facts to scorecards: a verdict with its reason on every criterion of every unit, and the unit's outcome.

mod answer;
mod claims_over_indicators;
mod context;
mod far_from_previous;
mod indicators;
mod judgement;
mod judging;
mod nouns;
mod outcome;
mod points;
mod prevailing;
mod rollup;
mod scorecard;
mod shortfall;
mod standing;
mod words;

pub use self::{
    claims_over_indicators::claims_over_indicators,
    context::{Context, Previous},
    far_from_previous::far_from_previous,
    judgement::{Open, why_failed, why_open},
    judging::{score, verdict_of_rollup},
    rollup::{RolledUp, Rolling},
    scorecard::{Basis, Judgement, Measured, Reason, Scorecard},
    shortfall::shortfall,
    words::reason_in_words,
};

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
