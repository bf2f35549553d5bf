//! Phiếu: one unit, a row a criterion. Danh sách: a row a unit and criterion.

mod title;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    model::{CellRef, CriterionKey, SheetKey, Speaking, Voice},
    text::{canonical, is_blank},
    workbook::{Cell, Value},
};

use self::title::subject_above;
use super::{
    Lexicon,
    band::Band,
    columns::Columns,
    heading::Holds,
    label::Named,
    matrix::written,
    rows::{is_numbered_in_roman, is_totals},
    table::{Certainty, ColumnRole, Doubt, Entry, Layout, Name, SectionWard, Slots, Subject, Table},
    view::View,
};

/// Headings never take more rows than this.
const DEEPEST_BAND: u32 = 4;

/// Finds a card or a list whose headings begin in `top`; `above` is the first row that may hold its title block, and a
/// card without one goes on with the unit of the card `before` it.
pub(super) fn find(
    view: &View<'_>,
    lexicon: &Lexicon<'_>,
    sheet: SheetKey,
    (above, top): (u32, u32),
    voice: Voice,
    before: Option<&Table>,
) -> Option<Table> {
    let band = band_from(view, lexicon, top)?;
    let title_column = band.column_of(Holds::Criterion)?;
    let unit_column = band.unit_column().filter(|column| *column != title_column);
    let columns = Columns::of_rows(&band, voice);
    if columns.groups.is_empty() {
        return None;
    }
    let order_column = band.column_of(Holds::Number).or_else(|| band.column_of(Holds::Order));
    let layout = if unit_column.is_some() { Layout::List } else { Layout::Card };
    let mut body = Body {
        view,
        lexicon,
        columns: &columns,
        order_column,
        title_column,
        unit_column,
        ward_column: band.ward_column(),
        code_column: band.column_of(Holds::Code),
        ended: false,
        section: SectionWard::Unnamed,
        headed_by: None,
        known: FxHashMap::default(),
        asked: FxHashMap::default(),
        told: FxHashSet::default(),
        table: Table {
            columns: columns.all.clone(),
            doubtful: columns.doubtful.clone(),
            ..Table::empty(layout, sheet, (CellRef::new(top, 0), CellRef::new(band.rows.1, 0)))
        },
    };
    body.read(band.rows.1 + 1);
    let mut table = body.table;
    if table.entries.is_empty() {
        return None;
    }
    if unit_column.is_none() {
        let subject = subject_above(view, lexicon, (above, top));
        let goes_on =
            before.filter(|before| before.layout == Layout::Card && subject.names.len() == 1 && subject.code.is_none());
        let named = goes_on.and_then(|before| before.subjects.first().cloned()).unwrap_or(subject);
        table.subjects.push(Subject { row: top, ..named });
    }
    let used = || columns.all.iter().map(|column| column.column);
    table.range.0.column = used().min().unwrap_or(0);
    table.range.1.column = used().max().unwrap_or(0);
    Some(table)
}

/// Finds the heading rows from `top` on: rows that say kinds of answers, above the first that names a criterion.
pub(super) fn band_from<'v, 'a>(view: &'v View<'a>, lexicon: &'v Lexicon<'v>, top: u32) -> Option<Band<'v, 'a>> {
    let last = view.last_row()?.min(top + DEEPEST_BAND);
    let mut bottom = top;
    while bottom < last && is_subheading(view, lexicon, bottom + 1) {
        bottom += 1;
    }
    Some(Band::new(view, lexicon, (top, bottom)))
}

/// Returns whether the headings of a card or list begin in `row`: criteria are named, and answers to them.
pub(super) fn heads(view: &View<'_>, lexicon: &Lexicon<'_>, row: u32) -> bool {
    band_from(view, lexicon, row).is_some_and(|band| {
        band.column_of(Holds::Criterion).is_some() && !Columns::of_rows(&band, Voice::Own).groups.is_empty()
    })
}

