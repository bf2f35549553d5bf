//! How much a file may ask of the finders of tables: what it holds is bounded, and so must be what is made of it.

use std::cell::Cell;

/// The most answers that the tables of a file may ask for: a city of twenty thousand units in one workbook.
pub const MOST_ANSWERS: u64 = 500_000;
/// The most places that may be looked at for headings; a workbook of ten thousand cards needs a fifth of it.
const MOST_LOOKS: u64 = 2_000_000;
/// A table counts as so many of them, whatever it holds: thirty thousand of them are no ward's.
const LOOKS_A_TABLE: usize = 60;

/// What may still be done for one file.
#[derive(Debug)]
pub struct Effort {
    answers: Cell<u64>,
    looks: Cell<u64>,
    spent: Cell<bool>,
}

impl Default for Effort {
    fn default() -> Self {
        Self { answers: Cell::new(MOST_ANSWERS), looks: Cell::new(MOST_LOOKS), spent: Cell::new(false) }
    }
}

impl Effort {
    /// Returns whether the file asked for more than is done; what was found is then not all.
    pub fn is_spent(&self) -> bool {
        self.spent.get()
    }

    /// Returns whether so many more answers may be noted.
    pub(super) fn allows_answers(&self, number: usize) -> bool {
        self.take(&self.answers, number)
    }

    /// Notes that so many places are looked at, and returns whether they may be.
    pub(super) fn looks_at(&self, number: usize) -> bool {
        self.take(&self.looks, number)
    }

    /// Notes that a table was found, and returns whether there may be so many.
    pub(super) fn allows_table(&self) -> bool {
        self.looks_at(LOOKS_A_TABLE)
    }

    /// Gives the file up: what it asks for is not to be bounded otherwise.
    pub(super) fn give_up(&self) {
        self.spent.set(true);
    }

    fn take(&self, left: &Cell<u64>, number: usize) -> bool {
        match left.get().checked_sub(number as u64) {
            Some(rest) if !self.is_spent() => left.set(rest),
            _ => self.spent.set(true),
        }
        !self.is_spent()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_hold_a_table_for_each_unit_of_a_city_and_not_without_end() {
        let effort = Effort::default();
        assert!((0..20_000).all(|_| effort.allows_table()) && !effort.is_spent());
        assert!((0..20_000).any(|_| !effort.allows_table()) && effort.is_spent());
    }
}
