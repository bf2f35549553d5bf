//! The same inputs give the same bytes, wherever they lie, however they are named, on however many threads.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests lay out folders and read what was written")]
#![allow(dead_code, reason = "another test also parses what the program prints")]

mod program;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// Everything that the program gave: what it printed, and the files of the aggregate by their names.
type Given = BTreeMap<String, Vec<u8>>;

#[test]
fn another_folder_gives_the_same_bytes() {
    let here = laid_out("thành phố");
    let there = laid_out("a/b c/d");
    assert_same(&given(&here.workspace, &["submissions"], "1"), &given(&there.workspace, &["submissions"], "1"));
}

#[test]
fn another_order_of_the_files_gives_the_same_bytes() {
    let city = laid_out("city");
    let mut files: Vec<String> = fs::read_dir(city.workspace.join("submissions"))
        .expect("the submissions")
        .map(|entry| format!("submissions/{}", entry.expect("an entry").file_name().to_string_lossy()))
        .collect();
    files.sort();
    let forward: Vec<&str> = files.iter().map(String::as_str).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    assert_same(&given(&city.workspace, &forward, "2"), &given(&city.workspace, &backward, "2"));
}

#[test]
fn another_number_of_threads_gives_the_same_bytes() {
    let city = laid_out("city");
    assert_same(&given(&city.workspace, &["submissions"], "1"), &given(&city.workspace, &["submissions"], "4"));
}

/// A copy of the example that is taken away with the test.
struct LaidOut {
    workspace: PathBuf,
    _folder: TempDir,
}

fn laid_out(name: &str) -> LaidOut {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = folder.path().join(name);
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lai-chau-2025"), &workspace);
    LaidOut { workspace, _folder: folder }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file to copy");
        }
    }
}

/// Runs the three commands of the main job and gathers what they give.
fn given(workspace: &Path, paths: &[&str], threads: &str) -> Given {
    let mut given = Given::new();
    for command in ["validate", "score"] {
        let output = run(workspace, &[&[command], paths, &["--format", "json"]].concat(), threads);
        given.insert(command.to_owned(), output);
    }
    let out = workspace.join("out");
    if out.exists() {
        fs::remove_dir_all(&out).expect("the outputs of the run before");
    }
    run(workspace, &[&["aggregate"], paths, &["-o", "out"]].concat(), threads);
    gather(&out, &out, &mut given);
    given
}

fn run(workspace: &Path, arguments: &[&str], threads: &str) -> Vec<u8> {
    let output = program::tdp_on(workspace, arguments, threads);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
    output.stdout
}

fn gather(root: &Path, folder: &Path, given: &mut Given) {
    for entry in fs::read_dir(folder).expect("the outputs") {
        let path = entry.expect("an output").path();
        if path.is_dir() {
            gather(root, &path, given);
        } else {
            let name = path.strip_prefix(root).expect("a file within").to_string_lossy().into_owned();
            given.insert(name, fs::read(&path).expect("an output"));
        }
    }
}

fn assert_same(one: &Given, other: &Given) {
    assert!(one.keys().eq(other.keys()), "{:?} and {:?}", one.keys(), other.keys());
    assert!(one.len() > 6, "the aggregate has files");
    let differing: Vec<&String> =
        one.iter().filter(|(name, bytes)| other[*name] != **bytes).map(|(name, _)| name).collect();
    assert!(differing.is_empty(), "other bytes in {differing:?}");
}
