//! Styles of a workbook as the formats of its cells.

use std::collections::{HashMap, hash_map::Entry};

use crate::workbook::Format;

/// The formats of a workbook, and which of them each style has.
#[derive(Debug)]
pub(super) struct Formats {
    /// The formats; the first one is that of cells without a style.
    pub list: Vec<Format>,
    by_style: Vec<u16>,
}

impl Formats {
    /// Gathers the formats of `styles`; `None` if there are more than a cell can refer to.
    pub(super) fn of(styles: &[calamine::Style]) -> Option<Self> {
        let mut positions = HashMap::new();
        let mut list = Vec::new();
        let mut by_style = Vec::with_capacity(styles.len());
        for style in styles {
            let number = style.number_format.as_ref().map(|number| number.format_code.as_str());
            let font = style.font.as_ref().and_then(|font| font.name.as_deref());
            let next = u16::try_from(list.len()).ok()?;
            by_style.push(match positions.entry((number, font)) {
                Entry::Occupied(position) => *position.get(),
                Entry::Vacant(position) => {
                    list.push(Format::new(number, font));
                    *position.insert(next)
                }
            });
        }
        if list.is_empty() {
            list.push(Format::default());
        }
        Some(Self { list, by_style })
    }

    /// Returns the position of the format that the style `id` has; the first one if there is no such style.
    pub(super) fn position(&self, id: usize) -> u16 {
        self.by_style.get(id).copied().unwrap_or_default()
    }
}
