//! Words and signs by which people say achieved, not achieved, not applicable, blank.

/// What a word or sign in a cell says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mark {
    /// Đạt, x, ✓.
    Achieved,
    /// "Có": achieved, but for a count that must be zero, of which it says that there is some.
    Yes,
    /// Chưa đạt, KĐ.
    NotAchieved,
    /// Không áp dụng.
    NotApplicable,
    /// "Không": not achieved for a yes-or-no question, none for a count that must be zero.
    No,
    /// "Không có": none, for a count that must be zero.
    Nothing,
    /// "-", "…": nothing has been written.
    Blank,
    /// "Đã hoàn thành".
    Done,
    /// "Đang thực hiện".
    UnderWay,
    /// "Chưa thực hiện".
    NotStarted,
}

/// Every word and sign that is known, canonical; a word that is not here is never taken for one that is.
const MARKS: &[(Mark, &[&str])] = &[
    (Mark::Achieved, &["đạt", "đ", "x", "v", "✓", "✔", "√", "true"]),
    (Mark::Yes, &["có"]),
    (Mark::NotAchieved, &["không đạt", "chưa đạt", "kđ", "cđ", "ko đạt", "k đạt", "k.đạt", "false"]),
    (
        Mark::NotApplicable,
        &["không áp dụng", "k.áp dụng", "k áp dụng", "ko áp dụng", "k. áp dụng", "kad", "không thuộc phạm vi"],
    ),
    (Mark::No, &["không"]),
    (Mark::Nothing, &["không có"]),
    (Mark::Done, &["đã hoàn thành", "hoàn thành", "đã thực hiện", "xong", "done"]),
    (Mark::UnderWay, &["đang thực hiện", "đang triển khai", "under-way"]),
    (Mark::NotStarted, &["chưa thực hiện", "chưa triển khai", "not-started"]),
];

/// Reads a canonical text as a mark.
pub fn read_mark(canonical: &str) -> Option<Mark> {
    if is_blank(canonical) {
        return Some(Mark::Blank);
    }
    MARKS.iter().find(|(_, words)| words.contains(&canonical)).map(|(mark, _)| *mark)
}

/// Returns whether a text only holds the place of a value: nothing, a dash, dots.
pub fn is_blank(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace()).peekable();
    let Some(&first) = signs.peek() else { return true };
    match first {
        '-' | '–' | '—' | '_' => signs.all(|c| c == first),
        '.' | '…' => signs.all(|c| c == '.' || c == '…'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_known_word_is_read_as_it_is_meant() {
        for (text, mark) in [
            ("đạt", Mark::Achieved),
            ("✓", Mark::Achieved),
            ("có", Mark::Yes),
            ("kđ", Mark::NotAchieved),
            ("kad", Mark::NotApplicable),
            ("không", Mark::No),
            ("", Mark::Blank),
            ("-", Mark::Blank),
            ("......", Mark::Blank),
            ("…", Mark::Blank),
        ] {
            assert_eq!(read_mark(text), Some(mark), "{text}");
        }
    }

    #[test]
    fn a_word_like_a_known_one_is_not_taken_for_it() {
        for text in ["đạt chuẩn", "xx", "0", "tốt", "đạtt", "-1", ".5", "- x"] {
            assert_eq!(read_mark(text), None, "{text}");
        }
    }
}
