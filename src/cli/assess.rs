//! From the command line's PATHs to an assessment: files read on every core, in the order of their names.

use std::{
    io,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use tdp::{
    Assessment, Input, Received,
    facts::{Receiving, Submission},
    finding::{Finding, Place, codes},
    layout::Lexicon,
    model::{FileKey, UnitKey},
    plan::{Level, Rulebook, Unit},
    workbook::{Limit, Limits, ReadError},
};

use super::{
    arguments::{self, Format, Session},
    console::Console,
    inputs::{self, InputFile, Inputs},
    language::Pick,
    named_files, not_yet,
    outcome::Outcome,
    render::findings,
    shell,
    trouble::{Trouble, io_reason},
    workspace::{self, Workspace},
};

/// The folder of a workspace in which the wards' files lie.
pub(crate) const SUBMISSIONS: &str = "submissions";
/// From so many files on, progress is shown.
const MANY_FILES: usize = 30;

/// What was received, and what it takes to judge it.
pub(crate) struct Receipt {
    pub(crate) received: Received,
    /// The files that were read, in the order of their names as the sources are.
    pub(crate) files: Vec<InputFile>,
    /// The period before, where the plan names one.
    pub(crate) previous: Option<Received>,
}

impl Receipt {
    /// Judges what was received, as of the day named or the usual one.
    pub(crate) fn assessed(self, session: &Session) -> Assessment {
        let as_of = session.as_of.unwrap_or_else(|| usual_day(&self.received.rulebook));
        tdp::assess(self.received, as_of, self.previous.as_ref())
    }
}

/// Reads what the command line names, by the rules of the workspace.
pub(crate) fn received(matches: &ArgMatches, session: &Session) -> anyhow::Result<Receipt> {
    let workspace = workspace::load(session.folder())?;
    not_yet::tell(&workspace.rulebook, session.console);
    let inputs = inputs_of(matches, &workspace, session);
    let receiving = receiving(matches, &workspace.rulebook)?;
    let mut receipt = gathered(workspace, inputs, &receiving, session);
    named_files::keep_to(&mut receipt.received, matches);
    Ok(receipt)
}

/// Reads what the wards said of themselves: the PATHs that the command line names, else the workspace's submissions.
pub(crate) fn said_by_wards(matches: &ArgMatches, workspace: Workspace, session: &Session) -> Receipt {
    let inputs = inputs_of(matches, &workspace, session);
    gathered(workspace, inputs, &Receiving::default(), session)
}

/// What a run amounts to, to be told when everything else has been.
pub(crate) struct Conclusion {
    verdict: String,
    outcome: Outcome,
    has_findings: bool,
}

impl Conclusion {
    /// Sums up what was received.
    pub(crate) fn of(received: &Received, matches: &ArgMatches, session: &Session) -> Self {
        Self {
            verdict: findings::verdict(received, session.console.language),
            outcome: Outcome::of(&received.findings, arguments::strictness_of(matches)),
            has_findings: !received.findings.is_empty(),
        }
    }

    /// Prints the last line and returns what the run amounts to.
    pub(crate) fn tell(&self, matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
        let verdict = &self.verdict;
        match arguments::format_of(matches) {
            Format::Text => Console::print(&format!("{verdict}\n"))?,
            Format::Json | Format::Csv | Format::Sarif => {
                session.console.notice(&tdp::model::Message::same(verdict.clone()));
            }
        }
        Ok(self.outcome)
    }

    /// Tells the command that shows the findings one by one, where there are any.
    pub(crate) fn point_to_findings(&self, matches: &ArgMatches, session: &Session) {
        if !self.has_findings {
            return;
        }
        let command = shell::command(&validation(matches, session));
        session.console.notice(&say!("Xem từng chỗ: {command}", "See each of them: {command}"));
    }
}

/// Returns the words of the command that checks the same files, of which the same is said.
fn validation(matches: &ArgMatches, session: &Session) -> Vec<String> {
    let mut words = vec!["tdp".to_owned()];
    if let Some(folder) = &session.workspace {
        words.extend(["-C".to_owned(), folder.to_string_lossy().into_owned()]);
    }
    words.push("validate".to_owned());
    for flag in ["ward", "agency"] {
        if let Some(value) = matches.get_one::<String>(flag) {
            words.extend([format!("--{flag}"), value.clone()]);
        }
    }
    if let Some(day) = matches.get_one::<NaiveDate>("received") {
        words.extend(["--received".to_owned(), day.to_string()]);
    }
    let paths = matches.get_many::<PathBuf>("paths").unwrap_or_default().map(|path| path.to_string_lossy());
    // A name that begins with a hyphen would be taken for a flag.
    words.extend(paths.map(|path| if path.starts_with('-') { format!("./{path}") } else { path.into_owned() }));
    words
}

/// Leaves what a finished command holds to the system: the process ends, and giving a city back piece by piece takes
/// longer than that.
pub(crate) fn leave<T>(held: T) {
    std::mem::forget(held);
}

/// Says why a file could not be read, in the words for workbooks.
pub(crate) fn unread(error: &io::Error, limits: &Limits) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound => ReadError::Missing,
        io::ErrorKind::FileTooLarge => {
            ReadError::OverLimits { limit: Limit::FileBytes, found: limits.file_bytes + 1, allowed: limits.file_bytes }
        }
        _ => ReadError::CannotOpen { reason: io_reason(error) },
    }
}

