//! How wide the columns of a table are, so that no word is broken and together they fill the page.

use crate::appendix::{Content, RowKind, Table, shown};

use super::content::TEXT_WIDTH;

/// How wide a letter of a table is taken to be, and the room beside the words of a cell, in twentieths of a point.
const LETTER: u32 = 125;
const PADDING: u32 = 150;
/// Words longer than this may be broken.
const LONGEST_WORD: u32 = 14;
/// A column asks for no more letters on a line.
const LONGEST_LINE: u32 = 40;

/// Returns the widths of the columns, in twentieths of a point; they add up to the width of the text.
pub(super) fn widths(table: &Table<'_>) -> Vec<u32> {
    let wants: Vec<Want> = (0..table.columns.len()).map(|column| Want::of(table, column)).collect();
    let least: u32 = wants.iter().map(|want| want.least).sum();
    let more: u32 = wants.iter().map(Want::more).sum();
    let spare = TEXT_WIDTH.saturating_sub(least);
    let width = |want: &Want| {
        if least >= TEXT_WIDTH {
            scaled(want.least, TEXT_WIDTH, least)
        } else if more == 0 {
            want.least + scaled(1, spare, u32::try_from(wants.len()).unwrap_or(u32::MAX))
        } else {
            want.least + scaled(want.more(), spare, more)
        }
    };
    let mut widths: Vec<u32> = wants.iter().map(width).collect();
    let given: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        // What the divisions left over.
        *last += TEXT_WIDTH.saturating_sub(given);
    }
    widths
}

/// Returns `part` of `whole` of `amount`, rounded down.
fn scaled(part: u32, amount: u32, whole: u32) -> u32 {
    let scaled = u64::from(part) * u64::from(amount) / u64::from(whole.max(1));
    u32::try_from(scaled).unwrap_or(amount)
}

/// What a column asks for.
struct Want {
    /// So that its words are whole.
    least: u32,
    /// So that its lines are whole.
    most: u32,
}

impl Want {
    fn of(table: &Table<'_>, column: usize) -> Self {
        let described = &table.columns[column];
        let rows = table.rows.iter().filter(|row| row.kind != RowKind::Section);
        let cells: Vec<String> = rows.filter_map(|row| row.cells.get(column)).map(|cell| shown(&cell.value)).collect();
        let heading = longest_word(&described.heading);
        // Headings of short columns take two lines rather than many.
        let half = letters(&described.heading).div_ceil(2).min(LONGEST_WORD);
        let longest = cells.iter().map(|cell| letters(cell)).max().unwrap_or_default();
        let word = cells.iter().map(|cell| longest_word(cell)).max().unwrap_or_default();
        let whole = described.content != Content::Text;
        let least = heading.max(if whole { longest.min(LONGEST_WORD) } else { word.min(LONGEST_WORD) });
        let most = if whole { least.max(half) } else { longest.min(LONGEST_LINE).max(least) };
        Self { least: least * LETTER + PADDING, most: most * LETTER + PADDING }
    }

    fn more(&self) -> u32 {
        self.most.saturating_sub(self.least)
    }
}

fn letters(text: &str) -> u32 {
    // Capitals are wider.
    let width = text.chars().map(|letter| if letter.is_uppercase() { 15 } else { 10 }).sum::<u32>();
    width.div_ceil(10)
}

fn longest_word(text: &str) -> u32 {
    text.split_whitespace().map(letters).max().unwrap_or_default()
}
