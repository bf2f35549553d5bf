//! The same city in the other kinds of workbook that wards send, as an office program saves them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Context;

/// The program that converts workbooks; it need not be there.
const OFFICE: &str = "soffice";
/// So many workbooks it is given at once; of 300 it was seen to leave out the last 53 without a word.
const AT_ONCE: usize = 100;

/// In which kinds of workbook a city reports.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    Xlsx,
    Xls,
    Ods,
    /// One ward in three in each kind.
    Mixed,
}

impl Form {
    /// Every kind by the word for it on the command line.
    const WORDS: [(&'static str, Form); 4] =
        [("xlsx", Form::Xlsx), ("xls", Form::Xls), ("ods", Form::Ods), ("mixed", Form::Mixed)];

    /// Reads a word of the command line.
    pub(crate) fn parse(word: &str) -> anyhow::Result<Form> {
        let found = Form::WORDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, form)| *form).with_context(|| format!("{word} is no format; there are xlsx, xls, ods and mixed"))
    }

    /// Returns the word for it.
    pub(crate) fn word(self) -> &'static str {
        Form::WORDS.iter().find(|(_, form)| *form == self).map_or("", |(word, _)| word)
    }

    /// Returns the folder with the submissions in this form, which are made of those in .xlsx; nothing where the
    /// program that converts them is not there.
    pub(crate) fn folder(self, workspace: &Path) -> anyhow::Result<Option<PathBuf>> {
        let written = workspace.join("submissions");
        match self {
            Form::Xlsx => Ok(Some(written)),
            Form::Xls | Form::Ods => converted(&written, workspace, self.word()),
            Form::Mixed => {
                let (Some(xls), Some(ods)) = (Form::Xls.folder(workspace)?, Form::Ods.folder(workspace)?) else {
                    return Ok(None);
                };
                let folder = workspace.join("in-mixed");
                fs::create_dir_all(&folder)?;
                for (index, path) in files(&written)?.iter().enumerate() {
                    let from = [(&written, "xlsx"), (&xls, "xls"), (&ods, "ods")][index % 3];
                    let name = Path::new(path.file_name().context("a file has a name")?).with_extension(from.1);
                    fs::copy(from.0.join(&name), folder.join(&name))?;
                }
                Ok(Some(folder))
            }
        }
    }
}

/// Converts the workbooks of a folder, unless that was done before.
fn converted(written: &Path, workspace: &Path, kind: &str) -> anyhow::Result<Option<PathBuf>> {
    let folder = workspace.join(format!("in-{kind}"));
    if folder.exists() {
        return Ok(Some(folder));
    }
    if Command::new(OFFICE).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        return Ok(None);
    }
    let paths = files(written)?;
    // A profile of its own: the program refuses to start beside another that has the user's.
    let profile = format!("-env:UserInstallation=file://{}", workspace.join("office").display());
    for paths in paths.chunks(AT_ONCE) {
        let mut command = Command::new(OFFICE);
        command.args([&profile, "--headless", "--convert-to", kind, "--outdir"]).arg(&folder).args(paths);
        let output = command.output()?;
        anyhow::ensure!(output.status.success(), "{OFFICE}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let made = files(&folder)?.len();
    anyhow::ensure!(made == paths.len(), "{OFFICE} made {made} workbooks of {}", paths.len());
    Ok(Some(folder))
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}
