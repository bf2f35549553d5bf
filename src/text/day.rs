//! Days in numbers, as people type them.

use chrono::NaiveDate;

/// Reads a day: 2025-07-01, 01/07/2025, 1.7.2025; nothing where the year has other than four digits.
pub fn read_day(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>().ok())?;
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_both_orders() {
        let day = NaiveDate::from_ymd_opt(2025, 7, 1);
        for text in ["2025-07-01", "01/07/2025", "1/7/2025", "1.7.2025", "01-07-2025", " 2025-7-1 "] {
            assert_eq!(read_day(text), day, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "2025",
            "30/02/2025",
            "14/10/25",
            "10/2025",
            "+1/7/2025",
            "a/b/2025",
            "45839",
            "2025-10-14T07",
            "1/2/3/2025",
            "1//2025",
            "1/ /2025",
            "1/007/2025",
        ] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }
}
