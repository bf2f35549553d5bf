//! Names that the register does not have, told with those that are nearest.

use crate::{
    model::{Message, UnitKey, phrase, say},
    text::{Apart, told_apart_by},
};

use super::{overwritten::in_name, reader::Reader, shown::clipped};

/// A name that was told with its nearest.
pub(super) struct NearNames {
    /// The position of the finding.
    pub(super) finding: usize,
    /// What the cell says.
    pub(super) written: String,
    /// The units with the nearest names, the nearest first.
    pub(super) nearest: Vec<UnitKey>,
}

impl Reader<'_> {
    /// Says that a name is not in the register, and which names there are nearest to it.
    pub(super) fn not_in_register(&self, written: &str, nearest: &[UnitKey]) -> Message {
        let names: Vec<&str> = nearest.iter().map(|unit| self.register().unit(*unit).name.as_str()).collect();
        let Some(first) = names.first() else {
            let why = in_name(written).unwrap_or_default();
            let written = clipped(written);
            return say!(
                "\"{written}\" không có trong danh sách đơn vị{why}",
                "\"{written}\" is not in the register{why}",
                why
            );
        };
        let why = apart(written, first);
        let written = clipped(written);
        let names = names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        say!(
            "\"{written}\" không có trong danh sách đơn vị; tên gần nhất: {names}{why}",
            "\"{written}\" is not in the register; the nearest names: {names}{why}",
            why
        )
    }

    /// Names those of the nearest first that the file does not name otherwise: they are more likely meant.
    pub(super) fn prefer_unnamed(&mut self) {
        for NearNames { finding, written, mut nearest } in std::mem::take(&mut self.near) {
            nearest.sort_by_key(|unit| self.named.contains(unit));
            self.findings[finding].message = self.not_in_register(&written, &nearest);
        }
    }
}

/// Says what alone tells a name from the nearest in the register, where that is hard to see.
fn apart(written: &str, nearest: &str) -> Message {
    if let Some(overwritten) = in_name(written) {
        return overwritten;
    }
    match told_apart_by(written, nearest) {
        Some(Apart::MarkOrder) => phrase!(
            " (trông giống nhau nhưng khác dấu tổ hợp: gõ lại tên này)",
            " (they look the same, but the marks are combined otherwise: type the name anew)"
        ),
        Some(Apart::LookAlike(letter)) => phrase!(
            " (trông giống nhau nhưng chữ \"{letter}\" là ký tự của bảng chữ khác: gõ lại tên này)",
            " (they look the same, but the letter \"{letter}\" is one of another script: type the name anew)"
        ),
        Some(Apart::Marks) => phrase!(" (chỉ khác dấu)", " (only the marks differ)"),
        Some(Apart::Spacing) => phrase!(" (chỉ khác dấu cách hoặc dấu câu)", " (only spaces or punctuation differ)"),
        None => Message::default(),
    }
}
