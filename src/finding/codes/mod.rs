//! The registry of codes, in the order of their numbers: one file a code.

use crate::finding::Code;

macro_rules! codes {
    ($($constant:ident = $module:ident),+ $(,)?) => {
        $(mod $module;)+

        $(
            #[doc = concat!("The code `", stringify!($module), "`; its page is in its file.")]
            pub static $constant: Code = $module::CODE;
        )+

        /// Every code, in the order of their numbers.
        pub static ALL: &[&Code] = &[$(&$constant),+];
    };
}

codes! {
    UNREADABLE_FILE = unreadable_file,
    PASSWORD_PROTECTED = password_protected,
    OVER_LIMITS = over_limits,
    NO_TABLE = no_table,
    EMPTY_FOLDER = empty_folder,
    OTHER_VERSION = other_version,
    UNKNOWN_WARD = unknown_ward,
    CONFLICTING_VALUES = conflicting_values,
    SAME_FILE_TWICE = same_file_twice,
    LEGACY_TEXT = legacy_text,
    CRITERION_WITHOUT_COLUMN = criterion_without_column,
    UNKNOWN_COLUMN = unknown_column,
    DUPLICATE_CRITERION = duplicate_criterion,
    UNKNOWN_UNIT = unknown_unit,
    UNIT_OF_ANOTHER_WARD = unit_of_another_ward,
    DUPLICATE_UNIT = duplicate_unit,
    UNIT_MISSING = unit_missing,
    FORMER_NAME = former_name,
    BLANK_CRITERION = blank_criterion,
    HIDDEN_DATA = hidden_data,
    NOT_A_NUMBER = not_a_number,
    BOUND_NOT_FIGURE = bound_not_figure,
    FRACTION_AS_PERCENT = fraction_as_percent,
    PERCENT_OR_FRACTION = percent_or_fraction,
    DECIMAL_OR_THOUSANDS = decimal_or_thousands,
    FORMULA_WITHOUT_VALUE = formula_without_value,
    SPREADSHEET_ERROR = spreadsheet_error,
    OUT_OF_RANGE = out_of_range,
    PART_OVER_WHOLE = part_over_whole,
    UNKNOWN_MARK = unknown_mark,
    NOT_APPLICABLE_FORBIDDEN = not_applicable_forbidden,
    CLAIM_CONTRADICTS_FIGURE = claim_contradicts_figure,
    CLAIM_WITHOUT_FIGURE = claim_without_figure,
    PERCENT_NOT_PART_OF_WHOLE = percent_not_part_of_whole,
    PRINTED_TOTAL_DIFFERS = printed_total_differs,
    EVIDENCE_NOT_NAMED = evidence_not_named,
    FAR_FROM_PREVIOUS = far_from_previous,
    ROWS_COPIED_DOWN = rows_copied_down,
    WHOLES_DIFFER = wholes_differ,
    VOICES_DIFFER = voices_differ,
    AGENCY_NOT_ASSIGNED = agency_not_assigned,
    RECEIVED_LATE = received_late,
    NOTHING_FROM_WARD = nothing_from_ward,
    DEFINITION_SYNTAX = definition_syntax,
    UNKNOWN_KEY = unknown_key,
    MISSING_KEY = missing_key,
    WRONG_VALUE = wrong_value,
    DUPLICATE_DEFINITION = duplicate_definition,
    UNKNOWN_REFERENCE = unknown_reference,
    INCONSISTENT_DEFINITION = inconsistent_definition,
    TARGETS_MISMATCH = targets_mismatch,
    LEADING_ZERO_RESTORED = leading_zero_restored,
    DEFINITION_UNREADABLE = definition_unreadable,
}

