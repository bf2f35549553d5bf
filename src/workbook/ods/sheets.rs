//! The sheets of a workbook: their columns, rows and cells.

use std::{ops::Range, sync::Arc};

use super::{
    contents,
    elements::Elements,
    row::{Formats, Row, hidden, name, repeated},
    styles::Styles,
};
use crate::{
    model::CellRef,
    workbook::{
        Cell, Format, Kind, Limit, Limits, ReadError, Sheet,
        fault::{Fault, sheet_part},
        grid::Budget,
        tags::{Tag, TagKind},
    },
};

/// Reads the sheets from the part with the contents.
pub(super) fn sheets(xml: &[u8], styles: &Styles, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let in_contents = |fault: Fault| fault.in_part(&contents(), limits);
    let mut budget = Budget::new(limits);
    let mut formats = Formats::new(styles, limits).map_err(in_contents)?;
    let mut elements = Elements::new(xml).map_err(in_contents)?;
    let mut sheets = Vec::new();
    let mut found = false;
    while let Some((tag, _)) = elements.next().map_err(in_contents)? {
        match tag.name {
            b"document-content" | b"body" => {}
            b"spreadsheet" => found |= tag.opens(),
            b"table" if found && tag.opens() => {
                let name = tag.text("table:name").map_err(in_contents)?;
                limits.check(Limit::Sheets, sheets.len() as u64 + 1)?;
                let sheet = sheet(&tag, &name, &mut elements, &mut formats, &mut budget);
                sheets.extend(sheet.map_err(|fault| fault.in_part(&sheet_part(&name), limits))?);
            }
            _ => elements.pass(&tag).map_err(in_contents)?,
        }
    }
    let formats: Arc<[Format]> = formats.list.into();
    for sheet in &mut sheets {
        sheet.formats = Arc::clone(&formats);
    }
    if found { Ok(sheets) } else { Err(ReadError::NotAWorkbook(Kind::Document)) }
}

/// Reads the sheet that `tag` opens; `None` if it only keeps what stands in another file.
fn sheet(
    tag: &Tag<'_>,
    name: &str,
    elements: &mut Elements<'_>,
    formats: &mut Formats<'_>,
    budget: &mut Budget<'_>,
) -> Result<Option<Sheet>, Fault> {
    let mut walk = Walk {
        budget,
        formats,
        columns: Vec::new(),
        row: 0,
        cells: Vec::new(),
        merges: Vec::new(),
        hidden_rows: Vec::new(),
        elsewhere: false,
    };
    walk.inside(tag, elements)?;
    if walk.elsewhere {
        return Ok(None);
    }
    let last_row = walk.cells.last().map_or(0, |cell| u64::from(cell.at.row) + 1);
    let last_column = walk.cells.iter().map(|cell| u64::from(cell.at.column) + 1).max().unwrap_or_default();
    let many = walk.hidden_rows.iter().map(|rows| rows.end.min(last_row).saturating_sub(rows.start)).sum();
    walk.budget.hidden_rows(many)?;
    let hidden_columns = walk.columns.iter().filter(|run| run.hidden).map(|run| run.span.clone());
    let hidden_columns = within(hidden_columns, last_column).filter_map(|column| u16::try_from(column).ok()).collect();
    let hidden_rows =
        within(walk.hidden_rows.into_iter(), last_row).filter_map(|row| u32::try_from(row).ok()).collect();
    let hides_sheet = walk.formats.styles.hides_sheet(&tag.text("table:style-name")?);
    let mut sheet = Sheet::new(name, walk.cells, []).map_err(Fault::Twice)?;
    sheet.hidden = hides_sheet;
    (sheet.merges, sheet.hidden_rows, sheet.hidden_columns) = (walk.merges, hidden_rows, hidden_columns);
    Ok(Some(sheet))
}

/// Returns the places in `ranges` that lie before `end`; beyond the cells nothing can be hidden.
fn within(ranges: impl Iterator<Item = Range<u64>>, end: u64) -> impl Iterator<Item = u64> {
    ranges.flat_map(move |range| range.start..range.end.min(end))
}

