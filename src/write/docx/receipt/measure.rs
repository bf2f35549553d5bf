//! How much of the page things take, so that it stays one: rather too much than too little.
//!
//! Letters are as wide as those of Times New Roman, lines are broken between words as programs do, and a line
//! with letters of another script, which another font shows, is taken for twice as high.

use unicode_normalization::UnicodeNormalization as _;

use crate::{
    appendix::{Row, RowKind, Table, shown},
    receipt::{Field, Receipt},
};

use super::{FIELDS, HEAD, SIGNATURE_LINES, TEXT_WIDTH};

/// How high the text of a page is, A4 without its margins of 20 mm, in twentieths of a point; and what is left free of
/// it, as programs differ.
pub(super) const PAGE: u32 = 14_570;
const SPARE: u32 = 350;
/// How high a line is for each point of its letters.
const LINE: u32 = 23;
/// The room beside the words of a cell, on both sides together, with its lines.
pub(super) const PADDING: u32 = 130;

/// What words look like: size in points, whether they are bold, and the room above and below. Bold letters are a little
/// wider.
#[derive(Clone, Copy)]
pub(super) struct Look {
    points: u32,
    bold: bool,
    around: u32,
}

/// The looks of the styles.
pub(super) const ISSUER: Look = Look { points: 12, bold: true, around: 0 };
pub(super) const MOTTO: Look = Look { points: 13, bold: true, around: 0 };
pub(super) const TITLE: Look = Look { points: 14, bold: true, around: 0 };
const CELL: Look = Look { points: 11, bold: false, around: 50 };
pub(super) const NOTE: Look = Look { points: 11, bold: false, around: 140 };
const STRONG_CELL: Look = Look { bold: true, ..CELL };
const CAPTION: Look = Look { points: 13, bold: true, around: 180 };
/// What stands above the title, what a rule takes, and an empty paragraph that parts things.
const ABOVE_TITLE: u32 = 240;
const RULE: u32 = 160;
const GAP: u32 = 150;

/// Returns how much room the list of corrections has on the page of a receipt, whose columns of sheets are so wide.
pub(super) fn room(receipt: &Receipt, columns: &[u32]) -> u32 {
    PAGE.saturating_sub(SPARE + used(receipt, columns))
}

/// Returns how much of the page everything else takes.
pub(super) fn used(receipt: &Receipt, columns: &[u32]) -> u32 {
    head(receipt) + fields(receipt) + sheets(receipt, columns) + foot(receipt)
}

fn head(receipt: &Receipt) -> u32 {
    let issuer: u32 = receipt.issuer.iter().map(|line| ISSUER.height(line, HEAD[0])).sum();
    let country = ISSUER.of_lines(1) + MOTTO.of_lines(1);
    let dated = MOTTO.height(&receipt.number, HEAD[0]).max(MOTTO.height(&receipt.dated, HEAD[1]));
    let title = ABOVE_TITLE + TITLE.height(receipt.title, TEXT_WIDTH) + TITLE.height(&receipt.subject, TEXT_WIDTH);
    issuer.max(country) + RULE + dated + title + RULE + GAP
}

fn fields(receipt: &Receipt) -> u32 {
    let height = |(index, told): (usize, &Field)| {
        let text = look_of_field(receipt, index).height(&told.text, FIELDS[1] - PADDING);
        STRONG_CELL.height(told.label, FIELDS[0] - PADDING).max(text)
    };
    receipt.fields.iter().enumerate().map(height).sum()
}

/// Returns what the text of a field looks like: the last stands out.
pub(super) fn look_of_field(receipt: &Receipt, index: usize) -> Look {
    if index + 1 == receipt.fields.len() { STRONG_CELL } else { CELL }
}

fn sheets(receipt: &Receipt, columns: &[u32]) -> u32 {
    receipt.sheets.as_ref().map_or(0, |(_, table)| {
        let rows: u32 = table.rows.iter().map(|of| row(of, columns)).sum();
        let notes: u32 = table.notes.iter().map(|note| NOTE.height(note, TEXT_WIDTH)).sum();
        caption() + headings(table, columns) + rows + notes
    })
}

fn foot(receipt: &Receipt) -> u32 {
    let lines = u32::try_from(SIGNATURE_LINES).unwrap_or(u32::MAX);
    NOTE.height(receipt.closing, TEXT_WIDTH) + TITLE.of_lines(lines + 1) + MOTTO.of_lines(2) + GAP
}

