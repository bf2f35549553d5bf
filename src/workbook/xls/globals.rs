//! What all sheets of a workbook share: their list, texts, fonts and number formats.

use encoding_rs::Encoding;

use super::records::{Pieces, Record, Records, Writing};
use crate::workbook::{
    Limit, Limits,
    bytes::{u8_at, u16_at, u32_at},
    fault::Fault,
    grid::{Font, Looks, Shared, over},
    runs::{Look, joined},
};

/// What stands before the sheets.
pub(super) struct Globals {
    /// How texts are written.
    pub writing: Writing,
    /// The file can only be opened with a password.
    pub encrypted: bool,
    /// What all sheets share.
    pub shared: Shared,
    /// The sheets in workbook order.
    pub sheets: Vec<SheetEntry>,
}

/// A sheet in the list of sheets.
pub(super) struct SheetEntry {
    /// Name that people see.
    pub name: String,
    /// Hidden, whether or not Excel offers to show it.
    pub hidden: bool,
    /// It is a worksheet; charts and macros hold no cells.
    pub holds_cells: bool,
    /// Where its records begin.
    pub at: usize,
}

/// Reads what all sheets share from the beginning of `stream`.
pub(super) fn read(stream: &[u8], limits: &Limits) -> Result<Globals, Fault> {
    let mut records = Records::new(stream, 0);
    let first = records.next()?;
    if first.kind != super::BEGIN {
        return Err(Fault::Malformed);
    }
    let writing = match u16_at(first.data, 0)? {
        0x0600 => Writing::Unicode,
        _ => Writing::Bytes(encoding_rs::WINDOWS_1252),
    };
    let mut globals = Globals { writing, encrypted: false, shared: Shared::default(), sheets: Vec::new() };
    let mut looks = Looks::default();
    loop {
        let record = records.next()?;
        match record.kind {
            super::END => break,
            0x002F => {
                // What follows is encrypted.
                globals.encrypted = true;
                return Ok(globals);
            }
            0x00FC => strings(record, &mut records, &looks, &mut globals.shared, limits)?,
            _ => globals.take(record, &mut looks, limits)?,
        }
    }
    looks.settle(&mut globals.shared)?;
    Ok(globals)
}

impl Globals {
    fn take(&mut self, Record { kind, data }: Record<'_>, looks: &mut Looks, limits: &Limits) -> Result<(), Fault> {
        match kind {
            0x0042 => {
                if let (Writing::Bytes(_), Some(encoding)) = (self.writing, encoding(u16_at(data, 0)?)) {
                    self.writing = Writing::Bytes(encoding);
                }
            }
            0x0022 => self.shared.from_1904 = u16_at(data, 0)? == 1,
            0x0031 => {
                looks.font(Font::new(self.writing.name(data, 14)?, u16_at(data, 2)?, u16_at(data, 8)?), limits)?;
            }
            0x041E => looks.code(u16_at(data, 0)?, self.format_code(data)?, limits)?,
            0x00E0 => looks.styles.push((font_position(u16_at(data, 0)?), u16_at(data, 2)?)),
            0x0085 => {
                self.sheets.push(SheetEntry {
                    at: u32_at(data, 0)? as usize,
                    hidden: u8_at(data, 4)? & 3 != 0,
                    holds_cells: u8_at(data, 5)? == 0,
                    name: self.writing.name(data, 6)?,
                });
                over(limits, Limit::Sheets, self.sheets.len() as u64)?;
            }
            _ => {}
        }
        looks.check(limits)
    }

    fn format_code(&self, data: &[u8]) -> Result<String, Fault> {
        match self.writing {
            Writing::Unicode => Pieces::of(data.get(2..).ok_or(Fault::Malformed)?).text(self.writing),
            Writing::Bytes(_) => self.writing.name(data, 2),
        }
    }
}

fn strings<'a>(
    record: Record<'a>,
    records: &mut Records<'a>,
    looks: &Looks,
    shared: &mut Shared,
    limits: &Limits,
) -> Result<(), Fault> {
    let mut pieces = records.continued(record)?;
    pieces.pass_counts()?;
    let mut bytes = 0;
    while !pieces.is_empty() {
        let (text, runs) = pieces.shared_text()?;
        let text = told(text, &runs, looks);
        bytes += text.len() as u64;
        over(limits, Limit::TextBytes, bytes)?;
        shared.strings.push(text.into());
        over(limits, Limit::SharedStrings, shared.strings.len() as u64)?;
    }
    Ok(())
}

/// There is no font 4, so those after it have a number too many.
fn font_position(number: u16) -> usize {
    usize::from(if number > 4 { number - 1 } else { number })
}

/// Returns what a text says whose pieces have fonts of their own: from which letter on, and the number of the font.
fn told(text: String, runs: &[(u16, u16)], looks: &Looks) -> String {
    let look = |font: u16| looks.look(font_position(font));
    if runs.iter().all(|(_, font)| look(*font) == Look::default()) {
        return text;
    }
    let mut starts = runs.iter().copied().peekable();
    let (mut units, mut pieces) = (0, Vec::with_capacity(runs.len()));
    for (at, letter) in text.char_indices() {
        while let Some((_, font)) = starts.next_if(|(start, _)| usize::from(*start) <= units) {
            pieces.push((at, look(font)));
        }
        units += letter.len_utf16();
    }
    joined(text, &pieces)
}

/// Returns the encoding that a code page names.
fn encoding(page: u16) -> Option<&'static Encoding> {
    let label = match page {
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 | 32_768 => "macintosh".to_owned(),
        1250..=1258 => format!("windows-{page}"),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}
