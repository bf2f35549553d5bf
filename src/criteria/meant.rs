//! Requirements written in words or with a decimal comma, which are not read: said as they must be written.

use crate::text::{LoneSeparator, Written, canonical, read_number};

use super::requirement::parse;

/// Words and signs before a number, canonical, and the operator meant.
const BEFORE: &[(&str, &str)] = &[
    ("> =", ">="),
    ("< =", "<="),
    (">=", ">="),
    ("<=", "<="),
    ("=>", ">="),
    ("=<", "<="),
    ("≥", ">="),
    ("≤", "<="),
    (">", ">"),
    ("<", "<"),
    ("=", "="),
    ("bằng", "="),
    ("trên", ">"),
    ("hơn", ">"),
    ("lớn hơn", ">"),
    ("cao hơn", ">"),
    ("nhiều hơn", ">"),
    ("dưới", "<"),
    ("nhỏ hơn", "<"),
    ("thấp hơn", "<"),
    ("ít hơn", "<"),
    ("ít nhất", ">="),
    ("tối thiểu", ">="),
    ("không dưới", ">="),
    ("không thấp hơn", ">="),
    ("không ít hơn", ">="),
    ("không quá", "<="),
    ("không vượt quá", "<="),
    ("không trên", "<="),
    ("tối đa", "<="),
    ("nhiều nhất", "<="),
];
/// Words after a number, canonical, and the operator meant.
const AFTER: &[(&str, &str)] = &[("trở lên", ">="), ("trở xuống", "<=")];

/// Returns the requirement that `text` certainly means, as it must be written; a bare number may mean anything.
pub(super) fn meant(text: &str) -> Option<String> {
    let text = canonical(text);
    let text = text.strip_prefix("đạt ").unwrap_or(&text);
    let right = if parse(text).is_ok() { text.to_owned() } else { range(text).or_else(|| comparison(text))? };
    parse(&right).is_ok().then_some(right)
}

fn comparison(text: &str) -> Option<String> {
    let after = AFTER.iter().find_map(|(words, operator)| Some((text.strip_suffix(words)?.trim_end(), *operator)));
    if let Some((rest, operator)) = after {
        return Some(format!("{operator} {}", number(rest.strip_prefix("từ ").unwrap_or(rest))?));
    }
    BEFORE.iter().find_map(|(words, operator)| Some(format!("{operator} {}", number(text.strip_prefix(words)?)?)))
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
}
