//! A plan's file a year later: days, years in titles and targets replaced in the text, comments and order kept.

use std::ops::Range;

use chrono::{Datelike as _, Months, NaiveDate};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::cli::trouble::Trouble;

/// What changes besides the days.
#[derive(Debug)]
pub(super) struct Change {
    /// The year of the old plan.
    pub(super) year: i32,
    /// The way to the old workspace.
    pub(super) previous: String,
    /// How many units are to be maintained.
    pub(super) maintain: u32,
    /// How many are to be recognised.
    pub(super) new: u32,
}

/// A piece of the text, and what stands there instead.
type Edit = (Range<usize>, String);

/// Rewrites the plan `text`.
///
/// # Errors
/// When the file is written in a way that leaves no room for the way to the old workspace.
pub(super) fn a_year_later(text: &str, change: &Change) -> Result<String, Trouble> {
    let root = DeTable::parse(text).map_err(|_| unusual())?;
    let mut edits = Vec::new();
    for (name, value) in root.get_ref() {
        collect(text, name.get_ref(), value, change, &mut edits);
    }
    let plan = root.get_ref().get("plan").and_then(|plan| plan.get_ref().as_table()).ok_or_else(unusual)?;
    if !plan.contains_key("previous") {
        let first = plan.iter().map(|(name, _)| name.span().start).min().ok_or_else(unusual)?;
        let line = text.get(..first).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        edits.push((line..line, format!("previous = {}\n", quoted(&change.previous))));
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut renewed = text.to_owned();
    for (range, instead) in edits.into_iter().rev() {
        renewed.replace_range(range, &instead);
    }
    if names_previous(&renewed, &change.previous) { Ok(renewed) } else { Err(unusual()) }
}

/// Collects what changes in the value under the key `name`, tables and lists included.
fn collect(text: &str, name: &str, value: &Spanned<DeValue<'_>>, change: &Change, edits: &mut Vec<Edit>) {
    let mut replace = |instead: String| edits.push((value.span(), instead));
    match (name, value.get_ref()) {
        // The register and the criteria are those of last year, so their days stay.
        ("criteria" | "units" | "targets_file" | "appraises" | "headings", _) => {}
        ("previous", _) => replace(quoted(&change.previous)),
        ("number", DeValue::String(number)) => replace(quoted(&unnumbered(number))),
        ("title" | "deadline_text" | "id", DeValue::String(said)) => {
            replace(quoted(&said.replace(&change.year.to_string(), &(change.year + 1).to_string())));
        }
        ("maintain", DeValue::Integer(_)) => replace(change.maintain.to_string()),
        ("new", DeValue::Integer(_)) => replace(change.new.to_string()),
        (_, DeValue::Datetime(_)) => {
            if let Some(day) = text.get(value.span()).and_then(later) {
                replace(day);
            }
        }
        (_, DeValue::Table(table)) => {
            table.iter().for_each(|(name, value)| collect(text, name.get_ref(), value, change, edits));
        }
        (_, DeValue::Array(values)) => values.iter().for_each(|value| collect(text, name, value, change, edits)),
        _ => {}
    }
}

fn later(day: &str) -> Option<String> {
    let day: NaiveDate = day.parse().ok()?;
    Some(day.checked_add_months(Months::new(12)).filter(|later| later.year() > day.year())?.to_string())
}

/// Leaves the number of the new plan to be filled in: "604/KH-UBND" becomes "…/KH-UBND".
fn unnumbered(number: &str) -> String {
    let rest = number.trim_start_matches(|letter: char| letter.is_ascii_digit());
    if rest.len() == number.len() { number.to_owned() } else { format!("…{rest}") }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn names_previous(text: &str, previous: &str) -> bool {
    let root = text.parse::<toml::Table>().ok();
    let named = root.as_ref().and_then(|root| root.get("plan")?.get("previous")?.as_str());
    named == Some(previous)
}

fn unusual() -> Trouble {
    Trouble::new(say!("Không sửa tự động được tệp tdp.toml cũ", "The old tdp.toml cannot be rewritten")).helped_by(
        say!(
            "Viết mục [plan] mỗi giá trị một dòng như tệp mẫu của tdp init",
            "Write [plan] a value a line, as tdp init does"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_titles_targets_and_the_way_back_change_and_the_rest_stays() {
        let old = "# Ghi chú\nschema = 1\n[plan]\nnumber = \"604/KH-UBND\" # số\ntitle = \"Năm 2025\"\ndate = 2025-02-28\n\
                   period = { from = 2025-01-01, to = 2025-12-31 }\ncriteria = \"a@2023-08-07\"\n\
                   targets = { maintain = 35, new = 2 }\n";
        let change = Change { year: 2025, previous: "../2025".to_owned(), maintain: 36, new: 1 };
        let new = "# Ghi chú\nschema = 1\n[plan]\nprevious = \"../2025\"\nnumber = \"…/KH-UBND\" # số\ntitle = \"Năm 2026\"\n\
                   date = 2026-02-28\nperiod = { from = 2026-01-01, to = 2026-12-31 }\ncriteria = \"a@2023-08-07\"\n\
                   targets = { maintain = 36, new = 1 }\n";
        assert_eq!(a_year_later(old, &change).unwrap(), new);
    }

    #[test]
    fn a_leap_day_becomes_the_last_of_february() {
        assert_eq!(later("2024-02-29").as_deref(), Some("2025-02-28"));
    }

    #[test]
    fn a_plan_in_one_line_is_told_rather_than_broken() {
        let change = Change { year: 2025, previous: "..".to_owned(), maintain: 0, new: 0 };
        assert!(a_year_later("plan = { number = \"1\" }", &change).is_err());
    }
}
