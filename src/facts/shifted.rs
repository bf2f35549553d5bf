//! Records of a csv with more fields than its headings: a comma in one of them has moved all that follows it.

use crate::{
    finding::{Finding, Place, codes},
    layout::{ColumnRole, Table},
    model::{CellRef, say},
    workbook::{Cell, Sheet, Value},
};

use super::{answer::Answer, shown::clipped};

/// How wide the headings of a table in a csv are.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeadingWidth {
    /// Fields of the longest of its records, empty ones included.
    fields: usize,
    /// Fields of the same up to the last that says something.
    filled: usize,
    /// A heading that is itself cut at a comma: nothing tells which column anything stands in.
    cut: Option<CellRef>,
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
        let filled = rows.clone().map(|row| filled(sheet, row)).max().unwrap_or_default();
        let cut = rows.into_iter().find_map(|row| cut_heading(table, sheet.row(row)));
        Some(Self { fields, filled, cut })
    }

    /// Returns the heading that is cut at a comma, if one is: then no record of the table can be used.
    pub(super) fn cut_heading(self) -> Option<CellRef> {
        self.cut
    }

    /// Returns whether a record has more than the headings have: more fields, and more of them up to the last that says
    /// something. Separators at the end of a record mean nothing else, unless so many numbers may be cut at their commas
    /// and have moved blanks beyond the headings.
    pub(super) fn is_exceeded(self, sheet: &Sheet, row: u32) -> bool {
        if self.cut.is_some() {
            return true;
        }
        let surplus = fields(sheet, row).saturating_sub(self.fields);
        surplus > 0 && (filled(sheet, row) > self.filled || surplus <= cut_numbers(sheet.row(row)))
    }

    /// Returns whether a cell stands beyond the headings in a record that has more fields than they.
    pub(super) fn lies_beyond(self, sheet: &Sheet, at: CellRef) -> bool {
        self.cut.is_some() || usize::from(at.column) >= self.fields && self.is_exceeded(sheet, at.row)
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
