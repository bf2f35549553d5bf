//! A workspace on disk: the plan with the criteria, units and targets that it names, all their mistakes told at once.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tdp::{
    criteria::{self, CriteriaSet, Subject},
    finding::{DefinitionPlace, Finding, Place, Severity, codes},
    model::{FileKey, Message},
    plan::{self, DefinitionTable, Plan, Register, Rulebook, Targets},
    workbook::{self, Limits},
};

use super::{
    inputs, on_disk,
    trouble::{Trouble, WrongDefinitions, io_reason},
};

/// The plan's file at the root of a workspace.
pub(crate) const PLAN_FILE: &str = "tdp.toml";
/// How the files of workbooks begin, those of text do not: packages and the containers of older Office.
const CONTAINERS: [&[u8]; 2] = [b"PK", b"\xD0\xCF\x11\xE0"];

/// A workspace whose definitions are right.
#[derive(Debug)]
pub(crate) struct Workspace {
    /// Its folder.
    pub(crate) root: PathBuf,
    /// What is judged by.
    pub(crate) rulebook: Rulebook,
    /// Warnings about the definitions.
    pub(crate) findings: Vec<Finding>,
    /// The workspace of the period before.
    pub(crate) previous: Option<Box<Workspace>>,
}

/// Loads the workspace in `root`, with the one of the period before.
///
/// # Errors
/// Every mistake of the plan, criteria, register and targets; or that there is no workspace.
pub(crate) fn load(root: &Path) -> anyhow::Result<Workspace> {
    let mut workspace = load_alone(root, "")?;
    if let Some(previous) = &workspace.rulebook.plan.previous {
        let folder = on_disk::on_disk(&root.join(previous));
        let shown = folder.display();
        let missing =
            || Trouble::new(say!("Không đọc được kỳ trước ở {shown}", "The period before cannot be read from {shown}"));
        let before = load_alone(&folder, &format!("{previous}/"));
        workspace.previous = Some(Box::new(before.map_err(|error| match error.downcast::<WrongDefinitions>() {
            Ok(wrong) => anyhow::Error::from(wrong),
            Err(error) => missing().because(error).into(),
        })?));
    }
    Ok(workspace)
}

/// Returns whether there is a workspace in `root`.
pub(crate) fn is_there(root: &Path) -> bool {
    root.join(PLAN_FILE).exists()
}

/// Loads the workspace in `root` alone; mistakes name its files with `prefix`.
fn load_alone(root: &Path, prefix: &str) -> anyhow::Result<Workspace> {
    if !is_there(root) {
        let shown = root.display();
        return Err(Trouble::new(say!(
            "Không thấy tệp {PLAN_FILE} trong {shown}",
            "There is no {PLAN_FILE} in {shown}"
        ))
        .helped_by(say!(
            "Tạo thư mục làm việc bằng tdp init, hoặc nêu thư mục có tệp này bằng -C",
            "Make a workspace with tdp init, or name the folder that holds it with -C"
        ))
        .into());
    }
    let mut reading = Reading { root, prefix, texts: Vec::new(), findings: Vec::new() };
    let rulebook = reading.rulebook().filter(|_| reading.is_right());
    match rulebook {
        Some(rulebook) => Ok(Workspace { root: root.to_owned(), rulebook, findings: reading.findings, previous: None }),
        None => Err(WrongDefinitions { findings: reading.findings, texts: reading.texts }.into()),
    }
}

