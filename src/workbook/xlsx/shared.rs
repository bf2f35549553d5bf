//! What the cells that calamine does not read refer to: texts and styles by their numbers, asked of calamine through a
//! sheet of our own.

use std::{
    fmt::Write,
    io::{Read, Seek},
    sync::Arc,
};

use calamine::{DataRef, Xlsx, XlsxCellReader};
use rustc_hash::FxHashMap;

use super::{survey::Survey, unreadable};
use crate::workbook::{
    Limit, Limits, ReadError, Value,
    fault::Fault,
    formats::{Formats, Style},
    number_format::Shown,
    plain_cell::PlainValue,
    values::shown_value,
};

/// Name of the sheet of our own.
pub(super) const ASKED: &str = "asked";

/// The texts and styles that cells refer to.
pub(super) struct Asked {
    texts: Vec<bool>,
    styles: Vec<bool>,
}

/// What calamine says of them.
pub(super) struct Shared {
    formats: Formats,
    /// What a number in each style is shown as.
    shown: Vec<Shown>,
    from_1904: bool,
    /// The texts that were asked for; an empty one is nothing.
    numbered: Vec<Option<Arc<str>>>,
    /// The texts that cells have shown so far, by where calamine keeps them.
    known: FxHashMap<*const u8, Arc<str>>,
}

impl Asked {
    /// Starts with no cell of a workbook that has so many texts, and at most so many styles, of which the first is that
    /// of cells without one.
    pub(super) fn new(texts: usize, styles: usize) -> Self {
        Self { texts: vec![false; texts], styles: (0..styles).map(|style| style == 0).collect() }
    }

    /// Adds what the cells of a sheet refer to; a text that the workbook does not have is none.
    pub(super) fn add(&mut self, survey: &Survey) -> Result<(), Fault> {
        for plain in &survey.plain {
            match plain.value {
                PlainValue::Text(number) => *self.texts.get_mut(number as usize).ok_or(Fault::Malformed)? = true,
                // A style that is not there shows numbers as they are.
                PlainValue::Number(_) => {
                    if let Some(style) = self.styles.get_mut(plain.style as usize) {
                        *style = true;
                    }
                }
            }
        }
        Ok(())
    }

    /// Writes the sheet that asks: a number in each style, then each text.
    pub(super) fn sheet(&self) -> String {
        let mut sheet = "<worksheet><sheetData><row>".to_owned();
        for style in positions(&self.styles) {
            let _ = write!(sheet, r#"<c s="{style}"><v>1</v></c>"#);
        }
        for text in positions(&self.texts) {
            let _ = write!(sheet, r#"<c t="s"><v>{text}</v></c>"#);
        }
        sheet + "</row></sheetData></worksheet>"
    }
}

impl Shared {
    /// Reads the sheet that asks.
    pub(super) fn read<S: Read + Seek>(
        book: &mut Xlsx<S>,
        asked: &Asked,
        from_1904: bool,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        let mut reader = book.worksheet_cells_reader(ASKED).map_err(|error| unreadable(&error))?;
        let formats = known_formats(reader.styles(), limits)?;
        let mut shown = vec![Shown::Number; asked.styles.len()];
        for style in positions(&asked.styles) {
            shown[style] = match next(&mut reader)? {
                Some(DataRef::DateTime(time)) if time.is_duration() => Shown::Duration,
                Some(DataRef::DateTime(_)) => Shown::Date,
                _ => Shown::Number,
            };
        }
        let mut shared =
            Self { formats, shown, from_1904, numbered: vec![None; asked.texts.len()], known: FxHashMap::default() };
        for text in positions(&asked.texts) {
            if let Some(DataRef::SharedString(letters)) = next(&mut reader)? {
                shared.numbered[text] = shared.text(letters);
            }
        }
        Ok(shared)
    }

    /// The formats that cells refer to.
    pub(super) fn formats(&self) -> &Formats {
        &self.formats
    }

    /// Returns the position of the format that a style has: one that is missing among others could be the one that makes
    /// a number a percentage.
    pub(super) fn format(&self, style: usize) -> Result<u16, Fault> {
        match self.formats.styles() {
            0 => Ok(0),
            styles if style >= styles => Err(Fault::Malformed),
            _ => Ok(self.formats.position(style)),
        }
    }

    /// Returns what a cell of that style says that holds a number.
    pub(super) fn number(&self, number: f64, style: usize) -> Value {
        let shown = self.shown.get(style).copied().unwrap_or_default();
        shown_value(number, shown, self.from_1904)
    }

    /// Returns the text of that number, which was asked for.
    pub(super) fn numbered(&self, number: u32) -> Option<Value> {
        self.numbered.get(number as usize)?.clone().map(Value::Text)
    }

    /// Returns a text of the workbook's table as calamine gives it; an empty one is nothing.
    pub(super) fn text(&mut self, text: &str) -> Option<Arc<str>> {
        let share = || Arc::clone(self.known.entry(text.as_ptr()).or_insert_with(|| text.into()));
        (!text.is_empty()).then(share)
    }
}

fn positions(asked: &[bool]) -> impl Iterator<Item = usize> {
    asked.iter().enumerate().filter_map(|(position, asked)| asked.then_some(position))
}

fn next<'s, S: Read + Seek>(reader: &mut XlsxCellReader<'s, S>) -> Result<Option<DataRef<'s>>, ReadError> {
    let cell = reader.next_cell().map_err(|error| unreadable(&error))?;
    Ok(cell.map(|cell| cell.get_value().clone()))
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
