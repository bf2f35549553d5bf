//! Requirements that compare with a figure of others: the mean of the ward, the year before.

use crate::{
    criteria::{Against, Comparison, comparison_in_words},
    model::{Message, phrase},
};

use super::{
    phrase::{Phrase, Read},
    words,
};

/// Names of the figure of the unit above, canonical.
const MEANS: &[&str] = &[
    "mức bình quân chung",
    "mức trung bình chung",
    "bình quân chung",
    "trung bình chung",
    "mức chung",
    "mức bình quân",
    "bình quân",
];
/// Whose figure it is, when it is that of the unit above the group.
const WARDS: &[&str] = &[
    "của phường",
    "của xã",
    "của phường/xã",
    "của xã/phường",
    "của phường, xã",
    "của xã, phường",
    "của cả phường",
    "của toàn phường",
    "toàn phường",
    "của cấp trên",
];
/// Names of the period before.
const BEFORE: &[&str] = &["năm trước liền kề", "năm liền kề trước", "năm liền trước", "năm trước", "kỳ trước"];
/// Words of a change and the comparison that they are.
const CHANGES: &[(&str, Comparison)] = &[
    ("giảm so với", Comparison::Below),
    ("tăng so với", Comparison::Above),
    ("không tăng so với", Comparison::AtMost),
    ("không giảm so với", Comparison::AtLeast),
    ("bằng hoặc giảm so với", Comparison::AtMost),
    ("bằng hoặc tăng so với", Comparison::AtLeast),
];

/// Reads a canonical requirement that compares with the unit above or with the period before.
pub(super) fn relative(text: &str) -> Option<Read> {
    if text.chars().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    with_parent(text).or_else(|| with_previous(text))
}

fn with_parent(text: &str) -> Option<Read> {
    let (before, whose) = MEANS.iter().find_map(|mean| text.split_once(mean))?;
    let comparison = comparison(before)?;
    let whose = whose.trim();
    let mut doubts = equal(comparison);
    doubts.extend((!WARDS.contains(&whose)).then(|| of_others(whose)));
    Some(Read { phrase: Phrase::Relative(comparison, Against::Parent), doubts })
}

fn with_previous(text: &str) -> Option<Read> {
    let before = BEFORE.iter().find_map(|period| text.strip_suffix(period))?;
    let change = CHANGES.iter().find(|(words, _)| *words == before.trim()).map(|(_, comparison)| *comparison);
    let comparison = change.or_else(|| comparison(before))?;
    Some(Read { phrase: Phrase::Relative(comparison, Against::Previous), doubts: equal(comparison) })
}

/// Reads the words before what is compared with: "cao hơn", "đạt trên", "≥".
fn comparison(before: &str) -> Option<Comparison> {
    let before = before.trim();
    let before = before.strip_prefix("đạt ").unwrap_or(before);
    let bare = before.strip_suffix(" so với").unwrap_or(before);
    comparison_in_words(bare, "").filter(|_| !words::is_filler(before))
}

/// As high as others, or at least as high.
fn equal(comparison: Comparison) -> Vec<Message> {
    let doubt = phrase!("\"bằng\" có thể là bằng hoặc hơn", "\"bằng\" may mean as much or more");
    if comparison == Comparison::Equal { vec![doubt] } else { Vec::new() }
}

fn of_others(whose: &str) -> Message {
    if whose.is_empty() {
        return phrase!(
            "không nói bình quân của đơn vị nào, hiểu là của cấp trên trực tiếp",
            "it does not say whose mean is meant, and that of the unit above is assumed"
        );
    }
    phrase!(
        "bình quân \"{whose}\" hiểu là của cấp trên trực tiếp",
        "the mean \"{whose}\" is taken for that of the unit above"
    )
}
