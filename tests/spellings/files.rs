//! The filled-in table as a file of each kind, or as cells without any file.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use rust_xlsxwriter::Format as Look;
use tdp::{
    facts::{self, Encoding, FileLayout, Receiving, Source, Submission},
    layout::Lexicon,
    model::{CellRef, FileKey},
    receive,
    workbook::{Cell, Format, Sheet, Value, Workbook},
};
use unicode_normalization::UnicodeNormalization;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{letters, spelt::Written};

/// The rows of a table from A1 on.
pub(crate) type Grid = Vec<Vec<Option<Written>>>;

/// In what the table comes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Paper {
    Cells,
    Xlsx(Letters),
    Csv { separator: u8, encoding: TextEncoding },
    Ods,
}

/// How the letters of a workbook are stored.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Letters {
    Composed,
    Decomposed,
    /// TCVN3, with its font or without.
    Tcvn3 {
        font: bool,
    },
    /// VNI, with its font or without.
    Vni {
        font: bool,
    },
}

/// How a text file is encoded.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TextEncoding {
    Utf8,
    Utf8WithMark,
    Utf16Le,
    Utf16Be,
    Tcvn3,
}

impl Paper {
    pub(crate) fn any() -> impl Strategy<Value = Self> {
        let letters = prop_oneof![
            Just(Letters::Composed),
            Just(Letters::Decomposed),
            any::<bool>().prop_map(|font| Letters::Tcvn3 { font }),
            any::<bool>().prop_map(|font| Letters::Vni { font }),
        ];
        let encodings = [
            TextEncoding::Utf8,
            TextEncoding::Utf8WithMark,
            TextEncoding::Utf16Le,
            TextEncoding::Utf16Be,
            TextEncoding::Tcvn3,
        ];
        let csv = (prop::sample::select(vec![b',', b';', b'\t']), prop::sample::select(encodings.to_vec()))
            .prop_map(|(separator, encoding)| Self::Csv { separator, encoding });
        prop_oneof![5 => Just(Self::Cells), 2 => letters.prop_map(Self::Xlsx), 2 => csv, 1 => Just(Self::Ods)]
    }

    /// Reads the table as it comes.
    pub(crate) fn submit(self, lexicon: &Lexicon<'_>, grid: &Grid) -> Submission {
        let (path, bytes) = match self {
            Self::Cells => return extracted(lexicon, grid),
            Self::Xlsx(letters) => ("phường Đoàn Kết.xlsx", xlsx(grid, letters)),
            Self::Csv { separator, encoding } => ("phường Đoàn Kết.csv", csv(grid, separator, encoding)),
            Self::Ods => ("phường Đoàn Kết.ods", ods(grid)),
        };
        receive(lexicon, FileKey::new(0), tdp::Input { path, bytes: &bytes }, &Receiving::default())
    }
}

fn filled(grid: &Grid) -> impl Iterator<Item = (u32, u16, &Written)> {
    (0..)
        .zip(grid)
        .flat_map(|(row, cells)| (0..).zip(cells).filter_map(move |(column, cell)| Some((row, column, cell.as_ref()?))))
}

fn extracted(lexicon: &Lexicon<'_>, grid: &Grid) -> Submission {
    let mut formats = vec![Format::default()];
    let cells = filled(grid).map(|(row, column, written)| {
        let (value, format) = match written {
            Written::Text(text) => (Value::Text(text.as_str().into()), None),
            Written::Number(number, format) => (Value::Number(number.stored()), Some(*format)),
            Written::Bool(truth) => (Value::Bool(*truth), None),
            Written::Day(_) => (Value::Date("2025-05-10".into()), None),
        };
        let format = format.map_or(0, |code| {
            formats.push(Format::new(Some(code), None));
            u16::try_from(formats.len() - 1).unwrap()
        });
        Cell { at: CellRef::new(row, column), value, format, formula: false }
    });
    let cells: Vec<Cell> = cells.collect();
    let sheets = vec![Sheet::new("Biểu", cells, formats).unwrap()];
    let receiving = Receiving::default();
    let source = Source {
        path: "phường Đoàn Kết.xlsx".to_owned(),
        sha256: String::new(),
        size: None,
        ward: None,
        voice: receiving.voice(),
        agency: None,
        layout: FileLayout::None,
        encoding: Encoding::Unicode,
        sheets: Vec::new(),
        read: Vec::new(),
        units: 0,
        judged: 0,
        rows: 0,
        facts: 0,
        refused: 0,
    };
    let book = Workbook { sheets, properties: Vec::new() };
    facts::extract(lexicon, FileKey::new(0), &book, source, &receiving).0
}

