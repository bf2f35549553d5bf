//! What a sheet without a recognised table lacks of one, so that people can be told why it was not read.

use std::{collections::BTreeMap, ops::RangeInclusive};

use crate::{
    model::{CellRef, CriterionKey, Voice},
    text::{Apart, plainest, told_apart_by},
    workbook::{Sheet, Value},
};

use super::{
    Effort, Lexicon,
    columns::Columns,
    heading::Holds,
    label::Named,
    matrix,
    table::ColumnRole,
    view::{LONGEST_LABEL, View},
};

/// Headings are sought so many rows above and below the criteria.
const NEAR: u32 = 4;
/// No form has its headings behind so many cells.
const MOST_CELLS: usize = 20_000;
/// Texts are held against the titles one by one no longer than this.
const MOST_TEXTS: usize = 300;

/// What is wanting on a sheet, and how much of a table was seen there.
#[derive(Clone, Copy, Debug)]
pub struct Wanting {
    /// How many criteria stand in one row or in one column.
    pub criteria: usize,
    /// What is wanting beside them.
    pub what: Lack,
}

/// What is wanting for a table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Lack {
    /// No cell names a criterion; this one does but for what is hard to see.
    Criteria(Option<(CellRef, CriterionKey)>),
    /// Criteria stand side by side from this cell on, but no heading says where the names of units stand.
    Units(CellRef),
    /// Criteria stand below each other from this cell on, but no heading over them says that they do.
    CriterionHeading(CellRef),
    /// Criteria stand below each other from this cell on, but no column beside them is headed as one of answers.
    Answers(CellRef),
    /// Criteria stand below each other, but the column of answers, headed in this cell, is of another year.
    OtherYear(CellRef),
    /// Criteria stand side by side under a heading, in this cell, that does not say that they are the results.
    Apart(CellRef),
    /// Criteria stand side by side, but of none of the labels, the first in this cell, it is certain which it means.
    Unclear(CellRef),
    /// What is needed is there, but the headings from this cell on lie apart, or in too many rows.
    Order(CellRef),
}

impl Wanting {
    /// Returns whether a cell would name a criterion but for what is hard to see.
    pub fn is_nearly_named(&self) -> bool {
        matches!(self.what, Lack::Criteria(Some(_)))
    }
}

impl Lexicon<'_> {
    /// Returns what is wanting on a sheet for a table to be recognised.
    pub fn wanting(&self, sheet: &Sheet) -> Wanting {
        let effort = Effort::default();
        let view = View::new(sheet, &effort);
        let named: Vec<CellRef> = sheet
            .cells()
            .iter()
            .take(MOST_CELLS)
            .filter(|cell| matches!(cell.value, Value::Text(_)))
            .filter(|cell| !matches!(self.named(cell, view.text(cell.at)), Named::Nothing))
            .map(|cell| cell.at)
            .collect();
        let row = most(&named, |at| at.row);
        let column = most(&named, |at| u32::from(at.column));
        let of_another_year = column.and_then(|(first, below)| Some((self.other_year_over(&view, first)?, below)));
        if let Some((heading, criteria)) = of_another_year {
            return Wanting { criteria, what: Lack::OtherYear(heading) };
        }
        match (row, column) {
            (Some((_, beside)), Some((first, below))) if beside < below => {
                Wanting { criteria: below, what: self.wanting_below(&view, first) }
            }
            (Some((first, beside)), _) => Wanting { criteria: beside, what: self.wanting_beside(&view, first) },
            (None, _) => Wanting { criteria: 0, what: Lack::Criteria(self.nearly_named(sheet)) },
        }
    }

    /// Returns the heading of answers of another year over criteria that stand below each other under a heading of theirs.
    fn other_year_over(&self, view: &View<'_>, first: CellRef) -> Option<CellRef> {
        let above = || first.row.saturating_sub(NEAR)..first.row;
        let mut cells = above().flat_map(|row| view.row(row));
        let elsewhere = cells.find(|(cell, text)| self.heading(cell, text).holds == Some(Holds::OtherYear));
        elsewhere.map(|(cell, _)| cell.at).filter(|_| {
            self.is_headed(view, first.row.saturating_sub(NEAR)..=first.row, |holds| holds == Holds::Criterion)
        })
    }

    fn wanting_beside(&self, view: &View<'_>, first: CellRef) -> Lack {
        let near = first.row.saturating_sub(NEAR)..=first.row + NEAR;
        let units = self.is_headed(view, near, |holds| matches!(holds, Holds::Unit | Holds::Ward));
        if !units {
            return Lack::Units(first);
        }
        let tops = first.row.saturating_sub(NEAR)..=first.row;
        tops.into_iter().find_map(|top| self.unread_below(view, top)).unwrap_or(Lack::Order(first))
    }

    /// Returns why no column is read of a matrix whose headings begin in a row.
    fn unread_below(&self, view: &View<'_>, top: u32) -> Option<Lack> {
        let columns = Columns::of_matrix(&matrix::band_from(view, self, top)?, Voice::Own);
        if columns.groups.iter().any(|group| group.criterion.is_some()) {
            return None;
        }
        let unclear = || columns.doubtful.first().map(|doubt| Lack::Unclear(doubt.at));
        let apart = columns.all.iter().find(|column| column.criterion.is_some() && column.role == ColumnRole::Unknown);
        apart.and_then(|column| column.heading).map(Lack::Apart).or_else(unclear)
    }

    fn wanting_below(&self, view: &View<'_>, first: CellRef) -> Lack {
        let above = || first.row.saturating_sub(NEAR)..=first.row;
        if !self.is_headed(view, above(), |holds| holds == Holds::Criterion) {
            Lack::CriterionHeading(first)
        } else if self.is_headed(view, above(), Holds::is_answer) {
            Lack::Order(first)
        } else {
            Lack::Answers(first)
        }
    }

    fn is_headed(&self, view: &View<'_>, rows: RangeInclusive<u32>, by: impl Fn(Holds) -> bool) -> bool {
        rows.into_iter().any(|row| view.row(row).any(|(_, text)| self.headings.read(text).holds.is_some_and(&by)))
    }

    /// Returns the first cell that would name a criterion if it were typed as it looks.
    fn nearly_named(&self, sheet: &Sheet) -> Option<(CellRef, CriterionKey)> {
        let texts = sheet.cells().iter().filter_map(|cell| match &cell.value {
            Value::Text(text) if text.len() <= LONGEST_LABEL => Some((cell.at, text)),
            _ => None,
        });
        let criteria = self.rulebook.criteria.all();
        let titles: Vec<_> =
            criteria.map(|(key, criterion)| (key, &criterion.title, plainest(&criterion.title))).collect();
        texts.take(MOST_TEXTS).find_map(|(at, text)| {
            let plain = plainest(text);
            let hard_to_see = |title: &str| !matches!(told_apart_by(text, title), None | Some(Apart::Spacing));
            let mut alike = titles.iter().filter(|(.., title)| *title == plain);
            alike.find(|(_, title, _)| hard_to_see(title)).map(|(key, ..)| (at, *key))
        })
    }
}

/// Returns the first of the cells that share a row or column with most others, and how many they are.
fn most(cells: &[CellRef], line: impl Fn(CellRef) -> u32) -> Option<(CellRef, usize)> {
    let mut lines: BTreeMap<u32, (CellRef, usize)> = BTreeMap::new();
    for at in cells {
        lines.entry(line(*at)).or_insert((*at, 0)).1 += 1;
    }
    lines.into_values().rev().max_by_key(|(_, count)| *count)
}
