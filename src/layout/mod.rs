//! Sheets to tables: which cells say what about which unit, wherever on the sheet they stand.

mod band;
mod card;
mod columns;
mod covered;
mod effort;
mod heading;
mod label;
mod matrix;
mod memo;
mod merged;
mod other_subject;
mod rows;
mod table;
mod view;
mod wanting;

use std::ops::Range;

use crate::{
    criteria::{self, Against, Kind, Requirement},
    model::{CellRef, CriterionKey, Decimal, SheetKey, UnitKey, Voice},
    plan::{Rulebook, is_called_ward},
    text::{LoneSeparator, Mark, Written, canonical, overwritten, read_mark, read_number},
    workbook::{Cell, Sheet, Value},
};

use self::{
    heading::{Heading, Headings, Holds},
    label::{Labels, Named},
    view::View,
};

pub use self::effort::{Effort, MOST_ANSWERS};
pub(crate) use self::merged::Merged;
pub use self::table::{
    Certainty, Column, ColumnRole, Doubt, Entry, Layout, Name, SectionWard, Slots, Subject, SumRow, Table,
};
pub use self::wanting::{Lack, Wanting};

/// Titles of a table have at most so many rows.
const MOST_TITLE_ROWS: usize = 12;

/// A label is split over at most so many rows below its first.
const MOST_SPLIT_ROWS: u32 = 3;

/// The names by which sheets speak of criteria, columns and wards; made once for a run.
#[derive(Debug)]
pub struct Lexicon<'a> {
    rulebook: &'a Rulebook,
    labels: Labels,
    headings: Headings,
}

impl<'a> Lexicon<'a> {
    /// Gathers the names of a rulebook.
    pub fn new(rulebook: &'a Rulebook) -> Self {
        let labels = Labels::new(&rulebook.criteria);
        Self { rulebook, labels, headings: Headings::new(&rulebook.plan) }
    }

