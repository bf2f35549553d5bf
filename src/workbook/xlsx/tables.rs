//! The parts that all sheets share, texts and styles, made safe to hand on.

use crate::workbook::{
    Limit, Limits,
    fault::Fault,
    grid::over,
    tags::{RUN_BYTES, Tag, TagKind, Tags, is_whole},
};

/// How much the names and number formats of all styles may take once each style has its own copy.
const STYLE_NAMES_BYTES: usize = 64 << 20;
/// calamine counts the brackets of a number format in one byte.
const BRACKETS: usize = 255;

/// Checks the part with the texts of cells and blanks the counts in it, by which calamine would allocate; returns how
/// many texts there are.
pub(super) fn check_strings(xml: &mut [u8], limits: &Limits) -> Result<usize, Fault> {
    let mut counts = Vec::new();
    let (mut strings, mut start) = (0, 0);
    let mut tags = Tags::new(xml)?;
    while let Some(tag) = tags.next()? {
        match tag.name {
            b"sst" if tag.opens() => counts.push(tag.attributes_range()),
            b"si" if tag.opens() => {
                (strings, start) = (strings + 1, tag.name_start);
                if strings > limits.shared_strings {
                    return Err(Fault::Over(Limit::SharedStrings, strings));
                }
            }
            _ if strings > 0 && tag.end - start > RUN_BYTES && tag.name != b"sst" => {
                return Err(Fault::TooLong(tag.end - start));
            }
            _ => {}
        }
    }
    for range in counts {
        xml[range].fill(b' ');
    }
    usize::try_from(strings).map_err(|_| Fault::Malformed)
}

/// Checks the part with the styles; calamine gives each style its own copy of its font name and number format. Returns
/// a number that there are no more styles than.
pub(super) fn check_styles(xml: &[u8], limits: &Limits) -> Result<usize, Fault> {
    let (mut styles, mut longest) = (0_u64, 0);
    let mut tags = Tags::new(xml)?;
    while let Some(tag) = tags.next()? {
        match tag.name {
            b"xf" | b"font" | b"fill" | b"border" if tag.opens() => {
                styles += 1;
                check_number(&tag, "numFmtId")?;
                check_number(&tag, "fontId")?;
            }
            b"name" | b"numFmt" if tag.opens() => {
                check_number(&tag, "numFmtId")?;
                let named = tag.text(if tag.name == b"name" { "val" } else { "formatCode" })?.len() as u64;
                over(limits, Limit::NameBytes, named)?;
                longest = longest.max(tag.attributes.len());
                let brackets = memchr::memchr_iter(b'[', tag.attributes).count();
                if brackets > BRACKETS {
                    return Err(Fault::Malformed);
                }
            }
            _ => {}
        }
    }
    let count = usize::try_from(styles).unwrap_or(usize::MAX);
    if styles > limits.styles || count.saturating_mul(longest) > STYLE_NAMES_BYTES {
        return Err(Fault::Over(Limit::Styles, styles));
    }
    Ok(count)
}

/// Puts the number formats and fonts before the styles that refer to them, wherever they stand: calamine takes a format
/// that it has not met yet for none. There is one list of each, so that none stands in place of another.
pub(super) fn order_styles(xml: &mut [u8]) -> Result<(), Fault> {
    let (mut styles, mut late, mut open) = (None, Vec::new(), None);
    let mut met: Vec<&[u8]> = Vec::new();
    let mut tags = Tags::new(xml)?;
    while let Some(tag) = tags.next()? {
        match tag.name {
            b"cellXfs" if tag.opens() && styles.is_none() => styles = Some(tag.start),
            b"numFmts" | b"fonts" if tag.kind == TagKind::Open && open.is_none() => {
                if met.contains(&tag.name) {
                    return Err(Fault::Malformed);
                }
                met.push(tag.name);
                open = Some((tag.name, tag.start));
            }
            name => {
                let ended = open.filter(|(opened, _)| *opened == name && tag.kind == TagKind::Close);
                if let Some((_, start)) = ended {
                    open = None;
                    late.extend(styles.map(|_| start..tag.end));
                }
            }
        }
    }
    let Some(mut before) = styles else { return Ok(()) };
    for range in late {
        let length = range.len();
        xml[before..range.end].rotate_right(length);
        before += length;
    }
    Ok(())
}

/// Refuses a number in an attribute that calamine would not read as one, and so take another format.
fn check_number(tag: &Tag<'_>, name: &str) -> Result<(), Fault> {
    match tag.attribute(name)? {
        Some(value) if !is_whole(value) => Err(Fault::Malformed),
        _ => Ok(()),
    }
}
