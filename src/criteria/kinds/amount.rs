//! `amount`: a measured amount, with decimals.

use crate::criteria::{Kind, Rollup};

use super::{KindRules, is_comparison};

pub(super) static RULES: KindRules = KindRules {
    kind: Kind::Amount,
    word: "amount",
    own_keys: &[],
    fits: is_comparison,
    allowed: ">= 55, < 2.5, 2..5, >= parent, < previous",
    rollups: &[Rollup::Sum, Rollup::ShareAchieving],
};
