//! Who speaks over a column.

use crate::{
    layout::{band::Segment, heading::Speaker},
    model::{Appraiser, Speaking, Voice},
};

/// Who speaks over a column, and the row of headings that says so; it counts for the columns to the right that have
/// headings below that row alone.
#[derive(Clone, Copy, Default)]
pub(super) struct Said(Option<(Speaker, u32)>);

impl Said {
    pub(super) fn over(segments: &[Segment<'_>]) -> Self {
        Self(segments.iter().rev().find_map(|segment| Some((segment.heading.speaker?, segment.at.row))))
    }

    /// Returns who speaks over the next column.
    pub(super) fn beside(self, segments: &[Segment<'_>], column: u16) -> Self {
        let own = || segments.iter().filter(|segment| segment.at.column == column);
        match (Self::over(segments), self.0) {
            (Self(None), Some((_, row))) if own().count() > 0 && own().all(|segment| row < segment.at.row) => self,
            (over, _) => over,
        }
    }

    /// Returns whether nobody is named.
    pub(super) fn is_nobody(self) -> bool {
        self.0.is_none()
    }

    pub(super) fn speaking(self, file: Voice) -> Speaking {
        let unsaid = Speaking { voice: file, agency: Appraiser::Unnamed };
        self.0.map_or(unsaid, |(speaker, _)| speaker.speaking(file))
    }
}
