//! Texts cut to their places; a cut is seen.

use crate::{
    appendix::{RowKind, Table, Value},
    receipt::Cut,
};

use super::measure::{Look, PADDING, look_of};

/// Returns `text`, cut so that it takes no more than `most_lines` lines of a place so wide.
pub(super) fn cut(text: &str, place: Cut, width: u32, look: Look, most_lines: u32) -> String {
    let fits = |text: &str| look.height(text, width) <= look.of_lines(most_lines);
    if fits(text) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    // The longest that fits is sought by halves: of a longer one no more can fit.
    let (mut kept, mut too_many) = (0, letters.len());
    while too_many - kept > 1 {
        let middle = kept + (too_many - kept) / 2;
        if fits(&with(&letters, middle, place)) {
            kept = middle;
        } else {
            too_many = middle;
        }
    }
    with(&letters, kept, place)
}

/// Returns a text with so many of its letters, and the sign of a cut.
fn with(letters: &[char], kept: usize, place: Cut) -> String {
    let before = match place {
        Cut::End => kept,
        Cut::Middle => kept / 3,
    };
    let (beginning, rest) = letters.split_at(before);
    let end = &rest[rest.len() - (kept - before)..];
    let text: String = beginning.iter().chain(&['…']).chain(end).collect();
    text.replace(" …", "…")
}

/// Cuts the texts of a table so that they take no more than `most_lines` lines of their cells; those that open a section
/// are none of anybody's writing.
pub(super) fn cut_cells(table: &mut Table<'_>, widths: &[u32], most_lines: u32) {
    for row in table.rows.iter_mut().filter(|row| row.kind != RowKind::Section) {
        let look = look_of(row.kind);
        for (cell, width) in row.cells.iter_mut().zip(widths) {
            if let Value::Text(text) = &mut cell.value {
                *text = cut(text, Cut::End, width.saturating_sub(PADDING), look, most_lines).into();
            }
        }
    }
}
