//! What relates to a part, and what the package says its parts are.

use std::collections::BTreeSet;

use crate::workbook::{
    ReadError,
    fault::Fault,
    package::resolve,
    tags::{Tags, unescaped},
};

use super::{
    element::{Element, MOST_HELD, escaped},
    parts::Parts,
    patch::Patch,
};

/// Where the package says what its parts are.
const CONTENT_TYPES: &str = "[Content_Types].xml";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The two families of names in which a workbook may be written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Dialect {
    /// That of nearly every file.
    Transitional,
    /// "Strict Open XML", which Excel offers when saving.
    Strict,
}

impl Dialect {
    /// Tells it by the names that the root of a part declares.
    pub(super) fn of(root: &Element<'_>) -> Self {
        let strict = memchr::memmem::find(root.tag.attributes, b"http://purl.oclc.org/ooxml/").is_some();
        if strict { Self::Strict } else { Self::Transitional }
    }

    /// Returns the name of the family of relationships, to which the last word of each is joined by `/`.
    pub(super) fn relationships(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            Self::Strict => "http://purl.oclc.org/ooxml/officeDocument/relationships",
        }
    }

    /// Returns the name of the elements of workbooks.
    pub(super) fn main(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            Self::Strict => "http://purl.oclc.org/ooxml/spreadsheetml/main",
        }
    }
}

/// One part that relates to another.
#[derive(Debug)]
pub(super) struct Relationship {
    /// Its name.
    pub(super) id: String,
    /// Last word of its type.
    pub(super) kind: String,
    /// Path of the other part.
    pub(super) path: String,
}

/// Returns the path of the part that says what relates to the part at `path`; to the package where that is empty.
fn beside(path: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    resolve("", &format!("{folder}/_rels/{file}.rels"))
}

/// Reads what relates to the part at `path`.
///
/// # Errors
/// When what says so is malformed.
pub(super) fn related(parts: &mut Parts<'_>, path: &str) -> Result<Vec<Relationship>, ReadError> {
    let beside = beside(path);
    let Some(content) = parts.content(&beside)? else { return Ok(Vec::new()) };
    let read = || -> Result<Vec<Relationship>, Fault> {
        let mut found = Vec::new();
        let mut tags = Tags::new(&content)?;
        while let Some(tag) = tags.next()? {
            if tag.opens() && tag.name == b"Relationship" {
                let kind = tag.text("Type")?.rsplit('/').next().unwrap_or_default().to_owned();
                if found.len() == MOST_HELD {
                    return Err(Fault::Malformed);
                }
                found.push(Relationship { id: tag.text("Id")?, kind, path: resolve(path, &tag.text("Target")?) });
            }
        }
        Ok(found)
    };
    read().map_err(parts.faulty(&beside))
}

/// Says that the part at `target` relates to the one at `path`; returns the name of the relationship.
///
/// # Errors
/// When what says so is malformed.
pub(super) fn relate(
    parts: &mut Parts<'_>,
    path: &str,
    kind: &str,
    target: &str,
    dialect: Dialect,
) -> Result<String, ReadError> {
    let known: BTreeSet<String> = related(parts, path)?.into_iter().map(|relationship| relationship.id).collect();
    let free = |id: &String| !known.contains(id);
    let id = (1..u32::MAX).map(|number| format!("tdp{number}")).find(free).unwrap_or_default();
    let beside = beside(path);
    let content = match parts.content(&beside)? {
        Some(content) => content,
        None => format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\"></Relationships>").into_bytes(),
    };
    let (family, target) = (dialect.relationships(), escaped(target));
    append(parts, &beside, &content, "Relationships", |prefix| {
        format!("<{prefix}Relationship Id=\"{id}\" Type=\"{family}/{kind}\" Target=\"/{target}\"/>")
    })?;
    Ok(id)
}

/// Says what the part at `path` is, once all is done: see [`write_declared`].
pub(super) fn declare(parts: &mut Parts<'_>, path: &str, content_type: &'static str) {
    parts.declared.push((escaped(path), content_type));
}

/// Writes what the new parts are, all at once: there may be two for each sheet.
///
/// # Errors
/// When what says so is malformed or missing.
pub(super) fn write_declared(parts: &mut Parts<'_>) -> Result<(), ReadError> {
    let declared = std::mem::take(&mut parts.declared);
    if declared.is_empty() {
        return Ok(());
    }
    let content = parts.needed(CONTENT_TYPES)?;
    append(parts, CONTENT_TYPES, &content, "Types", |prefix| {
        let line = |(path, content_type): &(String, &str)| {
            format!("<{prefix}Override PartName=\"/{path}\" ContentType=\"{content_type}\"/>")
        };
        declared.iter().map(line).collect()
    })
}

/// How every part that is new begins.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn append(
    parts: &mut Parts<'_>,
    path: &str,
    content: &[u8],
    root: &str,
    text: impl Fn(&str) -> String,
) -> Result<(), ReadError> {
    let element = Element::find(content, &[root]).and_then(|found| found.ok_or(Fault::Malformed));
    let element = element.map_err(parts.faulty(path))?;
    let mut change = Patch::default();
    element.append(&mut change, &text(&element.prefix));
    if let Some(changed) = change.apply(content).map_err(parts.faulty(path))? {
        parts.set(path, changed);
    }
    Ok(())
}

/// Returns the name of the relationship that a tag refers to, `r:id` by whatever prefix.
///
/// # Errors
/// When the tag is malformed or names more than one.
pub(super) fn reference(tag: &crate::workbook::tags::Tag<'_>) -> Result<Option<String>, Fault> {
    let mut found = None;
    for attribute in tag.attributes() {
        let (key, value) = attribute?;
        if key.ends_with(b":id") && found.replace(unescaped(value)?.into_owned()).is_some() {
            return Err(Fault::Malformed);
        }
    }
    Ok(found)
}
