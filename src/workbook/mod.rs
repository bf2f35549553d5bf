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
mod ods;
pub(crate) mod package;
mod plain_cell;
mod relationships;
mod runs;
mod sections;
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
    sections::Sections,
    sheet::{Cell, CellTwice, Sheet, Value, Workbook},
    sniff::Kind,
};

use crate::{model::LIST_LINE, text::to_nfc};

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

/// Whether this program made a sheet to list what is to be mended: a line in its first column says so.
pub(crate) fn is_list(sheet: &Sheet) -> bool {
    sheet.cells().iter().any(|cell| match &cell.value {
        Value::Text(text) => cell.at.column == 0 && to_nfc(text.trim()) == LIST_LINE,
        _ => false,
    })
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
            let mut book = read(bytes, limits)?;
            decoding::decode(&mut book);
            Ok(book)
        }
        None => Err(ReadError::NotAWorkbook(kind)),
    }
}
