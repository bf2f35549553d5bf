//! The records of a stream, and texts that may go on over several of them.

use encoding_rs::Encoding;

use crate::workbook::{
    bytes::{u8_at, u16_at, u32_at},
    fault::Fault,
};

/// The record that continues the one before.
const CONTINUE: u16 = 0x003C;

/// A record: its type and what it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// Walks over the records of a stream.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    /// Starts at the record that begins at `at`.
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// Returns where the next record begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Returns the next record; a stream that ends before the record that says so is cut short.
    pub(super) fn next(&mut self) -> Result<Record<'a>, Fault> {
        let kind = u16_at(self.stream, self.at)?;
        let start = self.at + 4;
        let end = start + usize::from(u16_at(self.stream, self.at + 2)?);
        let data = self.stream.get(start..end).ok_or(Fault::Malformed)?;
        self.at = end;
        Ok(Record { kind, data })
    }

    /// Returns what `record`, the last one, and those that continue it hold.
    pub(super) fn continued(&mut self, record: Record<'a>) -> Result<Pieces<'a>, Fault> {
        let mut rest = Vec::new();
        while u16_at(self.stream, self.at) == Ok(CONTINUE) {
            rest.push(self.next()?.data);
        }
        rest.reverse();
        Ok(Pieces { piece: record.data, rest })
    }
}

/// What a record and those that continue it hold.
pub(super) struct Pieces<'a> {
    piece: &'a [u8],
    /// The pieces still to come, the next one last.
    rest: Vec<&'a [u8]>,
}

impl<'a> Pieces<'a> {
    /// What one record holds by itself.
    pub(super) fn of(piece: &'a [u8]) -> Self {
        Self { piece, rest: Vec::new() }
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(&mut self) -> bool {
        while self.piece.is_empty() {
            let Some(next) = self.rest.pop() else { return true };
            self.piece = next;
        }
        false
    }

    fn take(&mut self, most: usize) -> Result<&'a [u8], Fault> {
        if self.is_empty() {
            return Err(Fault::Malformed);
        }
        let (taken, piece) = self.piece.split_at(most.min(self.piece.len()));
        self.piece = piece;
        Ok(taken)
    }

    fn pass(&mut self, mut bytes: usize) -> Result<(), Fault> {
        while bytes > 0 {
            bytes -= self.take(bytes)?.len();
        }
        Ok(())
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        u8_at(self.take(1)?, 0)
    }

    fn short(&mut self) -> Result<u16, Fault> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// Passes over the counts before the texts; they are not believed.
    pub(super) fn pass_counts(&mut self) -> Result<(), Fault> {
        self.pass(8)
    }

    /// Reads a text of the table of texts and its pieces: from which letter on, and the number of the font. What is said
    /// of its sound is passed over.
    pub(super) fn shared_text(&mut self) -> Result<(String, Vec<(u16, u16)>), Fault> {
        let length = usize::from(self.short()?);
        let flags = self.byte()?;
        let count = if flags & 8 == 0 { 0 } else { usize::from(self.short()?) };
        let sound = if flags & 4 == 0 {
            0
        } else {
            u32_at(&[self.byte()?, self.byte()?, self.byte()?, self.byte()?], 0)? as usize
        };
        let text = self.letters(length, flags)?;
        let runs = (0..count).map(|_| Ok((self.short()?, self.short()?))).collect::<Result<_, Fault>>()?;
        self.pass(sound)?;
        Ok((text, runs))
    }

    /// Reads a text that its length precedes, in the stream's way of writing.
    pub(super) fn text(&mut self, writing: Writing) -> Result<String, Fault> {
        let length = usize::from(self.short()?);
        match writing {
            Writing::Unicode if length == 0 => Ok(String::new()),
            Writing::Unicode => {
                let flags = self.byte()?;
                self.letters(length, flags)
            }
            Writing::Bytes(encoding) => {
                let mut bytes = Vec::new();
                while bytes.len() < length {
                    bytes.extend_from_slice(self.take(length - bytes.len())?);
                }
                Ok(encoding.decode_without_bom_handling(&bytes).0.into_owned())
            }
        }
    }

    /// Reads `length` letters of one or two bytes; each piece says anew which.
    fn letters(&mut self, length: usize, flags: u8) -> Result<String, Fault> {
        let mut units = Vec::new();
        let mut wide = flags & 1 != 0;
        while units.len() < length {
            if self.piece.is_empty() && !self.is_empty() {
                wide = self.byte()? & 1 != 0;
            }
            let left = length - units.len();
            if wide {
                let letters = self.take(left * 2)?;
                if letters.len() % 2 != 0 {
                    return Err(Fault::Malformed);
                }
                units.extend(letters.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])));
            } else {
                units.extend(self.take(left)?.iter().map(|byte| u16::from(*byte)));
            }
        }
        Ok(String::from_utf16_lossy(&units))
    }
}

/// How texts are written in a stream.
#[derive(Clone, Copy, Debug)]
pub(super) enum Writing {
    /// In Unicode, since Excel 97.
    Unicode,
    /// In the code page of the machine that wrote it.
    Bytes(&'static Encoding),
}

impl Writing {
    /// Reads a text of at most 255 letters at `at`, which its length precedes.
    pub(super) fn name(self, data: &[u8], at: usize) -> Result<String, Fault> {
        let length = usize::from(u8_at(data, at)?);
        let (wide, start) = match self {
            Self::Unicode => (u8_at(data, at + 1)? & 1 != 0, at + 2),
            Self::Bytes(_) => (false, at + 1),
        };
        let bytes = if wide { length * 2 } else { length };
        let bytes = data.get(start..start + bytes).ok_or(Fault::Malformed)?;
        Ok(match self {
            Self::Bytes(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Unicode if wide => {
                let units: Vec<u16> =
                    bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
                String::from_utf16_lossy(&units)
            }
            Self::Unicode => bytes.iter().map(|byte| char::from(*byte)).collect(),
        })
    }
}
