//! The page at the end of the workbook that shows what the results come to: the main totals under names that formulas
//! may use, wards and standards beside each other, and charts of them.

mod charts;
mod sources;

use std::{collections::BTreeMap, ops::Range};

use rust_xlsxwriter::{ColNum, Formula, RowNum, Worksheet, XlsxError};

use crate::{
    appendix::{Annex, Content, Goal, Overview, RowKind, SHARE_ACHIEVED, Standings, Value},
    model::CellRef,
};

use self::sources::{Sources, sum};
use super::{
    Sheet,
    formats::{DEFAULT_CELL, Formats, default_format},
    living::rounded,
    measure::{BOLD, TEXT_SIZE, lines},
    sheet::{A4, MARGINS, height, number_of, pixels},
};

/// Widths of the columns, in points; the last two stand beside the printed page.
const WIDTHS: [f64; 12] = [195.0, 52.0, 10.0, 190.0, 46.0, 46.0, 48.0, 68.0, 10.0, 300.0, 10.0, 200.0];
const LABEL: ColNum = 0;
const FIGURE: ColNum = 1;
const NAME: ColNum = 3;
const COUNTS: ColNum = 4;
const SHARE: ColNum = 7;
const CHARTS: ColNum = 9;
const CELL_NAME: ColNum = 11;

