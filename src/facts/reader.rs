//! The tables of one file to facts: units found, answers read, criteria counted.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    criteria::{Against, Criterion, Requirement},
    finding::{Finding, Place, codes},
    layout::{Effort, Lexicon, Merged, Table},
    model::{CellPlace, CellRef, FileKey, SheetKey, UnitKey, Voice, say},
    plan::{self, Register, Unit},
    workbook::{Cell, Workbook},
};

use super::{
    Fact, MOST_FINDINGS,
    answer::{Answer, Blanks, Question},
    counterparts, duplicates,
    form::Form,
    fractions,
    measures::{Around, Measures},
    near_names::NearNames,
    repeats,
    shifted::{HeadingWidth, tell_cut_heading},
    ward::{Resolved, resolve},
};

/// Reads the tables of one file.
pub(super) struct Reader<'a> {
    pub(super) lexicon: &'a Lexicon<'a>,
    pub(super) file: FileKey,
    pub(super) book: &'a Workbook,
    pub(super) voice: Voice,
    pub(super) effort: &'a Effort,
    pub(super) findings: Vec<Finding>,
    pub(super) named: BTreeSet<UnitKey>,
    /// Whether the register holds no group of a ward, of those in which a name was sought in vain.
    pub(super) empty_wards: BTreeMap<UnitKey, bool>,
    /// The findings, by position, of names that are like none of their ward.
    pub(super) unlike: Vec<(usize, UnitKey)>,
    /// The names that were told with several nearest ones.
    pub(super) near: Vec<NearNames>,
    /// What is told of codes that lost their leading zeros.
    pub(super) zeros: Vec<Finding>,
}

impl<'a> Reader<'a> {
    /// Reads the tables, each about its ward.
    pub(super) fn read(&mut self, tables: &[Table], wards: &[Option<UnitKey>]) -> Vec<Fact> {
        if tables.is_empty() {
            self.tell_no_table();
            return Vec::new();
        }
        let mut units: Vec<Vec<Option<UnitKey>>> =
            tables.iter().zip(wards).map(|(table, ward)| self.resolve(table, *ward)).collect();
        let mut repeated = BTreeSet::new();
        for (table, units) in tables.iter().zip(&mut units) {
            repeated.append(&mut self.without_empty_repeats(table, units));
        }
        self.tell_strange_title(tables, wards);
        self.prefer_unnamed();
        self.tell_unnamed_units();
        self.doubt_title(tables, wards);
        plan::tell_once(&mut self.zeros);
        self.findings.append(&mut self.zeros);
        let mut answers: Vec<Answer<'_>> = Vec::with_capacity(tables.iter().map(|table| table.entries.len()).sum());
        let mut merged = None;
        for (index, (table, units)) in tables.iter().zip(&units).enumerate() {
            let sheet = &self.book.sheets[table.sheet.index()];
            let before =
                index.checked_sub(1).map(|before| &tables[before]).filter(|before| before.sheet == table.sheet);
            if before.is_none() {
                merged = None;
            }
            let merged = merged.get_or_insert_with(|| Merged::new(&sheet.merges));
            let first = before.map_or(0, |before| before.range.1.row + 1);
            let around = Around { sheet, merged, effort: self.effort, first };
            self.read_answers(table, units, around, &mut answers);
            self.tell_doubts(table);
            self.ask_for_subheadings(table);
            self.tell_unplaced(table);
        }
        self.tell_missing_criteria(tables, &units);
        fractions::decide(&mut answers, self.lexicon.rulebook().criteria.criteria.len(), &mut self.findings);
        if tables.iter().any(|table| table.doubtful.iter().any(|doubt| doubt.criteria.len() == 1)) {
            duplicates::refuse_halves(&mut answers);
        }
        repeats::pass_over_blanks(&mut answers, &repeated);
        counterparts::check(&mut answers, &mut self.findings);
        let answers = self.without_blank_units(answers);
        let mut facts: Vec<Fact> = Vec::with_capacity(answers.len());
        for answer in answers {
            if self.tellable() == 0 {
                break;
            }
            facts.extend(answer.settle(&mut self.findings));
        }
        self.without_cells_of_second(tables);
        self.without_duplicates(facts, tables, &units)
    }

