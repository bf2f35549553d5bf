//! Headings over several criteria that set them apart from the results: plans, targets, other years.

use crate::{
    layout::{
        band::{Band, Segment},
        heading::Holds,
        label,
    },
    model::CellRef,
};

use super::naming::Named;

/// What plans and targets are called where they stand over criteria, canonical; "chỉ tiêu" alone is another word for
/// criteria.
const PLANS: &[&str] = &[
    "kế hoạch",
    "kh",
    "chỉ tiêu giao",
    "chỉ tiêu được giao",
    "chỉ tiêu kế hoạch",
    "chỉ tiêu đăng ký",
    "chỉ tiêu phấn đấu",
    "chỉ tiêu năm",
    "đăng ký",
    "mục tiêu",
    "phấn đấu",
    "dự kiến",
    "nhiệm vụ giao",
];

/// Words that may follow: whose plan, and of what time.
const OF_PLANS: &[&str] = &[
    "năm",
    "tháng",
    "quý",
    "kỳ",
    "đầu",
    "cuối",
    "nay",
    "sau",
    "tới",
    "đến",
    "hết",
    "giao",
    "được",
    "của",
    "cấp",
    "trên",
    "phường",
    "xã",
    "thành",
    "phố",
    "ubnd",
    "chỉ",
    "tiêu",
    "các",
    "đề",
    "ra",
    "thực",
    "hiện",
    "đăng",
    "ký",
    "tổ",
    "bản",
];

/// The heading that sets a column apart; it counts for the columns to the right that have headings below its row alone.
#[derive(Clone, Copy, Default)]
pub(super) struct Apart(pub(super) Option<CellRef>);

impl Apart {
    /// Returns what sets the column of a criterion apart, above the rows in which it is named.
    pub(super) fn over(band: &Band<'_, '_>, segments: &[Segment<'_>], named: Named) -> Self {
        let above = segments.iter().filter(|segment| segment.at.row < named.top);
        Self(above.filter(|segment| is_apart(band, segment)).map(|segment| segment.at).next_back())
    }

    /// Returns what sets the next column apart.
    pub(super) fn beside(self, band: &Band<'_, '_>, segments: &[Segment<'_>], named: Named) -> Self {
        let below = |at: CellRef| segments.iter().all(|segment| at.row < segment.at.row);
        match (Self::over(band, segments, named), self.0) {
            (Self(None), Some(at)) if below(at) => self,
            (over, _) => over,
        }
    }
}

fn is_apart(band: &Band<'_, '_>, segment: &Segment<'_>) -> bool {
    let names_nothing = segment.named == label::Named::Nothing && !band.lexicon.labels.names_standard(segment.text);
    names_nothing && (segment.heading.holds == Some(Holds::OtherYear) || is_plan(segment.text))
}

/// Returns whether a canonical heading over criteria is about a plan: "kế hoạch năm 2026", "chỉ tiêu giao".
fn is_plan(text: &str) -> bool {
    let text = text.split_once('(').map_or(text, |(bare, _)| bare.trim_end());
    let is_time = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.'));
    PLANS.iter().filter_map(|plan| text.strip_prefix(plan)).any(|rest| {
        (rest.is_empty() || rest.starts_with(' '))
            && rest.split(' ').all(|word| OF_PLANS.contains(&word) || is_time(word))
    })
}

#[cfg(test)]
mod tests {
    use crate::text::canonical;

    use super::*;

    #[test]
    fn plans_are_told_from_subjects() {
        for text in [
            "kế hoạch",
            "kế hoạch năm 2026",
            "kh 2025",
            "chỉ tiêu giao",
            "đăng ký năm 2025",
            "mục tiêu đến năm 2025",
            "kế hoạch (ubnd giao)",
        ] {
            assert!(is_plan(text), "{text}");
        }
        for text in [
            "chỉ tiêu",
            "các chỉ tiêu",
            "kế hoạch hóa gia đình",
            "đăng ký tạm trú",
            "kết quả",
            "thực hiện kế hoạch",
            "",
        ] {
            assert!(!is_plan(text), "{text}");
        }
        for word in PLANS.iter().chain(OF_PLANS) {
            assert_eq!(canonical(word), *word);
        }
    }
}
