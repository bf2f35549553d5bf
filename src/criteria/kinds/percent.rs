//! `percent`: a percentage, alone or as part and whole.

use crate::criteria::{Kind, Rollup};

use super::{KindRules, is_comparison};

pub(super) static RULES: KindRules = KindRules {
    kind: Kind::Percent,
    word: "percent",
    own_keys: &["part", "whole", "may_exceed"],
    fits: is_comparison,
    allowed: ">= 95%, > 95%, <= 3%, < 55%, = 100%, 2..5%, >= parent, < previous",
    rollups: &[Rollup::Parts, Rollup::ShareAchieving],
};
