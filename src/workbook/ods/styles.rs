//! The styles of a workbook: how cells look, and which sheets are hidden.

use std::collections::{HashMap, HashSet};

use super::{elements::Elements, numbers::NumberStyle, row::name};
use crate::{
    text::Height,
    workbook::{
        Format, Limit, Limits,
        fault::Fault,
        formats::{Interned, Style},
        grid::over,
        runs::Look,
        tags::{Tag, TagKind, unescaped},
    },
};

/// How far styles may build on each other; writers go three levels deep.
const GENERATIONS: usize = 32;

/// The styles of a workbook, by name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Styles of cells; the one without a name is what every other builds on.
    cells: HashMap<Box<str>, CellStyle>,
    /// How pieces of texts look.
    texts: HashMap<Box<str>, Look>,
    /// Number formats.
    numbers: HashMap<Box<str>, NumberStyle>,
    /// Names of font families by the names under which styles know them.
    fonts: HashMap<Box<str>, Box<str>>,
    /// The styles whose sheets are hidden.
    hidden_sheets: HashSet<Box<str>>,
    count: u64,
}

#[derive(Debug, Default)]
struct CellStyle {
    parent: Box<str>,
    number: Option<Box<str>>,
    font: Option<Box<str>>,
    /// Whether it crosses out, where it says so.
    crossed_out: Option<bool>,
    height: Height,
}

impl Styles {
    /// Adds the styles of a part; of two of one name the later stands.
    pub(super) fn gather(&mut self, xml: &[u8], limits: &Limits) -> Result<(), Fault> {
        let mut elements = Elements::new(xml)?;
        while let Some((tag, _)) = elements.next()? {
            if !tag.opens() {
                continue;
            }
            match tag.name {
                // What follows are sheets, which the other walk reads.
                b"body" => return Ok(()),
                b"font-face" => self.font(&tag, limits)?,
                b"style" | b"default-style" => self.style(&tag, &mut elements, limits)?,
                b"percentage-style" | b"number-style" | b"currency-style" | b"text-style" => {
                    let sign = if tag.name == b"percentage-style" { "%" } else { "" };
                    let name = named(&tag, "style:name", limits)?.unwrap_or_default();
                    self.numbers.insert(name, NumberStyle::read(&tag, &mut elements, sign, limits)?);
                }
                _ => continue,
            }
            self.count += 1;
            if self.count > limits.styles {
                return Err(Fault::Over(Limit::Styles, self.count));
            }
        }
        Ok(())
    }

    /// Returns how cells of the style `name` look; their values may be percentages by themselves.
    pub(super) fn format(
        &self,
        name: &str,
        in_percent: bool,
        interned: &mut Interned,
        limits: &Limits,
    ) -> Result<Format, Fault> {
        let (mut number, mut font, mut crossed_out) = (None, None, None);
        let mut next = Some(name);
        for _ in 0..GENERATIONS {
            let Some(style) = next.and_then(|name| self.cells.get(name)) else { break };
            number = number.or(style.number.as_deref());
            font = font.or(style.font.as_deref());
            crossed_out = crossed_out.or(style.crossed_out);
            next = next.filter(|name| !name.is_empty()).map(|_| &*style.parent);
        }
        let number = number.and_then(|number| self.numbers.get(number));
        let code = number.map(|number| number.code(|name| self.numbers.get(name), limits)).transpose()?.flatten();
        let font = font.map(|font| self.fonts.get(font).map_or(unquoted(font), |family| family));
        let crossed_out = crossed_out.unwrap_or_default();
        Ok(interned.format(Style { number: code.as_deref(), font, crossed_out }, in_percent))
    }

    /// Returns how a piece of text of the style `name` looks.
    pub(super) fn look(&self, name: &str) -> Look {
        self.texts.get(name).copied().unwrap_or_default()
    }

    /// Whether sheets of the style `name` are hidden.
    pub(super) fn hides_sheet(&self, name: &str) -> bool {
        self.hidden_sheets.contains(name)
    }

    fn font(&mut self, tag: &Tag<'_>, limits: &Limits) -> Result<(), Fault> {
        let family = named(tag, "svg:font-family", limits)?.unwrap_or_default();
        self.fonts.insert(named(tag, "style:name", limits)?.unwrap_or_default(), unquoted(&family).into());
        Ok(())
    }

    fn style(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>, limits: &Limits) -> Result<(), Fault> {
        let name = named(tag, "style:name", limits)?.unwrap_or_default();
        let family = tag.attribute("style:family")?.unwrap_or_default();
        let mut style = CellStyle {
            parent: named(tag, "style:parent-style-name", limits)?.unwrap_or_default(),
            number: named(tag, "style:data-style-name", limits)?,
            font: None,
            crossed_out: None,
            height: Height::Line,
        };
        if tag.kind == TagKind::Open {
            while let Some((child, _)) = elements.child()? {
                if child.name == b"text-properties" {
                    let font = named(&child, "style:font-name", limits)?;
                    style.font = font.or(named(&child, "fo:font-family", limits)?);
                    style.crossed_out = line_through(&child)?;
                    style.height = child.attribute("style:text-position")?.map(height).unwrap_or_default();
                }
                let shown = child.attribute("table:display")?;
                if family == b"table" && child.name == b"table-properties" && shown == Some(b"false") {
                    self.hidden_sheets.insert(name.clone());
                }
                elements.pass(&child)?;
            }
        }
        match family {
            b"table-cell" => drop(self.cells.insert(name, style)),
            b"text" => {
                let look = Look { height: style.height, crossed_out: style.crossed_out.unwrap_or_default() };
                self.texts.insert(name, look);
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether a line goes through the letters, where one of the two attributes that say so does.
fn line_through(tag: &Tag<'_>) -> Result<Option<bool>, Fault> {
    let lines = [tag.attribute("style:text-line-through-style")?, tag.attribute("style:text-line-through-type")?];
    let mut said = lines.into_iter().flatten().map(|line| line != b"none").peekable();
    Ok(said.peek().is_some().then(|| said.any(|line| line)))
}

/// Reads where a style puts letters: "super 58%", or how far from the line, "-33% 58%".
fn height(position: &[u8]) -> Height {
    match position.trim_ascii() {
        [b's', b'u', b'p', ..] | [b'1'..=b'9', ..] => Height::Raised,
        [b's', b'u', b'b', ..] | [b'-', ..] => Height::Lowered,
        _ => Height::Line,
    }
}

/// The name that an attribute gives; an empty one is none.
pub(super) fn named(tag: &Tag<'_>, attribute: &str, limits: &Limits) -> Result<Option<Box<str>>, Fault> {
    Ok(name(tag.attribute(attribute)?, limits)?
        .filter(|name| !name.is_empty())
        .map(|name| name.into_owned().into_boxed_str()))
}

/// Returns the text that `tag` opens.
pub(super) fn text_of(tag: &Tag<'_>, elements: &mut Elements<'_>, limits: &Limits) -> Result<String, Fault> {
    let mut text = String::new();
    if tag.kind != TagKind::Open {
        return Ok(text);
    }
    loop {
        let (child, before) = elements.next()?.ok_or(Fault::Malformed)?;
        text += &unescaped(before)?;
        over(limits, Limit::NameBytes, text.len() as u64)?;
        if child.kind == TagKind::Close {
            return Ok(text);
        }
        elements.pass(&child)?;
    }
}

/// Returns the name of a font family without the quotes around one that has spaces in it.
fn unquoted(family: &str) -> &str {
    family.trim_matches(|letter| letter == '\'' || letter == '"')
}
