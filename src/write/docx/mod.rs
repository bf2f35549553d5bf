//! The report and the receipts as Word documents, laid out by Decree 30/2020/NĐ-CP.

mod blocks;
mod content;
mod frame;
mod package;
mod parts;
mod receipt;
mod standing;
mod styles;
mod table;
mod theme;
mod widths;
mod xml;

use crate::{
    model::{REPORT_STAMP, digest},
    report::Document,
};

use self::parts::About;
use super::WriteError;

pub use self::{
    receipt::receipt_docx,
    standing::{ReportStanding, report_standing},
};

/// Sets `document` as a Word document; the same document gives the same bytes.
///
/// # Errors
/// When the parts cannot be packed.
pub fn report_docx(document: &Document<'_>) -> Result<Vec<u8>, WriteError> {
    let (title, issuer) = (format!("{} {}", document.title, document.subject), &document.signing.issuer);
    packed(content::document(document), &About { title: &title, issuer, day: document.day, stamp: REPORT_STAMP })
}

/// Packs the words of a document with everything that stands around them.
fn packed(content: String, about: &About<'_>) -> Result<Vec<u8>, WriteError> {
    let custom = parts::custom_properties(about.stamp, &digest(content.as_bytes()));
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
        ("docProps/core.xml", parts::core_properties(about)),
        ("docProps/app.xml", parts::application()),
        (standing::PROPERTIES, custom),
    ];
    Ok(package::packed(&parts)?)
}

#[cfg(test)]
mod tests;
