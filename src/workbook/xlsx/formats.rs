//! Styles of a workbook as the formats of its cells.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::Arc,
};

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
                    list.push(format(number, font));
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

fn format(number: Option<&str>, font: Option<&str>) -> Format {
    Format { percent: number.is_some_and(shows_percent), number: number.map(Arc::from), font: font.map(Arc::from) }
}

/// Whether a number format code shows percent: a percent sign that is not itself mere text.
fn shows_percent(code: &str) -> bool {
    let mut quoted = false;
    let mut bracketed = false;
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => {}
            // The next character is shown as it is, fills the cell, or gives a width.
            '\\' | '*' | '_' => drop(characters.next()),
            '[' => bracketed = true,
            ']' => bracketed = false,
            '%' if !bracketed => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_sign_shows_percent_unless_it_is_mere_text() {
        for code in ["0%", "0.00%", "0.0\\ %", "#,##0.0 %;[Red]-0%", "\"tỷ lệ \"0%"] {
            assert!(shows_percent(code), "{code}");
        }
        for code in ["General", "0.00", "0\"%\"", "0\\%", "0_%", "[$%-409]0", ""] {
            assert!(!shows_percent(code), "{code}");
        }
    }
}