fn is_subheading(view: &View<'_>, lexicon: &Lexicon<'_>, row: u32) -> bool {
    let mut cells = view.row(row).peekable();
    cells.peek().is_some()
        && cells.all(|(cell, text)| {
            let heading = lexicon.heading(cell, text);
            heading.holds.is_some() || heading.speaker.is_some() || lexicon.names_part_or_whole(text)
        })
}

/// Whose a row is.
enum Whose {
    /// That of the unit at this position among the subjects.
    Unit(usize),
    /// That of the totals of a list, which is no unit's.
    Totals,
    /// Nobody's: no unit is named in it or above it.
    Nobody,
}

/// The rows of a card or list below its headings.
struct Body<'v, 'a> {
    view: &'v View<'a>,
    lexicon: &'v Lexicon<'v>,
    columns: &'v Columns,
    order_column: Option<u16>,
    title_column: u16,
    unit_column: Option<u16>,
    ward_column: Option<u16>,
    code_column: Option<u16>,
    /// Another unit was named in the rows of a card: what follows is not of the first.
    ended: bool,
    /// The ward that the last section of a list names.
    section: SectionWard,
    /// The row of a list that names whose the rows below it are that name nobody: a unit or a section in a row of its own,
    /// or totals.
    headed_by: Option<u32>,
    /// The units of a list since its last section by what names them: ward, code, name.
    known: FxHashMap<[Option<String>; 3], usize>,
    /// The criteria asked of each unit so far, and where each was first.
    asked: FxHashMap<(usize, CriterionKey), u32>,
    /// The columns in which something was noted that is not read.
    told: FxHashSet<u16>,
    table: Table,
}

impl Body<'_, '_> {
    fn read(&mut self, first: u32) {
        let mut next = first;
        while let Some(row) = self.view.covered_from(next) {
            next = row + 1;
            let ended = self.ended || self.view.effort.is_spent();
            if ended || (row > first && self.lexicon.ends_table(self.view, row)) {
                break;
            }
            self.read_row(row);
        }
    }

    fn read_row(&mut self, row: u32) {
        let title = self.view.text_over(CellRef::new(row, self.title_column));
        let criterion = self.criterion(row);
        if criterion.criterion().is_none() && self.names_whose(row) {
            self.headed_by = Some(row);
        }
        match criterion {
            Named::Unclear(criteria) => {
                let at = self.label_at(row);
                self.table.doubtful.push(Doubt { at, criteria, earlier: None });
                self.table.range.1.row = row;
            }
            named => match named.criterion() {
                Some(criterion) => self.add(row, criterion),
                None if is_totals(title) || self.lexicon.labels.names_standard(title) => {}
                None if self.opens_section(row) => {}
                None if self.names_another_unit(row) => self.ended = true,
                None => self.note_unplaced(row),
            },
        }
    }

    /// Returns whether a row of a card names a unit of the register and answers nothing; the place is noted, as nobody
    /// can tell whose the rows below are.
    fn names_another_unit(&mut self, row: u32) -> bool {
        let [cell] = self.view.cells(row) else { return false };
        let names_unit = |name: String| self.lexicon.names_unit(&name);
        let named = self.unit_column.is_none()
            && written(cell).is_some_and(names_unit)
            && !self.lexicon.leads_to_table(self.view, row);
        if named {
            self.table.nameless.push(cell.at);
        }
        named
    }

    /// Returns whether something stands in the column of names of a list, in this very row.
    fn names_whose(&self, row: u32) -> bool {
        let cell = self.unit_column.and_then(|column| self.view.sheet.cell(CellRef::new(row, column)));
        cell.and_then(written).is_some_and(|name| !is_blank(&name))
    }

