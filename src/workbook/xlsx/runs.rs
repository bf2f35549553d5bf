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
        tags::{Tag, TagKind, Tags, unescaped},
    },
};

/// A piece of a text.
#[derive(Debug)]
struct Run {
    /// Where its letters stand in the part.
    at: Range<usize>,
    look: Look,
    text: String,
}

/// Rewrites the texts of `xml`, shared ones or those of cells, of which a piece is crossed out or set small.
pub(super) fn tell_runs(xml: &mut Vec<u8>, limits: &Limits) -> Result<(), Fault> {
    if memmem::find(xml, b"vertAlign").is_none() && memmem::find(xml, b"strike").is_none() {
        return Ok(());
    }
    let mut told: Vec<u8> = Vec::with_capacity(xml.len());
    let mut copied = 0;
    for (at, text) in rewritten(xml)? {
        told.extend_from_slice(&xml[copied..at.start]);
        told.extend_from_slice(escape(text).as_bytes());
        over(limits, Limit::PartBytes, told.len() as u64)?;
        copied = at.end;
    }
    told.extend_from_slice(&xml[copied..]);
    over(limits, Limit::PartBytes, told.len() as u64)?;
    *xml = told;
    Ok(())
}

/// Returns the pieces that are to say something else, in their order.
fn rewritten(xml: &[u8]) -> Result<Vec<(Range<usize>, String)>, Fault> {
    let mut changes = Vec::new();
    let mut runs: Vec<Run> = Vec::new();
    // The letters of a piece stand in its own element; those of a reading aid, in none.
    let (mut look, mut start) = (None, None);
    let mut tags = Tags::new(xml)?;
    while let Some(tag) = tags.next()? {
        match (tag.name, tag.kind) {
            (b"si" | b"is", TagKind::Open) => runs.clear(),
            (b"si" | b"is", TagKind::Close) => tell(&runs, &mut changes),
            (b"r", TagKind::Open) => look = Some(Look::default()),
            (b"r", TagKind::Close) => look = None,
            (b"t", TagKind::Open) => start = Some(tag.end),
            (b"t", TagKind::Close) => {
                if let (Some(look), Some(start)) = (look, start.take()) {
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
    Ok(changes)
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

/// Notes the pieces of one text that are to say something else.
fn tell(runs: &[Run], changes: &mut Vec<(Range<usize>, String)>) {
    let pieces: Vec<(Look, &str)> = runs.iter().map(|run| (run.look, run.text.as_str())).collect();
    if pieces.iter().any(|(look, _)| *look != Look::default()) {
        let told = runs::told(&pieces).into_iter().zip(runs);
        changes.extend(told.filter_map(|(text, run)| Some((run.at.clone(), text?))));
    }
}
