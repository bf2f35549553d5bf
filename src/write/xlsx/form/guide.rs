//! The page of instructions: one column of lines, as high as their words need.

use rust_xlsxwriter::{FormatAlign, Worksheet};

use crate::{
    template::{Arranging, GuideLine},
    write::xlsx::{
        formats::{DEFAULT_CELL, default_format},
        measure::{BOLD, TEXT_SIZE, lines},
    },
};

use super::{
    Written,
    paper::{A4, PAGE_NUMBER},
    protection, row_number,
    sheet::{height, pixels},
};

/// Width of the lines, in points: that of an upright page.
const WIDTH: f64 = 470.0;
/// What a spreadsheet keeps free beside the text of a cell, in points.
const MARGINS: f64 = 8.0;
/// Sizes of the title and of the lines, in points.
const TITLE: f64 = 14.0;
const LINES: f64 = 12.0;

/// Makes the sheet of the instructions.
pub(super) fn sheet(name: &str, guide: &[GuideLine]) -> Written<Worksheet> {
    let mut sheet = Worksheet::new();
    sheet.set_default_format(&default_format(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    sheet.set_name(name)?;
    sheet.set_column_width_pixels(0, pixels(WIDTH))?;
    let plain = default_format().set_text_wrap().set_align(FormatAlign::VerticalCenter).set_font_size(LINES);
    let bold = plain.clone().set_bold();
    let title = bold.clone().set_font_size(TITLE).set_align(FormatAlign::Center);
    for (row, line) in guide.iter().enumerate() {
        let (text, format, size, above) = match line {
            GuideLine::Title(text) => (text, &title, TITLE * BOLD, TEXT_SIZE),
            GuideLine::Heading(text) => (text, &bold, LINES * BOLD, TEXT_SIZE),
            GuideLine::Text(text) => (text, &plain, LINES, 0.0),
        };
        let row = row_number(row);
        sheet.write_string_with_format(row, 0, text, format)?;
        sheet.set_row_height(row, height(lines(text, size, WIDTH - MARGINS), size) + above)?;
    }
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer(PAGE_NUMBER).set_print_first_page_number(1);
    sheet.set_screen_gridlines(false).protect_with_options(&protection(Arranging::Fixed));
    Ok(sheet)
}
