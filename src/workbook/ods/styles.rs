//! The styles of a workbook: how cells look, and which sheets are hidden.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::elements::Elements;
use crate::workbook::{
    Format, Limit, Limits,
    fault::Fault,
    tags::{Tag, TagKind},
};

/// How far styles may build on each other; writers go three levels deep.
const GENERATIONS: usize = 32;
/// More digits after the comma than any number format shows.
const DECIMALS: usize = 30;

/// The styles of a workbook, by name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Styles of cells; the one without a name is what every other builds on.
    cells: HashMap<Box<str>, CellStyle>,
    /// Number formats: the format code, if it can be told, and whether it shows percent.
    numbers: HashMap<Box<str>, (Option<Arc<str>>, bool)>,
    /// Names of font families by the names under which styles know them.
    fonts: HashMap<Box<str>, Arc<str>>,
    /// The styles whose sheets are hidden.
    hidden_sheets: HashSet<Box<str>>,
    count: u64,
}

#[derive(Debug, Default)]
struct CellStyle {
    parent: Box<str>,
    number: Option<Box<str>>,
    font: Option<Box<str>>,
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
                b"font-face" => self.font(&tag)?,
                b"style" | b"default-style" => self.style(&tag, &mut elements)?,
                b"percentage-style" => self.number(&tag, &mut elements, "%")?,
                b"number-style" => self.number(&tag, &mut elements, "")?,
                _ => continue,
            }
            self.count += 1;
            if self.count > limits.styles {
                return Err(Fault::Over(Limit::Styles, self.count));
            }
        }
        Ok(())
    }

    /// Returns how cells of the style `name` look.
    pub(super) fn format(&self, name: &str) -> Format {
        let (mut number, mut font) = (None, None);
        let mut next = Some(name);
        for _ in 0..GENERATIONS {
            let Some(style) = next.and_then(|name| self.cells.get(name)) else { break };
            number = number.or(style.number.as_deref());
            font = font.or(style.font.as_deref());
            next = next.filter(|name| !name.is_empty()).map(|_| &*style.parent);
        }
        let (code, percent) = number.and_then(|number| self.numbers.get(number)).cloned().unwrap_or_default();
        let font = font.map(|font| self.fonts.get(font).cloned().unwrap_or_else(|| Arc::from(unquoted(font))));
        Format { percent, ..Format::new(code.as_deref(), font.as_deref()) }
    }

    /// Whether sheets of the style `name` are hidden.
    pub(super) fn hides_sheet(&self, name: &str) -> bool {
        self.hidden_sheets.contains(name)
    }

    fn font(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        let family = tag.text("svg:font-family")?;
        self.fonts.insert(tag.text("style:name")?.into(), Arc::from(unquoted(&family)));
        Ok(())
    }

    fn style(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>) -> Result<(), Fault> {
        let name: Box<str> = tag.text("style:name")?.into();
        let family = tag.attribute("style:family")?.unwrap_or_default();
        let optional = |text: String| (!text.is_empty()).then(|| text.into_boxed_str());
        let mut style = CellStyle {
            parent: tag.text("style:parent-style-name")?.into(),
            number: optional(tag.text("style:data-style-name")?),
            font: None,
        };
        if tag.kind == TagKind::Open {
            while let Some((child, _)) = elements.child()? {
                if child.name == b"text-properties" {
                    style.font = optional(child.text("style:font-name")?).or(optional(child.text("fo:font-family")?));
                }
                let shown = child.attribute("table:display")?;
                if family == b"table" && child.name == b"table-properties" && shown == Some(b"false") {
                    self.hidden_sheets.insert(name.clone());
                }
                elements.pass(&child)?;
            }
        }
        if family == b"table-cell" {
            self.cells.insert(name, style);
        }
        Ok(())
    }

    fn number(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>, sign: &str) -> Result<(), Fault> {
        let name: Box<str> = tag.text("style:name")?.into();
        let mut code = None;
        if tag.kind == TagKind::Open {
            while let Some((child, _)) = elements.child()? {
                if child.name == b"number" {
                    code = number_code(&child)?.map(|code| Arc::from(code + sign));
                }
                elements.pass(&child)?;
            }
        }
        self.numbers.insert(name, (code, !sign.is_empty()));
        Ok(())
    }
}

/// Returns the format code of a number, `None` where the style leaves the digits to the program.
fn number_code(tag: &Tag<'_>) -> Result<Option<String>, Fault> {
    let Some(decimals) = tag.attribute("number:decimal-places")? else { return Ok(None) };
    let decimals = std::str::from_utf8(decimals).ok().and_then(|text| text.parse::<usize>().ok());
    let Some(decimals) = decimals.filter(|decimals| *decimals <= DECIMALS) else { return Ok(None) };
    let whole = if tag.attribute("number:grouping")? == Some(b"true") { "#,##0" } else { "0" };
    let point = if decimals > 0 { "." } else { "" };
    Ok(Some(format!("{whole}{point}{}", "0".repeat(decimals))))
}

/// Returns the name of a font family without the quotes around one that has spaces in it.
fn unquoted(family: &str) -> &str {
    family.trim_matches(|letter| letter == '\'' || letter == '"')
}
