//! What `rust_xlsxwriter` has no words for, put into the parts of the workbook that it made.

use std::io::{Cursor, Read as _, Write as _};

use memchr::memmem;
use rayon::prelude::*;
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::write::WriteError;

/// How the header of every page begins, and that of every page but the first: there the decree wants no number.
const EVERY_PAGE: &[u8] = b"<headerFooter><oddHeader>";
const NOT_THE_FIRST: &[u8] = b"<headerFooter differentFirst=\"1\"><oddHeader>";

/// How hard the parts are compressed: one level below the usual, in half the time, for a hundredth more bytes.
const LEVEL: i64 = 5;

/// The parts that are printed.
const SHEETS: &str = "xl/worksheets/";

/// Takes a workbook as it was written, leaves the page number of each first page out, and compresses its
/// parts on every core.
///
/// # Errors
/// When the workbook is no package.
pub(super) fn finished(stored: &[u8]) -> Result<Vec<u8>, WriteError> {
    let archive = ZipArchive::new(Cursor::new(stored))?;
    let parts = (0..archive.len()).into_par_iter().with_max_len(1).map(|index| compressed(archive.clone(), index));
    let parts: Vec<Vec<u8>> = parts.collect::<Result<_, _>>()?;
    let mut package = ZipWriter::new(Cursor::new(Vec::with_capacity(parts.iter().map(Vec::len).sum())));
    for part in parts {
        package.raw_copy_file(ZipArchive::new(Cursor::new(part))?.by_index(0)?)?;
    }
    Ok(package.finish()?.into_inner())
}

/// Returns a package of one part, finished and compressed.
fn compressed(mut archive: ZipArchive<Cursor<&[u8]>>, index: usize) -> Result<Vec<u8>, WriteError> {
    let mut part = archive.by_index(index)?;
    let name = part.name()?.into_owned();
    let mut content = Vec::with_capacity(usize::try_from(part.size()).unwrap_or(0));
    part.read_to_end(&mut content)?;
    let header = if name.starts_with(SHEETS) { memmem::rfind(&content, EVERY_PAGE) } else { None };
    let (before, after) = content.split_at(header.unwrap_or(content.len()));
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    package.start_file(name, options.compression_level(Some(LEVEL)))?;
    package.write_all(before)?;
    if let Some(rest) = after.strip_prefix(EVERY_PAGE) {
        package.write_all(NOT_THE_FIRST)?;
        package.write_all(rest)?;
    }
    Ok(package.finish()?.into_inner())
}
