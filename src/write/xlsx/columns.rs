//! How wide the columns of a sheet are, and whether it lies on its side.

use std::ops::Range;

use crate::appendix::{Cell, Column, Content, RowKind, Table, Value};

use super::measure::{BOLD, TEXT_SIZE, longest_word, width};

/// Room between the edges of a cell and its text, left and right together, in points.
const PADDING: f64 = 8.0;

/// Numbers keep this distance from the line at their right, in points.
const INDENT: f64 = 4.0;

/// Width of A4 between margins of 30 and 15 mm, upright and on its side, in points.
const UPRIGHT: f64 = 467.0;
const ON_ITS_SIDE: f64 = 714.0;

/// A wide table is rather printed smaller by this, at 8.8 points, than with its names broken into many lines.
const SHRUNK: f64 = 1.25;
/// An upright table is rather printed smaller by this, at 9.5 points, than laid on its side or with its names broken.
const SHRUNK_UPRIGHT: f64 = 1.15;

/// Columns are as wide as whole pixels, and programs do not agree on the width of a page to the last point: a block that
/// fills its page altogether would leave its last column to a page of its own.
const SAFE: f64 = 0.97;

/// A column is never so wide that the eye loses the line, nor so narrow that it cannot be read.
const WIDEST: f64 = 300.0;
const NARROWEST: f64 = 24.0;
/// A word longer than this is broken: a digest, a path.
const LONGEST_WORD: f64 = 150.0;

/// In a table that goes on beside itself no column of figures is wider, as long as its words fit.
const COMFORTABLE: f64 = 60.0;

/// The shape of a sheet.
#[derive(Debug)]
pub(super) struct Shape {
    /// Widths of the columns in points, padding included.
    pub(super) widths: Vec<f64>,
    /// The paper lies on its side.
    pub(super) landscape: bool,
    /// The columns that are printed beside each other, from left to right: all of them, unless they are too many to be
    /// printed large enough to be read. Those that identify the rows are repeated before all but the first.
    pub(super) blocks: Vec<Range<usize>>,
}

impl Shape {
    /// Returns how much smaller than it is the table is printed, as a fraction.
    pub(super) fn scale(&self) -> f64 {
        let page = if self.landscape { ON_ITS_SIDE } else { UPRIGHT };
        match self.blocks.as_slice() {
            [_] => (page / self.widths.iter().sum::<f64>()).min(1.0),
            _ => f64::from(SPLIT_SCALE) / 100.0,
        }
    }
}

/// How much smaller than it is a table that goes on beside itself is printed, in percent.
pub(super) const SPLIT_SCALE: u16 = 80;

/// The width without which words are broken, and the width at which everything stands on one line.
#[derive(Clone, Copy, Debug)]
struct Need {
    least: f64,
    most: f64,
    /// Columns of words may grow wider than the others before they, too, have to share.
    weight: f64,
}

/// Chooses the shape of a sheet from what stands in its table.
pub(super) fn shape(table: &Table<'_>) -> Shape {
    let needs = needs(table);
    let most: f64 = needs.iter().map(|need| need.most).sum();
    let least: f64 = needs.iter().map(|need| need.least).sum();
    let landscape = most > UPRIGHT * SHRUNK_UPRIGHT || least > UPRIGHT;
    if least > ON_ITS_SIDE * SHRUNK {
        return split(table, &needs);
    }
    let (page, widest) =
        if landscape { (ON_ITS_SIDE, ON_ITS_SIDE * SHRUNK) } else { (UPRIGHT, UPRIGHT * SHRUNK_UPRIGHT) };
    let mut widths = shared(&needs, widest);
    widen(&mut widths, &table.columns, page);
    let blocks = std::iter::once(0..widths.len()).collect();
    Shape { widths, landscape, blocks }
}

