//! Which parts a package has: sheets in order, texts, styles, custom properties.

use quick_xml::{Reader, escape::unescape, events::Event};

use super::{
    fault::Fault,
    package::{Package, resolve},
    tags::{Tag, Tags},
};
use crate::{
    model::{Message, phrase},
    workbook::{Kind, Limit, Limits, ReadError},
};

/// How many custom properties a workbook may have; writers make a handful.
const PROPERTIES: usize = 1000;

/// What a package says that it holds.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The worksheets in workbook order; sheets of other kinds hold no cells.
    pub sheets: Vec<SheetEntry>,
    /// Path of the part with the texts of cells.
    pub strings: Option<String>,
    /// Path of the part with the styles.
    pub styles: Option<String>,
    /// Whether serial dates count from 1904.
    pub from_1904: bool,
    /// Custom properties: name, value.
    pub properties: Vec<(String, String)>,
}

/// A worksheet in the outline.
#[derive(Debug)]
pub(super) struct SheetEntry {
    /// Name that people see.
    pub name: String,
    /// Hidden, whether or not Excel offers to show it.
    pub hidden: bool,
    /// Path of its part.
    pub path: String,
}

struct Relationship {
    id: String,
    kind: String,
    path: String,
}

/// Reads the outline of `package`, using `content` for the parts it unpacks.
pub(super) fn outline(package: &mut Package<'_>, content: &mut Vec<u8>, limits: &Limits) -> Result<Outline, ReadError> {
    let root = relationships(package, "", "_rels/.rels", content, limits)?;
    let path = by_kind(&root, "officeDocument").ok_or(ReadError::NotAWorkbook(Kind::Archive))?;
    let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
    let beside = resolve("", &format!("{folder}/_rels/{file}.rels"));
    let related = relationships(package, path, &beside, content, limits)?;
    if !package.unpack(path, content)? {
        return Err(missing(&contents()));
    }
    let mut outline = workbook(content, &related, limits)?;
    outline.strings = by_kind(&related, "sharedStrings").map(str::to_owned);
    outline.styles = by_kind(&related, "styles").map(str::to_owned);
    if let Some(path) = by_kind(&root, "custom-properties")
        && package.unpack(path, content)?
    {
        outline.properties = properties(content).ok_or_else(|| Fault::Malformed.in_part(&contents(), limits))?;
    }
    Ok(outline)
}

fn by_kind<'r>(relationships: &'r [Relationship], kind: &str) -> Option<&'r str> {
    relationships.iter().find(|relationship| relationship.kind == kind).map(|relationship| relationship.path.as_str())
}

/// Reads the part at `path`, which says how the part `from` relates to others; none if there is no such part.
fn relationships(
    package: &mut Package<'_>,
    from: &str,
    path: &str,
    content: &mut Vec<u8>,
    limits: &Limits,
) -> Result<Vec<Relationship>, ReadError> {
    package.unpack(path, content)?;
    let read = || -> Result<Vec<Relationship>, Fault> {
        let mut found = Vec::new();
        let mut tags = Tags::new(content)?;
        while let Some(tag) = tags.next()? {
            if tag.opens() && tag.name == b"Relationship" {
                let kind = text_of(&tag, "Type")?;
                found.push(Relationship {
                    id: text_of(&tag, "Id")?,
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    path: resolve(from, &text_of(&tag, "Target")?),
                });
                over(limits, Limit::Parts, found.len())?;
            }
        }
        Ok(found)
    };
    read().map_err(|fault| fault.in_part(&contents(), limits))
}

fn workbook(content: &[u8], related: &[Relationship], limits: &Limits) -> Result<Outline, ReadError> {
    let in_contents = |fault: Fault| fault.in_part(&contents(), limits);
    let mut outline = Outline::default();
    let mut tags = Tags::new(content).map_err(in_contents)?;
    let mut root = true;
    while let Some(tag) = tags.next().map_err(in_contents)? {
        if std::mem::take(&mut root) {
            check_root(&tag)?;
        }
        match tag.name {
            b"sheet" if tag.opens() => {
                limits.check(Limit::Sheets, outline.sheets.len() as u64 + 1)?;
                outline.sheets.extend(sheet_entry(&tag, related, in_contents)?);
            }
            b"workbookPr" if tag.opens() => {
                let value = tag.attribute("date1904").map_err(in_contents)?;
                outline.from_1904 |= value.is_some_and(is_true);
            }
            _ => {}
        }
    }
    Ok(outline)
}

fn check_root(tag: &Tag<'_>) -> Result<(), ReadError> {
    match tag.name {
        b"workbook" => Ok(()),
        b"document" => Err(ReadError::NotAWorkbook(Kind::Document)),
        b"presentation" => Err(ReadError::NotAWorkbook(Kind::Slides)),
        _ => Err(ReadError::NotAWorkbook(Kind::Unknown)),
    }
}

fn sheet_entry(
    tag: &Tag<'_>,
    related: &[Relationship],
    in_contents: impl Fn(Fault) -> ReadError,
) -> Result<Option<SheetEntry>, ReadError> {
    let name = text_of(tag, "name").map_err(&in_contents)?;
    let mut id = String::new();
    for attribute in tag.attributes() {
        let (key, value) = attribute.map_err(&in_contents)?;
        if key.ends_with(b":id") {
            id = unescaped(value).map_err(&in_contents)?;
        }
    }
    let state = tag.attribute("state").map_err(&in_contents)?;
    let hidden = state.is_some_and(|state| state != b"visible");
    let Some(relationship) = related.iter().find(|relationship| relationship.id == id) else {
        return Err(missing(&super::fault::sheet_part(&name)));
    };
    let worksheet = relationship.kind == "worksheet";
    Ok(worksheet.then(|| SheetEntry { name, hidden, path: relationship.path.clone() }))
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
                let name = name.map_or(Ok(String::new()), |name| unescaped(name.value.as_bytes())).ok()?;
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

fn text_of(tag: &Tag<'_>, attribute: &str) -> Result<String, Fault> {
    tag.attribute(attribute)?.map_or(Ok(String::new()), unescaped)
}

fn unescaped(value: &[u8]) -> Result<String, Fault> {
    let text = std::str::from_utf8(value).map_err(|_| Fault::Encoding)?;
    unescape(text).map(std::borrow::Cow::into_owned).map_err(|_| Fault::Malformed)
}

/// Whether an attribute says yes.
pub(super) fn is_true(value: &[u8]) -> bool {
    matches!(value, b"1" | b"true" | b"on")
}

fn over(limits: &Limits, limit: Limit, found: usize) -> Result<(), Fault> {
    if found as u64 <= limits.of(limit) { Ok(()) } else { Err(Fault::Over(limit, found as u64)) }
}

fn contents() -> Message {
    phrase!("phần mục lục của tệp", "the table of contents")
}

fn missing(part: &Message) -> ReadError {
    let Message { vi, en } = part;
    ReadError::Damaged { reason: phrase!("thiếu {vi}", "{en} is missing") }
}
