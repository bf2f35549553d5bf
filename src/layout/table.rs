//! What the table finders hand on: which cells say what about which unit.

use std::ops::Range;

use serde::Serialize;

use crate::model::{CellRef, CriterionKey, SheetKey, Speaking, UnitKey};

/// A table recognised on a sheet.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its layout.
    pub layout: Layout,
    /// The sheet it stands on.
    pub sheet: SheetKey,
    /// Its first and last cell, headings included.
    pub range: (CellRef, CellRef),
    /// Its columns.
    pub columns: Vec<Column>,
    /// The units named in it, in order of their rows.
    pub subjects: Vec<Subject>,
    /// What is asked of each unit, in order of rows and columns.
    pub entries: Vec<Entry>,
    /// The rows of its units, known or not, hidden or not, where it may have rows of totals.
    pub unit_rows: Vec<u32>,
    /// Rows of printed totals.
    pub sums: Vec<SumRow>,
    /// Labels that do not say for certain which criterion is meant.
    pub doubtful: Vec<Doubt>,
    /// Cells where a name should stand and none does, in rows that hold data.
    pub nameless: Vec<CellRef>,
    /// Cells under no known heading, beside no known criterion, or under the heading of another criterion's part or
    /// whole: the first of each column or row.
    pub unplaced: Vec<CellRef>,
    /// Answers and names that nobody sees, as a merged cell covers them: the cell, and the range.
    pub covered: Vec<(CellRef, (CellRef, CellRef))>,
}

impl Table {
    /// Makes a table of which nothing is known yet but where it begins.
    pub(super) fn empty(layout: Layout, sheet: SheetKey, range: (CellRef, CellRef)) -> Self {
        Self {
            layout,
            sheet,
            range,
            columns: Vec::new(),
            subjects: Vec::new(),
            entries: Vec::new(),
            unit_rows: Vec::new(),
            sums: Vec::new(),
            doubtful: Vec::new(),
            nameless: Vec::new(),
            unplaced: Vec::new(),
            covered: Vec::new(),
        }
    }
}

/// The layout of a table.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// Biểu tổng hợp: a row a unit.
    Matrix,
    /// Phiếu: a row a criterion.
    Card,
    /// Danh sách: a row a unit and criterion.
    List,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its position on the sheet, from 0.
    pub column: u16,
    /// The criterion it is about, if about one.
    pub criterion: Option<CriterionKey>,
    /// What it holds.
    pub role: ColumnRole,
    /// Its heading, as it stands there; for the telling.
    pub heading: Option<CellRef>,
}

/// What a column holds, as it is told to people.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnRole {
    /// Figures.
    Figure,
    /// Claims, or marks under Đạt or Chưa đạt.
    Claim,
    /// Parts of percentages.
    Part,
    /// Wholes of percentages.
    Whole,
    /// Names of units.
    Unit,
    /// Codes of units.
    Code,
    /// Evidence.
    Evidence,
    /// Free text.
    Note,
    /// Known, and not read: order numbers, requirements, criteria.
    Ignored,
    /// Belongs to no criterion (TDP102).
    Unknown,
}

/// A unit as a table names it.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The texts that may name it, the surest first; a row has one, a card several lines above it and its sheet's name.
    pub names: Vec<Name>,
    /// A code beside the name.
    pub code: Option<Name>,
    /// The ward that the section it stands in, or the column of wards, names.
    pub section: SectionWard,
    /// Its row; the first row of its table for a card.
    pub row: u32,
    /// Something stands in its criterion columns.
    pub filled: bool,
    /// The line above a card that is there for the name and was left blank: "Đơn vị: ......".
    pub left_blank: Option<CellRef>,
}

/// The ward that a heading above a row, or the column of wards beside it, names for it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum SectionWard {
    /// None: that of the table counts.
    #[default]
    Unnamed,
    /// This ward.
    Known(UnitKey),
    /// One that the register does not know, named there.
    Unknown(CellRef),
}

/// A text that names a unit, or may.
#[derive(Clone, Debug)]
pub struct Name {
    /// As written.
    pub written: String,
    /// Where it stands; `None` for the sheet's name.
    pub at: Option<CellRef>,
    /// Whether it can be nothing else.
    pub certainty: Certainty,
}

/// Whether a text can be nothing but the name of a unit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Certainty {
    /// It stands in the column of names, or after "Đơn vị:".
    Certain,
    /// It is one if the register knows it.
    Perhaps,
}

/// One criterion asked of one unit by one voice, and the cells where the answer stands.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Position of the unit in [`Table::subjects`].
    pub subject: usize,
    /// The criterion.
    pub criterion: CriterionKey,
    /// Whose answer it is.
    pub who: Speaking,
    /// The row in which the answer stands.
    pub row: u32,
    /// The columns in which it stands.
    pub slots: Slots,
}

/// The columns of an answer; blank cells count, columns that are not there do not.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Slots {
    /// The figure.
    pub figure: Option<u16>,
    /// The part.
    pub part: Option<u16>,
    /// The whole.
    pub whole: Option<u16>,
    /// The claim.
    pub claim: Option<u16>,
    /// The mark that says achieved.
    pub achieved: Option<u16>,
    /// The mark that says not achieved.
    pub not_achieved: Option<u16>,
    /// The score of a criterion that is not answered by one; words count there, numbers do not.
    pub score: Option<u16>,
    /// The evidence.
    pub evidence: Option<u16>,
}

impl Slots {
    /// Takes the cell of the claim for that of the figure where a measured criterion has no other: under "Phường thẩm
    /// định" stands a number as often as a word, and words are understood in both.
    pub(super) fn figure_first(&mut self) {
        if self.figure.is_none() && self.part.is_none() {
            self.figure = self.claim.take();
        }
    }

    /// Returns the columns of the slots.
    pub fn columns(self) -> impl Iterator<Item = u16> {
        let Self { figure, part, whole, claim, achieved, not_achieved, score, evidence } = self;
        [figure, part, whole, claim, achieved, not_achieved, score, evidence].into_iter().flatten()
    }

    /// Returns the column of the cell that a finding about the whole answer points at.
    pub fn foremost(&self) -> Option<u16> {
        let marks = self.achieved.or(self.not_achieved);
        self.figure.or(self.part).or(self.claim).or(marks).or(self.score).or(self.whole)
    }
}

/// A row of printed totals, above or below what it adds: it should be the sum of its section, or of the whole table.
#[derive(Clone, Debug)]
pub struct SumRow {
    /// The row of the totals.
    pub row: u32,
    /// Where the units of its section stand in [`Table::unit_rows`]; empty for totals of the table alone.
    pub section: Range<usize>,
}

/// A label that does not say for certain which criterion is meant.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// Where the label stands.
    pub at: CellRef,
    /// The criteria it may mean; one when it has been named before.
    pub criteria: Vec<CriterionKey>,
    /// Where the same has been named before, if that is what makes it doubtful.
    pub earlier: Option<CellRef>,
}
