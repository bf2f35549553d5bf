//! How results look: one format a file.

pub(crate) mod cells;
pub(crate) mod definitions;
mod drawn;
pub(crate) mod findings;
pub(crate) mod palette;
pub(crate) mod scores;
pub(crate) mod table;
pub(crate) mod totals;
pub(crate) mod wrap;

use serde::Serialize;
use tdp::{finding::Severity, model::Language, text::is_unseen};

use super::language::Pick;

/// Returns the word for a severity.
pub(crate) fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => language.pick("lỗi", "error"),
        Severity::Warning => language.pick("cảnh báo", "warning"),
        Severity::Note => language.pick("lưu ý", "note"),
    }
}

/// Sets `value` as JSON that people can read too, with a line end.
pub(crate) fn json(value: &impl Serialize) -> anyhow::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Counts things in English: "1 error", "2 errors".
pub(crate) fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// Keeps what a file says from steering the terminal: control characters become spaces, and those that turn the
/// direction of writing or are not seen at all a sign.
pub(crate) fn plain(text: &str) -> String {
    let shown = |letter: char| match letter {
        _ if letter.is_control() => ' ',
        _ if is_unseen(letter) => '\u{fffd}',
        _ => letter,
    };
    text.chars().map(shown).collect()
}
