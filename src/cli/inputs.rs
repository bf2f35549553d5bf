//! Which files a run reads: the PATHs walked in a stable order, each file under a name that does not tell where it lies.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use tdp::model::Message;
use unicode_normalization::UnicodeNormalization as _;

use super::{
    console::Console,
    written::{self, Purpose},
};

/// The extensions of workbooks; in a folder only these count, in any case of letters.
const EXTENSIONS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv"];

/// How many folders may lie within each other; each costs as much to find as all above it.
const DEEPEST: usize = 100;

/// A folder lies within more folders than are walked.
#[derive(Debug, thiserror::Error)]
#[error("more than {DEEPEST} folders lie within each other")]
pub(crate) struct TooDeep;

impl TooDeep {
    /// Says it.
    pub(crate) fn told() -> Message {
        say!("Hơn {DEEPEST} thư mục lồng trong nhau", "More than {DEEPEST} folders lie within each other")
    }
}

/// A file to read.
#[derive(Debug)]
pub(crate) struct InputFile {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Its path below what the user named, with `/`, in NFC; no two files of a run share one.
    pub(crate) name: String,
    /// Why it cannot be read, where that is known already.
    pub(crate) unreadable: Option<io::Error>,
}

/// The files of a run, in the order of their names, and the folders without any.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// The files.
    pub(crate) files: Vec<InputFile>,
    /// The folders in which no workbook was found, as the user named them.
    pub(crate) empty_folders: Vec<String>,
}

/// Collects the files that `paths` stand for.
pub(crate) fn collect(paths: &[PathBuf], console: Console) -> Inputs {
    let mut inputs = Inputs::default();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut walk = Walk { root: path, console, seen: BTreeSet::new(), files: Vec::new() };
            walk.folder(path, "");
            if walk.files.is_empty() {
                inputs.empty_folders.push(nfc(&path.to_string_lossy()));
            }
            found.extend(walk.files.into_iter().map(|file| (label(path), file)));
        } else {
            let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
            let file = InputFile { path: path.clone(), name: nfc(&name), unreadable: None };
            found.push((path.parent().map(label).unwrap_or_default(), file));
        }
    }
    inputs.files = distinct(once_each(found, console));
    inputs
}

/// Reads a file of at most `most` bytes.
///
/// # Errors
/// When it cannot be read; a file that is too large gives [`io::ErrorKind::FileTooLarge`] before it fills the memory.
pub(crate) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    use io::Read as _;

    // Opening a pipe would wait for whoever may never write into it.
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    #[expect(clippy::disallowed_methods, reason = "the command line reads files")]
    let opened = fs::File::open(path)?;
    let length = opened.metadata()?.len();
    if length > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    opened.take(most + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= most) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::FileTooLarge.into())
    }
}

