//! One cell read as a figure, a part or whole, or a claim: certain, or refused with the reason.

use crate::{
    criteria::{Criterion, Kind, Requirement},
    model::Decimal,
    text::{LoneSeparator, Mark, Written, canonical, is_error_value, is_parted, read_mark, read_number},
    workbook::{Cell, Format, Value},
};

use super::{
    Claim, TaskState,
    overwritten::word_in_place_of_number,
    refusals::{
        Asked, Refusal, beyond_figures, divided, multiplied, no_value, not_a_number, percent_format, quoted,
        refusal_of, some_of_none, unknown_mark,
    },
    shown::{shown, spelled_number},
};

/// What a cell says as a figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Figure {
    /// Nothing.
    Blank,
    /// A number in the criterion's own unit, and how many decimals people see.
    Number(Seen),
    /// A number in (0, 1] without a percent format, in a percent criterion: a fraction or a percentage.
    Undecided(Seen),
    /// A part of a whole, perhaps with its percentage.
    Fraction(Decimal, Decimal, Option<Seen>),
    /// A claim instead of a figure.
    Said(Claim),
    /// The state of a task.
    Task(TaskState),
    /// Not usable.
    Refused(Refusal),
}

/// A number and how many decimals people see of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) value: Decimal,
    pub(super) decimals: u8,
}

impl Seen {
    /// Takes a number for a fraction of one and returns the percentage that it is.
    pub(super) fn hundredfold(self) -> Self {
        let value = self.value.times_hundred().unwrap_or(self.value);
        Self { value, decimals: self.decimals.saturating_sub(2) }
    }
}

/// What a cell says as a claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// Nothing.
    Blank,
    /// A verdict of whoever speaks.
    Claim(Claim),
    /// The state of a task.
    Task(TaskState),
    /// Not usable.
    Refused(Refusal),
}

/// Reads the figure cell of `criterion`, for a unit to which `requirement` applies.
pub(super) fn read_figure(
    cell: &Cell,
    format: Option<&Format>,
    criterion: &Criterion,
    requirement: &Requirement,
) -> Figure {
    match &cell.value {
        Value::Text(text) if is_error_value(text) => {
            Figure::Refused(no_value(&cell.value, Asked::Figure(criterion.kind)))
        }
        Value::Text(text) => figure_in_text(text, criterion, requirement),
        Value::Number(number) if matches!(criterion.kind, Kind::YesNo | Kind::Task) => {
            Figure::Refused(unknown_mark(&spelled_number(*number)))
        }
        Value::Number(number) => figure_in_number(*number, format, criterion.kind),
        Value::Bool(true) => Figure::Said(Claim::Achieved),
        Value::Bool(false) => Figure::Said(Claim::NotAchieved),
        Value::Date(_) | Value::Error(_) | Value::NotCalculated => {
            Figure::Refused(no_value(&cell.value, Asked::Figure(criterion.kind)))
        }
    }
}

/// Returns whether the words that people see in place of a number say, as if they were typed there, the number that the
/// cell holds: "Không có" for 0 where none is wanted.
pub(super) fn says_what_it_holds(
    cell: &Cell,
    format: Option<&Format>,
    criterion: &Criterion,
    requirement: &Requirement,
) -> bool {
    let crossed_out = format.is_some_and(|format| format.crossed_out);
    let Some((number, shown)) = word_in_place_of_number(cell, format).filter(|_| !crossed_out) else { return false };
    match figure_in_text(shown, criterion, requirement) {
        Figure::Number(seen) => Decimal::from_spreadsheet(number) == Ok(seen.value),
        _ => false,
    }
}

/// Reads a cell that holds a part or a whole.
pub(super) fn read_amount(cell: &Cell, format: Option<&Format>) -> Result<Option<Decimal>, Refusal> {
    match &cell.value {
        Value::Number(number) if shows_percent(format, *number) => Err(percent_format(Asked::Amount)),
        Value::Number(number) => {
            let value = Decimal::from_spreadsheet(*number).map_err(|_| beyond_figures(*number))?;
            divided(*number, format).or_else(|| multiplied(*number, format)).map_or(Ok(Some(value)), Err)
        }
        Value::Text(text) if is_error_value(text) => Err(no_value(&cell.value, Asked::Amount)),
        Value::Text(text) => amount_in_text(text),
        Value::Bool(_) => Err(not_a_number("TRUE/FALSE")),
        Value::Date(_) | Value::Error(_) | Value::NotCalculated => Err(no_value(&cell.value, Asked::Amount)),
    }
}

