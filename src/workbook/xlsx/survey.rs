//! What calamine does not tell of a sheet, what it need not read, and what must not reach it, found in one walk over the
//! tags.

use std::ops::Range;

use memchr::memchr;

use super::outline::is_true;
use crate::{
    model::CellRef,
    workbook::{
        Limit, Limits,
        fault::Fault,
        plain_cell::PlainValue,
        tags::{Holds, RUN_BYTES, Tag, TagKind, Tags, is_whole},
        values::between,
    },
};

/// What a walk over a sheet's tags found.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Cells with or without content.
    pub cells: u32,
    /// The filled cells that the walk has read itself.
    pub plain: Vec<Plain>,
    /// Cells with or without content that are left to calamine: what it must give.
    pub left: u32,
    /// Which of those hold a formula, ascending, counted in the order of the part.
    pub formulas: Vec<u32>,
    /// Merged ranges.
    pub merges: Vec<(CellRef, CellRef)>,
    /// Hidden rows, ascending.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, ascending.
    pub hidden_columns: Vec<u16>,
    /// Where the cells end in the part; `None` if it has no place for cells.
    pub data_end: Option<usize>,
    /// Single bytes to be overwritten before the part is handed on.
    patches: Vec<(usize, u8)>,
    /// Where the cells stand that the walk has read itself, ascending.
    read: Vec<Range<usize>>,
    /// Some cell has no address.
    unaddressed: bool,
}

/// A cell that the walk has read itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plain {
    /// Where on the sheet.
    pub at: CellRef,
    /// The number of its style.
    pub style: u32,
    /// What it holds.
    pub value: PlainValue,
}

/// Where in a sheet the walk is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    Before,
    Rows,
    Cell(Inside),
    After,
}

/// What is known of the cell that the walk is in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Inside {
    /// Where it begins.
    start: usize,
    holds: Holds,
    /// Its `<v>` has come.
    value: bool,
    /// Its `<is>` has come.
    text: bool,
}

/// Walks over the sheet `xml`.
pub(super) fn survey(xml: &[u8], limits: &Limits) -> Result<Survey, Fault> {
    let found = walk(xml, true, limits)?;
    // A cell without an address stands beside the one before it, so that calamine must see them all.
    if found.unaddressed && !found.read.is_empty() { walk(xml, false, limits) } else { Ok(found) }
}

fn walk(xml: &[u8], read_plain: bool, limits: &Limits) -> Result<Survey, Fault> {
    let mut walk = Walk { xml, limits, stage: Stage::Before, row: 0, found: Survey::default() };
    let mut tags = Tags::new(xml)?;
    loop {
        if read_plain && walk.stage == Stage::Rows {
            walk.plain_cells(&mut tags)?;
        }
        let behind = tags.position();
        let Some(tag) = tags.next()? else { break };
        // Between cells there is nothing to read, and nothing must look as if there were.
        if walk.stage == Stage::Rows && !xml[behind..tag.start].trim_ascii().is_empty() {
            return Err(Fault::Malformed);
        }
        match walk.stage {
            Stage::Before => walk.before(&tag)?,
            Stage::Rows => walk.in_rows(&tag, &mut tags)?,
            Stage::Cell(inside) => walk.in_cell(&tag, inside)?,
            Stage::After => walk.after(&tag)?,
        }
    }
    if matches!(walk.stage, Stage::Rows | Stage::Cell(_)) {
        return Err(Fault::Malformed);
    }
    let mut found = walk.found;
    found.hidden_rows.sort_unstable();
    found.hidden_rows.dedup();
    found.hidden_columns.sort_unstable();
    found.hidden_columns.dedup();
    Ok(found)
}

impl Survey {
    /// Overwrites in `xml` what calamine must not see, and cuts out what it does not need.
    pub(super) fn neutralise(&self, xml: &mut Vec<u8>) {
        for (at, byte) in &self.patches {
            xml[*at] = *byte;
        }
        let end = self.data_end.unwrap_or_default();
        let ends = self.read.iter().map(|range| range.start).chain([end]);
        let starts = [0].into_iter().chain(self.read.iter().map(|range| range.end));
        let mut length = 0;
        for left in starts.zip(ends).map(|(start, end)| start..end) {
            let next = length + left.len();
            xml.copy_within(left, length);
            length = next;
        }
        xml.truncate(length);
    }
}

struct Walk<'a> {
    xml: &'a [u8],
    limits: &'a Limits,
    stage: Stage,
    /// Row from 0, as calamine counts where rows have no number.
    row: u64,
    found: Survey,
}

