//! `validate --annotate DIR`: a copy of each file with its problem cells marked, in a folder of copies.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, ValueHint};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use tdp::{
    Received,
    annotate::{AnnotateError, Listed, Making, MarkedCopy, Names, annotated},
    finding::{self, Finding},
    model::{FileKey, Language, Message, digest},
    plan::Rulebook,
    workbook::Limits,
};

use super::{
    apart,
    arguments::Session,
    inputs::{self, InputFile},
    language::Pick,
    on_disk,
    outputs::OutputFolder,
    staged::{Staged, StagedFile},
    trouble::Trouble,
    written::Purpose,
};

/// The name of the flag.
const FLAG: &str = "annotate";

/// Defines `--annotate`.
pub(crate) fn argument(language: Language) -> Arg {
    Arg::new(FLAG)
        .long(FLAG)
        .value_name(language.pick("THƯ_MỤC", "DIR"))
        .help(language.pick(
            "Ghi vào thư mục này một bản của mỗi tệp, có đánh dấu và giải thích những ô cần sửa, để gửi lại nơi lập",
            "Write to this folder a copy of each file with the cells to be mended marked and explained, to send back",
        ))
        .help_heading(language.pick("Kết quả", "Results"))
        .value_parser(on_disk::path())
        .value_hint(ValueHint::DirPath)
}

/// Returns the folder named for the copies.
pub(crate) fn folder(matches: &ArgMatches) -> Option<&PathBuf> {
    matches.get_one(FLAG)
}

/// The folder of the copies, which may be written.
pub(crate) struct Copies {
    folder: PathBuf,
    output: OutputFolder,
}

/// What became of a file.
struct Copied<'a> {
    name: &'a str,
    copy: Result<(Making, StagedFile), NoCopy>,
}

/// Why a file has no copy.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum NoCopy {
    /// It cannot be read.
    Unreadable,
    /// It was read, and no workbook of Excel holds its cells and their marks.
    TooLarge,
}

impl Copies {
    /// Makes sure, before the work begins, that the folder named may be written; nothing where none is named.
    ///
    /// # Errors
    /// When it holds foreign files, or is among what is read.
    pub(crate) fn claim(matches: &ArgMatches, session: &Session) -> anyhow::Result<Option<Self>> {
        let Some(folder) = folder(matches) else { return Ok(None) };
        apart::from_inputs(folder, "--annotate tra-lai", matches, session)?;
        Ok(Some(Self { folder: folder.clone(), output: OutputFolder::claim(folder, Purpose::Copies)? }))
    }

    /// Writes a copy of each file that was read; returns what to say of them.
    ///
    /// # Errors
    /// When a file is no longer what was read, or the folder cannot be written.
    pub(crate) fn write(
        &self,
        received: &Received,
        files: &[InputFile],
        session: &Session,
    ) -> anyhow::Result<Vec<Message>> {
        let findings = finding::by_file(&received.findings);
        let staged = self.output.stage()?;
        let numbered: Vec<(usize, &InputFile)> = files.iter().enumerate().collect();
        let copied = numbered.par_iter().map(|(index, file)| {
            let findings = findings.get(&FileKey::new(*index)).map_or(&[][..], Vec::as_slice);
            let to_mend = findings.iter().filter(|finding| finding.can_be_mended());
            let listed: Vec<Listed<'_>> = to_mend.map(|finding| listed(&received.rulebook, finding)).collect();
            let sha256 = received.sources.get(*index).map_or("", |source| source.sha256.as_str());
            let copy = made(file, sha256, &listed, session.console.language)?;
            self.put(&staged, *index, file, copy)
        });
        let copied: Vec<Copied<'_>> = copied.collect::<Result<_, Trouble>>()?;
        let mut names = Names::default();
        let written: Vec<(String, StagedFile)> = copied
            .iter()
            .filter_map(|Copied { name, copy }| Some((name, copy.as_ref().ok()?)))
            .map(|(name, (making, file))| (names.take(name, *making), file.clone()))
            .collect();
        self.output.replace_by(staged, &written)?;
        Ok(self.told(&copied))
    }

