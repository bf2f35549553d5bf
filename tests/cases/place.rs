//! A workspace laid out from folders, and what the program tells in it.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{case::SOUND, notation};

/// A workspace, removed afterwards.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

/// What a run told.
pub(crate) struct Told {
    /// The command, what it printed, its exit code.
    pub(crate) transcript: String,
    /// The codes that it named.
    pub(crate) codes: BTreeSet<String>,
}

impl Place {
    /// Lays folders out, the files of a later one in the place of those of the same name.
    pub(crate) fn laid_out(folders: &[&Path]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for from in folders {
            lay_out(from, folder.path());
        }
        Self { folder }
    }

    /// Runs the command in the first line of `expected`, without any language in the environment.
    pub(crate) fn told(&self, expected: &str) -> Told {
        let command = expected.lines().next().unwrap_or_default();
        let Some(arguments) = command.strip_prefix("$ tdp ") else { panic!("no command to run: {command:?}") };
        let mut program = Command::new(env!("CARGO_BIN_EXE_tdp"));
        for name in ["TDP_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            program.env_remove(name);
        }
        program.args(arguments.split_whitespace()).current_dir(self.folder.path()).stdin(Stdio::null());
        let output = program.output().unwrap();
        let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        let transcript = format!("{command}\n{out}{err}[exit {}]\n", output.status.code().unwrap());
        Told { codes: codes_in(&transcript), transcript }
    }
}

/// Returns the codes that a text names.
pub(crate) fn codes_in(text: &str) -> BTreeSet<String> {
    let codes = text.match_indices("TDP").filter_map(|(at, _)| text.get(at..at + "TDP000".len()));
    codes.map(str::to_owned).collect()
}

/// Lays the files of a folder out, workbooks made from their text.
fn lay_out(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if name != SOUND {
                lay_out(&path, &to.join(name));
            }
        } else if let Some(stem) = name.strip_suffix(".txt") {
            if !stem.starts_with("expected.") {
                let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
                fs::write(to.join(format!("{stem}.xlsx")), notation::made(&text)).unwrap();
            }
        } else {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}
