//! Where a printed table is broken: never below the heading of a section, never so that its notes stand alone.

use crate::appendix::RowKind;

/// A row as it is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Printed {
    /// Its height in points.
    pub(super) height: f64,
    /// It may not be the last of a page.
    pub(super) keeps_next: bool,
}

/// Returns whether a page may not end below the row at a position among those of these kinds: a heading without what it
/// heads, and what is added up without its sum, say little.
pub(super) fn keeps_next(kinds: &[RowKind], at: usize) -> bool {
    // A line with what the rows below it add up to is their heading.
    let heads = |at: usize| match kinds.get(at) {
        Some(RowKind::Section) => true,
        Some(RowKind::Subtotal) => kinds.get(at + 1) == Some(&RowKind::Body),
        _ => false,
    };
    let adds_up = |at: usize| match kinds.get(at) {
        Some(RowKind::Subtotal) => !heads(at),
        Some(RowKind::Total | RowKind::Goal) => true,
        _ => false,
    };
    heads(at) || adds_up(at + 1)
}

/// Keeps the rows under a line that heads them, which alone says what they are about, on one page, where all of them
/// together take no more than `most` of its height.
pub(super) fn keep_together(rows: &mut [Printed], kinds: &[RowKind], most: f64) {
    for head in (0..kinds.len()).filter(|at| kinds[*at] == RowKind::Subtotal) {
        let below = kinds[head + 1..].iter().take_while(|kind| **kind == RowKind::Body).count();
        let height: f64 = rows[head..=head + below].iter().map(|row| row.height).sum();
        if height <= most {
            rows[head..head + below].iter_mut().for_each(|row| row.keeps_next = true);
        }
    }
}

/// Returns the positions of the rows before which a page ends. `room` is the height of a page, of which `first` is taken
/// by what stands above the rows on the first page, and `repeated` by the headings on the others.
pub(super) fn breaks(rows: &[Printed], room: f64, first: f64, repeated: f64) -> Vec<usize> {
    let mut breaks = Vec::new();
    let (mut start, mut filled) = (0, first);
    for (at, row) in rows.iter().enumerate() {
        if filled + row.height > room && at > start {
            let keeping = rows[start..at].iter().rev().take_while(|before| before.keeps_next).count();
            // A page of nothing but rows that want to stay together is broken where it is full.
            let begin = if start + keeping < at { at - keeping } else { at };
            breaks.push(begin);
            start = begin;
            filled = repeated + rows[begin..at].iter().map(|row| row.height).sum::<f64>();
        }
        filled += row.height;
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &str, expected: &[usize]) {
        let rows: Vec<Printed> = rows.chars().map(|row| Printed { height: 10.0, keeps_next: row == 'S' }).collect();
        assert_eq!(breaks(&rows, 50.0, 20.0, 10.0), expected, "{rows:?}");
    }

    #[test]
    fn headings_stay_with_what_they_head_and_sums_with_what_they_add() {
        let kinds = "SbbSbb=|SLbbLb|SbbTG".chars().map(|kind| match kind {
            'S' => RowKind::Section,
            'L' | '=' => RowKind::Subtotal,
            'T' => RowKind::Total,
            'G' => RowKind::Goal,
            _ => RowKind::Body,
        });
        let told = |kinds: &[RowKind]| -> String {
            (0..kinds.len()).map(|at| if keeps_next(kinds, at) { 'k' } else { '.' }).collect()
        };
        let kinds: Vec<RowKind> = kinds.collect();
        assert_eq!(told(&kinds[..7]), "k..k.k.");
        assert_eq!(told(&kinds[8..14]), "kk..k.");
        assert_eq!(told(&kinds[15..20]), "k.kk.");
    }

    #[test]
    fn rows_stay_with_the_line_that_heads_them_where_they_are_few() {
        let kinds = "SLbbLbbbT=".chars().map(|kind| match kind {
            'S' => RowKind::Section,
            'L' | '=' => RowKind::Subtotal,
            'T' => RowKind::Total,
            _ => RowKind::Body,
        });
        let kinds: Vec<RowKind> = kinds.collect();
        let mut rows = vec![Printed { height: 10.0, keeps_next: false }; kinds.len()];
        keep_together(&mut rows, &kinds, 30.0);
        let told: String = rows.iter().map(|row| if row.keeps_next { 'k' } else { '.' }).collect();
        assert_eq!(told, ".kk.......");
    }

    #[test]
    fn a_page_is_filled_and_the_headings_stand_on_each() {
        check("...", &[]);
        check("....", &[3]);
        check("........", &[3, 7]);
    }

    #[test]
    fn a_section_begins_on_the_page_of_its_first_row() {
        check("..S.", &[2]);
        check(".SS.", &[1]);
        check("SSSSS", &[3]);
    }
}
