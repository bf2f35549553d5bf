//! Records of a csv with more fields than its headings: a comma in one of them has moved all that follows it.

use std::collections::BTreeSet;

use crate::{
    criteria::{CriteriaSet, Kind},
    finding::{Finding, Place, codes},
    layout::{ColumnRole, Table},
    model::{CellRef, say},
    workbook::{Cell, Sheet, Value},
};

use super::{answer::Answer, shown::clipped};

/// How wide the headings of a table in a csv are, and which of its records are wider.
#[derive(Debug)]
pub(super) struct HeadingWidth {
    /// Fields of the longest of its records, empty ones included.
    fields: usize,
    /// A heading that is itself cut at a comma: nothing tells which column anything stands in.
    cut: Option<CellRef>,
    /// The records in which a comma has moved what follows it.
    exceeded: BTreeSet<u32>,
}

/// A record with more fields than the headings.
#[derive(Debug)]
struct Wider {
    row: u32,
    surplus: usize,
    /// It says something beyond the last heading that does.
    says_more: bool,
    /// Numbers that are certainly cut at their comma: "95", "5%".
    cut: usize,
    /// Numbers that may be: "95", "5".
    may_be_cut: usize,
    /// The columns where such a pair begins.
    pairs: BTreeSet<u16>,
}

impl HeadingWidth {
    /// Measures the headings and records of `table`; nothing in a workbook, where every cell has its address.
    pub(super) fn of(table: &Table, sheet: &Sheet, set: &CriteriaSet) -> Option<Self> {
        if sheet.record_lengths.is_empty() {
            return None;
        }
        let first = table.range.0.row;
        let headings = table.columns.iter().filter_map(|column| column.heading);
        let rows = first..=headings.map(|at| at.row).max().unwrap_or(first);
        let below = *rows.end() + 1..table.range.1.row + 1;
        let widest = rows.clone().map(|row| fields(sheet, row)).max().unwrap_or_default();
        let filled = rows.clone().map(|row| filled(sheet.row(row))).max().unwrap_or_default();
        let cut = rows.into_iter().find_map(|row| cut_heading(table, sheet.row(row)));
        let records = sheet.cells()[sheet.rows(below)].chunk_by(|a, b| a.at.row == b.at.row);
        let wider = records.filter_map(|record| Wider::of(record, sheet, widest, filled)).collect::<Vec<_>>();
        Some(Self { fields: widest, cut, exceeded: exceeded(table, set, &wider) })
    }

    /// Returns the heading that is cut at a comma, if one is: then no record of the table can be used.
    pub(super) fn cut_heading(&self) -> Option<CellRef> {
        self.cut
    }

    /// Returns whether a comma has moved what follows it in a record.
    pub(super) fn is_exceeded(&self, row: u32) -> bool {
        self.cut.is_some() || self.exceeded.contains(&row)
    }

    /// Returns whether a cell stands beyond the headings in a record that has more fields than they.
    pub(super) fn lies_beyond(&self, at: CellRef) -> bool {
        self.cut.is_some() || usize::from(at.column) >= self.fields && self.is_exceeded(at.row)
    }

    /// Says at an answer of a record that nothing tells which of its fields belongs under which heading.
    pub(super) fn tell(&self, answer: &Answer<'_>) -> Option<Finding> {
        let (found, headings) = (fields(answer.question.sheet, answer.question.row), self.fields);
        let message = say!(
            "Dòng này có {found} ô mà dòng tiêu đề chỉ có {headings}, nên số liệu có thể đã lệch cột; cả dòng không được dùng",
            "This record has {found} fields and the headings only {headings}, so values may stand in the wrong columns; none \
             of the record is used"
        );
        let help = say!(
            "Nếu số có dấu phẩy thập phân thì đặt số trong ngoặc kép (\"95,5\"), hoặc lưu tệp với dấu chấm phẩy ngăn cách các \
             ô; ô thừa thì xóa",
            "Put a number with a decimal comma in quotes (\"95,5\"), or save the file with semicolons between the fields; \
             delete what is surplus"
        );
        let finding = answer.finding_at(&codes::NOT_A_NUMBER, None, message)?;
        Some(finding.helped_by(help))
    }
}

impl Wider {
    /// Looks at a record below headings of so many fields; nothing where it has no more.
    fn of(record: &[Cell], sheet: &Sheet, headings: usize, filled_headings: usize) -> Option<Self> {
        let row = record.first()?.at.row;
        let surplus = fields(sheet, row).checked_sub(headings).filter(|surplus| *surplus > 0)?;
        let says_more = filled(record) > filled_headings;
        let mut wider = Self { row, surplus, says_more, cut: 0, may_be_cut: 0, pairs: BTreeSet::new() };
        wider.count_pairs(record);
        Some(wider)
    }

