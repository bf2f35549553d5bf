//! `task`: not started, under way, done.

use crate::criteria::{Kind, Requirement, Rollup};

use super::KindRules;

pub(super) static RULES: KindRules = KindRules {
    kind: Kind::Task,
    word: "task",
    own_keys: &[],
    fits: |requirement| matches!(requirement, Requirement::Done(_)),
    allowed: "done, done by 2025-12-31",
    rollups: &[Rollup::ShareAchieving],
};
