//! Paths as the disk spells them: a Vietnamese letter may be stored composed or decomposed, and looks the same.

use std::{
    ffi::OsStr,
    fs,
    path::{Component, Path, PathBuf},
};

use clap::builder::{PathBufValueParser, TypedValueParser};
use unicode_normalization::UnicodeNormalization as _;

/// Takes a path from the command line, as the disk spells it.
pub(crate) fn path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| on_disk(&path))
}

/// Returns the path of what is there under the same name in another composition, where it is not there as it was
/// typed; one name of several is never picked.
pub(crate) fn on_disk(path: &Path) -> PathBuf {
    if path.exists() || path.as_os_str().is_ascii() {
        return path.to_owned();
    }
    path.components().fold(PathBuf::new(), |folder, component| {
        let typed = folder.join(component);
        match component {
            Component::Normal(name) if !typed.exists() => alike(&folder, name).unwrap_or(typed),
            _ => typed,
        }
    })
}

/// Returns the full path of what may not be there yet, links followed as far as it is.
pub(crate) fn real(path: &Path) -> PathBuf {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = full.ancestors().find_map(|above| {
        let (real, below) = (above.canonicalize().ok()?, full.strip_prefix(above).ok()?);
        Some(if below.as_os_str().is_empty() { real } else { real.join(below) })
    });
    known.unwrap_or(full)
}

/// Returns the only entry of a folder whose name reads as `name` does.
fn alike(folder: &Path, name: &OsStr) -> Option<PathBuf> {
    let wanted = name.to_str()?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    #[expect(clippy::disallowed_methods, reason = "the command line looks into folders")]
    let entries = fs::read_dir(folder).ok()?;
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name()));
    let mut same = names.filter(|name| name.to_str().is_some_and(|name| name.nfc().eq(wanted.nfc())));
    let first = same.next()?;
    same.next().is_none().then(|| folder.join(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what is read under `wanted` in a folder that holds `there`.
    fn read(there: &[&str], wanted: &str) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        for name in there {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            #[expect(clippy::disallowed_methods, reason = "a test makes files")]
            fs::write(path, name).unwrap();
        }
        #[expect(clippy::disallowed_methods, reason = "a test reads files")]
        fs::read_to_string(on_disk(&folder.path().join(wanted))).ok()
    }

    #[test]
    fn a_name_is_found_whichever_way_its_letters_are_stored() {
        let (composed, decomposed) = ("xã/tổ.csv", "xa\u{303}/to\u{302}\u{309}.csv");
        assert_eq!(read(&[decomposed], composed).as_deref(), Some(decomposed));
        assert_eq!(read(&[composed], decomposed).as_deref(), Some(composed));
    }

    #[test]
    fn a_name_that_is_there_as_typed_is_taken_first() {
        let both = ["tổ.csv", "to\u{302}\u{309}.csv"];
        // Some disks hold one of the two only.
        assert!(read(&both, both[0]).is_some_and(|name| name.nfc().eq(both[0].nfc())));
    }

    #[test]
    fn another_name_is_never_taken() {
        assert_eq!(read(&["to.csv", "Tổ.csv"], "tô.csv"), None);
    }

    #[test]
    fn what_is_not_there_yet_is_put_into_the_folder_that_is() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("xa\u{303}");
        fs::create_dir(&there).unwrap();
        let found = on_disk(&folder.path().join("xã/kết quả"));
        assert!(found.parent().is_some_and(Path::is_dir), "{}", found.display());
        assert!(found.ends_with("kết quả"));
    }
}
