//! Figures under the name of another unit of measurement than their criterion's: "nghìn đồng" where it asks for "triệu
//! đồng". They are a thousand times what they seem, and never used.

mod amounts;
mod own;

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use crate::{
    finding::{Finding, codes},
    layout::{ColumnRole, Effort, Layout, Merged, Table},
    model::{CellRef, CriterionKey, Decimal, Ratio, say, spelled},
    text::{Measure, canonical},
    workbook::{Cell, Sheet, Value},
};

use self::own::{ANNOUNCED, Label, Own, Said, Verdict, announced, said, wording};
use super::{
    answer::Answer,
    reading::Figure,
    refusals::{Refusal, multiple},
    shown::clipped,
};

/// So many rows above the headings may say what the table is measured in.
const TITLE_ROWS: u32 = 12;
/// A row with more cells is of another table.
const TITLE_CELLS: usize = 3;
/// What says that the numbers below are percentages, without a unit.
const SHARES: [&str; 2] = ["tỷ lệ", "tỉ lệ"];

/// What is said around the tables of one sheet.
#[derive(Clone, Copy)]
pub(super) struct Around<'t> {
    /// The sheet.
    pub(super) sheet: &'t Sheet,
    /// Its merged ranges.
    pub(super) merged: &'t Merged,
    /// How much may be looked at.
    pub(super) effort: &'t Effort,
    /// The first row below the table before, where there is one.
    pub(super) first: u32,
}

/// What the headings of a table say of units of measurement.
pub(super) struct Measures<'t> {
    table: &'t Table,
    around: Around<'t>,
    /// The last row of the headings.
    bottom: u32,
    /// What the lines above say of the whole table.
    above: Vec<Said>,
    /// The columns that are known and not read, and whether they say what each row is measured in.
    ignored: BTreeMap<u16, bool>,
    /// The criterion of each column, in order of columns.
    criteria: Vec<(u16, Option<CriterionKey>)>,
    /// What each criterion is measured in.
    own: BTreeMap<CriterionKey, Option<Rc<Own>>>,
    /// What stands over a column.
    over: BTreeMap<(u16, CriterionKey), Verdict>,
    /// A row, and what stands in it.
    beside: (u32, BTreeMap<CriterionKey, Verdict>),
    /// The columns of criteria that have been told, and the cells at which something has.
    told: BTreeSet<(u16, CriterionKey)>,
    told_at: BTreeSet<CellRef>,
}

impl<'t> Measures<'t> {
    /// Looks at the headings of `table`.
    pub(super) fn of(table: &'t Table, around: Around<'t>) -> Self {
        let sheet = around.sheet;
        let top = table.range.0.row;
        let bottom = table.columns.iter().filter_map(|column| column.heading).map(|at| at.row).max().unwrap_or(top);
        let is_title = |row: &u32| sheet.row(*row).len() <= TITLE_CELLS;
        let titles = around.first.max(top.saturating_sub(TITLE_ROWS))..top;
        let first = titles.rev().take_while(is_title).last().unwrap_or(top);
        let titles = &sheet.cells()[sheet.rows(first..top)];
        let above = titles.iter().filter_map(|cell| announced(cell.at, text(&cell.value)?)).collect();
        let ignored = table.columns.iter().filter(|column| column.role == ColumnRole::Ignored).map(|column| {
            let heading = column.heading.and_then(|at| sheet.cell(at)).and_then(|cell| text(&cell.value));
            let names_units = heading.is_some_and(|heading| ANNOUNCED.contains(&&*canonical(heading)));
            (column.column, names_units)
        });
        let ignored = ignored.collect();
        let mut criteria: Vec<_> = table.columns.iter().map(|column| (column.column, column.criterion)).collect();
        criteria.sort_unstable();
        Self {
            table,
            around,
            bottom,
            above,
            ignored,
            criteria,
            own: BTreeMap::new(),
            over: BTreeMap::new(),
            beside: (bottom, BTreeMap::new()),
            told: BTreeSet::new(),
            told_at: BTreeSet::new(),
        }
    }

