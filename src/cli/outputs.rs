//! A folder of results, written beside and swapped in whole: never a part of it, never over somebody else's files.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use unicode_normalization::UnicodeNormalization as _;

use super::{
    on_disk,
    staged::{Staged, StagedFile, write},
    trouble::Trouble,
    written::{self, Purpose, only_ours},
};

/// A folder that results may be written to.
#[derive(Debug)]
pub(crate) struct OutputFolder {
    /// What for.
    purpose: Purpose,
    /// The folder itself, links followed.
    folder: PathBuf,
    /// The folder that it stands in.
    parent: PathBuf,
}

/// What became of the files that were there before others were added.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Before {
    /// How many of them others came in place of.
    pub(crate) replaced: usize,
    /// How many stayed.
    pub(crate) kept: usize,
}

impl OutputFolder {
    /// Makes sure, before the work begins, that `folder` may be written: it is new, empty, or holds what was written
    /// there before and nothing else.
    ///
    /// # Errors
    /// When it is no folder, lies below a file, or holds anything else; among forms, one that was filled in.
    pub(crate) fn claim(folder: &Path, purpose: Purpose) -> anyhow::Result<Self> {
        let claimed = Self::locate(folder, purpose)?;
        if claimed.folder.exists() {
            only_ours(&claimed.folder, purpose)?;
        }
        Ok(claimed)
    }

    fn locate(folder: &Path, purpose: Purpose) -> anyhow::Result<Self> {
        let refused = |kind: io::ErrorKind| not_written(folder, kind.into());
        let real = on_disk::real(folder);
        let parent = real.parent().map(Path::to_owned).ok_or_else(|| refused(io::ErrorKind::PermissionDenied))?;
        let above = parent.ancestors().find(|above| above.exists());
        if above.is_some_and(|above| !above.is_dir()) {
            return Err(refused(io::ErrorKind::NotADirectory).into());
        }
        Ok(Self { purpose, folder: real, parent })
    }

    /// Writes `files` (name below the folder with `/`, content) in place of what was there.
    ///
    /// # Errors
    /// When anything cannot be written, or two files would bear one name; what was there before is then as it was.
    pub(crate) fn replace<'f>(&self, files: impl Iterator<Item = (&'f str, &'f [u8])>) -> anyhow::Result<()> {
        let staged = self.stage()?;
        let put = |(number, (name, content)): (usize, (&str, &[u8]))| {
            Ok((name.to_owned(), staged.put(number, content).map_err(|error| not_written(&self.folder, error))?))
        };
        let files: Vec<(String, StagedFile)> = files.enumerate().map(put).collect::<Result<_, Trouble>>()?;
        self.replace_by(staged, &files)
    }

    /// Begins to write files beside the folder, of which the caller holds none in memory.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub(crate) fn stage(&self) -> anyhow::Result<Staged> {
        Staged::below(&self.parent).map_err(|error| not_written(&self.folder, error).into())
    }

    /// Writes a file beside the folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn put(&self, staged: &Staged, number: usize, content: &[u8]) -> Result<StagedFile, Trouble> {
        staged.put(number, content).map_err(|error| not_written(&self.folder, error))
    }

    /// Puts `files` (name below the folder with `/`), all of them `staged`, in place of what was there.
    ///
    /// # Errors
    /// As [`OutputFolder::replace`].
    pub(crate) fn replace_by(&self, staged: Staged, files: &[(String, StagedFile)]) -> anyhow::Result<()> {
        let mut names = BTreeSet::new();
        if !files.iter().all(|(name, _)| names.insert(name.to_lowercase())) {
            return Err(not_written(&self.folder, io::ErrorKind::AlreadyExists.into()).into());
        }
        let lines: Vec<String> = files.iter().map(|(name, file)| self.purpose.line(name, &file.digest)).collect();
        self.still_ours()?;
        self.swap(staged, files, &lines, &[]).map_err(|error| not_written(&self.folder, error).into())
    }

    /// Makes sure again, before anything is written: while the work was done, somebody may have put a file there.
    fn still_ours(&self) -> anyhow::Result<()> {
        if self.folder.exists() { only_ours(&self.folder, self.purpose) } else { Ok(()) }
    }

    /// Puts `files` (name below the folder with `/`), all of them `staged`, beside those that were written there before,
    /// or in place of those of the same name; letters composed or large otherwise make no other name.
    ///
    /// # Errors
    /// When one would come in place of a file that somebody has changed, or anything cannot be written; what was there
    /// before is then as it was.
    pub(crate) fn add(&self, staged: Staged, files: &[(String, StagedFile)]) -> anyhow::Result<Before> {
        let refused = |error| not_written(&self.folder, error);
        self.still_ours()?;
        let there = written::ours(&self.folder, self.purpose).map_err(refused)?;
        let same = |name: &str| name.nfc().collect::<String>().to_lowercase();
        let new: BTreeSet<String> = files.iter().map(|(name, _)| same(name)).collect();
        let (replaced, kept): (BTreeMap<_, _>, BTreeMap<_, _>) =
            there.into_iter().partition(|(name, _)| new.contains(&same(name)));
        if let Some(name) = written::changed(&self.folder, &replaced).map_err(refused)?.first() {
            return Err(written::mended(&self.folder, name).into());
        }
        let mut lines: Vec<String> = files.iter().map(|(name, file)| self.purpose.line(name, &file.digest)).collect();
        lines.extend(kept.iter().map(|(name, digest)| written::listing(name, digest.as_deref())));
        lines.sort();
        let names: Vec<&str> = kept.keys().map(String::as_str).collect();
        self.swap(staged, files, &lines, &names).map_err(refused)?;
        Ok(Before { replaced: replaced.len(), kept: kept.len() })
    }

    /// Names the files that are staged and moves them in, with the `lines` of their list and those that are `kept` of
    /// what is there.
    fn swap(&self, staged: Staged, files: &[(String, StagedFile)], lines: &[String], kept: &[&str]) -> io::Result<()> {
        let new = staged.named();
        write(&new.join(self.purpose.list()), format!("{}\n", lines.join("\n")).as_bytes())?;
        for (name, file) in files {
            staged.name(name, file)?;
        }
        for name in kept {
            let path = new.join(name);
            fs::create_dir_all(path.parent().unwrap_or(&new))?;
            fs::copy(self.folder.join(name), path)?;
        }
        self.move_in(staged)
    }

    /// Moves what is staged and named in place of what is there.
    fn move_in(&self, staged: Staged) -> io::Result<()> {
        let (new, old) = (staged.named(), staged.place.path().join("old"));
        if !self.folder.exists() {
            return fs::rename(&new, &self.folder);
        }
        if is_empty(&self.folder)? {
            return move_into(&new, &self.folder);
        }
        fs::set_permissions(&new, fs::metadata(&self.folder)?.permissions())?;
        fs::rename(&self.folder, &old)?;
        let swapped = fs::rename(&new, &self.folder);
        // What was there before is put back; should even that fail, it is kept where it lies.
        if swapped.is_err() && fs::rename(&old, &self.folder).is_err() {
            let _ = staged.place.keep();
        }
        swapped
    }
}

