//! The tags of a part, found without building anything: what must be known before the part is handed on.

use std::{borrow::Cow, ops::Range};

use memchr::{memchr, memmem};
use quick_xml::escape::unescape;

use super::{fault::Fault, plain_cell::PlainCell};

/// A tag of an XML part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag<'a> {
    /// Name without its prefix.
    pub name: &'a [u8],
    /// What stands after the name.
    pub attributes: &'a [u8],
    /// Whether it opens, closes, or both.
    pub kind: TagKind,
    /// Where its bracket opens in the part.
    pub start: usize,
    /// Where its name stands in the part.
    pub name_start: usize,
    /// Where the tag ends in the part.
    pub end: usize,
}

/// Whether a tag opens an element, closes it, or stands for an empty one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum TagKind {
    Open,
    Close,
    Empty,
}

/// What kind of value a cell of a sheet says that it holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Holds {
    /// A number.
    Number,
    /// TRUE or FALSE.
    Truth,
    /// The number of a text.
    TextNumber,
    /// A text, in which entities stand for letters.
    Text,
    /// A text that stands in the cell itself, whatever value stands beside.
    InlineText,
}

/// How deep elements may lie within each other; worksheets need about ten levels.
const DEPTH: usize = 100;
/// How long one tag, one comment or one text may be, its marking included.
pub(crate) const RUN_BYTES: usize = 1 << 20;

/// Walks over the tags of a part.
pub(crate) struct Tags<'a> {
    xml: &'a [u8],
    at: usize,
    depth: usize,
}

impl<'a> Tags<'a> {
    /// Starts at the first tag of `xml`.
    pub(crate) fn new(xml: &'a [u8]) -> Result<Self, Fault> {
        // In UTF-16 every other byte of a tag is zero, with or without a mark before it.
        if xml.iter().take(4).any(|byte| matches!(byte, 0 | 0xFE | 0xFF)) {
            return Err(Fault::Encoding);
        }
        Ok(Self { xml, at: 0, depth: 0 })
    }

    /// Returns the next tag, passing over comments and instructions; `None` at the end of the part.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<Option<Tag<'a>>, Fault> {
        loop {
            let Some(gap) = memchr(b'<', &self.xml[self.at..]) else {
                let rest = self.xml.len() - self.at;
                return if rest <= RUN_BYTES { Ok(None) } else { Err(Fault::TooLong(rest)) };
            };
            let start = self.at + gap + 1;
            let end = match self.xml.get(start) {
                Some(b'!') => self.after_markup(start)?,
                Some(b'?') => self.after(start, b"?>")?,
                Some(_) => {
                    let tag = self.tag(start)?;
                    self.advance(gap, tag.end)?;
                    self.count(tag.kind)?;
                    return Ok(Some(tag));
                }
                None => return Err(Fault::Malformed),
            };
            self.advance(gap, end)?;
        }
    }

    /// Passes over `<v>…</v></c>`, which nearly all cells consist of, if that is what comes next.
    pub(crate) fn pass_plain_value(&mut self, holds: Holds) -> bool {
        let Some(length) = plain_value(&self.xml[self.at..], holds) else { return false };
        self.at += length;
        self.depth = self.depth.saturating_sub(1);
        true
    }

    /// Passes over a cell of the shape that every spreadsheet program writes, if that is what comes next; a cell with
    /// anything else in it is left to be walked.
    #[inline]
    pub(crate) fn pass_plain_cell(&mut self) -> Option<PlainCell<'a>> {
        let (cell, length) = PlainCell::at_start(&self.xml[self.at..])?;
        self.at += length;
        Some(cell)
    }

    /// Where in the part the walk is.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    fn advance(&mut self, gap: usize, end: usize) -> Result<(), Fault> {
        let longest = gap.max(end - self.at - gap);
        if longest > RUN_BYTES {
            return Err(Fault::TooLong(longest));
        }
        self.at = end;
        Ok(())
    }

    fn count(&mut self, kind: TagKind) -> Result<(), Fault> {
        match kind {
            TagKind::Open if self.depth == DEPTH => return Err(Fault::TooDeep),
            TagKind::Open => self.depth += 1,
            TagKind::Close => self.depth = self.depth.checked_sub(1).ok_or(Fault::Malformed)?,
            TagKind::Empty => {}
        }
        Ok(())
    }

    fn after_markup(&self, start: usize) -> Result<usize, Fault> {
        let rest = &self.xml[start..];
        match () {
            () if rest.starts_with(b"!--") => self.after(start + 3, b"-->"),
            () if rest.starts_with(b"![CDATA[") => self.after(start + 8, b"]]>"),
            () => Err(Fault::Doctype),
        }
    }

    fn after(&self, from: usize, mark: &[u8]) -> Result<usize, Fault> {
        let found = memmem::find(&self.xml[from..], mark).ok_or(Fault::Malformed)?;
        Ok(from + found + mark.len())
    }

    /// Reads the tag whose first byte after `<` is at `start`.
    fn tag(&self, start: usize) -> Result<Tag<'a>, Fault> {
        let end = self.tag_end(start)?;
        let inner = &self.xml[start..end - 1];
        let (kind, name_start, inner) = match inner {
            [b'/', rest @ ..] => (TagKind::Close, start + 1, rest),
            [rest @ .., b'/'] => (TagKind::Empty, start, rest),
            rest => (TagKind::Open, start, rest),
        };
        let length = inner.iter().position(u8::is_ascii_whitespace).unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(length);
        let local = name.iter().position(|byte| *byte == b':').map_or(0, |colon| colon + 1);
        Ok(Tag { name: &name[local..], attributes, kind, start: start - 1, name_start: name_start + local, end })
    }

    /// Returns the place after the `>` that ends the tag; one within quotes does not.
    fn tag_end(&self, start: usize) -> Result<usize, Fault> {
        let length = memchr(b'>', &self.xml[start..]).ok_or(Fault::Malformed)?;
        let inner = &self.xml[start..start + length];
        // With all quotes of one sort and closed, as nearly always, this bracket stands outside them.
        let (mut double, mut single) = (0_usize, 0_usize);
        for byte in inner {
            double += usize::from(*byte == b'"');
            single += usize::from(*byte == b'\'');
        }
        if single == 0 && double % 2 == 0 { Ok(start + length + 1) } else { self.tag_end_by_quotes(start) }
    }

    fn tag_end_by_quotes(&self, start: usize) -> Result<usize, Fault> {
        let mut quote = 0;
        for (offset, &byte) in self.xml[start..].iter().enumerate() {
            match byte {
                b'>' if quote == 0 => return Ok(start + offset + 1),
                b'"' | b'\'' if quote == 0 => quote = byte,
                _ if byte == quote => quote = 0,
                _ => {}
            }
        }
        Err(Fault::Malformed)
    }
}