fn xlsx(grid: &Grid, letters: Letters) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, column, written) in filled(grid) {
        match written {
            Written::Text(text) => {
                let (text, font) = stored(text, letters);
                let look = Look::new().set_font_name(font);
                sheet.write_string_with_format(row, column, text, &look).map(drop)
            }
            Written::Number(number, format) => {
                let look = Look::new().set_num_format(*format);
                sheet.write_number_with_format(row, column, number.stored(), &look).map(drop)
            }
            Written::Bool(truth) => sheet.write_boolean(row, column, *truth).map(drop),
            Written::Day(serial) => {
                let look = Look::new().set_num_format("dd/mm/yyyy");
                sheet.write_number_with_format(row, column, f64::from(*serial), &look).map(drop)
            }
        }
        .unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// A text as the workbook stores it, and its font; what the encoding has no letters for stays as it is.
fn stored(text: &str, letters: Letters) -> (String, &'static str) {
    let plain = || (text.to_owned(), "Times New Roman");
    match letters {
        Letters::Composed => plain(),
        Letters::Decomposed => (text.nfd().collect(), "Times New Roman"),
        Letters::Tcvn3 { font } => {
            letters::in_tcvn3(text).map_or_else(plain, |text| (text, if font { ".VnTime" } else { "Arial" }))
        }
        Letters::Vni { font } => {
            letters::in_vni(text).map_or_else(plain, |text| (text, if font { "VNI-Times" } else { "Arial" }))
        }
    }
}

/// What people see of a cell, which is what a text file keeps of it.
fn shown(written: &Written) -> String {
    match written {
        Written::Text(text) => text.clone(),
        Written::Number(number, format)
            if format.contains('%')
                && !format.contains("\"%\"")
                && !format.contains("\\%")
                && !format.contains("\" %\"") =>
        {
            format!("{}%", number.hundredfold().plain().replace('.', ","))
        }
        Written::Number(number, format) if format.contains('%') => format!("{}%", number.plain().replace('.', ",")),
        Written::Number(number, _) => number.plain().replace('.', ","),
        Written::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        Written::Day(_) => "10/05/2025".to_owned(),
    }
}

fn csv(grid: &Grid, separator: u8, encoding: TextEncoding) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(Vec::new());
    for row in grid {
        writer.write_record(row.iter().map(|cell| cell.as_ref().map(shown).unwrap_or_default())).unwrap();
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let units = |bytes: fn(u16) -> [u8; 2]| format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect();
    match encoding {
        TextEncoding::Utf8 => text.into_bytes(),
        TextEncoding::Utf8WithMark => format!("\u{feff}{text}").into_bytes(),
        TextEncoding::Utf16Le => units(u16::to_le_bytes),
        TextEncoding::Utf16Be => units(u16::to_be_bytes),
        TextEncoding::Tcvn3 => {
            let bytes = letters::in_tcvn3(&text)
                .and_then(|stored| stored.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect());
            bytes.unwrap_or(text.into_bytes())
        }
    }
}

fn ods(grid: &Grid) -> Vec<u8> {
    let mut rows = String::new();
    for row in grid {
        rows.push_str("<table:table-row>");
        for cell in row {
            rows.push_str(&cell.as_ref().map_or_else(|| "<table:table-cell/>".to_owned(), ods_cell));
        }
        rows.push_str("</table:table-row>");
    }
    let contents = format!(
        "<?xml version='1.0' encoding='UTF-8'?><office:document-content><office:automatic-styles>\
         <number:number-style style:name='N1'><number:number number:decimal-places='6'/><number:text>%</number:text>\
         </number:number-style><style:style style:name='c1' style:family='table-cell' style:data-style-name='N1'/>\
         </office:automatic-styles><office:body><office:spreadsheet><table:table table:name='Biểu'>{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", contents.as_str())]
    {
        zip.start_file(path, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods_cell(written: &Written) -> String {
    let escaped = |text: &str| {
        format!(
            "<text:p>{}</text:p>",
            quick_xml::escape::escape(text)
                .replace(' ', "<text:s/>")
                .replace('\t', "<text:tab/>")
                .replace('\n', "</text:p><text:p>")
        )
    };
    let attributes = match written {
        Written::Text(_) => "office:value-type='string'".to_owned(),
        Written::Number(number, format) => {
            let literal = ["\"%\"", "\\%", "\" %\""].iter().any(|sign| format.contains(sign));
            let kind = if format.contains('%') && !literal { "percentage" } else { "float" };
            let style = if literal { "table:style-name='c1'" } else { "" };
            format!("office:value-type='{kind}' office:value='{}' {style}", number.plain())
        }
        Written::Bool(truth) => format!("office:value-type='boolean' office:boolean-value='{truth}'"),
        Written::Day(_) => "office:value-type='date' office:date-value='2025-05-10'".to_owned(),
    };
    format!("<table:table-cell {attributes}>{}</table:table-cell>", escaped(&shown(written)))
}