/// Breaks a table that is too wide where a heading that columns share ends, or, where such a heading is itself too wide,
/// between its columns.
fn split(table: &Table<'_>, needs: &[Need]) -> Shape {
    let page = ON_ITS_SIDE * SHRUNK * SAFE;
    let identifying = table.identifying.min(needs.len());
    let (names, figures) = needs.split_at(identifying);
    let mut widths = shared(names, page / 3.0);
    widths.extend(figures.iter().map(|need| need.most.min(COMFORTABLE).max(need.least)));
    let room = page - widths.iter().take(identifying).sum::<f64>();
    let (mut starts, mut filled) = (vec![0], 0.0);
    let mut at = identifying;
    for group in table.columns.split_at(identifying).1.chunk_by(share_a_heading) {
        let together: f64 = widths.iter().skip(at).take(group.len()).sum();
        let mut fits = filled + together <= room;
        if !fits && filled > 0.0 && together <= room {
            starts.push(at);
            (filled, fits) = (0.0, true);
        }
        for width in widths.iter().skip(at).take(group.len()) {
            if !fits && filled > 0.0 && filled + width > room {
                starts.push(at);
                filled = 0.0;
            }
            filled += width;
            at += 1;
        }
    }
    let ends = starts.iter().skip(1).copied().chain([widths.len()]);
    let blocks = starts.iter().zip(ends).map(|(start, end)| *start..end).collect();
    Shape { widths, landscape: true, blocks }
}

/// Returns whether two columns stand under the same heading above their own.
pub(super) fn share_a_heading(left: &Column<'_>, right: &Column<'_>) -> bool {
    left.over.is_some() && left.over == right.over
}

fn needs(table: &Table<'_>) -> Vec<Need> {
    let mut needs: Vec<Need> = table.columns.iter().map(of_heading).collect();
    for row in table.rows.iter().filter(|row| row.kind != RowKind::Section) {
        let bold = if row.kind == RowKind::Body { 1.0 } else { BOLD };
        for ((need, cell), column) in needs.iter_mut().zip(&row.cells).zip(&table.columns) {
            let padding = if column.content == Content::Figure { PADDING + INDENT } else { PADDING };
            if let Some((least, most)) = of_cell(cell) {
                need.least = need.least.max((least * bold).min(LONGEST_WORD) + padding);
                need.most = need.most.max(most * bold + padding);
            }
        }
    }
    widen_under_shared_headings(&mut needs, &table.columns);
    for need in &mut needs {
        need.most = need.most.min(WIDEST).max(need.least);
    }
    needs
}

