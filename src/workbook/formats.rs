//! Styles of a workbook as the formats of its cells.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    sync::Arc,
};

use super::{
    Format,
    number_format::{NumberFormat, Shown},
};

/// What a style says of the cells that have it, as far as it says something of their values.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub(super) struct Style<'a> {
    /// Number format code.
    pub number: Option<&'a str>,
    /// Font name.
    pub font: Option<&'a str>,
    /// Whether the font crosses out.
    pub crossed_out: bool,
}

/// What the formats of a workbook share: each name and code is kept once, and each code taken apart once, however many
/// styles have it.
#[derive(Debug, Default)]
pub(super) struct Interned {
    /// Names of fonts, and codes.
    texts: HashSet<Arc<str>>,
    /// Codes, taken apart, as they stand and for values that are percentages by themselves.
    looks: [HashMap<Arc<str>, Option<Arc<NumberFormat>>>; 2],
}

impl Interned {
    /// Returns the format of a style; a value may be a percentage by itself.
    pub(super) fn format(&mut self, style: Style<'_>, in_percent: bool) -> Format {
        let Style { number, font, crossed_out } = style;
        let (number, font) = (number.map(|code| self.text(code)), font.map(|name| self.text(name)));
        let code = number.clone().unwrap_or_default();
        let looks = self.looks[usize::from(in_percent)].entry(code).or_insert_with_key(|code| {
            let looks = if in_percent { Some(NumberFormat::in_percent(code)) } else { NumberFormat::of(code) };
            looks.map(Arc::new)
        });
        Format { number, font, crossed_out, looks: looks.clone() }
    }

    fn text(&mut self, text: &str) -> Arc<str> {
        let known = self.texts.get(text).cloned();
        known.unwrap_or_else(|| {
            let text: Arc<str> = text.into();
            self.texts.insert(Arc::clone(&text));
            text
        })
    }
}

/// The formats of a workbook, and which of them each style has.
#[derive(Debug)]
pub(super) struct Formats {
    /// The formats; the first one is that of cells without a style.
    pub list: Arc<[Format]>,
    by_style: Vec<u16>,
}

impl Default for Formats {
    /// The plain format alone.
    fn default() -> Self {
        Self { list: Arc::new([Format::default()]), by_style: Vec::new() }
    }
}

impl Formats {
    /// Gathers the formats of `styles`; `None` if there are more than a cell can refer to.
    pub(super) fn of<'a>(styles: impl IntoIterator<Item = Style<'a>>) -> Option<Self> {
        let mut positions = HashMap::new();
        let (mut list, mut interned) = (Vec::new(), Interned::default());
        let mut by_style = Vec::new();
        for style in styles {
            let next = u16::try_from(list.len()).ok()?;
            by_style.push(match positions.entry(style) {
                Entry::Occupied(position) => *position.get(),
                Entry::Vacant(position) => {
                    list.push(interned.format(style, false));
                    *position.insert(next)
                }
            });
        }
        if list.is_empty() {
            list.push(Format::default());
        }
        Some(Self { list: list.into(), by_style })
    }

    /// Returns how many styles there are.
    pub(super) fn styles(&self) -> usize {
        self.by_style.len()
    }

    /// Returns what numbers in each style are shown as, unless they are in a section of their own.
    pub(super) fn shown(&self) -> Vec<Shown> {
        let looks = |position: &u16| self.list.get(usize::from(*position))?.looks.as_ref();
        self.by_style.iter().map(|position| looks(position).map(|looks| looks.shown()).unwrap_or_default()).collect()
    }

    /// Returns the position of the format that the style `id` has; the first one if there is no such style.
    pub(super) fn position(&self, id: usize) -> u16 {
        self.by_style.get(id).copied().unwrap_or_default()
    }
}

/// Returns the code of a number format that files of Excel name by number alone.
pub(super) fn built_in(number: u16) -> Option<&'static str> {
    Some(match number {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 | 27..=36 | 50..=58 => "mm-dd-yy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yy h:mm",
        37 | 38 => "#,##0;-#,##0",
        39 | 40 => "#,##0.00;-#,##0.00",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => return None,
    })
}
