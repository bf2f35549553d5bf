//! Words and values as parts of a page: a browser shows them and never obeys them.

use std::fmt::{self, Write as _};

use crate::{
    appendix::{Value, shown as printed},
    text::is_unseen,
};

/// Words as they stand between tags or in a quoted attribute.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'t>(&'t str);

/// Makes words safe to stand in a page: nothing in them is markup, and what would hide in them or turn the letters
/// around is shown by its number.
pub(super) fn shown(text: &str) -> Shown<'_> {
    Shown(text)
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\n' | '\t' => f.write_char(letter)?,
                letter if hides(letter) => write!(f, "[U+{:04X}]", u32::from(letter))?,
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// Returns whether a character has no look of its own and changes that of others, or is none that a page may hold.
fn hides(letter: char) -> bool {
    letter.is_control()
        || is_unseen(letter)
        || matches!(letter, '\u{2028}' | '\u{2029}')
        || u32::from(letter) & 0xfffe == 0xfffe
}

/// Appends what a cell says, numbers as Vietnamese documents write them: `1.234,5`.
pub(super) fn push_value(page: &mut String, value: &Value<'_>) {
    let _ = match value {
        Value::Empty => Ok(()),
        Value::Text(text) => write!(page, "{}", shown(text)),
        Value::Date(day) => write!(page, "<time datetime=\"{day}\">{}</time>", printed(value)),
        Value::Whole(_) | Value::Decimal(_) | Value::Percent(_) | Value::Year(_) => page.write_str(&printed(value)),
    };
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::{Decimal, Sum};

    fn check(value: &Value<'_>, expected: &str) {
        let mut page = String::new();
        push_value(&mut page, value);
        assert_eq!(page, expected);
    }

    fn number(text: &str) -> Sum {
        text.parse::<Decimal>().unwrap().into()
    }

    #[test]
    fn markup_in_words_is_shown_and_not_obeyed() {
        let text = Value::Text("<b onclick=\"x\">Gia & 'Khâu'</b> javascript:alert(1)".into());
        check(&text, "&lt;b onclick=&quot;x&quot;&gt;Gia &amp; &#39;Khâu&#39;&lt;/b&gt; javascript:alert(1)");
    }

    #[test]
    fn what_hides_in_words_is_shown_by_its_number() {
        check(&Value::Text("a\u{202e}b\u{0}c\u{200b}\u{ffff}".into()), "a[U+202E]b[U+0000]c[U+200B][U+FFFF]");
        check(&Value::Text("Ho\u{300}a\nBình".into()), "Ho\u{300}a\nBình");
    }

    #[test]
    fn numbers_and_days_are_written_as_in_vietnamese() {
        check(&Value::Whole(999), "999");
        check(&Value::Whole(1_234_567), "1.234.567");
        check(&Value::Decimal(number("-1234.5").into()), "-1.234,5");
        check(&Value::Percent(number("84.5").into()), "84,50");
        check(&Value::Percent(number("1250").into()), "1.250,00");
        check(&Value::Year(2021), "2021");
        let day = NaiveDate::from_ymd_opt(2025, 2, 28).unwrap();
        check(&Value::Date(day), "<time datetime=\"2025-02-28\">28/02/2025</time>");
    }
}
