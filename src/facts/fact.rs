//! A fact and the cells it came from.

use std::{fmt, sync::Arc};

use serde::Serialize;

use crate::{
    model::{
        Appraiser, CellPlace, CellRef, CriterionKey, Decimal, FileKey, Message, Quantity, Ratio, SheetKey, UnitKey,
        Voice, phrase, with_comma,
    },
    workbook::{Cell, Sheet, Value},
};

use super::shown;

/// Two numbers beside each other are quoted with so many decimals, and with more where they look alike.
const FEWEST_DECIMALS: u8 = 2;
const MOST_DECIMALS: u8 = 9;

/// What one voice of one submission says of one criterion of one unit.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Of which unit.
    pub unit: UnitKey,
    /// Of which criterion or indicator.
    pub criterion: CriterionKey,
    /// Who says it.
    pub voice: Voice,
    /// Which agency, where one says it in a column of its own.
    pub agency: Appraiser,
    /// In which file.
    pub file: FileKey,
    /// The figure as it stands, percentages in percent.
    pub figure: Option<Decimal>,
    /// The part of a percentage.
    pub part: Option<Decimal>,
    /// The whole of a percentage.
    pub whole: Option<Decimal>,
    /// The voice's own verdict.
    pub claim: Option<Claim>,
    /// The state of a task.
    pub task: Option<TaskState>,
    /// Something was written that could not be used: the criterion is missing, whatever the claim.
    pub refused: bool,
    /// What is named as evidence, as it is written; texts are shared with the other cells that say the same.
    pub evidence: Option<Arc<str>>,
    /// Where each of the values stands.
    pub cells: Box<[SourceCell]>,
}

impl Fact {
    /// Returns part and whole, where both are there.
    pub fn parts(&self) -> Option<(Decimal, Decimal)> {
        self.part.zip(self.whole)
    }

    /// Returns how much of what another says, too, it says: of equal facts the most telling stands.
    pub fn telling(&self) -> (bool, bool) {
        (self.parts().is_some(), self.claim.is_some())
    }

    /// Returns the measured value: part and whole where both are there, else the figure.
    pub fn quantity(&self) -> Option<Quantity> {
        let ratio = self.parts().and_then(|(part, whole)| Ratio::new(part, whole));
        ratio.map(Quantity::Ratio).or(self.figure.map(Quantity::Number))
    }

    /// Returns whether another fact says the same: equal values, no claims that differ, nothing refused.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let equal = match (self.quantity(), other.quantity()) {
            (Some(ours), Some(theirs)) => ours.cmp_quantity(theirs).is_eq(),
            (None, None) => true,
            _ => false,
        };
        // 90 of 100 is as much as 180 of 200, but they add up to other totals.
        let other_parts = self.parts().zip(other.parts()).is_some_and(|(ours, theirs)| ours != theirs);
        // Beside equal values, a claim that stands in one place alone contradicts nothing.
        let one_claims = self.quantity().is_some() && (self.claim.is_none() || other.claim.is_none());
        let same_claims = one_claims || self.claim == other.claim;
        equal && !other_parts && same_claims && self.task == other.task && !self.refused && !other.refused
    }

    /// Returns where one of its cells stands.
    pub fn place(&self, cell: &SourceCell) -> CellPlace {
        CellPlace { file: self.file, sheet: cell.sheet, cell: cell.at }
    }

    /// Returns the cell that decides: the figure's, else the part's, else the claim's.
    pub fn deciding_cell(&self) -> Option<&SourceCell> {
        let with = |role: Role| self.cells.iter().find(|cell| cell.role == role);
        with(Role::Figure).or_else(|| with(Role::Part)).or_else(|| with(Role::Claim))
    }

    /// Returns where the cell stands that decides.
    pub fn deciding_place(&self) -> Option<CellPlace> {
        self.deciding_cell().map(|cell| self.place(cell))
    }
}

/// A voice's own verdict, without a figure.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Claim {
    /// Đạt.
    Achieved,
    /// Chưa đạt.
    NotAchieved,
    /// Không áp dụng.
    NotApplicable,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum TaskState {
    /// Chưa thực hiện.
    NotStarted,
    /// Đang thực hiện.
    UnderWay,
    /// Đã hoàn thành.
    Done,
}