/// The definitions being read, and what was found wrong with them so far.
struct Reading<'a> {
    root: &'a Path,
    prefix: &'a str,
    texts: Vec<(String, String)>,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    /// Reads everything; nothing when there were mistakes.
    fn rulebook(&mut self) -> Option<Rulebook> {
        let plan = self.plan();
        let sets = self.criteria();
        let plan = plan?;
        let criteria = self.chosen(&plan, sets);
        let register = self.register(&plan);
        let subject = criteria.as_ref().map(|criteria| criteria.subject);
        let targets = register.as_ref().map(|register| self.targets(&plan, register, subject));
        let (Some(criteria), Some(register), Some(Some(targets))) = (criteria, register, targets) else {
            return None;
        };
        self.findings.extend(plan::check_plan(&plan, &criteria));
        self.findings.extend(plan::check_unit_kinds(&plan, &criteria, &register));
        Some(Rulebook { plan, criteria, register, targets })
    }

    fn is_right(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }

    fn plan(&mut self) -> Option<Plan> {
        let (name, bytes) = self.file(PLAN_FILE, &self.named_at(None))?;
        let parsed = plan::parse_plan(&name, &bytes);
        self.right(parsed)
    }

    /// Reads the workspace's own criteria sets; a wrong one is told.
    fn criteria(&mut self) -> Vec<CriteriaSet> {
        let mut sets = Vec::new();
        for name in own_sets(self.root) {
            let place =
                DefinitionPlace { file: format!("{}{name}", self.prefix), line: 1, column: 1, start: 0, end: 0 };
            if let Some((shown, bytes)) = self.file(&name, &Place::Definition(place)) {
                let parsed = criteria::parse(&shown, &bytes);
                let Some(set) = self.right(parsed) else { continue };
                if sets.iter().any(|earlier: &CriteriaSet| earlier.reference() == set.reference()) {
                    self.findings.push(second_set(&shown, &set));
                }
                sets.push(set);
            }
        }
        sets
    }

    /// Returns the set that the plan names: the workspace's own, else the built-in one.
    fn chosen(&mut self, plan: &Plan, own: Vec<CriteriaSet>) -> Option<CriteriaSet> {
        let wanted = &plan.criteria;
        let fits = |set: &CriteriaSet| set.id == wanted.id && set.version == wanted.version;
        let known: Vec<String> = own.iter().map(CriteriaSet::reference).chain(built_in_references()).collect();
        if let Some(set) = own.into_iter().find(fits) {
            return Some(set);
        }
        let reference = format!("{}@{}", wanted.id, wanted.version);
        if let Some((name, bytes)) = criteria::find_built_in(&reference) {
            return criteria::parse(name, bytes).ok();
        }
        // One of the workspace's own sets that are wrong may be the one that is meant.
        if self.is_right() {
            let message = say!("Không có bộ tiêu chí \"{reference}\"", "There is no criteria set \"{reference}\"");
            let known = known.join(", ");
            let place = self.named_at(plan.places.criteria.as_ref());
            self.findings.push(
                Finding::new(&codes::UNKNOWN_REFERENCE, place, message).quoting(reference).helped_by(say!(
                    "Chọn một trong các bộ hiện có: {known}",
                    "Choose one of the sets at hand: {known}"
                )),
            );
        }
        None
    }

    /// Returns the place at which the plan names something, else the plan's first line.
    fn named_at(&self, place: Option<&DefinitionPlace>) -> Place {
        let first =
            || DefinitionPlace { file: format!("{}{PLAN_FILE}", self.prefix), line: 1, column: 1, start: 0, end: 0 };
        Place::Definition(place.cloned().unwrap_or_else(first))
    }

    fn register(&mut self, plan: &Plan) -> Option<Register> {
        let table = self.table(&plan.units, plan.places.units.as_ref())?;
        let parsed = plan::parse_register(&table, plan.units_on);
        self.right_with_warnings(parsed)
    }

    fn targets(&mut self, plan: &Plan, register: &Register, subject: Option<Subject>) -> Option<Targets> {
        let Some(file) = &plan.targets_file else { return Some(Targets::default()) };
        let (shown, bytes) = self.file(file, &self.named_at(plan.places.targets_file.as_ref()))?;
        let parsed = plan::parse_targets(&shown, &bytes, register, subject);
        let targets = self.right_with_warnings(parsed)?;
        self.findings.extend(plan::check_targets(plan, &targets));
        Some(targets)
    }

    /// Reads a table in CSV, or the first sheet of a workbook.
    fn table(&mut self, name: &str, named_at: Option<&DefinitionPlace>) -> Option<DefinitionTable> {
        let named_at = self.named_at(named_at);
        let (shown, bytes) = self.file(name, &named_at)?;
        if CONTAINERS.iter().any(|opening| bytes.starts_with(opening)) {
            let book = workbook::read(&shown, &bytes, &Limits::default());
            let first = book.map(|book| book.sheets.into_iter().next());
            let table = match first {
                Ok(Some(sheet)) => DefinitionTable::from_sheet(&shown, &sheet),
                Ok(None) => {
                    Err(vec![unreadable(&shown, named_at, &say!("Không có trang tính nào", "There is no sheet"))])
                }
                Err(error) => Err(vec![unreadable(&shown, named_at, &error.finding(FileKey::new(0)).message)]),
            };
            return self.right(table);
        }
        let table = DefinitionTable::from_csv(&shown, &bytes);
        self.right(table)
    }

    /// Reads a file of the workspace and keeps its text to show mistakes in; one that cannot be read is a mistake.
    fn file(&mut self, name: &str, named_at: &Place) -> Option<(String, Vec<u8>)> {
        let shown = format!("{}{name}", self.prefix);
        match inputs::read(&on_disk::on_disk(&self.root.join(name)), Limits::default().file_bytes) {
            Ok(bytes) => {
                self.texts.push((shown.clone(), String::from_utf8_lossy(&bytes).into_owned()));
                Some((shown, bytes))
            }
            Err(error) => {
                self.findings.push(match error.kind() {
                    io::ErrorKind::NotFound => absent(&shown, named_at.clone()),
                    _ => unreadable(&shown, named_at.clone(), &reason(&error)),
                });
                None
            }
        }
    }

    fn right<T>(&mut self, parsed: Result<T, Vec<Finding>>) -> Option<T> {
        parsed.map_err(|mistakes| self.findings.extend(mistakes)).ok()
    }

    fn right_with_warnings<T>(&mut self, parsed: Result<(T, Vec<Finding>), Vec<Finding>>) -> Option<T> {
        let (value, warnings) = self.right(parsed)?;
        self.findings.extend(warnings);
        Some(value)
    }
}

