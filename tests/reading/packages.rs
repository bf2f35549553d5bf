//! Packages written part by part, as only a hostile or an unusual writer would.

use std::io::{Cursor, Write};

use tdp::workbook::{Limits, ReadError, Value, Workbook, read};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A package of `parts`: path, content.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The relationships of a package with one sheet, texts and styles.
pub(crate) const ROOT: &[u8] = br#"<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
/// The same one step further in.
pub(crate) const RELATED: &[u8] = br#"<Relationships><Relationship Id="r1" Type="a/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="a/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="a/styles" Target="styles.xml"/></Relationships>"#;
/// Contents that name the one sheet.
pub(crate) const CONTENTS: &[u8] =
    br#"<workbook><sheets><sheet name="Bi&#x1EC3;u 1" sheetId="1" r:id="r1"/></sheets></workbook>"#;

/// A workbook whose one sheet is the XML `sheet`, with the texts `strings` and the styles `styles`.
pub(crate) fn workbook_of(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    package(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", CONTENTS),
        ("xl/_rels/workbook.xml.rels", RELATED),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ])
}

/// A workbook whose one sheet holds `rows`.
pub(crate) fn workbook_with(rows: &str) -> Vec<u8> {
    workbook_of(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), "<sst/>", "<styleSheet/>")
}

/// Reads a workbook within the usual limits.
pub(crate) fn reads(bytes: &[u8]) -> Result<Workbook, ReadError> {
    read("biểu.xlsx", bytes, &Limits::default())
}

/// The cells of the first sheet: address, value.
pub(crate) fn values(bytes: &[u8]) -> Vec<(String, Value)> {
    let workbook = reads(bytes).unwrap();
    workbook.sheets[0].cells().iter().map(|cell| (cell.at.to_string(), cell.value.clone())).collect()
}

/// A text value.
pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.into())
}