/// What a cell contributes to a fact.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The figure.
    Figure,
    /// The part of a percentage.
    Part,
    /// The whole of a percentage.
    Whole,
    /// The voice's own verdict.
    Claim,
}

/// One cell of a fact, as it stands in the fact's file; a city has half a million.
#[derive(Clone, Debug)]
pub struct SourceCell {
    /// What it contributes.
    pub role: Role,
    /// On which sheet it stands.
    pub sheet: SheetKey,
    /// Where on the sheet.
    pub at: CellRef,
    /// What it says.
    pub raw: Raw,
}

/// What a cell says, kept as it was read and shown only when asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// Text after decoding, shared with the other cells that say the same.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// A number shown as percent.
    Percent(f64),
    /// TRUE or FALSE.
    Bool(bool),
}

impl Raw {
    /// Keeps what a cell says.
    pub(super) fn of(cell: &Cell, sheet: &Sheet) -> Self {
        let percent = |number| sheet.format(cell).is_some_and(|format| format.percent(number));
        match &cell.value {
            Value::Text(text) | Value::Date(text) | Value::Error(text) => Self::Text(Arc::clone(text)),
            Value::Number(number) if percent(*number) => Self::Percent(*number),
            Value::Number(number) => Self::Number(*number),
            Value::Bool(truth) => Self::Bool(*truth),
            Value::NotCalculated => Self::Text("".into()),
        }
    }

    /// Returns the cell as a text, sharing one that it is already.
    pub(super) fn into_text(self) -> Arc<str> {
        match self {
            Self::Text(text) => text,
            Self::Number(_) | Self::Percent(_) | Self::Bool(_) => self.to_string().into(),
        }
    }

    /// Quotes two cells beside each other: numbers with two decimals, or as many more as it takes to tell them apart.
    pub fn spelled_beside(&self, other: &Self) -> (Message, Message) {
        let both = |decimals: u8| (self.rounded(decimals), other.rounded(decimals));
        let apart = (FEWEST_DECIMALS..=MOST_DECIMALS).map(both).find(|(ours, theirs)| ours != theirs);
        apart.unwrap_or_else(|| (self.spelled(), other.spelled()))
    }

    fn rounded(&self, decimals: u8) -> Message {
        let (number, sign) = match self {
            Self::Number(number) => (Decimal::from_spreadsheet(*number), ""),
            Self::Percent(fraction) => (Decimal::from_spreadsheet(*fraction).and_then(Decimal::times_hundred), "%"),
            Self::Text(_) | Self::Bool(_) => return self.spelled(),
        };
        let Ok(number) = number else { return self.spelled() };
        let number = shown::brief(number, decimals);
        phrase!("{number}{sign}", "{number}{sign}", number)
    }

    /// Quotes the cell in a sentence of either language.
    pub fn spelled(&self) -> Message {
        let vi = self.to_string();
        match self {
            Self::Text(_) | Self::Bool(_) => Message::same(vi),
            Self::Number(_) | Self::Percent(_) => Message { en: vi.replace(',', "."), vi },
        }
    }
}

/// As a clerk sees it: decimal comma, percent sign.
impl fmt::Display for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => f.write_str(&with_comma(shown::number(*number))),
            Self::Percent(number) => write!(f, "{}%", with_comma(shown::percent(*number))),
            Self::Bool(true) => f.write_str("TRUE"),
            Self::Bool(false) => f.write_str("FALSE"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_numbers_are_quoted_as_they_are_seen_and_told_apart() {
        let check = |ours: Raw, theirs: Raw, expected: (&str, &str)| {
            let (ours, theirs) = ours.spelled_beside(&theirs);
            assert_eq!((ours.vi.as_str(), theirs.vi.as_str()), expected);
        };
        check(Raw::Percent(35.0 / 39.0), Raw::Percent(0.91), ("89,74%", "91%"));
        check(Raw::Percent(0.897_41), Raw::Percent(35.0 / 39.0), ("89,741%", "89,744%"));
        check(Raw::Number(2.0 / 3.0), Raw::Text("0,66 (ước)".into()), ("0,67", "0,66 (ước)"));
        check(Raw::Percent(0.97), Raw::Percent(0.97), ("97%", "97%"));
        let (english, _) = Raw::Percent(35.0 / 39.0).spelled_beside(&Raw::Bool(true));
        assert_eq!(english.en, "89.74%");
    }
}
