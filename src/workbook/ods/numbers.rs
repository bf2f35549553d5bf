//! Number styles as number format codes.

use super::{
    elements::Elements,
    styles::{named, text_of},
};
use crate::workbook::{
    Limit, Limits,
    fault::Fault,
    grid::over,
    tags::{Tag, TagKind, unescaped},
};

/// More digits than any number format shows, before the comma or after it.
const DIGITS: usize = 30;
/// A number format code has so many conditions that are written out.
const CONDITIONS: usize = 2;
/// So many sections of a code are for numbers.
const OF_NUMBERS: usize = 3;
/// The code of digits that the style leaves to the program.
const GENERAL: &str = "General";
/// The code that shows nothing.
const NOTHING: &str = "\"\"";
/// What stands for a style that is missing, or of which no code can be made: nobody knows what is shown.
const UNKNOWN: &str = "\"?\"General";
/// The condition of a style that has a style for each of these numbers is the one of its place in a code.
const BY_SIGN: [&[&str]; 3] = [&["[>=0]"], &["[>0]", "[<0]"], &["[>0]", "[<0]", "[=0]"]];

/// Words, and before how many of the last digits they stand.
type Words = Vec<(usize, String)>;

/// A number style.
#[derive(Debug, Default)]
pub(super) struct NumberStyle {
    /// The code of the numbers that no other style is for, or of texts.
    code: String,
    /// The style says nothing that would not be so without it.
    is_plain: bool,
    /// It is for texts.
    is_of_texts: bool,
    /// The other styles: for which numbers, as a condition of a code, and their names.
    maps: Vec<(Option<String>, Box<str>)>,
}

impl NumberStyle {
    /// Reads the style that `tag` opens, whose numbers are followed by `sign`.
    pub(super) fn read(tag: &Tag<'_>, elements: &mut Elements<'_>, sign: &str, limits: &Limits) -> Result<Self, Fault> {
        let mut style = Self { is_plain: sign.is_empty(), is_of_texts: tag.name == b"text-style", ..Self::default() };
        let (mut signed, mut empty) = (sign.is_empty(), true);
        while tag.kind == TagKind::Open
            && let Some((child, _)) = elements.child()?
        {
            empty = false;
            match child.name {
                b"number" => {
                    let digits = number_code(&child, elements, limits)?;
                    style.is_plain &= digits.is_none();
                    style.push(digits.as_deref().unwrap_or(GENERAL), limits)?;
                    continue;
                }
                b"text" | b"currency-symbol" => {
                    let words = text_of(&child, elements, limits)?;
                    style.is_plain = false;
                    // The sign of a percentage stands among the words; it counts once.
                    match words.split_once('%').filter(|_| !signed) {
                        Some((before, after)) => {
                            signed = true;
                            style.push(&[&quoted(before), "%", &quoted(after)].concat(), limits)?;
                        }
                        None => style.push(&quoted(&words), limits)?,
                    }
                    continue;
                }
                b"fill-character" => {
                    if let Some(letter) = text_of(&child, elements, limits)?.chars().next() {
                        style.push(&format!("*{letter}"), limits)?;
                    }
                    style.is_plain = false;
                    continue;
                }
                b"text-content" => style.push("@", limits)?,
                b"scientific-number" => style.push("0.00E+00", limits)?,
                b"fraction" => style.push("# ?/?", limits)?,
                b"map" => {
                    let condition = child.attribute("style:condition")?.unwrap_or_default();
                    let applied = named(&child, "style:apply-style-name", limits)?.unwrap_or_default();
                    style.maps.push((condition_code(&unescaped(condition)?), applied));
                    over(limits, Limit::Styles, style.maps.len() as u64)?;
                }
                _ => {}
            }
            style.is_plain &= matches!(child.name, b"text-properties" | b"map");
            elements.pass(&child)?;
        }
        if empty {
            style.push(GENERAL, limits)?;
        }
        if !signed {
            style.push(sign, limits)?;
        }
        Ok(style)
    }

    /// Puts more behind the code: every cell style asks for it.
    fn push(&mut self, more: &str, limits: &Limits) -> Result<(), Fault> {
        self.code += more;
        over(limits, Limit::NameBytes, self.code.len() as u64)
    }

    /// Returns the whole code, of those that it maps to as well; nothing where the style says nothing. `other` gives the
    /// styles of a name.
    pub(super) fn code<'s>(
        &'s self,
        other: impl Fn(&str) -> Option<&'s Self>,
        limits: &Limits,
    ) -> Result<Option<String>, Fault> {
        let code = self.joined(other);
        over(limits, Limit::NameBytes, code.as_ref().map_or(0, |code| code.len() as u64))?;
        Ok(code)
    }

    fn joined<'s>(&'s self, other: impl Fn(&str) -> Option<&'s Self>) -> Option<String> {
        if self.maps.is_empty() {
            let code = if self.code.is_empty() { NOTHING } else { &self.code };
            return (!self.is_plain).then(|| code.to_owned());
        }
        let conditions: Option<Vec<&str>> = self.maps.iter().map(|(condition, _)| condition.as_deref()).collect();
        let Some(conditions) = conditions else { return Some(UNKNOWN.to_owned()) };
        let by_sign = BY_SIGN.contains(&conditions.as_slice()) && (conditions.len() < 3 || self.is_of_texts);
        if !by_sign && conditions.len() > CONDITIONS {
            return Some(UNKNOWN.to_owned());
        }
        let mut code = String::new();
        for (condition, (_, name)) in conditions.iter().zip(&self.maps) {
            let condition = if by_sign { "" } else { condition };
            code.extend([condition, other(name).map_or(UNKNOWN, |style| style.code.as_str()), ";"]);
        }
        // A section with a place for a text is for no number, nor is the fourth one, which may show no text.
        let is_of_no_number = self.code.contains('@') || conditions.len() == OF_NUMBERS;
        code += if self.is_of_texts && !is_of_no_number { "@" } else { &self.code };
        Some(code)
    }
}

