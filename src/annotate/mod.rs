//! The ward's own workbook given back with its problem cells marked and explained, and a list of them in front.
//!
//! A package of Excel is patched: the ward's cells, styles, formulas, validations, charts, pictures, macros and
//! protection stay byte for byte; marks are conditional formats, so that no cell is touched and no style changed. Of
//! every other format the cells are carried over to a new workbook of Excel, which is marked likewise. A copy that is
//! sent back corrected is read as if it had no marks, and marking it again replaces them.

mod boxes;
mod contents;
mod element;
mod list;
mod marks;
mod names;
mod notes;
mod own;
mod parts;
mod patch;
mod problem;
mod related;
mod sheet;
mod styles;
mod words;

use crate::{
    finding::Finding,
    model::Language,
    workbook::{self, Kind, Limits, ReadError, Workbook, is_list},
    write::{WriteError, cells_xlsx},
};

pub use self::names::Names;

/// A copy of a file, marked where it has something to be mended.
#[derive(Debug)]
pub struct MarkedCopy {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it was made of.
    pub making: Making,
}

/// What a copy was made of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Making {
    /// It is the file as it came: nothing is to be mended.
    AsItCame,
    /// It is the sender's own workbook with marks.
    Own,
    /// It is a new workbook of Excel with the same cells: the format of the file takes no marks.
    Cells,
    /// Likewise, since the sender's workbook is built in a way that takes no marks.
    CellsOfOdd,
}

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum AnnotateError {
    /// The file cannot be read; findings have told it.
    #[error("the file cannot be read")]
    Unreadable(#[source] ReadError),
    /// The cells do not fit into a workbook.
    #[error("the cells do not fit into a workbook")]
    Unwritable(#[source] WriteError),
    /// The workbook with the cells does not take the marks, most likely as it is too large.
    #[error("the workbook with the cells takes no marks")]
    Unmarkable(#[source] ReadError),
}

/// What is listed in a copy: a finding, with the names of what it concerns.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// What was found.
    pub finding: &'a Finding,
    /// The name of the unit concerned; empty where none is.
    pub unit: &'a str,
    /// The number of the criterion concerned; empty where none is.
    pub criterion: &'a str,
}

/// Returns the file `path` with the content `bytes` as a copy in which the cells of what is `listed`, all of it found in
/// this file, are marked and explained, and listed on a sheet in front; in `language`.
///
/// # Errors
/// When the file cannot be read, or a workbook cannot hold its cells and their marks.
pub fn annotated(
    path: &str,
    bytes: &[u8],
    listed: &[Listed<'_>],
    language: Language,
) -> Result<MarkedCopy, AnnotateError> {
    let limits = Limits::default();
    let book = workbook::read_whole(path, bytes, &limits).map_err(AnnotateError::Unreadable)?;
    let as_it_came = || MarkedCopy { bytes: bytes.to_vec(), making: Making::AsItCame };
    let making = if workbook::kind(path, bytes) == Kind::Xlsx {
        let marked = own::marked(bytes, &book, listed, language, &limits);
        match marked.and_then(|marked| marked.map(|bytes| readable(path, bytes, &limits)).transpose()) {
            Ok(Some(bytes)) => return Ok(MarkedCopy { bytes, making: Making::Own }),
            Ok(None) => return Ok(as_it_came()),
            Err(_) if listed.is_empty() => return Ok(as_it_came()),
            Err(_) => Making::CellsOfOdd,
        }
    } else if listed.is_empty() {
        return Ok(as_it_came());
    } else {
        Making::Cells
    };
    let sheets = book.sheets.into_iter().filter(|sheet| !is_list(sheet)).collect();
    let book = Workbook { sheets, properties: book.properties };
    let cells = cells_xlsx(&book).map_err(AnnotateError::Unwritable)?;
    let marked = own::marked_cells(&cells, &book, listed, language, &limits);
    let marked = marked.and_then(|marked| readable(path, marked.unwrap_or(cells), &limits));
    Ok(MarkedCopy { bytes: marked.map_err(AnnotateError::Unmarkable)?, making })
}

/// Returns a copy, once it is certain that it can be read when it comes back: the list in it counts, too.
fn readable(path: &str, copy: Vec<u8>, limits: &Limits) -> Result<Vec<u8>, ReadError> {
    workbook::read(path, &copy, limits).map(|_| copy)
}
