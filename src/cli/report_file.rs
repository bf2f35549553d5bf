//! The file of a report: never written over what people have written.

use std::{io, path::Path};

use tdp::{
    model::Message,
    write::{ReportStanding, report_standing},
};

use super::{
    inputs,
    output_file::{OutputFile, another_or_forced, not_written},
    trouble::Trouble,
};

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

/// Makes sure, before the work begins, that a report may be written to `path`.
///
/// # Errors
/// When it is not named as a Word document, is a folder, lies below a file, or is a file that may not be replaced.
pub(crate) fn claim(path: &Path, overwriting: Overwriting) -> anyhow::Result<OutputFile> {
    let output = OutputFile::with_ending(path, "docx", &Message::same("bao-cao.docx"))?;
    if overwriting == Overwriting::OwnUntouched && output.path().exists() {
        only_untouched(path, output.path())?;
    }
    Ok(output)
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
    Err(trouble.helped_by(another_or_forced()))
}
