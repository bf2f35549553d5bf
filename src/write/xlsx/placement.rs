//! On which rows of its sheet the parts of an annex stand.

use crate::{appendix::Annex, model::CellRef};

/// The rows of a sheet, from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placement {
    /// "PHỤ LỤC I", where there is a number.
    pub(super) number: Option<u32>,
    /// The title.
    pub(super) title: u32,
    /// "(Kèm theo …)".
    pub(super) annexed_to: u32,
    /// The first line between title and table.
    pub(super) remarks: u32,
    /// The first row of headings.
    pub(super) headings: u32,
    /// The row (1) (2) (3).
    pub(super) column_numbers: u32,
    /// The first row of the table.
    pub(super) rows: u32,
    /// The first line below the table.
    pub(super) notes: u32,
}

impl Placement {
    pub(super) fn of(annex: &Annex<'_>) -> Self {
        let number = annex.heading.number.as_ref().map(|_| 0);
        let title = u32::from(number.is_some());
        let remarks = title + 2;
        let headings = remarks + count(annex.remarks.len()) + 1;
        let column_numbers = headings + 1 + u32::from(annex.table.has_shared_headings());
        let rows = column_numbers + 1;
        let notes = rows + count(annex.table.rows.len()) + 1;
        Self { number, title, annexed_to: title + 1, remarks, headings, column_numbers, rows, notes }
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX / 4)
}

/// Returns where the cell in `row` and `column` of an annex's table stands on its sheet.
pub fn cell_of(annex: &Annex<'_>, row: usize, column: usize) -> CellRef {
    CellRef::new(Placement::of(annex).rows + count(row), u16::try_from(column).unwrap_or(u16::MAX))
}
