//! The looks of a form's cells: what is printed, what is to be filled in, what is not asked.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::{
    template::{Arranging, Cell, Room, Takes},
    write::xlsx::{formats::default_format, measure::TEXT_SIZE},
};

/// Cells to be filled in; light enough to be printed in black and white.
const OPEN: Color = Color::RGB(0x00FF_F8DC);
/// What is not asked.
const CLOSED: Color = Color::RGB(0x00D9_D9D9);
/// Headings and sections.
const HEADING: Color = Color::RGB(0x00E7_ECF3);
/// A figure that misses what is required.
const MISSED: Color = Color::RGB(0x00F8_CBAD);
/// A part greater than its whole.
const IMPOSSIBLE: Color = Color::RGB(0x00FF_6666);
/// Answers of the period before.
const FORMER: Color = Color::RGB(0x0059_5959);

/// Percentages typed as percentages: the sign is mere text, so that 0,5 stays 0,5 %.
const PERCENT: &str = "General\" %\"";
/// Percentages that a formula makes of part and whole.
const SHARE: &str = "0.00%";
const WHOLE: &str = "#,##0";
const TEXT: &str = "@";

/// The title of a form.
pub(super) fn title() -> Format {
    text().set_bold().set_font_size(14).set_align(FormatAlign::Center)
}

/// The lines below the title.
pub(super) fn under_title() -> Format {
    text().set_align(FormatAlign::Center)
}

/// The headings of columns.
pub(super) fn heading() -> Format {
    framed().set_bold().set_align(FormatAlign::Center).set_background_color(HEADING)
}

/// The row (1) (2) (3), in which the filters stand.
pub(super) fn column_number() -> Format {
    framed().set_italic().set_font_size(10).set_align(FormatAlign::Center)
}

/// The line of a standard.
pub(super) fn section() -> Format {
    framed().set_bold().set_background_color(HEADING)
}

/// Who signs.
pub(super) fn signature() -> Format {
    text().set_bold().set_align(FormatAlign::Center)
}

/// "(Ký, ghi rõ họ tên)".
pub(super) fn under_signature() -> Format {
    text().set_italic().set_align(FormatAlign::Center)
}

/// The look of a cell below the headings, in a column of `room`. Rows can only be sorted where nothing in them is
/// locked; what is not to be filled in is guarded by a rule there.
pub(super) fn cell(cell: &Cell, room: Room, arranging: Arranging) -> Format {
    let look = match cell {
        Cell::Words(_) => aligned(framed().set_num_format(TEXT), room),
        Cell::Former(_) => framed().set_italic().set_font_color(FORMER).set_align(FormatAlign::Center),
        Cell::Closed => framed().set_background_color(CLOSED).set_pattern(FormatPattern::Solid),
        Cell::Share { .. } => framed().set_num_format(SHARE).set_align(FormatAlign::Center),
        Cell::Open(field) => {
            let look = framed().set_background_color(OPEN).set_unlocked();
            match field.takes {
                Takes::Percent { .. } => look.set_num_format(PERCENT).set_align(FormatAlign::Center),
                Takes::Count => look.set_num_format(WHOLE).set_align(FormatAlign::Center),
                Takes::Part | Takes::Whole | Takes::Amount | Takes::Points(_) | Takes::Choice(_) => {
                    look.set_align(FormatAlign::Center)
                }
                Takes::Words => look.set_num_format(TEXT),
            }
        }
    };
    if arranging.may_sort() { look.set_unlocked() } else { look }
}

/// What a figure that misses its goal looks like, beside its own look.
pub(super) fn missed() -> Format {
    Format::new().set_background_color(MISSED)
}

/// What a part greater than its whole looks like.
pub(super) fn impossible() -> Format {
    Format::new().set_background_color(IMPOSSIBLE).set_bold()
}

fn aligned(look: Format, room: Room) -> Format {
    match room {
        Room::Order | Room::Code | Room::Figure | Room::Choice | Room::Phrase => look.set_align(FormatAlign::Center),
        Room::Name | Room::Words | Room::Remark => look.set_align(FormatAlign::Left).set_indent(1),
    }
}

fn framed() -> Format {
    text().set_border(FormatBorder::Thin)
}

fn text() -> Format {
    default_format().set_font_size(TEXT_SIZE).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}
