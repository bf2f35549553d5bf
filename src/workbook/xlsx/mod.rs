//! Excel workbooks: the package is checked and unpacked once; the walk that checks a sheet reads the cells that hold
//! nothing but a value, and calamine all others, the texts and the styles.

mod cells;
mod outline;
mod plain;
mod runs;
mod shared;
mod survey;
mod tables;

use std::{
    fmt::Display,
    io::{Cursor, Write},
    sync::Arc,
};

use calamine::Xlsx;
use zip::{CompressionMethod, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use self::{
    outline::{Outline, outline},
    plain::make_plain,
    runs::tell_runs,
    shared::{ASKED, Asked, Shared},
    survey::{Survey, survey},
};
use super::{
    Limit, Limits, ReadError, Sheet, Workbook,
    fault::{Fault, sheet_part},
    grid::Budget,
    package::Package,
};
use crate::model::{Message, phrase};

/// Reads an .xlsx or .xlsm.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let mut content = Vec::new();
    let outline = outline(&mut package, &mut content, limits)?;
    let checked = check(&mut package, &outline, content, limits)?;
    drop(package);
    let sheets = sheets(checked, &outline, limits)?;
    Ok(Workbook { sheets, properties: outline.properties })
}

/// What [`check`] leaves.
struct Checked {
    /// A package of what calamine needs alone, not compressed.
    package: Vec<u8>,
    /// What was found in each sheet.
    surveys: Vec<Survey>,
    /// What the cells refer to that calamine does not read.
    asked: Asked,
}

/// Unpacks and checks each part that calamine needs.
fn check(
    package: &mut Package<'_>,
    outline: &Outline,
    mut content: Vec<u8>,
    limits: &Limits,
) -> Result<Checked, ReadError> {
    let mut checked = ZipWriter::new(Cursor::new(Vec::new()));
    put(&mut checked, "_rels/.rels", ROOT.as_bytes())?;
    put(&mut checked, "xl/workbook.xml", contents(outline).as_bytes())?;
    put(&mut checked, "xl/_rels/workbook.xml.rels", targets(outline).as_bytes())?;
    let (mut texts, mut styles) = (0, 0);
    if let Some(path) = &outline.strings
        && package.unpack(path, &mut content)?
    {
        let part = phrase!("bảng văn bản của các ô", "the table of texts");
        let plain = make_plain(&mut content, limits).and_then(|()| tell_runs(&mut content, limits));
        let told = plain.and_then(|()| tables::check_strings(&mut content, limits));
        texts = told.map_err(|fault| fault.in_part(&part, limits))?;
        put(&mut checked, "xl/sharedStrings.xml", &content)?;
    }
    if let Some(path) = &outline.styles
        && package.unpack(path, &mut content)?
    {
        let part = phrase!("bảng định dạng", "the table of styles");
        let told = tables::check_styles(&content, limits);
        let told = told.and_then(|count| tables::order_styles(&mut content).map(|()| count));
        styles = told.map_err(|fault| fault.in_part(&part, limits))?;
        put(&mut checked, "xl/styles.xml", &content)?;
    }
    let mut asked = Asked::new(texts, styles);
    let mut surveys = Vec::with_capacity(outline.sheets.len());
    let mut cells = 0;
    for (index, sheet) in outline.sheets.iter().enumerate() {
        let part = sheet_part(&sheet.name);
        if !package.unpack(&sheet.path, &mut content)? {
            let Message { vi, en } = part;
            return Err(ReadError::Damaged { reason: phrase!("thiếu {vi}", "{en} is missing") });
        }
        let plain = make_plain(&mut content, limits).and_then(|()| tell_runs(&mut content, limits));
        let found = plain.and_then(|()| survey(&content, limits));
        let found = found.and_then(|found| asked.add(&found).map(|()| found));
        let found = found.map_err(|fault| fault.in_part(&part, limits))?;
        cells += u64::from(found.cells);
        limits.check(Limit::Cells, cells)?;
        if found.left > 0 {
            found.neutralise(&mut content);
            put(&mut checked, &format!("xl/{index}.xml"), &content)?;
        }
        surveys.push(found);
    }
    put(&mut checked, &format!("xl/{ASKED}.xml"), asked.sheet().as_bytes())?;
    let package = checked.finish().map_err(|error| not_repacked(&error))?.into_inner();
    Ok(Checked { package, surveys, asked })
}

/// Reads the sheets from what [`check`] left.
fn sheets(checked: Checked, outline: &Outline, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let Checked { package, surveys, asked } = checked;
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(package)).map_err(|error| unreadable(&error))?;
    let mut shared = Shared::read(&mut book, &asked, outline.from_1904, limits)?;
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::with_capacity(surveys.len());
    for (index, (entry, survey)) in outline.sheets.iter().zip(surveys).enumerate() {
        let reader = (survey.left > 0).then(|| book.worksheet_cells_reader(&index.to_string()));
        let reader = reader.transpose().map_err(|error| unreadable(&error))?;
        let cells = cells::cells(&entry.name, reader, &survey, &mut shared, &mut budget)?;
        let mut sheet = Sheet::new(entry.name.as_str(), cells, Arc::clone(&shared.formats().list))
            .map_err(|twice| Fault::Twice(twice).in_part(&sheet_part(&entry.name), limits))?;
        sheet.hidden = entry.hidden;
        sheet.merges = survey.merges;
        sheet.hidden_rows = survey.hidden_rows;
        sheet.hidden_columns = survey.hidden_columns;
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// Where the checked package's contents are.
const ROOT: &str = r#"<Relationships><Relationship Id="w" Type="/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// The checked package's contents: its sheets go by their numbers, so that no name can mislead.
fn contents(outline: &Outline) -> String {
    let sheet = |name: &dyn Display| format!(r#"<sheet name="{name}" r:id="{name}"/>"#);
    let mut sheets: Vec<String> = (0..outline.sheets.len()).map(|index| sheet(&index)).collect();
    sheets.push(sheet(&ASKED));
    let from_1904 = u8::from(outline.from_1904);
    format!(r#"<workbook><workbookPr date1904="{from_1904}"/><sheets>{}</sheets></workbook>"#, sheets.concat())
}

fn targets(outline: &Outline) -> String {
    let target = |name: &dyn Display| format!(r#"<Relationship Id="{name}" Type="/worksheet" Target="{name}.xml"/>"#);
    let mut targets: Vec<String> = (0..outline.sheets.len()).map(|index| target(&index)).collect();
    targets.push(target(&ASKED));
    format!("<Relationships>{}</Relationships>", targets.concat())
}

fn put(checked: &mut ZipWriter<Cursor<Vec<u8>>>, path: &str, content: &[u8]) -> Result<(), ReadError> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut write = || -> ZipResult<()> {
        checked.start_file(path, options)?;
        Ok(checked.write_all(content)?)
    };
    write().map_err(|error| not_repacked(&error))
}

fn not_repacked(error: &zip::result::ZipError) -> ReadError {
    ReadError::Damaged { reason: phrase!("gói nén không đọc được", "the package cannot be read: {error}") }
}

fn unreadable(error: &calamine::XlsxError) -> ReadError {
    ReadError::Damaged {
        reason: phrase!("không đọc được văn bản hoặc định dạng của các ô", "texts or styles cannot be read: {error}"),
    }
}