/// Returns the criteria files of a workspace below its root, in order of name.
pub(crate) fn own_sets(root: &Path) -> Vec<String> {
    #[expect(clippy::disallowed_methods, reason = "the command line walks folders")]
    let listed = fs::read_dir(root.join("criteria"));
    let names = listed.into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_set = |name: &String| Path::new(name).extension().is_some_and(|extension| extension == "toml");
    let mut sets: Vec<String> = names.filter(is_set).map(|name| format!("criteria/{name}")).collect();
    sets.sort();
    sets
}

/// Returns the references of the built-in sets.
fn built_in_references() -> impl Iterator<Item = String> {
    criteria::built_in().filter_map(|(name, bytes)| Some(criteria::parse(name, bytes).ok()?.reference()))
}

/// Tells that an earlier file holds the same version of the same set.
fn second_set(file: &str, set: &CriteriaSet) -> Finding {
    let place = DefinitionPlace { file: file.to_owned(), line: 1, column: 1, start: 0, end: 0 };
    let reference = set.reference();
    let message = say!(
        "Bộ tiêu chí \"{reference}\" đã có trong một tệp khác của thư mục criteria",
        "Another file of the folder criteria holds the criteria set \"{reference}\" already"
    );
    Finding::new(&codes::DUPLICATE_DEFINITION, Place::Definition(place), message).quoting(reference)
}

/// Tells that a definition file gave nothing to read, at the place where it is named.
fn unreadable(file: &str, named_at: Place, message: &Message) -> Finding {
    let (vi, en) = (&message.vi, &message.en);
    Finding::new(&codes::DEFINITION_UNREADABLE, named_at, say!("{file}: {vi}", "{file}: {en}")).quoting(file)
}

/// Tells that a definition file is not there, at the place where it is named.
fn absent(file: &str, named_at: Place) -> Finding {
    let message = say!("Không có tệp \"{file}\"", "There is no file \"{file}\"");
    Finding::new(&codes::DEFINITION_UNREADABLE, named_at, message).expecting(file).helped_by(say!(
        "Đặt tệp \"{file}\" vào thư mục làm việc, hoặc sửa tên tệp ghi ở đây cho đúng",
        "Put the file \"{file}\" into the workspace, or correct the name written here"
    ))
}

fn reason(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::FileTooLarge => say!("Tệp quá lớn", "The file is too large"),
        _ => io_reason(error),
    }
}
