//! Where the appendices print what the overview shows.

use crate::{
    appendix::{Annex, Cell, Origin, RowKind, Value},
    plan::AppendixName,
};

use super::super::placement::cell_of;

/// A formula holds no more letters than this.
const LONGEST_FORMULA: usize = 8000;

/// The annexes and the names of their sheets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sources<'n> {
    pub(super) annexes: &'n [Annex<'n>],
    pub(super) names: &'n [String],
}

impl Sources<'_> {
    /// Returns the formula that adds up the cells in which the appendices print the same figures as `cells`; nothing
    /// where one of them is in no appendix of the plan.
    pub(super) fn formula(&self, cells: &[Cell<'_>]) -> Option<String> {
        let places: Vec<String> = cells.iter().map(|cell| self.place(cell.origin)).collect::<Option<_>>()?;
        let formula = places.join("+");
        (1..=LONGEST_FORMULA).contains(&formula.len()).then_some(formula)
    }

    fn place(&self, origin: Origin) -> Option<String> {
        let (appendix, in_row): (_, fn(RowKind) -> bool) = match origin {
            Origin::Units(..) => (AppendixName::Wards, |kind| matches!(kind, RowKind::Body | RowKind::Total)),
            Origin::Verdicts(None, ..) => (AppendixName::CriteriaByWard, |kind| kind == RowKind::Subtotal),
            _ => return None,
        };
        let mut sheets = self.annexes.iter().zip(self.names);
        let (annex, name) = sheets.find(|(annex, _)| annex.heading.name == appendix.word())?;
        let mut rows = annex.table.rows.iter().enumerate().filter(|(_, row)| in_row(row.kind));
        let (row, column) =
            rows.find_map(|(index, row)| Some((index, row.cells.iter().position(|cell| cell.origin == origin)?)))?;
        Some(format!("'{name}'!{}", cell_of(annex, row, column)))
    }
}

/// Returns what counts come to.
pub(super) fn sum(cells: &[Cell<'_>]) -> Value<'static> {
    let whole = |cell: &Cell<'_>| if let Value::Whole(count) = cell.value { count } else { 0 };
    Value::Whole(cells.iter().map(whole).fold(0, u32::saturating_add))
}
