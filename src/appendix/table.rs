//! The one table model that every output format is written from: plain rows of typed cells, no colours or borders.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::model::{CellPlace, Sum, roman};

use super::{origin::Origin, signing::Signing};

/// What an annex is called.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Name in the registry: `groups`.
    pub name: &'static str,
    /// Roman number; `None` for what follows the numbered appendices.
    pub number: Option<String>,
    /// Title in ordinary case; writers that print it as a title put it in capitals.
    pub title: String,
}

/// A table with its heading, as it is annexed to the report.
#[derive(Debug)]
pub struct Annex<'a> {
    /// What it is called.
    pub heading: Heading,
    /// "(Kèm theo Báo cáo số …)".
    pub annexed_to: String,
    /// Lines between the title and the table: plan, criteria set, who reported.
    pub remarks: Vec<String>,
    /// What follows them.
    pub table: Table<'a>,
    /// Who issues and signs it, where the plan has the appendices signed.
    pub signing: Option<Signing>,
}

/// Columns, rows, and notes below them.
#[derive(Debug)]
pub struct Table<'a> {
    /// "Đơn vị tính: …", above the table, where its figures share one.
    pub unit: Option<String>,
    /// Columns from left to right.
    pub columns: Vec<Column<'a>>,
    /// How many of the first columns tell which unit a row is about: they stay in sight, and are repeated
    /// where a table continues beside itself.
    pub identifying: usize,
    /// Rows from top to bottom, each with one cell a column.
    pub rows: Vec<Row<'a>>,
    /// Lines below the table.
    pub notes: Vec<String>,
}

/// A column: its heading, perhaps below a heading that it shares with its neighbours.
#[derive(Clone, Debug)]
pub struct Column<'a> {
    /// Heading.
    pub heading: Cow<'a, str>,
    /// Heading above it, shared by neighbours that name the same one.
    pub over: Option<Cow<'a, str>>,
    /// What stands below.
    pub content: Content,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Content {
    /// Ordinals, codes, marks, dates: short and of one length.
    Mark,
    /// Words.
    Text,
    /// Numbers.
    Figure,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row<'a> {
    /// What it is.
    pub kind: RowKind,
    /// One cell a column.
    pub cells: Vec<Cell<'a>>,
}

/// What a row is. A subtotal adds the body rows since the last section; a total adds every body row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RowKind {
    /// Opens a Roman-numbered section: ordinal and name, nothing else.
    Section,
    /// Data.
    Body,
    /// Cộng.
    Subtotal,
    /// Tổng cộng.
    Total,
    /// What the plan wants, beside the total; it adds nothing.
    Goal,
}

/// A cell: what it says and what that rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'a> {
    /// What it says.
    pub value: Value<'a>,
    /// What it rests on.
    pub origin: Origin,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Words; never a formula, whatever they begin with.
    Text(Cow<'a, str>),
    /// A count.
    Whole(u32),
    /// A number with the decimals to be shown; set apart, as nearly all cells hold something smaller.
    Decimal(Box<Sum>),
    /// A percentage in percent, rounded to the decimals to be shown.
    Percent(Box<Sum>),
    /// A calendar year.
    Year(i32),
    /// A day.
    Date(NaiveDate),
}

impl<'a> Column<'a> {
    /// Makes a column of ordinals, codes or marks.
    pub fn mark(heading: impl Into<Cow<'a, str>>) -> Self {
        Self { heading: heading.into(), over: None, content: Content::Mark }
    }

    /// Makes a column of words.
    pub fn text(heading: impl Into<Cow<'a, str>>) -> Self {
        Self { heading: heading.into(), over: None, content: Content::Text }
    }

    /// Makes a column of numbers.
    pub fn figure(heading: impl Into<Cow<'a, str>>) -> Self {
        Self { heading: heading.into(), over: None, content: Content::Figure }
    }

    /// Puts the column under a heading that it shares with its neighbours.
    #[must_use]
    pub fn under(mut self, over: impl Into<Cow<'a, str>>) -> Self {
        self.over = Some(over.into());
        self
    }
}

impl<'a> Row<'a> {
    /// Makes a row of data.
    pub fn body(cells: Vec<Cell<'a>>) -> Self {
        Self { kind: RowKind::Body, cells }
    }

    /// Makes a row that opens the section with a Roman `number` in a table of `width` columns.
    pub fn section(number: usize, name: impl Into<Cow<'a, str>>, width: usize) -> Self {
        let mut cells = vec![Cell::EMPTY; width];
        for (cell, filled) in cells.iter_mut().zip([Cell::text(roman(number)), Cell::text(name)]) {
            *cell = filled;
        }
        Self { kind: RowKind::Section, cells }
    }
}

impl<'a> Cell<'a> {
    /// A cell without anything in it.
    pub const EMPTY: Self = Self { value: Value::Empty, origin: Origin::Words };

    /// Makes a cell of words; nothing stands where there are none.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let value = if text.is_empty() { Value::Empty } else { Value::Text(text) };
        Self { value, origin: Origin::Words }
    }

    /// Makes a cell of words where there are some.
    pub fn maybe(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::EMPTY, Self::text)
    }

    /// Makes the cell with the place of a row in its section.
    pub fn ordinal(index: usize) -> Self {
        Self { value: Value::Whole(u32::try_from(index + 1).unwrap_or(u32::MAX)), origin: Origin::Words }
    }

    /// Makes a cell with a value that rests on `origin`.
    pub fn new(value: Value<'a>, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// Says what the words rest on.
    #[must_use]
    pub fn from_origin(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// Returns as what the cell is set in a column of `content`: a number among words stands in the middle, as a mark.
    pub fn set_in(&self, content: Content) -> Content {
        match (&self.value, content) {
            (Value::Empty | Value::Text(_), _) | (_, Content::Mark | Content::Figure) => content,
            (_, Content::Text) => Content::Mark,
        }
    }

    /// Says in which cell of which file the words stand.
    #[must_use]
    pub fn from_place(self, place: CellPlace) -> Self {
        self.from_origin(Origin::Cell(place))
    }
}

impl Table<'_> {
    /// Leaves out the columns under one of `headings`.
    #[must_use]
    pub(crate) fn without(mut self, headings: &[&str]) -> Self {
        let kept: Vec<bool> = self.columns.iter().map(|column| !headings.contains(&column.heading.as_ref())).collect();
        self.identifying = kept.iter().take(self.identifying).filter(|kept| **kept).count();
        let mut columns = kept.iter();
        self.columns.retain(|_| columns.next() == Some(&true));
        for row in &mut self.rows {
            let mut cells = kept.iter();
            row.cells.retain(|_| cells.next() == Some(&true));
        }
        self
    }

    /// Returns how many rows of data the table has, sections and totals aside.
    pub fn body_rows(&self) -> usize {
        self.rows.iter().filter(|row| row.kind == RowKind::Body).count()
    }

    /// Returns whether some columns share a heading above their own.
    pub fn has_shared_headings(&self) -> bool {
        self.columns.iter().any(|column| column.over.is_some())
    }
}