    pub(super) fn register(&self) -> &'a Register {
        &self.lexicon.rulebook().register
    }

    /// Returns how many findings are still worth making: a file of more than the most is given up, whatever else is
    /// wrong in it, and the findings would take more memory than all else.
    pub(super) fn tellable(&self) -> usize {
        (MOST_FINDINGS + 1).saturating_sub(self.findings.len())
    }

    pub(super) fn place(&self, sheet: SheetKey, cell: CellRef) -> Place {
        Place::Cell(CellPlace { file: self.file, sheet, cell })
    }

    /// Finds the unit of each subject of a table and tells what cannot be told for certain.
    fn resolve(&mut self, table: &Table, ward: Option<UnitKey>) -> Vec<Option<UnitKey>> {
        let mut no_ward = false;
        let mut strange: BTreeSet<CellRef> = BTreeSet::new();
        let judged = self.lexicon.rulebook().criteria.subject;
        let units = table.subjects.iter().map(|subject| {
            if self.tellable() == 0 {
                return None;
            }
            let resolved = resolve(self.register(), subject, ward, judged);
            no_ward |= matches!(resolved, Resolved::NoWard);
            if let Resolved::StrangeWard(at) = resolved {
                strange.insert(at);
            }
            if self.is_of_empty_ward(table.sheet, subject, ward, &resolved) {
                return None;
            }
            let unit = self.tell_subject(table.sheet, subject, ward, resolved)?;
            self.note_lost_zeros(table.sheet, subject, unit);
            Some(unit)
        });
        let units: Vec<Option<UnitKey>> = units.collect();
        self.tell_strange_wards(table.sheet, &strange);
        let told =
            self.findings.iter().any(|finding| *finding.code == codes::UNKNOWN_WARD && finding.place.cell().is_none());
        if no_ward && !told {
            let message = say!("Không biết tệp này của phường, xã nào", "The ward of this file cannot be told");
            self.findings.push(Finding::new(&codes::UNKNOWN_WARD, Place::File(self.file), message));
        }
        for name in table.nameless.iter().copied().take(self.tellable()) {
            let message =
                say!("Dòng này có số liệu nhưng không có tên đơn vị", "This row holds data but no name of a unit");
            let help = say!(
                "Ghi tên tổ dân phố, bản của dòng này vào ô, hoặc xóa dòng nếu thừa",
                "Write the name of this row's group into the cell, or delete the row if it is surplus"
            );
            let finding = Finding::new(&codes::UNKNOWN_UNIT, self.place(table.sheet, name), message);
            self.findings.push(finding.helped_by(help));
        }
        units
    }

    fn read_answers<'t>(
        &mut self,
        table: &'t Table,
        units: &[Option<UnitKey>],
        around: Around<'_>,
        answers: &mut Vec<Answer<'t>>,
    ) where
        'a: 't,
    {
        let book: &'a Workbook = self.book;
        let sheet = &book.sheets[table.sheet.index()];
        let rulebook = self.lexicon.rulebook();
        let register = self.register();
        let mut row: (Option<u32>, &'a [Cell]) = (None, &[]);
        let mut misplaced: BTreeMap<usize, UnitKey> = BTreeMap::new();
        let mut placed: BTreeSet<usize> = BTreeSet::new();
        let maker = Form::of(book).maker();
        let mut measures = Measures::of(table, around);
        let width = HeadingWidth::of(table, sheet, &rulebook.criteria);
        let cut = width.as_ref().and_then(HeadingWidth::cut_heading);
        if let Some(heading) = cut {
            self.findings.push(tell_cut_heading(sheet, heading, self.place(table.sheet, heading)));
        }
        let mut told_shifted: BTreeSet<u32> = BTreeSet::new();
        for entry in &table.entries {
            if self.tellable() == 0 {
                break;
            }
            let Some(key) = units[entry.subject] else { continue };
            let unit = register.unit(key);
            let criterion = rulebook.criteria.criterion(entry.criterion);
            if !is_asked(unit, criterion) {
                misplaced.insert(entry.subject, key);
                continue;
            }
            placed.insert(entry.subject);
            if row.0 != Some(entry.row) {
                row = (Some(entry.row), sheet.row(entry.row));
            }
            let question = Question {
                file: self.file,
                sheet_key: table.sheet,
                sheet,
                columns: &table.columns,
                row: entry.row,
                cells: row.1,
                unit: key,
                key: entry.criterion,
                criterion,
                requirement: rulebook.requirement(key, entry.criterion),
                who: entry.who,
                blanks: if entry.who.voice == self.voice { Blanks::Told } else { Blanks::Passed },
                maker,
                slots: entry.slots,
            };
            let Some(width) = width.as_ref().filter(|width| width.is_exceeded(entry.row)) else {
                let mut answer = Answer::read(question, &mut self.findings);
                measures.check(&mut answer, &mut self.findings);
                answers.push(answer);
                continue;
            };
            let answer = Answer::refused(question);
            if cut.is_none()
                && !told_shifted.contains(&entry.row)
                && let Some(finding) = width.tell(&answer)
            {
                told_shifted.insert(entry.row);
                self.findings.push(finding);
            }
            answers.push(answer);
        }
        for (subject, unit) in misplaced.into_iter().filter(|(subject, _)| !placed.contains(subject)) {
            self.tell_misplaced(table, &table.subjects[subject], unit);
        }
    }
}

/// Returns whether a unit answers a criterion: it is of the level that the criterion is about, or those below it are
/// compared with its figure.
fn is_asked(unit: &Unit, criterion: &Criterion) -> bool {
    let requirements = criterion.cases.iter().map(|case| &case.requirement).chain([&criterion.requirement]);
    let mut with_parent =
        requirements.filter(|requirement| matches!(requirement, Requirement::Compare(_, Against::Parent)));
    unit.level.subject() == Some(criterion.subject) || with_parent.next().is_some()
}
