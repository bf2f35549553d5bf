//! Changes to a part, each at its place; every byte between them stays as it is.

use std::ops::Range;

/// The changes to one part.
#[derive(Debug, Default)]
pub(super) struct Patch {
    edits: Vec<(Range<usize>, String)>,
}

impl Patch {
    /// Puts `text` before the byte at `at`; what is put at one place stands there in the order of putting.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Puts `text` in place of the bytes of `range`, which must not overlap those of another change.
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.edits.push((range, text.into()));
    }

    /// Returns the part as changed; `None` where that is what it was.
    pub(super) fn apply(mut self, part: &[u8]) -> Option<Vec<u8>> {
        // What is put before something that goes stands where that stood.
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut changed = Vec::with_capacity(part.len() + self.edits.iter().map(|(_, text)| text.len()).sum::<usize>());
        let mut at = 0;
        for (range, text) in &self.edits {
            changed.extend_from_slice(part.get(at..range.start).unwrap_or_default());
            changed.extend_from_slice(text.as_bytes());
            at = range.end;
        }
        changed.extend_from_slice(part.get(at..).unwrap_or_default());
        (changed != part).then_some(changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_between_the_changes_stays() {
        let mut patch = Patch::default();
        patch.replace(4..5, "E");
        patch.insert(1, "x");
        patch.insert(1, "y");
        patch.replace(1..3, "");
        patch.insert(1, "z");
        assert_eq!(patch.apply(b"abcde").unwrap(), b"axyzdE");
    }

    #[test]
    fn changes_that_change_nothing_are_none() {
        let mut patch = Patch::default();
        patch.replace(0..2, "");
        patch.insert(0, "ab");
        assert_eq!(patch.apply(b"abc"), None);
        assert_eq!(Patch::default().apply(b"abc"), None);
    }
}
