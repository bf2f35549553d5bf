//! The parts of a package while it is changed: those that are not are given back bit by bit, compressed as they were.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Write},
};

use zip::{
    CompressionMethod, DateTime, System, ZipArchive, ZipWriter,
    result::{ZipError, ZipResult},
    write::SimpleFileOptions,
};

use crate::{
    model::{Message, phrase},
    workbook::{Limit, Limits, ReadError, fault::Fault, package::Package},
};

/// A package with the changes to its parts.
pub(super) struct Parts<'a> {
    bytes: &'a [u8],
    limits: &'a Limits,
    package: Package<'a>,
    /// The paths of all parts in small letters, which not every program tells from others.
    names: BTreeSet<String>,
    /// New content by position in the package.
    changed: BTreeMap<usize, Vec<u8>>,
    /// New parts: path, content.
    added: Vec<(String, Vec<u8>)>,
    /// What the new parts are, still to be written: path, type.
    pub(super) declared: Vec<(String, &'static str)>,
    /// Bytes of parts that were asked for again after they were changed.
    again: u64,
}

impl<'a> Parts<'a> {
    /// Opens the package `bytes`.
    ///
    /// # Errors
    /// When it is none, or holds more than is read.
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        let package = Package::open(bytes, limits)?;
        let names = package.names().map(|name| name.to_ascii_lowercase()).collect();
        Ok(Self {
            names,
            bytes,
            limits,
            package,
            changed: BTreeMap::new(),
            added: Vec::new(),
            declared: Vec::new(),
            again: 0,
        })
    }

    /// Returns the content of the part at `path` as it is by now; `None` where there is no such part.
    ///
    /// # Errors
    /// When it cannot be unpacked within the limits, or one part is changed over and over, as where many sheets say that
    /// it is theirs.
    pub(super) fn content(&mut self, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let added = self.added.iter().find(|(name, _)| name == path).map(|(_, content)| content);
        let changed = || self.package.index(path).and_then(|index| self.changed.get(&index));
        if let Some(content) = added.or_else(changed) {
            self.again = self.again.saturating_add(content.len() as u64);
            self.limits.check(Limit::ExpandedBytes, self.again)?;
            return Ok(Some(content.clone()));
        }
        let mut content = Vec::new();
        Ok(self.package.unpack(path, &mut content)?.then_some(content))
    }

    /// Returns the content of a part that must be there.
    ///
    /// # Errors
    /// When it is not, or cannot be unpacked.
    pub(super) fn needed(&mut self, path: &str) -> Result<Vec<u8>, ReadError> {
        let missing = || ReadError::Damaged { reason: phrase!("thiếu phần {path}", "the part {path} is missing") };
        self.content(path)?.ok_or_else(missing)
    }

    /// Sets the content of the part at `path`, new or not.
    pub(super) fn set(&mut self, path: &str, content: Vec<u8>) {
        if let Some((_, there)) = self.added.iter_mut().find(|(name, _)| name == path) {
            *there = content;
        } else if let Some(index) = self.package.index(path) {
            self.changed.insert(index, content);
        } else {
            self.names.insert(path.to_ascii_lowercase());
            self.added.push((path.to_owned(), content));
        }
    }

    /// Returns the first path of `paths`, made of numbers from 1, at which there is no part.
    pub(super) fn free(&self, path: impl Fn(u32) -> String) -> String {
        let taken = |path: &String| self.names.contains(&path.to_ascii_lowercase());
        (1..u32::MAX).map(path).find(|path| !taken(path)).unwrap_or_default()
    }

    /// Says what is wrong with the part at `path`.
    pub(super) fn faulty(&self, path: &str) -> impl Fn(Fault) -> ReadError + use<'a> {
        let (part, limits) = (Message::same(path), self.limits);
        move |fault| fault.in_part(&part, limits)
    }

    /// Returns whether anything is changed.
    pub(super) fn is_changed(&self) -> bool {
        !self.changed.is_empty() || !self.added.is_empty()
    }

    /// Returns the package as changed, without a clock.
    ///
    /// # Errors
    /// When it cannot be packed again.
    pub(super) fn packed(self) -> ZipResult<Vec<u8>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644);
        let mut archive = ZipArchive::new(Cursor::new(self.bytes))?;
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len())));
        let put = |writer: &mut ZipWriter<_>, name: String, content: &[u8]| -> ZipResult<()> {
            writer.start_file(name, options)?;
            writer.write_all(content).map_err(ZipError::Io)
        };
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index)?;
            match self.changed.get(&index) {
                Some(content) => put(&mut writer, entry.name()?.into_owned(), content)?,
                None => writer.raw_copy_file(entry)?,
            }
        }
        for (path, content) in &self.added {
            put(&mut writer, path.clone(), content)?;
        }
        Ok(writer.finish()?.into_inner())
    }
}