/// Reads a cell that holds a claim.
pub(super) fn read_claim(cell: &Cell, kind: Kind) -> Said {
    match &cell.value {
        Value::Text(text) if is_error_value(text) => Said::Refused(no_value(&cell.value, Asked::Claim)),
        Value::Text(text) => match &**text {
            "Đạt" | "x" | "X" => Said::Claim(Claim::Achieved),
            "Không đạt" | "Chưa đạt" => Said::Claim(Claim::NotAchieved),
            text => claim_in_text(text, kind),
        },
        Value::Bool(true) => Said::Claim(Claim::Achieved),
        Value::Bool(false) => Said::Claim(Claim::NotAchieved),
        Value::Number(number) => Said::Refused(unknown_mark(&spelled_number(*number))),
        Value::Date(_) | Value::Error(_) | Value::NotCalculated => Said::Refused(no_value(&cell.value, Asked::Claim)),
    }
}

/// Reads a cell of a pair of columns Đạt | Chưa đạt: a mark says what its column says, the word of the other column is
/// not understood, FALSE says nothing.
pub(super) fn read_pair_mark(cell: &Cell, kind: Kind, there: Claim) -> Said {
    let word = matches!(&cell.value, Value::Text(text) if matches!(&*canonical(text), "đạt" | "đ"));
    match read_claim(cell, kind) {
        Said::Claim(_) if cell.value == Value::Bool(false) => Said::Blank,
        Said::Claim(Claim::Achieved) if !word || there == Claim::Achieved => Said::Claim(there),
        Said::Claim(Claim::NotAchieved) if there == Claim::NotAchieved => Said::Claim(there),
        Said::Claim(Claim::Achieved | Claim::NotAchieved) => Said::Refused(unknown_mark(&quoted(&shown(&cell.value)))),
        said => said,
    }
}

fn claim_in_text(text: &str, kind: Kind) -> Said {
    match read_mark(&canonical(text)) {
        Some(Mark::Blank) => Said::Blank,
        Some(Mark::Achieved | Mark::Yes) => Said::Claim(Claim::Achieved),
        Some(Mark::NotAchieved) => Said::Claim(Claim::NotAchieved),
        Some(Mark::NotDone) if kind == Kind::Task => Said::Claim(Claim::NotAchieved),
        Some(Mark::No) if kind == Kind::YesNo => Said::Claim(Claim::NotAchieved),
        Some(Mark::NotApplicable) => Said::Claim(Claim::NotApplicable),
        Some(mark) if kind == Kind::Task && task_state(mark).is_some() => {
            task_state(mark).map_or(Said::Blank, Said::Task)
        }
        _ => Said::Refused(unknown_mark(&quoted(text))),
    }
}

fn task_state(mark: Mark) -> Option<TaskState> {
    match mark {
        Mark::Done => Some(TaskState::Done),
        Mark::UnderWay => Some(TaskState::UnderWay),
        Mark::NotStarted => Some(TaskState::NotStarted),
        _ => None,
    }
}

fn figure_in_number(number: f64, format: Option<&Format>, kind: Kind) -> Figure {
    let Ok(value) = Decimal::from_spreadsheet(number) else { return Figure::Refused(beyond_figures(number)) };
    if let Some(refusal) = divided(number, format) {
        return Figure::Refused(refusal);
    }
    let seen = |value: Decimal| Seen { value, decimals: decimals_shown(format, number, value) };
    match (kind, shows_percent(format, number)) {
        (Kind::Percent, true) if has_percent_format(format, number) => match value.times_hundred() {
            Ok(value) => Figure::Number(seen(value)),
            Err(_) => Figure::Refused(beyond_figures(number)),
        },
        // A percent sign that is mere text is no percent format.
        (Kind::Percent, _) => percent_without_sign(seen(value)),
        (kind, true) => Figure::Refused(percent_format(Asked::Figure(kind))),
        (_, false) => Figure::Number(seen(value)),
    }
}

