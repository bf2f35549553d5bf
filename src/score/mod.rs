//! Facts to scorecards: a verdict with its reason on every criterion of every unit, and the unit's outcome.

mod scorecard;

pub use self::scorecard::{Basis, Judgement, Reason, Scorecard};
