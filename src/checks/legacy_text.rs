//! Text that was decoded from a legacy encoding: people are told how it was read, once a sheet and encoding.

use crate::{
    finding::{Finding, Place, codes},
    model::{CellPlace, Message, SheetKey, say},
    text::legacy::Legacy,
    workbook::{Decoded, Sheet, Value},
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::LEGACY_TEXT, run };

/// How many letters of a text a message shows.
const SHOWN: usize = 60;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, sheet) in context.book.sheets.iter().enumerate() {
        let key = SheetKey::new(index);
        findings.extend(sheet.decoded.iter().map(|decoded| {
            let place = match &decoded.first {
                Some((cell, _)) => Place::Cell(CellPlace { file: context.file, sheet: key, cell: *cell }),
                None => Place::Sheet(context.file, key),
            };
            let stored = decoded.first.as_ref().map(|(_, text)| text).or(decoded.name.as_ref());
            let mut finding = Finding::new(&codes::LEGACY_TEXT, place, message(sheet, decoded));
            finding.value = stored.map(|stored| shortened(stored));
            finding
        }));
    }
}

fn message(sheet: &Sheet, decoded: &Decoded) -> Message {
    let (Message { vi, en }, name, cells) = (what(decoded.from), shortened(&sheet.name), decoded.cells);
    let said = decoded.first.as_ref().and_then(|(at, _)| match &sheet.cell(*at)?.value {
        Value::Text(text) => Some(shortened(text)),
        _ => None,
    });
    match (said, &decoded.name) {
        (Some(said), None) => say!(
            "{vi} được đổi sang Unicode, số ô: {cells}; ô này đọc là \"{said}\"",
            "{en} is decoded, number of cells: {cells}; this one says \"{said}\""
        ),
        (Some(said), Some(_)) => say!(
            "{vi} được đổi sang Unicode, số ô: {cells}; ô này đọc là \"{said}\", tên trang tính là \"{name}\"",
            "{en} is decoded, number of cells: {cells}; this one says \"{said}\", the sheet's name \"{name}\""
        ),
        (None, _) => say!(
            "{vi} ở tên trang tính được đổi sang Unicode, đọc là \"{name}\"",
            "{en} in the name of the sheet is decoded; it says \"{name}\""
        ),
    }
}

fn what(encoding: Legacy) -> Message {
    match encoding {
        Legacy::Tcvn3 => say!("Chữ phông cũ TCVN3 (ABC)", "Text for the old fonts of TCVN3 (ABC)"),
        Legacy::Vni => say!("Chữ phông cũ VNI", "Text for the old fonts of VNI"),
        Legacy::Windows1258 => say!("Chữ theo bảng mã cũ Windows-1258", "Text in the old code page Windows-1258"),
        Legacy::MisreadUtf8 => say!("Chữ UTF-8 bị đọc nhầm bảng mã", "UTF-8 that was read in another encoding"),
    }
}

/// Returns the first line of `text`, shortened.
fn shortened(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line.to_owned(),
    }
}
