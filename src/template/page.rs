//! A blank form as plain data: what is printed, what may be filled in, and what may be written there.

use crate::{
    criteria::{Kind, Requirement},
    model::Decimal,
};

/// The custom property of a form, and what it says there.
pub type Stamp = (&'static str, String);

/// A workbook to be sent out and filled in.
#[derive(Clone, Debug)]
pub struct Form {
    /// The name of its file.
    pub file: String,
    /// By what the program knows it when it comes back.
    pub stamps: Vec<Stamp>,
    /// How it is filled in, line by line.
    pub guide: Vec<GuideLine>,
    /// Its sheets, in their order.
    pub pages: Vec<Page>,
    /// How many units it asks.
    pub units: usize,
    /// How many criteria and indicators it asks for.
    pub criteria: usize,
}

/// A line of the instructions.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum GuideLine {
    /// The title of the page.
    Title(String),
    /// Opens a paragraph.
    Heading(String),
    /// One thing to know or to do.
    Text(String),
}

/// A sheet with one table.
#[derive(Clone, Debug)]
pub struct Page {
    /// The name wanted for it; two may want the same.
    pub name: String,
    /// The lines above the table, the title first.
    pub titles: Vec<String>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// So many of the first columns tell what a row is about; they stay in view and are printed on every page.
    pub identifying: usize,
    /// The rows below the headings.
    pub rows: Vec<Row>,
    /// Whether the rows may be sorted and filtered.
    pub arranging: Arranging,
    /// Who signs, from left to right.
    pub signatures: [String; 2],
}

/// Whether the rows of a table may change their places.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Arranging {
    /// They stay where they are.
    Fixed,
    /// They may be filtered and sorted, as all of them take the same; each bears its unit's code in this column.
    ByCode(usize),
    /// They may be filtered; some are asked for what others are not. Each bears its unit's code in this column.
    InPlace(usize),
    /// They may be filtered; a unit has a row for each criterion, by whose id the rows differ in what they take.
    ByCriterion {
        /// The column of the codes of units.
        codes: usize,
        /// The column of the ids of criteria.
        ids: usize,
    },
}

impl Arranging {
    /// Whether rows may be hidden by a filter.
    pub fn may_filter(self) -> bool {
        self != Self::Fixed
    }

    /// Whether rows may be sorted: what may be typed into a row stays behind at its place.
    pub fn may_sort(self) -> bool {
        matches!(self, Self::ByCode(_))
    }
}

/// A column of a form.
#[derive(Clone, Debug)]
pub struct Column {
    /// What stands over it, top down; the last heading reaches down to the rows, and neighbours share what they have
    /// in common.
    pub headings: Vec<String>,
    /// How much room it needs.
    pub room: Room,
}

/// How much room a column needs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Room {
    /// An ordinal or a number of a criterion.
    Order,
    /// The code of a unit.
    Code,
    /// The name of a unit.
    Name,
    /// The words of a criterion.
    Words,
    /// A few words: a requirement, a unit of measurement.
    Phrase,
    /// A figure.
    Figure,
    /// A word chosen from a list.
    Choice,
    /// Evidence, remarks.
    Remark,
}

/// A row below the headings.
#[derive(Clone, Debug)]
pub enum Row {
    /// A line across the whole table.
    Section(String),
    /// What is asked of one unit, or of one criterion.
    Asked(Vec<Cell>),
}

/// A cell of a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Printed words; never a formula, never a number.
    Words(String),
    /// Printed words that are there to be compared with.
    Former(String),
    /// To be filled in.
    Open(Field),
    /// The percentage that the part and the whole in these columns make.
    Share {
        /// The column of the part.
        part: usize,
        /// The column of the whole.
        whole: usize,
        /// What it has to reach.
        goal: Option<Goal>,
    },
    /// Not asked here.
    Closed,
}

/// A cell to be filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What may be written.
    pub takes: Takes,
    /// The title and the words that are shown beside the cell while it is filled in.
    pub prompt: Option<(String, String)>,
    /// What a figure has to reach.
    pub goal: Option<Goal>,
    /// The column of the whole that this part may not exceed.
    pub within: Option<usize>,
}

/// What may be written into a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Takes {
    /// A percentage, in percent; it may exceed 100 where the criterion says so.
    Percent {
        /// The most possible.
        most: Option<Decimal>,
    },
    /// A whole number that is not negative.
    Count,
    /// A number that is not negative; a part does not exceed its whole.
    Part,
    /// What a part is part of: a number above zero.
    Whole,
    /// Any number: amounts may fall below zero.
    Amount,
    /// Points, up to so many.
    Points(Option<Decimal>),
    /// One of these words.
    Choice(Vec<&'static str>),
    /// Any words.
    Words,
}

/// What a figure has to reach, so that a value that misses it is seen at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// What is required.
    pub requirement: Requirement,
    /// Of what kind of value.
    pub kind: Kind,
}
