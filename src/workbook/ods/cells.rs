//! What stands in a cell.

use super::{attributes::Attributes, elements::Elements, row::name, styles::Styles};
use crate::{
    text::Height,
    workbook::{
        Limits, Value,
        fault::Fault,
        runs::{Look, joined},
        tags::{Tag, TagKind, unescaped},
        values::{number_value, text_value},
    },
};

/// A cell as the file has it, before it is repeated.
pub(super) struct Content {
    /// What stands there; `None` if nothing does.
    pub value: Option<Value>,
    /// The value is the stored result of a formula.
    pub formula: bool,
    /// The value is shown as percent.
    pub percent: bool,
}

/// The error values as programs write them; those of `LibreOffice` itself begin with `Err:`.
const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// Reads the cell that `tag` opens, whose attributes are `told`.
pub(super) fn content(
    tag: &Tag<'_>,
    told: &Attributes<'_>,
    elements: &mut Elements<'_>,
    styles: &Styles,
    limits: &Limits,
) -> Result<Content, Fault> {
    let formula = told.formula.is_some();
    let shown = paragraphs(tag, elements, styles, limits)?;
    let calculated = shown.is_some() || told.text.is_some();
    let text = shown.unwrap_or_default();
    let value = match told.kind {
        Some(b"float" | b"percentage" | b"currency") => Some(number(told, &text)?),
        Some(b"date") => Some(iso(told.date)?),
        Some(b"time") => Some(iso(told.time)?),
        Some(b"boolean") => Some(Value::Bool(told.truth == Some(b"true"))),
        // Nothing shown is the result of a formula all the same; where it has none, not even nothing is.
        None if formula && !calculated => Some(Value::NotCalculated),
        _ if is_error(told, &text) => Some(Value::Error(text.as_str().into())),
        _ if text.is_empty() => text_value(&unescaped(told.text.unwrap_or_default())?),
        _ => text_value(&text),
    };
    Ok(Content { value, formula, percent: told.kind == Some(b"percentage") })
}

/// Reads a number; `LibreOffice` stores a truth as one, and shows what it is.
fn number(told: &Attributes<'_>, shown: &str) -> Result<Value, Fault> {
    let number = unescaped(told.number.unwrap_or_default())?;
    match (&*number, shown) {
        ("1", "TRUE" | "ĐÚNG") => Ok(Value::Bool(true)),
        ("0", "FALSE" | "SAI") => Ok(Value::Bool(false)),
        _ => number.parse().map(number_value).map_err(|_| Fault::Malformed),
    }
}

/// Reads a date or a time; a midnight that some writers put behind a date is left out.
fn iso(attribute: Option<&[u8]>) -> Result<Value, Fault> {
    let text = unescaped(attribute.unwrap_or_default())?;
    let text = text.strip_suffix("T00:00:00").unwrap_or(&text);
    if text.is_empty() { Err(Fault::Malformed) } else { Ok(Value::Date(text.into())) }
}

fn is_error(told: &Attributes<'_>, text: &str) -> bool {
    let shows_one = ERRORS.contains(&text) || text.starts_with("Err:");
    !text.is_empty() && (told.own_kind == Some(b"error") || told.formula.is_some() && shows_one)
}

/// Reads the text of a cell, a line for each paragraph, or nothing where it has none; notes and drawings are not what
/// the cell says.
fn paragraphs(
    tag: &Tag<'_>,
    elements: &mut Elements<'_>,
    styles: &Styles,
    limits: &Limits,
) -> Result<Option<String>, Fault> {
    if tag.kind != TagKind::Open {
        return Ok(None);
    }
    let mut paragraphs: Option<String> = None;
    let mut looks = Vec::new();
    while let Some((child, _)) = elements.child()? {
        if child.name != b"p" {
            elements.pass(&child)?;
            continue;
        }
        if let Some(text) = &mut paragraphs {
            text.push('\n');
        }
        let text = paragraphs.get_or_insert_default();
        let look = Look::default();
        Run { text, looks: &mut looks, look, styles, limits, after_space: true }.take(&child, elements)?;
    }
    Ok(paragraphs.map(|text| joined(text, &looks)))
}

/// The text of a paragraph while it is put together.
struct Run<'t> {
    text: &'t mut String,
    /// Where in the text its letters begin to look otherwise, and how.
    looks: &'t mut Vec<(usize, Look)>,
    /// How they look now.
    look: Look,
    styles: &'t Styles,
    limits: &'t Limits,
    /// White space before the next letter counts for nothing.
    after_space: bool,
}

impl Run<'_> {
    /// Adds the text in the element that `tag` opens; how deep elements lie within each other is bounded.
    fn take(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>) -> Result<(), Fault> {
        if tag.kind != TagKind::Open {
            return Ok(());
        }
        loop {
            let (child, before) = elements.next()?.ok_or(Fault::Malformed)?;
            self.collapsed(before)?;
            match child.name {
                _ if child.kind == TagKind::Close => return Ok(()),
                b"span" => self.span(&child, elements)?,
                b"a" => self.take(&child, elements)?,
                b"s" => self.spaces(&child, elements)?,
                b"tab" => self.mark('\t', &child, elements)?,
                b"line-break" => self.mark('\n', &child, elements)?,
                _ => elements.pass(&child)?,
            }
        }
    }

    /// Adds a piece of text that may look otherwise than what is around it.
    fn span(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>) -> Result<(), Fault> {
        let (around, style) = (self.look, name(tag.attribute("text:style-name")?, self.limits)?);
        let own = style.map(|style| self.styles.look(&style)).unwrap_or_default();
        let height = if own.height == Height::Line { around.height } else { own.height };
        self.turn(Look { height, crossed_out: around.crossed_out || own.crossed_out });
        self.take(tag, elements)?;
        self.turn(around);
        Ok(())
    }

    fn turn(&mut self, look: Look) {
        if look != self.look {
            // What begins where another look ends says nothing in between.
            self.looks.pop_if(|(start, _)| *start == self.text.len());
            self.looks.push((self.text.len(), look));
            self.look = look;
        }
    }

    /// Adds text in which white space of any length is one space.
    fn collapsed(&mut self, text: &[u8]) -> Result<(), Fault> {
        if memchr::memchr(b'<', text).is_some() {
            return Err(Fault::Malformed);
        }
        for letter in unescaped(text)?.chars() {
            let space = matches!(letter, ' ' | '\t' | '\n' | '\r');
            if !(space && self.after_space) {
                self.text.push(if space { ' ' } else { letter });
            }
            self.after_space = space;
        }
        self.bounded(self.text.len())
    }

    fn spaces(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>) -> Result<(), Fault> {
        let count = match tag.attribute("text:c")? {
            None => 1,
            Some(count) => {
                std::str::from_utf8(count).ok().and_then(|count| count.parse().ok()).ok_or(Fault::Malformed)?
            }
        };
        self.bounded(self.text.len().saturating_add(count))?;
        self.text.extend(std::iter::repeat_n(' ', count));
        self.after_space = false;
        elements.pass(tag)
    }

    fn mark(&mut self, letter: char, tag: &Tag<'_>, elements: &mut Elements<'_>) -> Result<(), Fault> {
        self.text.push(letter);
        self.after_space = false;
        elements.pass(tag)
    }

    fn bounded(&self, length: usize) -> Result<(), Fault> {
        if length as u64 <= self.limits.cell_text_bytes { Ok(()) } else { Err(Fault::TooLong(length)) }
    }
}
