//! How the parts of a package of Excel relate to each other, and what its maker stamped on it.

use std::{
    borrow::Cow,
    collections::{HashMap, hash_map::Entry},
};

use quick_xml::{Reader, escape::unescape, events::Event};

use super::{
    Kind, Limit, Limits, ReadError,
    fault::Fault,
    grid::over,
    package::{Package, resolve},
    tags::{Tags, unescaped},
};
use crate::model::{Message, phrase};

/// How many custom properties a workbook may have; writers make a handful.
const PROPERTIES: usize = 1000;

/// What relates to the part with the table of contents, and what the package says of itself.
pub(super) struct Main {
    /// The parts that the table of contents refers to.
    pub related: Relationships,
    /// Custom properties: name, value.
    pub properties: Vec<(String, String)>,
}

/// The parts that relate to one, in the order of the file.
#[derive(Default)]
pub(super) struct Relationships {
    listed: Vec<Relationship>,
    /// Positions by the names of the relationships: a file may ask for ten thousand of them a million times.
    by_id: HashMap<String, usize>,
}

/// How one part relates to another.
pub(super) struct Relationship {
    /// Last word of its type.
    pub kind: String,
    /// Path of the other part.
    pub path: String,
}

/// Unpacks the part with the table of contents into `content`.
pub(super) fn main_part(package: &mut Package<'_>, content: &mut Vec<u8>, limits: &Limits) -> Result<Main, ReadError> {
    let root = relationships(package, "", "_rels/.rels", content, limits)?;
    let path = root.by_kind("officeDocument").ok_or(ReadError::NotAWorkbook(Kind::Archive))?;
    let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
    let beside = resolve("", &format!("{folder}/_rels/{file}.rels"));
    let related = relationships(package, path, &beside, content, limits)?;
    let mut found = Vec::new();
    if let Some(path) = root.by_kind("custom-properties")
        && package.unpack(path, content)?
    {
        found = properties(content).ok_or_else(|| Fault::Malformed.in_part(&contents(), limits))?;
    }
    if package.unpack(path, content)? { Ok(Main { related, properties: found }) } else { Err(missing(&contents())) }
}

impl Relationships {
    /// Returns the path of the first part of that kind.
    pub(super) fn by_kind(&self, kind: &str) -> Option<&str> {
        self.listed.iter().find(|relationship| relationship.kind == kind).map(|relationship| relationship.path.as_str())
    }

    /// Returns the relationship of that name.
    pub(super) fn named(&self, id: &str) -> Option<&Relationship> {
        self.by_id.get(id).map(|index| &self.listed[*index])
    }

    /// Adds a relationship; of two of one name the first stands.
    fn add(&mut self, id: String, relationship: Relationship) {
        if let Entry::Vacant(free) = self.by_id.entry(id) {
            free.insert(self.listed.len());
        }
        self.listed.push(relationship);
    }
}

/// Reads the part at `path`, which says how the part `from` relates to others; none if there is no such part.
fn relationships(
    package: &mut Package<'_>,
    from: &str,
    path: &str,
    content: &mut Vec<u8>,
    limits: &Limits,
) -> Result<Relationships, ReadError> {
    package.unpack(path, content)?;
    let read = || -> Result<Relationships, Fault> {
        let mut found = Relationships::default();
        let mut tags = Tags::new(content)?;
        while let Some(tag) = tags.next()? {
            if tag.opens() && tag.name == b"Relationship" {
                let kind = tag.text("Type")?;
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found.add(tag.text("Id")?, Relationship { kind, path: resolve(from, &tag.text("Target")?) });
                over(limits, Limit::Parts, found.listed.len() as u64)?;
            }
        }
        Ok(found)
    };
    read().map_err(|fault| fault.in_part(&contents(), limits))
}

/// Reads custom properties; `None` if the part is malformed, or holds more than any writer makes.
fn properties(content: &[u8]) -> Option<Vec<(String, String)>> {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().expand_empty_elements = true;
    let mut properties: Vec<(String, String)> = Vec::new();
    let mut open = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if tag.local_name().as_ref() == "property" => {
                let name = tag.try_get_attribute("name").ok()?;
                let name = name
                    .map_or(Ok(String::new()), |name| unescaped(name.value.as_bytes()).map(Cow::into_owned))
                    .ok()?;
                properties.push((name, String::new()));
                open = true;
                if properties.len() > PROPERTIES {
                    return None;
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "property" => open = false,
            Event::Text(text) if open => properties.last_mut()?.1.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) if open => {
                let text = format!("&{};", entity.as_ref() as &str);
                properties.last_mut()?.1.push_str(&unescape(&text).ok()?);
            }
            Event::DocType(_) => return None,
            Event::Eof => return Some(properties),
            _ => {}
        }
    }
}

/// Names the part with the table of contents.
pub(super) fn contents() -> Message {
    phrase!("phần mục lục của tệp", "the table of contents")
}

/// Says that a part is not there.
pub(super) fn missing(part: &Message) -> ReadError {
    let Message { vi, en } = part;
    ReadError::Damaged { reason: phrase!("thiếu {vi}", "{en} is missing") }
}
