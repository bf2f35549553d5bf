//! A page of a form on its sheet, written from the title down.

use std::{collections::BTreeMap, ops::Range};

use rust_xlsxwriter::{Format, Formula, IgnoreError, Worksheet};

use crate::{
    model::CellRef,
    template::{Cell, Page, Row},
    write::xlsx::{
        formats::{DEFAULT_CELL, default_format},
        measure::{BOLD, TEXT_SIZE, lines},
        pages::{self, Printed},
    },
};

use super::{
    Written, column_number, looks, marks,
    paper::{A4, PAGE_NUMBER, Paper},
    protection, row_number, rules,
};

/// Height of a line of text in points, for a size of one point, and room above and below the text of a cell.
const LINE: f64 = 1.28;
const ROW_PADDING: f64 = 5.0;
/// Height of a row that was given none: a signature's, an empty line's.
const ONE_LINE: f64 = TEXT_SIZE * LINE + ROW_PADDING;
/// A sheet may be broken so often by hand; a longer one is broken where its pages are full.
const MOST_BREAKS: usize = 1000;
/// A sheet is printed smaller by this, at most, to come onto one page.
const LEAST_SCALE: f64 = 0.86;
/// A spreadsheet allows no taller row.
const TALLEST: f64 = 409.0;
/// What stands where there is no percentage yet: room to write it by hand on paper; read as blank.
const NOTHING: &str = " ";
/// The lowest row that is filled in by hand, in points as it is printed: 6 mm.
const BY_HAND: f64 = 17.0;
/// Where and when a form is signed.
const DAY: &str = "……………, ngày …… tháng …… năm ………";
/// Size of the title.
const TITLE: f64 = 14.0;

