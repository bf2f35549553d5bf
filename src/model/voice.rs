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
