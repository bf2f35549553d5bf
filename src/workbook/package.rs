//! The parts of a package, each unpacked once and under its bound.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::{ZipArchive, result::ZipError};

use crate::{
    model::phrase,
    workbook::{Limit, Limits, ReadError},
};

/// A package whose parts can be unpacked.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: &'a Limits,
    expanded: u64,
}

impl<'a> Package<'a> {
    /// Opens the package `bytes` and checks its directory.
    pub(crate) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        // The directory is loaded whole, so its entries are counted before that, by their signature.
        let entries = memmem::find_iter(bytes, b"PK\x01\x02").count();
        limits.check(Limit::Parts, entries as u64)?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        if archive.has_duplicate_names() {
            let reason = phrase!("hai phần của tệp trùng tên", "two parts of the package have one name");
            return Err(ReadError::Damaged { reason });
        }
        Ok(Self { archive, limits, expanded: 0 })
    }

    /// Unpacks the part at `path` into `content`, replacing what was there; returns whether there is such a part.
    pub(crate) fn unpack(&mut self, path: &str, content: &mut Vec<u8>) -> Result<bool, ReadError> {
        content.clear();
        let Some(index) = self.index(path) else { return Ok(false) };
        let entry = self.archive.by_index(index).map_err(|error| broken(&error))?;
        let allowed = self.limits.part_bytes.min(self.limits.expanded_bytes.saturating_sub(self.expanded));
        let declared = entry.size();
        let mut unpacked = entry.take(allowed.saturating_add(1));
        if declared <= allowed {
            content.reserve(usize::try_from(declared).unwrap_or_default());
            unpacked.read_to_end(content).map_err(|error| broken(&ZipError::Io(error)))?;
        }
        let size = declared.max(content.len() as u64);
        self.limits.check(Limit::PartBytes, size)?;
        self.expanded = self.expanded.saturating_add(size);
        self.limits.check(Limit::ExpandedBytes, self.expanded)?;
        Ok(true)
    }

    /// Returns the paths of all parts, with `/`.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.archive.file_names_raw().map(|name| String::from_utf8_lossy(name).replace('\\', "/"))
    }

    /// Finds the part at `path`; some writers differ in case or separators between the name and its mention.
    pub(crate) fn index(&self, path: &str) -> Option<usize> {
        self.archive.index_for_name(path).or_else(|| {
            let same = |name: &[u8]| {
                let name = name.iter().map(|byte| if *byte == b'\\' { b'/' } else { byte.to_ascii_lowercase() });
                name.eq(path.bytes().map(|byte| byte.to_ascii_lowercase()))
            };
            self.archive.file_names_raw().position(same)
        })
    }
}

fn broken(error: &ZipError) -> ReadError {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadError::PasswordProtected
        }
        _ => ReadError::Damaged {
            reason: phrase!("nội dung nén bên trong không mở được", "its contents cannot be unpacked"),
        },
    }
}

/// Returns the path of the part that `target` names as seen from the part `from`.
pub(crate) fn resolve(from: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_the_part_that_names_them() {
        let cases = [
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("", "/xl/workbook.xml", "xl/workbook.xml"),
            ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/a/workbook.xml", "../worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "../../../../etc/passwd", "etc/passwd"),
        ];
        for (from, target, path) in cases {
            assert_eq!(resolve(from, target), path);
        }
    }
}
