//! Cells that people see as something else than what is stored in them, or have crossed out: never used in silence.

use crate::{
    finding::{Code, codes},
    model::{Decimal, Message, phrase, say},
    text::{LoneSeparator, Overwritten, Written, canonical, overwritten, read_number},
    workbook::{Altered, Cell, Format, Texts, Value},
};

use super::{
    refusals::Refusal,
    shown::{clipped, spelled_number},
};

/// Returns why a cell cannot be used, whatever is asked there: it is crossed out, holds a small digit at a number, is
/// turned round, or shows something else than its number; told as `code`, but for a bound.
pub(super) fn refused_as(code: &'static Code, cell: &Cell, format: Option<&Format>) -> Option<Refusal> {
    let seen = overwritten_by(cell, format).or_else(|| shown_as_word(cell, format?));
    let seen = seen.map(|(message, help)| Refusal { code, message, help: Some(help) });
    seen.or_else(|| shown_beside(code, cell, format?))
}

/// Returns why people read another number or text than the one in a cell, or a bound, for what its format shows beside it.
fn shown_beside(code: &'static Code, cell: &Cell, format: &Format) -> Option<Refusal> {
    let number_format = || clipped(format.number.as_deref().unwrap_or_default());
    let (code, message) = match &cell.value {
        Value::Number(number) => {
            let code = match format.altered(*number)? {
                Altered::Number => code,
                Altered::Bound => &codes::BOUND_NOT_FIGURE,
            };
            let (stored, number_format) = (spelled_number(*number), number_format());
            let message = say!(
                "Ô này chứa số {stored} nhưng định dạng ô \"{number_format}\" làm người đọc hiểu khác đi",
                "This cell holds {stored}, but its format \"{number_format}\" makes people read something else",
                stored
            );
            (code, message)
        }
        Value::Text(text) if format.texts() == Texts::Altered => {
            let (text, number_format) = (clipped(text), number_format());
            let message = say!(
                "Ô này chứa \"{text}\" nhưng định dạng ô \"{number_format}\" làm người đọc hiểu khác đi",
                "This cell holds \"{text}\", but its format \"{number_format}\" makes people read something else"
            );
            (code, message)
        }
        _ => return None,
    };
    Some(Refusal { code, message, help: Some(in_general_format()) })
}

fn in_general_format() -> Message {
    say!(
        "Đổi định dạng ô thành Chung (bấm Ctrl+1, chọn General) rồi ghi lại đúng số hoặc chữ cần báo cáo",
        "Set the cell's format to General (Ctrl+1), then write the number or word that is meant"
    )
}

/// Returns what people see in place of the number in a cell, where it is a number or a word; a stroke in place of zero
/// is zero, and so is a nought.
pub(super) fn word_in_place_of_number<'f>(cell: &Cell, format: Option<&'f Format>) -> Option<(f64, &'f str)> {
    let Value::Number(number) = cell.value else { return None };
    let shown = format?.instead_of(number)?;
    let is_stroke = number == 0.0 && !shown.contains(char::is_alphanumeric);
    let is_same = match read_number(&canonical(shown), LoneSeparator::Undecidable) {
        Written::Number(read, _) => Decimal::from_spreadsheet(number).is_ok_and(|held| held == read),
        _ => false,
    };
    (!shown.is_empty() && !is_stroke && !is_same).then_some((number, shown))
}

/// Returns why people see another word than the number in a cell, and what to do.
fn shown_as_word(cell: &Cell, format: &Format) -> Option<(Message, Message)> {
    let (number, shown) = word_in_place_of_number(cell, Some(format))?;
    let (shown, stored) = (clipped(shown), spelled_number(number));
    let message = say!(
        "Ô này hiển thị \"{shown}\" nhưng chứa số {stored}, do định dạng ô",
        "This cell shows \"{shown}\" but holds {stored}, because of its format",
        stored
    );
    Some((message, in_general_format()))
}

fn overwritten_by(cell: &Cell, format: Option<&Format>) -> Option<(Message, Message)> {
    let text = match &cell.value {
        Value::Text(text) => &**text,
        _ => "",
    };
    let by_font = format.is_some_and(|format| format.crossed_out).then_some(Overwritten::CrossedOut);
    Some(match overwritten(text).or(by_font)? {
        Overwritten::CrossedOut => (
            say!("Ô này có nội dung bị gạch ngang nên không được dùng", "What is crossed out in this cell is not used"),
            say!(
                "Xóa phần bị gạch; nếu vẫn là số liệu đúng thì bỏ gạch ngang (bấm Ctrl+5)",
                "Delete what is crossed out; if it is right after all, take the line off (Ctrl+5)"
            ),
        ),
        Overwritten::SmallDigit => {
            let text = clipped(text);
            (
                say!(
                    "\"{text}\" có chữ số viết nhỏ phía trên hoặc phía dưới cạnh con số",
                    "\"{text}\" has a small digit above or below the line at its number"
                ),
                say!(
                    "Chỉ để lại con số; chú thích chuyển sang cột ghi chú",
                    "Leave the number alone in this cell and move the footnote to the notes column"
                ),
            )
        }
        Overwritten::TurnedRound => (
            say!(
                "Ô này có ký tự ẩn làm chữ số hiển thị theo thứ tự ngược lại",
                "Hidden characters in this cell show its digits in another order"
            ),
            say!("Xóa ô rồi gõ lại", "Clear the cell and type it anew"),
        ),
    })
}

/// Says what makes a name in a cell another one than its letters say.
pub(super) fn in_name(name: &str) -> Option<Message> {
    Some(match overwritten(name)? {
        Overwritten::CrossedOut => phrase!(
            " (tên này bị gạch ngang: xóa dòng, hoặc bỏ gạch ngang bằng Ctrl+5)",
            " (the name is crossed out: delete the row, or take the line off with Ctrl+5)"
        ),
        Overwritten::SmallDigit => phrase!(
            " (có chữ số viết nhỏ cạnh con số: chuyển chú thích sang cột ghi chú)",
            " (a small digit stands at its number: move the footnote to the notes column)"
        ),
        Overwritten::TurnedRound => phrase!(
            " (có ký tự ẩn làm chữ hiển thị ngược lại: gõ lại tên này)",
            " (hidden characters show its letters in another order: type the name anew)"
        ),
    })
}
