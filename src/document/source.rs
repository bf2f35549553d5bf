//! The text of a definition, and where a byte of it stands for people.

use std::ops::Range;

use crate::{finding::DefinitionPlace, text::clipped_line};

/// How many letters of a value a message shows.
const SHOWN: usize = 60;
/// The mark that some editors put before the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A file's name and text, with the starts of its lines.
#[derive(Debug)]
pub(super) struct Source<'t> {
    file: String,
    text: &'t str,
    lines: Vec<usize>,
}

impl<'t> Source<'t> {
    pub(super) fn new(file: &str, text: &'t str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { file: file.to_owned(), text, lines: std::iter::once(0).chain(after_breaks).collect() }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the text at `span`, as far as the span lies in the file.
    pub(super) fn slice(&self, span: &Range<usize>) -> &'t str {
        let (start, end) = self.clamped(span);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns file, line and column of `span`.
    pub(super) fn place(&self, span: &Range<usize>) -> DefinitionPlace {
        let (start, end) = self.clamped(span);
        let line = self.line(start);
        let before = self.text.get(self.lines[line]..start).unwrap_or_default();
        let column = before.chars().filter(|letter| *letter != BYTE_ORDER_MARK).count();
        let one_based = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
        DefinitionPlace { file: self.file.clone(), line: one_based(line), column: one_based(column), start, end }
    }

    /// Returns the letters around `offset` that are all `of_run`.
    pub(super) fn run_at(&self, offset: usize, of_run: impl Fn(char) -> bool) -> &'t str {
        let (offset, _) = self.clamped(&(offset..offset));
        let (before, after) = self.text.split_at(offset);
        let start = before.trim_end_matches(&of_run).len();
        let end = self.text.len() - after.trim_start_matches(&of_run).len();
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns the line that the byte at `offset` stands in, from 0.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// Returns the first line at or above `line` that opens a table, from 0.
    pub(super) fn header_of(&self, line: usize) -> Option<usize> {
        (0..=line).rev().find(|&line| self.line_text(line).trim_start().starts_with('['))
    }

    /// Returns the line that the byte at `offset` stands in, and where it begins.
    pub(super) fn line_at(&self, offset: usize) -> (usize, &'t str) {
        let line = self.line(offset);
        (self.lines[line], self.line_text(line))
    }

    fn line_text(&self, line: usize) -> &'t str {
        let end = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
        self.text.get(self.lines[line]..end).unwrap_or_default()
    }

    /// Returns start and end moved onto letters of the file.
    fn clamped(&self, span: &Range<usize>) -> (usize, usize) {
        let floor = |offset: usize| {
            let offset = offset.min(self.text.len());
            (0..=offset).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
        };
        let start = floor(span.start);
        (start, floor(span.end).max(start))
    }
}

/// Returns the first line of `text`, shortened, as a message shows it.
pub(super) fn quoted(text: &str) -> String {
    clipped_line(text, SHOWN).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, span: Range<usize>, expected: (u32, u32)) {
        let place = Source::new("a.toml", text).place(&span);
        assert_eq!((place.line, place.column), expected, "{text:?} {span:?}");
        assert!(place.start <= place.end && place.end <= text.len());
    }

    #[test]
    fn columns_are_counted_in_letters() {
        check("a = 1\nđ = \"ệ\"", 11..15, (2, 5));
        check("a = 1\r\nb", 7..8, (2, 1));
        check("\u{feff}a", 3..4, (1, 1));
    }

    #[test]
    fn a_span_outside_the_file_is_moved_into_it() {
        check("ab", 9..12, (1, 3));
        check("đ", 1..1, (1, 1));
        check("", 0..5, (1, 1));
    }

    #[test]
    fn a_long_value_is_shortened() {
        assert_eq!(quoted(&"đ".repeat(61)), format!("{}…", "đ".repeat(60)));
        assert_eq!(quoted("một\nhai"), "một");
    }
}