    /// Returns whether the row of a list names a ward and answers nothing; the rows that follow are of that ward.
    fn opens_section(&mut self, row: u32) -> bool {
        let Some(column) = self.unit_column else { return false };
        let end = self.title_column.max(column).saturating_add(1);
        let alone = self.view.cells(row).iter().all(|cell| cell.at.column < end);
        let is_label = |cell: &Cell, text: &str| alone || cell.at.column == column || is_numbered_in_roman(text);
        let cells = self.view.row_before(row, end).filter(|(cell, text)| is_label(cell, text));
        let mut names = cells.filter_map(|(cell, _)| {
            Some(Name { written: written(cell)?, at: Some(cell.at), certainty: Certainty::Certain })
        });
        let ward = names.find_map(|name| self.lexicon.ward_heading(&name));
        let heads = |_: &SectionWard| self.answer(row).is_none() && !self.lexicon.leads_to_table(self.view, row);
        let Some(ward) = ward.filter(heads) else { return false };
        self.section = ward;
        self.headed_by = Some(row);
        self.known.clear();
        true
    }

    /// Returns the criterion that the row is about: the title decides, then the number before it.
    fn criterion(&self, row: u32) -> Named {
        let named = |column: Option<u16>| {
            let at = self.view.anchor(CellRef::new(row, column?));
            let cell = self.view.sheet.cell(at)?;
            Some(self.lexicon.named(cell, self.view.text(at)))
        };
        let title = named(Some(self.title_column)).unwrap_or_default();
        let label = self.view.text_over(CellRef::new(row, self.title_column));
        if title.criterion().is_some_and(|key| self.lexicon.names_other_year(label, key)) {
            return Named::Nothing;
        }
        let order = named(self.order_column).unwrap_or_default();
        match (title, order) {
            (Named::Titled(title), Named::BareId(order)) if title != order && !self.order_is_number(row) => {
                Named::Unclear(vec![title, order])
            }
            (Named::Unclear(titles), order) => match order.criterion() {
                Some(order) if titles.contains(&order) => Named::Titled(order),
                _ => Named::Unclear(titles),
            },
            (Named::Nothing, order) => self.unless_other_subject(order, label),
            (title @ Named::Numbered(_), _) => self.unless_other_subject(title, label),
            (title, _) => title,
        }
    }

    /// Doubts a number beside a title that speaks of another subject than the criterion with this number.
    fn unless_other_subject(&self, numbered: Named, label: &str) -> Named {
        match numbered.criterion() {
            Some(key) if self.lexicon.is_of_other_subject(label, key) => Named::Unclear(vec![key]),
            Some(key) => match self.lexicon.labels.only_in_others(label, key) {
                Some(other) => Named::Unclear(vec![key, other]),
                None => numbered,
            },
            None => numbered,
        }
    }

    fn order_is_number(&self, row: u32) -> bool {
        let cell = self.order_column.and_then(|column| self.view.sheet.cell(CellRef::new(row, column)));
        cell.is_some_and(|cell| matches!(cell.value, Value::Number(_)))
    }

    /// Returns where the label of a row stands: its number, or its title where that alone is written.
    fn label_at(&self, row: u32) -> CellRef {
        let is_filled = |at: CellRef| self.view.sheet.cell(at).is_some();
        let title = CellRef::new(row, self.title_column);
        let number = self.order_column.map(|column| CellRef::new(row, column));
        number.filter(|number| is_filled(*number) || !is_filled(title)).unwrap_or(title)
    }

    fn add(&mut self, row: u32, criterion: CriterionKey) {
        let subject = match self.subject(row) {
            Whose::Unit(subject) => subject,
            Whose::Totals => return,
            Whose::Nobody => {
                self.table.nameless.extend(self.unit_column.map(|column| CellRef::new(row, column)));
                return;
            }
        };
        if !self.view.effort.allows_answers(self.columns.groups.len()) {
            return;
        }
        let first = *self.asked.entry((subject, criterion)).or_insert(row);
        if first != row {
            let (at, earlier) = (self.label_at(row), Some(self.label_at(first)));
            self.table.doubtful.push(Doubt { at, criteria: vec![criterion], earlier });
        }
        let answers = self.columns.answers_to(criterion, self.lexicon.kind(criterion));
        self.note_unread(row, &answers);
        self.table.entries.extend(answers.into_iter().map(|(who, mut slots)| {
            if !self.lexicon.takes_claims(criterion) {
                slots.figure_first();
            }
            Entry { subject, criterion, who, row, slots }
        }));
        self.table.range.1.row = row;
    }

