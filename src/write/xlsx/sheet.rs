//! One annex as a worksheet.

mod headings;
mod signing;

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use rust_xlsxwriter::{ColNum, Format, Formula, RowNum, Worksheet, XlsxError};

use crate::{
    appendix::{Annex, Cell, Content, Row, RowKind, Value},
    model::Sum,
};

use super::{
    aids,
    columns::{SPLIT_SCALE, Shape, shape},
    formats::{DEFAULT_CELL, Formats, Look, default_format},
    living::{Living, Spot},
    measure::{BOLD, TEXT_SIZE, lines},
    pages::{self, Printed},
    placement::Placement,
};

/// The number of the page, centred above the table; the first page bears none (Decree 30/2020).
const PAGE_NUMBER: &str = "&C&\"Times New Roman,Regular\"&13&P";
/// The number of the A4 paper size in a workbook.
pub(super) const A4: u8 = 9;
/// Height of a line of text in points, for a size of one point.
const LINE: f64 = 1.28;
/// Room above and below the text of a cell, in points.
const ROW_PADDING: f64 = 4.0;
/// What the spreadsheet itself keeps free left and right of the text of a cell, in points.
pub(super) const MARGINS: f64 = 5.0;
/// Height of a row of one line.
const ONE_LINE: f64 = TEXT_SIZE * LINE + ROW_PADDING;
/// Height of A4 between margins of 20 mm, upright and on its side, in points.
const LONG_SIDE: f64 = 728.0;
const SHORT_SIDE: f64 = 481.0;
/// Printers and spreadsheets do not agree to the last point.
const SAFE: f64 = 0.97;
/// A sheet is printed smaller by this, at most, to come onto one page.
const LEAST_SCALE: f64 = 0.86;
/// So many rows stay with the notes below them.
const KEPT_WITH_NOTES: usize = 2;
/// A sheet may be broken so often by hand; a longer one is broken where its pages are full.
const MOST_BREAKS: usize = 1000;
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
        heights: BTreeMap::new(),
        runs: vec![None; annex.table.columns.len()],
    };
    writer.sheet.set_default_format(&default_format(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    writer.sheet.set_name(name)?;
    // A formula that gives nothing carries nothing, not the zero that would stand there otherwise.
    writer.sheet.set_formula_result_default("");
    writer.set_page(annex)?;
    writer.write_titles(annex)?;
    writer.write_headings(&annex.table.columns)?;
    writer.write_rows(annex, living)?;
    writer.finish_all()?;
    writer.write_notes(&annex.table.notes)?;
    if let Some(signing) = &annex.signing {
        writer.write_signer(signing)?;
    }
    writer.break_pages(annex)?;
    aids::add(&mut writer.sheet, annex, &writer.formats, living)?;
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
    /// The heights that rows were given, by row; others have that of one line.
    heights: BTreeMap<RowNum, f64>,
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
        let Placement { number, title, annexed_to, remarks, unit, .. } = self.placement;
        if let Some(signing) = &annex.signing {
            self.write_issuer(signing)?;
        }
        if let (Some(row), Some(number)) = (number, &annex.heading.number) {
            self.write_line(row, &format!("PHỤ LỤC {number}"), 14.0, &self.formats.number.clone())?;
        }
        self.write_line(title, &annex.heading.title.to_uppercase(), 13.0 * BOLD, &self.formats.title.clone())?;
        self.write_line(annexed_to, &annex.annexed_to, 13.0, &self.formats.annexed_to.clone())?;
        for (row, remark) in (remarks..).zip(&annex.remarks) {
            self.write_line(row, remark, TEXT_SIZE, &self.formats.remark.clone())?;
        }
        if let Some(counted_in) = &annex.table.unit {
            self.write_line(unit, counted_in, TEXT_SIZE, &self.formats.unit.clone())?;
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
        let (first, last) = (self.first_of_lines(), self.last_of_first_block());
        let room = self.room(first, last);
        self.merge(row, first, row, last, &text, format)?;
        self.set_height(row, height(lines(&text, size, room), size))?;
        Ok(())
    }

    /// Returns the first column of titles and notes: in a table that goes on beside itself none of those that are repeated,
    /// which would repeat the beginnings of titles and notes, too.
    fn first_of_lines(&self) -> ColNum {
        if self.shape.blocks.len() == 1 { 0 } else { self.identifying.min(self.last_of_first_block()) }
    }

    /// Returns the last column beside which titles and notes are printed.
    fn last_of_first_block(&self) -> ColNum {
        self.shape.blocks.first().map_or(self.last_column, |block| column_number(block.end.saturating_sub(1)))
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
                self.look(at, index, Formats::look(row.kind, column.content, cell))?;
                most_lines = most_lines.max(self.lines_of(cell, row.kind, index));
            }
            if most_lines > 1 {
                self.set_height(at, height(most_lines, TEXT_SIZE))?;
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
        self.set_height(at, height(needed, TEXT_SIZE))?;
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
            Value::Text(text) => drop(self.sheet.write_string(row, column, fitting(text))?),
            Value::Date(day) => drop(self.sheet.write_datetime(row, column, day)?),
            value => {
                if let Some(number) = number_of(value) {
                    self.sheet.write_number(row, column, number)?;
                }
            }
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

    fn set_height(&mut self, row: RowNum, height: f64) -> Result<(), XlsxError> {
        self.heights.insert(row, height);
        self.sheet.set_row_height(row, height)?;
        Ok(())
    }

    /// Breaks the pages where no heading of a section is left alone below, nor the notes and the signature above.
    fn break_pages(&mut self, annex: &Annex<'_>) -> Result<(), XlsxError> {
        let Placement { headings, rows, notes, end, .. } = self.placement;
        let height = |row: RowNum| self.heights.get(&row).copied().unwrap_or(ONE_LINE);
        let total = |rows: Range<RowNum>| rows.map(height).sum::<f64>();
        let scale = self.shape.scale();
        let room = if self.shape.landscape { SHORT_SIDE } else { LONG_SIDE } * SAFE / scale;
        let kinds: Vec<RowKind> = annex.table.rows.iter().map(|row| row.kind).collect();
        let keeping = (0..kinds.len()).map(|at| pages::keeps_next(&kinds, at));
        let mut printed: Vec<Printed> =
            (rows..).zip(keeping).map(|(row, keeps_next)| Printed { height: height(row), keeps_next }).collect();
        pages::keep_together(&mut printed, &kinds, room / 2.0);
        if notes < end {
            // The last rows, the empty line, the notes and the signature stay together.
            let last = printed.len().saturating_sub(KEPT_WITH_NOTES);
            printed.iter_mut().skip(last).for_each(|row| row.keeps_next = true);
            printed.extend((notes - 1..end).map(|row| Printed { height: height(row), keeps_next: true }));
        }
        // What is but little longer than a page is rather printed smaller than with its end alone on a second one.
        if self.shape.blocks.len() == 1 && total(0..end) * LEAST_SCALE <= room {
            self.sheet.set_print_fit_to_pages(1, 1);
            return Ok(());
        }
        let breaks = pages::breaks(&printed, room, total(0..rows), total(headings..rows));
        let breaks: Vec<RowNum> = breaks.into_iter().filter_map(|at| Some(rows + RowNum::try_from(at).ok()?)).collect();
        if !breaks.is_empty() && breaks.len() <= MOST_BREAKS {
            self.sheet.set_page_breaks(&breaks)?;
        }
        Ok(())
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

pub(super) fn height(lines: u32, size: f64) -> f64 {
    (f64::from(lines) * size * LINE + ROW_PADDING).min(TALLEST)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths are a few hundred points")]
pub(super) fn pixels(points: f64) -> u32 {
    (points * 96.0 / 72.0).ceil() as u32
}

fn column_number(index: usize) -> ColNum {
    ColNum::try_from(index).unwrap_or(ColNum::MAX)
}

/// Returns the number that a spreadsheet holds for a value; none for words, days and nothing.
pub(super) fn number_of(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Empty | Value::Text(_) | Value::Date(_) => None,
        Value::Whole(number) => Some(f64::from(*number)),
        Value::Year(year) => Some(f64::from(*year)),
        Value::Decimal(sum) => Some(sum.to_f64()),
        Value::Percent(sum) => Some(hundredth(**sum)),
    }
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
