//! Parts packed into one file, without a clock.

use std::io::{Cursor, Write};

use zip::{
    CompressionMethod, DateTime, System, ZipWriter,
    result::{ZipError, ZipResult},
    write::SimpleFileOptions,
};

/// Packs `parts`, a path and a content each, in their order; times, rights and system are the same everywhere.
///
/// # Errors
/// When a part is too large for a package.
pub(super) fn packed(parts: &[(&str, String)]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        writer.start_file(*path, options)?;
        writer.write_all(content.as_bytes()).map_err(ZipError::Io)?;
    }
    Ok(writer.finish()?.into_inner())
}
