//! The parts around the words: what is in the package, settings, the page number, what the file says of itself.

use chrono::NaiveDate;

use crate::model::REPORT_DIGEST;

use super::{content::NAMESPACES, styles::FONT, xml::Xml};

/// What kind of thing each part is.
pub(super) const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/><Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>"#;

/// Where the parts of the package lie.
pub(super) const RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>"#;

/// Where the parts of the document lie; the header is `rId3`.
pub(super) const DOCUMENT_RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>"#;

/// The format of the properties that name a kind of thing of their own; every program writes this one.
const FORMAT_ID: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const VALUE_TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

/// Tabs of a centimetre, the look of today's Word, Vietnamese numbers.
pub(super) fn settings() -> String {
    let word = "http://schemas.microsoft.com/office/word";
    Xml::part("w:settings", NAMESPACES, |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.value("w:defaultTabStop", "567");
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            let mode = [("w:name", "compatibilityMode"), ("w:uri", word), ("w:val", "15")];
            xml.empty("w:compatSetting", &mode);
        });
        xml.value("w:themeFontLang", "vi-VN");
        xml.value("w:decimalSymbol", ",");
        xml.value("w:listSeparator", ";");
    })
}

/// The only font.
pub(super) fn fonts() -> String {
    Xml::part("w:fonts", NAMESPACES, |xml| {
        xml.element("w:font", &[("w:name", FONT)], |xml| {
            xml.value("w:charset", "00");
            xml.value("w:family", "roman");
            xml.value("w:pitch", "variable");
        });
    })
}

/// The page number in the middle of the top margin; the first page has none.
pub(super) fn header() -> String {
    Xml::part("w:hdr", NAMESPACES, |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", "Header"));
            xml.element("w:fldSimple", &[("w:instr", " PAGE ")], |xml| {
                xml.element("w:r", &[], |xml| xml.element("w:t", &[], |xml| xml.text("2")));
            });
        });
    })
}

/// What a file says of itself.
pub(super) struct About<'a> {
    /// What it is called.
    pub(super) title: &'a str,
    /// Who issues it, a text a line.
    pub(super) issuer: &'a [String],
    /// Its day.
    pub(super) day: NaiveDate,
    /// The property, name and value, by which the program knows what kind of document it is.
    pub(super) stamp: (&'static str, &'static str),
}

/// Title, issuer, language and the day of the document.
pub(super) fn core_properties(about: &About<'_>) -> String {
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let day = format!("{}T00:00:00Z", about.day.format("%Y-%m-%d"));
    Xml::part("cp:coreProperties", &namespaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(about.title));
        xml.element("dc:creator", &[], |xml| xml.text(&about.issuer.join(" ")));
        xml.element("dc:language", &[], |xml| xml.text("vi-VN"));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&day));
        }
    })
}

/// Which program made the file.
pub(super) fn application() -> String {
    let properties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    Xml::part("Properties", &[("xmlns", properties)], |xml| {
        xml.element("Application", &[], |xml| xml.text("tdp"));
    })
}

/// The stamp by which the program knows its own document, and the digest of the words as they were made.
pub(super) fn custom_properties(stamp: (&str, &str), digest: &str) -> String {
    let properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    Xml::part("Properties", &[("xmlns", properties), ("xmlns:vt", VALUE_TYPES)], |xml| {
        for (id, (name, value)) in (2..).zip([stamp, (REPORT_DIGEST, digest)]) {
            let attributes = [("fmtid", FORMAT_ID), ("pid", &*i32::to_string(&id)), ("name", name)];
            xml.element("property", &attributes, |xml| xml.element("vt:lpwstr", &[], |xml| xml.text(value)));
        }
    })
}