/// Returns how high the caption of a table is.
pub(super) fn caption() -> u32 {
    CAPTION.of_lines(1)
}

/// Returns how high the line is that counts what is not listed.
pub(super) fn counted(text: &str) -> u32 {
    STRONG_CELL.height(text, TEXT_WIDTH)
}

/// Returns how high the headings of a table are.
pub(super) fn headings(table: &Table<'_>, widths: &[u32]) -> u32 {
    cells(table.columns.iter().map(|column| column.heading.as_ref()).zip(widths.iter().copied()), STRONG_CELL)
}

/// Returns how high a row of a table is.
pub(super) fn row(row: &Row<'_>, widths: &[u32]) -> u32 {
    let texts: Vec<String> = row.cells.iter().map(|cell| shown(&cell.value)).collect();
    match (row.kind, texts.as_slice(), widths) {
        (RowKind::Section, [_, name, ..], [_, rest @ ..]) => cells([(name.as_str(), rest.iter().sum())], STRONG_CELL),
        _ => cells(texts.iter().map(String::as_str).zip(widths.iter().copied()), look_of(row.kind)),
    }
}

/// Returns what the words of a row look like.
pub(super) fn look_of(row: RowKind) -> Look {
    if row == RowKind::Body { CELL } else { STRONG_CELL }
}

/// Returns how high a row is, from the texts of its cells and their widths.
fn cells<'t>(cells: impl IntoIterator<Item = (&'t str, u32)>, look: Look) -> u32 {
    let heights = cells.into_iter().map(|(text, width)| look.height(text, width.saturating_sub(PADDING)));
    heights.max().unwrap_or_default()
}

impl Look {
    /// Returns how high a text is, set in lines of `width`.
    pub(super) fn height(self, text: &str, width: u32) -> u32 {
        let width = if self.bold { width / 27 * 25 } else { width };
        let lines = lines(text, width, self.points);
        self.of_lines(if text.chars().all(is_of_the_font) { lines } else { 2 * lines })
    }

    /// Returns how high so many lines are.
    pub(super) fn of_lines(self, lines: u32) -> u32 {
        lines.saturating_mul(self.points * LINE) + self.around
    }
}

/// Returns in how many lines a text is broken; a word longer than a line goes on in the next.
fn lines(text: &str, width: u32, points: u32) -> u32 {
    // Widths of letters are thousandths of their size; this is the width in the same measure.
    let width = (width * 50 / points).max(WIDEST);
    let (mut lines, mut used) = (1, 0);
    for word in text.split_inclusive([' ', '\t', '\n']) {
        let bare: u32 = word.trim_end().chars().map(letter).sum();
        if used > 0 && used + bare > width {
            (lines, used) = (lines + 1, 0);
        }
        for letter in word.chars().map(letter) {
            if used + letter > width && bare > width {
                (lines, used) = (lines + 1, 0);
            }
            used += letter;
        }
    }
    lines
}

/// No letter is wider than this.
const WIDEST: u32 = 1100;

/// Returns how wide a letter is, in thousandths of its size: that of the letter below its marks; a horn takes room.
fn letter(letter: char) -> u32 {
    let mut parts = letter.nfd();
    let base = parts.next().unwrap_or(letter);
    let horn = if parts.any(|mark| mark == '\u{31b}') { 40 } else { 0 };
    let width = match base {
        ' ' | '.' | ',' => 250,
        ';' | ':' | '\'' | '/' | 'i' | 'j' | 'l' | 't' => 280,
        'f' | 'r' | 'I' | '!' | '-' | '(' | ')' | '[' | ']' => 340,
        's' | 'J' => 390,
        'a' | 'c' | 'e' | 'z' | '"' | '“' | '”' => 450,
        'F' | 'P' | 'S' => 560,
        'E' | 'L' | 'T' | 'Z' => 615,
        'B' | 'C' | 'R' => 670,
        'm' | '&' => 780,
        '%' | 'M' => 890,
        'W' | '@' => 945,
        '…' | '—' => 1000,
        mark if is_mark(mark) => 0,
        other if !is_of_the_font(other) => WIDEST,
        'w' | 'A'..='Z' | 'Đ' => 725,
        '0'..='9' | 'a'..='z' | 'đ' => 500,
        other if other.is_uppercase() => 1000,
        _ => 600,
    };
    width + horn
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Returns whether Times New Roman draws a letter: those of Vietnamese and of other Latin writing, and common signs.
fn is_of_the_font(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{203a}' | '≤' | '≥')
}
