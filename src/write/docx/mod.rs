//! The report as a Word document, laid out by Decree 30/2020/NĐ-CP.

mod blocks;
mod content;
mod frame;
mod package;
mod parts;
mod standing;
mod styles;
mod table;
mod theme;
mod widths;
mod xml;

use crate::{model::digest, report::Document};

use super::WriteError;

pub use self::standing::{ReportStanding, report_standing};

/// Sets `document` as a Word document; the same document gives the same bytes.
///
/// # Errors
/// When the parts cannot be packed.
pub fn report_docx(document: &Document<'_>) -> Result<Vec<u8>, WriteError> {
    let content = content::document(document);
    let custom = parts::custom_properties(&digest(content.as_bytes()));
    let parts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONSHIPS.to_owned()),
        (standing::CONTENT, content),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONSHIPS.to_owned()),
        ("word/styles.xml", styles::styles()),
        ("word/settings.xml", parts::settings()),
        ("word/fontTable.xml", parts::fonts()),
        ("word/theme/theme1.xml", theme::theme()),
        ("word/header1.xml", parts::header()),
        ("docProps/core.xml", parts::core_properties(document)),
        ("docProps/app.xml", parts::application()),
        (standing::PROPERTIES, custom),
    ];
    Ok(package::packed(&parts)?)
}

#[cfg(test)]
mod tests;