    /// Writes a copy beside the folder, where it waits for its name: the name depends on those of the files before.
    fn put<'f>(
        &self,
        staged: &Staged,
        number: usize,
        file: &'f InputFile,
        copy: Result<MarkedCopy, NoCopy>,
    ) -> Result<Copied<'f>, Trouble> {
        let name = file.name.as_str();
        let copy = match copy {
            Ok(MarkedCopy { bytes, making }) => Ok((making, self.output.put(staged, number, &bytes)?)),
            Err(why) => Err(why),
        };
        Ok(Copied { name, copy })
    }

    /// Says what was written, and of which files the copies are not the files themselves.
    fn told(&self, copied: &[Copied<'_>]) -> Vec<Message> {
        let (folder, written) = (self.folder.display(), copied.iter().filter(|copied| copied.copy.is_ok()).count());
        let mut told = vec![say!(
            "Đã ghi {written} bản vào {folder}; những ô cần sửa được đánh dấu và giải thích",
            "Copies written to {folder}: {written}; the cells to be mended are marked and explained"
        )];
        let names = |became: Result<Making, NoCopy>| {
            let such =
                |copied: &&Copied<'_>| copied.copy.as_ref().map(|(making, _)| *making).map_err(|why| *why) == became;
            let names: Vec<&str> = copied.iter().filter(such).map(|copied| copied.name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        if let Some(names) = names(Ok(Making::Cells)) {
            told.push(say!(
                "Bản .xlsx chỉ giữ giá trị các ô, không giữ trình bày và công thức, vì loại tệp không đánh dấu được: {names}",
                "These copies are .xlsx with the values of the cells alone, as their formats take no marks: {names}"
            ));
        }
        if let Some(names) = names(Ok(Making::CellsOfOdd)) {
            told.push(say!(
                "Bản chỉ giữ giá trị các ô, vì cấu trúc tệp khác thường nên không đánh dấu được: {names}",
                "These copies hold the values of the cells alone, as their files are built in an unusual way: {names}"
            ));
        }
        if let Some(names) = names(Err(NoCopy::Unreadable)) {
            told.push(say!(
                "Không có bản đánh dấu vì không đọc được tệp: {names}",
                "There is no copy of what cannot be read: {names}"
            ));
        }
        if let Some(names) = names(Err(NoCopy::TooLarge)) {
            told.push(say!(
                "Không có bản đánh dấu vì các ô không vừa một tệp .xlsx có đánh dấu; sửa theo danh sách đã in: {names}",
                "There is no copy where the cells do not fit into a marked .xlsx; mend these by the list printed: {names}"
            ));
        }
        told
    }
}

/// Makes the copy of a file, of which the run has read bytes with this digest; none where there was nothing to read or
/// no workbook holds what was.
fn made(
    file: &InputFile,
    sha256: &str,
    listed: &[Listed<'_>],
    language: Language,
) -> Result<Result<MarkedCopy, NoCopy>, Trouble> {
    let name = file.name.as_str();
    if sha256.is_empty() || file.unreadable.is_some() {
        return Ok(Err(NoCopy::Unreadable));
    }
    let bytes = inputs::read(&file.path, Limits::default().file_bytes).map_err(|error| changed(name).because(error))?;
    if digest(&bytes) != sha256 {
        return Err(changed(name));
    }
    Ok(annotated(name, &bytes, listed, language).map_err(|error| match error {
        AnnotateError::Unreadable(_) => NoCopy::Unreadable,
        AnnotateError::Unwritable(_) | AnnotateError::Unmarkable(_) => NoCopy::TooLarge,
    }))
}

/// Returns a finding with the names of what it concerns.
fn listed<'a>(rulebook: &'a Rulebook, finding: &'a Finding) -> Listed<'a> {
    let unit = finding.unit.map_or("", |unit| rulebook.register.unit(unit).name.as_str());
    let criterion = finding.criterion.map_or("", |criterion| rulebook.criteria.criterion(criterion).id.as_str());
    Listed { finding, unit, criterion }
}

fn changed(name: &str) -> Trouble {
    Trouble::new(say!("{name} đã thay đổi trong lúc đọc", "{name} has changed while it was read"))
        .helped_by(say!("Đóng tệp ở chương trình khác rồi chạy lại", "Close it in other programs, then run again"))
}
