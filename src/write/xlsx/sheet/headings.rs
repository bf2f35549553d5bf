//! The headings of the columns, over one row or two, and the row that numbers the columns.

use rust_xlsxwriter::{ColNum, XlsxError};

use crate::appendix::Column;

use super::{
    super::{
        columns::share_a_heading,
        measure::{BOLD, TEXT_SIZE, lines},
        placement::Placement,
    },
    SheetWriter, column_number, height,
};

impl SheetWriter {
    /// Returns the columns that share a heading and stand in one block, group by group.
    fn groups<'c, 'a>(&self, columns: &'c [Column<'a>]) -> Vec<(ColNum, &'c [Column<'a>])> {
        let mut groups = Vec::new();
        for block in &self.shape.blocks {
            let mut from = column_number(block.start);
            for shared in columns[block.clone()].chunk_by(share_a_heading) {
                groups.push((from, shared));
                from += column_number(shared.len());
            }
        }
        groups
    }

    pub(super) fn write_headings(&mut self, columns: &[Column<'_>]) -> Result<(), XlsxError> {
        let Placement { headings: top, column_numbers, .. } = self.placement;
        let bottom = column_numbers - 1;
        let format = self.formats.heading.clone();
        for (from, shared) in self.groups(columns) {
            let to = from + column_number(shared.len()) - 1;
            if let Some(over) = shared[0].over.as_deref() {
                self.merge(top, from, top, to, over, &format)?;
            }
            for (column, at) in shared.iter().zip(from..) {
                let above = if column.over.is_some() { bottom } else { top };
                self.merge(above, at, bottom, at, &column.heading, &format)?;
            }
        }
        for column in 0..=self.last_column {
            let number = format!("({})", u32::from(column) + 1);
            self.sheet.write_string_with_format(column_numbers, column, number, &self.formats.column_number)?;
        }
        self.set_heading_heights(columns)
    }

    fn set_heading_heights(&mut self, columns: &[Column<'_>]) -> Result<(), XlsxError> {
        let size = TEXT_SIZE * BOLD;
        let (mut upper, mut lower, mut tall) = (1, 1, 1);
        for (from, shared) in self.groups(columns) {
            let to = from + column_number(shared.len()) - 1;
            if let Some(over) = shared[0].over.as_deref() {
                upper = upper.max(lines(over, size, self.room(from, to)));
            }
            for (column, at) in shared.iter().zip(from..) {
                let needed = lines(&column.heading, size, self.room(at, at));
                let highest = if column.over.is_some() { &mut lower } else { &mut tall };
                *highest = needed.max(*highest);
            }
        }
        let Placement { headings: top, column_numbers, .. } = self.placement;
        if top + 1 == column_numbers {
            self.set_height(top, height(tall, TEXT_SIZE))?;
        } else {
            let lower = lower.max(tall.saturating_sub(upper));
            self.set_height(top, height(upper, TEXT_SIZE))?;
            self.set_height(top + 1, height(lower, TEXT_SIZE))?;
        }
        Ok(())
    }
}