/// Columns of one look side by side.
struct Columns {
    span: Range<u64>,
    /// The style of their cells without their own.
    style: String,
    hidden: bool,
}

/// A sheet while it is read.
struct Walk<'b, 'l, 's> {
    budget: &'b mut Budget<'l>,
    formats: &'b mut Formats<'s>,
    columns: Vec<Columns>,
    /// The next row, from 0.
    row: u64,
    cells: Vec<Cell>,
    merges: Vec<(CellRef, CellRef)>,
    hidden_rows: Vec<Range<u64>>,
    /// The sheet is a copy of one in another file.
    elsewhere: bool,
}

impl Walk<'_, '_, '_> {
    /// Reads what stands in the sheet, or in the group of rows or columns, that `tag` opens.
    fn inside(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>) -> Result<(), Fault> {
        if tag.kind != TagKind::Open {
            return Ok(());
        }
        while let Some((child, _)) = elements.child()? {
            match child.name {
                b"table-column-group"
                | b"table-header-columns"
                | b"table-columns"
                | b"table-row-group"
                | b"table-header-rows"
                | b"table-rows" => self.inside(&child, elements)?,
                b"table-column" => {
                    self.column(&child)?;
                    elements.pass(&child)?;
                }
                b"table-row" => self.row(&child, elements)?,
                b"table-source" => {
                    self.elsewhere = true;
                    elements.pass(&child)?;
                }
                _ => elements.pass(&child)?,
            }
        }
        Ok(())
    }

    fn column(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        let start = self.columns.last().map_or(0, |run| run.span.end);
        let end = start.saturating_add(repeated(tag, "table:number-columns-repeated")?);
        let limits = self.budget.limits;
        if self.columns.len() as u64 >= limits.columns {
            return Err(Fault::Over(Limit::Columns, self.columns.len() as u64 + 1));
        }
        let style = name(tag.attribute("table:default-cell-style-name")?, limits)?.unwrap_or_default().into_owned();
        self.columns.push(Columns { span: start..end, style, hidden: hidden(tag)? });
        Ok(())
    }

    fn row(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>) -> Result<(), Fault> {
        let mut row = Row {
            at: self.row,
            times: repeated(tag, "table:number-rows-repeated")?,
            style: name(tag.attribute("table:default-cell-style-name")?, self.budget.limits)?,
            column: 0,
            cells: Vec::new(),
            merges: Vec::new(),
        };
        let columns = &self.columns;
        let style_of = |column| {
            let run = columns.partition_point(|run| run.span.end <= column);
            columns.get(run).map_or("", |run| &*run.style)
        };
        if tag.kind == TagKind::Open {
            while let Some((child, _)) = elements.child()? {
                match child.name {
                    b"table-cell" | b"covered-table-cell" => {
                        row.cell(&child, elements, style_of, self.formats, self.budget)?;
                    }
                    _ => elements.pass(&child)?,
                }
            }
        }
        self.row = row.at.saturating_add(row.times);
        if hidden(tag)? {
            self.hidden_rows.push(row.at..self.row);
        }
        self.take(row)
    }

    /// Puts the cells of a row where they stand; that they fit was checked as they were read.
    fn take(&mut self, row: Row<'_>) -> Result<(), Fault> {
        let merges = (self.merges.len() + row.merges.len()) as u64;
        if merges > self.budget.limits.merges {
            return Err(Fault::Over(Limit::Merges, merges));
        }
        self.merges.extend(row.merges);
        if row.cells.is_empty() {
            return Ok(());
        }
        for below in 0..u32::try_from(row.times).unwrap_or(u32::MAX) {
            let down = |cell: &Cell| Cell { at: CellRef::new(cell.at.row + below, cell.at.column), ..cell.clone() };
            self.cells.extend(row.cells.iter().map(down));
        }
        Ok(())
    }
}
