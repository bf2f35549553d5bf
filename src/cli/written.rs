//! What a folder says was written there: its list of names, and of digests where people may work on the files.

use std::{collections::BTreeMap, fs, io, path::Path};

use tdp::model::digest;

use super::trouble::Trouble;

/// The file in which a folder of results lists what was written there, so that nothing else is ever overwritten.
pub(crate) const LIST: &str = ".tdp-ket-qua";
/// What systems leave in any folder that was looked at.
const LITTER: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini"];

/// The file in which a folder of forms lists them with their digests: a form that was filled in is never overwritten.
const FORMS: &str = ".tdp-bieu-mau";

/// The file in which a folder of receipts lists them with their digests: one that was written into is never overwritten.
const RECEIPTS: &str = ".tdp-bien-nhan";

/// What a folder is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Purpose {
    /// Results: they are made anew from what was received, and never read as such.
    Results,
    /// Copies of what was received: they are made anew, and read only once people have mended them where they lie.
    Copies,
    /// Receipts: they are proof, so that those that are there stay beside new ones, and are never read.
    Receipts,
    /// Forms: people may fill them in where they lie, and then they are read.
    Forms,
}

impl Purpose {
    /// Returns the name of the list.
    pub(crate) fn list(self) -> &'static str {
        match self {
            Self::Results | Self::Copies => LIST,
            Self::Receipts => RECEIPTS,
            Self::Forms => FORMS,
        }
    }

    /// Returns whether the list holds the digests of the files.
    fn is_digested(self) -> bool {
        match self {
            Self::Results => false,
            Self::Copies | Self::Receipts | Self::Forms => true,
        }
    }

    /// Returns the line of the list about a file with that digest.
    pub(crate) fn line(self, name: &str, digest: &str) -> String {
        listing(name, self.is_digested().then_some(digest))
    }
}

/// Returns the line of a list about a file, with its digest where the list has them.
pub(crate) fn listing(name: &str, digest: Option<&str>) -> String {
    digest.map_or_else(|| name.to_owned(), |digest| format!("{digest}  {name}"))
}

/// Returns what a folder is for that holds results of ours, and no forms that people fill in.
pub(crate) fn purpose_of(folder: &Path) -> Option<Purpose> {
    [Purpose::Results, Purpose::Receipts].into_iter().find(|purpose| folder.join(purpose.list()).exists())
}

/// Refuses a folder with files that its list does not name, or that somebody has changed since; receipts that were
/// changed stay where they are, unless others come in their place.
///
/// # Errors
/// When there is one, or the folder cannot be read.
pub(crate) fn only_ours(folder: &Path, purpose: Purpose) -> anyhow::Result<()> {
    let shown = folder.display();
    if !folder.is_dir() {
        return Err(Trouble::new(say!("{shown} là tệp, không phải thư mục", "{shown} is a file, not a folder")).into());
    }
    let unread = |error| {
        Trouble::new(say!("Không đọc được thư mục {shown}", "The folder {shown} cannot be read")).because(error)
    };
    let list = listed(folder, purpose);
    let of_other_kind = |digested: &Option<String>| digested.is_some() != purpose.is_digested();
    if list.values().any(of_other_kind) {
        return Err(of_another_command(folder).into());
    }
    if let Some(name) = files_but(folder, &list, purpose).map_err(unread)?.first() {
        return Err(foreign_file(folder, name).into());
    }
    if purpose == Purpose::Receipts {
        return Ok(());
    }
    match changed(folder, &list).map_err(unread)?.first() {
        None => Ok(()),
        Some(name) if purpose == Purpose::Forms => Err(filled_in(folder, name).into()),
        Some(name) => Err(mended(folder, name).into()),
    }
}