/// A folder being walked.
struct Walk<'a> {
    root: &'a Path,
    console: Console,
    /// Folders already walked, so that links going round in a circle end.
    seen: BTreeSet<PathBuf>,
    files: Vec<InputFile>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, below: &str) {
        if below.matches('/').count() > DEEPEST {
            return self.unreadable(folder, below.trim_end_matches('/'), io::Error::other(TooDeep));
        }
        if folder.canonicalize().is_ok_and(|real| !self.seen.insert(real)) {
            let shown = folder.display();
            return self.console.detail(&say!(
                "Bỏ qua {shown}: đã đọc thư mục này",
                "Passed over {shown}: this folder was read already"
            ));
        }
        if let Some(purpose) = written::purpose_of(folder) {
            return self.results(folder, below, purpose);
        }
        match entries(folder) {
            Ok(names) => names.iter().for_each(|(name, path)| self.entry(path, &format!("{below}{name}"), name)),
            Err(error) => self.unreadable(folder, below.trim_end_matches('/'), error),
        }
    }

    /// Passes over results written by tdp, and over nothing else that lies among them.
    fn results(&mut self, folder: &Path, below: &str, purpose: Purpose) {
        let shown = folder.display();
        let message = say!(
            "Bỏ qua các tệp kết quả do tdp ghi trong {shown}",
            "Passed over the results that tdp wrote to {shown}"
        );
        if below.is_empty() {
            self.console.notice(&message);
        } else {
            self.console.detail(&message);
        }
        match written::foreign_files(folder, purpose) {
            Ok(foreign) => foreign.iter().for_each(|name| {
                let last = name.rsplit('/').next().unwrap_or(name);
                self.entry(&folder.join(name), &nfc(&format!("{below}{name}")), last);
            }),
            Err(error) => self.unreadable(folder, below.trim_end_matches('/'), error),
        }
    }

    fn entry(&mut self, path: &Path, below: &str, name: &str) {
        if name.starts_with('.') || name.starts_with("~$") {
            return self.passed_over(path, &phrase!("tệp ẩn hoặc tệp khóa", "hidden or lock file"));
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.folder(path, &format!("{below}/")),
            Ok(metadata) if metadata.is_file() && is_workbook(name) => {
                self.files.push(InputFile { path: path.to_owned(), name: below.to_owned(), unreadable: None });
            }
            Err(error) if is_workbook(name) => self.unreadable(path, below, error),
            Ok(metadata) if metadata.is_file() && is_document(name) => self.no_workbook(path),
            Ok(_) | Err(_) => self.passed_over(path, &phrase!("không phải bảng tính", "not a workbook")),
        }
    }

    fn unreadable(&mut self, path: &Path, below: &str, error: io::Error) {
        let whole = || self.root.file_name().map_or_else(|| self.root.to_string_lossy(), |name| name.to_string_lossy());
        let name = if below.is_empty() { nfc(&whole()) } else { below.to_owned() };
        self.files.push(InputFile { path: path.to_owned(), name, unreadable: Some(error) });
    }

    /// Says that a document lies among the workbooks: it may be what a ward sent instead of one.
    fn no_workbook(&self, path: &Path) {
        let shown = path.display();
        self.console.notice(&say!(
            "Bỏ qua {shown}: không phải bảng tính; nếu phường, xã gửi số liệu trong tệp này thì đề nghị gửi lại bằng Excel",
            "Passed over {shown}: not a workbook; if a ward sent its figures in it, ask for them in Excel"
        ));
    }

    fn passed_over(&self, path: &Path, reason: &Message) {
        let (shown, vi, en) = (path.display(), &reason.vi, &reason.en);
        self.console.detail(&say!("Bỏ qua {shown}: {vi}", "Passed over {shown}: {en}"));
    }
}

/// What people send instead of a workbook.
const DOCUMENTS: [&str; 15] =
    ["pdf", "doc", "docx", "rtf", "odt", "htm", "html", "zip", "rar", "7z", "jpg", "jpeg", "png", "tif", "eml"];

fn is_document(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    extension.is_some_and(|extension| DOCUMENTS.contains(&extension.as_str()))
}

/// Lists a folder in the order of the names in NFC, then of the names as they are.
fn entries(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    #[expect(clippy::disallowed_methods, reason = "the command line walks folders")]
    let listed = fs::read_dir(folder)?;
    let mut names = listed
        .map(|entry| entry.map(|entry| (nfc(&entry.file_name().to_string_lossy()), entry.path())))
        .collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

fn is_workbook(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension))
}

/// Returns the name of a folder, wherever it lies.
fn label(folder: &Path) -> String {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    real.file_name().map(|name| nfc(&name.to_string_lossy())).unwrap_or_default()
}

/// Keeps one of several paths to one file, in the order of names.
fn once_each(mut found: Vec<(String, InputFile)>, console: Console) -> Vec<(String, InputFile)> {
    found.sort_by(|(_, a), (_, b)| a.name.split('/').cmp(b.name.split('/')));
    let mut seen = BTreeSet::new();
    found.retain(|(_, file)| {
        let first = file.path.canonicalize().is_ok_and(|real| seen.insert(real)) || !file.path.exists();
        if !first {
            let shown = file.path.display();
            console.notice(&say!(
                "{shown} được nêu nhiều lần, chỉ đọc một lần",
                "{shown} is named more than once and read once"
            ));
        }
        first
    });
    found
}

/// Puts the folder's name before names that several files share, and a number where that is not enough.
fn distinct(found: Vec<(String, InputFile)>) -> Vec<InputFile> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for (_, file) in &found {
        *uses.entry(file.name.clone()).or_default() += 1;
    }
    let mut taken: BTreeSet<String> =
        uses.iter().filter(|(_, count)| **count == 1).map(|(name, _)| name.clone()).collect();
    let mut files: Vec<InputFile> = found
        .into_iter()
        .map(|(label, mut file)| {
            if uses.get(&file.name).is_some_and(|count| *count > 1) {
                file.name = free_name(&label, &file.name, &taken);
                taken.insert(file.name.clone());
            }
            file
        })
        .collect();
    files.sort_by(|a, b| a.name.split('/').cmp(b.name.split('/')));
    files
}

