//! The records of a part.

use crate::workbook::{bytes::u32_at, fault::Fault};

/// A record: its type and what it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// Walks over the records of a part.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// Starts at the first record of `part`.
    pub(super) fn new(part: &'a [u8]) -> Self {
        Self { rest: part }
    }

    /// Returns the next record; `None` at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, Fault> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let kind = u16::try_from(self.number(2)?).map_err(|_| Fault::Malformed)?;
        let length = self.number(4)?;
        let (data, rest) = self.rest.split_at_checked(length as usize).ok_or(Fault::Malformed)?;
        self.rest = rest;
        Ok(Some(Record { kind, data }))
    }

    /// Reads a number of at most so many bytes of seven bits; the eighth says that another follows.
    fn number(&mut self, most: u32) -> Result<u32, Fault> {
        let mut number = 0;
        for index in 0..most {
            let (byte, rest) = self.rest.split_first().ok_or(Fault::Malformed)?;
            self.rest = rest;
            number |= u32::from(byte & 0x7F) << (7 * index);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(number)
    }
}

impl Record<'_> {
    /// Reads the text at `at`, which its length precedes, and returns where it ends; a text may not be there at all.
    pub(super) fn text(&self, at: usize) -> Result<(String, usize), Fault> {
        let length = u32_at(self.data, at)?;
        let start = at + 4;
        if length == u32::MAX {
            return Ok((String::new(), start));
        }
        let end =
            (length as usize).checked_mul(2).and_then(|bytes| bytes.checked_add(start)).ok_or(Fault::Malformed)?;
        let letters = self.data.get(start..end).ok_or(Fault::Malformed)?;
        let units: Vec<u16> = letters.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
        Ok((String::from_utf16_lossy(&units), end))
    }
}
