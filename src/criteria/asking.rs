//! What a criterion asks for: a figure or not, once or all the time.

use crate::text::canonical;

use super::{Criterion, Kind};

impl Kind {
    /// Returns whether a criterion of this kind asks for a figure; without it, only a bare claim is left.
    pub fn is_measured(self) -> bool {
        match self {
            Self::Percent | Self::Count | Self::Amount | Self::Points => true,
            Self::YesNo | Self::Task => false,
        }
    }
}

impl Criterion {
    /// Returns whether its timeline is "thường xuyên": judged in every period, never waiting for a day.
    pub fn is_ongoing(&self) -> bool {
        self.timeline
            .as_deref()
            .is_some_and(|timeline| canonical(timeline).starts_with(canonical("thường xuyên").as_ref()))
    }
}
