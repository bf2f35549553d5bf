//! Phiếu: one unit, a row a criterion. Danh sách: a row a unit and criterion.

use crate::{
    model::{CellRef, CriterionKey, SheetKey, Voice},
    workbook::Value,
};

use super::{
    Lexicon,
    band::Band,
    columns::Columns,
    heading::Holds,
    label::Named,
    matrix::written,
    rows::is_totals,
    table::{Certainty, Doubt, Entry, Layout, Name, Subject, Table},
    view::View,
};

/// Headings never take more rows than this.
const DEEPEST_BAND: u32 = 4;

/// Finds a card or a list whose headings begin in `top`; `above` is the first row that may hold its title block.
pub(super) fn find(
    view: &View<'_>,
    lexicon: &Lexicon<'_>,
    sheet: SheetKey,
    (above, top): (u32, u32),
    voice: Voice,
) -> Option<Table> {
    let band = band_from(view, lexicon, top)?;
    let title_column = band.column_of(Holds::Criterion)?;
    let unit_column = band.column_of(Holds::Unit).filter(|column| *column != title_column);
    let columns = Columns::of_rows(&band, voice);
    if columns.groups.is_empty() {
        return None;
    }
    let order_column = band.column_of(Holds::Order);
    let mut body = Body {
        view,
        lexicon,
        columns: &columns,
        order_column,
        title_column,
        unit_column,
        table: Table {
            layout: if unit_column.is_some() { Layout::List } else { Layout::Card },
            sheet,
            range: (CellRef::new(top, 0), CellRef::new(band.rows.1, 0)),
            columns: columns.all.clone(),
            subjects: Vec::new(),
            entries: Vec::new(),
            sums: Vec::new(),
            doubtful: columns.doubtful.clone(),
            nameless: Vec::new(),
            unplaced: Vec::new(),
        },
    };
    if unit_column.is_none() {
        body.table.subjects.push(subject_above(view, lexicon, (above, top)));
    }
    body.read(band.rows.1 + 1);
    let mut table = body.table;
    let used = || columns.all.iter().map(|column| column.column);
    table.range.0.column = used().min().unwrap_or(0);
    table.range.1.column = used().max().unwrap_or(0);
    (!table.entries.is_empty()).then_some(table)
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
        && cells.all(|(_, text)| {
            let heading = lexicon.headings.read(text);
            heading.holds.is_some() || heading.speaker.is_some()
        })
}

/// Gathers the texts above a card that may name its unit, and the sheet's own name.
fn subject_above(view: &View<'_>, lexicon: &Lexicon<'_>, (above, top): (u32, u32)) -> Subject {
    let mut certain = Vec::new();
    let mut perhaps = Vec::new();
    for (cell, text) in (above..top).flat_map(|row| view.row(row)) {
        let Some(full) = written(cell) else { continue };
        match after_label(lexicon, text, &full) {
            Some(rest) if rest.is_empty() => {
                let right = view.sheet.row(cell.at.row).iter().find(|next| next.at > cell.at);
                let name = right.and_then(|next| Some((next, written(next)?)));
                certain.extend(name.map(|(next, name)| Name {
                    written: name,
                    at: Some(next.at),
                    certainty: Certainty::Certain,
                }));
            }
            Some(rest) => certain.push(Name { written: rest, at: Some(cell.at), certainty: Certainty::Certain }),
            None => perhaps.push(Name { written: full, at: Some(cell.at), certainty: Certainty::Perhaps }),
        }
    }
    perhaps.reverse();
    certain.extend(perhaps);
    certain.push(Name { written: view.sheet.name.clone(), at: None, certainty: Certainty::Perhaps });
    Subject { names: certain, code: None, section: None, row: top, filled: true }
}

/// Returns what follows "Đơn vị:" or another word for units and a colon.
fn after_label(lexicon: &Lexicon<'_>, key: &str, written: &str) -> Option<String> {
    let (label, _) = key.split_once(':')?;
    let (_, rest) = written.split_once([':', '：'])?;
    (lexicon.headings.read(label.trim_end()).holds == Some(Holds::Unit)).then(|| rest.trim().to_owned())
}

/// The rows of a card or list below its headings.
struct Body<'v, 'a> {
    view: &'v View<'a>,
    lexicon: &'v Lexicon<'v>,
    columns: &'v Columns,
    order_column: Option<u16>,
    title_column: u16,
    unit_column: Option<u16>,
    table: Table,
}

