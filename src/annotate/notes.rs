//! The notes on the cells of a sheet: their words in one part, the boxes in which they are shown in another.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{CellRef, Language},
    workbook::{ReadError, fault::Fault, tags::Tags},
};

use super::{
    boxes::{Boxes, NO_BOXES, lines_of_ward},
    element::{Element, MOST_HELD},
    parts::Parts,
    patch::Patch,
    problem::Problem,
    related::{DECLARATION, Dialect, Relationship, declare, reference, relate, related},
    sheet::before,
    words::{Note, below, notes, with_words},
};

const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

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

/// Replaces what this program says in the notes on a sheet by what is to be said of `problems`. A note of the ward keeps
/// its words and has that below them; on a cell with a threaded comment nothing is said, as Excel would lose one or the
/// other. Returns the cells with such comments.
///
/// # Errors
/// When a part is malformed.
pub(super) fn replace(
    parts: &mut Parts<'_>,
    sheet: &NotedSheet<'_>,
    problems: &[Problem<'_>],
    patch: &mut Patch,
) -> Result<BTreeSet<CellRef>, ReadError> {
    let related = related(parts, sheet.path)?;
    let threaded = threaded(parts, &related)?;
    let words = related.iter().find(|part| part.kind == "comments").map(|part| part.path.clone());
    let there = match &words {
        Some(words) => {
            let content = parts.needed(words)?;
            notes(&content).map_err(parts.faulty(words))?
        }
        None => BTreeMap::new(),
    };
    let said: BTreeMap<CellRef, String> = problems
        .iter()
        .filter(|problem| !threaded.contains(&problem.cell))
        .map(|problem| (problem.cell, problem.note(sheet.language)))
        .collect();
    if said.is_empty() && there.values().all(|note| note.ours.is_none()) {
        return Ok(threaded);
    }
    let words = match words {
        Some(words) => words,
        None => new_words(parts, sheet)?,
    };
    change(parts, &words, |content| with_words(content, &threaded, &said))?;
    let boxes = match sheet.root.named("legacyDrawing").next() {
        Some(boxes) => {
            let id = reference(&boxes.tag).map_err(parts.faulty(sheet.path))?;
            let part = related.iter().find(|part| id.as_ref() == Some(&part.id));
            part.ok_or_else(|| parts.faulty(sheet.path)(Fault::Malformed))?.path.clone()
        }
        None => new_boxes(parts, sheet, patch)?,
    };
    let wanted = wanted(&there, &threaded, &said);
    change(parts, &boxes, |content| wanted.put_into(content))?;
    Ok(threaded)
}

/// Returns which boxes come, go and grow with the notes that are `there` and what is `said` from now on.
fn wanted<'a>(
    there: &BTreeMap<CellRef, Note>,
    threaded: &BTreeSet<CellRef>,
    said: &'a BTreeMap<CellRef, String>,
) -> Boxes<'a> {
    let mut boxes = Boxes::default();
    for (cell, note) in there.iter().filter(|(cell, _)| !threaded.contains(cell)) {
        if note.is_of_ward {
            let before = note.ours.as_deref().map_or(0, lines_of_ward);
            let after = said.get(cell).map_or(0, |said| lines_of_ward(&below(said)));
            boxes.resized.insert(*cell, (before, after));
        } else {
            boxes.gone.insert(*cell);
        }
    }
    let has_own = |cell: &CellRef| there.get(cell).is_some_and(|note| note.is_of_ward);
    boxes.new = said.iter().filter(|(cell, _)| !has_own(cell)).map(|(cell, text)| (*cell, text.as_str())).collect();
    boxes
}

/// Returns the cells with threaded comments.
fn threaded(parts: &mut Parts<'_>, related: &[Relationship]) -> Result<BTreeSet<CellRef>, ReadError> {
    let mut cells = BTreeSet::new();
    for part in related.iter().filter(|part| part.kind == "threadedComment") {
        let Some(content) = parts.content(&part.path)? else { continue };
        let mut read = || -> Result<(), Fault> {
            let mut tags = Tags::new(&content)?;
            while let Some(tag) = tags.next()? {
                if tag.opens() && tag.name == b"threadedComment" {
                    cells.extend(tag.text("ref")?.parse::<CellRef>());
                }
                if cells.len() > MOST_HELD {
                    return Err(Fault::Malformed);
                }
            }
            Ok(())
        };
        read().map_err(parts.faulty(&part.path))?;
    }
    Ok(cells)
}

/// Makes the part with the words of the notes of a sheet.
fn new_words(parts: &mut Parts<'_>, sheet: &NotedSheet<'_>) -> Result<String, ReadError> {
    let path = parts.free(|number| format!("xl/comments{number}.xml"));
    let main = sheet.dialect.main();
    let empty =
        format!("{DECLARATION}<comments xmlns=\"{main}\"><authors></authors><commentList></commentList></comments>");
    parts.set(&path, empty.into_bytes());
    relate(parts, sheet.path, "comments", &path, sheet.dialect)?;
    declare(parts, &path, COMMENTS);
    Ok(path)
}

/// Makes the part with the boxes of a sheet.
fn new_boxes(parts: &mut Parts<'_>, sheet: &NotedSheet<'_>, patch: &mut Patch) -> Result<String, ReadError> {
    let place = parts.free(|number| format!("xl/drawings/vmlDrawing{number}.vml"));
    parts.set(&place, NO_BOXES.as_bytes().to_vec());
    let id = relate(parts, sheet.path, "vmlDrawing", &place, sheet.dialect)?;
    declare(parts, &place, DRAWING);
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