/// Makes a new folder with `files`; one that is there must be empty.
///
/// # Errors
/// When it is not empty or cannot be written.
pub(crate) fn make(folder: &Path, files: &[(String, Vec<u8>)]) -> anyhow::Result<()> {
    let claimed = OutputFolder::locate(folder, Purpose::Results)?;
    let there = &claimed.folder;
    if there.exists() && !(there.is_dir() && is_empty(there).map_err(|error| not_written(folder, error))?) {
        let shown = folder.display();
        return Err(Trouble::new(say!("{shown} đã có và không trống", "{shown} is there already and not empty"))
            .helped_by(say!("Nêu một thư mục mới hoặc thư mục trống", "Name a new or an empty folder"))
            .into());
    }
    let staged = claimed.stage()?;
    let made = write_all(&staged.named(), files).and_then(|()| claimed.move_in(staged));
    made.map_err(|error| not_written(folder, error).into())
}

fn not_written(folder: &Path, error: io::Error) -> Trouble {
    let shown = folder.display();
    Trouble::new(say!("Không ghi được vào {shown}", "{shown} cannot be written")).because(error)
}

fn is_empty(folder: &Path) -> io::Result<bool> {
    #[expect(clippy::disallowed_methods, reason = "the command line walks folders")]
    let mut listed = fs::read_dir(folder)?;
    Ok(listed.next().is_none())
}

/// Moves what is in `new` into an empty folder, which may be the one the user stands in; all of it or nothing.
fn move_into(new: &Path, folder: &Path) -> io::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the command line walks folders")]
    let listed = fs::read_dir(new)?;
    let mut moved = Vec::new();
    for entry in listed {
        let entry = entry?;
        let target = folder.join(entry.file_name());
        if let Err(error) = fs::rename(entry.path(), &target) {
            for (from, to) in moved {
                fs::rename(to, from)?;
            }
            return Err(error);
        }
        moved.push((entry.path(), target));
    }
    Ok(())
}

