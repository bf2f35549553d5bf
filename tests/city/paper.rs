//! What every form of a ward has: fonts, frames, the heads of an official letter, places for signatures.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
    utility::row_col_to_cell,
};

use super::truth::{Claim, GroupKind, Told, Value, Ward};

/// A filled-in workbook, and where in it each telling stands.
pub(crate) struct Filled {
    pub(crate) bytes: Vec<u8>,
    pub(crate) places: Places,
}

/// Where a group's telling of a criterion stands, by code and criterion.
pub(crate) type Places = BTreeMap<(String, &'static str), Place>;

/// The cells of one telling.
pub(crate) struct Place {
    pub(crate) sheet: String,
    pub(crate) figure: String,
    pub(crate) claim: String,
}

impl Place {
    /// Names two cells of one row of a sheet.
    pub(crate) fn new(sheet: &str, row: u32, figure: u16, claim: u16) -> Place {
        Place { sheet: sheet.to_owned(), figure: row_col_to_cell(row, figure), claim: row_col_to_cell(row, claim) }
    }
}

/// The looks of a form.
pub(crate) struct Looks {
    pub(crate) plain: Format,
    pub(crate) bold: Format,
    pub(crate) title: Format,
    pub(crate) italic: Format,
    pub(crate) head: Format,
    pub(crate) text: Format,
    pub(crate) strong: Format,
    pub(crate) centred: Format,
    pub(crate) number: Format,
    pub(crate) tenths: Format,
    pub(crate) percent: Format,
}

impl Looks {
    /// Returns the looks of a form whose table is set in so many points.
    pub(crate) fn new(table_points: f64) -> Looks {
        let letter = Format::new().set_font_name("Times New Roman").set_font_size(12);
        let centre = letter.clone().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        let cell = letter
            .clone()
            .set_font_size(table_points)
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter);
        let centred = cell.clone().set_align(FormatAlign::Center);
        Looks {
            bold: centre.clone().set_bold(),
            title: centre.clone().set_bold().set_font_size(14),
            italic: centre.clone().set_italic(),
            plain: centre,
            head: centred.clone().set_bold().set_text_wrap().set_background_color("E7E6E6"),
            text: cell.clone().set_text_wrap(),
            strong: cell.set_bold(),
            number: centred.clone().set_num_format("#,##0"),
            tenths: centred.clone().set_num_format("#,##0.0"),
            percent: centred.clone().set_num_format("0.00%"),
            centred,
        }
    }
}

/// Writes the heads of an official letter, the title and the letter it is annexed to; the table begins below row 6.
pub(crate) fn letterhead(
    sheet: &mut Worksheet,
    looks: &Looks,
    ward: &Ward,
    title: &str,
    last: u16,
) -> Result<(), XlsxError> {
    let split = last / 2;
    sheet.merge_range(0, 0, 0, split - 1, "ỦY BAN NHÂN DÂN", &looks.plain)?;
    sheet.merge_range(1, 0, 1, split - 1, &ward.name.to_uppercase(), &looks.bold)?;
    sheet.merge_range(0, split, 0, last, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &looks.bold)?;
    sheet.merge_range(1, split, 1, last, "Độc lập - Tự do - Hạnh phúc", &looks.bold)?;
    sheet.merge_range(3, 0, 3, last, title, &looks.title)?;
    let annexed = format!(
        "(Kèm theo Báo cáo số {}/BC-UBND ngày 06 tháng 10 năm 2025 của UBND {})",
        100 + ward.code.bytes().map(u32::from).sum::<u32>() % 100,
        ward.name_in_text()
    );
    sheet.merge_range(4, 0, 4, last, &annexed, &looks.italic)?;
    sheet.set_row_height(3, 24)?;
    Ok(())
}

/// Writes who signs, left and right below the table.
pub(crate) fn signatures(
    sheet: &mut Worksheet,
    looks: &Looks,
    row: u32,
    last: u16,
    (left, right): (&str, &str),
) -> Result<(), XlsxError> {
    let split = last / 2;
    sheet.merge_range(row, 0, row, split - 1, left, &looks.bold)?;
    sheet.merge_range(row, split, row, last, right, &looks.bold)?;
    sheet.merge_range(row + 1, 0, row + 1, split - 1, "(Ký, ghi rõ họ tên)", &looks.italic)?;
    sheet.merge_range(row + 1, split, row + 1, last, "(Ký, ghi rõ họ tên)", &looks.italic)?;
    Ok(())
}

/// Returns what the clerk ticks, given what follows from the value; `None` leaves the cell empty.
pub(crate) fn tick(told: Told, achieved: bool) -> Option<&'static str> {
    let word = |achieved| if achieved { "Đạt" } else { "Chưa đạt" };
    match (told.value, told.claim) {
        (Value::NotApplicable, _) => Some("Không áp dụng"),
        (Value::Yes, _) => Some(word(true)),
        (Value::No, _) => Some(word(false)),
        (_, Claim::Honest) => Some(word(achieved)),
        (_, Claim::Contrary) => Some(word(!achieved)),
        (_, Claim::Bare) => Some(word(true)),
        (_, Claim::Blank) => None,
    }
}

/// Returns an empty workbook whose bytes do not depend on the day it is made.
pub(crate) fn blank_workbook() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2025, 10, 6)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(book)
}

/// Returns a word for the heading of the column of names.
pub(crate) fn names_heading(ward: &Ward) -> &'static str {
    let villages = ward.groups.iter().any(|group| group.kind == GroupKind::Village);
    if villages { "Tên tổ dân phố, bản" } else { "Tên tổ dân phố" }
}
