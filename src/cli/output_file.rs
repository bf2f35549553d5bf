//! A file that a command writes, made beside and moved in: never a part of it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tdp::model::Message;

use super::{on_disk, staged::write, trouble::Trouble};

/// A file that may be written to.
#[derive(Debug)]
pub(crate) struct OutputFile {
    /// The file itself, links followed.
    file: PathBuf,
    /// The folder that it stands in.
    folder: PathBuf,
}

impl OutputFile {
    /// Makes sure that a file can stand at `path`; what is there is not looked at.
    ///
    /// # Errors
    /// When it is a folder or lies below a file.
    pub(crate) fn locate(path: &Path) -> Result<Self, Trouble> {
        let file = on_disk::real(path);
        if file.is_dir() {
            let shown = path.display();
            return Err(Trouble::new(say!("{shown} là thư mục, không phải tệp", "{shown} is a folder, not a file")));
        }
        let folder = file.parent().ok_or_else(|| not_written(path, io::ErrorKind::NotFound.into()))?.to_owned();
        let above = folder.ancestors().find(|above| above.exists());
        if above.is_some_and(|above| !above.is_dir()) {
            return Err(not_written(path, io::ErrorKind::NotADirectory.into()));
        }
        Ok(Self { file, folder })
    }

    /// Makes sure that a file whose name ends so can stand at `path`; `example` is such a name.
    ///
    /// # Errors
    /// When it is named otherwise, and as for [`OutputFile::locate`].
    pub(crate) fn with_ending(path: &Path, ending: &str, example: &Message) -> Result<Self, Trouble> {
        let shown = path.display();
        if path.extension().is_none_or(|extension| !extension.eq_ignore_ascii_case(ending)) {
            return Err(Trouble::new(say!(
                "Tên tệp cần ghi phải có đuôi .{ending}, không phải \"{shown}\"",
                "The name of the file to write has to end in .{ending}, not \"{shown}\""
            ))
            .helped_by(say!("Ví dụ: -o {example}", "For example: -o {example}", example)));
        }
        Self::locate(path)
    }

    /// Returns the file, links followed.
    pub(crate) fn path(&self) -> &Path {
        &self.file
    }

    /// Writes `bytes` in place of what was there.
    ///
    /// # Errors
    /// When they cannot be written; what was there before is then as it was.
    pub(crate) fn replace(&self, bytes: &[u8]) -> anyhow::Result<()> {
        self.move_in(bytes).map_err(|error| not_written(&self.file, error).into())
    }

    fn move_in(&self, bytes: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let beside = tempfile::Builder::new().prefix(".tdp-").tempdir_in(&self.folder)?;
        let new = beside.path().join("new");
        write(&new, bytes)?;
        if let Ok(there) = fs::metadata(&self.file) {
            fs::set_permissions(&new, there.permissions())?;
        }
        fs::rename(&new, &self.file)
    }
}

/// Says what to do where a file may not be replaced.
pub(crate) fn another_or_forced() -> Message {
    say!(
        "Nêu một tên tệp khác, hoặc thêm --force nếu chắc chắn muốn ghi đè",
        "Name another file, or add --force to replace it all the same"
    )
}

/// Returns the trouble of a file that cannot be written.
pub(crate) fn not_written(path: &Path, error: io::Error) -> Trouble {
    let shown = path.display();
    Trouble::new(say!("Không ghi được vào {shown}", "{shown} cannot be written")).because(error)
}
