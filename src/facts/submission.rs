//! One file read: its facts, what was found in it, and the units it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Finding, Place, codes},
    layout::{Effort, Layout, Lexicon, MOST_ANSWERS, Table},
    model::{FileKey, SheetKey, UnitKey, Voice, say},
    text::to_nfc,
    workbook::Workbook,
};

use super::{
    Fact, FileLayout, Form, Source, foreign_sheets, form::title_of_another_ward, other_titles, reader::Reader,
    rival_titles, sheet_read::sheets_read, strange_title::StrangeTitle, ward::wards_of,
};

/// A file in which more is wrong is no form that anyone filled in; it is not read to its end.
pub const MOST_FINDINGS: usize = 20_000;

/// What is said about a file on the command line.
#[derive(Clone, Debug, Default)]
pub struct Receiving {
    /// The ward it speaks for.
    pub ward: Option<UnitKey>,
    /// Position of the agency that sent it, among the plan's agencies.
    pub agency: Option<usize>,
    /// The day it was received.
    pub received: Option<chrono::NaiveDate>,
}

impl Receiving {
    /// Returns the voice of the file itself.
    pub fn voice(&self) -> Voice {
        if self.agency.is_some() { Voice::Agency } else { Voice::Own }
    }
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What is recorded of the file.
    pub source: Source,
    /// What it says.
    pub facts: Vec<Fact>,
    /// What was found in it.
    pub findings: Vec<Finding>,
    /// The units that it names, whether it says something about them or not.
    pub named: BTreeSet<UnitKey>,
    /// The day it was received.
    pub received: Option<chrono::NaiveDate>,
}

impl Submission {
    /// Records a file that could not be read, for the reason in `finding`.
    pub fn unread(source: Source, finding: Finding) -> Self {
        Self { source, facts: Vec::new(), findings: vec![finding], named: BTreeSet::new(), received: None }
    }
}

