//! The file of a report, written beside and moved in: never a part of it, never over what people have written.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tdp::write::{ReportStanding, report_standing};

use super::{inputs, on_disk, trouble::Trouble};

/// A file larger than this is no report that tdp has made.
const LARGEST: u64 = 64 << 20;

/// What may be replaced.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Overwriting {
    /// A report that tdp made and nobody has saved since.
    OwnUntouched,
    /// Any file.
    Anything,
}

/// A file that a report may be written to.
#[derive(Debug)]
pub(crate) struct ReportFile {
    /// The file itself, links followed.
    file: PathBuf,
    /// The folder that it stands in.
    folder: PathBuf,
}

impl ReportFile {
    /// Makes sure, before the work begins, that `path` may be written.
    ///
    /// # Errors
    /// When it is not named as a Word document, is a folder, lies below a file, or is a file that may not be replaced.
    pub(crate) fn claim(path: &Path, overwriting: Overwriting) -> anyhow::Result<Self> {
        let shown = path.display();
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if !extension.eq_ignore_ascii_case("docx") {
            return Err(Trouble::new(say!(
                "Tên tệp báo cáo phải có đuôi .docx, không phải \"{shown}\"",
                "The name of the report has to end in .docx, not \"{shown}\""
            ))
            .helped_by(say!("Ví dụ: -o bao-cao.docx", "For example: -o bao-cao.docx"))
            .into());
        }
        let file = on_disk::real(path);
        if file.is_dir() {
            return Err(
                Trouble::new(say!("{shown} là thư mục, không phải tệp", "{shown} is a folder, not a file")).into()
            );
        }
        if overwriting == Overwriting::OwnUntouched && file.exists() {
            only_untouched(path, &file)?;
        }
        let folder = file.parent().ok_or_else(|| not_written(path, io::ErrorKind::NotFound.into()))?.to_owned();
        let above = folder.ancestors().find(|above| above.exists());
        if above.is_some_and(|above| !above.is_dir()) {
            return Err(not_written(path, io::ErrorKind::NotADirectory.into()).into());
        }
        Ok(Self { file, folder })
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
        let new = beside.path().join("bao-cao.docx");
        write(&new, bytes)?;
        if let Ok(there) = fs::metadata(&self.file) {
            fs::set_permissions(&new, there.permissions())?;
        }
        fs::rename(&new, &self.file)
    }
}

/// Refuses to replace what would be lost.
fn only_untouched(path: &Path, file: &Path) -> Result<(), Trouble> {
    let shown = path.display();
    let standing = match inputs::read(file, LARGEST) {
        Ok(bytes) => report_standing(&bytes),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => ReportStanding::Foreign,
        Err(error) => return Err(not_written(path, error)),
    };
    let trouble = match standing {
        ReportStanding::AsMade => return Ok(()),
        ReportStanding::Edited => Trouble::new(say!(
            "Báo cáo {shown} đã được sửa và lưu lại sau khi tdp lập: ghi đè sẽ mất phần đã sửa",
            "The report {shown} was edited and saved after tdp made it: replacing it would lose that work"
        )),
        ReportStanding::Foreign => Trouble::new(say!(
            "{shown} đã có và không phải báo cáo do tdp lập",
            "{shown} is there already and is no report that tdp made"
        )),
    };
    Err(trouble.helped_by(say!(
        "Nêu một tên tệp khác, hoặc thêm --force nếu chắc chắn muốn ghi đè",
        "Name another file, or add --force to replace it all the same"
    )))
}

fn not_written(path: &Path, error: io::Error) -> Trouble {
    let shown = path.display();
    Trouble::new(say!("Không ghi được vào {shown}", "{shown} cannot be written")).because(error)
}

#[expect(clippy::disallowed_methods, reason = "the command line writes files, beside and moved in")]
fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    fs::write(path, content)
}
