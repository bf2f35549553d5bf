//! The records of a sheet: its cells, what is merged and what is hidden.

use super::records::{Record, Records};
use crate::workbook::{
    Value,
    bytes::{f64_at, short_number_at, u8_at, u32_at},
    fault::Fault,
    grid::{Grid, Spot},
    values::{error_value, text_value},
};

/// The record that ends a sheet.
const END: u16 = 130;

/// Reads the sheet in the part `content` into `grid`.
pub(super) fn read(content: &[u8], grid: &mut Grid<'_, '_>) -> Result<(), Fault> {
    let mut records = Records::new(content);
    let mut row = None;
    let mut before = None;
    while let Some(record) = records.next()? {
        let Record { kind, data } = record;
        match kind {
            0 => {
                let next = u32_at(data, 0)?;
                if u8_at(data, 11)? & 0x10 != 0 {
                    grid.hide_row(next)?;
                }
                (row, before) = (Some(next), None);
            }
            1..=18 | 62 => {
                let cell = Cell::of(record, row.ok_or(Fault::Malformed)?, before)?;
                before = Some(cell.spot.column);
                cell.put(grid)?;
            }
            // Hidden, or no wider than nothing.
            60 if u8_at(data, 16)? & 1 != 0 || u32_at(data, 8)? == 0 => {
                grid.hide_columns(u32_at(data, 0)?, u32_at(data, 4)?)?;
            }
            176 => {
                let side = |from: usize| Ok((u32_at(data, from)?, u32_at(data, from + 4)?));
                grid.merge(side(0)?, side(8)?)?;
            }
            END => return Ok(()),
            _ => {}
        }
    }
    Err(Fault::Malformed)
}

/// A cell's record, taken apart.
struct Cell<'a> {
    /// What stands there: 1 nothing, 2 to 7 values, 8 to 11 results of formulas, 62 a text in several fonts.
    kind: u16,
    spot: Spot,
    record: Record<'a>,
    /// Where the value is.
    at: usize,
}

impl<'a> Cell<'a> {
    /// Takes apart the record of a cell of `row`; types 12 to 18 leave out the column, which is the one after `before`.
    fn of(record: Record<'a>, row: u32, before: Option<u32>) -> Result<Self, Fault> {
        let short = matches!(record.kind, 12..=18);
        let (kind, column, at) = if short {
            (record.kind - 11, before.and_then(|column| column.checked_add(1)).ok_or(Fault::Malformed)?, 0)
        } else {
            (record.kind, u32_at(record.data, 0)?, 4)
        };
        // The upper byte says whether to show how the text is spoken.
        let style = u32_at(record.data, at)? & 0x00FF_FFFF;
        Ok(Self { kind, spot: Spot { row, column, style: style as usize }, record, at: at + 4 })
    }

    fn put(&self, grid: &mut Grid<'_, '_>) -> Result<(), Fault> {
        let Self { kind, spot, record, at } = *self;
        let data = record.data;
        let formula = matches!(kind, 8..=11);
        match kind {
            2 => grid.number(spot, short_number_at(data, at)?, formula),
            5 | 9 => grid.number(spot, f64_at(data, at)?, formula),
            3 | 11 => grid.put(spot, Some(error_value(u8_at(data, at)?)), formula),
            4 | 10 => grid.put(spot, Some(Value::Bool(u8_at(data, at)? != 0)), formula),
            6 | 8 => grid.put(spot, text_value(&record.text(at)?.0), formula),
            62 => grid.put(spot, text_value(&record.text(at + 1)?.0), formula),
            7 => grid.shared_text(spot, u32_at(data, at)?),
            _ => grid.put(spot, None, formula),
        }
    }
}
