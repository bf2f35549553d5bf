//! Binary workbooks of Excel: a package whose parts are records instead of XML.
//!
//! The reading is our own because calamine gives no number formats, fonts, merges, hidden rows or hidden columns of
//! these files, and panics on damaged ones; what is left beside those is the values, which stand next to them.

mod records;
mod sheet;

use self::records::{Record, Records};
use super::{
    Limit, Limits, ReadError, Sheet, Workbook,
    bytes::{u16_at, u32_at},
    fault::{Fault, sheet_part},
    grid::{Budget, Font, Grid, Looks, Shared, over},
    package::Package,
    relationships::{Main, contents, main_part, missing},
};
use crate::model::phrase;

/// A sheet in the table of contents.
struct SheetEntry {
    name: String,
    hidden: bool,
    /// Name of the relationship to its part.
    relationship: String,
}

/// Reads an .xlsb.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let mut content = Vec::new();
    let Main { related, properties } = main_part(&mut package, &mut content, limits)?;
    let mut shared = Shared::default();
    let entries = entries(&content, &mut shared, limits).map_err(|fault| fault.in_part(&contents(), limits))?;
    if let Some(path) = related.by_kind("styles")
        && package.unpack(path, &mut content)?
    {
        let part = phrase!("bảng định dạng", "the table of styles");
        styles(&content, &mut shared, limits).map_err(|fault| fault.in_part(&part, limits))?;
    }
    if let Some(path) = related.by_kind("sharedStrings")
        && package.unpack(path, &mut content)?
    {
        let part = phrase!("bảng văn bản của các ô", "the table of texts");
        strings(&content, &mut shared, limits).map_err(|fault| fault.in_part(&part, limits))?;
    }
    let mut budget = Budget::new(limits);
    let mut sheets: Vec<Sheet> = Vec::new();
    for entry in entries {
        let part = sheet_part(&entry.name);
        let relationship = related.named(&entry.relationship).ok_or_else(|| missing(&part))?;
        // Sheets of other kinds hold no cells.
        if relationship.kind != "worksheet" {
            continue;
        }
        if !package.unpack(&relationship.path, &mut content)? {
            return Err(missing(&part));
        }
        let mut grid = Grid::new(&shared, &mut budget);
        let read = sheet::read(&content, &mut grid).and_then(|()| grid.finish(&entry.name, entry.hidden));
        sheets.push(read.map_err(|fault| fault.in_part(&part, limits))?);
    }
    Ok(Workbook { sheets, properties })
}

/// Reads the table of contents.
fn entries(content: &[u8], shared: &mut Shared, limits: &Limits) -> Result<Vec<SheetEntry>, Fault> {
    let mut entries = Vec::new();
    let mut records = Records::new(content);
    while let Some(record) = records.next()? {
        match record.kind {
            153 => shared.from_1904 = u32_at(record.data, 0)? & 1 != 0,
            156 => {
                let hidden = u32_at(record.data, 0)? != 0;
                let (relationship, at) = record.text(8)?;
                let (name, _) = record.text(at)?;
                entries.push(SheetEntry { name, hidden, relationship });
                over(limits, Limit::Sheets, entries.len() as u64)?;
            }
            _ => {}
        }
    }
    Ok(entries)
}

/// Reads the fonts, number formats and styles.
fn styles(content: &[u8], shared: &mut Shared, limits: &Limits) -> Result<(), Fault> {
    let mut looks = Looks::default();
    let mut of_cells = false;
    let mut records = Records::new(content);
    while let Some(record) = records.next()? {
        let Record { kind, data } = record;
        match kind {
            43 => looks.font(Font::new(record.text(21)?.0, u16_at(data, 2)?, u16_at(data, 6)?), limits)?,
            44 => looks.code(u16_at(data, 0)?, record.text(2)?.0, limits)?,
            617 => of_cells = true,
            618 => of_cells = false,
            47 if of_cells => looks.styles.push((u16_at(data, 4)?.into(), u16_at(data, 2)?)),
            _ => {}
        }
        looks.check(limits)?;
    }
    looks.settle(shared)
}

/// Reads the texts that cells refer to.
fn strings(content: &[u8], shared: &mut Shared, limits: &Limits) -> Result<(), Fault> {
    let mut bytes = 0;
    let mut records = Records::new(content);
    while let Some(record) = records.next()? {
        if record.kind == 19 {
            let text = record.text(1)?.0;
            bytes += text.len() as u64;
            over(limits, Limit::TextBytes, bytes)?;
            shared.strings.push(text.into());
            over(limits, Limit::SharedStrings, shared.strings.len() as u64)?;
        }
    }
    Ok(())
}
