//! Where a printed table is broken: never below the heading of a section, never so that its notes stand alone.

/// A row as it is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Printed {
    /// Its height in points.
    pub(super) height: f64,
    /// It may not be the last of a page.
    pub(super) keeps_next: bool,
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
