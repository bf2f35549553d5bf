//! Files that are made one by one: each is written beside its folder as soon as it is made, so that none is held in
//! memory, and all are swapped in whole once they have their names.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use tdp::model::digest;

/// The files written so far, beside the folder that they are for.
#[derive(Debug)]
pub(crate) struct Staged {
    /// Holds all that is written and goes with it.
    pub(super) place: TempDir,
}

/// A file that was written beside, still without a name.
#[derive(Clone, Debug)]
pub(crate) struct StagedFile {
    /// What tells it from the others.
    number: usize,
    /// The digest of its content.
    pub(crate) digest: String,
}

/// Where the files lie as long as they have no names.
const UNNAMED: &str = "made";
/// Where they lie once they have names.
const NAMED: &str = "new";

impl Staged {
    /// Makes a place below `parent`, which is made too.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn below(parent: &Path) -> io::Result<Self> {
        fs::create_dir_all(parent)?;
        let place = tempfile::Builder::new().prefix(".tdp-").tempdir_in(parent)?;
        fs::create_dir(place.path().join(UNNAMED))?;
        fs::create_dir(place.path().join(NAMED))?;
        Ok(Self { place })
    }

    /// Writes a file, of which `number` is that of no other.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn put(&self, number: usize, content: &[u8]) -> io::Result<StagedFile> {
        write(&self.unnamed(number), content)?;
        Ok(StagedFile { number, digest: digest(content) })
    }

    /// Gives a file its name, below the folder and with `/`.
    ///
    /// # Errors
    /// When it cannot be moved there.
    pub(super) fn name(&self, name: &str, file: &StagedFile) -> io::Result<()> {
        let path = self.named().join(name);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::rename(self.unnamed(file.number), path)
    }

    /// Returns where the files with names lie.
    pub(super) fn named(&self) -> PathBuf {
        self.place.path().join(NAMED)
    }

    fn unnamed(&self, number: usize) -> PathBuf {
        self.place.path().join(UNNAMED).join(number.to_string())
    }
}

/// Writes a file that is moved to its place as a whole.
///
/// # Errors
/// When it cannot be written.
#[expect(clippy::disallowed_methods, reason = "the command line writes files, beside and moved in")]
pub(super) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    fs::write(path, content)
}