/// Writes a condition such as "value()>=0" as in a code; nothing where it is not understood.
fn condition_code(condition: &str) -> Option<String> {
    let bare = condition.trim().strip_prefix("value()")?.trim();
    let sign = ["<=", ">=", "!=", "<", ">", "="].into_iter().find(|sign| bare.starts_with(sign))?;
    let bound: f64 = bare.strip_prefix(sign)?.trim().parse().ok().filter(|bound: &f64| bound.is_finite())?;
    Some(format!("[{}{bound}]", if sign == "!=" { "<>" } else { sign }))
}

/// Writes words into a number format code, in which a quote ends them.
fn quoted(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("\"{}\"", words.replace('"', "”")) }
}

/// Returns the format code of a number, `None` where the style leaves the digits to the program. Where it is not
/// understood, nobody knows what is shown.
fn number_code(tag: &Tag<'_>, elements: &mut Elements<'_>, limits: &Limits) -> Result<Option<String>, Fault> {
    let (words, times) = (embedded(tag, elements, limits)?, thousands(tag)?);
    let Some((words, times)) = words.zip(times) else { return Ok(Some(UNKNOWN.to_owned())) };
    let commas = ",".repeat(times);
    let count = |name: &str| -> Result<Option<usize>, Fault> {
        let text = tag.attribute(name)?.and_then(|text| std::str::from_utf8(text).ok());
        Ok(text.and_then(|text| text.parse::<usize>().ok()).filter(|count| *count <= DIGITS))
    };
    let decimals = count("number:decimal-places")?;
    if decimals.is_none() && commas.is_empty() && words.is_empty() {
        return Ok(None);
    }
    let least = count("number:min-integer-digits")?.unwrap_or(1);
    let grouped = tag.attribute("number:grouping")? == Some(b"true");
    let farthest = words.iter().map(|(position, _)| position + 1).max().unwrap_or_default();
    let places = least.max(farthest).max(if grouped { 4 } else { 1 });
    let mut code = String::new();
    for position in (0..places).rev() {
        code.push(if position < least { '0' } else { '#' });
        if grouped && position == 3 {
            code.push(',');
        }
        let here = words.iter().filter(|(at, _)| *at == position);
        code.extend(here.map(|(_, words)| quoted(words)));
    }
    let fraction = decimals.filter(|decimals| *decimals > 0).map(|decimals| format!(".{}", "0".repeat(decimals)));
    Ok(Some(code + &fraction.unwrap_or_default() + &commas))
}

/// Returns the words among the digits of a number, and before how many of its last digits each stands; nothing where
/// one does not say.
fn embedded(tag: &Tag<'_>, elements: &mut Elements<'_>, limits: &Limits) -> Result<Option<Words>, Fault> {
    let (mut words, mut bytes, mut are_placed) = (Vec::new(), 0, true);
    while tag.kind == TagKind::Open
        && let Some((child, _)) = elements.child()?
    {
        if child.name != b"embedded-text" {
            elements.pass(&child)?;
            continue;
        }
        let position = child.attribute("number:position")?.and_then(|text| std::str::from_utf8(text).ok());
        let position = position.and_then(|text| text.trim().parse::<isize>().ok());
        are_placed &= position.is_some();
        // Below zero they stand among the decimals.
        let position = usize::try_from(position.unwrap_or_default()).unwrap_or_default().min(DIGITS);
        let text = text_of(&child, elements, limits)?;
        bytes += text.len() as u64;
        over(limits, Limit::NameBytes, bytes)?;
        // Nothing says nothing, wherever it stands.
        words.extend((!text.is_empty()).then_some((position, text)));
    }
    Ok(are_placed.then_some(words))
}

/// Returns how many times over the number is divided by a thousand before it is shown; nothing where it is divided by
/// something else.
fn thousands(tag: &Tag<'_>) -> Result<Option<usize>, Fault> {
    let Some(factor) = tag.attribute("number:display-factor")? else { return Ok(Some(0)) };
    let factor = std::str::from_utf8(factor).ok().and_then(|text| text.trim().parse::<f64>().ok());
    // Powers of a thousand are exact up to here.
    let is_factor = |times: &i32| factor.is_some_and(|factor| factor.to_bits() == 1000_f64.powi(*times).to_bits());
    Ok((0..=6).find(is_factor).and_then(|times| usize::try_from(times).ok()))
}