/// Writes files; a name that ends in `/` is an empty folder.
fn write_all(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    for (name, content) in files {
        let path = folder.join(name);
        if name.ends_with('/') {
            fs::create_dir_all(path)?;
            continue;
        }
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        write(&path, content)?;
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests make and read files")]
mod tests {
    use super::*;
    use crate::cli::written::files_below;

    fn replace(folder: &Path, files: &[(&str, &str)]) -> anyhow::Result<()> {
        OutputFolder::claim(folder, Purpose::Results)?
            .replace(files.iter().map(|(name, text)| (*name, text.as_bytes())))
    }

    fn there(folder: &Path) -> Vec<String> {
        let mut files = Vec::new();
        files_below(folder, "", &mut files).unwrap();
        files
    }

    #[test]
    fn results_take_the_place_of_the_results_before() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("deep/out");
        replace(&folder, &[("a.txt", "1"), ("csv/b.txt", "2")]).unwrap();
        replace(&folder, &[("a.txt", "3")]).unwrap();
        assert_eq!(there(place.path()), ["deep/out/.tdp-ket-qua", "deep/out/a.txt"]);
        assert_eq!(fs::read_to_string(folder.join("a.txt")).unwrap(), "3");
    }

    #[test]
    fn a_foreign_file_is_never_overwritten() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("a.txt"), "mine").unwrap();
        assert!(replace(place.path(), &[("a.txt", "1")]).is_err());
        assert_eq!(fs::read_to_string(place.path().join("a.txt")).unwrap(), "mine");
    }

    #[test]
    fn a_foreign_file_among_ours_is_kept_and_so_are_ours() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("out");
        replace(&folder, &[("a.txt", "1")]).unwrap();
        fs::write(folder.join("notes.txt"), "mine").unwrap();
        assert!(replace(&folder, &[("a.txt", "2")]).is_err());
        assert_eq!(fs::read_to_string(folder.join("a.txt")).unwrap(), "1");
    }

    #[test]
    fn a_way_through_a_folder_that_is_still_to_be_made_leads_to_no_other_files() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("a.txt"), "mine").unwrap();
        let round_about = place.path().join("new/deep/../..");
        assert!(replace(&round_about, &[("a.txt", "1")]).is_err());
        assert!(make(&round_about, &[("a.txt".to_owned(), b"1".to_vec())]).is_err());
        assert_eq!(there(place.path()), ["a.txt"]);
        replace(&place.path().join("new/../out"), &[("a.txt", "1")]).unwrap();
        assert_eq!(there(&place.path().join("out")), [".tdp-ket-qua", "a.txt"]);
    }

    #[test]
    fn what_came_while_the_work_was_done_is_kept() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("out");
        let claimed = OutputFolder::claim(&folder, Purpose::Results).unwrap();
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("notes.txt"), "mine").unwrap();
        assert!(claimed.replace([("a.txt", "1".as_bytes())].into_iter()).is_err());
        assert_eq!(there(&folder), ["notes.txt"]);
    }

    #[test]
    fn copies_and_results_do_not_take_each_others_place() {
        let place = tempfile::tempdir().unwrap();
        let (copies, results) = (place.path().join("copies"), place.path().join("results"));
        let put = |folder: &Path, purpose| {
            OutputFolder::claim(folder, purpose)?.replace([("a.xlsx", "1".as_bytes())].into_iter())
        };
        put(&copies, Purpose::Copies).unwrap();
        put(&results, Purpose::Results).unwrap();
        assert!(put(&copies, Purpose::Results).is_err() && put(&results, Purpose::Copies).is_err());
        put(&copies, Purpose::Copies).unwrap();
        put(&results, Purpose::Results).unwrap();
    }

    #[test]
    fn a_form_that_was_filled_in_is_kept() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("out");
        let forms = |text: &'static str| {
            OutputFolder::claim(&folder, Purpose::Forms)?.replace([("a.xlsx", text.as_bytes())].into_iter())
        };
        forms("1").unwrap();
        forms("2").unwrap();
        fs::write(folder.join("a.xlsx"), "filled").unwrap();
        assert!(forms("3").is_err());
        assert!(replace(&folder, &[("a.xlsx", "4")]).is_err(), "forms are no results");
        assert_eq!(fs::read_to_string(folder.join("a.xlsx")).unwrap(), "filled");
        fs::remove_file(folder.join("a.xlsx")).unwrap();
        forms("5").unwrap();
    }

    #[test]
    fn an_empty_folder_and_what_systems_leave_are_no_hindrance() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("Thumbs.db"), "").unwrap();
        replace(place.path(), &[("a.txt", "1")]).unwrap();
        assert_eq!(there(place.path()), [".tdp-ket-qua", "a.txt"]);
    }

    #[test]
    fn of_two_files_of_one_name_none_is_lost() {
        let place = tempfile::tempdir().unwrap();
        assert!(replace(&place.path().join("out"), &[("a.txt", "1"), ("A.txt", "2")]).is_err());
        assert_eq!(there(place.path()), [""; 0]);
    }

    #[test]
    fn a_folder_below_a_file_cannot_be_written() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("file"), "").unwrap();
        assert!(replace(&place.path().join("file/out"), &[]).is_err());
        assert!(replace(&place.path().join("file"), &[]).is_err());
    }

    #[test]
    fn what_was_there_stays_when_writing_fails() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("out");
        replace(&folder, &[("a.txt", "1")]).unwrap();
        assert!(replace(&folder, &[("a.txt", "2"), ("a.txt/b.txt", "3")]).is_err());
        assert_eq!(fs::read_to_string(folder.join("a.txt")).unwrap(), "1");
        assert_eq!(there(place.path()), ["out/.tdp-ket-qua", "out/a.txt"]);
    }
}