    /// Refuses the figure of an answer that stands under, beside or within another unit than its criterion's, and a part
    /// and a whole in different ones.
    pub(super) fn check(&mut self, answer: &mut Answer<'_>, findings: &mut Vec<Finding>) {
        if let Some(refusal) = amounts::unlike(answer).filter(|_| !answer.refused) {
            return answer.refuse_part(refusal, findings);
        }
        let (criterion, Some(column)) = (answer.question.criterion, answer.question.slots.figure) else { return };
        let value = match &answer.figure {
            Figure::Number(seen) | Figure::Undecided(seen) if seen.value != Decimal::ZERO => seen.value,
            _ => return,
        };
        let own = self.own.entry(answer.question.key).or_insert_with(|| Own::of(criterion).map(Rc::new));
        let own = own.clone();
        let unlike = |said: &Said| own.as_ref().is_none_or(|own| !said.measure.is_comparable(&own.measure));
        let makes_another =
            |said: &Said| said.measure.is_multiple() && unlike(said) || said.is_rate_of(&wording(criterion));
        if let Some(said) = self.in_format(answer, column).filter(makes_another) {
            return answer.refuse_figure(multiple(&said.written), findings);
        }
        let Some(own) = own else { return };
        // Percent beside the figure, or a part and a whole, say what it is, whatever else is said.
        let may_be_another = || !answer.shows_percent() && answer.ratio().is_none();
        let said = match (self.shown(answer, column, &own), self.over(column, answer.question.key, &own)) {
            (Verdict::Factor(said), _) | (_, Verdict::Factor(said)) => said,
            (shown, over) => match (shown, over, self.in_row(answer, &own)) {
                (.., Verdict::Factor(said)) => said,
                _ if let Some(smaller) = own.beyond_reason(value) => {
                    return refuse_smaller(answer, &own, value, smaller, findings);
                }
                (Verdict::AnotherKind(said), ..)
                | (Verdict::Silent, Verdict::AnotherKind(said), _)
                | (Verdict::Silent, Verdict::Silent, Verdict::AnotherKind(said))
                    if may_be_another() =>
                {
                    said
                }
                _ => return,
            },
        };
        answer.refused = true;
        answer.figure = Figure::Blank;
        if let Some(at) = self.place(answer, column, &said) {
            findings.push(tell(answer, &said, at, &own.written));
        }
    }

    /// Returns where it is told: a heading once a criterion, all else at each answer; no cell twice.
    fn place(&mut self, answer: &Answer<'_>, column: u16, said: &Said) -> Option<CellRef> {
        let (row, own) = (answer.question.row, CellRef::new(answer.question.row, column));
        let heads_column = said.at.row != row && self.table.layout == Layout::Matrix;
        if heads_column && !self.told.insert((column, answer.question.key)) {
            return None;
        }
        let heading = heads_column.then(|| self.label(CellRef::new(self.bottom, column)).0);
        let nearest = Some(said.at).filter(|at| heads_column || at.row == row);
        let places = [nearest, heading, Some(own)];
        let at = places.into_iter().flatten().find(|at| !self.told_at.contains(at))?;
        self.told_at.insert(at);
        Some(at)
    }

    /// Returns what the number format of the figure's cell says.
    fn shown(&self, answer: &Answer<'_>, column: u16, own: &Own) -> Verdict {
        self.in_format(answer, column).map_or(Verdict::Silent, |said| own.verdict(&[said]))
    }

    fn in_format(&self, answer: &Answer<'_>, column: u16) -> Option<Said> {
        let cell = answer.cell(Some(column))?;
        let Value::Number(number) = cell.value else { return None };
        said(cell.at, self.around.sheet.format(cell)?.words(number)?, Measure::read)
    }

    /// Returns what stands over a column, else over the table.
    fn over(&mut self, column: u16, key: CriterionKey, own: &Own) -> Verdict {
        if let Some(known) = self.over.get(&(column, key)) {
            return known.clone();
        }
        let verdict = match self.in_headings(column, key, own) {
            Verdict::Silent => {
                let nearest = self.above.iter().rev().find(|said| said.measure.is_comparable(&own.measure));
                let contradicts = nearest.filter(|said| own.is_contradicted(said));
                contradicts.map_or(Verdict::Silent, |said| Verdict::Factor(said.clone()))
            }
            verdict => verdict,
        };
        self.over.insert((column, key), verdict.clone());
        verdict
    }

    /// Returns what the nearest heading over a column says that says anything; of another kind than the criterion's
    /// can only be what stands over its own columns alone.
    fn in_headings(&self, column: u16, key: CriterionKey, own: &Own) -> Verdict {
        let (mut before, mut is_nearest) = (None, true);
        for row in (self.table.range.0.row..=self.bottom).rev() {
            let (at, last) = self.label(CellRef::new(row, column));
            let Some(label) = self.text_at(at).filter(|_| before.replace(at) != Some(at)) else { continue };
            let label = Label { at, written: label, key: canonical(label) };
            let is_own = self.table.layout == Layout::Matrix && self.heads_only(key, at.column, last.column);
            let bare = Some(&label).filter(|_| is_own && is_nearest).and_then(|label| own.counted(label));
            is_nearest = false;
            match own.verdict(&bare.map_or_else(|| own.units_in(&label), |bare| vec![bare])) {
                Verdict::AnotherKind(said) if is_own => return Verdict::AnotherKind(said),
                Verdict::Silent | Verdict::AnotherKind(_) => {}
                verdict => return verdict,
            }
            if own.is_share() && SHARES.iter().any(|share| label.key.starts_with(share)) {
                return Verdict::Agrees;
            }
        }
        Verdict::Silent
    }