/// Returns the files that are no longer what the list of a folder says they were when they were written.
pub(crate) fn changed(folder: &Path, list: &BTreeMap<String, Option<String>>) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for (name, digested) in list.iter().filter_map(|(name, digest)| Some((name, digest.as_ref()?))) {
        #[expect(clippy::disallowed_methods, reason = "the command line reads files")]
        match fs::read(folder.join(name)) {
            Ok(content) if digest(&content) != *digested => names.push(name.clone()),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(names)
}

/// Returns the files that the list of a folder names, with their digests where it has them.
fn listed(folder: &Path, purpose: Purpose) -> BTreeMap<String, Option<String>> {
    #[expect(clippy::disallowed_methods, reason = "the command line reads files")]
    let list = fs::read_to_string(folder.join(purpose.list())).unwrap_or_default();
    let lines = list.lines().map(|line| match line.split_once("  ") {
        Some((digest, name)) if is_digest(digest) => (name.to_owned(), Some(digest.to_owned())),
        _ => (line.to_owned(), None),
    });
    lines.collect()
}

/// Returns the files of a folder that its list names, with their digests where it has them.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn ours(folder: &Path, purpose: Purpose) -> io::Result<BTreeMap<String, Option<String>>> {
    let mut there = Vec::new();
    if folder.exists() {
        files_below(folder, "", &mut there)?;
    }
    let mut list = listed(folder, purpose);
    list.retain(|name, _| there.binary_search(name).is_ok());
    Ok(list)
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn of_another_command(folder: &Path) -> Trouble {
    let shown = folder.display();
    Trouble::new(say!(
        "Thư mục {shown} chứa kết quả của một lệnh khác: ghi vào đây sẽ xóa các kết quả đó",
        "The folder {shown} holds what another command made: writing there would remove it"
    ))
    .helped_by(say!("Nêu một thư mục mới hoặc thư mục trống", "Name a new or an empty folder"))
}

pub(crate) fn mended(folder: &Path, name: &str) -> Trouble {
    let shown = folder.display();
    Trouble::new(say!(
        "Tệp \"{name}\" trong {shown} đã có người sửa: ghi đè sẽ mất phần đã sửa",
        "The file \"{name}\" in {shown} was changed: replacing it would lose that work"
    ))
    .helped_by(say!(
        "Nêu một thư mục mới, hoặc chuyển tệp này sang thư mục khác rồi chạy lại",
        "Name a new folder, or move this file elsewhere and run again"
    ))
}

fn filled_in(folder: &Path, name: &str) -> Trouble {
    let shown = folder.display();
    Trouble::new(say!(
        "Biểu \"{name}\" trong {shown} đã có người ghi vào: ghi đè sẽ mất phần đã ghi",
        "The form \"{name}\" in {shown} was filled in: replacing it would lose that work"
    ))
    .helped_by(say!(
        "Nêu một thư mục mới, hoặc chuyển biểu này sang thư mục khác rồi chạy lại",
        "Name a new folder, or move this form elsewhere and run again"
    ))
}

/// Returns the files below a folder of results, with `/`, that its list does not name, and those that somebody changed;
/// receipts are none to be read, whoever changed them.
pub(crate) fn foreign_files(folder: &Path, purpose: Purpose) -> io::Result<Vec<String>> {
    let list = listed(folder, purpose);
    let mut names = files_but(folder, &list, purpose)?;
    if purpose != Purpose::Receipts {
        names.extend(changed(folder, &list)?);
    }
    names.sort();
    Ok(names)
}

fn files_but(folder: &Path, ours: &BTreeMap<String, Option<String>>, purpose: Purpose) -> io::Result<Vec<String>> {
    let mut there = Vec::new();
    files_below(folder, "", &mut there)?;
    there.retain(|name| !ours.contains_key(name) && name != purpose.list() && !is_litter(name));
    Ok(there)
}

fn foreign_file(folder: &Path, name: &str) -> Trouble {
    let shown = folder.display();
    let trouble = Trouble::new(say!(
        "Thư mục {shown} có tệp không do tdp ghi: \"{name}\"",
        "The folder {shown} holds a file that tdp did not write: \"{name}\""
    ));
    let file = name.rsplit('/').next().unwrap_or(name);
    trouble.helped_by(if file.starts_with("~$") || file.starts_with(".~lock.") {
        say!(
            "Đóng tệp đang mở trong thư mục này rồi chạy lại",
            "Close the file that is open in this folder and run again"
        )
    } else {
        say!("Nêu một thư mục mới hoặc thư mục trống", "Name a new or an empty folder")
    })
}

fn is_litter(name: &str) -> bool {
    LITTER.contains(&name.rsplit('/').next().unwrap_or(name))
}

/// Adds the paths of the files below `folder`, with `/` and in order, each behind `below`.
///
/// # Errors
/// When a folder cannot be read.
pub(crate) fn files_below(folder: &Path, below: &str, files: &mut Vec<String>) -> io::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the command line walks folders")]
    let listed = fs::read_dir(folder)?;
    for entry in listed {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files_below(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    files.sort();
    Ok(())
}
