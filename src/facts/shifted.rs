//! Records of a csv with more fields than its headings: a comma in one of them has moved all that follows it.

use crate::{
    finding::{Finding, codes},
    layout::Table,
    model::{CellRef, say},
    workbook::{Cell, Sheet, Value},
};

use super::answer::Answer;

/// How wide the headings of a table in a csv are.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeadingWidth {
    /// Fields of the longest of its records, empty ones included.
    fields: usize,
    /// Fields of the same up to the last that says something.
    filled: usize,
}

impl HeadingWidth {
    /// Measures the headings of `table`; nothing in a workbook, where every cell has its address.
    pub(super) fn of(table: &Table, sheet: &Sheet) -> Option<Self> {
        if sheet.record_lengths.is_empty() {
            return None;
        }
        let first = table.range.0.row;
        let headings = table.columns.iter().filter_map(|column| column.heading);
        let rows = first..=headings.map(|at| at.row).max().unwrap_or(first);
        let fields = rows.clone().map(|row| fields(sheet, row)).max().unwrap_or_default();
        let filled = rows.map(|row| filled(sheet, row)).max().unwrap_or_default();
        Some(Self { fields, filled })
    }

    /// Returns whether a record has more than the headings have: more fields, and more of them up to the last that says
    /// something. Separators at the end of a record mean nothing else, unless so many numbers may be cut at their commas
    /// and have moved blanks beyond the headings.
    pub(super) fn is_exceeded(self, sheet: &Sheet, row: u32) -> bool {
        let surplus = fields(sheet, row).saturating_sub(self.fields);
        surplus > 0 && (filled(sheet, row) > self.filled || surplus <= cut_numbers(sheet.row(row)))
    }

    /// Returns whether a cell stands beyond the headings in a record that has more fields than they.
    pub(super) fn lies_beyond(self, sheet: &Sheet, at: CellRef) -> bool {
        usize::from(at.column) >= self.fields && self.is_exceeded(sheet, at.row)
    }

    /// Says at an answer of a record that nothing tells which of its fields belongs under which heading.
    pub(super) fn tell(self, answer: &Answer<'_>) -> Option<Finding> {
        let (found, headings) = (filled(answer.question.sheet, answer.question.row), self.fields);
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

fn fields(sheet: &Sheet, row: u32) -> usize {
    let length = usize::try_from(row).ok().and_then(|row| sheet.record_lengths.get(row));
    length.copied().map_or(0, usize::from)
}

fn filled(sheet: &Sheet, row: u32) -> usize {
    let says_nothing = |value: &Value| matches!(value, Value::Text(text) if text.trim().is_empty());
    let last = sheet.row(row).iter().rfind(|cell| !says_nothing(&cell.value));
    last.map_or(0, |cell| usize::from(cell.at.column) + 1)
}

/// Returns how many pairs of neighbours may be numbers cut at their decimal comma: digits, then one or two digits.
fn cut_numbers(record: &[Cell]) -> usize {
    let (mut found, mut left) = (0, None);
    for cell in record {
        let Value::Text(text) = &cell.value else { continue };
        let digits = text.trim().trim_end_matches('%').trim_end();
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let cut = is_number && digits.len() <= 2 && left == Some(cell.at.column);
        found += usize::from(cut);
        left = cell.at.column.checked_add(1).filter(|_| is_number && !cut);
    }
    found
}
