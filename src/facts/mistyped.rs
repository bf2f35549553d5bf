//! Numbers in which a slip of the fingers can be named.

use crate::{
    finding::codes,
    model::say,
    text::{LoneSeparator, Written, read_number},
};

use super::refusals::{Refusal, refuse};

/// Refuses a number with letters in the place of digits, or with more commas or points than a number has.
pub(super) fn mistyped(key: &str, text: &str) -> Option<Refusal> {
    let is_sign = |letter: char| matches!(letter, '.' | ',' | '%' | '/' | ' ');
    let is_like_digit = |letter: char| matches!(letter, 'o' | 'l' | 'i' | '|');
    let all =
        |of: &dyn Fn(char) -> bool| key.chars().all(|letter| letter.is_ascii_digit() || is_sign(letter) || of(letter));
    if !key.contains(|letter: char| letter.is_ascii_digit()) || !all(&is_like_digit) {
        return None;
    }
    if key.contains(is_like_digit) {
        let digits = key.replace('o', "0").replace(['l', 'i', '|'], "1");
        let is_number = read_number(&digits, LoneSeparator::Decimal) != Written::Other;
        return is_number.then(|| {
            refuse(
                &codes::NOT_A_NUMBER,
                say!(
                    "\"{text}\" có chữ cái ở chỗ của chữ số (chữ O thay số 0, chữ l thay số 1)",
                    "\"{text}\" has letters in the place of digits (O for 0, l for 1)"
                ),
            )
            .helped_by(say!(
                "Gõ lại bằng chữ số: {digits} nếu đúng với số thực tế",
                "Type it in digits: {digits} if that is the number"
            ))
        });
    }
    let separators = key.chars().filter(|letter| matches!(letter, '.' | ',')).count();
    let is_one_number = !key.contains(['/', ' ']) && separators > 1;
    is_one_number.then(|| {
        refuse(
            &codes::NOT_A_NUMBER,
            say!(
                "\"{text}\" có {separators} dấu phẩy hoặc dấu chấm nên không biết là số nào",
                "\"{text}\" has {separators} commas or points, so that nobody can tell which number it is"
            ),
        )
        .helped_by(say!(
            "Gõ lại con số với một dấu phẩy ở phần lẻ, ví dụ 96,5",
            "Type the number with one decimal separator, such as 96,5"
        ))
    })
}
