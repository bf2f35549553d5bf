//! Which parts a package has: sheets in order, texts, styles, custom properties.

use crate::workbook::{
    Kind, Limit, Limits, ReadError,
    fault::{Fault, sheet_part},
    package::Package,
    relationships::{Main, Relationships, contents, main_part, missing},
    tags::{Tag, TagKind, Tags, unescaped},
};

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

/// Where the sheets stand; what programs keep elsewhere of sheets is none.
const SHEETS: [&[u8]; 2] = [b"workbook", b"sheets"];

/// Reads the outline of `package`, using `content` for the parts it unpacks.
pub(super) fn outline(package: &mut Package<'_>, content: &mut Vec<u8>, limits: &Limits) -> Result<Outline, ReadError> {
    let Main { related, properties } = main_part(package, content, limits)?;
    let mut outline = workbook(content, &related, limits)?;
    outline.strings = related.by_kind("sharedStrings").map(str::to_owned);
    outline.styles = related.by_kind("styles").map(str::to_owned);
    outline.properties = properties;
    Ok(outline)
}

fn workbook(content: &[u8], related: &Relationships, limits: &Limits) -> Result<Outline, ReadError> {
    let in_contents = |fault: Fault| fault.in_part(&contents(), limits);
    let mut outline = Outline::default();
    let mut tags = Tags::new(content).map_err(in_contents)?;
    let mut root = true;
    // The names of the elements that are open, as many as may lie within each other.
    let mut open: Vec<&[u8]> = Vec::new();
    while let Some(tag) = tags.next().map_err(in_contents)? {
        if std::mem::take(&mut root) {
            check_root(&tag)?;
        }
        if tag.kind == TagKind::Close {
            open.pop();
            continue;
        }
        match tag.name {
            b"sheet" if open == SHEETS => {
                limits.check(Limit::Sheets, outline.sheets.len() as u64 + 1)?;
                outline.sheets.extend(sheet_entry(&tag, related, in_contents)?);
            }
            b"workbookPr" => {
                let value = tag.attribute("date1904").map_err(in_contents)?;
                outline.from_1904 |= value.is_some_and(is_true);
            }
            _ => {}
        }
        if !tag.ends() {
            open.push(tag.name);
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
    related: &Relationships,
    in_contents: impl Fn(Fault) -> ReadError,
) -> Result<Option<SheetEntry>, ReadError> {
    let name = tag.text("name").map_err(&in_contents)?;
    let mut id = String::new();
    for attribute in tag.attributes() {
        let (key, value) = attribute.map_err(&in_contents)?;
        if key.ends_with(b":id") {
            id = unescaped(value).map_err(&in_contents)?.into_owned();
        }
    }
    let state = tag.attribute("state").map_err(&in_contents)?;
    let hidden = state.is_some_and(|state| state != b"visible");
    let relationship = related.named(&id).ok_or_else(|| missing(&sheet_part(&name)))?;
    let worksheet = relationship.kind == "worksheet";
    Ok(worksheet.then(|| SheetEntry { name, hidden, path: relationship.path.clone() }))
}

/// Whether an attribute says yes.
pub(super) fn is_true(value: &[u8]) -> bool {
    matches!(value, b"1" | b"true" | b"on")
}
