//! What was made of a text, kept for the next time it is met: the sheets of a plan bear the same words.

use std::{
    hash::{Hash as _, Hasher as _},
    sync::OnceLock,
};

use rustc_hash::FxHasher;

/// A power of two, a multiple of the words on a form and the names in a few wards.
const PLACES: usize = 4096;
/// Longer texts are seldom met twice, and hostile ones must not fill the memory.
const LONGEST: usize = 200;

/// Results by their texts, for all threads; each text has one place, and the first to come keeps it.
#[derive(Debug)]
pub(super) struct Memo<T> {
    places: Box<[Place<T>]>,
}

/// What was made of the first text that came to a place.
type Place<T> = OnceLock<(Box<str>, T)>;

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { places: std::iter::repeat_with(OnceLock::new).take(PLACES).collect() }
    }
}

impl<T: Clone> Memo<T> {
    /// Returns what `make` makes of a text; it must be the same each time.
    pub(super) fn of(&self, text: &str, make: impl FnOnce(&str) -> T) -> T {
        let Some(place) = self.place(text) else { return make(text) };
        match place.get() {
            Some((known, result)) if **known == *text => result.clone(),
            Some(_) => make(text),
            None => {
                let result = make(text);
                // Where another text came first, this one is made anew each time.
                let _ = place.set((text.into(), result.clone()));
                result
            }
        }
    }

    fn place(&self, text: &str) -> Option<&Place<T>> {
        let mut hasher = FxHasher::default();
        text.hash(&mut hasher);
        let index = usize::try_from(hasher.finish() % PLACES as u64).ok()?;
        self.places.get(index).filter(|_| text.len() <= LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_text_is_read_once_and_never_for_another() {
        let (memo, made) = (Memo::default(), Cell::new(0));
        let length = |text: &str| {
            made.set(made.get() + 1);
            text.len()
        };
        // More texts than places: most share one.
        for round in 1..=2 {
            for number in 0..3 * PLACES {
                let text = number.to_string();
                assert_eq!(memo.of(&text, length), text.len());
            }
            assert!(made.get() > 0 && made.get() < round * 3 * PLACES + usize::from(round == 1));
        }
        made.set(0);
        assert_eq!((memo.of("0", length), made.get()), (1, 0));
        let long = "a".repeat(LONGEST + 1);
        assert_eq!((memo.of(&long, length), memo.of(&long, length), made.get()), (LONGEST + 1, LONGEST + 1, 2));
    }
}
