//! The source of the program, for tests that hold it to its rules.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Returns every source file: its path relative to `src/`, with `/`, and its text.
pub(crate) fn source_files() -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(next) = folders.pop() {
        #[expect(clippy::disallowed_methods, reason = "a test that reads the source")]
        let entries = fs::read_dir(next).expect("the source is there");
        for entry in entries {
            let path = entry.expect("a folder of the source is listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(files.len() > 10, "no source found in {}", source.display());
    let name = |path: &Path| path.strip_prefix(&source).unwrap_or(path).to_string_lossy().replace('\\', "/");
    #[expect(clippy::disallowed_methods, reason = "a test that reads the source")]
    let text = |path: &Path| fs::read_to_string(path).expect("the source is text");
    files.iter().map(|path| (name(path), text(path))).collect()
}
