//! Units named twice in one table, where one of the rows says nothing or leaves blank what the other says.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use crate::{
    finding::{Finding, codes},
    layout::{Layout, Subject, Table},
    model::{CellRef, SheetKey, UnitKey, say},
};

use super::{
    answer::{Answer, Blanks},
    reader::Reader,
};

impl Reader<'_> {
    /// Takes out of a matrix the rows that name a unit and say nothing where another row of the table is that unit's: such
    /// a row is told as standing twice, or is a remark below the table that has nothing beside the name. Returns the
    /// units that stand twice.
    pub(super) fn without_empty_repeats(&mut self, table: &Table, units: &mut [Option<UnitKey>]) -> BTreeSet<UnitKey> {
        let mut repeated = BTreeSet::new();
        if table.layout != Layout::Matrix {
            return repeated;
        }
        let mut rows: BTreeMap<UnitKey, Vec<usize>> = BTreeMap::new();
        for (subject, unit) in units.iter().enumerate() {
            if let Some(unit) = unit {
                rows.entry(*unit).or_default().push(subject);
            }
        }
        for (unit, rows) in rows.into_iter().filter(|(_, rows)| rows.len() > 1) {
            repeated.insert(unit);
            let filled = rows.iter().find(|row| table.subjects[**row].filled);
            let Some(kept) = filled.or(rows.first()).copied() else { continue };
            for empty in rows.into_iter().filter(|row| *row != kept && !table.subjects[*row].filled) {
                units[empty] = None;
                let (first, second) = (empty.min(kept), empty.max(kept));
                if self.is_more_than_a_remark(table, empty) {
                    self.tell_empty_repeat(table.sheet, unit, [first, second].map(|row| &table.subjects[row]));
                }
            }
        }
        repeated
    }

    /// Returns whether a row stands in its table or just below, or has something beside the name in the table's columns.
    fn is_more_than_a_remark(&self, table: &Table, subject: usize) -> bool {
        let row = table.subjects[subject].row;
        let answers = |column: u16| {
            let column = table.columns.iter().find(|known| known.column == column);
            column.is_some_and(|column| column.criterion.is_some())
        };
        let wholes = || table.entries.iter().filter(|entry| entry.row == row).filter_map(|entry| entry.slots.whole);
        let is_asked = |column: u16| answers(column) || wholes().any(|whole| whole == column);
        let cells = self.book.sheets[table.sheet.index()].row(row);
        row <= table.range.1.row.saturating_add(1) || cells.iter().any(|cell| is_asked(cell.at.column))
    }

    fn tell_empty_repeat(&mut self, sheet: SheetKey, unit: UnitKey, [first, second]: [&Subject; 2]) {
        let at = |subject: &Subject| {
            let named = subject.names.first().and_then(|name| name.at);
            named.unwrap_or_else(|| CellRef::new(subject.row, 0))
        };
        let (there, at, name) = (at(first), at(second), &self.register().unit(unit).name);
        let row = if second.filled { first.row } else { second.row } + 1;
        let message = say!(
            "\"{name}\" đã có ở ô {there}; dòng {row} không có số liệu",
            "\"{name}\" stands already in cell {there}; row {row} holds no data"
        );
        let help = say!(
            "Xóa dòng {row} nếu thừa; nếu là của tổ dân phố, bản khác thì sửa tên và điền số liệu",
            "Delete row {row} if it is surplus; if it is another group's, correct its name and fill in its figures"
        );
        let finding = Finding::new(&codes::DUPLICATE_UNIT, self.place(sheet, at), message);
        self.findings.push(finding.of_unit(unit).helped_by(help));
    }
}

/// Tells no blank answer of a unit that stands twice where another row gives the answer, and one that none gives once.
pub(super) fn pass_over_blanks(answers: &mut [Answer<'_>], repeated: &BTreeSet<UnitKey>) {
    if repeated.is_empty() {
        return;
    }
    let about = |answer: &Answer<'_>| (answer.question.unit, answer.question.key, answer.question.who);
    let is_repeated = |answer: &&Answer<'_>| repeated.contains(&answer.question.unit);
    let mut given: FxHashSet<_> =
        answers.iter().filter(is_repeated).filter(|answer| !answer.says_nothing()).map(about).collect();
    for answer in answers.iter_mut().filter(|answer| repeated.contains(&answer.question.unit)) {
        if answer.says_nothing() && !given.insert(about(answer)) {
            answer.question.blanks = Blanks::Passed;
        }
    }
}
