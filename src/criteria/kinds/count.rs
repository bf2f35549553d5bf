//! `count`: a whole number of things.

use crate::{
    criteria::{Against, Kind, Requirement, Rollup},
    model::Decimal,
};

use super::KindRules;

pub(super) static RULES: KindRules = KindRules {
    kind: Kind::Count,
    word: "count",
    own_keys: &[],
    fits,
    allowed: ">= 10, = 0, 2..5, >= parent, < previous",
    rollups: &[Rollup::Sum, Rollup::ShareAchieving],
};

/// Things are counted whole: a threshold between two counts is a slip.
fn fits(requirement: &Requirement) -> bool {
    match requirement {
        Requirement::Compare(_, Against::Threshold(value)) => value.is_whole(),
        Requirement::Between(low, high) => [low, high].into_iter().copied().all(Decimal::is_whole),
        Requirement::Compare(..) => true,
        Requirement::Yes | Requirement::Done(_) => false,
    }
}
