//! The looks of cells, made once a sheet and found by position.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::appendix::{Cell, Content, Origin, RowKind, Value, VerdictCount};

use super::measure::TEXT_SIZE;

const FONT: &str = "Times New Roman";

/// How numbers and words are shown, by position; `_)` keeps numbers a little away from the line at their right.
#[derive(Clone, Copy)]
enum NumberFormat {
    /// One of those that every spreadsheet knows by number.
    BuiltIn(u8),
    Code(&'static str),
}

const NUMBER_FORMATS: [NumberFormat; 8] = [
    NumberFormat::BuiltIn(GENERAL),
    NumberFormat::BuiltIn(TEXT),
    NumberFormat::Code("#,##0_)"),
    NumberFormat::Code("#,##0.0#####_)"),
    NumberFormat::BuiltIn(1), // 0
    NumberFormat::Code("dd/mm/yyyy"),
    NumberFormat::Code("0.00%_)"),
    NumberFormat::Code("0.00##################%_)"),
];
const GENERAL: u8 = 0;
const TEXT: u8 = 49;
/// Where in [`NUMBER_FORMATS`] the usual percentage stands.
const PERCENT: usize = 6;
const CONTENTS: usize = 3;

/// The looks of a sheet.
#[derive(Debug)]
pub(super) struct Formats {
    /// "PHỤ LỤC I".
    pub(super) number: Format,
    /// The title in capitals.
    pub(super) title: Format,
    /// "(Kèm theo …)".
    pub(super) annexed_to: Format,
    /// Lines between title and table.
    pub(super) remark: Format,
    /// "Đơn vị tính: …".
    pub(super) unit: Format,
    /// Headings of columns.
    pub(super) heading: Format,
    /// The row (1) (2) (3).
    pub(super) column_number: Format,
    /// Lines below the table.
    pub(super) note: Format,
    cells: Vec<Format>,
}

/// The look of a cell of a table, cheap to compare.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Look(usize);

impl Formats {
    pub(super) fn new() -> Self {
        let centred = |size: f64| text(size).set_align(FormatAlign::Center);
        let weights = [text(TEXT_SIZE), text(TEXT_SIZE).set_bold()];
        let cells = weights.iter().flat_map(|weight| {
            [FormatAlign::Center, FormatAlign::Left, FormatAlign::Right].into_iter().flat_map(move |align| {
                let look = weight.clone().set_border(FormatBorder::Thin).set_align(align);
                NUMBER_FORMATS.map(|number| shown_as(look.clone(), number))
            })
        });
        Self {
            number: centred(14.0).set_bold(),
            title: centred(13.0).set_bold(),
            annexed_to: centred(13.0).set_italic(),
            remark: centred(TEXT_SIZE),
            unit: text(TEXT_SIZE).set_italic().set_align(FormatAlign::Right),
            heading: centred(TEXT_SIZE).set_bold().set_border(FormatBorder::Thin),
            column_number: centred(10.0).set_italic().set_border(FormatBorder::Thin),
            note: text(TEXT_SIZE).set_italic().set_align(FormatAlign::Left),
            cells: cells.collect(),
        }
    }

    /// Returns the look of a cell with `value` in a row of `kind` and a column of `content`.
    pub(super) fn cell(&self, kind: RowKind, content: Content, value: &Value<'_>) -> &Format {
        self.of(Look::of(kind, content, number_format(value, content)))
    }

    /// Returns the look that [`Formats::look`] names.
    pub(super) fn of(&self, look: Look) -> &Format {
        &self.cells[look.0]
    }

    /// Names the look of `cell` in a row of `kind` and a column of `content`.
    pub(super) fn look(kind: RowKind, content: Content, cell: &Cell<'_>) -> Look {
        let content = cell.set_in(content);
        let number = match (&cell.value, cell.origin) {
            // A share of nothing is empty until something is entered.
            (Value::Empty, Origin::Verdicts(_, _, VerdictCount::Share)) => PERCENT,
            (value, _) => number_format(value, content),
        };
        Look::of(kind, content, number)
    }
}

impl Look {
    fn of(kind: RowKind, content: Content, number_format: usize) -> Self {
        let weight = usize::from(kind != RowKind::Body);
        let content = match content {
            Content::Mark => 0,
            Content::Text => 1,
            Content::Figure => 2,
        };
        Self((weight * CONTENTS + content) * NUMBER_FORMATS.len() + number_format)
    }
}

/// Adds a number format; only words are wrapped.
fn shown_as(look: Format, number: NumberFormat) -> Format {
    match number {
        NumberFormat::BuiltIn(index @ (GENERAL | TEXT)) => look.set_num_format_index(index),
        NumberFormat::BuiltIn(index) => look.unset_text_wrap().set_num_format_index(index),
        NumberFormat::Code(code) => look.unset_text_wrap().set_num_format(code),
    }
}

/// The font of empty cells, by whose digits the widths of columns are counted.
pub(super) fn default_format() -> Format {
    Format::new().set_font_name(FONT).set_font_size(TEXT_SIZE)
}

/// Height of a row and width of a column of [`default_format`], in pixels.
pub(super) const DEFAULT_CELL: (u32, u32) = (20, 64);

/// Vertically centred, wrapped text in the font of the decree.
fn text(size: f64) -> Format {
    default_format().set_font_size(size).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

/// Returns the position of the number format; codes and what looks like a formula stay text even when retyped.
fn number_format(value: &Value<'_>, content: Content) -> usize {
    match value {
        Value::Text(text) if content == Content::Mark || text.starts_with(['=', '+', '-', '@']) => 1,
        Value::Empty | Value::Text(_) => 0,
        Value::Whole(_) => 2,
        Value::Decimal(sum) if **sum == sum.rounded(0) => 2,
        Value::Decimal(_) => 3,
        Value::Year(_) => 4,
        Value::Date(_) => 5,
        Value::Percent(sum) if **sum == sum.rounded(2) => PERCENT,
        Value::Percent(_) => 7,
    }
}
