//! How a clerk writes: one choice for each thing that people do differently, the plainest first.

use proptest::prelude::*;

/// The choices of a clerk; each counts as many ways as there are, round and round.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habit {
    /// Number, text, percentage, fraction.
    pub(crate) form: u8,
    pub(crate) format: u8,
    pub(crate) decimal: u8,
    pub(crate) group: u8,
    pub(crate) sign: u8,
    pub(crate) leading_zeros: u8,
    pub(crate) trailing_zeros: u8,
    pub(crate) digits: u8,
    pub(crate) word: u8,
    pub(crate) around: u8,
    pub(crate) letters: u8,
}

impl Habit {
    /// Any habits, most of them plain but for the form.
    pub(crate) fn any() -> impl Strategy<Value = Self> {
        let choice = || prop_oneof![4 => Just(0_u8), 1 => any::<u8>()];
        let numbers = (choice(), choice(), choice(), choice(), choice(), choice());
        (any::<u8>(), any::<u8>(), any::<u8>(), numbers, choice(), choice()).prop_map(
            |(form, format, decimal, (group, sign, leading_zeros, trailing_zeros, digits, word), around, letters)| {
                Self {
                    form,
                    format,
                    decimal,
                    group,
                    sign,
                    leading_zeros,
                    trailing_zeros,
                    digits,
                    word,
                    around,
                    letters,
                }
            },
        )
    }

    /// Whether digits are written plainly, with a decimal comma or point and nothing else.
    pub(crate) fn has_plain_digits(self) -> bool {
        [self.group, self.sign, self.leading_zeros, self.trailing_zeros, self.digits].iter().all(|choice| *choice == 0)
    }

    /// Returns one of `ways`.
    pub(crate) fn pick<T: Copy>(choice: u8, ways: &[T]) -> T {
        ways[usize::from(choice) % ways.len()]
    }
}
