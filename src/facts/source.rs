//! What is recorded of a file that was read.

use serde::Serialize;

use crate::{
    model::{UnitKey, Voice},
    text::legacy::Legacy,
    workbook::Workbook,
};

use super::SheetRead;

/// A file that was read, and what came out of it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path relative to what the user named, with `/`, in NFC.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal; empty when it could not be read.
    pub sha256: String,
    /// How many bytes it has; `None` when it could not be read.
    pub size: Option<u64>,
    /// The ward it speaks for, when that could be told.
    pub ward: Option<UnitKey>,
    /// Who speaks in it.
    pub voice: Voice,
    /// Position of the agency among the plan's agencies, when one speaks.
    pub agency: Option<usize>,
    /// The layout of its tables.
    pub layout: FileLayout,
    /// The encoding of its text.
    pub encoding: Encoding,
    /// Names of its sheets after decoding, in NFC; a `None` for the only sheet of a CSV file.
    pub sheets: Vec<Option<String>>,
    /// What was read on each sheet that has tables, in the order of the sheets.
    pub read: Vec<SheetRead>,
    /// How many units it says something about.
    pub units: u32,
    /// Of how many units it says something that can be used, that are judged and of the ward it speaks for where that
    /// could be told.
    pub judged: u32,
    /// How many rows of its tables were read.
    pub rows: u32,
    /// How many facts it gave.
    pub facts: u32,
    /// How many of these cannot be used.
    pub refused: u32,
}

/// The layout of the tables of a file.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileLayout {
    /// Biểu tổng hợp: a row a unit.
    Matrix,
    /// Phiếu: a row a criterion.
    Card,
    /// Danh sách: a row a unit and criterion.
    List,
    /// Several of them.
    Mixed,
    /// No table was recognised.
    #[default]
    None,
}

/// The encoding of the text of a file.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Encoding {
    /// Unicode.
    #[default]
    Unicode,
    /// TCVN3 (ABC), as the `.Vn` fonts hold it.
    Tcvn3,
    /// VNI.
    Vni,
    /// Several of them.
    Mixed,
}

impl Encoding {
    /// Returns the encoding that the texts of `book` were in before they were decoded. Texts that were Unicode all
    /// along, and only read or saved in the wrong code page, count as Unicode.
    pub fn of(book: &Workbook) -> Self {
        let from = |legacy| book.sheets.iter().flat_map(|sheet| &sheet.decoded).any(|decoded| decoded.from == legacy);
        let unicode = book.sheets.iter().any(|sheet| sheet.holds_unicode)
            || from(Legacy::Windows1258)
            || from(Legacy::MisreadUtf8);
        match (from(Legacy::Tcvn3), from(Legacy::Vni), unicode) {
            (false, false, _) => Self::Unicode,
            (true, false, false) => Self::Tcvn3,
            (false, true, false) => Self::Vni,
            _ => Self::Mixed,
        }
    }
}
