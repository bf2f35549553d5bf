//! What was read on each sheet of a file, for those who want to see that nothing was passed over.

use std::collections::BTreeMap;

use crate::{
    layout::Table,
    model::{SheetKey, UnitKey},
};

use super::{
    Fact, FileLayout,
    submission::{counted, layout_of, rows_of},
};

/// What was read from the tables of a sheet.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SheetRead {
    /// The sheet.
    pub sheet: SheetKey,
    /// The layout of its tables.
    pub layout: FileLayout,
    /// How many tables were recognised.
    pub tables: u32,
    /// How many of their rows say something about a unit.
    pub rows: u32,
    /// How many units they say something about.
    pub units: u32,
    /// How many facts they gave, usable or not.
    pub facts: u32,
    /// How many of these cannot be used.
    pub refused: u32,
}

/// Returns what was read on each sheet that has tables, in the order of the sheets; `facts` are in order of their units.
/// A fact is counted on the sheet where its first cell stands; where several sheets have tables, one that was refused
/// with the whole of its row, and holds no cell, is counted on none.
pub(super) fn sheets_read(tables: &[Table], facts: &[Fact]) -> Vec<SheetRead> {
    let on_one_sheet = |tables: &[Table]| SheetRead {
        sheet: tables[0].sheet,
        layout: layout_of(tables),
        tables: counted(tables.iter()),
        rows: tables.iter().map(rows_of).fold(0, u32::saturating_add),
        units: 0,
        facts: 0,
        refused: 0,
    };
    let mut read: BTreeMap<SheetKey, (SheetRead, Option<UnitKey>)> = tables
        .chunk_by(|a, b| a.sheet == b.sheet)
        .map(|tables| (tables[0].sheet, (on_one_sheet(tables), None)))
        .collect();
    let only = tables.first().map(|table| table.sheet).filter(|_| read.len() == 1);
    for fact in facts {
        let sheet = only.or_else(|| fact.cells.first().map(|cell| cell.sheet));
        let Some((sheet, last)) = sheet.and_then(|sheet| read.get_mut(&sheet)) else { continue };
        sheet.units += u32::from(*last != Some(fact.unit));
        sheet.facts += 1;
        sheet.refused += u32::from(fact.refused);
        *last = Some(fact.unit);
    }
    read.into_values().map(|(sheet, _)| sheet).collect()
}
