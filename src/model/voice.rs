//! Who says something about a unit.

use serde::Serialize;

/// Who speaks; the later one in this order prevails: an appraisal over the self-assessment.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// Tự đánh giá: the unit itself, or its ward on its behalf.
    #[serde(rename = "self")]
    Own,
    /// Thẩm định của phường, xã.
    Ward,
    /// Thẩm định của cơ quan chuyên môn.
    Agency,
    /// Thẩm định của đoàn.
    Panel,
}

/// Which agency speaks, where the voice is that of one.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Appraiser {
    /// Whichever sent the file, or one that is not named.
    #[default]
    Unnamed,
    /// The agency at this position among those of the plan.
    Agency(u16),
    /// One that is named, and that the plan does not know.
    Unknown,
}

/// Who speaks in a column: a voice, and of an agency which one.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Speaking {
    /// The voice.
    pub voice: Voice,
    /// The agency, where the voice is that of one.
    pub agency: Appraiser,
}
