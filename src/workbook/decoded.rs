//! What was decoded from a legacy encoding, and how it is told.

use super::{Sheet, Value};
use crate::{
    model::{CellRef, Message, say},
    text::{clipped_line, legacy::Legacy},
};

/// How many letters of a text a message shows.
const SHOWN: usize = 60;

/// What was decoded on a sheet from one encoding.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Decoded {
    /// The encoding.
    pub from: Legacy,
    /// How many cells.
    pub cells: u32,
    /// The first of them, and its text as stored.
    pub first: Option<(CellRef, Box<str>)>,
    /// The sheet's name as stored, if it was decoded, too.
    pub name: Option<Box<str>>,
}

impl Decoded {
    /// Says how the text of `sheet`, on which it was decoded, was read.
    pub fn told(&self, sheet: &Sheet) -> Message {
        let (Message { vi, en }, name, cells) = (told(self.from), shortened(&sheet.name), self.cells);
        let said = self.first.as_ref().and_then(|(at, _)| match &sheet.cell(*at)?.value {
            Value::Text(text) => Some(shortened(text)),
            _ => None,
        });
        match (said, &self.name) {
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

    /// Returns the text of the first cell as stored, else the name of the sheet, shortened.
    pub fn stored(&self) -> Option<String> {
        self.first.as_ref().map(|(_, text)| text).or(self.name.as_ref()).map(|text| shortened(text))
    }
}

fn told(encoding: Legacy) -> Message {
    match encoding {
        Legacy::Tcvn3 => say!("Chữ phông cũ TCVN3 (ABC)", "Text for the old fonts of TCVN3 (ABC)"),
        Legacy::Vni => say!("Chữ phông cũ VNI", "Text for the old fonts of VNI"),
        Legacy::Windows1258 => say!("Chữ theo bảng mã cũ Windows-1258", "Text in the old code page Windows-1258"),
        Legacy::MisreadUtf8 => say!("Chữ UTF-8 bị đọc nhầm bảng mã", "UTF-8 that was read in another encoding"),
    }
}

fn shortened(text: &str) -> String {
    clipped_line(text, SHOWN).into_owned()
}
