//! Recognised tables drawn over the cells of a sheet: what each cell was taken for.

use std::collections::{HashMap, HashSet};

use tdp::{
    criteria::CriteriaSet,
    layout::{ColumnRole, Layout, Table},
    model::{CellRef, CriterionKey, Language, Voice},
};

use crate::cli::language::Pick;

/// A table, by the cells of which something was read.
pub(crate) struct Drawn<'a> {
    table: &'a Table,
    criteria: &'a CriteriaSet,
    headings: HashMap<CellRef, usize>,
    /// Where answers stand, and to which criterion; a whole may serve several.
    answers: HashMap<CellRef, (Option<CriterionKey>, Voice)>,
    sums: HashSet<u32>,
    units: HashSet<u32>,
    /// The first row below the headings.
    body: u32,
}

impl<'a> Drawn<'a> {
    /// Looks up where the answers of a table stand.
    pub(crate) fn new(table: &'a Table, criteria: &'a CriteriaSet) -> Self {
        let mut answers = HashMap::new();
        for entry in &table.entries {
            for column in entry.slots.columns() {
                let answer =
                    answers.entry(CellRef::new(entry.row, column)).or_insert((Some(entry.criterion), entry.who.voice));
                answer.0 = answer.0.filter(|criterion| *criterion == entry.criterion);
            }
        }
        let units: HashSet<u32> = table.entries.iter().map(|entry| entry.row).collect();
        let sums: HashSet<u32> = table.sums.iter().map(|sum| sum.row).collect();
        let headings = table.columns.iter().enumerate().filter_map(|(index, column)| Some((column.heading?, index)));
        Self {
            body: units.iter().chain(&sums).copied().min().unwrap_or(table.range.1.row),
            table,
            criteria,
            headings: headings.collect(),
            answers,
            sums,
            units,
        }
    }

    /// Returns whether a row lies in the table.
    pub(crate) fn covers(&self, row: u32) -> bool {
        (self.table.range.0.row..=self.table.range.1.row).contains(&row)
    }

    /// Returns whether all of the table lies above a row.
    pub(crate) fn ends_above(&self, row: u32) -> bool {
        self.table.range.1.row < row
    }

    /// Says what the table was taken for, and where it lies: "biểu tổng hợp A7:AT18".
    pub(crate) fn title(&self, language: Language) -> String {
        let (first, last) = self.table.range;
        let layout = match self.table.layout {
            Layout::Matrix => language.pick("biểu tổng hợp", "matrix"),
            Layout::Card => language.pick("phiếu", "card"),
            Layout::List => language.pick("danh sách", "list"),
        };
        format!("{layout} {first}:{last}")
    }

    /// Says what a cell of the table was taken for: "2.1 số liệu", "tên đơn vị", "dòng tổng".
    pub(crate) fn taken_for(&self, at: CellRef, language: Language) -> String {
        if let Some(column) = self.headings.get(&at).map(|index| &self.table.columns[*index]) {
            let says = self.spoken(column.criterion, column.role, language);
            return format!("{} {says}", language.pick("cột", "column:"));
        }
        let role = self.role(at.column);
        if at.row < self.body {
            language.pick("tiêu đề", "heading").to_owned()
        } else if self.sums.contains(&at.row) {
            language.pick("dòng tổng", "total").to_owned()
        } else if let Some((criterion, voice)) = self.answers.get(&at) {
            format!("{}{}", self.spoken(*criterion, role, language), by(*voice, language))
        } else if self.units.contains(&at.row) || self.table.layout != Layout::Matrix {
            self.spoken(None, role, language)
        } else {
            language.pick("không đọc", "not read").to_owned()
        }
    }

    fn role(&self, column: u16) -> ColumnRole {
        let found = self.table.columns.binary_search_by_key(&column, |known| known.column);
        found.map_or(ColumnRole::Ignored, |index| self.table.columns[index].role)
    }

    fn spoken(&self, criterion: Option<CriterionKey>, role: ColumnRole, language: Language) -> String {
        let role = match role {
            ColumnRole::Figure => language.pick("số liệu", "figure"),
            ColumnRole::Claim => language.pick("đánh giá", "claim"),
            ColumnRole::Part => language.pick("số đạt", "part"),
            ColumnRole::Whole => language.pick("tổng số", "whole"),
            ColumnRole::Unit => language.pick("tên đơn vị", "unit"),
            ColumnRole::Code => language.pick("mã đơn vị", "code"),
            ColumnRole::Evidence => language.pick("minh chứng", "evidence"),
            ColumnRole::Note => language.pick("ghi chú", "note"),
            ColumnRole::Ignored => language.pick("không đọc", "not read"),
            ColumnRole::Unknown => language.pick("chưa rõ", "unknown"),
        };
        criterion.map_or_else(|| role.to_owned(), |key| format!("{} {role}", self.criteria.criterion(key).id))
    }
}

/// Says whose word it is, where it is not the group's own.
fn by(voice: Voice, language: Language) -> &'static str {
    match voice {
        Voice::Own => "",
        Voice::Ward => language.pick(" của phường, xã", " of the ward"),
        Voice::Agency => language.pick(" của cơ quan", " of the agency"),
        Voice::Panel => language.pick(" của đoàn", " of the panel"),
    }
}
