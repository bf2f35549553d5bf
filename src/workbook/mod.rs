//! Bytes to sheets of cells, within limits, with absolute places.
//!
//! Every format is read in the process that asks for it: whatever a file claims is held against the limits before
//! anything is built of it, and what calamine is given, of .xlsx alone, was checked before. The other formats are read
//! record by record or tag by tag, as calamine tells too little of them and its readers of them can be made to panic
//! or to fill the memory.

mod bytes;
mod csv_file;
mod csv_text;
mod decoded;
mod decoding;
mod error;
pub(crate) mod fault;
mod format;
mod formats;
mod grid;
mod limits;
mod number_format;
mod ods;
pub(crate) mod package;
mod plain_cell;
mod relationships;
mod runs;
mod sheet;
mod sniff;
pub(crate) mod tags;
mod values;
mod xls;
mod xlsb;
mod xlsx;

pub use self::{
    decoded::Decoded,
    error::ReadError,
    format::Format,
    limits::{Limit, Limits},
    number_format::{Altered, NumberFormat, Texts},
    sheet::{Cell, CellTwice, Sheet, Value, Workbook},
    sniff::Kind,
};

use crate::{
    model::{CellRef, LIST_LINE},
    text::to_nfc,
};

/// Reads the files of a kind.
type Reader = fn(&[u8], &Limits) -> Result<Workbook, ReadError>;

/// How the files of a kind are read; a further format is a further line.
const READERS: [(Kind, Reader); 6] = [
    (Kind::Xlsx, xlsx::read),
    (Kind::Xls, xls::read),
    (Kind::Xlsb, xlsb::read),
    (Kind::Ods, ods::read),
    (Kind::Csv, csv_file::read),
    (Kind::LegacyText, csv_file::read),
];

/// Where the list of what is to be mended says that it is one.
const LIST_LINE_AT: CellRef = CellRef::new(1, 0);
/// The row of its headings.
const LIST_HEADINGS: u32 = 3;
/// The column of codes, the last: before the list told units and criteria, and since.
const LIST_CODES: [u16; 2] = [5, 7];

/// Reads the workbook `name` with the content `bytes`; the content alone tells its format.
/// Text in legacy encodings is decoded; [`Sheet::decoded`] says what was.
/// A sheet on which this program listed what is to be mended is no part of what was sent, and left out.
///
/// # Errors
/// Says why there is no workbook to be had: not one, damaged, protected by a password, or over the limits.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut book = read_whole(name, bytes, limits)?;
    book.sheets.retain(|sheet| !is_list(sheet));
    Ok(book)
}

/// Whether a sheet is the list of what is to be mended that this program makes, and nothing beside: its second line says
/// so, and every row below its headings ends with the code of a finding, where the headings end.
pub(crate) fn is_list(sheet: &Sheet) -> bool {
    let text = |cell: &Cell| match &cell.value {
        Value::Text(text) => to_nfc(text.trim()).into_owned(),
        _ => String::new(),
    };
    let says_so = sheet.cell(LIST_LINE_AT).is_some_and(|cell| text(cell) == LIST_LINE);
    let rows = sheet.cells().chunk_by(|a, b| a.at.row == b.at.row).filter_map(<[Cell]>::last);
    let mut ends = rows.skip_while(|last| last.at.row < LIST_HEADINGS);
    let codes = ends.next().filter(|last| last.at.row == LIST_HEADINGS).map(|last| last.at.column);
    let is_known = codes.is_some_and(|codes| LIST_CODES.contains(&codes));
    says_so && is_known && ends.all(|last| Some(last.at.column) == codes && is_code(&text(last)))
}

fn is_code(text: &str) -> bool {
    text.strip_prefix("TDP").is_some_and(|number| number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Tells what a file is.
pub(crate) fn kind(name: &str, bytes: &[u8]) -> Kind {
    sniff::sniff(name, bytes)
}

/// Reads a workbook as [`read`] does, with the sheets on which this program listed what is to be mended.
pub(crate) fn read_whole(name: &str, bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    limits.check(Limit::FileBytes, bytes.len() as u64)?;
    let kind = sniff::sniff(name, bytes);
    if kind == Kind::Encrypted {
        return Err(ReadError::PasswordProtected);
    }
    match READERS.iter().find(|(known, _)| *known == kind) {
        Some((_, read)) => {
            // A copy of a file with as many sheets as are read has the list beside them.
            let with_list = Limits { sheets: limits.sheets.saturating_add(1), ..*limits };
            let mut book = read(bytes, &with_list).map_err(|error| match error {
                ReadError::OverLimits { limit: Limit::Sheets, found, .. } => {
                    ReadError::OverLimits { limit: Limit::Sheets, found, allowed: limits.sheets }
                }
                error => error,
            })?;
            decoding::decode(&mut book);
            limits.check(Limit::Sheets, book.sheets.iter().filter(|sheet| !is_list(sheet)).count() as u64)?;
            Ok(book)
        }
        None => Err(ReadError::NotAWorkbook(kind)),
    }
}
