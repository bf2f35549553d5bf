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
    /// "Chưa hoàn thành": under way or not started, which of them is not said.
    NotDone,
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
    (Mark::NotDone, &["chưa hoàn thành", "không hoàn thành"]),
];

/// Reads a canonical text as a mark.
pub fn read_mark(canonical: &str) -> Option<Mark> {
    if is_blank(canonical) {
        return Some(Mark::Blank);
    }
    MARKS.iter().find(|(_, words)| words.contains(&canonical)).map(|(mark, _)| *mark)
}

/// The error values of spreadsheet programs.
const ERRORS: &[&str] =
    &["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA"];

/// Returns whether a text is what a spreadsheet program shows instead of a value, kept as text.
pub fn is_error_value(text: &str) -> bool {
    let text = text.trim();
    let libre_office = || text.strip_prefix("Err:").is_some_and(|rest| rest.parse::<u16>().is_ok());
    ERRORS.iter().any(|error| error.eq_ignore_ascii_case(text)) || libre_office()
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
            ("chưa hoàn thành", Mark::NotDone),
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
    fn errors_that_became_text_are_told_from_other_text() {
        for text in ["#DIV/0!", " #n/a ", "#REF!", "Err:502"] {
            assert!(is_error_value(text), "{text}");
        }
        for text in ["", "#", "#1", "N/A", "Err:", "Err: 5 hộ", "REF"] {
            assert!(!is_error_value(text), "{text}");
        }
    }

    #[test]
    fn a_word_like_a_known_one_is_not_taken_for_it() {
        for text in ["đạt chuẩn", "xx", "0", "tốt", "đạtt", "-1", ".5", "- x"] {
            assert_eq!(read_mark(text), None, "{text}");
        }
    }
}
