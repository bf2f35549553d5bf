//! `points`: points out of a maximum, achieved from a floor on.

use crate::criteria::{Against, Comparison, Kind, Requirement, Rollup};

use super::KindRules;

pub(super) static RULES: KindRules = KindRules {
    kind: Kind::Points,
    word: "points",
    own_keys: &["max", "floor"],
    fits: |requirement| matches!(requirement, Requirement::Compare(Comparison::AtLeast, Against::Threshold(_))),
    allowed: ">= 3",
    rollups: &[Rollup::Sum, Rollup::ShareAchieving],
};
