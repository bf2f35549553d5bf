//! Texts whose pieces look different, rewritten so that plain text tells it: crossed out, or small digits at a number.

use std::ops::Range;

use memchr::memmem;
use quick_xml::escape::escape;

use super::outline::is_true;
use crate::{
    text::Height,
    workbook::{
        Limit, Limits,
        fault::Fault,
        grid::over,
        runs::{self, Look},
        tags::{RUN_BYTES, Tag, TagKind, Tags, unescaped},
    },
};

/// So much room is made at a time.
const ROOM: usize = 1 << 20;

/// A piece of a text.
#[derive(Debug)]
struct Run {
    /// Where its letters stand in the part.
    at: Range<usize>,
    look: Look,
    text: String,
}

/// The part while its texts are rewritten; nothing is copied before the first of them.
struct Told<'x> {
    xml: &'x [u8],
    limits: &'x Limits,
    /// What the part is to be as far as it is copied.
    new: Vec<u8>,
    /// How much of the part is.
    copied: usize,
}

/// Rewrites the texts of `xml`, shared ones or those of cells, of which a piece is crossed out or set small.
pub(super) fn tell_runs(xml: &mut Vec<u8>, limits: &Limits) -> Result<(), Fault> {
    if memmem::find(xml, b"vertAlign").is_none() && memmem::find(xml, b"strike").is_none() {
        return Ok(());
    }
    let mut told = Told { xml, limits, new: Vec::new(), copied: 0 };
    rewrite(xml, &mut told)?;
    if let Some(told) = told.finish()? {
        *xml = told;
    }
    Ok(())
}

/// Walks over the texts; what is held of one is bounded by how long its element may be.
fn rewrite(xml: &[u8], told: &mut Told<'_>) -> Result<(), Fault> {
    let mut runs: Vec<Run> = Vec::new();
    // The letters of a piece stand in its own element; those of a reading aid, in none.
    let (mut look, mut start) = (None, None);
    let mut text = None;
    let mut tags = Tags::new(xml)?;
    while let Some(tag) = tags.next()? {
        if let Some(length) = text.map(|text| tag.end - text).filter(|length| *length > RUN_BYTES) {
            return Err(Fault::TooLong(length));
        }
        match (tag.name, tag.kind) {
            (b"si" | b"is", TagKind::Open) => {
                runs.clear();
                text = Some(tag.name_start);
            }
            (b"si" | b"is", TagKind::Close) => {
                told.tell(&runs)?;
                runs.clear();
                text = None;
            }
            (b"r", TagKind::Open) => look = Some(Look::default()),
            (b"r", TagKind::Close) => look = None,
            (b"t", TagKind::Open) => start = Some(tag.end),
            (b"t", TagKind::Close) => {
                if let (Some(look), Some(start), Some(_)) =
                    (look, start.take().filter(|start| *start < tag.start), text)
                {
                    runs.push(run(xml, start..tag.start, look)?);
                }
            }
            _ => {
                if let Some(look) = &mut look {
                    take(look, &tag)?;
                }
            }
        }
    }
    Ok(())
}

impl Told<'_> {
    /// Rewrites the pieces of one text that are to say something else.
    fn tell(&mut self, runs: &[Run]) -> Result<(), Fault> {
        if runs.iter().all(|run| run.look == Look::default()) {
            return Ok(());
        }
        let pieces: Vec<(Look, &str)> = runs.iter().map(|run| (run.look, run.text.as_str())).collect();
        for (text, run) in runs::told(&pieces).into_iter().zip(runs) {
            if let Some(text) = text {
                self.copy(run.at.start)?;
                self.add(escape(text).as_bytes())?;
                self.copied = run.at.end;
            }
        }
        Ok(())
    }

    /// Returns what the part is to be, unless it stays as it is.
    fn finish(mut self) -> Result<Option<Vec<u8>>, Fault> {
        if self.new.is_empty() {
            return Ok(None);
        }
        self.copy(self.xml.len())?;
        Ok(Some(self.new))
    }

    fn copy(&mut self, end: usize) -> Result<(), Fault> {
        let xml = self.xml;
        self.add(&xml[self.copied..end])
    }

    /// Adds bytes, room for which is made little by little: a part may be as large as the limits.
    fn add(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let length = self.new.len() + bytes.len();
        over(self.limits, Limit::PartBytes, length as u64)?;
        if length > self.new.capacity() {
            self.new.reserve_exact(bytes.len().max(ROOM).max(self.new.len() / 8));
        }
        self.new.extend_from_slice(bytes);
        Ok(())
    }
}

fn run(xml: &[u8], at: Range<usize>, look: Look) -> Result<Run, Fault> {
    let letters = &xml[at.clone()];
    // Of letters in pieces nobody could say which are meant.
    if memchr::memchr(b'<', letters).is_some() {
        return Err(Fault::Malformed);
    }
    Ok(Run { at, look, text: unescaped(letters)?.into_owned() })
}

fn take(look: &mut Look, tag: &Tag<'_>) -> Result<(), Fault> {
    match tag.name {
        b"strike" if tag.opens() => look.crossed_out = tag.attribute("val")?.is_none_or(is_true),
        b"vertAlign" if tag.opens() => {
            look.height = match tag.attribute("val")? {
                Some(b"superscript") => Height::Raised,
                Some(b"subscript") => Height::Lowered,
                _ => Height::Line,
            };
        }
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(xml: &str) -> Result<String, Fault> {
        let mut xml = xml.as_bytes().to_vec();
        tell_runs(&mut xml, &Limits::default())?;
        Ok(String::from_utf8(xml).unwrap())
    }

    #[test]
    fn only_the_pieces_that_say_something_else_are_rewritten() {
        let with =
            |text: &str| format!("<sst><si><t>7</t></si><si><r><t>1</t></r><r><strike/><t>{text}</t></r></si></sst>");
        assert_eq!(told(&with("2")).unwrap(), with("2\u{336}"));
        assert_eq!(told(&with("")).unwrap(), with(""));
    }

    #[test]
    fn no_text_is_held_that_is_longer_than_any_element_may_be() {
        let piece = "<r><strike/><t>a</t></r>";
        let pieces = piece.repeat(RUN_BYTES / piece.len() + 1);
        let refused = told(&format!("<sst><si>{pieces}</si></sst>")).unwrap_err();
        assert!(matches!(refused, Fault::TooLong(length) if length < RUN_BYTES + piece.len()));
    }
}