impl Walk<'_> {
    fn before(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        match tag.name {
            b"sheetData" if tag.kind == TagKind::Open => self.stage = Stage::Rows,
            b"sheetData" if tag.kind == TagKind::Empty => self.end_data(tag.end),
            // calamine would trust what the sheet says of its size; under another name it passes it over.
            b"dimension" if tag.opens() => self.found.patches.push((tag.name_start, b'D')),
            b"col" if tag.opens() => self.column(tag)?,
            _ => {}
        }
        Ok(())
    }

    fn in_rows(&mut self, tag: &Tag<'_>, tags: &mut Tags<'_>) -> Result<(), Fault> {
        match tag.name {
            b"c" if tag.opens() => {
                self.cell(tag)?;
                if let Stage::Cell(inside) = self.stage
                    && tags.pass_plain_value(inside.holds)
                {
                    self.stage = Stage::Rows;
                }
            }
            b"row" => self.row(tag)?,
            b"sheetData" if tag.kind == TagKind::Close => self.end_data(tag.end),
            b"c" | b"sheetData" => return Err(Fault::Malformed),
            _ => {}
        }
        Ok(())
    }

    /// Reads the cells that hold nothing but a value, as nearly all do.
    fn plain_cells(&mut self, tags: &mut Tags<'_>) -> Result<(), Fault> {
        let start = tags.position();
        while let Some(cell) = tags.pass_plain_cell() {
            self.count_cell()?;
            let at = address(cell.address, self.limits)?;
            self.found.plain.extend(cell.value.map(|value| Plain { at, style: cell.style, value }));
        }
        if tags.position() > start {
            self.found.read.push(start..tags.position());
        }
        Ok(())
    }

    fn count_cell(&mut self) -> Result<(), Fault> {
        self.found.cells += 1;
        self.check(Limit::Cells, u64::from(self.found.cells))
    }

    fn in_cell(&mut self, tag: &Tag<'_>, mut inside: Inside) -> Result<(), Fault> {
        if tag.end - inside.start > RUN_BYTES {
            return Err(Fault::TooLong(tag.end - inside.start));
        }
        match tag.name {
            b"v" | b"is" if tag.opens() => {
                let came = if tag.name == b"v" { &mut inside.value } else { &mut inside.text };
                // Which of two values is meant, nothing tells.
                if std::mem::replace(came, true) || inside.value && inside.text && inside.holds != Holds::InlineText {
                    return Err(Fault::Malformed);
                }
                if tag.name == b"v" && !tag.ends() {
                    self.check_value(tag.end, inside.holds)?;
                }
                self.stage = Stage::Cell(inside);
            }
            b"f" if tag.opens() => {
                let cell = self.found.left - 1;
                if self.found.formulas.last() != Some(&cell) {
                    self.found.formulas.push(cell);
                }
            }
            b"c" if tag.kind == TagKind::Close => self.stage = Stage::Rows,
            // A cell within a cell would make calamine count otherwise than this walk.
            b"c" | b"row" | b"sheetData" => return Err(Fault::Malformed),
            _ => {}
        }
        Ok(())
    }

    /// Refuses a value that begins at `at` and is in pieces, of which calamine would take one, or not what it says it is.
    fn check_value(&self, at: usize, holds: Holds) -> Result<(), Fault> {
        let value = &self.xml[at..];
        let length = memchr(b'<', value).ok_or(Fault::Malformed)?;
        let whole = value[length..].starts_with(b"</");
        if whole && holds.admits(&value[..length]) { Ok(()) } else { Err(Fault::Malformed) }
    }

    fn after(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        // What stands in a second place for cells would never be read.
        if tag.name == b"sheetData" {
            return Err(Fault::Malformed);
        }
        if tag.name == b"mergeCell" && tag.opens() {
            let range = tag.attribute("ref")?.ok_or(Fault::Malformed)?;
            self.found.merges.push(merge(range, self.limits)?);
            self.check(Limit::Merges, self.found.merges.len() as u64)?;
        }
        Ok(())
    }

    fn end_data(&mut self, end: usize) {
        self.stage = Stage::After;
        self.found.data_end = Some(end);
    }

    fn cell(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        self.count_cell()?;
        self.found.left += 1;
        let mut addressed = false;
        let (mut kind, mut styled) = (None, false);
        for attribute in tag.attributes() {
            match attribute? {
                (b"r", _) if addressed => return Err(Fault::Malformed),
                (b"r", value) => {
                    address(value, self.limits)?;
                    addressed = true;
                }
                (b"t", _) if kind.is_some() => return Err(Fault::Malformed),
                // calamine knows seven error values and fails at the newer ones; as a date it passes any text on.
                (b"t", value @ b"e") => {
                    self.found.patches.push((value.as_ptr().addr() - self.xml.as_ptr().addr(), b'd'));
                    kind = Some(value);
                }
                (b"t", value) => kind = Some(value),
                // calamine would take the first style of all, and a percentage for a number.
                (b"s", value) if styled || !is_whole(value) => return Err(Fault::Malformed),
                (b"s", _) => styled = true,
                _ => {}
            }
        }
        self.found.unaddressed |= !addressed;
        if !tag.ends() {
            let holds = match kind {
                Some(b"inlineStr" | b"is") => Holds::InlineText,
                Some(b"str" | b"d" | b"e") => Holds::Text,
                Some(b"s") => Holds::TextNumber,
                Some(b"b") => Holds::Truth,
                _ => Holds::Number,
            };
            self.stage = Stage::Cell(Inside { start: tag.name_start, holds, value: false, text: false });
        }
        Ok(())
    }

    fn row(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        if tag.opens() {
            if let Some(number) = tag.attribute("r")? {
                self.row = in_grid(decimal(number)?, Limit::Rows, self.limits)? - 1;
            }
            if is_hidden(tag, "ht")? {
                let row = in_grid(self.row + 1, Limit::Rows, self.limits)? - 1;
                self.found.hidden_rows.push(u32::try_from(row).map_err(|_| Fault::Malformed)?);
            }
        }
        if tag.ends() {
            self.row += 1;
        }
        Ok(())
    }

    fn column(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        if !is_hidden(tag, "width")? {
            return Ok(());
        }
        let bound = |name| -> Result<u64, Fault> {
            let number = decimal(tag.attribute(name)?.ok_or(Fault::Malformed)?)?;
            in_grid(number, Limit::Columns, self.limits)
        };
        let columns = bound("min")? - 1..bound("max")?;
        // Columns that overlap are no workbook's; without this check they could pile up without end.
        self.check(
            Limit::Columns,
            self.found.hidden_columns.len() as u64 + (columns.end.saturating_sub(columns.start)),
        )?;
        self.found.hidden_columns.extend(columns.filter_map(|column| u16::try_from(column).ok()));
        Ok(())
    }

    fn check(&self, limit: Limit, found: u64) -> Result<(), Fault> {
        if found <= self.limits.of(limit) { Ok(()) } else { Err(Fault::Over(limit, found)) }
    }
}

