//! The cells of one row, repeated as often as the file says and the limits allow.

use std::{borrow::Cow, collections::HashMap};

use super::{
    attributes::Attributes,
    cells::{Content, content},
    elements::Elements,
    styles::Styles,
};
use crate::{
    model::CellRef,
    workbook::{
        Cell, Format, Limit, Limits,
        fault::Fault,
        formats::Interned,
        grid::{Budget, over},
        tags::{Tag, unescaped},
    },
};

/// A number of columns or rows that an attribute gives; one where there is no such attribute.
pub(super) fn repeated(tag: &Tag<'_>, attribute: &str) -> Result<u64, Fault> {
    times(tag.attribute(attribute)?)
}

/// The number that an attribute gives; one where there is no such attribute.
fn times(attribute: Option<&[u8]>) -> Result<u64, Fault> {
    let Some(count) = attribute else { return Ok(1) };
    let count = std::str::from_utf8(count).ok().and_then(|count| count.parse().ok());
    count.filter(|count| *count > 0).ok_or(Fault::Malformed)
}

/// The name of a style or a font as it is written. Names are looked up for every cell, so long ones are refused.
pub(super) fn name<'a>(written: Option<&'a [u8]>, limits: &Limits) -> Result<Option<Cow<'a, str>>, Fault> {
    let Some(name) = written else { return Ok(None) };
    over(limits, Limit::NameBytes, name.len() as u64)?;
    unescaped(name).map(Some)
}

/// Whether a row or column is hidden, by hand or by a filter.
pub(super) fn hidden(tag: &Tag<'_>) -> Result<bool, Fault> {
    Ok(tag.attribute("table:visibility")?.is_some_and(|visibility| visibility != b"visible"))
}

/// The formats of the cells of a workbook, as they are met.
pub(super) struct Formats<'a> {
    /// The styles that they are made of.
    pub styles: &'a Styles,
    /// The formats; the first one is the plain one.
    pub list: Vec<Format>,
    interned: Interned,
    /// Positions by the names of styles, of values and of percentages by themselves.
    known: [HashMap<Box<str>, u16>; 2],
}

impl<'a> Formats<'a> {
    /// Starts with the plain format.
    pub(super) fn new(styles: &'a Styles, limits: &Limits) -> Result<Self, Fault> {
        let known = [HashMap::from([("".into(), 0)]), HashMap::new()];
        let mut interned = Interned::default();
        let list = vec![styles.format("", false, &mut interned, limits)?];
        Ok(Self { styles, list, interned, known })
    }

    /// Returns the position of the format of cells of the style `name`; a value may be a percentage by itself.
    fn position(&mut self, name: &str, percent: bool, limits: &Limits) -> Result<u16, Fault> {
        let known = &mut self.known[usize::from(percent)];
        if let Some(position) = known.get(name) {
            return Ok(*position);
        }
        let found = self.list.len();
        let position = u16::try_from(found).map_err(|_| Fault::Over(Limit::Styles, found as u64))?;
        self.list.push(self.styles.format(name, percent, &mut self.interned, limits)?);
        known.insert(name.into(), position);
        Ok(position)
    }
}

/// A row while it is read.
pub(super) struct Row<'a> {
    /// Its place, from 0.
    pub at: u64,
    /// In how many rows its cells stand.
    pub times: u64,
    /// The style of its cells without their own.
    pub style: Option<Cow<'a, str>>,
    /// The column of the next cell, from 0.
    pub column: u64,
    /// Its filled cells.
    pub cells: Vec<Cell>,
    /// Its merged ranges.
    pub merges: Vec<(CellRef, CellRef)>,
}

impl Row<'_> {
    /// Reads the cell that `tag` opens; `style_of` gives the styles of columns.
    pub(super) fn cell<'s>(
        &mut self,
        tag: &Tag<'_>,
        elements: &mut Elements<'_>,
        style_of: impl Fn(u64) -> &'s str,
        formats: &mut Formats<'_>,
        budget: &mut Budget<'_>,
    ) -> Result<(), Fault> {
        let told = Attributes::of(tag)?;
        let columns = times(told.columns_repeated)?;
        let Content { value, formula, percent } = content(tag, &told, elements, formats.styles, budget.limits)?;
        self.merge(&told, budget.limits)?;
        let first = self.column;
        self.column = first.saturating_add(columns);
        let Some(value) = value else { return Ok(()) };
        let count = columns.saturating_mul(self.times);
        budget.count(count)?;
        budget.take(&value, count)?;
        let last = CellRef::new(self.row(self.times, budget.limits)?, column(self.column - 1, budget.limits)?);
        let own = name(told.style, budget.limits)?;
        let own = own.as_deref().or(self.style.as_deref());
        let own = own.map(|style| formats.position(style, percent, budget.limits)).transpose()?;
        let mut before: Option<(&str, u16)> = None;
        for column in column(first, budget.limits)?..=last.column {
            let style = own.map_or_else(|| style_of(u64::from(column)), |_| "");
            let format = match before.filter(|(known, _)| *known == style) {
                Some((_, format)) => format,
                None => own.map_or_else(|| formats.position(style, percent, budget.limits), Ok)?,
            };
            before = Some((style, format));
            let at = CellRef::new(self.row(1, budget.limits)?, column);
            self.cells.push(Cell { at, value: value.clone(), format, formula });
        }
        Ok(())
    }

    fn merge(&mut self, told: &Attributes<'_>, limits: &Limits) -> Result<(), Fault> {
        let (columns, rows) = (times(told.columns_spanned)?, times(told.rows_spanned)?);
        if columns > 1 || rows > 1 {
            let first = CellRef::new(self.row(1, limits)?, column(self.column, limits)?);
            let last = CellRef::new(self.row(rows, limits)?, column(self.column.saturating_add(columns - 1), limits)?);
            self.merges.push((first, last));
        }
        Ok(())
    }

    /// Returns the place of the `count`th row, from this one on.
    fn row(&self, count: u64, limits: &Limits) -> Result<u32, Fault> {
        let row = self.at.saturating_add(count - 1);
        let over = Fault::Over(Limit::Rows, row.saturating_add(1));
        if row < limits.rows { u32::try_from(row).map_err(|_| over) } else { Err(over) }
    }
}

/// Passes on a column, from 0, that lies in the grid.
fn column(column: u64, limits: &Limits) -> Result<u16, Fault> {
    let over = Fault::Over(Limit::Columns, column.saturating_add(1));
    if column < limits.columns { u16::try_from(column).map_err(|_| over) } else { Err(over) }
}
