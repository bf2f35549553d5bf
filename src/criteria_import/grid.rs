//! The cells of a sheet as text on one line, with their addresses; a merged range says its text once.

use crate::{
    model::{CellRef, Decimal, Message, phrase, with_comma},
    text::{Overwritten, is_blank, one_line, overwritten},
    workbook::{Cell, Format, Sheet, Value},
};

use super::shown::{seen_otherwise, text_seen_otherwise};

/// A sheet with more filled cells holds no table of criteria.
const MOST_CELLS: usize = 50_000;
/// A sheet with more merged ranges holds no table of criteria.
const MOST_MERGES: usize = 3_000;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// The cell; of a merged range, the first.
    pub at: CellRef,
    /// Its text on one line; a number as Vietnamese documents show it.
    pub text: String,
    /// What makes the text another one than its letters say.
    pub strange: Option<Message>,
    /// Whether it has several lines of which a further one begins like a sentence of its own, and not in the midst of
    /// one: "Dưới 3 %", then "Có mô hình".
    pub several: bool,
}

/// A sheet of a size that a table of criteria may have.
pub(super) struct Grid<'s> {
    sheet: &'s Sheet,
}

impl<'s> Grid<'s> {
    /// Takes a sheet, unless it is far larger than any table of criteria.
    pub(super) fn of(sheet: &'s Sheet) -> Option<Self> {
        let fits = sheet.cells().len() <= MOST_CELLS && sheet.merges.len() <= MOST_MERGES;
        fits.then_some(Self { sheet })
    }

    /// Returns the rows that hold anything, in order.
    pub(super) fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.sheet.cells().iter().map(|cell| cell.at.row).collect();
        rows.dedup();
        rows
    }

    /// Returns what the cells of a row say, blank ones left out.
    pub(super) fn row(&self, row: u32) -> Vec<Said> {
        self.sheet.row(row).iter().filter_map(|cell| self.said(cell)).collect()
    }

    /// Returns what the cell itself says.
    pub(super) fn own(&self, at: CellRef) -> Option<Said> {
        self.said(self.sheet.cell(at)?)
    }

    /// Returns what the cell says, or the cell above it that it is merged with.
    pub(super) fn with_above(&self, at: CellRef) -> Option<Said> {
        self.own(at).or_else(|| {
            let (first, _) = self.merged(at)?;
            if first.column == at.column { self.own(first) } else { None }
        })
    }

    /// Returns what the cell says, or the cell that it is merged with, above it or to the left of it.
    pub(super) fn covering(&self, at: CellRef) -> Option<Said> {
        self.own(at).or_else(|| self.own(self.merged(at)?.0))
    }

    /// Returns the merged range that covers a cell.
    pub(super) fn merged(&self, at: CellRef) -> Option<(CellRef, CellRef)> {
        let covers = |(first, last): &&(CellRef, CellRef)| {
            (first.row..=last.row).contains(&at.row) && (first.column..=last.column).contains(&at.column)
        };
        self.sheet.merges.iter().find(covers).copied()
    }

    /// Returns whether a cell is merged over several rows.
    pub(super) fn spans_rows(&self, at: CellRef) -> bool {
        self.merged(at).is_some_and(|(first, last)| first.row < last.row)
    }

    fn said(&self, cell: &Cell) -> Option<Said> {
        let text = self.text(cell);
        let format = self.sheet.format(cell);
        let strange = match &cell.value {
            Value::Text(raw) => overwritten(raw).map(said_of).or_else(|| format.and_then(text_seen_otherwise)),
            Value::NotCalculated => Some(phrase!("công thức chưa có kết quả", "the formula has no stored result")),
            Value::Error(_) => Some(phrase!("là lỗi của bảng tính", "it is a spreadsheet error")),
            Value::Number(number) => {
                format.and_then(|format| seen_otherwise(*number, scaled(*number, Some(format)), format))
            }
            Value::Bool(_) | Value::Date(_) => None,
        };
        let crossed_out = format.is_some_and(|format| format.crossed_out);
        let hidden = self.sheet.is_hidden(cell.at);
        let strange = strange.or_else(|| crossed_out.then(|| said_of(Overwritten::CrossedOut))).or_else(|| {
            hidden.then(|| phrase!("ở dòng, cột hoặc trang bị ẩn", "it is in a hidden row, column or sheet"))
        });
        (!is_blank(&text) || is_dash(&text)).then_some(Said { at: cell.at, text, strange, several: begins_anew(cell) })
    }

    fn text(&self, cell: &Cell) -> String {
        match &cell.value {
            Value::Number(number) => {
                let format = self.sheet.format(cell);
                let percent = format.is_some_and(|format| format.percent(*number) || format.percent_as_text(*number));
                let shown = scaled(*number, format).map_or_else(|| one_line(&number.to_string()), with_comma);
                if percent { format!("{shown}%") } else { shown }
            }
            Value::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
            Value::Text(text) | Value::Date(text) | Value::Error(text) => one_line(text),
            Value::NotCalculated => "=?".to_owned(),
        }
    }
}

/// Returns a number as its format shows it, a percentage a hundred times as large; nothing for one with too many digits.
fn scaled(number: f64, format: Option<&Format>) -> Option<Decimal> {
    let value = Decimal::from_spreadsheet(number);
    let percent = format.is_some_and(|format| format.percent(number));
    if percent { value.and_then(Decimal::times_hundred) } else { value }.ok()
}

/// Returns whether a further line of a cell begins with a capital or a bullet.
fn begins_anew(cell: &Cell) -> bool {
    let Value::Text(text) = &cell.value else { return false };
    let further = text.lines().map(str::trim_start).filter(|line| !line.is_empty()).skip(1);
    further.into_iter().any(|line| line.starts_with(|first: char| first.is_uppercase() || is_bullet(first)))
}

/// Returns whether a sign may stand before a line of a list.
pub(super) fn is_bullet(sign: char) -> bool {
    matches!(sign, '-' | '–' | '—' | '+' | '•' | '*')
}

/// A dash may number a row, though it holds no value.
pub(super) fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—")
}

fn said_of(strange: Overwritten) -> Message {
    match strange {
        Overwritten::CrossedOut => phrase!("có chữ bị gạch bỏ", "something of it is crossed out"),
        Overwritten::SmallDigit => phrase!("có chữ số nhỏ cạnh số", "a small digit stands at a number"),
        Overwritten::TurnedRound => phrase!("có ký tự ẩn đảo chiều chữ", "a hidden sign turns its direction round"),
    }
}
