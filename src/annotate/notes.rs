//! The notes on the cells of a sheet: their words in one part, the boxes in which they are shown in another.

use std::{collections::BTreeSet, fmt::Write as _};

use memchr::memmem;

use crate::{
    model::{CellRef, Language, NOTE_OPENING},
    workbook::{
        ReadError,
        fault::Fault,
        tags::{Tags, unescaped},
    },
};

use super::{
    element::{Child, Element, escaped},
    parts::Parts,
    patch::Patch,
    problem::Problem,
    related::{DECLARATION, Dialect, declare, reference, relate, related},
    sheet::before,
};

/// Who writes the notes.
const AUTHOR: &str = "tdp";
const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/// An empty part with boxes.
const NO_BOXES: &str = r#"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>"#;
/// The kind of box that notes are.
const BOX_KIND: &str = r#"<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"#;
/// How the names of boxes begin.
const BOX_NAME: &[u8] = b"_x0000_s";
/// The first number of a box.
const FIRST_BOX: u32 = 1025;
/// The last column and row of a sheet.
const LAST: CellRef = CellRef { row: 1_048_575, column: 16_383 };
/// How many columns a box is wide, and how many letters a line of it has.
const BOX_COLUMNS: u16 = 4;
const LINE: usize = 40;

/// A sheet whose notes are replaced.
pub(super) struct NotedSheet<'a> {
    /// Path of its part.
    pub(super) path: &'a str,
    /// Its root.
    pub(super) root: &'a Element<'a>,
    /// The family of names that the package is written in.
    pub(super) dialect: Dialect,
    /// The language of the notes.
    pub(super) language: Language,
}

