//! Changes to a part, each at its place; every byte between them stays as it is.

use std::ops::Range;

use crate::workbook::fault::Fault;

use super::element::MOST_HELD;

/// The changes to one part.
#[derive(Debug, Default)]
pub(super) struct Patch {
    edits: Vec<(Range<usize>, String)>,
    /// There are more than are held.
    overfull: bool,
}

impl Patch {
    /// Puts `text` before the byte at `at`; what is put at one place stands there in the order of putting.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Puts `text` in place of the bytes of `range`.
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        if self.edits.len() < MOST_HELD {
            self.edits.push((range, text.into()));
        } else {
            self.overfull = true;
        }
    }

    /// Returns the part as changed; `None` where that is what it was.
    ///
    /// # Errors
    /// When changes overlap, lie outside of the part or are more than are held: no program writes such a part.
    pub(super) fn apply(mut self, part: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
        if self.overfull {
            return Err(Fault::Malformed);
        }
        // What is put before something that goes stands where that stood.
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut changed = Vec::with_capacity(part.len() + self.edits.iter().map(|(_, text)| text.len()).sum::<usize>());
        let mut at = 0;
        for (range, text) in &self.edits {
            changed.extend_from_slice(part.get(at..range.start).ok_or(Fault::Malformed)?);
            changed.extend_from_slice(text.as_bytes());
            at = range.end;
        }
        changed.extend_from_slice(part.get(at..).ok_or(Fault::Malformed)?);
        Ok((changed != part).then_some(changed))
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
        assert_eq!(patch.apply(b"abcde").unwrap().unwrap(), b"axyzdE");
    }

    #[test]
    fn changes_that_change_nothing_are_none() {
        let mut patch = Patch::default();
        patch.replace(0..2, "");
        patch.insert(0, "ab");
        assert_eq!(patch.apply(b"abc"), Ok(None));
        assert_eq!(Patch::default().apply(b"abc"), Ok(None));
    }

    #[test]
    fn changes_that_overlap_are_refused() {
        for (one, other) in [(0..3, 1..2), (0..2, 1..3), (1..3, 2..2), (1..2, 1..2), (0..1, 3..4)] {
            let mut patch = Patch::default();
            patch.replace(one.clone(), "x");
            patch.replace(other.clone(), "y");
            assert_eq!(patch.apply(b"abc"), Err(Fault::Malformed), "{one:?} {other:?}");
        }
    }

    #[test]
    fn more_changes_than_any_program_makes_necessary_are_refused() {
        let mut patch = Patch::default();
        (0..=MOST_HELD).for_each(|_| patch.insert(0, "x"));
        assert_eq!(patch.apply(b"abc"), Err(Fault::Malformed));
    }
}