    /// Returns whether the columns from one to another are about no other criterion.
    fn heads_only(&self, key: CriterionKey, first: u16, last: u16) -> bool {
        let start = self.criteria.partition_point(|(column, _)| *column < first);
        let mut under = self.criteria[start..].iter().take_while(|(column, _)| *column <= last);
        under.all(|(_, criterion)| criterion.is_none_or(|criterion| criterion == key))
    }

    /// Returns what stands in the row of a card or list, in its label or in the column of units.
    fn in_row(&mut self, answer: &Answer<'_>, own: &Own) -> Verdict {
        if self.table.layout == Layout::Matrix {
            return Verdict::Silent;
        }
        let (row, key) = (answer.question.row, answer.question.key);
        if self.beside.0 != row {
            self.beside = (row, BTreeMap::new());
        }
        if let Some(known) = self.beside.1.get(&key) {
            return known.clone();
        }
        let cells = self.around.sheet.row(row).iter();
        let verdicts: Vec<Verdict> = cells.map(|cell| self.beside(cell, own)).collect();
        let factor = verdicts.iter().find(|verdict| matches!(verdict, Verdict::Factor(_)));
        let another = || verdicts.iter().find(|verdict| matches!(verdict, Verdict::AnotherKind(_)));
        let verdict = factor.or_else(another).cloned().unwrap_or(Verdict::Silent);
        self.beside.1.insert(key, verdict.clone());
        verdict
    }

    fn beside(&self, cell: &Cell, own: &Own) -> Verdict {
        let (Some(names_units), Some(label)) = (self.ignored.get(&cell.at.column), text(&cell.value)) else {
            return Verdict::Silent;
        };
        let label = Label { at: cell.at, written: label, key: canonical(label) };
        let unit = label.said(Measure::read).filter(|_| *names_units);
        own.verdict(&unit.map_or_else(|| own.units_in(&label), |unit| vec![unit]))
    }

    fn text_at(&self, at: CellRef) -> Option<&'t str> {
        self.around.sheet.cell(at).and_then(|cell| text(&cell.value))
    }

    /// Returns the first and the last cell of the merged range over a cell, or the cell itself.
    fn label(&self, at: CellRef) -> (CellRef, CellRef) {
        self.around.merged.over(at, self.around.effort).unwrap_or((at, at))
    }
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// Refuses a figure that stands under no other unit, cannot be in the criterion's and may be in a `smaller` one.
fn refuse_smaller(
    answer: &mut Answer<'_>,
    own: &Own,
    value: Decimal,
    (smaller, times): (&str, u32),
    findings: &mut Vec<Finding>,
) {
    let (id, unit) = (&answer.question.criterion.id, &own.written);
    let message = say!(
        "Tiêu chí {id} tính bằng \"{unit}\", con số này quá lớn nên có lẽ đã ghi bằng {smaller}; số liệu không được dùng",
        "Criterion {id} is measured in \"{unit}\"; the number is too large for that and may be in {smaller}, so it is not used"
    );
    // The percentage of the hundredfold is the number of times.
    let converted = Ratio::new(value, Decimal::from(times * 100)).map(|ratio| ratio.percent(4));
    let help = converted.map(|converted| {
        let (converted, times) = (spelled(converted), spelled(Decimal::from(times)));
        say!(
            "Đổi ra \"{unit}\": nếu đã ghi bằng {smaller} thì chia cho {times}, ghi {converted}",
            "Convert it to \"{unit}\": if it is in {smaller}, divide by {times} and write {converted}",
            converted,
            times
        )
    });
    answer.refuse_figure(Refusal { code: &codes::NOT_A_NUMBER, message, help }, findings);
}

fn tell(answer: &Answer<'_>, said: &Said, at: CellRef, own: &str) -> Finding {
    let (id, unit, stands) = (&answer.question.criterion.id, clipped(&said.written), said.at);
    let message = say!(
        "Ô {stands} ghi đơn vị tính \"{unit}\" mà tiêu chí {id} tính bằng \"{own}\", nên số liệu không được dùng",
        "Cell {stands} says \"{unit}\" and criterion {id} is measured in \"{own}\", so the figures are not used"
    );
    let help = say!(
        "Nếu số liệu đã tính bằng \"{own}\" thì sửa đơn vị ở ô {stands}; nếu chưa thì đổi số liệu ra \"{own}\" rồi sửa đơn vị",
        "If the figures are in \"{own}\" after all, correct the unit in {stands}; if not, convert them and then correct it"
    );
    answer.finding_in(&codes::NOT_A_NUMBER, at, message).helped_by(help)
}
