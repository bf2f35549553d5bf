//! The day, month or year at the end of a heading: "kết quả năm 2025", "thực hiện đến 30/9/2025".

use std::ops::RangeInclusive;

use super::words::{BEFORE, TIME_WORDS};

/// When a column is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum When {
    /// A time of the plan, or one that names no year.
    Within,
    /// Another year than the plan's.
    Elsewhere,
}

/// Splits a canonical heading into what stands before the time at its end, and the time; nothing where it names none.
pub(super) fn split<'t>(text: &'t str, plan: &RangeInclusive<i32>) -> Option<(&'t str, When)> {
    if let Some(before) = BEFORE.iter().find_map(|word| text.strip_suffix(word)) {
        return Some((before.trim_end(), When::Elsewhere));
    }
    let mut years: Vec<i32> = Vec::new();
    let (mut rest, mut dated) = (text.trim_end(), false);
    loop {
        let (before, word) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let word = word.trim_matches([',', ';', ':', '-', '.']);
        let numbered = NUMBERED.iter().any(|unit| before.ends_with(unit));
        let numbered = numbered && (is_number(word) || is_quarter(word, &mut years));
        let months = word == "tháng" && before.rsplit(' ').next().is_some_and(is_number);
        if numbered || is_date(word, &mut years) || is_short_date(word, &mut years) {
            dated = true;
        } else if dated && word == "điểm" && before.ends_with("thời") {
            // "thời điểm 31/12": the word alone is one for figures.
            rest = before.trim_end_matches("thời").trim_end();
            continue;
        } else if months {
            // "9 tháng": so many of them.
            dated = true;
            rest = before.trim_end().trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end();
            continue;
        } else if rest.is_empty() || !(word.is_empty() || TIME_WORDS.contains(&word)) {
            break;
        }
        rest = before.trim_end();
    }
    let elsewhere = !years.is_empty() && !years.iter().any(|year| plan.contains(year));
    dated.then_some((rest, if elsewhere { When::Elsewhere } else { When::Within }))
}

/// What bears a number alone.
const NUMBERED: [&str; 3] = ["ngày", "tháng", "quý"];

/// Returns whether a text is worth looking through for the time of another year: most name none.
pub(super) fn may_name_another_year(text: &str) -> bool {
    text.contains("20") || BEFORE.iter().any(|word| text.contains(word))
}

/// Returns whether a canonical text begins with the time of another year: "năm 2024 - tỷ lệ hộ nghèo".
pub(super) fn begins_elsewhere(text: &str, plan: &RangeInclusive<i32>) -> bool {
    let ends = text.match_indices(' ').map(|(end, _)| end).take(LONGEST_TIME);
    ends.map(|end| text.split_at(end).0.trim_end_matches([' ', '-', '–', ':', ','])).any(|time| {
        let time = time.trim_start_matches([' ', '-', '–', ':', ',']);
        split(time, plan) == Some(("", When::Elsewhere))
    })
}

/// No time at the beginning of a label has more words.
const LONGEST_TIME: usize = 8;

/// Returns whether a word is a quarter in Roman numerals, perhaps of a year, and notes the year.
fn is_quarter(word: &str, years: &mut Vec<i32>) -> bool {
    let (quarter, year) =
        word.split_once(['/', '-', '.']).map_or((word, None), |(quarter, year)| (quarter, Some(year)));
    matches!(quarter, "i" | "ii" | "iii" | "iv") && year.is_none_or(|year| year.len() == 4 && is_date(year, years))
}

/// Returns whether a word is a month or a quarter of a year, as short as it is written: "t9/2025", "qiii/2025".
fn is_short_date(word: &str, years: &mut Vec<i32>) -> bool {
    let Some(number) = word.strip_prefix(['t', 'q']).filter(|number| number.contains(['/', '-', '.'])) else {
        return false;
    };
    is_quarter(number, years) || (number.starts_with(|first: char| first.is_ascii_digit()) && is_date(number, years))
}

