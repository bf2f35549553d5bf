//! `yes-no`: it is so, or it is not.

use crate::criteria::{Kind, Requirement, Rollup};

use super::KindRules;

pub(super) static RULES: KindRules = KindRules {
    kind: Kind::YesNo,
    word: "yes-no",
    own_keys: &[],
    fits: |requirement| *requirement == Requirement::Yes,
    allowed: "yes",
    rollups: &[Rollup::ShareAchieving],
};
