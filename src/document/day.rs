//! Days written as people write them, which TOML does not read: said once, with the day as it must be written.

use chrono::NaiveDate;

use crate::{
    finding::Finding,
    model::{Message, say},
    text::read_day,
};

/// Returns the day meant by `text`, written 14/10/2025, 14-10-2025 or 2025-10-14, with or without quotes.
pub(super) fn meant(text: &str) -> Option<NaiveDate> {
    read_day(text.trim().trim_matches(['"', '\'']))
}

/// Says how a day must be written.
pub(super) fn message() -> Message {
    say!("Ngày phải viết năm-tháng-ngày, không ngoặc kép", "A day is written year-month-day, without quotes")
}

/// Adds the day meant, as it must be written, to a mistake about it.
pub(super) fn helped(mistake: Finding, day: NaiveDate) -> Finding {
    mistake.expecting(day.to_string()).helped_by(say!("Ghi lại là {day}", "Write it as {day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(meant(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn days_are_understood_as_people_write_them() {
        check("14/10/2025", Some("2025-10-14"));
        check("\"1/9/2025\"", Some("2025-09-01"));
        check("28-02-2025", Some("2025-02-28"));
        check("'2025-10-14'", Some("2025-10-14"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["", "30/02/2025", "14/10/25", "10/2025", "a/b/2025", "2025-10-14T07", "1/2/3/2025"] {
            check(text, None);
        }
    }
}