fn is_number(word: &str) -> bool {
    matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a word is a year, a day of a month, a month of a year or two years, and notes the years.
fn is_date(word: &str, years: &mut Vec<i32>) -> bool {
    // "5.4" is the id of a criterion.
    let may_be_id = !word.contains(['/', '-']) && word.matches('.').count() < 2 && word.len() != 4;
    if may_be_id {
        return false;
    }
    let mut numbers = word.split(['/', '-', '.']);
    let known = years.len();
    let date = numbers.all(|number| match number.parse::<i32>() {
        Ok(year @ 2000..2100) if number.len() == 4 => {
            years.push(year);
            true
        }
        Ok(1..=31) => number.len() <= 2,
        _ => false,
    });
    if !date {
        years.truncate(known);
    }
    date
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_at_the_end_is_split_off() {
        let check = |text, expected| assert_eq!(split(text, &(2025..=2025)), expected, "{text}");
        check("kết quả năm 2025", Some(("kết quả", When::Within)));
        check("số liệu đến ngày 30/9/2025", Some(("số liệu", When::Within)));
        check("thực hiện tính đến hết tháng 9 năm 2025", Some(("thực hiện", When::Within)));
        check("thực hiện đến 30/9", Some(("thực hiện", When::Within)));
        check("kết quả năm học 2024-2025", Some(("kết quả năm học", When::Within)));
        check("kết quả 9 tháng năm 2025", Some(("kết quả", When::Within)));
        check("kết quả 6 tháng đầu năm 2025", Some(("kết quả", When::Within)));
        check("kết quả thực hiện 9 tháng", Some(("kết quả thực hiện", When::Within)));
        check("kết quả quý iii", Some(("kết quả", When::Within)));
        check("kết quả 6 tháng năm 2024", Some(("kết quả", When::Elsewhere)));
        check("kết quả năm 2024", Some(("kết quả", When::Elsewhere)));
        check("thực hiện đến 31/12/2024", Some(("thực hiện", When::Elsewhere)));
        for text in [
            "kết quả quý iii/2024",
            "kết quả quý iii-2024",
            "kết quả quý 3/2024",
            "kết quả quý iii năm 2024",
            "kết quả tháng 9/2024",
            "kết quả t9/2024",
            "kết quả qiii/2024",
            "kết quả 6 tháng đầu năm 2024",
            "kết quả 6 tháng cuối năm 2024",
            "kết quả cả năm 2024",
            "kết quả tại thời điểm 31/12/2024",
        ] {
            check(text, Some(("kết quả", When::Elsewhere)));
        }
        for text in ["kết quả quý iii/2025", "kết quả quý 3/2025", "kết quả t9/2025", "kết quả cả năm 2025"]
        {
            check(text, Some(("kết quả", When::Within)));
        }
        check("kết quả quý v/2024", None);
        check("kết quả năm trước", Some(("kết quả", When::Elsewhere)));
        check("năm 2025", Some(("", When::Within)));
        check("kết quả", None);
        check("kết quả của năm", None);
        check("95/100", None);
        check("tổ 2", None);
        check("chỉ tiêu 5.4", None);
        check("số liệu đến 30.9.2025", Some(("số liệu", When::Within)));
        check("", None);
    }

    #[test]
    fn a_time_may_stand_before_the_words() {
        let check = |text, expected| assert_eq!(begins_elsewhere(text, &(2025..=2025)), expected, "{text}");
        check("năm 2024 - tỷ lệ hộ nghèo", true);
        check("quý iii/2024: tỷ lệ hộ nghèo", true);
        check("đến hết tháng 12 năm 2024, số hộ", true);
        check("năm 2025 - tỷ lệ hộ nghèo", false);
        check("tỷ lệ hộ nghèo năm 2024", false);
        check("2024", false);
        check("", false);
    }
}