/// Whether people see a percent sign beside a number.
pub(super) fn shows_percent(format: Option<&Format>, number: f64) -> bool {
    has_percent_format(format, number) || format.is_some_and(|format| format.percent_as_text(number))
}

/// Whether a number is shown as the percentage of which it is the fraction.
pub(super) fn has_percent_format(format: Option<&Format>, number: f64) -> bool {
    format.is_some_and(|format| format.percent(number))
}

/// A number without a percent format: above 1 it is percent as it stands, zero is zero, else it must be told.
fn percent_without_sign(seen: Seen) -> Figure {
    let within_one = Decimal::ZERO < seen.value && seen.value <= Decimal::from(1);
    if within_one { Figure::Undecided(seen) } else { Figure::Number(seen) }
}

/// Returns how many decimals people see: all of them where the number format does not say.
fn decimals_shown(format: Option<&Format>, number: f64, value: Decimal) -> u8 {
    format.and_then(|format| format.decimals(number)).map_or(value.scale(), |shown| shown.min(value.scale()))
}

fn figure_in_text(text: &str, criterion: &Criterion, requirement: &Requirement) -> Figure {
    let key = canonical(text);
    if let Some(figure) = figure_in_mark(read_mark(&key), text, criterion.kind, requirement) {
        return figure;
    }
    if matches!(criterion.kind, Kind::YesNo | Kind::Task) {
        return Figure::Refused(unknown_mark(&quoted(text)));
    }
    let lone = match criterion.kind {
        Kind::Count => LoneSeparator::Thousands,
        Kind::Percent => LoneSeparator::Decimal,
        _ => LoneSeparator::Undecidable,
    };
    match (written(text, &key, lone), criterion.kind) {
        (Written::Number(value, decimals), Kind::Percent) => percent_without_sign(Seen { value, decimals }),
        (Written::Number(value, decimals), _) | (Written::Percent(value, decimals), Kind::Percent) => {
            Figure::Number(Seen { value, decimals })
        }
        (Written::Fraction { part, whole, percent }, Kind::Percent) => {
            Figure::Fraction(part, whole, percent.map(|(value, decimals)| Seen { value, decimals }))
        }
        (written, kind) => Figure::Refused(refusal_of(written, text, Asked::Figure(kind))),
    }
}

/// Reads a text, beside its canonical form, as a number; digits that stand apart are no number of several groups.
fn written(text: &str, key: &str, lone: LoneSeparator) -> Written {
    if is_parted(text) { Written::Other } else { read_number(key, lone) }
}

fn figure_in_mark(mark: Option<Mark>, text: &str, kind: Kind, requirement: &Requirement) -> Option<Figure> {
    let wants_none = requirement.wants_none();
    Some(match mark? {
        Mark::Blank => Figure::Blank,
        Mark::Yes if wants_none && kind != Kind::YesNo => Figure::Refused(some_of_none(text)),
        Mark::Achieved | Mark::Yes => Figure::Said(Claim::Achieved),
        Mark::NotDone if kind == Kind::Task => Figure::Said(Claim::NotAchieved),
        Mark::NotAchieved => Figure::Said(Claim::NotAchieved),
        Mark::NotApplicable => Figure::Said(Claim::NotApplicable),
        Mark::No if kind == Kind::YesNo => Figure::Said(Claim::NotAchieved),
        Mark::No | Mark::Nothing if wants_none => Figure::Number(Seen { value: Decimal::ZERO, decimals: 0 }),
        mark if kind == Kind::Task => {
            task_state(mark).map_or_else(|| Figure::Refused(unknown_mark(&quoted(text))), Figure::Task)
        }
        _ => return None,
    })
}

fn amount_in_text(text: &str) -> Result<Option<Decimal>, Refusal> {
    let key = canonical(text);
    if read_mark(&key) == Some(Mark::Blank) {
        return Ok(None);
    }
    match written(text, &key, LoneSeparator::Undecidable) {
        Written::Number(value, _) => Ok(Some(value)),
        written => Err(refusal_of(written, text, Asked::Amount)),
    }
}