impl<'a> Tag<'a> {
    /// Whether it opens an element, empty or not.
    pub(crate) fn opens(&self) -> bool {
        self.kind != TagKind::Close
    }

    /// Whether the element ends with it.
    pub(crate) fn ends(&self) -> bool {
        self.kind != TagKind::Open
    }

    /// Returns where the attributes stand in the part.
    pub(crate) fn attributes_range(&self) -> Range<usize> {
        let end = self.end - if self.kind == TagKind::Empty { 2 } else { 1 };
        end - self.attributes.len()..end
    }

    /// Returns where the value of the attribute `name` stands in the part.
    pub(crate) fn value_range(&self, name: &str) -> Result<Option<Range<usize>>, Fault> {
        let mut attributes = self.attributes();
        while let Some(attribute) = attributes.next() {
            let (key, value) = attribute?;
            if key == name.as_bytes() {
                let end = self.attributes_range().end - attributes.rest.len() - 1;
                return Ok(Some(end - value.len()..end));
            }
        }
        Ok(None)
    }

    /// Returns the attributes in order, names with their prefix, values as they stand.
    pub(crate) fn attributes(&self) -> Attributes<'a> {
        Attributes { rest: self.attributes }
    }

    /// Returns the value of the attribute `name` as the text it stands for; none is an empty text.
    pub(crate) fn text(&self, name: &str) -> Result<String, Fault> {
        self.attribute(name)?.map_or(Ok(String::new()), |value| unescaped(value).map(Cow::into_owned))
    }

    /// Returns the value of the attribute `name` as it stands.
    pub(crate) fn attribute(&self, name: &str) -> Result<Option<&'a [u8]>, Fault> {
        for attribute in self.attributes() {
            let (key, value) = attribute?;
            if key == name.as_bytes() {
                return Ok(Some(value));
            }
        }
        Ok(None)
    }
}

/// Returns the text that `text`, as it stands in a part, stands for.
pub(crate) fn unescaped(text: &[u8]) -> Result<Cow<'_, str>, Fault> {
    let text = std::str::from_utf8(text).map_err(|_| Fault::Encoding)?;
    unescape(text).map_err(|_| Fault::Malformed)
}