impl Body<'_, '_> {
    fn read(&mut self, first: u32) {
        let Some(last) = self.view.last_row() else { return };
        for row in first..=last {
            if row > first && self.lexicon.heads_table(self.view, row) {
                break;
            }
            self.read_row(row);
        }
    }

    fn read_row(&mut self, row: u32) {
        let title = self.view.text_over(CellRef::new(row, self.title_column));
        match self.criterion(row) {
            Named::Unclear(criteria) => {
                let at = self.label_at(row);
                self.table.doubtful.push(Doubt { at, criteria });
                self.table.range.1.row = row;
            }
            named => match named.criterion() {
                Some(criterion) => self.add(row, criterion),
                None if is_totals(title) || self.lexicon.labels.names_standard(title) => {}
                None => self.note_unplaced(row),
            },
        }
    }

    /// Returns the criterion that the row is about: the title decides, then the number before it.
    fn criterion(&self, row: u32) -> Named {
        let named = |column: Option<u16>| {
            let at = self.view.anchor(CellRef::new(row, column?));
            let cell = self.view.sheet.cell(at)?;
            Some(self.lexicon.named(cell, self.view.text(at)))
        };
        let title = named(Some(self.title_column)).unwrap_or_default();
        let order = named(self.order_column).unwrap_or_default();
        match (title, order) {
            (Named::Titled(title), Named::BareId(order)) if title != order && !self.order_is_number(row) => {
                Named::Unclear(vec![title, order])
            }
            (Named::Unclear(titles), order) => match order.criterion() {
                Some(order) if titles.contains(&order) => Named::Titled(order),
                _ => Named::Unclear(titles),
            },
            (Named::Nothing, order) => order,
            (title, _) => title,
        }
    }

    fn order_is_number(&self, row: u32) -> bool {
        let cell = self.order_column.and_then(|column| self.view.sheet.cell(CellRef::new(row, column)));
        cell.is_some_and(|cell| matches!(cell.value, Value::Number(_)))
    }

    fn label_at(&self, row: u32) -> CellRef {
        CellRef::new(row, self.order_column.unwrap_or(self.title_column))
    }

    fn add(&mut self, row: u32, criterion: CriterionKey) {
        let Some(subject) = self.subject(row) else {
            self.table.nameless.extend(self.unit_column.map(|column| CellRef::new(row, column)));
            return;
        };
        let twice = |entry: &Entry| entry.subject == subject && entry.criterion == criterion;
        if self.table.layout == Layout::Card && self.table.entries.iter().any(twice) {
            self.table.doubtful.push(Doubt { at: self.label_at(row), criteria: vec![criterion] });
        }
        let answers = self.columns.groups.iter().map(|group| (group.voice, group.in_row(row)));
        self.table.entries.extend(answers.map(|(voice, slots)| Entry { subject, criterion, voice, slots }));
        self.table.range.1.row = row;
    }

    /// Returns the unit of the row: the card's, or, in a list, the one named in it or last named above it.
    fn subject(&mut self, row: u32) -> Option<usize> {
        let Some(column) = self.unit_column else { return Some(0) };
        let at = self.view.anchor(CellRef::new(row, column));
        let name = self.view.sheet.cell(at).and_then(written);
        if let Some(written) = name {
            let same = |subject: &Subject| subject.names.iter().any(|name| name.written == written);
            if let Some(known) = self.table.subjects.iter().position(same) {
                return Some(known);
            }
            let name = Name { written, at: Some(at), certainty: Certainty::Certain };
            self.table.subjects.push(Subject { names: vec![name], code: None, section: None, row, filled: true });
        }
        self.table.subjects.len().checked_sub(1)
    }

    /// Notes an answer in a row that names no criterion, at the row's first answer.
    fn note_unplaced(&mut self, row: u32) {
        let answers =
            |column: u16| self.columns.groups.iter().any(|group| group.in_row(row).columns().any(|c| c == column));
        let answer =
            self.view.row(row).find(|(cell, text)| answers(cell.at.column) && Lexicon::looks_like_answer(cell, text));
        self.table.unplaced.extend(answer.map(|(cell, _)| cell.at));
    }
}
