//! The columns of registers and targets, and the words by which their headings are known.

use crate::text::canonical;

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::plan) enum Column {
    Code,
    Name,
    Kind,
    Parent,
    Area,
    Aliases,
    ValidFrom,
    ValidTo,
    Succeeds,
    Target,
    RecognisedYear,
    Decision,
    /// Known, and of no meaning to anything: running numbers, notes.
    Ignored,
}

/// The words of each heading in canonical form; the first is what findings and templates call it.
pub(super) static WORDS: &[(Column, &[&str])] = &[
    (Column::Code, &["code", "mã", "mã số", "mã đơn vị", "mã đv", "mã đvhc"]),
    (Column::Name, &["name", "tên", "tên đơn vị", "tên gọi", "đơn vị"]),
    (Column::Kind, &["kind", "loại", "cấp", "loại đơn vị", "cấp đơn vị", "loại hình", "loại/cấp"]),
    (
        Column::Parent,
        &[
            "parent",
            "thuộc",
            "trực thuộc",
            "thuộc đơn vị",
            "đơn vị cấp trên",
            "cấp trên",
            "mã đơn vị cấp trên",
            "mã cấp trên",
            "thuộc/đơn vị cấp trên",
        ],
    ),
    (Column::Area, &["area", "khu vực", "vùng", "địa bàn"]),
    (Column::Aliases, &["aliases", "alias", "tên khác", "tên gọi khác", "các tên khác"]),
    (Column::ValidFrom, &["valid_from", "valid from", "hiệu lực từ", "có hiệu lực từ", "từ ngày"]),
    (Column::ValidTo, &["valid_to", "valid to", "hiệu lực đến", "hết hiệu lực", "đến ngày"]),
    (Column::Succeeds, &["succeeds", "kế thừa", "kế thừa từ", "tiền thân", "thay cho"]),
    (Column::Target, &["target", "chỉ tiêu", "mục tiêu"]),
    (
        Column::RecognisedYear,
        &["recognised_year", "recognised year", "recognized_year", "năm công nhận", "năm được công nhận"],
    ),
    (Column::Decision, &["decision", "quyết định", "số quyết định", "quyết định công nhận"]),
    (Column::Ignored, &["stt", "tt", "số tt", "số thứ tự", "ghi chú", "note", "notes"]),
];

impl Column {
    /// Returns the column that `heading` names.
    pub(super) fn of(heading: &str) -> Option<Self> {
        let heading = canonical(heading);
        let heading = heading.trim_end_matches([':', '*', ' ']);
        WORDS.iter().find(|(_, words)| words.contains(&heading)).map(|(column, _)| *column)
    }

    /// Returns the word that findings call the column by.
    pub(in crate::plan) fn word(self) -> &'static str {
        WORDS.iter().find(|(column, _)| *column == self).map_or("", |(_, words)| words[0])
    }

    /// Returns every word that the column is known by.
    pub(super) fn words(self) -> &'static [&'static str] {
        WORDS.iter().find(|(column, _)| *column == self).map_or(&[], |(_, words)| *words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_names_one_column_only_and_is_canonical() {
        for (column, words) in WORDS {
            for word in *words {
                assert_eq!(canonical(word), *word);
                assert_eq!(Column::of(word), Some(*column), "{word}");
            }
        }
    }

    #[test]
    fn headings_are_known_in_any_case_and_form() {
        assert_eq!(Column::of("  MÃ ĐƠN VỊ "), Some(Column::Code));
        assert_eq!(Column::of("Hiệu lực từ:"), Some(Column::ValidFrom));
        assert_eq!(Column::of("Dân số"), None);
    }
}
