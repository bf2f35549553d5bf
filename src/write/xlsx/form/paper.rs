//! How wide a form's columns are and on which pages they are printed.

use std::ops::Range;

use crate::{
    template::{Cell, Page, Room, Row},
    write::xlsx::measure::{BOLD, TEXT_SIZE, longest_word, width},
};

/// The number of the A4 paper size in a workbook.
pub(super) const A4: u8 = 9;
/// The number of the page, below the table; each sheet counts its own, as each card goes to another unit.
pub(super) const PAGE_NUMBER: &str = "&R&\"Times New Roman,Regular\"&10Trang &P";

/// Width and height of A4 on its side between margins of 15 mm, in points.
const PAGE: f64 = 757.0;
const PAGE_HEIGHT: f64 = 510.0;
/// Printers and spreadsheets do not agree on the widths of columns.
const SAFE: f64 = 0.93;
/// A form is printed as wide as the page down to this size, in percent; one that would be smaller goes on beside itself,
/// larger again.
const SMALLEST: u16 = 60;
const BESIDE_ITSELF: u16 = 70;
/// Blocks are made alike to within this fraction of a page.
const EVENLY: u32 = 40;
/// A column grows with the words of its heading up to this, in points; a longer one is broken.
const LONGEST_WORD: f64 = 120.0;
/// Room between the edges of a cell and its text, in points.
const PADDING: f64 = 9.0;

/// The columns of a form on paper.
#[derive(Debug)]
pub(super) struct Paper {
    /// Their widths in points, padding included.
    pub(super) widths: Vec<f64>,
    /// The columns printed beside each other; those that identify the rows are repeated before all but the first.
    pub(super) blocks: Vec<Range<usize>>,
}

impl Paper {
    /// Chooses widths by what the columns hold, and blocks that part no criterion.
    pub(super) fn of(page: &Page) -> Self {
        let widths: Vec<f64> = (0..page.columns.len()).map(|column| width_of(page, column)).collect();
        let wide = |percent: u16| PAGE * SAFE * 100.0 / f64::from(percent);
        if widths.iter().sum::<f64>() <= wide(SMALLEST) {
            let blocks = std::iter::once(0..widths.len()).collect();
            return Self { widths, blocks };
        }
        let most = wide(BESIDE_ITSELF);
        let blocks = blocks(page, &widths, most);
        // As many pages as it takes, and none much emptier than the others: who signs stands beside the last.
        let steps = (1..=EVENLY).map(|step| most * f64::from(step) / f64::from(EVENLY));
        let even = steps.map(|most| self::blocks(page, &widths, most)).find(|even| even.len() == blocks.len());
        Self { blocks: even.unwrap_or(blocks), widths }
    }

    /// Returns how large the table is printed, in percent: as wide as the page, and never too small to be read.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between the bounds")]
    pub(super) fn scale(&self) -> u16 {
        match self.blocks.as_slice() {
            [_] => {
                (PAGE * SAFE * 100.0 / self.widths.iter().sum::<f64>()).floor().clamp(f64::from(SMALLEST), 100.0) as u16
            }
            _ => BESIDE_ITSELF,
        }
    }

    /// Returns the height of what stands on one page, in points before it is printed smaller.
    pub(super) fn height(&self) -> f64 {
        PAGE_HEIGHT * SAFE * 100.0 / f64::from(self.scale())
    }

    /// Returns the end of the columns that are printed beside `column`: no heading reaches over it.
    pub(super) fn end_of_block(&self, column: usize) -> usize {
        self.blocks.iter().map(|block| block.end).find(|end| column < *end).unwrap_or(self.widths.len())
    }

    /// Returns how much room there is for text from one column to another, both included, in points.
    pub(super) fn room(&self, from: usize, to: usize) -> f64 {
        self.widths.iter().take(to + 1).skip(from).sum::<f64>() - PADDING
    }
}

/// Breaks the columns into blocks that are no wider than `most` with those that are repeated, and part no criterion.
fn blocks(page: &Page, widths: &[f64], most: f64) -> Vec<Range<usize>> {
    let identifying = page.identifying.min(widths.len());
    let (first, answers) = widths.split_at(identifying);
    let repeated: f64 = first.iter().sum();
    let mut blocks = Vec::new();
    let (mut start, mut filled) = (0, repeated);
    let mut next = identifying;
    while next < widths.len() {
        let end = end_of_group(page, next);
        let group: f64 = answers[next - identifying..end - identifying].iter().sum();
        if filled + group > most && filled > repeated {
            blocks.push(start..next);
            (start, filled) = (next, repeated);
        }
        filled += group;
        next = end;
    }
    blocks.push(start..widths.len());
    blocks
}

/// Returns the end of the columns that share what names them: those of one criterion. A column under its own heading
/// alone shares nothing.
fn end_of_group(page: &Page, start: usize) -> usize {
    let group = |column: usize| page.columns[column].headings.split_last().map(|(_, shared)| shared);
    let belongs = |next: &usize| group(*next) == group(start) && group(start).is_some_and(|shared| !shared.is_empty());
    (start + 1..page.columns.len()).find(|next| !belongs(next)).unwrap_or(page.columns.len())
}

fn width_of(page: &Page, column: usize) -> f64 {
    let longest = || {
        let rows = page.rows.iter().filter_map(|row| match row {
            Row::Asked(cells) => cells.get(column),
            Row::Section(_) => None,
        });
        let texts = rows.filter_map(|cell| match cell {
            Cell::Words(text) => Some(width(text, TEXT_SIZE) + PADDING),
            _ => None,
        });
        texts.fold(0.0, f64::max)
    };
    let heading = page.columns[column].headings.last();
    let word = heading.map_or(0.0, |heading| longest_word(heading, TEXT_SIZE) * BOLD + PADDING).min(LONGEST_WORD);
    let wanted = match page.columns[column].room {
        Room::Order => longest().clamp(34.0, 60.0),
        Room::Code => longest().clamp(60.0, 110.0),
        Room::Name => longest().clamp(100.0, 150.0),
        Room::Words => 200.0,
        Room::Phrase => longest().clamp(70.0, 105.0),
        Room::Figure => 66.0,
        Room::Choice => 84.0,
        Room::Remark => 110.0,
    };
    wanted.max(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{Arranging, Column};

    /// Returns the blocks of a page of so many columns of remarks, with these headings over each.
    fn blocks_of(columns: usize, over: &[&str]) -> Vec<Range<usize>> {
        let headings = |column: usize| over.iter().map(|text| (*text).to_owned()).chain([format!("Cột {column}")]);
        let columns = (0..columns).map(|column| Column { headings: headings(column).collect(), room: Room::Remark });
        let page = Page {
            name: String::new(),
            titles: Vec::new(),
            columns: columns.collect(),
            identifying: 1,
            rows: Vec::new(),
            arranging: Arranging::Fixed,
            signatures: ["A".to_owned(), "B".to_owned()],
        };
        Paper::of(&page).blocks
    }

    #[test]
    fn what_is_too_wide_for_a_page_goes_on_beside_itself_in_even_blocks() {
        assert_eq!(blocks_of(10, &[]), vec![0..10; 1]);
        // Eight columns beside the first have room on a page: eleven are six and five, not eight and three.
        assert_eq!(blocks_of(12, &[]), [0..7, 7..12]);
        // The columns of one criterion are never parted.
        assert_eq!(blocks_of(12, &["Một"]), vec![0..12; 1]);
    }
}
