//! The styles of a workbook: how cells look, and which sheets are hidden.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{elements::Elements, row::name};
use crate::{
    text::Height,
    workbook::{
        Format, Limit, Limits,
        fault::Fault,
        grid::over,
        runs::Look,
        tags::{Tag, TagKind, unescaped},
    },
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
    /// How pieces of texts look.
    texts: HashMap<Box<str>, Look>,
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
                b"percentage-style" => self.number(&tag, &mut elements, "%", limits)?,
                b"number-style" | b"currency-style" => self.number(&tag, &mut elements, "", limits)?,
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
        let (mut number, mut font, mut crossed_out) = (None, None, None);
        let mut next = Some(name);
        for _ in 0..GENERATIONS {
            let Some(style) = next.and_then(|name| self.cells.get(name)) else { break };
            number = number.or(style.number.as_deref());
            font = font.or(style.font.as_deref());
            crossed_out = crossed_out.or(style.crossed_out);
            next = next.filter(|name| !name.is_empty()).map(|_| &*style.parent);
        }
        let (code, percent) = number.and_then(|number| self.numbers.get(number)).cloned().unwrap_or_default();
        let font = font.map(|font| self.fonts.get(font).cloned().unwrap_or_else(|| Arc::from(unquoted(font))));
        let crossed_out = crossed_out.unwrap_or_default();
        Format { percent, crossed_out, ..Format::new(code.as_deref(), font.as_deref()) }
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
        self.fonts.insert(named(tag, "style:name", limits)?.unwrap_or_default(), Arc::from(unquoted(&family)));
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

    fn number(&mut self, tag: &Tag<'_>, elements: &mut Elements<'_>, sign: &str, limits: &Limits) -> Result<(), Fault> {
        let name = named(tag, "style:name", limits)?.unwrap_or_default();
        let (mut code, mut bare) = (String::new(), None);
        let (mut plain, mut signed, mut mapped) = (true, false, None);
        if tag.kind == TagKind::Open {
            while let Some((child, _)) = elements.child()? {
                match child.name {
                    b"number" => {
                        let digits = number_code(&child)?;
                        plain &= digits.is_none();
                        code += digits.as_deref().unwrap_or(GENERAL);
                        bare = digits.map(|digits| digits + sign);
                        elements.pass(&child)?;
                    }
                    // What is shown of numbers that fulfil a condition: mostly all that are not below zero.
                    b"map" => {
                        let condition = child.attribute("style:condition")?.unwrap_or_default();
                        let applied = named(&child, "style:apply-style-name", limits)?.unwrap_or_default();
                        let usual =
                            matches!(condition, b"value()>=0" | b"value()>0" | b"value()&gt;=0" | b"value()&gt;0");
                        mapped = mapped.or(Some(self.numbers.get(&applied).filter(|_| usual).cloned()));
                        elements.pass(&child)?;
                    }
                    b"text" | b"currency-symbol" => {
                        let words = text_of(&child, elements, limits)?;
                        plain &= words.trim().is_empty() || words.trim() == sign;
                        // The sign of a percentage stands among the words; it counts once.
                        match words.split_once('%').filter(|_| !sign.is_empty() && !signed) {
                            Some((before, after)) => {
                                signed = true;
                                code.extend([quoted(before).as_str(), "%", &quoted(after)]);
                            }
                            None => code += &quoted(&words),
                        }
                    }
                    _ => elements.pass(&child)?,
                }
            }
        }
        if !signed {
            code += sign;
        }
        let of_all = match mapped {
            None => (Some(code).filter(|_| !plain).map(Arc::from), !sign.is_empty()),
            Some(Some(of_most)) => of_most,
            // Which numbers are shown like this is not known, and so neither are the words beside them.
            Some(None) => (bare.map(Arc::from), !sign.is_empty()),
        };
        self.numbers.insert(name, of_all);
        Ok(())
    }
}

/// Whether a line goes through the letters, where one of the two attributes that say so does.
fn line_through(tag: &Tag<'_>) -> Result<Option<bool>, Fault> {
    let lines = [tag.attribute("style:text-line-through-style")?, tag.attribute("style:text-line-through-type")?];
    let mut said = lines.into_iter().flatten().map(|line| line != b"none").peekable();
    Ok(said.peek().is_some().then(|| said.any(|line| line)))
}

/// The code of digits that the style leaves to the program.
const GENERAL: &str = "General";

/// Reads where a style puts letters: "super 58%", or how far from the line, "-33% 58%".
fn height(position: &[u8]) -> Height {
    match position.trim_ascii() {
        [b's', b'u', b'p', ..] | [b'1'..=b'9', ..] => Height::Raised,
        [b's', b'u', b'b', ..] | [b'-', ..] => Height::Lowered,
        _ => Height::Line,
    }
}

/// The name that an attribute gives; an empty one is none.
fn named(tag: &Tag<'_>, attribute: &str, limits: &Limits) -> Result<Option<Box<str>>, Fault> {
    Ok(name(tag.attribute(attribute)?, limits)?
        .filter(|name| !name.is_empty())
        .map(|name| name.into_owned().into_boxed_str()))
}

/// Returns the text that `tag` opens.
fn text_of(tag: &Tag<'_>, elements: &mut Elements<'_>, limits: &Limits) -> Result<String, Fault> {
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

/// Writes words into a number format code, in which a quote ends them.
fn quoted(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("\"{}\"", words.replace('"', "”")) }
}

/// Returns the format code of a number, `None` where the style leaves the digits to the program.
fn number_code(tag: &Tag<'_>) -> Result<Option<String>, Fault> {
    let commas = ",".repeat(thousands(tag)?);
    let whole = if tag.attribute("number:grouping")? == Some(b"true") { "#,##0" } else { "0" };
    let decimals = tag.attribute("number:decimal-places")?.and_then(|text| std::str::from_utf8(text).ok());
    let decimals = decimals.and_then(|text| text.parse::<usize>().ok()).filter(|decimals| *decimals <= DECIMALS);
    Ok(match decimals {
        None if commas.is_empty() => None,
        None | Some(0) => Some(format!("{whole}{commas}")),
        Some(decimals) => Some(format!("{whole}.{}{commas}", "0".repeat(decimals))),
    })
}

/// Returns how many times over the number is divided by a thousand before it is shown.
fn thousands(tag: &Tag<'_>) -> Result<usize, Fault> {
    let Some(factor) = tag.attribute("number:display-factor")? else { return Ok(0) };
    let factor = std::str::from_utf8(factor).ok().and_then(|text| text.parse::<u64>().ok()).ok_or(Fault::Malformed)?;
    // Programs divide by a thousand, a million and so on, and by nothing else.
    (0..=6).find(|times| 1000_u64.pow(*times) == factor).map(|times| times as usize).ok_or(Fault::Malformed)
}

/// Returns the name of a font family without the quotes around one that has spaces in it.
fn unquoted(family: &str) -> &str {
    family.trim_matches(|letter| letter == '\'' || letter == '"')
}
