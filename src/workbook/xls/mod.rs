//! Workbooks of Excel 97 to 2003, and of Excel 5 and 95, read record by record.
//!
//! The reading is our own because calamine gives no number formats, fonts, hidden rows or formulas without a value of
//! these files, which decide how a cell is understood; drops a cell whose text is missing; and builds every place
//! between the first and the last cell, of each sheet, while it opens the file. Whoever reads the former from the
//! records passes every value on the way.

mod globals;
mod records;
mod sheet;

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::{
    Kind, Limit, Limits, ReadError, Workbook,
    fault::{Fault, sheet_part},
    grid::{Budget, Grid},
};
use crate::model::phrase;

/// The names under which Excel keeps a workbook, the newer one first.
const STREAMS: [&str; 2] = ["/Workbook", "/Book"];
/// The record that begins a sheet, or what all sheets share.
const BEGIN: u16 = 0x0809;
/// The record that ends it.
const END: u16 = 0x000A;

/// Reads an .xls.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let stream = stream(bytes, limits)?;
    let globals = globals::read(&stream, limits)
        .map_err(|fault| fault.in_part(&phrase!("phần mục lục của tệp", "the table of contents"), limits))?;
    if globals.encrypted {
        return Err(ReadError::PasswordProtected);
    }
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::new();
    let mut walked = 0;
    for entry in globals.sheets.iter().filter(|entry| entry.holds_cells) {
        let faulty = |fault: Fault| fault.in_part(&sheet_part(&entry.name), limits);
        let mut grid = Grid::new(&globals.shared, &mut budget);
        let end = sheet::read(&stream, entry.at, globals.writing, &mut grid).map_err(faulty)?;
        // Sheets that share their records would be read over and over.
        walked += end - entry.at;
        if walked > stream.len() {
            return Err(faulty(Fault::Malformed));
        }
        sheets.push(grid.finish(&entry.name, entry.hidden).map_err(faulty)?);
    }
    Ok(Workbook { sheets, ..Workbook::default() })
}

/// Returns the stream with the workbook.
fn stream(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let broken = |error: std::io::Error| ReadError::Damaged {
        reason: phrase!("phần bên trong tệp .xls không mở được", "the inside of the .xls cannot be opened: {error}"),
    };
    let mut container = CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let Some(name) = STREAMS.into_iter().find(|name| container.is_stream(name)) else {
        return Err(ReadError::NotAWorkbook(Kind::Unknown));
    };
    let mut stream = Vec::new();
    let opened = container.open_stream(name).map_err(broken)?;
    opened.take(limits.part_bytes + 1).read_to_end(&mut stream).map_err(broken)?;
    limits.check(Limit::PartBytes, stream.len() as u64)?;
    Ok(stream)
}