/// Makes the sheet of a page.
pub(super) fn sheet(name: &str, page: &Page) -> Written<Worksheet> {
    let (paper, places) = (Paper::of(page), Places::of(page));
    let mut writer = Writer { sheet: Worksheet::new(), page, paper, places, heights: BTreeMap::new() };
    writer.sheet.set_default_format(&default_format(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    writer.sheet.set_name(name)?;
    writer.set_paper()?;
    writer.write_titles()?;
    writer.write_headings()?;
    writer.write_rows()?;
    writer.write_rules()?;
    marks::add(&mut writer.sheet, page, writer.places.rows)?;
    writer.write_signatures()?;
    writer.break_pages()?;
    writer.sheet.protect_with_options(&protection(page.arranging));
    Ok(writer.sheet)
}

/// Where the pieces of a page stand, by row.
#[derive(Clone, Copy, Debug)]
struct Places {
    headings: u32,
    /// The row (1) (2) (3), where there is one.
    numbers: Option<u32>,
    rows: u32,
    signatures: u32,
}

impl Places {
    fn of(page: &Page) -> Self {
        let headings = row_number(page.titles.len()) + 1;
        let below = headings + row_number(levels(page));
        let numbers = page.arranging.may_filter().then_some(below);
        let rows = below + u32::from(numbers.is_some());
        Self { headings, numbers, rows, signatures: rows + row_number(page.rows.len()) + 2 }
    }
}

fn levels(page: &Page) -> usize {
    page.columns.iter().map(|column| column.headings.len()).max().unwrap_or(0)
}

struct Writer<'a> {
    sheet: Worksheet,
    page: &'a Page,
    paper: Paper,
    places: Places,
    /// The heights that rows were given, by row.
    heights: BTreeMap<u32, f64>,
}

impl Writer<'_> {
    fn set_paper(&mut self) -> Written {
        let Places { headings, rows, .. } = self.places;
        let identifying = column_number(self.page.identifying);
        self.sheet.set_paper_size(A4).set_landscape().set_margins(0.59, 0.59, 0.59, 0.59, 0.3, 0.3);
        self.sheet.set_default_row_height(ONE_LINE);
        self.sheet.set_footer(PAGE_NUMBER).set_print_first_page_number(1).set_print_center_horizontally(true);
        self.sheet.set_repeat_rows(headings, rows.saturating_sub(1))?.set_freeze_panes(rows, identifying)?;
        self.sheet.set_selection(rows, identifying, rows, identifying)?;
        for (column, width) in self.paper.widths.iter().enumerate() {
            self.sheet.set_column_width_pixels(column_number(column), pixels(*width))?;
        }
        self.sheet.set_print_scale(self.paper.scale());
        let breaks: Vec<u32> = self.paper.blocks.iter().skip(1).map(|block| row_number(block.start)).collect();
        if !breaks.is_empty() {
            self.sheet.set_page_order(true).set_vertical_page_breaks(&breaks)?;
            self.sheet.set_repeat_columns(0, identifying.saturating_sub(1))?;
        }
        Ok(())
    }

    /// Returns the last column beside which titles are printed.
    fn last_of_first_block(&self) -> usize {
        self.paper.blocks.first().map_or(0, |block| block.end.saturating_sub(1))
    }

    /// Returns the first column beside which titles are printed: what is repeated on every page bears none.
    fn first_of_titles(&self) -> usize {
        if self.paper.blocks.len() > 1 { self.page.identifying } else { 0 }
    }

    fn write_titles(&mut self) -> Written {
        let (first, last) = (self.first_of_titles(), self.last_of_first_block());
        for (row, text) in self.page.titles.iter().enumerate() {
            let (format, size) = match row {
                0 => (looks::title(), TITLE * BOLD),
                _ => (looks::under_title(), TEXT_SIZE),
            };
            self.merge((row_number(row), first), (row_number(row), last), text, &format)?;
            let needed = lines(text, size, self.paper.room(first, last));
            self.set_height(row_number(row), height(needed, size))?;
        }
        Ok(())
    }

    fn write_headings(&mut self) -> Written {
        let (levels, page) = (levels(self.page), self.page);
        let format = looks::heading();
        let mut needed = vec![1; levels];
        for (level, needed) in needed.iter_mut().enumerate() {
            let mut start = 0;
            while start < page.columns.len() {
                let headings = &page.columns[start].headings;
                let Some(text) = headings.get(level) else {
                    start += 1;
                    continue;
                };
                let is_last = level + 1 == headings.len();
                let block = self.paper.end_of_block(start);
                let shares = |column: usize| {
                    let other = &page.columns[column].headings;
                    other.len() > level + 1 && other[..=level] == headings[..=level]
                };
                let group = (start + 1..block).take_while(|column| !is_last && shares(*column));
                let end = group.last().unwrap_or(start);
                let bottom = if is_last { levels - 1 } else { level };
                let row = |level: usize| self.places.headings + row_number(level);
                self.merge((row(level), start), (row(bottom), end), text, &format)?;
                if bottom == level {
                    *needed = lines(text, TEXT_SIZE * BOLD, self.paper.room(start, end)).max(*needed);
                }
                start = end + 1;
            }
        }
        for (level, needed) in needed.into_iter().enumerate() {
            let row = self.places.headings + row_number(level);
            self.set_height(row, height(needed, TEXT_SIZE))?;
        }
        let Some(numbers) = self.places.numbers else { return Ok(()) };
        let format = looks::column_number();
        for column in 0..page.columns.len() {
            let number = format!("({})", column + 1);
            self.sheet.write_string_with_format(numbers, column_number(column), number, &format)?;
        }
        Ok(())
    }

    fn write_rows(&mut self) -> Written {
        let last = self.page.columns.len().saturating_sub(1);
        for (row, asked) in (self.places.rows..).zip(&self.page.rows) {
            let mut needed = 1;
            match asked {
                Row::Section(text) => {
                    needed = lines(text, TEXT_SIZE * BOLD, self.paper.room(0, last));
                    self.merge((row, 0), (row, last), text, &looks::section())?;
                }
                Row::Asked(cells) => {
                    for (column, cell) in cells.iter().enumerate() {
                        self.write_cell(row, column, cell)?;
                        if let Cell::Words(text) | Cell::Former(text) = cell {
                            needed = lines(text, TEXT_SIZE, self.paper.room(column, column)).max(needed);
                        }
                    }
                }
            }
            let lowest = match asked {
                Row::Section(_) => 0.0,
                Row::Asked(_) => BY_HAND * 100.0 / f64::from(self.paper.scale()),
            };
            self.set_height(row, height(needed, TEXT_SIZE).max(lowest))?;
        }
        if let Some((numbers, below)) = self.places.numbers.zip(self.places.signatures.checked_sub(3)) {
            self.sheet.autofilter(numbers, 0, below.max(numbers), column_number(last))?;
        }
        let below = self.places.signatures;
        self.sheet.ignore_error_range(
            self.places.rows,
            0,
            below,
            column_number(last),
            IgnoreError::NumberStoredAsText,
        )?;
        Ok(())
    }

    fn write_cell(&mut self, row: u32, column: usize, cell: &Cell) -> Written {
        let format = looks::cell(cell, self.page.columns[column].room, self.page.arranging);
        let at = column_number(column);
        match cell {
            Cell::Words(text) | Cell::Former(text) if !text.is_empty() => {
                self.sheet.write_string_with_format(row, at, text, &format)?;
            }
            Cell::Words(_) | Cell::Former(_) | Cell::Open(_) | Cell::Closed => {
                self.sheet.write_blank(row, at, &format)?;
            }
            Cell::Share { part, whole, .. } => {
                let (part, whole) = (place(row, *part), place(row, *whole));
                let formula =
                    format!("IF(AND(ISNUMBER({part}),ISNUMBER({whole}),N({whole})>0),{part}/{whole},\"{NOTHING}\")");
                // There is nothing to divide yet; whoever does not calculate finds the value that a spreadsheet would.
                let formula = Formula::new(formula).set_result(NOTHING);
                self.sheet.write_formula_with_format(row, at, formula, &format)?;
            }
        }
        Ok(())
    }

    /// Adds the rules of what may be typed, one for each run of cells below each other that take the same.
    fn write_rules(&mut self) -> Written {
        for column in 0..self.page.columns.len() {
            let mut run: Option<(u32, u32, &Cell)> = None;
            for (row, asked) in (self.places.rows..).zip(&self.page.rows) {
                let cell = match asked {
                    Row::Asked(cells) => cells.get(column),
                    Row::Section(_) => None,
                };
                run = match (run, cell) {
                    (Some((first, _, of)), Some(cell)) if same_rule(of, cell) => Some((first, row, of)),
                    (before, cell) => {
                        self.write_rule(column, before)?;
                        cell.map(|cell| (row, row, cell))
                    }
                };
            }
            self.write_rule(column, run)?;
        }
        Ok(())
    }

    fn write_rule(&mut self, column: usize, run: Option<(u32, u32, &Cell)>) -> Written {
        let Some((first, last, cell)) = run else { return Ok(()) };
        let rule = match cell {
            Cell::Open(field) => rules::validation(field, first)?,
            _ if self.page.arranging.may_sort() => Some(rules::guard()?),
            _ => None,
        };
        if let Some(rule) = rule {
            let column = column_number(column);
            self.sheet.add_data_validation(first, column, last, column, &rule)?;
        }
        Ok(())
    }

    /// Writes who signs below the last columns: that is the last page, as pages go on to the right first.
    fn write_signatures(&mut self) -> Written {
        let row = self.places.signatures;
        let last_block = self.paper.blocks.last().map_or(0..0, Clone::clone);
        let (first, last) = (last_block.start.max(self.first_of_titles()), last_block.end.saturating_sub(1));
        let middle = first.midpoint(last);
        let [left, right] = &self.page.signatures;
        let day = row.saturating_sub(1);
        if middle < last {
            self.merge((day, middle + 1), (day, last), DAY, &looks::under_signature())?;
        }
        let written = [left, right].map(|who| row_number(who.lines().count())).into_iter().max().unwrap_or(1);
        self.set_height(row, height(written, TEXT_SIZE))?;
        let sides = [(first, middle, left), (middle + 1, last, right)];
        for (from, to, who) in sides.into_iter().filter(|(from, to, _)| from <= to) {
            self.merge((row, from), (row, to), who, &looks::signature())?;
            self.merge((row + 1, from), (row + 1, to), "(Ký, ghi rõ họ tên)", &looks::under_signature())?;
        }
        Ok(())
    }

    /// Breaks the pages where neither the heading of a standard is left alone below nor the signatures above.
    fn break_pages(&mut self) -> Written {
        let Places { headings, rows, signatures, .. } = self.places;
        let height = |row: u32| self.heights.get(&row).copied().unwrap_or(ONE_LINE);
        let total = |rows: Range<u32>| rows.map(height).sum::<f64>();
        let last = self.page.rows.len().saturating_sub(1);
        let keeps_next = |(index, row): (usize, &Row)| index == last || matches!(row, Row::Section(_));
        let keeping = self.page.rows.iter().enumerate().map(keeps_next);
        let asked = (rows..).zip(keeping).map(|(row, keeps_next)| Printed { height: height(row), keeps_next });
        // An empty line, the day, who signs, and where.
        let signed =
            (signatures.saturating_sub(2)..signatures + 2).map(|row| Printed { height: height(row), keeps_next: true });
        let printed: Vec<Printed> = asked.chain(signed).collect();
        // What is but little longer than a page is rather printed smaller than with its end alone on a second one.
        if self.paper.blocks.len() == 1 && total(0..signatures + 2) * LEAST_SCALE <= self.paper.height() {
            self.sheet.set_print_fit_to_pages(1, 1);
            return Ok(());
        }
        let breaks = pages::breaks(&printed, self.paper.height(), total(0..rows), total(headings..rows));
        let breaks: Vec<u32> = breaks.into_iter().map(|at| rows + row_number(at)).collect();
        if !breaks.is_empty() && breaks.len() <= MOST_BREAKS {
            self.sheet.set_page_breaks(&breaks)?;
        }
        Ok(())
    }

    fn set_height(&mut self, row: u32, height: f64) -> Written {
        self.heights.insert(row, height);
        self.sheet.set_row_height(row, height)?;
        Ok(())
    }

    /// Merges cells where there are several; a single one is only written.
    fn merge(&mut self, first: (u32, usize), last: (u32, usize), text: &str, format: &Format) -> Written {
        let ((top, left), (bottom, right)) = (first, last);
        let (left, right) = (column_number(left), column_number(right));
        if (top, left) == (bottom, right) {
            self.sheet.write_string_with_format(top, left, text, format)?;
        } else {
            self.sheet.merge_range(top, left, bottom, right, text, format)?;
        }
        Ok(())
    }
}

/// Returns whether the same may be typed into two cells.
fn same_rule(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Open(one), Cell::Open(other)) => {
            (&one.takes, &one.prompt, one.within) == (&other.takes, &other.prompt, other.within)
        }
        (Cell::Open(_), _) | (_, Cell::Open(_)) => false,
        _ => true,
    }
}

/// Returns the place of a cell of a row.
pub(super) fn place(row: u32, column: usize) -> CellRef {
    CellRef::new(row, column_number(column))
}

/// Returns the height of a row with so many lines.
pub(super) fn height(lines: u32, size: f64) -> f64 {
    (f64::from(lines) * size * LINE + ROW_PADDING).min(TALLEST)
}

/// Returns a width in the pixels of a screen.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths are a few hundred points")]
pub(super) fn pixels(points: f64) -> u32 {
    (points * 96.0 / 72.0).ceil() as u32
}
