//! One file read: its facts, what was found in it, and the units it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Finding, Place, codes},
    layout::{Layout, Lexicon, Subject, Table},
    model::{CellPlace, CellRef, CriterionKey, FileKey, SheetKey, UnitKey, Voice, say},
    plan::Register,
    text::to_nfc,
    workbook::{Cell, Workbook},
};

use super::{
    Fact, FileLayout, Source,
    answer::{Answer, Blanks, Question},
    fractions,
    ward::{Resolved, resolve, ward_of},
};

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
    let tables: Vec<Table> = book
        .sheets
        .iter()
        .enumerate()
        .flat_map(|(index, sheet)| lexicon.tables(SheetKey::new(index), sheet, voice))
        .collect();
    let ward = receiving.ward.or_else(|| ward_of(lexicon, book, &tables));
    let mut reader = Reader { lexicon, file, book, voice, ward, findings: Vec::new(), named: BTreeSet::new() };
    let facts = reader.read(&tables);
    let Reader { findings, named, .. } = reader;
    let source = Source {
        ward,
        voice,
        agency: receiving.agency,
        layout: layout_of(&tables),
        sheets: book.sheets.iter().map(|sheet| sheet_name(&sheet.name)).collect(),
        units: facts.iter().map(|fact| fact.unit).collect::<BTreeSet<_>>().len().try_into().unwrap_or(u32::MAX),
        rows: tables.iter().map(rows_of).sum(),
        facts: facts.len().try_into().unwrap_or(u32::MAX),
        ..source
    };
    (Submission { source, facts, findings, named, received: receiving.received }, tables)
}

/// Returns the name of a sheet in NFC; the only sheet of a csv has none.
fn sheet_name(sheet: &str) -> Option<String> {
    (!sheet.is_empty()).then(|| to_nfc(sheet).into_owned())
}

