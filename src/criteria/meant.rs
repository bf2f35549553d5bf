//! Requirements written in words or with a decimal comma, which are not read: said as they must be written.

use crate::text::{LoneSeparator, Written, canonical, read_number};

use super::{Comparison, requirement::parse};

/// Words and signs before a number, canonical, and the operator meant.
const BEFORE: &[(&str, Comparison)] = &[
    ("> =", Comparison::AtLeast),
    ("< =", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("=>", Comparison::AtLeast),
    ("=<", Comparison::AtMost),
    ("≥", Comparison::AtLeast),
    ("≤", Comparison::AtMost),
    (">", Comparison::Above),
    ("<", Comparison::Below),
    ("=", Comparison::Equal),
    ("bằng", Comparison::Equal),
    ("trên", Comparison::Above),
    ("hơn", Comparison::Above),
    ("lớn hơn", Comparison::Above),
    ("cao hơn", Comparison::Above),
    ("nhiều hơn", Comparison::Above),
    ("dưới", Comparison::Below),
    ("nhỏ hơn", Comparison::Below),
    ("thấp hơn", Comparison::Below),
    ("ít hơn", Comparison::Below),
    ("ít nhất", Comparison::AtLeast),
    ("tối thiểu", Comparison::AtLeast),
    ("không dưới", Comparison::AtLeast),
    ("không thấp hơn", Comparison::AtLeast),
    ("không ít hơn", Comparison::AtLeast),
    ("không quá", Comparison::AtMost),
    ("không vượt quá", Comparison::AtMost),
    ("không trên", Comparison::AtMost),
    ("tối đa", Comparison::AtMost),
    ("nhiều nhất", Comparison::AtMost),
    ("bé hơn", Comparison::Below),
    ("lớn hơn hoặc bằng", Comparison::AtLeast),
    ("cao hơn hoặc bằng", Comparison::AtLeast),
    ("bằng hoặc cao hơn", Comparison::AtLeast),
    ("bằng hoặc lớn hơn", Comparison::AtLeast),
    ("nhỏ hơn hoặc bằng", Comparison::AtMost),
    ("thấp hơn hoặc bằng", Comparison::AtMost),
    ("bằng hoặc thấp hơn", Comparison::AtMost),
    ("bằng hoặc nhỏ hơn", Comparison::AtMost),
    ("không nhỏ hơn", Comparison::AtLeast),
    ("không lớn hơn", Comparison::AtMost),
    ("không cao hơn", Comparison::AtMost),
    ("không hơn", Comparison::AtMost),
];
/// Words after a number, canonical, and the operator meant.
const AFTER: &[(&str, Comparison)] = &[("trở lên", Comparison::AtLeast), ("trở xuống", Comparison::AtMost)];

/// Returns the requirement that `text` certainly means, as it must be written; a bare number may mean anything.
pub(super) fn meant(text: &str) -> Option<String> {
    let text = canonical(text);
    let text = text.strip_prefix("đạt ").unwrap_or(&text);
    let right = if parse(text).is_ok() { text.to_owned() } else { range(text).or_else(|| comparison(text))? };
    parse(&right).is_ok().then_some(right)
}

/// Returns the comparison that the words around a number mean, canonical and without spaces at their ends: "trên" and
/// nothing, "từ" and "trở lên"; nothing where they may mean several things.
pub fn comparison_in_words(before: &str, after: &str) -> Option<Comparison> {
    match (before, after) {
        (before, "") => named(BEFORE, before),
        ("" | "từ", after) => named(AFTER, after),
        _ => None,
    }
}

fn named(words: &[(&str, Comparison)], wanted: &str) -> Option<Comparison> {
    words.iter().find(|(words, _)| *words == wanted).map(|(_, comparison)| *comparison)
}

fn comparison(text: &str) -> Option<String> {
    let after = AFTER.iter().find_map(|(words, operator)| Some((text.strip_suffix(words)?.trim_end(), operator)));
    if let Some((rest, operator)) = after {
        return Some(format!("{} {}", operator.sign(), number(rest.strip_prefix("từ ").unwrap_or(rest))?));
    }
    BEFORE
        .iter()
        .find_map(|(words, operator)| Some(format!("{} {}", operator.sign(), number(text.strip_prefix(words)?)?)))
}

fn range(text: &str) -> Option<String> {
    let in_words = || text.strip_prefix("từ ")?.split_once(" đến ");
    let (low, high) = text.split_once("..").or_else(in_words)?;
    Some(format!("{}..{}", number(low)?, number(high)?))
}

/// Returns a number with its decimal point, and its percent sign if it has one.
fn number(text: &str) -> Option<String> {
    match read_number(text.trim(), LoneSeparator::Undecidable) {
        Written::Number(value, _) => Some(value.to_string()),
        Written::Percent(value, _) => Some(format!("{value}%")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certainly_meant_is_said_as_it_must_be_written() {
        for (text, right) in [
            ("<= 3,5%", "<= 3.5%"),
            ("trên 80%", "> 80%"),
            ("từ 95% trở lên", ">= 95%"),
            ("Đạt từ 62,5 % trở lên", ">= 62.5%"),
            ("3% trở xuống", "<= 3%"),
            ("≥ 95%", ">= 95%"),
            ("=> 95", ">= 95"),
            ("> = 5", ">= 5"),
            ("Không quá 2", "<= 2"),
            ("tối thiểu 10", ">= 10"),
            ("lớn hơn 0,5%", "> 0.5%"),
            ("từ 2 đến 5", "2..5"),
            ("2,5..5%", "2.5..5%"),
            ("bằng hoặc cao hơn 60 %", ">= 60%"),
            ("không lớn hơn 2", "<= 2"),
            ("YES", "yes"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(right), "{text}");
        }
    }

    #[test]
    fn what_may_mean_several_things_is_left_to_its_writer() {
        for text in ["", "95%", "từ 95%", "trên 80% trở lên", ">== 80%", "trên 1.500", "khoảng 95%", "tốt", "> "]
        {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn words_around_a_number_are_a_comparison_or_nothing() {
        assert_eq!(comparison_in_words("từ", "trở lên"), Some(Comparison::AtLeast));
        assert_eq!(comparison_in_words("", "trở xuống"), Some(Comparison::AtMost));
        assert_eq!(comparison_in_words("không dưới", ""), Some(Comparison::AtLeast));
        for (before, after) in [("", ""), ("từ", ""), ("trên", "trở lên"), ("khoảng", ""), ("không", "")] {
            assert_eq!(comparison_in_words(before, after), None, "{before} … {after}");
        }
    }
}
