//! The tags of a part together with the text before each.

use crate::workbook::{
    fault::Fault,
    tags::{Tag, TagKind, Tags},
};

/// Walks over the elements of a part; whoever meets an opening tag walks, or passes, to the one that closes it.
pub(super) struct Elements<'a> {
    xml: &'a [u8],
    tags: Tags<'a>,
    /// Where the tag before ends.
    at: usize,
    /// The names of the elements that are open.
    open: Vec<&'a [u8]>,
}

impl<'a> Elements<'a> {
    /// Starts at the first tag of `xml`.
    pub(super) fn new(xml: &'a [u8]) -> Result<Self, Fault> {
        Ok(Self { xml, tags: Tags::new(xml)?, at: 0, open: Vec::new() })
    }

    /// Returns the next tag and what stands between it and the tag before, as it stands.
    pub(super) fn next(&mut self) -> Result<Option<(Tag<'a>, &'a [u8])>, Fault> {
        let Some(tag) = self.tags.next()? else {
            return if self.open.is_empty() { Ok(None) } else { Err(Fault::Malformed) };
        };
        match tag.kind {
            TagKind::Open => self.open.push(tag.name),
            TagKind::Close if self.open.pop() != Some(tag.name) => return Err(Fault::Malformed),
            TagKind::Close | TagKind::Empty => {}
        }
        let text = &self.xml[self.at..tag.start];
        self.at = tag.end;
        Ok(Some((tag, text)))
    }

    /// Returns the next child, and the text before it, of the element that is open; `None` where that closes.
    pub(super) fn child(&mut self) -> Result<Option<(Tag<'a>, &'a [u8])>, Fault> {
        let (tag, text) = self.next()?.ok_or(Fault::Malformed)?;
        Ok((tag.kind != TagKind::Close).then_some((tag, text)))
    }

    /// Passes over the element that `tag` opens.
    pub(super) fn pass(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        let mut depth = usize::from(tag.kind == TagKind::Open);
        while depth > 0 {
            match self.next()?.ok_or(Fault::Malformed)?.0.kind {
                TagKind::Open => depth += 1,
                TagKind::Close => depth -= 1,
                TagKind::Empty => {}
            }
        }
        Ok(())
    }
}