/// Gives columns the room that the heading above them asks for: its longest word, and two lines where there is room.
fn widen_under_shared_headings(needs: &mut [Need], columns: &[Column<'_>]) {
    let mut at = 0;
    for group in columns.chunk_by(share_a_heading) {
        let own = needs.iter_mut().skip(at).take(group.len());
        at += group.len();
        let Some(over) = group.first().and_then(|column| column.over.as_deref()) else { continue };
        let each = f64::from(u32::try_from(group.len()).unwrap_or(u32::MAX));
        let word = longest_word(over, TEXT_SIZE * BOLD).min(LONGEST_WORD) + PADDING;
        let whole = width(over, TEXT_SIZE * BOLD) / 2.0 + PADDING;
        for need in own {
            need.least = need.least.max(word / each);
            need.most = need.most.max(whole / each);
        }
    }
}

fn of_heading(column: &Column<'_>) -> Need {
    let word = longest_word(&column.heading, TEXT_SIZE * BOLD);
    let whole = width(&column.heading, TEXT_SIZE * BOLD);
    let least = (word + PADDING).max(NARROWEST);
    let weight = if column.content == Content::Text { 2.0 } else { 1.0 };
    Need { least, most: least.max(whole / 2.0 + PADDING), weight }
}

/// Returns the width of the longest word and of the whole text of a cell.
fn of_cell(cell: &Cell<'_>) -> Option<(f64, f64)> {
    match &cell.value {
        Value::Empty => None,
        Value::Text(text) => {
            let whole = width(text, TEXT_SIZE);
            let word = if whole > NARROWEST { longest_word(text, TEXT_SIZE) } else { whole };
            Some((word, whole))
        }
        Value::Whole(number) => Some(digits(f64::from(number.checked_ilog10().unwrap_or(0)) * 1.3 + 1.0)),
        Value::Year(_) => Some(digits(4.0)),
        Value::Date(_) => Some(digits(9.5)),
        Value::Decimal(sum) | Value::Percent(sum) => {
            let shown = width(&sum.to_string(), TEXT_SIZE) + TEXT_SIZE * 1.3;
            Some((shown, shown))
        }
    }
}

fn digits(count: f64) -> (f64, f64) {
    let width = count * TEXT_SIZE / 2.0;
    (width, width)
}

/// Gives every column what it needs; where the page is too narrow, the widest columns share what is left alike.
fn shared(needs: &[Need], page: f64) -> Vec<f64> {
    let at = |level: f64| needs.iter().map(move |need| need.most.min(level * need.weight).max(need.least));
    let (mut low, mut high) = (0.0, WIDEST);
    if at(high).sum::<f64>() > page {
        for _ in 0..30 {
            let middle = f64::midpoint(low, high);
            if at(middle).sum::<f64>() > page { high = middle } else { low = middle }
        }
        high = low;
    }
    at(high).collect()
}

/// Lets the columns of words take what the page has left, so that titles above have room too.
fn widen(widths: &mut [f64], columns: &[Column<'_>], page: f64) {
    let left = page - widths.iter().sum::<f64>();
    let words = columns.iter().filter(|column| column.content == Content::Text).count();
    if left <= 0.0 || words == 0 {
        return;
    }
    let each = left / f64::from(u32::try_from(words).unwrap_or(u32::MAX));
    for (width, column) in widths.iter_mut().zip(columns) {
        if column.content == Content::Text {
            *width += each;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the blocks of a table with two columns of names and groups of so many columns under a heading each.
    fn blocks(groups: &[usize]) -> Vec<Range<usize>> {
        let mut columns = vec![Column::mark("TT"), Column::text("Tổ dân phố, bản")];
        for (index, count) in groups.iter().enumerate() {
            columns.extend((0..*count).map(|_| Column::mark("10.10").under(format!("Tiêu chuẩn {index}"))));
        }
        let table = Table { unit: None, columns, identifying: 2, rows: Vec::new(), notes: Vec::new() };
        shape(&table).blocks
    }

    #[test]
    fn a_table_goes_on_beside_itself_only_where_it_is_too_wide_to_be_read() {
        assert_eq!(blocks(&[4, 5]), vec![0..11; 1]);
        assert_eq!(blocks(&[12, 12, 12]), [0..14, 14..26, 26..38]);
    }

    #[test]
    fn a_long_heading_above_one_column_has_room() {
        let over = "1. Quán triệt, tuyên truyền và củng cố, nâng cao nhận thức";
        let columns = vec![Column::mark("TT"), Column::text("Thôn"), Column::mark("1.1").under(over)];
        let table = Table { unit: None, columns, identifying: 2, rows: Vec::new(), notes: Vec::new() };
        assert!(crate::write::xlsx::measure::lines(over, TEXT_SIZE * BOLD, shape(&table).widths[2]) <= 3);
    }

    #[test]
    fn a_heading_too_wide_for_a_page_is_broken_between_its_columns() {
        let blocks = blocks(&[3, 40]);
        assert_eq!((blocks[0].start, blocks.last().map(|last| last.end)), (0, Some(45)));
        assert!(blocks.len() > 1 && blocks.windows(2).all(|pair| pair[0].end == pair[1].start), "{blocks:?}");
        assert!(blocks[0].end > 5, "what has room on the first page stands there: {blocks:?}");
    }
}
