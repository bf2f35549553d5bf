//! On which rows of its sheet the parts of an annex stand.

use crate::{appendix::Annex, model::CellRef};

/// The rows of a sheet, from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placement {
    /// The first line of the issuing body, where the annex is signed.
    pub(super) issuer: u32,
    /// "PHỤ LỤC I", where there is a number.
    pub(super) number: Option<u32>,
    /// The title.
    pub(super) title: u32,
    /// "(Kèm theo …)".
    pub(super) annexed_to: u32,
    /// The first line between title and table.
    pub(super) remarks: u32,
    /// "Đơn vị tính: …", or nothing.
    pub(super) unit: u32,
    /// The first row of headings.
    pub(super) headings: u32,
    /// The row (1) (2) (3).
    pub(super) column_numbers: u32,
    /// The first row of the table.
    pub(super) rows: u32,
    /// The first line below the table.
    pub(super) notes: u32,
    /// The first line of the place, date and signer, where the annex is signed.
    pub(super) signing: u32,
    /// The row below everything.
    pub(super) end: u32,
}

/// Lines left for the signature and the seal.
pub(super) const SIGNATURE_LINES: u32 = 4;

impl Placement {
    pub(super) fn of(annex: &Annex<'_>) -> Self {
        let first = annex.signing.as_ref().map_or(0, |signing| count(signing.issuer.len()));
        let number = annex.heading.number.as_ref().map(|_| first);
        let title = first + u32::from(number.is_some());
        let remarks = title + 2;
        let unit = remarks + count(annex.remarks.len());
        let headings = unit + 1;
        let column_numbers = headings + 1 + u32::from(annex.table.has_shared_headings());
        let rows = column_numbers + 1;
        let notes = rows + count(annex.table.rows.len()) + 1;
        let below = notes + count(annex.table.notes.len());
        let signing = below + u32::from(below > notes);
        let end = annex.signing.as_ref().map_or(below, |signer| {
            let lines = 1 + count(signer.title.len()) + SIGNATURE_LINES + 1;
            signing + lines
        });
        Self {
            issuer: 0,
            number,
            title,
            annexed_to: title + 1,
            remarks,
            unit,
            headings,
            column_numbers,
            rows,
            notes,
            signing,
            end,
        }
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX / 4)
}

/// Returns where the cell in `row` and `column` of an annex's table stands on its sheet.
pub fn cell_of(annex: &Annex<'_>, row: usize, column: usize) -> CellRef {
    CellRef::new(Placement::of(annex).rows + count(row), u16::try_from(column).unwrap_or(u16::MAX))
}
