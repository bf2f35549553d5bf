//! One annex as a worksheet.

use std::borrow::Cow;

use rust_xlsxwriter::{ColNum, Format, Formula, RowNum, Worksheet, XlsxError};

use crate::{
    appendix::{Annex, Cell, Column, Content, Row, RowKind, Value},
    model::Sum,
};

use super::{
    aids,
    columns::{SPLIT_SCALE, Shape, shape, share_a_heading},
    formats::{DEFAULT_CELL, Formats, Look, default_format},
    living::{Living, Spot},
    measure::{BOLD, TEXT_SIZE, lines},
    placement::Placement,
};

/// The number of the page, centred above the table; the first page bears none (Decree 30/2020).
const PAGE_NUMBER: &str = "&C&\"Times New Roman,Regular\"&13&P";
/// The number of the A4 paper size in a workbook.
const A4: u8 = 9;
/// Height of a line of text in points, for a size of one point.
const LINE: f64 = 1.28;
/// Room above and below the text of a cell, in points.
const ROW_PADDING: f64 = 4.0;
/// What the spreadsheet itself keeps free left and right of the text of a cell, in points.
const MARGINS: f64 = 5.0;
/// A spreadsheet allows no taller row.
const TALLEST: f64 = 409.0;
/// The most UTF-16 units that a cell may hold.
const LONGEST_TEXT: usize = 32_767;