/// Replaces the notes of this program on a sheet by those of `problems`. A cell on which the ward has a note of its own
/// keeps that one: a cell has one note.
///
/// # Errors
/// When a part is malformed.
pub(super) fn replace(
    parts: &mut Parts<'_>,
    sheet: &NotedSheet<'_>,
    problems: &[Problem<'_>],
    patch: &mut Patch,
) -> Result<(), ReadError> {
    let related = related(parts, sheet.path)?;
    let words = related.iter().find(|part| part.kind == "comments").map(|part| part.path.clone());
    let known = match &words {
        Some(words) => {
            let content = parts.needed(words)?;
            known(&content).map_err(parts.faulty(words))?
        }
        None => Known::default(),
    };
    let new: Vec<&Problem<'_>> = problems.iter().filter(|problem| !known.of_ward.contains(&problem.cell)).collect();
    if known.ours.is_empty() && new.is_empty() {
        return Ok(());
    }
    let notes: Vec<(CellRef, String)> = new.iter().map(|new| (new.cell, new.note(sheet.language))).collect();
    let words = match words {
        Some(words) => words,
        None => new_words(parts, sheet)?,
    };
    change(parts, &words, |content| with_words(content, &notes))?;
    let boxes = match sheet.root.named("legacyDrawing").next() {
        Some(boxes) => {
            let id = reference(&boxes.tag).map_err(parts.faulty(sheet.path))?;
            let part = related.iter().find(|part| id.as_ref() == Some(&part.id));
            part.ok_or_else(|| parts.faulty(sheet.path)(Fault::Malformed))?.path.clone()
        }
        None => new_boxes(parts, sheet, patch)?,
    };
    change(parts, &boxes, |content| with_boxes(content, &known.ours, &notes))
}

/// The cells of a sheet that have a note.
#[derive(Default)]
struct Known {
    ours: BTreeSet<CellRef>,
    of_ward: BTreeSet<CellRef>,
}

fn known(content: &[u8]) -> Result<Known, Fault> {
    let mut known = Known::default();
    let list = Element::find(content, &["comments", "commentList"])?.ok_or(Fault::Malformed)?;
    for note in list.named("comment") {
        if let Ok(cell) = note.tag.text("ref")?.parse() {
            let cells = if is_ours(content, note)? { &mut known.ours } else { &mut known.of_ward };
            cells.insert(cell);
        }
    }
    Ok(known)
}

/// Whether this program wrote a note, whatever has saved it since: its words begin as only such a note does.
fn is_ours(content: &[u8], note: &Child<'_>) -> Result<bool, Fault> {
    let part = &content[note.range()];
    let mut text = String::new();
    let mut tags = Tags::new(part)?;
    while let Some(tag) = tags.next()? {
        if tag.name == b"t" && !tag.ends() && tag.opens() {
            text += &unescaped(text_at(part, tag.end))?;
        }
    }
    Ok(text.starts_with(NOTE_OPENING))
}

/// Returns the text that begins at `at`, as it stands.
fn text_at(part: &[u8], at: usize) -> &[u8] {
    let rest = &part[at..];
    &rest[..memchr::memchr(b'<', rest).unwrap_or(rest.len())]
}

/// Makes the part with the words of the notes of a sheet.
fn new_words(parts: &mut Parts<'_>, sheet: &NotedSheet<'_>) -> Result<String, ReadError> {
    let path = parts.free(|number| format!("xl/comments{number}.xml"));
    let main = sheet.dialect.main();
    let empty =
        format!("{DECLARATION}<comments xmlns=\"{main}\"><authors></authors><commentList></commentList></comments>");
    parts.set(&path, empty.into_bytes());
    relate(parts, sheet.path, "comments", &path, sheet.dialect)?;
    declare(parts, &path, COMMENTS)?;
    Ok(path)
}

/// Makes the part with the boxes of a sheet.
fn new_boxes(parts: &mut Parts<'_>, sheet: &NotedSheet<'_>, patch: &mut Patch) -> Result<String, ReadError> {
    let place = parts.free(|number| format!("xl/drawings/vmlDrawing{number}.vml"));
    parts.set(&place, NO_BOXES.as_bytes().to_vec());
    let id = relate(parts, sheet.path, "vmlDrawing", &place, sheet.dialect)?;
    declare(parts, &place, DRAWING)?;
    let (prefix, family) = (&sheet.root.prefix, sheet.dialect.relationships());
    let text = format!("<{prefix}legacyDrawing xmlns:r=\"{family}\" r:id=\"{id}\"/>");
    sheet.root.put_behind(before("legacyDrawing"), patch, &text);
    Ok(place)
}

fn change(
    parts: &mut Parts<'_>,
    path: &str,
    changed: impl Fn(&[u8]) -> Result<Option<Vec<u8>>, Fault>,
) -> Result<(), ReadError> {
    let content = parts.needed(path)?;
    if let Some(changed) = changed(&content).map_err(parts.faulty(path))? {
        parts.set(path, changed);
    }
    Ok(())
}

/// Replaces the words of the notes of this program.
fn with_words(content: &[u8], notes: &[(CellRef, String)]) -> Result<Option<Vec<u8>>, Fault> {
    let mut patch = Patch::default();
    let authors = Element::find(content, &["comments", "authors"])?.ok_or(Fault::Malformed)?;
    let list = Element::find(content, &["comments", "commentList"])?.ok_or(Fault::Malformed)?;
    let known = authors.children.iter().position(|author| text_at(content, author.tag.end) == AUTHOR.as_bytes());
    let author = known.unwrap_or(authors.children.len());
    let prefix = &list.prefix;
    if known.is_none() && !notes.is_empty() {
        authors.append(&mut patch, &format!("<{prefix}author>{AUTHOR}</{prefix}author>"));
    }
    for note in list.named("comment") {
        if is_ours(content, note)? {
            patch.replace(note.range(), "");
        }
    }
    let mut words = String::new();
    for (cell, text) in notes {
        let text = escaped(text);
        let _ = write!(
            words,
            "<{prefix}comment ref=\"{cell}\" authorId=\"{author}\"><{prefix}text><{prefix}t xml:space=\"preserve\">{text}\
             </{prefix}t></{prefix}text></{prefix}comment>"
        );
    }
    list.append(&mut patch, &words);
    patch.apply(content)
}

/// Replaces the boxes of the notes on the cells `gone`.
fn with_boxes(content: &[u8], gone: &BTreeSet<CellRef>, notes: &[(CellRef, String)]) -> Result<Option<Vec<u8>>, Fault> {
    let mut patch = Patch::default();
    let root = Element::find(content, &["xml"])?.ok_or(Fault::Malformed)?;
    let mut highest = FIRST_BOX - 1;
    for shape in root.named("shape") {
        let part = &content[shape.range()];
        if cell_of(part)?.is_some_and(|cell| gone.contains(&cell)) {
            patch.replace(shape.range(), "");
        } else {
            highest = highest.max(numbers(part).max().unwrap_or(0));
        }
    }
    let mut boxes = String::new();
    let notes_known =
        root.named("shapetype").any(|kind| kind.tag.attribute("id").is_ok_and(|id| id == Some(b"_x0000_t202")));
    if !notes_known && !notes.is_empty() {
        boxes += BOX_KIND;
    }
    for (number, (cell, text)) in (highest.saturating_add(1)..).zip(notes) {
        boxes += &shape(number, *cell, text);
    }
    root.append(&mut patch, &boxes);
    patch.apply(content)
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
    let lines: usize = text.lines().map(|line| line.chars().count() / LINE + 1).sum();
    let lines = u32::try_from(lines).unwrap_or(u32::MAX).clamp(3, 24) + 1;
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
