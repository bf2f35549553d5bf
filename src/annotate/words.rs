//! The words of notes: those of the ward, and below them what this program says, between two lines.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    ops::Range,
};

use crate::{
    model::{CellRef, NOTE_OPENING, NOTE_RULE},
    workbook::{
        fault::Fault,
        tags::{Tags, unescaped},
    },
};

use super::{
    element::{Child, Element, escaped, text_at},
    patch::Patch,
    problem::length_of_told,
};

/// Who writes the notes.
const AUTHOR: &str = "tdp";

/// A note that is there.
#[derive(Debug)]
pub(super) struct Note {
    /// What this program says in it.
    pub(super) ours: Option<String>,
    /// Whether it has words beside that.
    pub(super) is_of_ward: bool,
}

/// Returns the notes in a part; of several on a cell the first.
///
/// # Errors
/// When the part is malformed.
pub(super) fn notes(content: &[u8]) -> Result<BTreeMap<CellRef, Note>, Fault> {
    let mut notes = BTreeMap::new();
    let list = Element::find(content, &["comments", "commentList"])?.ok_or(Fault::Malformed)?;
    for note in list.named("comment") {
        if let Ok(cell) = note.tag.text("ref")?.parse() {
            let text = Words::of(&content[note.range()])?.joined();
            let ours = ours(&text);
            let is_of_ward = ours.as_ref().is_none_or(|ours| has_more(&text, ours));
            let ours = ours.and_then(|ours| text.get(ours)).map(str::to_owned);
            notes.entry(cell).or_insert(Note { ours, is_of_ward });
        }
    }
    Ok(notes)
}

/// Returns where in the text of a note this program says something, with the lines around it, whatever program has saved
/// it since: its words begin as only they do. Without a line below, only what can be told to be its own is: somebody may
/// have written on where the line was.
fn ours(text: &str) -> Option<Range<usize>> {
    let words = if text.starts_with(NOTE_OPENING) {
        0
    } else {
        let rules = text.match_indices(NOTE_RULE).map(|(at, _)| at + NOTE_RULE.len());
        let opens = |at: &usize| text.get(*at..).is_some_and(|rest| rest.trim_start().starts_with(NOTE_OPENING));
        rules.into_iter().find(opens)?
    };
    let before = text.get(..words)?;
    let before = before.strip_suffix(NOTE_RULE).unwrap_or(before);
    let before = before.strip_suffix('\n').map_or(before, |line| line.strip_suffix('\r').unwrap_or(line));
    let said = text.get(words..)?;
    let length = match said.find(NOTE_RULE) {
        Some(rule) => rule + NOTE_RULE.len(),
        None => length_of_told(said)?,
    };
    Some(before.len()..words + length)
}

/// Whether a note has words beside `ours`.
fn has_more(text: &str, ours: &Range<usize>) -> bool {
    let rest = [text.get(..ours.start), text.get(ours.end..)];
    rest.into_iter().flatten().any(|rest| !rest.trim().is_empty())
}

/// Returns what is `said` as it stands in a note of the ward, below its words.
pub(super) fn below(said: &str) -> String {
    format!("\n{NOTE_RULE}\n{said}\n{NOTE_RULE}")
}

/// Replaces what this program says in notes by what is `said`, but for those `threaded`: the words of the ward stay.
///
/// # Errors
/// When the part is malformed.
pub(super) fn with_words(
    content: &[u8],
    threaded: &BTreeSet<CellRef>,
    said: &BTreeMap<CellRef, String>,
) -> Result<Option<Vec<u8>>, Fault> {
    let mut patch = Patch::default();
    let authors = Element::find(content, &["comments", "authors"])?.ok_or(Fault::Malformed)?;
    let list = Element::find(content, &["comments", "commentList"])?.ok_or(Fault::Malformed)?;
    let prefix = &list.prefix;
    let mut of_ward = BTreeSet::new();
    for note in list.named("comment") {
        let Ok(cell) = note.tag.text("ref")?.parse::<CellRef>() else { continue };
        if threaded.contains(&cell) {
            continue;
        }
        let words = Words::of(&content[note.range()])?;
        let text = words.joined();
        let ours = ours(&text);
        if ours.as_ref().is_some_and(|ours| !has_more(&text, ours)) {
            patch.replace(note.range(), "");
            continue;
        }
        let said = said.get(&cell).filter(|_| of_ward.insert(cell));
        if ours.is_some() || said.is_some() {
            let (range, inside) = words.with(ours, said.map(String::as_str), prefix);
            patch.replace(note.tag.start + range.start..note.tag.start + range.end, inside);
        }
    }
    let new: Vec<(&CellRef, &String)> = said.iter().filter(|(cell, _)| !of_ward.contains(cell)).collect();
    let known = authors.children.iter().position(|author| text_at(content, author.tag.end) == AUTHOR.as_bytes());
    let author = known.unwrap_or(authors.children.len());
    if known.is_none() && !new.is_empty() {
        authors.append(&mut patch, &format!("<{prefix}author>{AUTHOR}</{prefix}author>"));
    }
    let mut words = String::new();
    for (cell, text) in new {
        let text = escaped(text);
        let _ = write!(
            words,
            "<{prefix}comment ref=\"{cell}\" authorId=\"{author}\"><{prefix}text><{prefix}t xml:space=\"preserve\">{text}\n\
             {NOTE_RULE}</{prefix}t></{prefix}text></{prefix}comment>"
        );
    }
    list.append(&mut patch, &words);
    patch.apply(content)
}

