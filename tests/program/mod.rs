//! Running the program as a user does.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::{
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

/// Runs `tdp` with `arguments` in `folder`.
pub(crate) fn tdp(folder: &Path, arguments: &[&str]) -> Output {
    tdp_on(folder, arguments, "2")
}

/// Runs `tdp` with `arguments` in `folder`, on so many threads.
pub(crate) fn tdp_on(folder: &Path, arguments: &[&str], threads: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tdp"));
    command.current_dir(folder).args(arguments);
    command.env_remove("TDP_LANG").env("LC_ALL", "C.UTF-8").env("RAYON_NUM_THREADS", threads);
    command.output().expect("the program starts")
}

/// Returns what was printed, as JSON; where it is none, fails with what the program said instead.
pub(crate) fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let said = String::from_utf8_lossy(&output.stderr);
        panic!("no JSON ({error}), exit {:?}: {said}", output.status.code())
    })
}
