//! Comments, which say nothing, and letters that are marked to be no tags, made plain: calamine would take a value in
//! pieces for one of them.

use memchr::{memchr, memmem};
use quick_xml::escape::escape;

use crate::workbook::{Limit, Limits, fault::Fault, grid::over, tags::Tags};

/// Leaves the comments of `xml` out and writes its marked letters as text.
pub(super) fn make_plain(xml: &mut Vec<u8>, limits: &Limits) -> Result<(), Fault> {
    if memmem::find(xml, COMMENT.0).is_none() && memmem::find(xml, LETTERS.0).is_none() {
        return Ok(());
    }
    let mut plain = Vec::with_capacity(xml.len());
    let mut tags = Tags::new(xml)?;
    let mut at = 0;
    loop {
        let tag = tags.next()?;
        between_tags(&xml[at..tag.map_or(xml.len(), |tag| tag.start)], &mut plain)?;
        over(limits, Limit::PartBytes, plain.len() as u64)?;
        let Some(tag) = tag else { break };
        plain.extend_from_slice(&xml[tag.start..tag.end]);
        at = tag.end;
    }
    *xml = plain;
    Ok(())
}

/// What begins and ends a comment.
const COMMENT: (&[u8], &[u8]) = (b"<!--", b"-->");
/// What begins and ends letters that are no tags, whatever they look like.
const LETTERS: (&[u8], &[u8]) = (b"<![CDATA[", b"]]>");

/// Copies what stands between two tags: text, and what is marked up without being a tag.
fn between_tags(mut rest: &[u8], plain: &mut Vec<u8>) -> Result<(), Fault> {
    while let Some(start) = memchr(b'<', rest) {
        let (before, marked) = rest.split_at(start);
        plain.extend_from_slice(before);
        if let Some((_, behind)) = split(marked, COMMENT)? {
            rest = behind;
        } else if let Some((letters, behind)) = split(marked, LETTERS)? {
            let letters = std::str::from_utf8(letters).map_err(|_| Fault::Encoding)?;
            plain.extend_from_slice(escape(letters).as_bytes());
            rest = behind;
        } else {
            plain.push(b'<');
            rest = &marked[1..];
        }
    }
    plain.extend_from_slice(rest);
    Ok(())
}

/// What stands between two marks, and what follows them.
type Halves<'x> = (&'x [u8], &'x [u8]);

/// Splits what stands between two marks, of which the first opens `text`, from what follows them.
fn split<'x>(text: &'x [u8], (open, close): (&[u8], &[u8])) -> Result<Option<Halves<'x>>, Fault> {
    let Some(inner) = text.strip_prefix(open) else { return Ok(None) };
    let length = memmem::find(inner, close).ok_or(Fault::Malformed)?;
    Ok(Some((&inner[..length], &inner[length + close.len()..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(xml: &str) -> Result<String, Fault> {
        let mut xml = xml.as_bytes().to_vec();
        make_plain(&mut xml, &Limits::default())?;
        Ok(String::from_utf8(xml).unwrap())
    }

    #[test]
    fn comments_are_left_out_and_marked_letters_are_text() {
        assert_eq!(plain("<?xml?><a b='>'>7<!-- <c> -->5<d/></a><!---->").unwrap(), "<?xml?><a b='>'>75<d/></a>");
        assert_eq!(plain("<a><![CDATA[x]]></a>").unwrap(), "<a>x</a>");
        assert_eq!(plain("<a>1<![CDATA[<b>&]]>2</a>").unwrap(), "<a>1&lt;b&gt;&amp;2</a>");
        assert_eq!(plain("<a><?p <!-- ?>1</a>").unwrap_err(), Fault::Malformed);
        assert_eq!(plain("<a><!-- </a>").unwrap_err(), Fault::Malformed);
    }

    #[test]
    fn what_grows_beyond_the_limits_is_refused() {
        let mut xml = format!("<a><![CDATA[{}]]></a>", "&".repeat(1000)).into_bytes();
        let limits = Limits { part_bytes: 2000, ..Limits::default() };
        assert!(matches!(make_plain(&mut xml, &limits), Err(Fault::Over(Limit::PartBytes, _))));
    }
}
