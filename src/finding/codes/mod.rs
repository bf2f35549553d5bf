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
    ALL.iter()
        .copied()
        .find(|code| code.number.eq_ignore_ascii_case(number_or_name) || code.name.eq_ignore_ascii_case(number_or_name))
}
