//! Words of titles and headings, canonical, that speak of where a criterion applies, or of exceptions.

/// Words of a title that speak of where it applies, or of exceptions, canonical.
const LIMITS: &[&str] = &[
    "áp dụng",
    "(trừ ",
    ", trừ ",
    "; trừ ",
    " trừ bản",
    " trừ thôn",
    " trừ xã",
    " trừ phường",
    " trừ các",
    " trừ trường hợp",
    ", riêng ",
    "(riêng ",
    "; riêng ",
    "nếu có",
    "(nếu ",
    ", nếu ",
    "(đối với",
    "đối với bản",
    "đối với tổ",
    "đối với thôn",
    "đối với xã",
    "đối với phường",
    "(chỉ ",
    "một trong",
    "(ở ",
];
/// The same at its beginning.
const LIMITS_FIRST: &[&str] = &["đối với ", "riêng ", "trừ ", "nếu "];
/// Words of a heading over requirements that speak of the same, or of the contrary.
const LIMITS_OF_HEADING: &[&str] = &[
    "không",
    "chưa",
    "riêng",
    "trừ",
    "vùng",
    "bản",
    "thôn",
    "dân phố",
    "phường",
    "xã",
    "đối với",
    "khu vực",
    "từ năm",
    "từ 20",
];

/// Returns whether a canonical title speaks of where it applies or of exceptions.
pub(super) fn is_limited(title: &str) -> bool {
    LIMITS.iter().any(|words| title.contains(words)) || LIMITS_FIRST.iter().any(|words| title.starts_with(words))
}

/// Returns whether a canonical heading over requirements does, or speaks of the contrary.
pub(super) fn is_limited_heading(heading: &str) -> bool {
    let words = format!(" {} ", heading.replace(|sign: char| !sign.is_alphanumeric(), " "));
    is_limited(heading) || LIMITS_OF_HEADING.iter().any(|limit| words.contains(&format!(" {limit}")))
}
