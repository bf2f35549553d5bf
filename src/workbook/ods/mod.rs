//! Workbooks of `LibreOffice`, read as a stream of tags in bounded memory.
//!
//! The reading is our own because calamine gives no number formats, fonts, merges, hidden rows or hidden sheets of
//! these files, all of which decide how a cell is understood, and builds a repeated cell as often as the file says.

mod attributes;
mod cells;
mod elements;
mod numbers;
mod row;
mod sheets;
mod styles;

use memchr::memmem;

use self::{elements::Elements, styles::Styles};
use super::{Limits, ReadError, Workbook, fault::Fault, package::Package, tags::unescaped};
use crate::model::{Message, phrase};

/// How many custom properties a workbook may have; writers make a handful.
const PROPERTIES: usize = 1000;

/// Reads an .ods.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let mut content = Vec::new();
    package.unpack("META-INF/manifest.xml", &mut content)?;
    if memmem::find(&content, b"encryption-data").is_some() {
        return Err(ReadError::PasswordProtected);
    }
    let mut styles = Styles::default();
    if package.unpack("styles.xml", &mut content)? {
        let part = phrase!("bảng định dạng", "the table of styles");
        styles.gather(&content, limits).map_err(|fault| fault.in_part(&part, limits))?;
    }
    let mut properties = Vec::new();
    if package.unpack("meta.xml", &mut content)? {
        let part = phrase!("thông tin về tệp", "what the file says of itself");
        properties = custom_properties(&content).map_err(|fault| fault.in_part(&part, limits))?;
    }
    if !package.unpack("content.xml", &mut content)? {
        let Message { vi, en } = contents();
        return Err(ReadError::Damaged { reason: phrase!("thiếu {vi}", "{en} is missing") });
    }
    drop(package);
    styles.gather(&content, limits).map_err(|fault| fault.in_part(&contents(), limits))?;
    let sheets = sheets::sheets(&content, &styles, limits)?;
    Ok(Workbook { sheets, properties })
}

/// Names the part that holds the sheets.
fn contents() -> Message {
    phrase!("phần nội dung của tệp", "the contents of the file")
}

/// Reads the custom properties: name, value.
fn custom_properties(xml: &[u8]) -> Result<Vec<(String, String)>, Fault> {
    let mut properties = Vec::new();
    let mut elements = Elements::new(xml)?;
    let mut open = None;
    while let Some((tag, text)) = elements.next()? {
        if let Some(name) = open.take() {
            properties.push((name, unescaped(text)?.into_owned()));
        }
        if tag.name == b"user-defined" && tag.opens() && !tag.ends() {
            open = Some(tag.text("meta:name")?);
        }
        if properties.len() > PROPERTIES {
            return Err(Fault::Malformed);
        }
    }
    Ok(properties)
}
