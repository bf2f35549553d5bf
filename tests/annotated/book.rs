//! A workbook of two sheets, written part by part, and what a marked copy of it says.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
};

use tdp::{
    annotate::{Listed, Making, MarkedCopy, annotated},
    finding::{Finding, Place, Severity, codes},
    model::{CellPlace, FileKey, Language, SheetKey, say},
};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The parts of a package: path, content.
pub(crate) type Parts = BTreeMap<String, String>;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews><sheets><sheet name="Phiếu 'A'" sheetId="1" r:id="rId1"/><sheet name="Khác" sheetId="7" r:id="rId2"/></sheets><definedNames><definedName name="Muc">Khác!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">Khác!$A$1</definedName></definedNames></workbook>"#;
const RELATED: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
/// The first sheet: protected, with a condition and a validation of its own.
pub(crate) const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>nhiều</t></is></c></row><row r="2"><c r="B2" s="1"><v>2</v></c><c r="C2"><f>1+1</f><v>2</v></c></row></sheetData><sheetProtection sheet="1" password="83AF"/><conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="0" priority="1"><formula>B2&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="B2"><formula1>0</formula1></dataValidation></dataValidations><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/></worksheet>"#;
const OTHER: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData></worksheet>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="13"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>"#;
const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>Tên</t></si></sst>"#;

/// The parts of a workbook with macros and a picture.
pub(crate) fn book() -> Parts {
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATED),
        ("xl/worksheets/sheet1.xml", SHEET),
        ("xl/worksheets/sheet2.xml", OTHER),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/vbaProject.bin", "macros"),
        ("xl/media/image1.png", "picture"),
    ];
    parts.into_iter().map(|(path, content)| (path.to_owned(), content.to_owned())).collect()
}

/// Packs parts.
pub(crate) fn packed(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        zip.start_file(path.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Unpacks a package.
pub(crate) fn parts(bytes: &[u8]) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let paths: Vec<String> = zip.file_names_raw().map(|path| String::from_utf8(path.to_vec()).unwrap()).collect();
    paths
        .into_iter()
        .map(|path| {
            let mut content = String::new();
            zip.by_name(&path).unwrap().read_to_string(&mut content).unwrap();
            (path, content)
        })
        .collect()
}

/// A finding in a cell of the first sheet, an error or, with `?` behind the cell, a warning.
pub(crate) fn finding(cell: &str) -> Finding {
    let (cell, severity) = cell.strip_suffix('?').map_or((cell, Severity::Error), |cell| (cell, Severity::Warning));
    let place = CellPlace { file: FileKey::new(0), sheet: SheetKey::new(0), cell: cell.parse().unwrap() };
    let message = say!("Ô {cell} sai <\"&\">", "Cell {cell} is wrong");
    Finding::new(&codes::NOT_A_NUMBER, Place::Cell(place), message)
        .with_severity(severity)
        .helped_by(say!("Sửa ô {cell}", "Mend {cell}"))
}

/// Lists a finding as one of a unit and a criterion.
pub(crate) fn listed(finding: &Finding) -> Listed<'_> {
    Listed { finding, unit: "Tổ dân phố số 1", criterion: "3.2" }
}

/// Marks the cells named in a package.
pub(crate) fn copy(bytes: &[u8], cells: &[&str]) -> MarkedCopy {
    let findings: Vec<Finding> = cells.iter().map(|cell| finding(cell)).collect();
    annotated("biểu.xlsx", bytes, &findings.iter().map(listed).collect::<Vec<_>>(), Language::Vietnamese).unwrap()
}

/// Marks the cells named in a package, whose parts are patched.
pub(crate) fn marked(bytes: &[u8], cells: &[&str]) -> Vec<u8> {
    let copy = copy(bytes, cells);
    assert_eq!(copy.making, Making::Own);
    copy.bytes
}

/// Returns what stands between `before` and the next `after`, of every place.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}