    /// Counts neighbours that may be one number: digits, then one or two digits.
    fn count_pairs(&mut self, record: &[Cell]) {
        // The number before, and whether it is itself the end of a pair.
        let mut left: Option<(u16, bool)> = None;
        for cell in record {
            let number = match &cell.value {
                Value::Text(text) => text.trim(),
                _ => "",
            };
            let digits = number.trim_end_matches('%').trim_end();
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                left = None;
                continue;
            }
            let before = left.filter(|(column, _)| column.checked_add(1) == Some(cell.at.column));
            let pair = before.filter(|_| digits.len() <= 2);
            self.pairs.extend(pair.map(|(column, _)| column));
            let counts = pair.is_some_and(|(_, ends_pair)| !ends_pair);
            *(if digits.len() < number.len() { &mut self.cut } else { &mut self.may_be_cut }) += usize::from(counts);
            left = Some((cell.at.column, counts));
        }
    }

    /// Returns whether its surplus comes of numbers that are cut. Separators at the end of a record mean nothing else,
    /// unless so many numbers may be cut and have moved blanks beyond the headings; of those that stand at the end of
    /// all records alike nothing is said by two whole numbers side by side, but where all of them are under one heading
    /// of numbers with decimals.
    fn is_moved(&self, common: usize, all_alike: bool) -> bool {
        let told_otherwise = if self.cut > 0 || all_alike { 0 } else { common };
        let surplus = self.surplus.saturating_sub(told_otherwise);
        self.says_more || surplus > 0 && surplus <= self.cut + self.may_be_cut
    }
}

/// Returns the records, of those wider than the headings, in which a comma has moved what follows it.
fn exceeded(table: &Table, set: &CriteriaSet, wider: &[Wider]) -> BTreeSet<u32> {
    let answered: BTreeSet<u32> = table.entries.iter().map(|entry| entry.row).collect();
    let of_answers = || wider.iter().filter(|record| answered.contains(&record.row));
    let all_are = of_answers().count() == answered.len();
    let common = of_answers().map(|record| record.surplus).min().filter(|_| all_are).unwrap_or_default();
    let may_hold_decimals = table.columns.iter().filter(|column| {
        let kind = column.criterion.map(|key| set.criterion(key).kind);
        let is_decimal = kind.is_none_or(|kind| matches!(kind, Kind::Percent | Kind::Amount | Kind::Points));
        column.role == ColumnRole::Figure && is_decimal
    });
    let all_pairs = |column: u16| of_answers().all(|record| record.pairs.contains(&column));
    let all_alike = may_hold_decimals.into_iter().any(|column| all_pairs(column.column));
    wider.iter().filter(|record| record.is_moved(common, all_alike)).map(|record| record.row).collect()
}

/// Tells a heading that is cut at a comma, once for its table.
pub(super) fn tell_cut_heading(sheet: &Sheet, heading: CellRef, place: Place) -> Finding {
    let piece = |at: CellRef| match sheet.cell(at).map(|cell| &cell.value) {
        Some(Value::Text(text)) => clipped(text).into_owned(),
        _ => String::new(),
    };
    let (before, behind) = (CellRef::new(heading.row, heading.column.saturating_sub(1)), piece(heading));
    let written = format!("{},{behind}", piece(before));
    let message = say!(
        "Tiêu đề \"{written}\" bị tách làm hai ô ở dấu phẩy, nên không biết số liệu nào thuộc cột nào; cả biểu không được dùng",
        "The heading \"{written}\" is cut in two at its comma, so nothing tells which figure belongs to which column; nothing \
         of the table is used"
    );
    let help = say!(
        "Lưu lại tệp theo kiểu Excel (.xlsx), hoặc CSV với dấu chấm phẩy ngăn cách các ô",
        "Save the file as an Excel workbook (.xlsx), or as a csv with semicolons between the fields"
    );
    Finding::new(&codes::NOT_A_NUMBER, place, message).quoting(written).helped_by(help)
}

/// Returns a heading that is the rest of the one before it: it begins with the space behind a comma, unlike others in its
/// record, goes on in small letters, and names no column.
fn cut_heading(table: &Table, record: &[Cell]) -> Option<CellRef> {
    let texts = || {
        record.iter().filter_map(|cell| match &cell.value {
            Value::Text(text) if !text.trim().is_empty() => Some((cell.at, &**text)),
            _ => None,
        })
    };
    let is_spaced = |text: &str| text.starts_with(' ');
    let goes_on = |text: &str| is_spaced(text) && text.trim_start().starts_with(char::is_lowercase);
    if texts().skip(1).all(|(_, text)| is_spaced(text)) {
        // Whoever wrote it puts a space behind every separator.
        return None;
    }
    let is_known = |at: CellRef| {
        let mut columns = table.columns.iter().filter(|column| column.heading == Some(at));
        columns.any(|column| column.role != ColumnRole::Unknown)
    };
    let pairs = texts().zip(texts().skip(1));
    let mut cut = pairs.filter(|((before, words), (at, text))| {
        let beside = before.column.checked_add(1) == Some(at.column);
        beside && goes_on(text) && words.ends_with(char::is_alphanumeric) && !is_known(*at)
    });
    cut.next().map(|(_, (at, _))| at)
}

fn fields(sheet: &Sheet, row: u32) -> usize {
    let length = usize::try_from(row).ok().and_then(|row| sheet.record_lengths.get(row));
    length.copied().map_or(0, usize::from)
}

fn filled(record: &[Cell]) -> usize {
    let says_nothing = |value: &Value| matches!(value, Value::Text(text) if text.trim().is_empty());
    let last = record.iter().rfind(|cell| !says_nothing(&cell.value));
    last.map_or(0, |cell| usize::from(cell.at.column) + 1)
}