/// Reads the facts of a workbook and returns them with the tables they stand in; what is recorded of the file is
/// completed in `source`.
pub fn extract(
    lexicon: &Lexicon<'_>,
    file: FileKey,
    book: &Workbook,
    source: Source,
    receiving: &Receiving,
) -> (Submission, Vec<Table>) {
    let voice = receiving.voice();
    let source = Source { sheets: book.sheets.iter().map(|sheet| sheet_name(&sheet.name)).collect(), ..source };
    let effort = Effort::default();
    let sheets = book.sheets.iter().enumerate();
    let mut tables: Vec<Table> =
        sheets.flat_map(|(index, sheet)| lexicon.tables(SheetKey::new(index), sheet, voice, &effort)).collect();
    if effort.is_spent() {
        let source = Source { voice, agency: receiving.agency, ward: receiving.ward, ..source };
        return (Submission { received: receiving.received, ..Submission::unread(source, too_much(file)) }, Vec::new());
    }
    let (register, form) = (&lexicon.rulebook().register, Form::of(book));
    let foreign = foreign_sheets::leave_out(file, book, &mut tables, lexicon.rulebook(), form);
    if tables.is_empty() && !foreign.is_empty() {
        let source = Source { voice, agency: receiving.agency, ward: receiving.ward, ..source };
        let (facts, named, received) = (Vec::new(), BTreeSet::new(), receiving.received);
        return (Submission { source, facts, findings: foreign, named, received }, Vec::new());
    }
    let made_for = form.ward(register).filter(|_| receiving.ward.is_none());
    if let Some(finding) = made_for.and_then(|ward| title_of_another_ward(file, book, &tables, register, ward)) {
        let source = Source { voice, agency: receiving.agency, ..source };
        return (Submission { received: receiving.received, ..Submission::unread(source, finding) }, Vec::new());
    }
    let said = receiving.ward.or(made_for);
    let mut findings = foreign;
    findings.extend(other_titles::check(file, book, &mut tables, register, receiving.ward));
    let wards = match said {
        Some(ward) => vec![Some(ward); tables.len()],
        None => wards_of(lexicon, book, &tables),
    };
    if said.is_none() {
        findings.extend(rival_titles::tell_outvoted(file, book, &tables, &wards, register));
    }
    let ward = said.or_else(|| only_one(&wards));
    findings.extend(ward.and_then(|ward| StrangeTitle::tell_overruled(file, book, &tables, register, ward)));
    let named = BTreeSet::new();
    let (empty_wards, unlike, near, zeros) = (BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
    let effort = &effort;
    let mut reader = Reader { lexicon, file, book, voice, effort, findings, named, empty_wards, unlike, near, zeros };
    let facts = reader.read(&tables, &wards);
    let Reader { mut findings, named, .. } = reader;
    if let Some(ward) = ward.filter(|_| said.is_none()) {
        findings.extend(rival_titles::tell_unborne(file, book, &tables, register, ward, &findings));
    }
    if effort.is_spent() {
        let source = Source { voice, agency: receiving.agency, ward: receiving.ward, ..source };
        return (Submission { received: receiving.received, ..Submission::unread(source, too_much(file)) }, Vec::new());
    }
    let read = sheets_read(&tables, &facts);
    let source = Source {
        ward,
        voice,
        agency: receiving.agency,
        layout: layout_of(&tables),
        units: units_of(&facts, |_| true),
        judged: units_of(&facts, |facts| {
            facts.iter().any(|fact| !fact.refused) && lexicon.rulebook().is_judged_in(facts[0].unit, ward)
        }),
        rows: read.iter().map(|sheet| sheet.rows).fold(0, u32::saturating_add),
        read,
        facts: counted(facts.iter()),
        refused: counted(facts.iter().filter(|fact| fact.refused)),
        ..source
    };
    (Submission { source, facts, findings, named, received: receiving.received }, tables)
}

fn too_much(file: FileKey) -> Finding {
    let message = say!(
        "Biểu của tệp có hơn {MOST_ANSWERS} ô phải chấm, hoặc tiêu đề lặp lại hay gộp ô quá nhiều, nên tệp không được dùng",
        "The tables of the file ask for more than {MOST_ANSWERS} answers, or repeat or merge their headings too often, so \
         it is not used"
    );
    let help = say!(
        "Xóa các dòng, cột và tiêu đề lặp lại ngoài biểu, hoặc chia tệp thành nhiều tệp",
        "Delete rows, columns and repeated headings that do not belong to the table, or split the file"
    );
    Finding::new(&codes::OVER_LIMITS, Place::File(file), message).helped_by(help)
}

/// Returns the ward that every table is about, if it is the same one.
fn only_one(wards: &[Option<UnitKey>]) -> Option<UnitKey> {
    let first = *wards.first()?;
    first.filter(|_| wards.iter().all(|ward| *ward == first))
}

/// Returns the name of a sheet in NFC; the only sheet of a csv has none.
fn sheet_name(sheet: &str) -> Option<String> {
    (!sheet.is_empty()).then(|| to_nfc(sheet).into_owned())
}

/// Returns of how many units the facts are `wanted`; they are in order of their units.
fn units_of(facts: &[Fact], wanted: impl Fn(&[Fact]) -> bool) -> u32 {
    counted(facts.chunk_by(|a, b| a.unit == b.unit).filter(|facts| wanted(facts)))
}

/// Returns how many things there are.
pub(super) fn counted(things: impl Iterator) -> u32 {
    things.count().try_into().unwrap_or(u32::MAX)
}

/// Returns the layout of tables, if they share one.
pub(super) fn layout_of(tables: &[Table]) -> FileLayout {
    let layouts: BTreeSet<Layout> = tables.iter().map(|table| table.layout).collect();
    match layouts.into_iter().collect::<Vec<_>>().as_slice() {
        [] => FileLayout::None,
        [Layout::Matrix] => FileLayout::Matrix,
        [Layout::Card] => FileLayout::Card,
        [Layout::List] => FileLayout::List,
        _ => FileLayout::Mixed,
    }
}

/// Returns how many rows of the table say something about a unit.
pub(super) fn rows_of(table: &Table) -> u32 {
    let mut rows: Vec<u32> = table.entries.iter().map(|entry| entry.row).collect();
    rows.dedup();
    rows.sort_unstable();
    rows.dedup();
    rows.len().try_into().unwrap_or(u32::MAX)
}
