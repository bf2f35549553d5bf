//! Runs the program in a folder of its own and keeps what it said.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A folder to run in, removed afterwards.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

/// What a run said, and its exit code.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    /// Makes an empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Makes a workspace of one ward with two groups, judged by two criteria.
    pub(crate) fn with_workspace() -> Self {
        let place = Self::empty();
        place.write("tdp.toml", PLAN);
        place.write("criteria/thu.toml", CRITERIA);
        place.write("units.csv", UNITS);
        place.write("targets.csv", TARGETS);
        fs::create_dir(place.path("submissions")).unwrap();
        place
    }

    /// Returns a path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&self, name: &str, content: &str) {
        self.write_bytes(name, content.as_bytes());
    }

    /// Writes a file of any bytes, with the folders above it.
    pub(crate) fn write_bytes(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Reads a file.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Returns the names of everything below a folder, sorted.
    pub(crate) fn files(&self, name: &str) -> Vec<String> {
        let mut files = Vec::new();
        below(&self.path(name), &self.path(name), &mut files);
        files.sort();
        files
    }

    /// Runs the program with `arguments`, without any language in the environment.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(&[], arguments)
    }

    /// Runs the program with `arguments` and `variables`.
    pub(crate) fn run_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tdp"));
        for name in ["TDP_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command.envs(variables.iter().copied()).args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        let output = command.output().unwrap();
        Run {
            code: output.status.code().expect("the program ends by itself"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn below(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(root, &path, files);
        } else {
            files.push(path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"));
        }
    }
}

/// The plan of [`Place::with_workspace`].
pub(crate) const PLAN: &str = r#"schema = 1
[plan]
number = "1/KH-UBND"
title = "Kế hoạch thử"
issuer = "UBND thành phố"
date = 2025-02-28
period = { from = 2025-01-01, to = 2025-12-31 }
deadline = 2025-10-15
criteria = "thu@2025-01-01"
units = "units.csv"
targets_file = "targets.csv"
"#;

/// Its criteria: meetings attended by 80 % of the households, and no crime.
pub(crate) const CRITERIA: &str = r#"schema = 1
id = "thu"
version = 2025-01-01
title = "Bộ thử"
issuer = "UBND thành phố"
basis = ["1/KH-UBND"]
provenance = "modelled"
[outcome]
require = "all"
[[standard]]
id = "1"
title = "Tự quản"
[[standard.criterion]]
id = "1.1"
title = "Tỷ lệ hộ dự họp"
kind = "percent"
achieved = ">= 80%"
[[standard.criterion]]
id = "1.2"
title = "Không có tội phạm"
kind = "yes-no"
achieved = "yes"
"#;

/// Its units: a city, a ward, two groups.
pub(crate) const UNITS: &str = "code,name,kind,parent,area,aliases,valid_from,valid_to,succeeds
C,Thành phố Thử,thành phố,,,,,,
01,Phường Một,phường,C,,,,,
01.1,Tổ dân phố số 1,tổ dân phố,01,,,,,
01.2,Tổ dân phố số 2,tổ dân phố,01,,,,,
";

/// Its targets: one group to be maintained, one new.
pub(crate) const TARGETS: &str = "code,target,recognised_year,decision\n01.1,maintain,2023,\n01.2,new,,\n";

/// A ward's table in which everything is achieved.
pub(crate) const GOOD: &str = "BIỂU TỔNG HỢP TỰ ĐÁNH GIÁ,,,
PHƯỜNG MỘT,,,
TT,Tên tổ dân phố,1.1 Tỷ lệ hộ dự họp,1.2 Không có tội phạm
1,Tổ dân phố số 1,\"95,5%\",Đạt
2,Tổ dân phố số 2,\"80%\",Đạt
";

/// The same with a text where a number is needed.
pub(crate) const BAD: &str = "BIỂU TỔNG HỢP TỰ ĐÁNH GIÁ,,,
PHƯỜNG MỘT,,,
TT,Tên tổ dân phố,1.1 Tỷ lệ hộ dự họp,1.2 Không có tội phạm
1,Tổ dân phố số 1,nhiều hộ,Đạt
2,Tổ dân phố số 2,\"80%\",Đạt
";