    /// Notes what stands in a criterion's row under no known heading, or under that of another criterion's part or
    /// whole: the first of each column.
    fn note_unread(&mut self, row: u32, answers: &[(Speaking, Slots)]) {
        let filled = self.view.cells(row).iter().filter(|cell| match &cell.value {
            Value::Text(text) => !is_blank(text),
            _ => true,
        });
        for cell in filled {
            let column = cell.at.column;
            let unread = match self.columns.at(column).map(|column| column.role) {
                // Told at the heading, once.
                None | Some(ColumnRole::Unknown) => self.told.insert(column),
                Some(ColumnRole::Figure) => {
                    answers.iter().all(|(_, slots)| slots.columns().all(|slot| slot != column))
                        && self.told.insert(column)
                }
                Some(ColumnRole::Part | ColumnRole::Whole) => {
                    answers.iter().all(|(_, slots)| slots.columns().all(|slot| slot != column))
                }
                Some(_) => false,
            };
            if unread {
                self.table.unplaced.push(cell.at);
            }
        }
    }

    /// Returns whose the row is: the card's unit's, or, in a list, that of the one named in it or last named above it.
    fn subject(&mut self, row: u32) -> Whose {
        let Some(column) = self.unit_column else { return Whose::Unit(0) };
        let named_in = |row| {
            let code = self.code_column.map(|column| self.named(row, column)).filter(|(_, code)| code.is_some());
            Some((self.named(row, column), code)).filter(|((_, name), code)| name.is_some() || code.is_some())
        };
        let last = || self.table.subjects.len().checked_sub(1).map_or(Whose::Nobody, Whose::Unit);
        let (row, ((at, name), code)) = match (named_in(row), self.headed_by) {
            (Some(named), _) => {
                self.headed_by = None;
                (row, named)
            }
            (None, None) => return last(),
            (None, Some(above)) => match named_in(above) {
                Some(named) => (above, named),
                None => return Whose::Nobody,
            },
        };
        if name.as_ref().is_some_and(|name| is_totals(&canonical(name))) {
            self.headed_by = Some(row);
            return Whose::Totals;
        }
        let (beside, ward) = self.ward_column.map_or((at, None), |column| self.named(row, column));
        let code = code
            .and_then(|(at, written)| Some(Name { written: written?, at: Some(at), certainty: Certainty::Certain }));
        let key = [ward.clone(), code.as_ref().map(|code| code.written.clone()), name.clone()];
        if let Some(known) = self.known.get(&key) {
            return Whose::Unit(*known);
        }
        let section =
            ward.filter(|ward| !is_blank(ward)).map_or(self.section, |ward| self.lexicon.ward_named(&ward, beside));
        let name = name.map(|written| Name { written, at: Some(at), certainty: Certainty::Certain });
        let names = name.or_else(|| code.clone()).into_iter().collect();
        self.table.subjects.push(Subject { names, code, section, row, filled: true, left_blank: None });
        let subject = self.table.subjects.len() - 1;
        self.known.insert(key, subject);
        Whose::Unit(subject)
    }

    /// Returns what stands in a column, or in the merged cell over it, and where.
    fn named(&self, row: u32, column: u16) -> (CellRef, Option<String>) {
        let at = self.view.anchor(CellRef::new(row, column));
        (at, self.view.sheet.cell(at).and_then(written))
    }

    /// Notes an answer in a row that names no criterion, at the row's first answer.
    fn note_unplaced(&mut self, row: u32) {
        self.table.unplaced.extend(self.answer(row));
    }

    /// Returns the first answer in a row.
    fn answer(&self, row: u32) -> Option<CellRef> {
        let answers = |column: u16| self.columns.groups.iter().any(|group| group.slots.columns().any(|c| c == column));
        let mut cells = self.view.row(row);
        let answer = cells.find(|(cell, text)| answers(cell.at.column) && Lexicon::looks_like_answer(cell, || text));
        answer.map(|(cell, _)| cell.at)
    }
}
