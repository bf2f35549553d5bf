//! Cells that people see as something else than their number or text, for what their format shows.

use crate::{
    model::{Decimal, Message, Sum, phrase, with_comma},
    workbook::{Format, Texts},
};

/// Signs that a format may show beside the number of a row: "1.", "(1)".
const AROUND: &[char] = &['.', ')', '(', ':', ' '];

/// Returns what makes people see something else in a cell than its number; `value` is the number, a percentage as such.
pub(super) fn seen_otherwise(number: f64, value: Option<Decimal>, format: &Format) -> Option<Message> {
    if let Some(shown) = format.instead_of(number) {
        return Some(match shown {
            "" => phrase!("định dạng ô làm số không hiện ra", "the format of the cell hides the number"),
            _ => {
                phrase!("định dạng ô làm số hiện thành \"{shown}\"", "the format of the cell shows \"{shown}\" instead")
            }
        });
    }
    if format.altered(number).is_some() || format.thousands(number) > 0 || shows_words(number, format) {
        return Some(altered_by(format));
    }
    let (value, decimals) = (Sum::from(value?), format.decimals(number)?);
    let seen = value.rounded(decimals);
    (seen != value).then(|| {
        let seen = with_comma(seen);
        phrase!(
            "định dạng ô làm tròn, người đọc thấy {seen}",
            "the format of the cell rounds it, and people see {seen}"
        )
    })
}

/// Returns what makes people see something else in a cell than its text.
pub(super) fn text_seen_otherwise(format: &Format) -> Option<Message> {
    match format.texts() {
        Texts::AsTheyAre => None,
        Texts::Altered => Some(altered_by(format)),
        Texts::Hidden => Some(phrase!("định dạng ô làm chữ không hiện ra", "the format of the cell hides the text")),
    }
}

fn altered_by(format: &Format) -> Message {
    let code = format.number.as_deref().unwrap_or_default();
    phrase!(
        "định dạng ô \"{code}\" làm người đọc hiểu khác đi",
        "the format of the cell, \"{code}\", makes people read something else"
    )
}

/// A percent sign beside the number is read with it.
fn shows_words(number: f64, format: &Format) -> bool {
    let words = format.words(number).unwrap_or_default().trim();
    let words = if format.percent_as_text(number) { words.trim_matches(['%', ' ']) } else { words };
    !words.trim_matches(AROUND).is_empty()
}
