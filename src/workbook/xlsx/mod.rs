//! Excel workbooks: the package is checked and unpacked once, and calamine reads what is left of it.

mod cells;
mod outline;
mod plain;
mod runs;
mod survey;
mod tables;

use std::{
    io::{Cursor, Write},
    sync::Arc,
};

use calamine::Xlsx;
use zip::{CompressionMethod, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use self::{
    cells::Texts,
    outline::{Outline, outline},
    plain::make_plain,
    runs::tell_runs,
    survey::{Survey, survey},
};
use super::{
    Limit, Limits, ReadError, Sheet, Workbook,
    fault::{Fault, sheet_part},
    formats::{Formats, Style},
    grid::Budget,
    package::Package,
};
use crate::model::{Message, phrase};

/// Reads an .xlsx or .xlsm.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let mut content = Vec::new();
    let outline = outline(&mut package, &mut content, limits)?;
    let (checked, surveys) = check(&mut package, &outline, content, limits)?;
    drop(package);
    let sheets = sheets(checked, &outline, surveys, limits)?;
    Ok(Workbook { sheets, properties: outline.properties })
}

/// Unpacks and checks each part that calamine needs; returns a package of those alone, not compressed.
fn check(
    package: &mut Package<'_>,
    outline: &Outline,
    mut content: Vec<u8>,
    limits: &Limits,
) -> Result<(Vec<u8>, Vec<Survey>), ReadError> {
    let mut checked = ZipWriter::new(Cursor::new(Vec::new()));
    put(&mut checked, "_rels/.rels", ROOT.as_bytes())?;
    put(&mut checked, "xl/workbook.xml", contents(outline).as_bytes())?;
    put(&mut checked, "xl/_rels/workbook.xml.rels", targets(outline).as_bytes())?;
    if let Some(path) = &outline.strings
        && package.unpack(path, &mut content)?
    {
        let part = phrase!("bảng văn bản của các ô", "the table of texts");
        let plain = make_plain(&mut content, limits).and_then(|()| tell_runs(&mut content, limits));
        let told = plain.and_then(|()| tables::check_strings(&mut content, limits));
        told.map_err(|fault| fault.in_part(&part, limits))?;
        put(&mut checked, "xl/sharedStrings.xml", &content)?;
    }
    if let Some(path) = &outline.styles
        && package.unpack(path, &mut content)?
    {
        let part = phrase!("bảng định dạng", "the table of styles");
        tables::check_styles(&content, limits).map_err(|fault| fault.in_part(&part, limits))?;
        put(&mut checked, "xl/styles.xml", &content)?;
    }
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
        let found = found.map_err(|fault| fault.in_part(&part, limits))?;
        cells += u64::from(found.cells);
        limits.check(Limit::Cells, cells)?;
        if found.cells > 0 {
            found.neutralise(&mut content);
            put(&mut checked, &format!("xl/{index}.xml"), &content)?;
        }
        surveys.push(found);
    }
    let checked = checked.finish().map_err(|error| not_repacked(&error))?;
    Ok((checked.into_inner(), surveys))
}

/// Reads the sheets from the package that [`check`] made.
fn sheets(checked: Vec<u8>, outline: &Outline, surveys: Vec<Survey>, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(checked)).map_err(|error| unreadable(&error))?;
    let mut formats = None;
    let mut budget = Budget::new(limits);
    let mut texts = Texts::default();
    let mut sheets = Vec::with_capacity(surveys.len());
    for (index, (entry, survey)) in outline.sheets.iter().zip(surveys).enumerate() {
        let (cells, formats) = if survey.cells == 0 {
            (Vec::new(), Arc::default())
        } else {
            let mut reader = book.worksheet_cells_reader(&index.to_string()).map_err(|error| unreadable(&error))?;
            let formats = match &mut formats {
                Some(formats) => &*formats,
                empty => empty.insert(known_formats(reader.styles(), limits)?),
            };
            let cells = cells::cells(&entry.name, &mut reader, &survey, formats, &mut texts, &mut budget)?;
            (cells, Arc::clone(&formats.list))
        };
        let mut sheet = Sheet::new(entry.name.as_str(), cells, formats)
            .map_err(|twice| Fault::Twice(twice).in_part(&sheet_part(&entry.name), limits))?;
        sheet.hidden = entry.hidden;
        sheet.merges = survey.merges;
        sheet.hidden_rows = survey.hidden_rows;
        sheet.hidden_columns = survey.hidden_columns;
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn known_formats(styles: &[calamine::Style], limits: &Limits) -> Result<Formats, ReadError> {
    let (limit, allowed) = (Limit::Styles, limits.styles.min(u64::from(u16::MAX)));
    let codes = styles.iter().map(|style| {
        let number = style.number_format.as_ref().map(|number| number.format_code.as_str());
        let font = style.font.as_ref();
        let crossed_out = font.is_some_and(calamine::Font::has_strikethrough);
        Style { number, font: font.and_then(|font| font.name.as_deref()), crossed_out }
    });
    Formats::of(codes).ok_or(ReadError::OverLimits { limit, found: styles.len() as u64, allowed })
}

/// Where the checked package's contents are.
const ROOT: &str = r#"<Relationships><Relationship Id="w" Type="/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// The checked package's contents: its sheets go by their numbers, so that no name can mislead.
fn contents(outline: &Outline) -> String {
    let sheets: Vec<String> =
        (0..outline.sheets.len()).map(|index| format!(r#"<sheet name="{index}" r:id="s{index}"/>"#)).collect();
    let from_1904 = u8::from(outline.from_1904);
    format!(r#"<workbook><workbookPr date1904="{from_1904}"/><sheets>{}</sheets></workbook>"#, sheets.concat())
}

fn targets(outline: &Outline) -> String {
    let target = |index| format!(r#"<Relationship Id="s{index}" Type="/worksheet" Target="{index}.xml"/>"#);
    let targets: Vec<String> = (0..outline.sheets.len()).map(target).collect();
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
