//! Days as documents write them: "ngày 07/8/2023", "ngày 28 tháng 02 năm 2025".

use std::ops::Range;

use chrono::NaiveDate;

/// Returns every day in a canonical text, with where its words stand, "ngày" included.
pub(super) fn days(text: &str) -> Vec<(NaiveDate, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, rest)) = text.get(from..).and_then(|rest| rest.split_once("ngày").map(|(b, r)| (b.len(), r)))
    {
        let start = from + start;
        from = start + "ngày".len();
        if let Some((day, length)) = leading_day(rest.trim_start()) {
            let end = text.len() - rest.trim_start().len() + length;
            found.push((day, start..end));
            from = end;
        }
    }
    found
}

/// Returns the day that a canonical text ends in, in figures alone, and where it begins: "trước 31/12/2025".
pub(super) fn bare_day_at_end(text: &str) -> Option<(NaiveDate, usize)> {
    let start = text.rfind(' ').map_or(0, |space| space + 1);
    let word = text.get(start..)?;
    leading_day(word).filter(|(_, length)| *length == word.len()).map(|(day, _)| (day, start))
}

/// Reads the day that a text begins with; returns how many bytes it takes, too.
fn leading_day(text: &str) -> Option<(NaiveDate, usize)> {
    let (day, rest) = number(text)?;
    let rest = separated(rest, "tháng")?;
    let (month, rest) = number(rest)?;
    let rest = separated(rest, "năm")?;
    let (year, rest) = number(rest)?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| year >= 1900)?;
    Some((date, text.len() - rest.len()))
}

fn separated<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let text = text.trim_start();
    text.strip_prefix(['/', '-', '.']).or_else(|| text.strip_prefix(word)).map(str::trim_start)
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok().filter(|_| digits.len() <= 4)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_at_the_end_needs_no_word_before_it() {
        let found = |text| bare_day_at_end(text).map(|(day, at)| (day.to_string(), at));
        assert_eq!(found("trong 31/12/2025"), Some(("2025-12-31".to_owned(), 6)));
        for text in ["trước 31/12", "trước 12/2025", "trước 31/02/2025", "31/12/2025 hoặc"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_found_in_both_ways_of_writing_them() {
        let text =
            "số 2204 ngày 07/8/2023, lai châu, ngày 28 tháng 02 năm 2025; ngày     tháng    năm 2025; ngày 31/02/2025";
        let found: Vec<_> = days(text).into_iter().map(|(day, at)| (day.to_string(), text.get(at).unwrap())).collect();
        let expected =
            [("2023-08-07".to_owned(), "ngày 07/8/2023"), ("2025-02-28".to_owned(), "ngày 28 tháng 02 năm 2025")];
        assert_eq!(found, expected);
    }
}
