//! Cells of the shape that every spreadsheet program writes for numbers and for texts of the shared table. Nearly all
//! cells have it, so they are read on the walk that checks them, in a third of the time that a parser of XML takes;
//! every other shape is calamine's.

use memchr::memchr;

use super::tags::is_whole;

/// A cell that holds nothing but a number or the number of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PlainCell<'a> {
    /// Its address as it stands.
    pub address: &'a [u8],
    /// The number of its style, which is 0 where it has none.
    pub style: u32,
    /// What it holds, if it holds something.
    pub value: Option<PlainValue>,
}

/// What such a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum PlainValue {
    /// A number.
    Number(f64),
    /// Which text of the table, from 0.
    Text(u32),
}

/// No address, no number of a style and no value of such a cell is longer.
const LONGEST: usize = 32;

impl<'a> PlainCell<'a> {
    /// Reads `<c r="B12" s="3" t="s">` and then a plain value or nothing at the start of `xml`; returns the cell and how
    /// long it is.
    #[inline]
    pub(crate) fn at_start(xml: &'a [u8]) -> Option<(Self, usize)> {
        let rest = xml.strip_prefix(b"<c r=\"")?;
        let (address, rest) = split_quoted(rest)?;
        let (style, rest) = match rest.strip_prefix(b" s=\"") {
            Some(rest) => {
                let (style, rest) = split_quoted(rest)?;
                (whole(style)?, rest)
            }
            None => (0, rest),
        };
        let (is_text, rest) = match rest.strip_prefix(b" t=\"s\"") {
            Some(rest) => (true, rest),
            None => (false, rest.strip_prefix(b" t=\"n\"").unwrap_or(rest)),
        };
        if let Some(rest) = rest.strip_prefix(b"/>") {
            return Some((Self { address, style, value: None }, xml.len() - rest.len()));
        }
        let rest = rest.strip_prefix(b"><v>")?;
        let (value, rest) = rest.split_at(memchr(b'<', rest)?);
        let rest = rest.strip_prefix(b"</v></c>")?;
        let value =
            if is_text { PlainValue::Text(whole(value)?) } else { PlainValue::Number(number(value.trim_ascii())?) };
        Some((Self { address, style, value: Some(value) }, xml.len() - rest.len()))
    }
}

/// Splits what stands before the next double quote from what follows it.
fn split_quoted(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = text.iter().take(LONGEST).position(|byte| !byte.is_ascii_alphanumeric())?;
    Some((&text[..length], text[length..].strip_prefix(b"\"")?))
}

fn whole(digits: &[u8]) -> Option<u32> {
    std::str::from_utf8(digits).ok().filter(|_| is_whole(digits))?.parse().ok()
}

/// Reads a number as programs write them; other spellings, which may be texts, are not plain.
fn number(text: &[u8]) -> Option<f64> {
    let spells = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E');
    if text.len() > LONGEST || !text.iter().all(spells) {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_program_writes_is_read() {
        let cases = [
            (r#"<c r="B12" s="3" t="s"><v>7</v></c>"#, 3, Some(PlainValue::Text(7))),
            (r#"<c r="B12" t="n"><v>0.9636363636363636</v></c>"#, 0, Some(PlainValue::Number(0.963_636_363_636_363_6))),
            (r#"<c r="B12"><v>-1.5E-3</v></c>"#, 0, Some(PlainValue::Number(-0.0015))),
            ("<c r=\"B12\"><v>\n 7 </v></c>", 0, Some(PlainValue::Number(7.0))),
            (r#"<c r="B12" s="65535"/>"#, 65535, None),
        ];
        for (xml, style, value) in cases {
            let followed = format!("{xml}<c");
            let cell = PlainCell { address: b"B12", style, value };
            assert_eq!(PlainCell::at_start(followed.as_bytes()), Some((cell, xml.len())), "{xml}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_not_plain() {
        for xml in [
            r#"<c r="A1" t="str"><v>7</v></c>"#,
            r#"<c r="A1" t="b"><v>1</v></c>"#,
            r#"<c r="A1"><f>B1</f><v>7</v></c>"#,
            r#"<c r="A1"><v>1 7</v></c>"#,
            r#"<c r="A1" s="09"><v>7</v></c>"#,
            r#"<c r="A1" s=" 9"><v>7</v></c>"#,
            r#"<c r="A1"><v>0x10</v></c>"#,
            r#"<c r="A1"><v>inf</v></c>"#,
            r#"<c r="A1"><v>1,5</v></c>"#,
            r#"<c r="A1"><v>1&#48;</v></c>"#,
            r#"<c r="A1"><v></v></c>"#,
            r#"<c r="A1"><v>1</v><v>2</v></c>"#,
            r#"<c r="A1"><v>1<!-- --></v></c>"#,
            r#"<c r="A1" t="s"><v>1.5</v></c>"#,
            r#"<c r="A1" t="s"><v>4294967296</v></c>"#,
            r#"<c r="A1" s="-1"><v>1</v></c>"#,
            r#"<c r="A1" cm="1"><v>1</v></c>"#,
            r#"<c s="1"><v>1</v></c>"#,
            r#"<c r="A1"#,
        ] {
            assert_eq!(PlainCell::at_start(xml.as_bytes()), None, "{xml}");
        }
    }
}
