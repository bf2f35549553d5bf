//! Headings over scores: "điểm đạt được", "tự chấm (điểm)", "(tối đa 10 điểm)".

use super::{Heading, Holds, without_remarks};

/// Words that may stand beside "điểm" where it is a score, and not a place or a time.
const BESIDE: &[&str] = &[
    "điểm", "số", "tổng", "thang", "mức", "tối", "đa", "cao", "nhất", "chuẩn", "là", "đạt", "được", "chấm", "đánh",
    "giá",
];
/// Of these, what says how many points there are at most.
const MOST: &[&str] = &["tối", "nhất", "chuẩn", "thang"];

/// Returns what a canonical heading of words for scores says: the score, or the most points that there are.
pub(super) fn read(text: &str) -> Option<Holds> {
    let is_most = || words(text).any(|word| MOST.contains(&word)) && !text.contains(|c: char| c.is_ascii_digit());
    is_score(text).then(|| if is_most() { Holds::Requirement } else { Holds::Points })
}

/// Takes a heading for one over scores where a remark says so: "tự chấm (điểm)", or "(5 điểm)" alone.
pub(super) fn with_remarks(heading: Heading, bare: &str, remarks: &[&str]) -> Heading {
    let may_be_score = matches!(heading.holds, Some(Holds::Figure | Holds::Claim | Holds::Quantity))
        || (bare.is_empty() && heading == Heading::default());
    if may_be_score && remarks.iter().any(|remark| is_score(remark)) {
        Heading { holds: Some(Holds::Points), ..heading }
    } else {
        heading
    }
}

/// Returns whether a canonical label says in brackets that it is scored: "tỷ lệ hộ nghèo (tối đa 10 điểm)".
pub(in crate::layout) fn announces_score(label: &str) -> bool {
    label.contains("điểm") && without_remarks(label).1.into_iter().any(is_score)
}

/// Returns whether a canonical heading is over scores, or the most points that there are: "tổng điểm (tối đa 10)".
pub(in crate::layout) fn is_over_scores(heading: &str) -> bool {
    read(&without_remarks(heading).0).is_some()
}

/// Returns whether a canonical heading is over the most points, beside which the answers are scores: "điểm tối đa".
pub(in crate::layout) fn is_scored(heading: &str) -> bool {
    read(&without_remarks(heading).0) == Some(Holds::Requirement)
}

/// Returns whether a canonical heading may say what is counted rather than a score: "kết quả (điểm)", "số điểm".
pub(in crate::layout) fn measures_in_points(heading: &str) -> bool {
    let (bare, remarks) = without_remarks(heading);
    bare == "số điểm" || (remarks == ["điểm"] && !words(&bare).any(|word| word.contains("chấm")))
}

/// Returns whether a canonical text without brackets is about a score: "điểm", "tối đa 10 điểm", "thang điểm 10".
fn is_score(text: &str) -> bool {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    words(text).any(|word| word == "điểm") && words(text).all(|word| BESIDE.contains(&word) || is_number(word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ':', '/', '-', ',', '.', ';', '≤', '<', '=']).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_told_from_places_and_times() {
        for text in ["điểm", "số điểm", "điểm đạt được", "tổng điểm", "điểm đánh giá", "5 điểm", "tối đa 10 điểm"]
        {
            assert_eq!(read(text), Some(Holds::Points), "{text}");
        }
        for text in ["điểm tối đa", "điểm chuẩn", "thang điểm", "điểm cao nhất"] {
            assert_eq!(read(text), Some(Holds::Requirement), "{text}");
        }
        for text in ["", "thời điểm", "điểm dân cư", "số điểm sinh hoạt", "điểm đỗ xe", "đặc điểm"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert!(announces_score("tỷ lệ hộ nghèo (tối đa 10 điểm)"));
        assert!(announces_score("tỷ lệ hộ nghèo (điểm)"));
        assert!(!announces_score("tỷ lệ hộ nghèo (thời điểm 31/12)"));
    }
}
