//! Results stand apart from what is read: a folder that tdp has written is passed over when wards' files are sought.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{arguments::Session, assess::SUBMISSIONS, on_disk, trouble::Trouble};

/// Refuses a folder for results that is, holds or lies in a folder to be read: one that is named, or that of the
/// workspace's submissions. A workspace that is named as a whole may hold its results. `example` names a right one.
pub(crate) fn from_inputs(
    output: &Path,
    example: &str,
    matches: &ArgMatches,
    session: &Session,
) -> Result<(), Trouble> {
    match clashing(output, matches, session) {
        None => Ok(()),
        Some(input) => Err(refused(output, &input, example)),
    }
}

/// Refuses a file for a result that is one of those to be read, however either path is spelled. `example` names a right
/// one.
pub(crate) fn from_files_read<'p>(
    output: &Path,
    mut read: impl Iterator<Item = &'p PathBuf>,
    example: &str,
) -> Result<(), Trouble> {
    let Some(input) = read.find(|input| on_disk::real(input) == on_disk::real(output)) else { return Ok(()) };
    let input = input.display();
    Err(Trouble::new(say!(
        "Không ghi kết quả vào {input}: đây là tệp cần đọc",
        "The result cannot go to {input}: it is the file that is read"
    ))
    .helped_by(say!("Nêu một tệp khác, ví dụ {example}", "Name another file, such as {example}")))
}

/// Refuses a file for a result that is one of those to be read, or lies in a folder to be read.
pub(crate) fn file_from_inputs(output: &Path, matches: &ArgMatches, session: &Session) -> Result<(), Trouble> {
    from_files_read(output, matches.get_many("paths").unwrap_or_default(), "-o bao-cao.docx")?;
    let Some(input) = clashing(output, matches, session) else { return Ok(()) };
    let (output, input) = (output.display(), input.display());
    Err(Trouble::new(say!(
        "Không ghi báo cáo vào {output}: tệp này nằm trong thư mục cần đọc {input}",
        "The report cannot go to {output}: it lies in the folder {input} that is read"
    ))
    .helped_by(say!(
        "Nêu một tệp bên ngoài, ví dụ -o bao-cao.docx đặt bên cạnh thư mục cần đọc",
        "Name a file outside, such as -o bao-cao.docx beside the folder that is read"
    )))
}

/// Refuses a folder for results that is, holds or lies in that of `other` results of the same run.
pub(crate) fn from_other_results(output: &Path, other: &Path, example: &str) -> Result<(), Trouble> {
    let (here, there) = (on_disk::real(output), on_disk::real(other));
    if !here.starts_with(&there) && !there.starts_with(&here) {
        return Ok(());
    }
    let (output, other) = (output.display(), other.display());
    Err(Trouble::new(say!(
        "Không ghi kết quả vào {output}: thư mục này là, chứa hoặc nằm trong thư mục kết quả khác {other}",
        "The results cannot go to {output}: it is, holds or lies in the folder {other} of other results"
    ))
    .helped_by(say!("Nêu một thư mục riêng, ví dụ {example}", "Name a folder of its own, such as {example}")))
}

/// Returns the folder to be read that `output` is, holds or lies in.
fn clashing(output: &Path, matches: &ArgMatches, session: &Session) -> Option<PathBuf> {
    clashing_of(output, &folders_read(matches, session), session)
}

fn clashing_of(output: &Path, read: &[PathBuf], session: &Session) -> Option<PathBuf> {
    let (out, workspace) = (on_disk::real(output), on_disk::real(session.folder()));
    let clashes = |input: &Path| {
        let input = on_disk::real(input);
        let in_the_workspace = workspace.starts_with(&input) && out.starts_with(&workspace);
        input.starts_with(&out) || out.starts_with(&input) && !in_the_workspace
    };
    read.iter().find(|input| clashes(input)).cloned()
}

fn folders_read(matches: &ArgMatches, session: &Session) -> Vec<PathBuf> {
    let named = matches.get_many("paths").unwrap_or_default().cloned();
    named.filter(|path: &PathBuf| path.is_dir()).chain([submissions(session)]).collect()
}

fn submissions(session: &Session) -> PathBuf {
    let root = session.folder();
    if root == Path::new(".") { PathBuf::from(SUBMISSIONS) } else { root.join(SUBMISSIONS) }
}

fn refused(output: &Path, input: &Path, example: &str) -> Trouble {
    let (output, input) = (output.display(), input.display());
    Trouble::new(say!(
        "Không ghi kết quả vào {output}: thư mục này là, chứa hoặc nằm trong thư mục cần đọc {input}",
        "The results cannot go to {output}: it is, holds or lies in the folder {input} that is read"
    ))
    .helped_by(say!(
        "Nêu một thư mục riêng cho kết quả, ví dụ {example} đặt bên cạnh thư mục cần đọc",
        "Name a folder for results alone, such as {example} beside the folder that is read"
    ))
}
