//! Which rows of a matrix are its headings: some name criteria, one says where the names of units stand.

use std::{cmp::Reverse, collections::BTreeSet, ops::RangeInclusive};

use crate::{
    layout::{
        Lexicon, MOST_SPLIT_ROWS,
        band::Band,
        columns::Columns,
        heading::Holds,
        is_year,
        label::Named,
        rows::{is_numbered_in_roman, is_roman},
        view::View,
    },
    model::{CellRef, CriterionKey, Voice},
    text::{LoneSeparator, Written, read_number},
    workbook::{Cell, Value},
};

/// Headings never take more rows than this below their first.
const DEEPEST_BAND: u32 = 5;

/// Finds the heading rows from `top` on.
pub(in crate::layout) fn band_from<'v, 'a>(
    view: &'v View<'a>,
    lexicon: &'v Lexicon<'v>,
    top: u32,
) -> Option<Band<'v, 'a>> {
    let last = view.last_row()?.min(top + DEEPEST_BAND);
    let rows = || (top..=last).take_while(|row| *row == top || !is_data(view, lexicon, *row));
    let named = rows().map(|row| (criteria_named(view, lexicon, row), row));
    let naming = match named.max_by_key(|(named, row)| (*named, Reverse(*row)))? {
        (0, _) => split_labels(view, lexicon, top, rows().last()?)?,
        (_, row) => row,
    };
    let unit = unit_column(view, lexicon, top..=naming)?;
    let mut bottom = naming;
    while bottom < last && is_subheading(view, lexicon, bottom + 1, unit) {
        bottom += 1;
    }
    Some(Band::new(view, lexicon, (top, bottom)))
}

/// Returns the column in which the words that stand in `rows` say that units are named: enough to tell headings from
/// rows, before all that is over the columns is read.
fn unit_column(view: &View<'_>, lexicon: &Lexicon<'_>, rows: RangeInclusive<u32>) -> Option<u16> {
    let first = |what| {
        let cells = rows.clone().flat_map(|row| view.row(row));
        let below = rows.end().saturating_add(MOST_SPLIT_ROWS);
        let holding = cells.filter(|(cell, _)| lexicon.held_from(view, cell.at, below) == Some(what));
        holding.map(|(cell, _)| cell.at.column).min()
    };
    first(Holds::Unit).or_else(|| first(Holds::Ward)).or_else(|| first(Holds::Code))
}

/// Returns whether figures stand in the row, as in rows of data and of column numbers.
fn is_data(view: &View<'_>, lexicon: &Lexicon<'_>, row: u32) -> bool {
    view.row(row).any(|(cell, text)| match &cell.value {
        Value::Number(number) => !is_year(*number),
        Value::Text(_) => is_figure(text) && lexicon.named(cell, text) == Named::Nothing,
        _ => false,
    })
}

fn is_figure(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
        && read_number(text, LoneSeparator::Decimal) != Written::Other
}

/// Returns how many criteria a row names in words, or by nothing but their ids when nothing else stands in it: in a
/// row of figures, "2.1" is a figure.
fn criteria_named(view: &View<'_>, lexicon: &Lexicon<'_>, row: u32) -> usize {
    if !view.effort.looks_at(view.cells(row).len()) {
        return 0;
    }
    let named: Vec<Named> = view.row(row).map(|(cell, text)| lexicon.named(cell, text)).collect();
    let in_words = named.iter().filter(|named| matches!(named, Named::Titled(_) | Named::Numbered(_)));
    let in_words: BTreeSet<CriterionKey> = in_words.filter_map(Named::criterion).collect();
    let ids: BTreeSet<CriterionKey> = named.iter().filter_map(Named::criterion).collect();
    let headings = view.row(row).filter(|(_, text)| lexicon.headings.read(text).holds.is_some()).count();
    let only_ids = ids.len() > 1 && ids.len() + headings >= named.len();
    if only_ids { ids.len() } else { in_words.len() }
}

/// Finds the last row of headings in which no row names a criterion in words: labels are split over rows, or are ids.
fn split_labels(view: &View<'_>, lexicon: &Lexicon<'_>, top: u32, last: u32) -> Option<u32> {
    let named = (top..=last).map(|bottom| {
        let columns = Columns::of_matrix(&Band::new(view, lexicon, (top, bottom)), Voice::Own);
        let criteria: BTreeSet<CriterionKey> = columns.groups.iter().filter_map(|group| group.criterion).collect();
        (criteria.len(), Reverse(bottom))
    });
    named.max().filter(|(criteria, _)| *criteria > 0).map(|(_, bottom)| bottom.0)
}

/// Returns whether a row below the criteria still belongs to the headings: it says kinds of answers, or goes on with
/// their labels, and no unit.
fn is_subheading(view: &View<'_>, lexicon: &Lexicon<'_>, row: u32, unit_column: u16) -> bool {
    let (mut holds, mut ends_name) = (Vec::new(), false);
    let only_before_names = view.cells(row).iter().all(|cell| cell.at.column < unit_column);
    for (cell, text) in view.row(row) {
        if cell.at.column < unit_column {
            if orders(cell, text) {
                return false;
            }
            if only_before_names && !text.is_empty() && !is_roman(text) && !is_numbered_in_roman(text) {
                return true;
            }
            continue;
        }
        let heading = lexicon.heading(cell, text);
        if cell.at.column == unit_column {
            if matches!(heading.holds, Some(Holds::Unit | Holds::Ward)) {
                ends_name = view.cells(row).len() == 1 && ends_label(view, lexicon, cell.at);
                continue;
            }
            return false;
        }
        let known = heading.holds.is_some()
            || heading.speaker.is_some()
            || lexicon.names_part_or_whole(text)
            || lexicon.named(cell, text).criterion().is_some();
        if !known && (text.is_empty() || Lexicon::looks_like_answer(cell, || text)) {
            return false;
        }
        holds.push(heading.holds);
    }
    let marks = |wanted| holds.contains(&Some(wanted));
    if holds.is_empty() {
        return ends_name;
    }
    let only_marks = holds.iter().all(|h| matches!(h, Some(Holds::Achieved | Holds::NotAchieved)));
    !only_marks || (marks(Holds::Achieved) && marks(Holds::NotAchieved))
}

/// Returns whether a word for units ends the label that begins above it: "Tên tổ dân phố," over "bản".
fn ends_label(view: &View<'_>, lexicon: &Lexicon<'_>, at: CellRef) -> bool {
    let above = at.row.checked_sub(1).map_or("", |row| view.text(CellRef::new(row, at.column)));
    lexicon.headings.begins(above) && lexicon.headings.read(above).holds.is_none()
}

/// Returns whether a cell before the names numbers a unit.
fn orders(cell: &Cell, text: &str) -> bool {
    matches!(cell.value, Value::Number(_)) || (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
}
