//! How wide the columns of a sheet are, and whether it lies on its side.

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

/// A column is never so wide that the eye loses the line, nor so narrow that it cannot be read.
const WIDEST: f64 = 300.0;
const NARROWEST: f64 = 24.0;
/// A word longer than this is broken: a digest, a path.
const LONGEST_WORD: f64 = 150.0;

/// The shape of a sheet.
#[derive(Debug)]
pub(super) struct Shape {
    /// Widths of the columns in points, padding included.
    pub(super) widths: Vec<f64>,
    /// The paper lies on its side.
    pub(super) landscape: bool,
}

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
    let landscape = most > UPRIGHT * 1.15 || least > UPRIGHT;
    let (page, widest) = if landscape { (ON_ITS_SIDE, ON_ITS_SIDE * SHRUNK) } else { (UPRIGHT, UPRIGHT) };
    let mut widths = shared(&needs, widest);
    widen(&mut widths, &table.columns, page);
    Shape { widths, landscape }
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
    for need in &mut needs {
        need.most = need.most.min(WIDEST).max(need.least);
    }
    needs
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