/// A name in the workbook and the cell that it stands for: `SO_TO_DAT`, `='Tổng quan'!$B$12`.
pub(in crate::write) type NamedCell = (&'static str, String);

/// Makes the sheet `name` at the end of those of the annexes, and names the cells of the main totals.
///
/// # Errors
/// When something does not fit onto the sheet.
pub(super) fn overview(
    overview: &Overview,
    name: &str,
    annexes: &[Annex<'_>],
    names: &[String],
) -> Result<(Sheet, Vec<NamedCell>), XlsxError> {
    let mut page = Page {
        sheet: Worksheet::new(),
        formats: Formats::new(),
        sources: Sources { annexes, names },
        totals: BTreeMap::new(),
        heights: BTreeMap::new(),
    };
    page.sheet.set_default_format(&default_format(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    page.sheet.set_name(name)?;
    page.sheet.set_formula_result_default("");
    for (column, width) in (0..).zip(WIDTHS) {
        page.sheet.set_column_width_pixels(column, pixels(width))?;
    }
    let top = page.write_titles(overview)?;
    page.write_totals(overview, top)?;
    let wards = page.write_standings(&overview.wards, top)?;
    let standards = page.write_standings(&overview.standards, wards.end + 1)?;
    let goals = page.write_goals(overview, standards.end + 1)?;
    page.write_note(goals.end)?;
    let compared = [(overview.wards.title.as_str(), wards), (overview.standards.title.as_str(), standards)];
    let below_charts = charts::insert(&mut page.sheet, name, top, compared, goals.clone())?;
    let below_totals = top + 1 + RowNum::try_from(overview.totals.len()).unwrap_or_default();
    page.finish(below_totals.max(goals.end + 1).max(below_charts))?;
    let cells = overview.totals.iter().filter_map(|total| Some((total.name, *page.totals.get(total.name)?)));
    let cells = cells.map(|(total, at)| (total, format!("='{name}'!{}", absolute(at)))).collect();
    Ok((Sheet(page.sheet), cells))
}

struct Page<'n> {
    sheet: Worksheet,
    formats: Formats,
    /// Where the appendices print the same figures.
    sources: Sources<'n>,
    /// Where the main totals stand, by name.
    totals: BTreeMap<&'static str, CellRef>,
    /// How high rows have to be that do not have a single line.
    heights: BTreeMap<RowNum, f64>,
}

impl Page<'_> {
    fn write_titles(&mut self, overview: &Overview) -> Result<RowNum, XlsxError> {
        let title = overview.heading.title.to_uppercase();
        let titles = [(title.as_str(), &self.formats.title), (overview.annexed_to.as_str(), &self.formats.annexed_to)];
        let remarks = overview.remarks.iter().map(|line| (line.as_str(), &self.formats.remark));
        let mut row = 0;
        for (text, format) in titles.into_iter().chain(remarks) {
            self.sheet.merge_range(row, LABEL, row, CHARTS, text, format)?;
            row += 1;
        }
        Ok(row + 1)
    }

    fn write_headings(&mut self, row: RowNum, first: ColNum, headings: &[&str]) -> Result<(), XlsxError> {
        for (column, heading) in (first..).zip(headings) {
            self.sheet.write_string_with_format(row, column, *heading, &self.formats.heading)?;
            self.make_room(row, column, heading, BOLD);
        }
        Ok(())
    }

    fn write_totals(&mut self, overview: &Overview, top: RowNum) -> Result<(), XlsxError> {
        self.write_headings(top, LABEL, &["Số liệu chung", "Số"])?;
        self.write_headings(top, CELL_NAME, &["Tên ô số liệu, dùng được trong công thức"])?;
        let rows = (top + 1..).zip(&overview.totals);
        self.totals = rows.clone().map(|(row, total)| (total.name, CellRef::new(row, FIGURE))).collect();
        for (row, total) in rows {
            let [share, achieved, failed] = SHARE_ACHIEVED.map(|name| (name, self.totals.get(name)));
            let formula = match (achieved.1, failed.1) {
                (Some(achieved), Some(failed)) if total.name == share.0 => {
                    rounded(&total.figure.value, *achieved, &format!("{achieved}+{failed}"))
                }
                _ => self.sources.formula(std::slice::from_ref(&total.figure)),
            };
            self.write_words(row, LABEL, &total.label)?;
            self.write_figure(row, FIGURE, &total.figure.value, formula)?;
            self.write_words(row, CELL_NAME, total.name)?;
        }
        Ok(())
    }

    /// Writes several that are compared, and returns their rows.
    fn write_standings(&mut self, standings: &Standings, top: RowNum) -> Result<Range<RowNum>, XlsxError> {
        let headings = [&standings.title, "Đạt", "Chưa đạt", "Chưa có kết quả", "Tỷ lệ đạt (*)"];
        self.write_headings(top, NAME, &headings)?;
        let mut row = top + 1;
        for standing in &standings.each {
            self.write_words(row, NAME, &standing.name)?;
            for (column, cells) in (COUNTS..).zip([&standing.achieved, &standing.not_achieved, &standing.open]) {
                self.write_figure(row, column, &sum(cells), self.sources.formula(cells))?;
            }
            let (achieved, failed) = (CellRef::new(row, COUNTS), CellRef::new(row, COUNTS + 1));
            let share = rounded(&standing.share, achieved, &format!("{achieved}+{failed}"));
            self.write_figure(row, SHARE, &standing.share, share)?;
            row += 1;
        }
        Ok(top + 1..row)
    }

    /// Writes what the plan wants beside what was reached, and returns the rows.
    fn write_goals(&mut self, overview: &Overview, top: RowNum) -> Result<Range<RowNum>, XlsxError> {
        let headings = ["So với chỉ tiêu của kế hoạch", "Chỉ tiêu", "Đã đạt", "Còn thiếu", "Tỷ lệ trên chỉ tiêu"];
        self.write_headings(top, NAME, &headings)?;
        let mut row = top + 1;
        for goal in &overview.goals {
            let Goal { label, wanted, reached } = goal;
            let (Some(at_wanted), Some(at_reached)) = (self.totals.get(wanted), self.totals.get(reached)) else {
                continue;
            };
            // What the plan leaves open is no goal of zero.
            let where_wanted = |formula: String| Some(format!("IF({at_wanted}=\"\",\"\",{formula})"));
            let formulas = [
                where_wanted(at_wanted.to_string()),
                Some(at_reached.to_string()),
                where_wanted(format!("MAX(0,{at_wanted}-{at_reached})")),
            ];
            let [lacking, share] = overview.beside_goal(goal);
            let figures = [overview.figure(wanted), overview.figure(reached), lacking];
            let share_formula = rounded(&share, *at_reached, &format!("N({at_wanted})"));
            self.write_words(row, NAME, label)?;
            for ((column, value), formula) in (COUNTS..).zip(figures).zip(formulas) {
                self.write_figure(row, column, &value, formula)?;
            }
            self.write_figure(row, SHARE, &share, share_formula)?;
            row += 1;
        }
        Ok(top + 1..row)
    }

    fn write_note(&mut self, row: RowNum) -> Result<(), XlsxError> {
        const NOTE: &str = "(*) Trên số đã có kết quả (đạt và chưa đạt); chưa có kết quả không làm giảm tỷ lệ.";
        self.sheet.merge_range(row, NAME, row, SHARE, NOTE, &self.formats.note)?;
        let room: f64 = WIDTHS[usize::from(NAME)..=usize::from(SHARE)].iter().sum();
        self.heights.insert(row, height(lines(NOTE, TEXT_SIZE, room - MARGINS), TEXT_SIZE));
        Ok(())
    }

    fn write_words(&mut self, row: RowNum, column: ColNum, text: &str) -> Result<(), XlsxError> {
        let format = self.formats.cell(RowKind::Body, Content::Text, &Value::Text(text.into()));
        self.sheet.write_string_with_format(row, column, text, format)?;
        self.make_room(row, column, text, 1.0);
        Ok(())
    }

    /// Writes a figure, as a formula that carries it where there is one; nothing stands for what is not known.
    fn write_figure(
        &mut self,
        row: RowNum,
        column: ColNum,
        value: &Value<'_>,
        formula: Option<String>,
    ) -> Result<(), XlsxError> {
        let shown = match value {
            Value::Empty if column == SHARE => Value::Percent(Box::default()),
            value => value.clone(),
        };
        let format = self.formats.cell(RowKind::Body, Content::Figure, &shown);
        match (formula, number_of(value)) {
            (Some(formula), number) => {
                let result = number.map(|number| number.to_string()).unwrap_or_default();
                self.sheet.write_formula_with_format(row, column, Formula::new(formula).set_result(result), format)?;
            }
            (None, Some(number)) => drop(self.sheet.write_number_with_format(row, column, number, format)?),
            (None, None) => drop(self.sheet.write_blank(row, column, format)?),
        }
        Ok(())
    }

    /// Makes a row as high as `text` needs in a column.
    fn make_room(&mut self, row: RowNum, column: ColNum, text: &str, weight: f64) {
        let room = WIDTHS[usize::from(column)] - MARGINS;
        let needed = height(lines(text, TEXT_SIZE * weight, room), TEXT_SIZE);
        let highest = self.heights.entry(row).or_insert(needed);
        *highest = highest.max(needed);
    }

    /// Prints the rows above `end` on one page of A4 on its side.
    fn finish(&mut self, end: RowNum) -> Result<(), XlsxError> {
        for (row, height) in &self.heights {
            self.sheet.set_row_height(*row, *height)?;
        }
        self.sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 1).set_print_center_horizontally(true);
        self.sheet.set_margins(0.79, 0.59, 0.79, 0.79, 0.39, 0.39);
        self.sheet.set_print_area(0, LABEL, end, CHARTS)?;
        Ok(())
    }
}

/// Returns the address that stays when a formula is copied: "$B$12".
fn absolute(cell: CellRef) -> String {
    let plain = cell.to_string();
    let column = plain.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let row = plain.strip_prefix(column).unwrap_or_default();
    format!("${column}${row}")
}

#[cfg(test)]
mod tests;