    /// Returns the rulebook whose names these are.
    pub fn rulebook(&self) -> &'a Rulebook {
        self.rulebook
    }

    /// Finds the tables of a sheet, top down, in a file whose own voice is `voice`, as far as the `effort` for the
    /// file goes.
    pub fn tables(&self, key: SheetKey, sheet: &Sheet, voice: Voice, effort: &Effort) -> Vec<Table> {
        let view = View::new(sheet, effort);
        let mut tables: Vec<Table> = Vec::new();
        let (mut above, mut next) = (0, 0);
        while let Some(cells) = view.row_beginning_at(next).filter(|_| !effort.is_spent()) {
            next = cells.end;
            let row = sheet.cells()[cells.start].at.row;
            let found = self.opens_table(&view, cells).then(|| {
                let matrix = || matrix::find(&view, self, key, row, voice);
                let unknown = || {
                    let repeated = !tables.is_empty() && self.repeats_headings(&view, row);
                    repeated.then(|| self.unknown_table(&view, key, row))
                };
                card::find(&view, self, key, (above, row), voice, tables.last()).or_else(matrix).or_else(unknown)
            });
            if let Some(mut table) = found.flatten().filter(|_| effort.allows_table()) {
                covered::note(&view, &mut table);
                above = table.range.1.row + 1;
                next = next.max(sheet.rows(0..above).end);
                tables.push(table);
            }
        }
        tables
    }

    /// Returns whether a row of cells may be the first of a table's headings: it says where names or criteria stand.
    fn opens_table(&self, view: &View<'_>, cells: Range<usize>) -> bool {
        let held = |cell: &Cell| self.held_from(view, cell.at, cell.at.row + MOST_SPLIT_ROWS);
        view.filled(cells).take(4).any(|(cell, text)| !text.is_empty() && held(cell).is_some_and(Holds::opens_table))
    }

    /// Returns what the heading at `at` says that its column holds: a label may be split over the rows down to `bottom`.
    fn held_from(&self, view: &View<'_>, at: CellRef, bottom: u32) -> Option<Holds> {
        let text = view.text(at);
        let whole = self.headings.read(text).holds;
        if whole.is_some() || !self.headings.begins(text) {
            return whole;
        }
        let mut joined = text.to_owned();
        (at.row + 1..=bottom)
            .map(|row| view.text(CellRef::new(row, at.column)))
            .take_while(|text| !text.is_empty())
            .find_map(|text| {
                joined.push(' ');
                joined.push_str(text);
                self.headings.read(&joined).holds
            })
    }

    /// Returns whether the headings of a table begin in a row, rather than a section named with a word for units.
    fn heads_table(&self, view: &View<'_>, row: u32) -> bool {
        self.opens_table(view, view.sheet.rows(row..row + 1))
            && (matrix::band_from(view, self, row).is_some() || card::heads(view, self, row))
    }

    /// Returns whether a row ends the table above it: it heads another, whether that names criteria or not.
    fn ends_table(&self, view: &View<'_>, row: u32) -> bool {
        self.opens_table(view, view.sheet.rows(row..row + 1))
            && (self.repeats_headings(view, row) || self.heads_table(view, row))
    }

    /// Returns whether a row names ordinals and units, or criteria, as headings do, whatever else stands in it.
    fn repeats_headings(&self, view: &View<'_>, row: u32) -> bool {
        let held = || view.row(row).filter_map(|(_, text)| self.headings.read(text).holds);
        held().any(|holds| holds == Holds::Order)
            && held().any(|holds| matches!(holds, Holds::Unit | Holds::Ward | Holds::Criterion))
    }

    /// Returns whether a line of words, such as the name of a ward, stands over the headings of a table rather than over
    /// rows of the one above.
    fn leads_to_table(&self, view: &View<'_>, row: u32) -> bool {
        let mut next = row + 1;
        for _ in 0..MOST_TITLE_ROWS {
            let Some(below) = view.filled_from(next) else { return false };
            if self.ends_table(view, below) {
                return true;
            }
            if view.cells(below).len() > 2 {
                return false;
            }
            next = below + 1;
        }
        false
    }

    /// Makes a table of nothing but columns that nobody knows out of headings without a criterion, below another table:
    /// its columns must not be taken for those of the one above, nor be passed over in silence.
    fn unknown_table(&self, view: &View<'_>, sheet: SheetKey, row: u32) -> Table {
        let strange = view.row(row).filter(|(cell, text)| {
            matches!(cell.value, Value::Text(_)) && self.headings.read(text).holds.is_none_or(Holds::is_answer)
        });
        let unplaced: Vec<CellRef> = strange.map(|(cell, _)| cell.at).collect();
        let at = CellRef::new(row, 0);
        Table { unplaced, ..Table::empty(Layout::Matrix, sheet, (at, at)) }
    }

    /// Returns whether a heading says that its column is about another year than the plan's.
    pub fn is_of_another_year(&self, heading: &str) -> bool {
        self.headings.read(&canonical(heading)).holds == Some(Holds::OtherYear)
    }

    /// Returns whether a heading, behind the number of a criterion or not, says that scores stand below it: "1.3. Điểm".
    pub fn is_over_scores(heading: &str) -> bool {
        let heading = canonical(heading);
        heading::is_over_scores(&heading) || heading::is_over_scores(label::behind_id(&heading))
    }

    /// Returns what a cell says as a heading; a year may be typed as a number.
    fn heading(&self, cell: &Cell, text: &str) -> Heading {
        match cell.value {
            Value::Number(number) if is_year(number) => self.headings.read(&format!("năm {number}")),
            _ => self.headings.read(text),
        }
    }

    /// Returns the criterion that a cell names.
    fn named(&self, cell: &Cell, text: &str) -> Named {
        match &cell.value {
            Value::Number(number) => Decimal::from_spreadsheet(*number)
                .map_or(Named::Nothing, |number| self.labels.read_number(&number.to_string())),
            _ if text.is_empty() => Named::Nothing,
            _ => self.labels.read(text),
        }
    }

    /// Returns whether a label that names a criterion is about another year than the plan's, though the criterion is not.
    fn names_other_year(&self, label: &str, key: CriterionKey) -> bool {
        let criterion = self.rulebook.criteria.criterion(key);
        let mut names = std::iter::once(&criterion.title).chain(&criterion.aliases);
        let elsewhere = |label: &str| self.headings.is_of_another_year(label);
        (elsewhere(label) || elsewhere(label::behind_id(label))) && !names.any(|name| elsewhere(&canonical(name)))
    }

    /// Returns what stands behind the number of a criterion in place of its title, or in brackets behind it: "5.2. Ghi
    /// chú", "1.1 Không đạt", "1.2 Quy ước (Chưa đạt)".
    fn behind_number(&self, label: &str, key: CriterionKey) -> Option<Holds> {
        let remark = label.strip_suffix(')').and_then(|label| label.rsplit_once('(')).map(|(_, remark)| remark.trim());
        let remark = remark.and_then(|remark| self.headings.read(remark).holds);
        let remark = remark.filter(|holds| matches!(holds, Holds::Achieved | Holds::NotAchieved));
        remark.or_else(|| match self.labels.read(label) {
            Named::Numbered(named) if named == key => self.headings.read(label::behind_id(label)).holds,
            _ => None,
        })
    }

    fn names_part_or_whole(&self, text: &str) -> bool {
        !self.labels.parts(text).is_empty() || !self.labels.wholes(text).is_empty()
    }

    fn kind(&self, key: CriterionKey) -> Kind {
        self.rulebook.criteria.criterion(key).kind
    }

    /// Returns whether any criterion is answered by a score.
    fn scores_any(&self) -> bool {
        self.rulebook.criteria.criteria.iter().any(|criterion| criterion.kind == Kind::Points)
    }

    /// Returns whether a criterion is answered by a claim unless its headings say otherwise.
    fn takes_claims(&self, key: CriterionKey) -> bool {
        matches!(self.kind(key), Kind::YesNo | Kind::Task)
    }

    /// Returns the ward that a text names, when it names exactly one.
    fn only_ward_in(&self, text: &str) -> Option<UnitKey> {
        match self.rulebook.register.wards_named_in(text).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Returns the ward that a heading above rows names; nothing where it names something else.
    fn ward_heading(&self, name: &Name) -> Option<SectionWard> {
        let known = self.only_ward_in(&name.written).map(SectionWard::Known);
        let unknown = || name.at.filter(|_| is_called_ward(&name.written));
        known.or_else(|| unknown().map(SectionWard::Unknown))
    }

    /// Returns whether a text names a ward or a unit below one, whichever the ward.
    fn names_unit(&self, text: &str) -> bool {
        self.rulebook.register.wards_knowing(text).next().is_some()
    }

    /// Returns the ward that a cell of a column of wards names.
    fn ward_named(&self, text: &str, at: CellRef) -> SectionWard {
        let known = self.rulebook.register.find_ward(text).or_else(|| self.only_ward_in(text));
        known.map_or(SectionWard::Unknown(at), SectionWard::Known)
    }

    /// Returns whether units below the wards are judged, so that a ward's own row can only sum them up.
    fn judges_below_wards(&self) -> bool {
        self.rulebook.criteria.subject == criteria::Subject::Group
    }

    /// Returns whether a ward itself answers a criterion: it is about wards, or the groups are compared with their ward.
    fn asks_wards(&self, key: CriterionKey) -> bool {
        let criterion = self.rulebook.criteria.criterion(key);
        let mut requirements = criterion.cases.iter().map(|case| &case.requirement).chain([&criterion.requirement]);
        let with_parent = |requirement| matches!(requirement, &Requirement::Compare(_, Against::Parent));
        criterion.subject == criteria::Subject::Ward || requirements.any(with_parent)
    }

    /// Returns whether a cell holds something that answers a criterion, rather than a signature or a remark.
    fn looks_like_answer<'t>(cell: &Cell, text: impl FnOnce() -> &'t str) -> bool {
        match &cell.value {
            Value::Number(_) | Value::Bool(_) | Value::Error(_) | Value::NotCalculated | Value::Date(_) => true,
            // An answer that is crossed out is none, and must be told.
            Value::Text(written) if overwritten(written).is_some() => true,
            Value::Text(_) => {
                let text = text();
                read_mark(text).is_some_and(|mark| mark != Mark::Blank)
                    || read_number(text, LoneSeparator::Decimal) != Written::Other
            }
        }
    }
}

/// Returns whether a number stands for a year where headings are.
fn is_year(number: f64) -> bool {
    number.fract() == 0.0 && (2000.0..2100.0).contains(&number)
}