/// The words of one note.
struct Words<'a> {
    /// The note.
    note: &'a [u8],
    /// Where what is inside its text stands.
    inside: Range<usize>,
    /// The pieces of the text in order, then what goes with them and is no text.
    pieces: Vec<Piece>,
}

/// A piece of the text of a note: a plain text, or one with a look.
struct Piece {
    /// Whether it is no more than a text.
    is_plain: bool,
    /// Where it stands.
    range: Range<usize>,
    /// Where its text stands.
    text_range: Range<usize>,
    /// Its text.
    text: String,
}

impl<'a> Words<'a> {
    fn of(note: &'a [u8]) -> Result<Self, Fault> {
        let text = Element::find(note, &["comment", "text"])?.ok_or(Fault::Malformed)?;
        let (Some(first), Some(last)) = (text.children.first(), text.children.last()) else {
            let at = text.tag.end;
            return Ok(Self { note, inside: at..at, pieces: Vec::new() });
        };
        let inside = first.tag.start..last.end;
        let pieces = text.children.iter().map(|child| Piece::of(note, child)).collect::<Result<_, Fault>>()?;
        Ok(Self { note, inside, pieces })
    }

    /// Returns its text as people read it.
    fn joined(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Returns where its words stand, and what is to stand there: without those of `ours`, and with what is `said` below.
    fn with(&self, ours: Option<Range<usize>>, said: Option<&str>, prefix: &str) -> (Range<usize>, String) {
        let ours = ours.unwrap_or_default();
        let (mut kept, mut at): (Vec<(bool, String)>, usize) = (Vec::new(), 0);
        for piece in &self.pieces {
            let from = |place: usize| place.clamp(at, at + piece.text.len()) - at;
            let (start, end) = (from(ours.start), from(ours.end));
            if start == end {
                kept.push((piece.is_plain, self.slice(&piece.range)));
            } else if end - start < piece.text.len() {
                let left = [piece.text.get(..start), piece.text.get(end..)].into_iter().flatten().collect::<String>();
                let (head, tail) = (piece.range.start..piece.text_range.start, piece.text_range.end..piece.range.end);
                kept.push((piece.is_plain, self.slice(&head) + &verbatim(&left) + &self.slice(&tail)));
            }
            at += piece.text.len();
        }
        let (opened, closed) = (format!("<{prefix}r>"), format!("</{prefix}r>"));
        let Some(said) = said else {
            // One text without a look is what a plain text was made into.
            let plain = match &kept[..] {
                [(false, one)] => one.strip_prefix(&opened).and_then(|one| one.strip_suffix(&closed)),
                _ => None,
            };
            let plain = plain.filter(|text| text.starts_with(&format!("<{prefix}t"))).map(str::to_owned);
            let whole = || kept.iter().map(|(_, text)| text.as_str()).collect();
            return (self.inside.clone(), plain.unwrap_or_else(whole));
        };
        let ours = format!("<{prefix}t xml:space=\"preserve\">{}</{prefix}t>", escaped(&below(said)));
        let run = |(is_plain, text): (bool, String)| if is_plain { format!("{opened}{text}{closed}") } else { text };
        (self.inside.clone(), kept.into_iter().chain([(true, ours)]).map(run).collect())
    }

    fn slice(&self, range: &Range<usize>) -> String {
        String::from_utf8_lossy(&self.note[range.clone()]).into_owned()
    }
}

impl Piece {
    fn of(note: &[u8], child: &Child<'_>) -> Result<Self, Fault> {
        let range = child.range();
        let is_plain = child.tag.name == b"t";
        let mut tags = Tags::new(&note[range.clone()])?;
        while let Some(tag) = tags.next()?.filter(|_| matches!(child.tag.name, b"t" | b"r")) {
            if tag.name == b"t" && tag.opens() && !tag.ends() {
                let start = range.start + tag.end;
                let text = text_at(note, start);
                let text_range = start..start + text.len();
                return Ok(Self { is_plain, range, text_range, text: unescaped(text)?.into_owned() });
            }
        }
        let end = range.end;
        Ok(Self { is_plain, range, text_range: end..end, text: String::new() })
    }
}

/// Returns words of the ward as they are written in a part, none of them changed.
fn verbatim(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;")
}
