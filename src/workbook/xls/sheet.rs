//! The records of a sheet: its cells, what is merged and what is hidden.

use super::records::{Record, Records, Writing};
use crate::workbook::{
    Cell, Value,
    bytes::{f64_at, short_number_at, u8_at, u16_at, u32_at},
    fault::Fault,
    grid::{Grid, Spot},
    values::{error_value, text_value},
};

/// Reads the sheet whose records begin at `at` into `grid`, and returns where they end.
pub(super) fn read(stream: &[u8], at: usize, writing: Writing, grid: &mut Grid<'_, '_>) -> Result<usize, Fault> {
    let mut records = Records::new(stream, at);
    if records.next()?.kind != super::BEGIN {
        return Err(Fault::Malformed);
    }
    // A chart on the sheet has records of its own, which look like the sheet's.
    let mut depth = 0_usize;
    loop {
        let record = records.next()?;
        match record.kind {
            super::BEGIN => depth += 1,
            super::END if depth == 0 => return Ok(records.at()),
            super::END => depth -= 1,
            _ if depth > 0 => {}
            0x0204 | 0x00D6 => {
                let text = Record { data: record.data.get(6..).ok_or(Fault::Malformed)?, ..record };
                let text = records.continued(text)?.text(writing)?;
                grid.put(spot(record.data)?, text_value(&text), false)?;
            }
            0x0207 => formula_text(&records.continued(record)?.text(writing)?, grid)?,
            _ => take(record, grid)?,
        }
    }
}

fn take(Record { kind, data }: Record<'_>, grid: &mut Grid<'_, '_>) -> Result<(), Fault> {
    match kind {
        0x0203 => grid.number(spot(data)?, f64_at(data, 6)?, false),
        0x027E => grid.number(spot(data)?, short_number_at(data, 6)?, false),
        0x00BD => numbers(data, grid),
        0x00FD => grid.shared_text(spot(data)?, u32_at(data, 6)?),
        0x0205 if u8_at(data, 7)? == 0 => grid.put(spot(data)?, Some(Value::Bool(u8_at(data, 6)? != 0)), false),
        0x0205 => grid.put(spot(data)?, Some(error_value(u8_at(data, 6)?)), false),
        0x0006 => formula(data, grid),
        0x0201 => grid.budget.count(1),
        0x00BE => grid.budget.count(data.len() as u64 / 2),
        0x00E5 => merges(data, grid),
        0x0208 if u16_at(data, 12)? & 0x20 != 0 => grid.hide_row(u16_at(data, 0)?.into()),
        // Hidden, or no wider than nothing.
        0x007D if u16_at(data, 8)? & 1 != 0 || u16_at(data, 4)? == 0 => {
            grid.hide_columns(u16_at(data, 0)?.into(), u16_at(data, 2)?.into())
        }
        _ => Ok(()),
    }
}

/// Reads what nearly every cell's record begins with.
fn spot(data: &[u8]) -> Result<Spot, Fault> {
    Ok(Spot { row: u16_at(data, 0)?.into(), column: u16_at(data, 2)?.into(), style: u16_at(data, 4)?.into() })
}

/// Reads numbers side by side: row, first column, then a style and a short number each, and the last column.
fn numbers(data: &[u8], grid: &mut Grid<'_, '_>) -> Result<(), Fault> {
    let (row, first) = (u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?));
    let inner = data.get(4..data.len().saturating_sub(2)).ok_or(Fault::Malformed)?;
    for (column, number) in (first..).zip(inner.chunks_exact(6)) {
        let spot = Spot { row, column, style: u16_at(number, 0)?.into() };
        grid.number(spot, short_number_at(number, 2)?, false)?;
    }
    Ok(())
}

/// The stored result of a formula is a number, or says what else it is; a text follows in its own record.
fn formula(data: &[u8], grid: &mut Grid<'_, '_>) -> Result<(), Fault> {
    let spot = spot(data)?;
    if u16_at(data, 12)? != 0xFFFF {
        return grid.number(spot, f64_at(data, 6)?, true);
    }
    let value = match u8_at(data, 6)? {
        0 => Some(Value::NotCalculated),
        1 => Some(Value::Bool(u8_at(data, 8)? != 0)),
        2 => Some(error_value(u8_at(data, 8)?)),
        3 => None,
        _ => return Err(Fault::Malformed),
    };
    grid.put(spot, value, true)
}

/// Gives the last formula the text that it waits for.
fn formula_text(text: &str, grid: &mut Grid<'_, '_>) -> Result<(), Fault> {
    let waiting = grid.cells.pop_if(|cell| cell.formula && cell.value == Value::NotCalculated);
    let cell = waiting.ok_or(Fault::Malformed)?;
    if let Some(value) = text_value(text) {
        grid.budget.take(&value, 1)?;
        grid.cells.push(Cell { value, ..cell });
    }
    Ok(())
}

fn merges(data: &[u8], grid: &mut Grid<'_, '_>) -> Result<(), Fault> {
    let ranges = data.get(2..).unwrap_or_default().chunks_exact(8);
    for range in ranges.take(usize::from(u16_at(data, 0)?)) {
        let side = |from: usize| Ok((u16_at(range, from)?.into(), u16_at(range, from + 2)?.into()));
        grid.merge(side(0)?, side(4)?)?;
    }
    Ok(())
}
