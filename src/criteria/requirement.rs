//! Requirements as they are written in `achieved`: read, and written back.

use chrono::NaiveDate;

use crate::{
    criteria::{Against, Comparison, Kind, Requirement},
    model::Decimal,
};

/// A requirement as written, and whether it has a percent sign.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written {
    /// What it says.
    pub requirement: Requirement,
    /// Whether a percent sign stands in it.
    pub unit: WrittenUnit,
}

/// Whether a number was written with a percent sign.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum WrittenUnit {
    /// `95%`.
    Percent,
    /// `95`.
    None,
}

/// The text is no comparison of any known form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct NotARequirement;

/// The operators, the longer first where one begins another.
const OPERATORS: [(&str, Comparison); 5] = [
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    (">", Comparison::Above),
    ("<", Comparison::Below),
    ("=", Comparison::Equal),
];

/// Reads one requirement: a comparison, a range, `yes`, `done`.
pub(super) fn parse(text: &str) -> Result<Written, NotARequirement> {
    let text = text.trim();
    let bare = |requirement| Written { requirement, unit: WrittenUnit::None };
    if text == "yes" {
        return Ok(bare(Requirement::Yes));
    }
    if let Some(rest) = text.strip_prefix("done") {
        return done(rest).map(bare);
    }
    match text.split_once("..") {
        Some((low, high)) => between(low, high),
        None => comparison(text),
    }
}

/// Reads what stands after `done`: nothing, or ` by 2025-12-31`.
fn done(rest: &str) -> Result<Requirement, NotARequirement> {
    if rest.is_empty() {
        return Ok(Requirement::Done(None));
    }
    let mut words = rest.split_whitespace();
    let (Some("by"), Some(day), None, true) = (words.next(), words.next(), words.next(), rest.starts_with(' ')) else {
        return Err(NotARequirement);
    };
    let day = Some(day).filter(|day| day.len() == "2025-12-31".len()).ok_or(NotARequirement)?;
    day.parse::<NaiveDate>().map(|day| Requirement::Done(Some(day))).map_err(|_| NotARequirement)
}

fn between(low: &str, high: &str) -> Result<Written, NotARequirement> {
    let ((low, low_unit), (high, high_unit)) = (number(low)?, number(high)?);
    let unit = if low_unit == WrittenUnit::Percent { low_unit } else { high_unit };
    Ok(Written { requirement: Requirement::Between(low, high), unit })
}

fn comparison(text: &str) -> Result<Written, NotARequirement> {
    let (operator, rest) = OPERATORS
        .iter()
        .find_map(|(sign, operator)| Some((*operator, text.strip_prefix(sign)?.trim())))
        .ok_or(NotARequirement)?;
    let (against, unit) = match rest {
        "parent" => (Against::Parent, WrittenUnit::None),
        "previous" => (Against::Previous, WrittenUnit::None),
        _ => number(rest).map(|(value, unit)| (Against::Threshold(value), unit))?,
    };
    Ok(Written { requirement: Requirement::Compare(operator, against), unit })
}

fn number(text: &str) -> Result<(Decimal, WrittenUnit), NotARequirement> {
    let text = text.trim();
    let (digits, unit) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), WrittenUnit::Percent),
        None => (text, WrittenUnit::None),
    };
    let has_digits_at_both_ends = digits.ends_with(|last: char| last.is_ascii_digit());
    let value = digits.parse().ok().filter(|_| has_digits_at_both_ends).ok_or(NotARequirement)?;
    Ok((value, unit))
}

impl Requirement {
    /// Returns the requirement as a criteria set writes it: `>= 95%`.
    pub fn to_text(&self, kind: Kind) -> String {
        let percent = if kind == Kind::Percent { "%" } else { "" };
        match self {
            Self::Compare(operator, Against::Threshold(value)) => format!("{} {value}{percent}", operator.sign()),
            Self::Compare(operator, Against::Parent) => format!("{} parent", operator.sign()),
            Self::Compare(operator, Against::Previous) => format!("{} previous", operator.sign()),
            Self::Between(low, high) => format!("{low}..{high}{percent}"),
            Self::Yes => "yes".to_owned(),
            Self::Done(None) => "done".to_owned(),
            Self::Done(Some(day)) => format!("done by {day}"),
        }
    }
}

impl Comparison {
    /// Returns the operator as a criteria set writes it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::Above => ">",
            Self::AtMost => "<=",
            Self::Below => "<",
            Self::Equal => "=",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn check(text: &str, expected: Requirement, unit: WrittenUnit) {
        assert_eq!(parse(text), Ok(Written { requirement: expected, unit }), "{text}");
    }

    #[test]
    fn every_form_is_read() {
        use Requirement::{Between, Compare, Done, Yes};
        let against = |text: &str| Against::Threshold(value(text));
        check(">= 95%", Compare(Comparison::AtLeast, against("95")), WrittenUnit::Percent);
        check("> 95%", Compare(Comparison::Above, against("95")), WrittenUnit::Percent);
        check("<= 3%", Compare(Comparison::AtMost, against("3")), WrittenUnit::Percent);
        check("<2.5 %", Compare(Comparison::Below, against("2.5")), WrittenUnit::Percent);
        check("= 0", Compare(Comparison::Equal, against("0")), WrittenUnit::None);
        check(">= 10", Compare(Comparison::AtLeast, against("10")), WrittenUnit::None);
        check("2..5", Between(value("2"), value("5")), WrittenUnit::None);
        check("0.5% .. 5%", Between(value("0.5"), value("5")), WrittenUnit::Percent);
        check("yes", Yes, WrittenUnit::None);
        check(">= parent", Compare(Comparison::AtLeast, Against::Parent), WrittenUnit::None);
        check("< previous", Compare(Comparison::Below, Against::Previous), WrittenUnit::None);
        check("done", Done(None), WrittenUnit::None);
        check("done by 2025-12-31", Done(NaiveDate::from_ymd_opt(2025, 12, 31)), WrittenUnit::None);
    }

    #[test]
    fn what_is_no_comparison_is_refused() {
        for text in [
            "",
            "95%",
            "≥ 95%",
            "=> 95",
            ">= ",
            ">= 95,5%",
            ">= 95%%",
            ">= .5",
            ">= 5.",
            ">= 1e3",
            "2..",
            "..5",
            "2...5",
            "1..2..3",
            "Yes",
            "no",
            "done by",
            "doneby 2025-12-31",
            "done by 2025-02-30",
            "done by 2025-1-1",
            "done later",
            ">= parents",
            "previous",
            ">= 9999999999999999999",
            "> = 5",
        ] {
            assert_eq!(parse(text), Err(NotARequirement), "{text}");
        }
    }

    #[test]
    fn a_requirement_is_written_as_it_is_read() {
        for (text, kind) in [
            (">= 95%", Kind::Percent),
            ("< 2.5%", Kind::Percent),
            ("2..5%", Kind::Percent),
            ("2..5", Kind::Count),
            ("= 0", Kind::Count),
            (">= 55", Kind::Amount),
            (">= parent", Kind::Percent),
            ("<= previous", Kind::Amount),
            ("yes", Kind::YesNo),
            ("done", Kind::Task),
            ("done by 2025-12-31", Kind::Task),
        ] {
            assert_eq!(parse(text).unwrap().requirement.to_text(kind), text);
        }
    }
}
