//! The merged ranges of a sheet, found by the cells that they cover: a file may hold a hundred thousand of them.

use std::ops::Range;

use crate::model::CellRef;

use super::Effort;

/// So many merged ranges over one row are looked at freely, as far more than a row of a table has.
const FREE: usize = 32;

/// The merged ranges of a sheet in the order of their first cells; to look at many for one cell is an effort.
pub(crate) struct Merged {
    ranges: Vec<(CellRef, CellRef)>,
    /// A binary tree over the ranges, the root at 1, the children of `n` at `2n` and `2n + 1`, and the ranges
    /// themselves in its last half: the last row that any range below a node reaches, and one more.
    reach: Vec<u32>,
}

/// Rows, from 0.
type Rows = Range<u32>;

impl Merged {
    /// Sorts the merged ranges of a sheet.
    pub(crate) fn new(merges: &[(CellRef, CellRef)]) -> Self {
        let mut ranges = merges.to_vec();
        ranges.sort_unstable_by_key(|(first, _)| *first);
        let half = ranges.len().next_power_of_two();
        let mut reach = vec![0; half];
        reach.extend(ranges.iter().map(|(_, last)| last.row.saturating_add(1)));
        reach.resize(2 * half, 0);
        for node in (1..half).rev() {
            reach[node] = reach[2 * node].max(reach[2 * node + 1]);
        }
        Self { ranges, reach }
    }

    /// Returns the range that covers `at`, the last that begins before it where they lie over each other.
    pub(crate) fn over(&self, at: CellRef, effort: &Effort) -> Option<(CellRef, CellRef)> {
        let covers = |(first, last): &(CellRef, CellRef)| {
            at.row <= last.row && (first.column..=last.column).contains(&at.column)
        };
        let begun = self.ranges.partition_point(|(first, _)| *first <= at);
        // The one that begins last is nearly always the one; the others reach the row from above.
        let last = begun.checked_sub(1).and_then(|last| self.ranges.get(last)).copied().filter(covers);
        let rows = at.row..at.row.saturating_add(1);
        last.or_else(|| self.touching(rows, effort).take_while(|(first, _)| *first <= at).find(covers))
    }

    /// Returns the ranges that cover cells in `rows`, in their order.
    pub(super) fn touching<'s>(
        &'s self,
        rows: Rows,
        effort: &'s Effort,
    ) -> impl Iterator<Item = (CellRef, CellRef)> + 's {
        let begun = self.ranges.partition_point(|(first, _)| first.row < rows.end);
        let (mut next, mut looked) = (0, 0);
        std::iter::from_fn(move || {
            let index = self.next_reaching(rows.start, next).filter(|index| *index < begun)?;
            (next, looked) = (index + 1, looked + 1);
            self.ranges.get(index).copied().filter(|_| looked <= FREE || effort.looks_at(1))
        })
    }

    /// Returns the first range from the one at `from` on that reaches `row`.
    fn next_reaching(&self, row: u32, from: usize) -> Option<usize> {
        let half = self.reach.len() / 2;
        let mut node = half + from;
        if from >= half {
            return None;
        }
        // Up to the right, past what does not reach so far, then down to the first that does.
        while self.reach[node] <= row {
            while node % 2 == 1 {
                node /= 2;
            }
            if node == 0 {
                return None;
            }
            node += 1;
        }
        while node < half {
            node *= 2;
            node += usize::from(self.reach[node] <= row);
        }
        Some(node - half)
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn cell() -> impl Strategy<Value = CellRef> {
        (0..20_u32, 0..8_u16).prop_map(|(row, column)| CellRef::new(row, column))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_range_over_a_cell_is_found_where_there_is_one(corners in vec((cell(), cell()), 0..30), at in cell()) {
            let ranges: Vec<_> = corners
                .iter()
                .map(|(a, b)| {
                    let first = CellRef::new(a.row.min(b.row), a.column.min(b.column));
                    (first, CellRef::new(a.row.max(b.row), a.column.max(b.column)))
                })
                .collect();
            let covers = |range: &&(CellRef, CellRef)| {
                (range.0.row..=range.1.row).contains(&at.row) && (range.0.column..=range.1.column).contains(&at.column)
            };
            let found = Merged::new(&ranges).over(at, &Effort::default());
            prop_assert_eq!(found.is_some(), ranges.iter().any(|range| covers(&range)));
            prop_assert!(found.is_none_or(|range| covers(&&range) && ranges.contains(&range)));
        }
    }

    #[test]
    fn many_ranges_over_a_row_are_no_effort_for_the_cells_that_they_cover() {
        let ranges: Vec<_> = (0..500_u32)
            .flat_map(|row| (0..90_u16).map(move |pair| (CellRef::new(row, 2 * pair), CellRef::new(row, 2 * pair + 1))))
            .collect();
        let (merged, effort) = (Merged::new(&ranges), Effort::default());
        for row in 0..500 {
            for column in 0..180_u16 {
                let first = CellRef::new(row, column / 2 * 2);
                assert_eq!(merged.over(CellRef::new(row, column), &effort).map(|range| range.0), Some(first));
            }
        }
        assert!(effort.looks_at(1_999_999));
    }

    #[test]
    fn only_the_ranges_over_a_row_are_an_effort() {
        let (first, last) = (CellRef::new(0, 0), CellRef::new(1_000_000, 0));
        let mut ranges = vec![(first, last)];
        ranges.extend((0..99_999).map(|row| (CellRef::new(row, 1), CellRef::new(row, 2))));
        let (merged, effort) = (Merged::new(&ranges), Effort::default());
        for row in 0..100_000 {
            assert_eq!(merged.over(CellRef::new(row, 2), &effort).is_some(), row < 99_999);
        }
        assert!(!effort.is_spent());
    }
}
