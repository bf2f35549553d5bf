//! What the rows of a table are: totals, sections, numbers of columns.

use super::heading::GROUPS;

/// Words that open a row of totals, canonical, the longest first.
const TOTALS: &[&str] = &["tổng cộng", "tổng số", "tổng", "cộng", "toàn phường", "toàn xã"];
/// Words that may follow a word for totals and say of what, canonical.
const OF_WHAT: &[&str] = &["phường", "xã", "thị trấn", "thành phố", "toàn", "chung", "các", "mục", "phần"];

/// Returns whether a canonical label opens a row of totals: "tổng cộng", "cộng phường Đoàn Kết", "tổng (6 tổ)"; not
/// "Tổ 5 Cộng Hòa" or "Cộng Hòa (cũ)".
pub(super) fn is_totals(label: &str) -> bool {
    TOTALS.iter().filter_map(|word| label.strip_prefix(word)).any(|rest| {
        let bare = rest.trim_start_matches([' ', ':', '.', '-']);
        let separate = rest.len() > bare.len();
        bare.is_empty() || bare.starts_with('(') || (separate && (is_roman(bare) || begins_with_word(bare)))
    })
}

fn begins_with_word(rest: &str) -> bool {
    OF_WHAT
        .iter()
        .any(|word| rest.strip_prefix(word).is_some_and(|after| after.is_empty() || after.starts_with([' ', ':'])))
}

/// What the rows of a table may be summed up as beside their totals, canonical.
const SUMMARIES: &[&str] =
    &["bình quân", "bình quân chung", "trung bình", "tỷ lệ", "tỷ lệ %", "tỷ lệ chung", "tỷ lệ đạt"];

/// Returns whether a canonical label stands before what sums up rows and is no total of them all: "bình quân", "tỷ lệ
/// (%)", or the sum of the units of one kind, "cộng tổ dân phố", which may stand above or below them.
pub(super) fn is_summary(label: &str) -> bool {
    let bare = label.split_once('(').map_or(label, |(bare, _)| bare).trim_end_matches([' ', ':']);
    let of_kind = || bare.strip_prefix("cộng ").is_some_and(|kind| GROUPS.contains(&kind));
    SUMMARIES.contains(&bare) || of_kind()
}

/// Returns whether a canonical text is a Roman number, as the sections of a table bear.
pub(super) fn is_roman(text: &str) -> bool {
    let digits = text.trim_end_matches(['.', ')', '/']);
    !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l'))
}

/// Returns whether a canonical text bears a Roman number before its words: "i. phường đoàn kết".
pub(super) fn is_numbered_in_roman(text: &str) -> bool {
    text.split_once(' ')
        .is_some_and(|(number, words)| is_roman(number) && number.ends_with(['.', ')', '/']) && !words.is_empty())
}

/// Returns the number or letter by which a canonical text may number a column: "1", "(2)", "a", "11=10+9".
pub(super) fn numbers_column(text: &str) -> Option<&str> {
    let bare = text.trim_start_matches('(').trim_end_matches(')').trim();
    let bare = bare.split('=').next().unwrap_or(bare).trim();
    let letter = bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    let number = !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|b| b.is_ascii_digit());
    (letter || number).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_names() {
        for label in
            ["tổng", "cộng", "tổng số", "tổng cộng:", "cộng phường đoàn kết", "tổng cộng toàn phường", "tổng (6 tổ)"]
        {
            assert!(is_totals(label), "{label}");
        }
        for label in [
            "tổ 5 cộng hòa",
            "cộng hòa",
            "cộng hòa (cũ)",
            "tổng công ty",
            "tổ dân phố số 1",
            "bản cộng",
            "tổng hợp kết quả",
            "",
        ] {
            assert!(!is_totals(label), "{label}");
        }
    }

    #[test]
    fn what_sums_up_is_told_from_totals_and_names() {
        for label in ["bình quân", "tỷ lệ (%)", "cộng tổ dân phố", "cộng bản:", "trung bình"] {
            assert!(is_summary(label) && !is_totals(label), "{label}");
        }
        for label in ["tổ bình quân", "cộng hòa", "cộng phường", "bình", ""] {
            assert!(!is_summary(label), "{label}");
        }
    }

    #[test]
    fn numbers_of_columns_are_told_from_values() {
        for text in ["1", "(12)", "a", "b", "11=10+9"] {
            assert!(numbers_column(text).is_some(), "{text}");
        }
        for text in ["95,5", "đạt", "1000", ""] {
            assert!(numbers_column(text).is_none(), "{text}");
        }
    }
}
