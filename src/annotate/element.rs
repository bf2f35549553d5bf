//! An element of a part with its children, found without building a tree.

use std::ops::Range;

use crate::workbook::{
    fault::Fault,
    tags::{Tag, TagKind, Tags},
};

use super::patch::Patch;

/// So many children, rules or changes are held at most: as many as a workbook may have styles, of which a program writes
/// the most; a part that repeats the shortest of elements would otherwise take thirty times its size.
pub(super) const MOST_HELD: usize = 262_144;

/// An element and where its children stand.
pub(super) struct Element<'a> {
    /// Its opening tag.
    pub(super) tag: Tag<'a>,
    /// The prefix of its name with the colon, empty where it has none.
    pub(super) prefix: String,
    /// Where its closing tag begins; the end of the tag where it is empty.
    end: usize,
    /// Its children in order.
    pub(super) children: Vec<Child<'a>>,
}

/// A child of an [`Element`].
pub(super) struct Child<'a> {
    /// Its opening tag.
    pub(super) tag: Tag<'a>,
    /// Where it ends.
    pub(super) end: usize,
}

impl Child<'_> {
    /// Returns where it stands.
    pub(super) fn range(&self) -> Range<usize> {
        self.tag.start..self.end
    }
}

impl<'a> Element<'a> {
    /// Finds the first element at the end of `path`, the names from the root down to it.
    ///
    /// # Errors
    /// When the part is malformed, is not what a spreadsheet program writes, or the element has more children than are
    /// held.
    pub(super) fn find(xml: &'a [u8], path: &[&str]) -> Result<Option<Self>, Fault> {
        #[cfg(test)]
        WALKED.set(WALKED.get() + xml.len());
        let mut tags = Tags::new(xml)?;
        let mut found: Option<Self> = None;
        let (mut depth, mut matched) = (0_usize, 0_usize);
        while let Some(tag) = tags.next()? {
            // Drawings of old hold line breaks that are never closed.
            if tag.name == b"br" {
                continue;
            }
            if tag.kind == TagKind::Close {
                depth = depth.checked_sub(1).ok_or(Fault::Malformed)?;
                matched = matched.min(depth);
                if let Some(element) = &mut found {
                    if depth + 1 == path.len() {
                        element.end = tag.start;
                        return Ok(found);
                    }
                    if let Some(child) = element.children.last_mut().filter(|_| depth == path.len()) {
                        child.end = tag.end;
                    }
                }
                continue;
            }
            match &mut found {
                Some(element) if depth == path.len() => {
                    if element.children.len() == MOST_HELD {
                        return Err(Fault::Malformed);
                    }
                    element.children.push(Child { tag, end: tag.end });
                }
                None if matched == depth && path.get(depth).is_some_and(|name| name.as_bytes() == tag.name) => {
                    if depth + 1 == path.len() {
                        let prefix = String::from_utf8_lossy(&xml[tag.start + 1..tag.name_start]).into_owned();
                        found = Some(Self { tag, prefix, end: tag.end, children: Vec::new() });
                        if tag.ends() {
                            return Ok(found);
                        }
                    } else {
                        matched += usize::from(!tag.ends());
                    }
                }
                Some(_) | None => {}
            }
            depth += usize::from(!tag.ends());
        }
        if found.is_some() { Err(Fault::Malformed) } else { Ok(None) }
    }

    /// Returns its children of that name.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = &Child<'a>> {
        self.children.iter().filter(move |child| child.tag.name == name.as_bytes())
    }

    /// Puts `text` behind its last child.
    pub(super) fn append(&self, patch: &mut Patch, text: &str) {
        if self.tag.ends() {
            let (prefix, name) = (&self.prefix, String::from_utf8_lossy(self.tag.name));
            patch.replace(self.tag.end - 2..self.tag.end, format!(">{text}</{prefix}{name}>"));
        } else {
            patch.insert(self.end, text);
        }
    }

    /// Puts `text` behind the children with the names of `before`, in front of every other.
    pub(super) fn put_behind(&self, before: &[&str], patch: &mut Patch, text: &str) {
        let later = |child: &&Child<'_>| !before.iter().any(|name| name.as_bytes() == child.tag.name);
        match self.children.iter().find(later) {
            Some(child) => patch.insert(child.tag.start, text),
            None => self.append(patch, text),
        }
    }
}

/// Returns the text that begins at `at`, as it stands.
pub(super) fn text_at(part: &[u8], at: usize) -> &[u8] {
    let rest = &part[at..];
    &rest[..memchr::memchr(b'<', rest).unwrap_or(rest.len())]
}

/// Returns the text of a part or of a value in it, written so that it stays text.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            // What XML does not allow, or turns the direction of writing, is seen as �.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {
                out.push(char::REPLACEMENT_CHARACTER);
            }
            control if control.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
thread_local! {
    /// How many bytes were walked over to find elements.
    pub(super) static WALKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn appended(xml: &str, path: &[&str]) -> String {
        let mut change = Patch::default();
        Element::find(xml.as_bytes(), path).unwrap().unwrap().append(&mut change, "<n/>");
        String::from_utf8(change.apply(xml.as_bytes()).unwrap().unwrap()).unwrap()
    }

    #[test]
    fn an_element_is_found_by_its_path_alone() {
        assert_eq!(appended("<a><c><b/></c><b><d/></b></a>", &["a", "b"]), "<a><c><b/></c><b><d/><n/></b></a>");
        assert_eq!(appended("<x:a><x:b k='/>'/></x:a>", &["a", "b"]), "<x:a><x:b k='/>'><n/></x:b></x:a>");
        assert!(Element::find(b"<a><c><b/></c></a>", &["a", "b"]).unwrap().is_none());
        assert!(Element::find(b"<a><b>", &["a", "b"]).is_err());
    }

    #[test]
    fn children_are_put_in_their_order() {
        let put = |xml: &str| {
            let mut patch = Patch::default();
            Element::find(xml.as_bytes(), &["a"]).unwrap().unwrap().put_behind(&["b"], &mut patch, "<n/>");
            String::from_utf8(patch.apply(xml.as_bytes()).unwrap().unwrap()).unwrap()
        };
        assert_eq!(put("<a><b><c/></b><c/></a>"), "<a><b><c/></b><n/><c/></a>");
        assert_eq!(put("<a><b/></a>"), "<a><b/><n/></a>");
        assert_eq!(put("<a/>"), "<a><n/></a>");
    }

    #[test]
    fn line_breaks_that_are_never_closed_hide_nothing() {
        let element = Element::find(b"<a><b><br>x<br></b><c/></a>", &["a"]).unwrap().unwrap();
        let names: Vec<&[u8]> = element.children.iter().map(|child| child.tag.name).collect();
        assert_eq!(names, [b"b", b"c"]);
    }
}
