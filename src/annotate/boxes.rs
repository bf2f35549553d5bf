//! The boxes in which notes are shown, in a part with drawings of old.

use std::collections::{BTreeMap, BTreeSet};

use memchr::{memchr_iter, memmem};

use crate::{
    model::CellRef,
    workbook::{fault::Fault, tags::Tags},
};

use super::{
    element::{Element, text_at},
    patch::Patch,
};

/// An empty part with boxes.
pub(super) const NO_BOXES: &str = r#"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>"#;
/// The kind of box that notes are.
const BOX_KIND: &str = r#"<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"#;
/// How the names of boxes begin.
const BOX_NAME: &[u8] = b"_x0000_s";
/// The first number of a box.
const FIRST_BOX: u32 = 1025;
/// The last column and row of a sheet.
const LAST: CellRef = CellRef { row: 1_048_575, column: 16_383 };
/// How many columns a box is wide, and how many letters a line of it has; that of a ward's note is half as wide.
const BOX_COLUMNS: u16 = 4;
const LINE: usize = 40;
const WARD_LINE: usize = LINE / 2;
/// No box is changed by more lines.
const MOST_LINES: u32 = 24;

/// What becomes of the boxes of a sheet.
#[derive(Debug, Default)]
pub(super) struct Boxes<'a> {
    /// The cells whose notes go.
    pub(super) gone: BTreeSet<CellRef>,
    /// The notes that come.
    pub(super) new: Vec<(CellRef, &'a str)>,
    /// How many lines this program had in notes of the ward, and how many it has from now on.
    pub(super) resized: BTreeMap<CellRef, (u32, u32)>,
}

impl Boxes<'_> {
    /// Changes the boxes of a part.
    ///
    /// # Errors
    /// When the part is malformed.
    pub(super) fn put_into(&self, content: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
        let mut patch = Patch::default();
        let root = Element::find(content, &["xml"])?.ok_or(Fault::Malformed)?;
        let mut highest = FIRST_BOX - 1;
        for shape in root.named("shape") {
            let part = &content[shape.range()];
            let cell = cell_of(part)?;
            if cell.is_some_and(|cell| self.gone.contains(&cell)) {
                patch.replace(shape.range(), "");
                continue;
            }
            highest = highest.max(numbers(part).max().unwrap_or(0));
            if let Some((before, after)) = cell.and_then(|cell| self.resized.get(&cell)) {
                resize(part, shape.tag.start, *before, *after, &mut patch)?;
            }
        }
        let mut boxes = String::new();
        let notes_known =
            root.named("shapetype").any(|kind| kind.tag.attribute("id").is_ok_and(|id| id == Some(b"_x0000_t202")));
        if !notes_known && !self.new.is_empty() {
            boxes += BOX_KIND;
        }
        for (number, (cell, text)) in (highest.saturating_add(1)..).zip(&self.new) {
            boxes += &shape(number, *cell, text);
        }
        root.append(&mut patch, &boxes);
        patch.apply(content)
    }
}

/// Moves the lower edge of a box, which begins at `start` of its part, as far as the lines in it have become more or
/// fewer.
fn resize(shape: &[u8], start: usize, before: u32, after: u32, patch: &mut Patch) -> Result<(), Fault> {
    let mut tags = Tags::new(shape)?;
    while let Some(tag) = tags.next()? {
        if tag.name != b"Anchor" || !tag.opens() || tag.ends() || before == after {
            continue;
        }
        // The edges are told by a column or a row, each with a rest: left, top, right, bottom.
        let mut commas = memchr_iter(b',', text_at(shape, tag.end)).map(|comma| tag.end + comma);
        let Some((from, to)) = commas.nth(5).map(|comma| comma + 1).zip(commas.next()) else { continue };
        let Some(row) = std::str::from_utf8(&shape[from..to]).ok().and_then(|row| row.trim().parse::<u32>().ok())
        else {
            continue;
        };
        let row = row.saturating_add(after).saturating_sub(before).min(LAST.row);
        patch.replace(start + from..start + to, format!(" {row}"));
    }
    Ok(())
}

/// Returns how many lines a text takes in the box of a note of the ward.
pub(super) fn lines_of_ward(text: &str) -> u32 {
    lines(text, WARD_LINE).min(MOST_LINES)
}

/// Returns how many lines of so many letters a text takes.
fn lines(text: &str, letters: usize) -> u32 {
    let lines: usize = text.lines().map(|line| line.chars().count() / letters + 1).sum();
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// Returns the cell of which a shape is the note.
fn cell_of(shape: &[u8]) -> Result<Option<CellRef>, Fault> {
    let (mut row, mut column, mut is_note) = (None, None, false);
    let mut tags = Tags::new(shape)?;
    while let Some(tag) = tags.next()? {
        let number = || std::str::from_utf8(text_at(shape, tag.end)).ok().map(str::trim).map(str::to_owned);
        match tag.name {
            b"ClientData" if tag.opens() => is_note = tag.attribute("ObjectType")? == Some(b"Note"),
            b"Row" if tag.opens() => row = number().and_then(|row| row.parse().ok()),
            b"Column" if tag.opens() => column = number().and_then(|column| column.parse().ok()),
            _ => {}
        }
    }
    Ok(row.zip(column).filter(|_| is_note).map(|(row, column)| CellRef::new(row, column)))
}

/// Returns the numbers of the boxes in a part.
fn numbers(part: &[u8]) -> impl Iterator<Item = u32> {
    memmem::find_iter(part, BOX_NAME).map(|at| {
        let digits = part[at + BOX_NAME.len()..].iter().take_while(|byte| byte.is_ascii_digit()).take(8);
        digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
    })
}

/// Draws the box of the note on `cell`, beside it and hidden until somebody points at the cell.
fn shape(number: u32, cell: CellRef, text: &str) -> String {
    let lines = lines(text, LINE).clamp(3, MOST_LINES) + 1;
    let left = (cell.column + 1).min(LAST.column - BOX_COLUMNS);
    let top = cell.row.saturating_sub(1).min(LAST.row - lines);
    let (right, bottom) = (left + BOX_COLUMNS, top + lines);
    let CellRef { row, column } = cell;
    format!(
        "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{number}\" type=\"#_x0000_t202\" \
         style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:100pt;z-index:1;\
         visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>\
         <v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
         <v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 10, \
         {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>\
         <x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
}
