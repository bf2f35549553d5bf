//! A criterion that stands in a table twice: which of the two is meant, and what no longer matters of the second.

use std::collections::BTreeSet;

use crate::{
    criteria::{CriteriaSet, Criterion},
    finding::{Finding, codes},
    layout::{Doubt, Layout, Slots, Table},
    model::{CellRef, CriterionKey, Message, phrase, say},
    text::canonical,
    workbook::{Sheet, Value},
};

use super::{
    labels::{MOST_LISTED, titled},
    reader::Reader,
};

/// Of a sheet with more merged ranges than any form has, headings are looked at where they stand.
const MOST_MERGES: usize = 10_000;

impl Reader<'_> {
    /// Where a criterion stands twice and another nowhere, says that its number may be the wrong one: the one whose title
    /// stands there goes before the others.
    pub(super) fn suggest_for_duplicates(&mut self, table: &Table, missing: &[CriterionKey]) {
        let set = &self.lexicon.rulebook().criteria;
        let sheet = &self.book.sheets[table.sheet.index()];
        for doubt in table.doubtful.iter().filter(|doubt| is_twice(doubt)) {
            let label = label_of(table, sheet, doubt.at);
            let has_title = |key: &CriterionKey| bears(&label, set.criterion(*key));
            let named: Vec<CriterionKey> = missing.iter().copied().filter(has_title).collect();
            let meant = if named.is_empty() { missing } else { named.as_slice() };
            if meant.is_empty() || meant.len() > MOST_LISTED {
                continue;
            }
            let title_too = named.is_empty() && doubt.criteria.iter().any(has_title);
            let help = suggestion(table, set, doubt.at, meant, title_too);
            self.help_at(table, doubt.at, help);
        }
    }

    /// Where a heading stands over several columns that have no words of their own, says which words to write there.
    pub(super) fn ask_for_subheadings(&mut self, table: &Table) {
        let sheet = &self.book.sheets[table.sheet.index()];
        let merges = if sheet.merges.len() <= MOST_MERGES { sheet.merges.as_slice() } else { &[] };
        for doubt in table.doubtful.iter().filter(|doubt| table.layout == Layout::Matrix && is_twice(doubt)) {
            let covers = |(first, last): &&(CellRef, CellRef)| {
                Some(*first) == doubt.earlier && (first.column..=last.column).contains(&doubt.at.column)
            };
            let Some((first, last)) = merges.iter().find(covers) else { continue };
            let Some(below) = last.row.checked_add(1) else { continue };
            let (from, to) = (CellRef::new(below, first.column), CellRef::new(below, last.column));
            self.help_at(
                table,
                doubt.at,
                say!(
                    "Ghi ở hàng tiêu đề dưới ô {first} (từ {from} đến {to}) mỗi cột là gì: \"Số đạt\", \"Tổng số\", \"Kết quả\" hay \
                     \"Tự đánh giá\"",
                    "Write into the row of headings below {first} (from {from} to {to}) what each column holds: \"Số đạt\", \"Tổng \
                     số\", \"Kết quả\" or \"Tự đánh giá\""
                ),
            );
        }
    }

    /// Gives the last finding of a criterion that stands twice, at a label, another help.
    fn help_at(&mut self, table: &Table, at: CellRef, help: Message) {
        let place = self.place(table.sheet, at);
        let mut told = self.findings.iter_mut().rev();
        if let Some(finding) = told.find(|told| *told.code == codes::DUPLICATE_CRITERION && told.place == place) {
            finding.help = help;
        }
    }

    /// Takes back what was found in the cells of a second column or row for a criterion: it has been told as a whole, and
    /// how it is mended decides what its cells are to hold.
    pub(super) fn without_cells_of_second(&mut self, tables: &[Table]) {
        let mut unused = BTreeSet::new();
        for table in tables {
            let line = |at: CellRef| if table.layout == Layout::Matrix { u32::from(at.column) } else { at.row };
            let lines = table.doubtful.iter().filter(|doubt| is_twice(doubt));
            let second: BTreeSet<(CriterionKey, u32)> =
                lines.flat_map(|doubt| doubt.criteria.iter().map(|key| (*key, line(doubt.at)))).collect();
            if second.is_empty() {
                continue;
            }
            for entry in &table.entries {
                // A whole may serve the first as well.
                let slots = Slots { whole: None, evidence: None, ..entry.slots };
                let cells = || slots.columns().map(|column| CellRef::new(entry.row, column));
                if cells().any(|at| second.contains(&(entry.criterion, line(at)))) {
                    unused.extend(cells().map(|at| self.place(table.sheet, at)));
                }
            }
        }
        if !unused.is_empty() {
            self.findings.retain(|finding| !(is_of_cell(finding) && unused.contains(&finding.place)));
        }
    }
}

/// Returns whether a label says the same as an earlier one.
fn is_twice(doubt: &Doubt) -> bool {
    doubt.criteria.len() == 1 && doubt.earlier.is_some()
}

/// Returns whether a finding is about what a single cell holds, or that it holds nothing.
fn is_of_cell(finding: &Finding) -> bool {
    let number = finding.code.number;
    number.starts_with("TDP2") || number.starts_with("TDP30") || *finding.code == codes::BLANK_CRITERION
}

/// Returns the canonical texts of a label: the heading, or what is written in its row.
fn label_of(table: &Table, sheet: &Sheet, at: CellRef) -> Vec<String> {
    let is_heading = table.layout == Layout::Matrix;
    let cells = sheet.row(at.row).iter().filter(|cell| !is_heading || cell.at == at);
    let texts = cells.filter_map(|cell| match &cell.value {
        Value::Text(text) => Some(canonical(text).into_owned()),
        _ => None,
    });
    texts.collect()
}

fn bears(label: &[String], criterion: &Criterion) -> bool {
    let mut titles = std::iter::once(&criterion.title).chain(&criterion.aliases);
    titles.any(|title| label.iter().any(|text| text.contains(&*canonical(title))))
}

fn suggestion(table: &Table, set: &CriteriaSet, at: CellRef, missing: &[CriterionKey], title_too: bool) -> Message {
    let (titled, id) = (titled(set, missing), &set.criterion(missing[0]).id);
    let to = match missing {
        [_] => phrase!(" thành \"{id}\"", " to \"{id}\""),
        _ => phrase!(", ví dụ thành \"{id}\"", ", to \"{id}\" for instance"),
    };
    let what = if title_too { phrase!("số hiệu và tên", "id and title") } else { phrase!("số hiệu", "id") };
    if table.layout == Layout::Matrix {
        say!(
            "Biểu chưa có cột của tiêu chí {titled}: nếu là cột này thì sửa {what} ở ô {at}{to}; nếu là cột thừa thì xóa",
            "The table has no column for {titled}: if it is this one, correct the {what} in {at}{to}; if it is surplus, delete it",
            what,
            to
        )
    } else {
        say!(
            "Biểu chưa có dòng của tiêu chí {titled}: nếu là dòng này thì sửa {what} ở ô {at}{to}; nếu là dòng thừa thì xóa",
            "The table has no row for {titled}: if it is this one, correct the {what} in {at}{to}; if it is surplus, delete it",
            what,
            to
        )
    }
}
