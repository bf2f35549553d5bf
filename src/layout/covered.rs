//! Values below a merged cell: some programs keep them there, where nobody sees them.

use crate::{
    model::CellRef,
    text::is_blank,
    workbook::{Cell, Value},
};

use super::{
    table::{Slots, Table},
    view::View,
};

/// Notes the answers and names of a table that merged cells cover.
pub(super) fn note(view: &View<'_>, table: &mut Table) {
    // Most tables are merged over their headings alone.
    let rows = table.entries.iter().map(|entry| entry.row).chain(table.subjects.iter().map(|subject| subject.row));
    let (first, last) = rows.fold((u32::MAX, 0), |(first, last), row| (first.min(row), last.max(row)));
    if view.merged.touching(first..last.saturating_add(1), view.effort).next().is_none() {
        return;
    }
    let answers = table.entries.iter().flat_map(|entry| {
        let columns = Slots { evidence: None, ..entry.slots }.columns();
        columns.map(|column| CellRef::new(entry.row, column))
    });
    let subjects = table.subjects.iter();
    let names = subjects.flat_map(|subject| subject.names.iter().chain(&subject.code).filter_map(|name| name.at));
    let mut places: Vec<CellRef> = answers.chain(names).collect();
    places.sort_unstable();
    places.dedup();
    let says_something = |cell: &Cell| !matches!(&cell.value, Value::Text(text) if is_blank(text));
    let filled = places.into_iter().filter(|at| view.sheet.cell(*at).is_some_and(says_something));
    table.covered = filled.filter_map(|at| Some((at, view.cover(at)?))).collect();
}