/// Returns the code with `number` ("TDP113") or `name` ("duplicate-unit"), in any case.
pub fn find(number_or_name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| {
        [code.number, code.digits(), code.name].iter().any(|name| name.eq_ignore_ascii_case(number_or_name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    /// The warnings; every other code is an error.
    const WARNINGS: [&str; 19] = [
        "TDP005", "TDP013", "TDP020", "TDP102", "TDP115", "TDP116", "TDP121", "TDP203", "TDP302", "TDP304", "TDP305",
        "TDP306", "TDP307", "TDP308", "TDP401", "TDP403", "TDP404", "TDP508", "TDP509",
    ];

    /// English words that a Vietnamese text cannot hold; "in", "to", "an" and the like are Vietnamese, too.
    const ENGLISH: &[&str] = &[
        "the", "and", "of", "is", "are", "was", "with", "for", "this", "that", "from", "not", "file", "folder",
        "sheet", "cell", "row", "column", "table", "form", "template", "workbook", "format", "error", "warning",
        "code", "unit", "value", "text", "number", "check", "click", "copy", "save", "open", "link", "key", "list",
        "matrix", "card", "figure", "claim", "ward", "group", "part", "whole", "input", "output", "font", "update",
        "backup", "email",
    ];

    /// Returns every page and help text with its code's number.
    fn texts(choose: impl Fn(&Code) -> (&'static str, &'static str)) -> Vec<(&'static str, &'static str)> {
        let pairs = ALL.iter().map(|code| (code.number, choose(code)));
        pairs.flat_map(|(number, (vietnamese, english))| [(number, vietnamese), (number, english)]).collect()
    }

    /// Returns `text` without what is quoted or in parentheses: things to be typed, and labels of Excel's buttons;
    /// nor Excel's error values.
    fn spoken(text: &str) -> String {
        let unquoted: String = text.split('"').step_by(2).collect::<Vec<_>>().join(" ");
        let mut depth = 0_usize;
        let outside = |letter: &char| {
            depth = match letter {
                '(' => depth + 1,
                ')' => depth.saturating_sub(1),
                _ => depth,
            };
            depth == 0
        };
        unquoted.replace("#VALUE!", "").chars().filter(outside).collect()
    }

    fn begins_with_a_capital(text: &str) -> bool {
        text.starts_with(char::is_uppercase)
    }

    #[test]
    fn numbers_ascend() {
        for pair in ALL.windows(2) {
            assert!(pair[0].number < pair[1].number, "{} {}", pair[0].number, pair[1].number);
        }
        for code in ALL {
            let digits = code.number.strip_prefix("TDP").unwrap();
            assert!(digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{}", code.number);
        }
    }

    #[test]
    fn names_are_unique_words_with_hyphens() {
        let names: std::collections::BTreeSet<_> = ALL.iter().map(|code| code.name).collect();
        assert_eq!(names.len(), ALL.len());
        for name in names {
            let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(name.split('-').all(word), "{name}");
        }
    }

    #[test]
    fn the_warnings_are_those_that_were_agreed() {
        for code in ALL {
            let expected = if WARNINGS.contains(&code.number) { Severity::Warning } else { Severity::Error };
            assert_eq!(code.severity, expected, "{}", code.number);
        }
    }

    #[test]
    fn a_code_is_found_by_number_and_by_name() {
        assert_eq!(find("tdp113"), Some(&DUPLICATE_UNIT));
        assert_eq!(find("duplicate-unit"), Some(&DUPLICATE_UNIT));
        assert_eq!(find("TDP999"), None);
    }

    #[test]
    fn help_is_one_sentence_without_a_full_stop() {
        for (number, help) in texts(|code| code.help) {
            assert!(help.chars().count() > 20 && begins_with_a_capital(help), "{number}: {help}");
            assert!(!help.ends_with('.') && !help.contains(". ") && !help.contains('\n'), "{number}: {help}");
        }
    }

    #[test]
    fn a_page_is_a_title_and_at_least_four_paragraphs_and_ends_with_an_example() {
        for (number, page) in texts(|code| code.page) {
            let paragraphs: Vec<&str> = page.split("\n\n").collect();
            let title = paragraphs[0];
            assert!(!title.is_empty() && !title.contains('\n') && !title.ends_with('.'), "{number}: {title}");
            assert!(begins_with_a_capital(title), "{number}: {title}");
            assert!(paragraphs.len() >= 5, "{number}: {title}");
            assert!(paragraphs.iter().all(|paragraph| !paragraph.trim().is_empty()), "{number}: {title}");
            let example = paragraphs[paragraphs.len() - 1];
            assert!(example.starts_with("Ví dụ: ") || example.starts_with("Example: "), "{number}: {example}");
        }
    }

    #[test]
    fn a_line_of_a_page_fits_a_terminal() {
        for (number, page) in texts(|code| code.page) {
            for line in page.lines() {
                assert!(line.chars().count() <= 76 && line.trim_end() == line, "{number}: {line}");
            }
        }
    }

    #[test]
    fn the_vietnamese_is_vietnamese_but_for_labels_in_parentheses_and_quotes() {
        for code in ALL {
            for text in [code.help.0, code.page.0] {
                let spoken = spoken(text).to_lowercase();
                let mut words = spoken.split(|letter: char| !letter.is_alphanumeric());
                let english = words.find(|word| ENGLISH.contains(word));
                assert_eq!(english, None, "{}: {spoken}", code.number);
            }
        }
    }
}