/// Collects the files: the PATHs, else the workspace's submissions.
fn inputs_of(matches: &ArgMatches, workspace: &Workspace, session: &Session) -> Inputs {
    let paths: Vec<PathBuf> = matches.get_many("paths").unwrap_or_default().cloned().collect();
    if !paths.is_empty() {
        return inputs::collect(&paths, session.console);
    }
    let here = workspace.root == Path::new(".");
    let shown = if here { PathBuf::from(SUBMISSIONS) } else { workspace.root.join(SUBMISSIONS) };
    let shown = shown.display();
    session
        .console
        .notice(&say!("Không nêu tệp nào: đọc thư mục {shown}", "No PATH named: reading the folder {shown}"));
    submissions_of(&workspace.root, session)
}

/// Collects the submissions of the workspace in `root`; what is said of their folder must not tell where it lies.
fn submissions_of(root: &Path, session: &Session) -> Inputs {
    let folder = root.join(SUBMISSIONS);
    let empty = Inputs { files: Vec::new(), empty_folders: vec![SUBMISSIONS.to_owned()] };
    let inputs = if folder.exists() { inputs::collect(&[folder], session.console) } else { Inputs::default() };
    if inputs.files.is_empty() { empty } else { inputs }
}

/// Reads what is said of the files as a whole.
fn receiving(matches: &ArgMatches, rulebook: &Rulebook) -> anyhow::Result<Receiving> {
    let ward = matches.get_one::<String>("ward").map(|code| ward_with(code, rulebook)).transpose()?;
    let agency = matches.get_one::<String>("agency").map(|id| agency_with(id, rulebook)).transpose()?;
    Ok(Receiving { ward, agency, received: matches.get_one("received").copied() })
}

/// Returns the ward with a code.
pub(crate) fn ward_with(code: &str, rulebook: &Rulebook) -> Result<UnitKey, Trouble> {
    let wards = || rulebook.register.all().filter(|(_, unit)| unit.level == Level::Ward);
    wards().find(|(_, unit)| unit.code == code).map(|(key, _)| key).ok_or_else(|| {
        let trouble =
            Trouble::new(say!("Không có phường, xã mã \"{code}\"", "There is no ward with the code \"{code}\""));
        if let Some(ward) = rulebook.register.find_ward(code) {
            let Unit { name, code, .. } = rulebook.register.unit(ward);
            return trouble.helped_by(say!("Mã của {name} là {code}", "The code of {name} is {code}"));
        }
        let known = wards().map(|(_, unit)| format!("{} {}", unit.code, unit.name)).collect::<Vec<_>>().join(", ");
        trouble.helped_by(say!("Các mã có trong danh sách đơn vị: {known}", "Codes in the register: {known}"))
    })
}