fn free_name(label: &str, name: &str, taken: &BTreeSet<String>) -> String {
    let first = [format!("{label}/{name}")].into_iter();
    let numbered = (2_u32..).map(|number| format!("{label} ({number})/{name}"));
    first.chain(numbered).find(|candidate| !taken.contains(candidate)).unwrap_or_default()
}

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

#[cfg(test)]
mod tests {
    use anstream::ColorChoice;
    use tdp::model::Language;

    use super::*;
    use crate::cli::console::Verbosity;

    fn folder_with(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            #[expect(clippy::disallowed_methods, reason = "a test makes files")]
            fs::write(path, b"x").unwrap();
        }
        folder
    }

    fn names(paths: &[PathBuf]) -> Vec<String> {
        let console = Console::new(Language::Vietnamese, Verbosity::Quiet, ColorChoice::Never);
        collect(paths, console).files.into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn a_folder_gives_its_workbooks_in_order_and_nothing_else() {
        let folder = folder_with(&["b.xlsx", "a/z.CSV", "a-b/y.ods", "~$b.xlsx", ".c.xlsx", "read.txt", "A.xls"]);
        assert_eq!(names(&[folder.path().to_owned()]), ["A.xls", "a/z.CSV", "a-b/y.ods", "b.xlsx"]);
    }

    #[test]
    fn only_what_tdp_wrote_is_passed_over() {
        let folder = folder_with(&["out/phu-luc.xlsx", "out/csv/phu-luc-I.csv", "out/phường.xlsx", "out/later/b.csv"]);
        #[expect(clippy::disallowed_methods, reason = "a test makes files")]
        fs::write(folder.path().join("out").join(written::LIST), "phu-luc.xlsx\ncsv/phu-luc-I.csv\n").unwrap();
        assert_eq!(names(&[folder.path().to_owned()]), ["out/later/b.csv", "out/phường.xlsx"]);
        assert_eq!(names(&[folder.path().join("out")]), ["later/b.csv", "phường.xlsx"]);
    }

    #[test]
    fn a_file_named_outright_is_read_whatever_its_name() {
        let folder = folder_with(&["~$b.txt"]);
        assert_eq!(names(&[folder.path().join("~$b.txt"), folder.path().join("none.xlsx")]), ["none.xlsx", "~$b.txt"]);
    }

    #[test]
    fn names_are_composed_whatever_the_disk_holds() {
        let folder = folder_with(&["a\u{301}.xlsx"]);
        assert_eq!(names(&[folder.path().to_owned()]), ["á.xlsx"]);
    }

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        let folder = folder_with(&["one/x.xlsx", "two/x.xlsx", "deep/one/x.xlsx", "two/y.xlsx"]);
        let paths = ["one", "two/x.xlsx", "deep/one", "two/y.xlsx"].map(|path| folder.path().join(path));
        assert_eq!(names(&paths), ["one/x.xlsx", "one (2)/x.xlsx", "two/x.xlsx", "y.xlsx"]);
    }

    #[test]
    fn one_file_named_twice_is_read_once() {
        let folder = folder_with(&["one/x.xlsx"]);
        assert_eq!(names(&[folder.path().join("one"), folder.path().join("one/x.xlsx")]), ["x.xlsx"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_going_round_in_a_circle_end() {
        let folder = folder_with(&["one/x.xlsx"]);
        std::os::unix::fs::symlink(folder.path(), folder.path().join("one/round")).unwrap();
        assert_eq!(names(&[folder.path().to_owned()]), ["one/x.xlsx"]);
    }

    #[test]
    fn folders_within_folders_are_told_where_they_are_too_many() {
        let deep = |folders: usize| format!("{}x.xlsx", "d/".repeat(folders));
        let folder = folder_with(&[&deep(DEEPEST), &deep(DEEPEST + 2)]);
        assert_eq!(
            names(&[folder.path().to_owned()]),
            ["d/".repeat(DEEPEST + 1).trim_end_matches('/'), &deep(DEEPEST)]
        );
    }

    #[test]
    fn a_folder_without_workbooks_is_told() {
        let folder = folder_with(&["read.txt"]);
        let console = Console::new(Language::Vietnamese, Verbosity::Quiet, ColorChoice::Never);
        let inputs = collect(&[folder.path().to_owned()], console);
        assert_eq!(inputs.empty_folders.len(), 1);
    }

    #[test]
    fn a_file_over_the_limit_is_refused_unread() {
        let folder = folder_with(&["x.xlsx"]);
        let file = folder.path().join("x.xlsx");
        assert_eq!(read(&file, 0).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(read(&file, 1).unwrap(), b"x");
    }
}
