//! Texts cut where they go on and on, for quoting.

use std::borrow::Cow;

/// Returns a text up to its first `most` letters; one that has more ends in "…".
pub fn clipped(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.split_at(end).0)),
        None => Cow::Borrowed(text),
    }
}

/// Returns the first line of a text, without spaces around it, as [`clipped`] does.
pub fn clipped_line(text: &str, most: usize) -> Cow<'_, str> {
    clipped(text.trim().lines().next().unwrap_or_default(), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_behind_its_last_letter_that_fits() {
        assert_eq!(clipped("tổ dân phố", 10), "tổ dân phố");
        assert_eq!(clipped("tổ dân phố", 9), "tổ dân ph…");
        assert_eq!(clipped("", 0), "");
        assert_eq!(clipped_line(" một\nhai", 2), "mộ…");
        assert_eq!(clipped_line("\n", 2), "");
    }
}