/// Returns the position of the agency with an id among those of the plan.
pub(crate) fn agency_with(id: &str, rulebook: &Rulebook) -> Result<usize, Trouble> {
    let agencies = &rulebook.plan.agencies;
    agencies.iter().position(|agency| agency.id == id).ok_or_else(|| {
        let trouble =
            Trouble::new(say!("Kế hoạch không có cơ quan mã \"{id}\"", "The plan has no agency with the id \"{id}\""));
        if agencies.is_empty() {
            return trouble.helped_by(say!(
                "Kế hoạch chưa khai báo cơ quan nào; thêm bảng [[agency]] vào tdp.toml",
                "The plan names no agency; add an [[agency]] table to tdp.toml"
            ));
        }
        let known = agencies.iter().map(|agency| format!("{} ({})", agency.id, agency.name));
        let known = known.collect::<Vec<_>>().join(", ");
        trouble.helped_by(say!("Các cơ quan trong kế hoạch: {known}", "Agencies of the plan: {known}"))
    })
}

/// Reads the files and puts them together.
fn gathered(workspace: Workspace, inputs: Inputs, receiving: &Receiving, session: &Session) -> Receipt {
    let Workspace { rulebook, findings, previous, .. } = workspace;
    let previous = previous.map(|previous| alone(*previous, session));
    let submissions = read_all(&rulebook, &inputs.files, receiving, session);
    let mut received = tdp::gather(rulebook, submissions, previous.as_ref());
    received.findings.splice(..0, findings);
    received.findings.extend(inputs.empty_folders.iter().map(|folder| empty_folder(folder)));
    Receipt { received, files: inputs.files, previous }
}

/// Returns the day as of which a plan is judged unless one is named: its deadline, else the end of its period.
fn usual_day(rulebook: &Rulebook) -> NaiveDate {
    rulebook.plan.deadline.unwrap_or(rulebook.plan.period.1)
}

/// Judges what a workspace received by itself, for the year after it.
pub(crate) fn judged_alone(workspace: Workspace, session: &Session) -> Assessment {
    let as_of = session.as_of.unwrap_or_else(|| usual_day(&workspace.rulebook));
    tdp::assess(alone(workspace, session), as_of, None)
}

/// Reads what a workspace received by itself, as the period before of another.
pub(crate) fn alone(workspace: Workspace, session: &Session) -> Received {
    let inputs = submissions_of(&workspace.root, session);
    if inputs.files.is_empty() {
        let shown = workspace.root.display();
        session
            .console
            .notice(&say!("Kỳ trước ở {shown} không có tệp nào", "The period before in {shown} has no files"));
    }
    gathered(workspace, inputs, &Receiving::default(), session).received
}

fn read_all(rulebook: &Rulebook, files: &[InputFile], receiving: &Receiving, session: &Session) -> Vec<Submission> {
    let progress = progress(files.len(), session);
    let lexicon = Lexicon::new(rulebook);
    let read = files.par_iter().enumerate().map(|(index, file)| {
        let submission = read_one(&lexicon, FileKey::new(index), file, receiving);
        progress.inc(1);
        submission
    });
    let submissions = read.collect();
    progress.finish_and_clear();
    submissions
}

/// Reads one file; its bytes are given up before the next one is read.
fn read_one(lexicon: &Lexicon<'_>, key: FileKey, file: &InputFile, receiving: &Receiving) -> Submission {
    let limits = Limits::default();
    let bytes = match &file.unreadable {
        Some(error) => Err(unread(error, &limits)),
        None => inputs::read(&file.path, limits.file_bytes).map_err(|error| unread(&error, &limits)),
    };
    match bytes {
        Ok(bytes) => tdp::receive(lexicon, key, Input { path: &file.name, bytes: &bytes }, receiving),
        Err(error) => tdp::not_received(&file.name, error.finding(key), receiving),
    }
}

fn progress(files: usize, session: &Session) -> ProgressBar {
    if files < MANY_FILES || !session.console.shows_progress() {
        return ProgressBar::hidden();
    }
    let words = session.console.language.pick("Đang đọc", "Reading");
    let style = ProgressStyle::with_template(&format!("{words} {{bar:30}} {{pos}}/{{len}}"));
    ProgressBar::new(files as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn empty_folder(folder: &str) -> Finding {
    let message = say!("Thư mục \"{folder}\" không có bảng tính nào", "The folder \"{folder}\" holds no workbook");
    Finding::new(&codes::EMPTY_FOLDER, Place::Run, message).quoting(folder)
}