/// Makes the sheet of an annex.
pub(super) fn sheet(annex: &Annex<'_>, name: &str, living: &Living<'_>) -> Result<Worksheet, XlsxError> {
    let mut writer = SheetWriter {
        sheet: Worksheet::new(),
        formats: Formats::new(),
        placement: Placement::of(annex),
        shape: shape(&annex.table),
        last_column: column_number(annex.table.columns.len().saturating_sub(1)),
        identifying: column_number(annex.table.identifying),
        runs: vec![None; annex.table.columns.len()],
    };
    writer.sheet.set_default_format(&default_format(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    writer.sheet.set_name(name)?;
    writer.set_page(annex)?;
    writer.write_titles(annex)?;
    writer.write_headings(&annex.table.columns)?;
    writer.write_rows(annex, living)?;
    writer.finish_all()?;
    writer.write_notes(&annex.table.notes)?;
    aids::add(&mut writer.sheet, annex, living)?;
    Ok(writer.sheet)
}

struct SheetWriter {
    sheet: Worksheet,
    formats: Formats,
    placement: Placement,
    shape: Shape,
    last_column: ColNum,
    /// How many of the first columns tell which unit a row is about.
    identifying: ColNum,
    /// The run of cells of one look that is being written, column by column.
    runs: Vec<Option<Run>>,
}

/// Cells of one look below each other: formatting them at once costs one search for the format, not one a cell.
#[derive(Clone, Copy)]
struct Run {
    first: RowNum,
    last: RowNum,
    look: Look,
}

impl SheetWriter {
    fn set_page(&mut self, annex: &Annex<'_>) -> Result<(), XlsxError> {
        let Placement { headings, column_numbers, rows, .. } = self.placement;
        self.sheet.set_paper_size(A4).set_print_center_horizontally(true);
        self.set_blocks(annex.table.identifying)?;
        self.sheet.set_margins(1.18, 0.59, 0.79, 0.79, 0.39, 0.39);
        self.sheet.set_header(PAGE_NUMBER).set_print_first_page_number(1);
        if self.shape.landscape {
            self.sheet.set_landscape();
        }
        self.sheet.set_repeat_rows(headings, column_numbers)?;
        self.sheet.set_freeze_panes(rows, column_number(annex.table.identifying))?;
        self.sheet.set_default_row_height(TEXT_SIZE * LINE + ROW_PADDING);
        for (column, width) in self.shape.widths.iter().enumerate() {
            self.sheet.set_column_width_pixels(column_number(column), pixels(*width))?;
        }
        Ok(())
    }

    /// Prints the table as wide as the page or, where it goes on beside itself, block after block.
    fn set_blocks(&mut self, identifying: usize) -> Result<(), XlsxError> {
        let [_, following @ ..] = self.shape.blocks.as_slice() else { return Ok(()) };
        if following.is_empty() {
            self.sheet.set_print_fit_to_pages(1, 0);
            return Ok(());
        }
        let breaks: Vec<u32> = following.iter().map(|block| column_number(block.start).into()).collect();
        self.sheet.set_print_scale(SPLIT_SCALE).set_page_order(true).set_vertical_page_breaks(&breaks)?;
        self.sheet.set_repeat_columns(0, column_number(identifying.saturating_sub(1)))?;
        Ok(())
    }

    fn write_titles(&mut self, annex: &Annex<'_>) -> Result<(), XlsxError> {
        let Placement { number, title, annexed_to, remarks, .. } = self.placement;
        if let (Some(row), Some(number)) = (number, &annex.heading.number) {
            self.write_line(row, &format!("PHỤ LỤC {number}"), 14.0, &self.formats.number.clone())?;
        }
        self.write_line(title, &annex.heading.title.to_uppercase(), 13.0 * BOLD, &self.formats.title.clone())?;
        self.write_line(annexed_to, &annex.annexed_to, 13.0, &self.formats.annexed_to.clone())?;
        for (row, remark) in (remarks..).zip(&annex.remarks) {
            self.write_line(row, remark, TEXT_SIZE, &self.formats.remark.clone())?;
        }
        Ok(())
    }

    fn write_notes(&mut self, notes: &[String]) -> Result<(), XlsxError> {
        for (row, note) in (self.placement.notes..).zip(notes) {
            self.write_line(row, note, TEXT_SIZE, &self.formats.note.clone())?;
        }
        Ok(())
    }

    /// Writes a line of text across the whole table, as high as it needs to be.
    fn write_line(&mut self, row: RowNum, text: &str, size: f64, format: &Format) -> Result<(), XlsxError> {
        let text = fitting(text);
        let last = self.last_of_first_block();
        let room = self.room(0, last);
        self.merge(row, 0, row, last, &text, format)?;
        self.sheet.set_row_height(row, height(lines(&text, size, room), size))?;
        Ok(())
    }

    /// Returns the last column beside which titles and notes are printed.
    fn last_of_first_block(&self) -> ColNum {
        self.shape.blocks.first().map_or(self.last_column, |block| column_number(block.end.saturating_sub(1)))
    }

    /// Returns the columns that share a heading and stand in one block, group by group.
    fn groups<'c, 'a>(&self, columns: &'c [Column<'a>]) -> Vec<(ColNum, &'c [Column<'a>])> {
        let mut groups = Vec::new();
        for block in &self.shape.blocks {
            let mut from = column_number(block.start);
            for shared in columns[block.clone()].chunk_by(share_a_heading) {
                groups.push((from, shared));
                from += column_number(shared.len());
            }
        }
        groups
    }

    fn write_headings(&mut self, columns: &[Column<'_>]) -> Result<(), XlsxError> {
        let Placement { headings: top, column_numbers, .. } = self.placement;
        let bottom = column_numbers - 1;
        let format = self.formats.heading.clone();
        for (from, shared) in self.groups(columns) {
            let to = from + column_number(shared.len()) - 1;
            if let Some(over) = shared[0].over.as_deref() {
                self.merge(top, from, top, to, over, &format)?;
            }
            for (column, at) in shared.iter().zip(from..) {
                let above = if column.over.is_some() { bottom } else { top };
                self.merge(above, at, bottom, at, &column.heading, &format)?;
            }
        }
        for column in 0..=self.last_column {
            let number = format!("({})", u32::from(column) + 1);
            self.sheet.write_string_with_format(column_numbers, column, number, &self.formats.column_number)?;
        }
        self.set_heading_heights(columns)
    }

    fn set_heading_heights(&mut self, columns: &[Column<'_>]) -> Result<(), XlsxError> {
        let size = TEXT_SIZE * BOLD;
        let (mut upper, mut lower, mut tall) = (1, 1, 1);
        for (from, shared) in self.groups(columns) {
            let to = from + column_number(shared.len()) - 1;
            if let Some(over) = shared[0].over.as_deref() {
                upper = upper.max(lines(over, size, self.room(from, to)));
            }
            for (column, at) in shared.iter().zip(from..) {
                let needed = lines(&column.heading, size, self.room(at, at));
                let highest = if column.over.is_some() { &mut lower } else { &mut tall };
                *highest = needed.max(*highest);
            }
        }
        let Placement { headings: top, column_numbers, .. } = self.placement;
        if top + 1 == column_numbers {
            self.sheet.set_row_height(top, height(tall, TEXT_SIZE))?;
        } else {
            let lower = lower.max(tall.saturating_sub(upper));
            self.sheet.set_row_height(top, height(upper, TEXT_SIZE))?;
            self.sheet.set_row_height(top + 1, height(lower, TEXT_SIZE))?;
        }
        Ok(())
    }

    fn write_rows(&mut self, annex: &Annex<'_>, living: &Living<'_>) -> Result<(), XlsxError> {
        let columns = &annex.table.columns;
        for ((at, row), position) in (self.placement.rows..).zip(&annex.table.rows).zip(0..) {
            if row.kind == RowKind::Section {
                self.write_section(at, row)?;
                continue;
            }
            let mut most_lines = 1;
            for ((cell, column), index) in row.cells.iter().zip(columns).zip(0..) {
                let spot = Spot { annex, row: position, column: usize::from(index) };
                match living.formula(spot) {
                    Some(formula) => self.write_formula(at, index, &formula, cell)?,
                    None => self.write_value(at, index, cell)?,
                }
                self.look(at, index, Formats::look(row.kind, column.content, &cell.value))?;
                most_lines = most_lines.max(self.lines_of(cell, row.kind, index));
            }
            if most_lines > 1 {
                self.sheet.set_row_height(at, height(most_lines, TEXT_SIZE))?;
            }
        }
        Ok(())
    }

    /// Returns the last column across which the name of a section stands: it is repeated with those that identify the rows.
    fn last_of_section(&self) -> ColNum {
        if self.shape.blocks.len() == 1 { self.last_column } else { self.identifying.saturating_sub(1).max(1) }
    }

    fn write_section(&mut self, at: RowNum, row: &Row<'_>) -> Result<(), XlsxError> {
        let text = |index: usize| match row.cells.get(index).map(|cell| &cell.value) {
            Some(Value::Text(text)) => fitting(text),
            _ => Cow::Borrowed(""),
        };
        let format = |content| self.formats.cell(RowKind::Section, content, &Value::Empty).clone();
        let (mark, words) = (format(Content::Mark), format(Content::Text));
        self.sheet.write_string_with_format(at, 0, text(0), &mark)?;
        let last = self.last_of_section();
        let needed = lines(&text(1), TEXT_SIZE * BOLD, self.room(1, last));
        self.sheet.set_row_height(at, height(needed, TEXT_SIZE))?;
        self.merge(at, 1, at, last, &text(1), &words)?;
        for column in last + 1..=self.last_column {
            self.sheet.write_blank(at, column, &words)?;
        }
        Ok(())
    }

    /// Writes a formula that carries the value printed, for whoever does not recalculate.
    fn write_formula(&mut self, row: RowNum, column: ColNum, formula: &str, cell: &Cell<'_>) -> Result<(), XlsxError> {
        let value = match &cell.value {
            Value::Empty => String::new(),
            Value::Text(text) => text.to_string(),
            Value::Whole(number) => number.to_string(),
            Value::Year(year) => year.to_string(),
            Value::Decimal(sum) => sum.to_string(),
            Value::Percent(sum) => hundredth(**sum).to_string(),
            Value::Date(day) => day.to_string(),
        };
        self.sheet.write_formula(row, column, Formula::new(formula).set_result(value))?;
        Ok(())
    }

    fn write_value(&mut self, row: RowNum, column: ColNum, cell: &Cell<'_>) -> Result<(), XlsxError> {
        match &cell.value {
            Value::Empty => {}
            Value::Text(text) => drop(self.sheet.write_string(row, column, fitting(text))?),
            Value::Whole(number) => drop(self.sheet.write_number(row, column, *number)?),
            Value::Year(year) => drop(self.sheet.write_number(row, column, *year)?),
            Value::Decimal(sum) => drop(self.sheet.write_number(row, column, sum.to_f64())?),
            Value::Percent(sum) => drop(self.sheet.write_number(row, column, hundredth(**sum))?),
            Value::Date(day) => drop(self.sheet.write_datetime(row, column, day)?),
        }
        Ok(())
    }

    /// Gives a cell its look, together with those of the same look above it.
    fn look(&mut self, row: RowNum, column: ColNum, look: Look) -> Result<(), XlsxError> {
        let run = &mut self.runs[usize::from(column)];
        match run {
            Some(run) if run.look == look && run.last + 1 == row => run.last = row,
            _ => {
                let before = run.replace(Run { first: row, last: row, look });
                self.finish(column, before)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, column: ColNum, run: Option<Run>) -> Result<(), XlsxError> {
        if let Some(Run { first, last, look }) = run {
            self.sheet.set_range_format(first, column, last, column, self.formats.of(look))?;
        }
        Ok(())
    }

    fn finish_all(&mut self) -> Result<(), XlsxError> {
        let runs = std::mem::take(&mut self.runs);
        (0..).zip(runs).try_for_each(|(column, run)| self.finish(column, run))
    }

    fn lines_of(&self, cell: &Cell<'_>, kind: RowKind, column: ColNum) -> u32 {
        let Value::Text(text) = &cell.value else { return 1 };
        let size = if kind == RowKind::Body { TEXT_SIZE } else { TEXT_SIZE * BOLD };
        lines(text, size, self.room(column, column))
    }

    /// Merges cells where there are several; a single one is only written.
    fn merge(
        &mut self,
        top: RowNum,
        left: ColNum,
        bottom: RowNum,
        right: ColNum,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if (top, left) == (bottom, right) {
            self.sheet.write_string_with_format(top, left, text, format)?;
        } else {
            self.sheet.merge_range(top, left, bottom, right, text, format)?;
        }
        Ok(())
    }

    /// Returns how much room there is for text from one column to another, in points.
    fn room(&self, from: ColNum, to: ColNum) -> f64 {
        self.shape.widths[usize::from(from)..=usize::from(to)].iter().sum::<f64>() - MARGINS
    }
}

fn height(lines: u32, size: f64) -> f64 {
    (f64::from(lines) * size * LINE + ROW_PADDING).min(TALLEST)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths are a few hundred points")]
fn pixels(points: f64) -> u32 {
    (points * 96.0 / 72.0).ceil() as u32
}

fn column_number(index: usize) -> ColNum {
    ColNum::try_from(index).unwrap_or(ColNum::MAX)
}

/// Returns the binary fraction nearest to a hundredth of `percent`, as a spreadsheet holds it.
fn hundredth(percent: Sum) -> f64 {
    format!("{percent}e-2").parse().unwrap_or(f64::NAN)
}

/// Returns as much of `text` as a cell may hold, and says so where that is not all.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return Cow::Borrowed(text);
    }
    let mut room = LONGEST_TEXT - 1;
    let kept = text.chars().take_while(|letter| {
        let fits = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        fits
    });
    Cow::Owned(kept.chain(['…']).collect())
}