fn layout_of(tables: &[Table]) -> FileLayout {
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
fn rows_of(table: &Table) -> u32 {
    let rows: BTreeSet<u32> =
        table.entries.iter().filter_map(|entry| entry.slots.foremost()).map(|at| at.row).collect();
    rows.len().try_into().unwrap_or(u32::MAX)
}

/// Reads the tables of one file.
struct Reader<'a> {
    lexicon: &'a Lexicon<'a>,
    file: FileKey,
    book: &'a Workbook,
    voice: Voice,
    ward: Option<UnitKey>,
    findings: Vec<Finding>,
    named: BTreeSet<UnitKey>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, tables: &[Table]) -> Vec<Fact> {
        if tables.is_empty() {
            self.tell_no_table();
            return Vec::new();
        }
        let units: Vec<Vec<Option<UnitKey>>> = tables.iter().map(|table| self.resolve(table)).collect();
        let mut answers: Vec<Answer<'a>> = Vec::with_capacity(tables.iter().map(|table| table.entries.len()).sum());
        for (table, units) in tables.iter().zip(&units) {
            self.read_answers(table, units, &mut answers);
            self.tell_doubts(table);
            self.tell_unplaced(table);
        }
        self.tell_missing_criteria(tables, &units);
        fractions::decide(&mut answers, self.lexicon.rulebook().criteria.criteria.len(), &mut self.findings);
        let mut facts: Vec<Fact> = Vec::with_capacity(answers.len());
        facts.extend(answers.into_iter().filter_map(|answer| answer.settle(&mut self.findings)));
        self.without_duplicates(facts)
    }

    fn register(&self) -> &'a Register {
        &self.lexicon.rulebook().register
    }

    fn place(&self, sheet: SheetKey, cell: CellRef) -> Place {
        Place::Cell(CellPlace { file: self.file, sheet, cell })
    }

    fn tell_no_table(&mut self) {
        let message = say!(
            "Không tìm thấy biểu, phiếu hay danh sách nào mà chương trình nhận ra",
            "No table that the program knows was found"
        );
        self.findings.push(Finding::new(&codes::NO_TABLE, Place::File(self.file), message));
    }

    /// Finds the unit of each subject of a table and tells what cannot be told for certain.
    fn resolve(&mut self, table: &Table) -> Vec<Option<UnitKey>> {
        let mut no_ward = false;
        let units = table.subjects.iter().map(|subject| {
            let resolved = resolve(self.register(), subject, self.ward);
            no_ward |= matches!(resolved, Resolved::NoWard);
            self.tell_subject(table.sheet, subject, resolved)
        });
        let units: Vec<Option<UnitKey>> = units.collect();
        let told = self.findings.iter().any(|finding| *finding.code == codes::UNKNOWN_WARD);
        if no_ward && !told {
            let message = say!("Không biết tệp này của phường, xã nào", "The ward of this file cannot be told");
            self.findings.push(Finding::new(&codes::UNKNOWN_WARD, Place::File(self.file), message));
        }
        for name in table.nameless.clone() {
            let message =
                say!("Dòng này có số liệu nhưng không có tên đơn vị", "This row holds data but no name of a unit");
            self.findings.push(Finding::new(&codes::UNKNOWN_UNIT, self.place(table.sheet, name), message));
        }
        units
    }

    fn tell_subject(&mut self, sheet: SheetKey, subject: &Subject, resolved: Resolved) -> Option<UnitKey> {
        let name = |index: usize| {
            let name = &subject.names[index];
            (name.written.clone(), name.at.map_or(Place::Sheet(self.file, sheet), |at| self.place(sheet, at)))
        };
        match resolved {
            Resolved::Unit(unit) => {
                self.named.insert(unit);
                Some(unit)
            }
            Resolved::Former(unit, index) => {
                let (written, place) = name(index);
                let now = &self.register().unit(unit).name;
                let message =
                    say!("\"{written}\" là tên cũ, nay là \"{now}\"", "\"{written}\" is a former name, now \"{now}\"");
                self.findings.push(Finding::new(&codes::FORMER_NAME, place, message).of_unit(unit).quoting(written));
                self.named.insert(unit);
                Some(unit)
            }
            Resolved::OtherWard(unit, index) => {
                let (written, place) = name(index);
                let ward = self.register().ward_of(unit).map_or("", |ward| &self.register().unit(ward).name);
                let message = say!("\"{written}\" thuộc {ward}", "\"{written}\" belongs to {ward}");
                self.findings
                    .push(Finding::new(&codes::UNIT_OF_ANOTHER_WARD, place, message).of_unit(unit).quoting(written));
                None
            }
            Resolved::Unknown(nearest, index) => {
                let (written, place) = name(index);
                let names: Vec<String> =
                    nearest.iter().map(|unit| format!("\"{}\"", self.register().unit(*unit).name)).collect();
                let names = names.join(", ");
                let message = match names.as_str() {
                    "" => say!("\"{written}\" không có trong danh sách đơn vị", "\"{written}\" is not in the register"),
                    names => say!(
                        "\"{written}\" không có trong danh sách đơn vị; tên gần nhất: {names}",
                        "\"{written}\" is not in the register; the nearest names: {names}"
                    ),
                };
                self.findings.push(Finding::new(&codes::UNKNOWN_UNIT, place, message).quoting(written));
                None
            }
            Resolved::NoWard | Resolved::NotAUnit => None,
        }
    }

    fn read_answers(&mut self, table: &Table, units: &[Option<UnitKey>], answers: &mut Vec<Answer<'a>>) {
        let book: &'a Workbook = self.book;
        let sheet = &book.sheets[table.sheet.index()];
        let rulebook = self.lexicon.rulebook();
        let register = self.register();
        let mut last = None;
        let mut row: (Option<u32>, &'a [Cell]) = (None, &[]);
        for entry in &table.entries {
            let Some(key) = units[entry.subject] else { continue };
            let (unit, ward) = match last {
                Some((known, unit, ward)) if known == key => (unit, ward),
                _ => {
                    let unit = register.unit(key);
                    let ward = register.ward_of(key).map_or("", |ward| register.unit(ward).code.as_str());
                    last = Some((key, unit, ward));
                    (unit, ward)
                }
            };
            let criterion = rulebook.criteria.criterion(entry.criterion);
            let at = entry.slots.foremost().map(|at| at.row);
            if row.0 != at {
                row = (at, at.map_or(&[], |at| sheet.row(at)));
            }
            let question = Question {
                file: self.file,
                sheet_key: table.sheet,
                sheet,
                row: row.1,
                unit: key,
                key: entry.criterion,
                criterion,
                requirement: criterion.requirement_for(&unit.kind, unit.area.as_deref(), ward),
                voice: entry.voice,
                blanks: if entry.voice == self.voice { Blanks::Told } else { Blanks::Passed },
                slots: entry.slots,
            };
            answers.push(Answer::read(question, &mut self.findings));
        }
    }

    fn tell_doubts(&mut self, table: &Table) {
        let set = &self.lexicon.rulebook().criteria;
        for doubt in &table.doubtful {
            let ids: Vec<&str> = doubt.criteria.iter().map(|key| set.criterion(*key).id.as_str()).collect();
            let message = match ids.as_slice() {
                [] => say!("Hai cột có cùng ý nghĩa", "Two columns say the same"),
                [id] => say!("Tiêu chí {id} có ở hai cột hoặc hai dòng", "Criterion {id} has two columns or rows"),
                ids => {
                    let ids = ids.join(", ");
                    say!(
                        "Nhãn này có thể là một trong các tiêu chí {ids}",
                        "This label may mean any of the criteria {ids}"
                    )
                }
            };
            let finding = Finding::new(&codes::DUPLICATE_CRITERION, self.place(table.sheet, doubt.at), message);
            self.findings.push(match doubt.criteria.as_slice() {
                [key] => finding.of_criterion(*key),
                _ => finding,
            });
        }
    }

    fn tell_unplaced(&mut self, table: &Table) {
        for at in &table.unplaced {
            let heading =
                table.columns.iter().find(|column| column.column == at.column).and_then(|column| column.heading);
            let sheet = &self.book.sheets[table.sheet.index()];
            let told_at = heading.filter(|_| table.layout == Layout::Matrix).unwrap_or(*at);
            let text = sheet.cell(told_at).map(|cell| super::reading::shown(&cell.value)).unwrap_or_default();
            let message = match table.layout {
                Layout::Matrix => say!(
                    "Cột \"{text}\" không thuộc tiêu chí nào nên không được đọc",
                    "The column \"{text}\" belongs to no criterion and is not read"
                ),
                Layout::Card | Layout::List => say!(
                    "Dòng có giá trị \"{text}\" không thuộc tiêu chí nào nên không được đọc",
                    "The row with the value \"{text}\" belongs to no criterion and is not read"
                ),
            };
            self.findings
                .push(Finding::new(&codes::UNKNOWN_COLUMN, self.place(table.sheet, told_at), message).quoting(text));
        }
    }

    /// Tells the criteria that a table asks of none of its units, unless another table of the file does.
    fn tell_missing_criteria(&mut self, tables: &[Table], units: &[Vec<Option<UnitKey>>]) {
        if self.voice == Voice::Agency {
            return;
        }
        let mut asked: BTreeMap<UnitKey, BTreeSet<CriterionKey>> = BTreeMap::new();
        for (table, units) in tables.iter().zip(units) {
            for entry in &table.entries {
                if let Some(unit) = units[entry.subject] {
                    asked.entry(unit).or_default().insert(entry.criterion);
                }
            }
        }
        for (table, units) in tables.iter().zip(units) {
            let missing = self.missing_in(units, &asked);
            if missing.is_empty() {
                continue;
            }
            let set = &self.lexicon.rulebook().criteria;
            let ids: Vec<&str> = missing.iter().map(|key| set.criterion(*key).id.as_str()).collect();
            let ids = ids.join(", ");
            let message = say!("Biểu không có tiêu chí {ids}", "The table has no place for criteria {ids}");
            let finding =
                Finding::new(&codes::CRITERION_WITHOUT_COLUMN, self.place(table.sheet, table.range.0), message);
            self.findings.push(finding.of_criterion(missing[0]).expecting(ids));
        }
    }

    /// Returns the criteria of the units' level that none of the units is asked.
    fn missing_in(
        &self,
        units: &[Option<UnitKey>],
        asked: &BTreeMap<UnitKey, BTreeSet<CriterionKey>>,
    ) -> Vec<CriterionKey> {
        let set = &self.lexicon.rulebook().criteria;
        let judged: Vec<UnitKey> = units.iter().flatten().copied().collect();
        let has =
            |key: CriterionKey| judged.iter().any(|unit| asked.get(unit).is_some_and(|asked| asked.contains(&key)));
        let subjects: Vec<_> = judged.iter().filter_map(|unit| self.register().unit(*unit).level.subject()).collect();
        let expected = set.top_level().filter(|(_, criterion)| subjects.contains(&criterion.subject));
        expected
            .map(|(key, _)| key)
            .filter(|key| !has(*key) && !set.indicators(*key).any(|(indicator, _)| has(indicator)))
            .collect()
    }

    /// Keeps one fact a unit, criterion and voice; of several, the first if all say the same, else none is usable.
    fn without_duplicates(&mut self, mut facts: Vec<Fact>) -> Vec<Fact> {
        facts.sort_by_key(|fact| (fact.unit, fact.criterion, fact.voice));
        let mut told: BTreeSet<(UnitKey, Option<CellRef>)> = BTreeSet::new();
        facts.dedup_by(|later, first| {
            let same = (later.unit, later.criterion, later.voice) == (first.unit, first.criterion, first.voice);
            if same {
                first.refused |= !first.says_the_same(later);
                self.tell_duplicate(first, later, &mut told);
            }
            same
        });
        facts
    }

    fn tell_duplicate(&mut self, first: &Fact, second: &Fact, told: &mut BTreeSet<(UnitKey, Option<CellRef>)>) {
        let (Some(first), Some(second_cell)) = (first.deciding_cell(), second.deciding_cell()) else { return };
        let row = |place: &CellPlace| CellRef::new(place.cell.row, 0);
        if first.place.sheet == second_cell.place.sheet && row(&first.place) == row(&second_cell.place) {
            return;
        }
        if !told.insert((second.unit, Some(row(&second_cell.place)))) {
            return;
        }
        let (name, cell) = (&self.register().unit(second.unit).name, first.place.cell);
        let message = say!("\"{name}\" đã có số liệu ở ô {cell}", "\"{name}\" already has data in cell {cell}");
        let finding = Finding::new(&codes::DUPLICATE_UNIT, Place::Cell(second_cell.place), message);
        self.findings.push(finding.of_unit(second.unit).of_criterion(second.criterion));
    }
}
