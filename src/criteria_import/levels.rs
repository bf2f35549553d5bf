//! Which rows are standards, criteria and indicators: by the levels of their numbers, and by which of them require
//! anything.

use crate::text::canonical;

use super::{number::Number, rows::Row};

/// What a row is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Level {
    /// A field above standards, of which a criteria set has none.
    Group,
    /// A standard.
    Standard,
    /// A standard and its first criterion in one row.
    StandardAndCriterion,
    /// A criterion.
    Criterion,
    /// An indicator of the criterion before it.
    Indicator,
    /// A further requirement of the row before it.
    Further,
    /// A row that adds others up.
    Total,
    /// None of these: a note, the rest of a title.
    Neither,
}

/// How rows begin that add up, canonical.
const TOTALS: &[&str] = &["tổng cộng", "tổng số", "tổng điểm", "cộng"];

/// Returns what each row is.
pub(super) fn levels(rows: &[Row]) -> Vec<Level> {
    if rows.iter().any(|row| row.standard.is_some()) {
        return with_column_of_standards(rows);
    }
    let ladder = Ladder::of(rows);
    let levels = rows.iter().enumerate().map(|(index, row)| match &row.number {
        Some(number) if row.content.is_some() => ladder.level(number),
        _ => unnumbered(row, ladder.standards_are_unnumbered && next_is_numbered(rows, index)),
    });
    levels.collect()
}

fn next_is_numbered(rows: &[Row], index: usize) -> bool {
    rows.get(index + 1).is_some_and(|next| next.number.is_some())
}

/// A row without a number, or with nothing but one.
fn unnumbered(row: &Row, is_standard: bool) -> Level {
    let Some(content) = &row.content else {
        return if row.requirement().is_some() { Level::Further } else { Level::Neither };
    };
    let text = canonical(&content.text);
    if TOTALS.iter().any(|total| text.starts_with(total)) {
        return Level::Total;
    }
    match row.requirement() {
        Some(_) => Level::Criterion,
        None if is_standard => Level::Standard,
        None => Level::Neither,
    }
}

/// Which levels of numbers stand for what.
struct Ladder {
    /// The level of groups above standards.
    group: Option<usize>,
    /// The level of standards.
    standard: Option<usize>,
    /// The level of criteria; what is below are indicators.
    criterion: usize,
    standards_are_unnumbered: bool,
}

impl Ladder {
    fn of(rows: &[Row]) -> Self {
        let numbered = || rows.iter().filter(|row| row.content.is_some());
        let mut present: Vec<usize> = numbered().filter_map(|row| row.number.as_ref()).map(Number::level).collect();
        present.sort_unstable();
        present.dedup();
        // Of the rows at a level, how many require something, and how many there are.
        let requiring = |level: usize| {
            let at_level = || numbered().filter(move |row| row.number.as_ref().map(Number::level) == Some(level));
            (at_level().filter(|row| row.requirement().is_some()).count(), at_level().count())
        };
        let whole = Number::WHOLE;
        let only_criteria = |criterion| Self { group: None, standard: None, criterion, standards_are_unnumbered: true };
        match present.as_slice() {
            [] => only_criteria(whole),
            [only] => only_criteria(*only),
            // "I", "1", "1.1" or "A", "I", "1", and nothing is required at the second: fields stand above standards.
            [group, standard, criterion, ..]
                if *criterion <= whole + 1 && *standard <= whole && requiring(*standard).0 == 0 =>
            {
                let (group, standard) = (Some(*group), Some(*standard));
                Self { group, standard, criterion: *criterion, standards_are_unnumbered: false }
            }
            [first, ..] if *first > whole => only_criteria(*first),
            [first, ..] if *first == whole && requiring(whole).0 * 2 > requiring(whole).1 => only_criteria(*first),
            [standard, criterion, ..] => {
                Self { group: None, standard: Some(*standard), criterion: *criterion, standards_are_unnumbered: false }
            }
        }
    }

    fn level(&self, number: &Number) -> Level {
        let level = number.level();
        if self.group == Some(level) {
            Level::Group
        } else if self.standard == Some(level) {
            Level::Standard
        } else if level <= self.criterion {
            Level::Criterion
        } else {
            Level::Indicator
        }
    }
}

/// Where standards have a column, a row that names another one begins it, and what has a content is a criterion.
fn with_column_of_standards(rows: &[Row]) -> Vec<Level> {
    let is_item = |number: &Number| matches!(number, Number::Letter(_) | Number::Dash);
    let has_numbers = rows.iter().any(|row| row.content.is_some() && row.number.as_ref().is_some_and(|n| !is_item(n)));
    let mut current = String::new();
    let levels = rows.iter().map(|row| {
        let named = row.standard.as_ref().map(|said| canonical(&said.text).into_owned());
        let begins = named.filter(|title| *title != current);
        let is_criterion = row.content.is_some();
        if begins.is_none() {
            let item = has_numbers && row.number.as_ref().is_some_and(is_item);
            return match is_criterion {
                true if item => Level::Indicator,
                true => unnumbered(row, false).or_criterion(row),
                false => unnumbered(row, false),
            };
        }
        let is_group = !is_criterion && matches!(row.standard_number, Some(Number::Roman(_) | Number::Capital(_)));
        if is_group && row.requirement().is_none() {
            return Level::Group;
        }
        current = begins.unwrap_or_default();
        if is_criterion { Level::StandardAndCriterion } else { Level::Standard }
    });
    levels.collect()
}

impl Level {
    /// A row with a number is a criterion even where nothing is required.
    fn or_criterion(self, row: &Row) -> Self {
        if self == Self::Neither && row.number.is_some() { Self::Criterion } else { self }
    }
}