/// Whether a row or column is hidden: it says so, or its `size` is nothing.
fn is_hidden(tag: &Tag<'_>, size: &str) -> Result<bool, Fault> {
    let is_nothing = |size: &[u8]| size.contains(&b'0') && size.iter().all(|byte| matches!(byte, b'0' | b'.'));
    Ok(tag.attribute("hidden")?.is_some_and(is_true) || tag.attribute(size)?.is_some_and(is_nothing))
}

fn merge(range: &[u8], limits: &Limits) -> Result<(CellRef, CellRef), Fault> {
    let mut corners = range.splitn(2, |byte| *byte == b':');
    let first = address(corners.next().unwrap_or_default(), limits)?;
    let last = corners.next().map_or(Ok(first), |corner| address(corner, limits))?;
    Ok(between(first, last))
}

/// Reads an A1 address that must lie in the grid.
fn address(text: &[u8], limits: &Limits) -> Result<CellRef, Fault> {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = text.split_at(letters);
    let column = letters.iter().fold(0_u64, |sum, letter| {
        sum.saturating_mul(26).saturating_add(u64::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    let column = in_grid(column, Limit::Columns, limits)? - 1;
    let row = in_grid(decimal(digits)?, Limit::Rows, limits)? - 1;
    let row = u32::try_from(row).map_err(|_| Fault::Malformed)?;
    Ok(CellRef::new(row, u16::try_from(column).map_err(|_| Fault::Malformed)?))
}

fn decimal(digits: &[u8]) -> Result<u64, Fault> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(Fault::Malformed);
    }
    Ok(digits.iter().fold(0_u64, |sum, digit| sum.saturating_mul(10).saturating_add(u64::from(digit - b'0'))))
}

/// Passes on a row or column number from 1 that lies in the grid.
fn in_grid(number: u64, limit: Limit, limits: &Limits) -> Result<u64, Fault> {
    match number {
        0 => Err(Fault::Malformed),
        number if number > limits.of(limit) => Err(Fault::Over(limit, number)),
        number => Ok(number),
    }
}