/// The attributes of a tag.
pub(crate) struct Attributes<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<(&'a [u8], &'a [u8]), Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rest = self.rest.trim_ascii_start();
        if self.rest.is_empty() {
            return None;
        }
        let attribute = split_attribute(self.rest);
        self.rest = attribute.map_or(&[], |(_, _, rest)| rest);
        Some(attribute.map(|(key, value, _)| (key, value)).ok_or(Fault::Malformed))
    }
}

impl Holds {
    /// Whether `value` can be what it says it is. calamine would take a piece of a number with entities in it, a text
    /// for one that is none or has spaces beside it, and the first text of all for a number of a text that is none.
    pub(crate) fn admits(self, value: &[u8]) -> bool {
        let text = std::str::from_utf8(value).unwrap_or("?");
        match self {
            Self::Number => text.is_empty() || text.parse::<f64>().is_ok(),
            Self::Truth => matches!(text, "" | "0" | "1" | "true" | "false"),
            Self::TextNumber => text.is_empty() || is_whole(value),
            Self::Text | Self::InlineText => true,
        }
    }
}

/// Whether bytes spell a number of a text, style or format as every program writes it, and no larger than any.
pub(crate) fn is_whole(value: &[u8]) -> bool {
    (1..=9).contains(&value.len()) && value.iter().all(u8::is_ascii_digit) && (value == b"0" || value[0] != b'0')
}

/// Returns how long `<v>…</v></c>` is at the beginning of `text`, in a cell that holds that kind of value.
fn plain_value(text: &[u8], holds: Holds) -> Option<usize> {
    let value = text.strip_prefix(b"<v>")?;
    let length = memchr(b'<', value).filter(|length| *length <= RUN_BYTES)?;
    let plain = value[length..].starts_with(b"</v></c>") && holds.admits(&value[..length]);
    plain.then_some(b"<v></v></c>".len() + length)
}

fn split_attribute(text: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let equals = text.iter().position(|byte| *byte == b'=')?;
    let key = text[..equals].trim_ascii_end();
    let (quote, value) = text[equals + 1..].trim_ascii_start().split_first()?;
    if !matches!(quote, b'"' | b'\'') {
        return None;
    }
    let length = value.iter().position(|byte| byte == quote)?;
    Some((key, &value[..length], &value[length + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(xml: &str) -> Result<Vec<String>, Fault> {
        let mut tags = Tags::new(xml.as_bytes())?;
        let mut told = Vec::new();
        while let Some(tag) = tags.next()? {
            told.push(format!("{:?} {}", tag.kind, String::from_utf8_lossy(tag.name)));
        }
        Ok(told)
    }

    #[test]
    fn tags_are_told_without_their_prefix() {
        let told = walk("<?xml version='1.0'?><x:row r=\"1\"><!-- <c> --><c/><![CDATA[<v>]]></x:row>").unwrap();
        assert_eq!(told, ["Open row", "Empty c", "Close row"]);
    }

    #[test]
    fn a_quoted_bracket_does_not_end_a_tag() {
        assert_eq!(walk("<a b='>' c=\"/>\"/>").unwrap(), ["Empty a"]);
    }

    #[test]
    fn attributes_are_read_in_order() {
        let mut tags = Tags::new(b"<c r = \"A1\" x:s='2'/>").unwrap();
        let tag = tags.next().unwrap().unwrap();
        assert_eq!(tag.attribute("r"), Ok(Some(b"A1".as_slice())));
        assert_eq!(tag.attribute("x:s"), Ok(Some(b"2".as_slice())));
        assert_eq!(tag.attribute("t"), Ok(None));
    }

    #[test]
    fn what_no_spreadsheet_writer_makes_is_refused() {
        let long = format!("<a>{}</a>", "x".repeat(RUN_BYTES + 1));
        let cases = [
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", Fault::Doctype),
            ("<a", Fault::Malformed),
            ("<", Fault::Malformed),
            ("<a b='", Fault::Malformed),
            ("</a>", Fault::Malformed),
            ("<!-- never closed", Fault::Malformed),
            ("<\0a\0", Fault::Encoding),
            (&"<a>".repeat(DEPTH + 1), Fault::TooDeep),
            (&long, Fault::TooLong(RUN_BYTES + 1)),
        ];
        for (xml, fault) in cases {
            assert_eq!(walk(xml), Err(fault), "{}", xml.chars().take(40).collect::<String>());
        }
    }
}
