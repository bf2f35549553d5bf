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

/// Returns the full path of what may not be there yet, links followed as far as it is: a step back behind a folder that
/// is still to be made leads to where that folder will stand.
pub(crate) fn real(path: &Path) -> PathBuf {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    full.components().fold(PathBuf::new(), |mut so_far, component| match component {
        Component::ParentDir => {
            so_far.pop();
            so_far
        }
        Component::Normal(name) => {
            let next = so_far.join(name);
            next.canonicalize().unwrap_or(next)
        }
        Component::Prefix(_) | Component::RootDir | Component::CurDir => so_far.join(component),
    })
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
    fn a_step_back_behind_what_is_not_there_leads_where_it_will_lead() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().canonicalize().unwrap();
        fs::create_dir(place.join("there")).unwrap();
        for (path, meant) in [
            ("new/../there", "there"),
            ("new/deep/../../there/new", "there/new"),
            ("there/../new", "new"),
            ("there/new", "there/new"),
        ] {
            assert_eq!(real(&folder.path().join(path)), place.join(meant), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_step_back_behind_a_link_leads_out_of_where_it_leads() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().canonicalize().unwrap();
        fs::create_dir_all(place.join("far/away")).unwrap();
        std::os::unix::fs::symlink(place.join("far/away"), place.join("link")).unwrap();
        assert_eq!(real(&place.join("link/../new")), place.join("far/new"));
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
