//! Blank forms as workbooks: a page of instructions, then a sheet for each page of the form.

mod guide;
mod looks;
mod marks;
mod paper;
mod rules;
mod sheet;

use std::collections::BTreeSet;

use rust_xlsxwriter::{ProtectionOptions, Workbook, XlsxError};

use crate::{
    template::{Arranging, Form},
    write::WriteError,
};

use super::{
    WorkbookProperties,
    formats::{DEFAULT_CELL, default_format},
};

/// The sheet of the instructions.
const GUIDE: &str = "Hướng dẫn";
/// A sheet's name has at most so many UTF-16 units.
const LONGEST_NAME: usize = 31;

/// Makes the workbook of a blank form.
///
/// # Errors
/// When one of its tables does not fit into a sheet.
pub fn form_xlsx(form: &Form, properties: &WorkbookProperties) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&default_format(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    let stamped = form
        .stamps
        .iter()
        .fold(properties.plain()?, |all, (name, value)| all.set_custom_property(*name, value.as_str()));
    workbook.set_properties(&stamped);
    workbook.push_worksheet(guide::sheet(GUIDE, &form.guide)?);
    let mut taken = BTreeSet::from([GUIDE.to_lowercase()]);
    for page in &form.pages {
        workbook.push_worksheet(sheet::sheet(&name_for(&page.name, &mut taken), page)?);
    }
    Ok(workbook.save_to_buffer()?)
}

/// Returns what may still be done on a protected sheet.
fn protection(arranging: Arranging) -> ProtectionOptions {
    ProtectionOptions {
        sort: arranging.may_sort(),
        use_autofilter: arranging.may_filter(),
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    }
}

/// Returns a name like `wanted` that a sheet may bear and no other bears.
fn name_for(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let hostile = |letter: char| letter.is_control() || "[]:*?/\\".contains(letter);
    let bare: String = wanted.chars().map(|letter| if hostile(letter) { ' ' } else { letter }).collect();
    // Excel takes no name that begins or ends with an apostrophe.
    let bare = bare.trim_matches([' ', '\'']);
    let bare = if bare.is_empty() { "Phiếu" } else { bare };
    let numbered = |number: usize| {
        let behind = if number == 1 { String::new() } else { format!(" ({number})") };
        format!("{}{behind}", clipped(bare, LONGEST_NAME - behind.len()).trim_end_matches([' ', '\'']))
    };
    let mut number = 1;
    while !taken.insert(numbered(number).to_lowercase()) {
        number += 1;
    }
    numbered(number)
}

/// Returns as much of a text as has `most` UTF-16 units.
fn clipped(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > most
    });
    end.map_or(text, |(end, _)| text.split_at(end).0.trim_end())
}

/// A text as it may stand in a prompt, of at most `most` letters.
fn prompted(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// Returns the number of a row or column; forms are far smaller than sheets, and what is not is refused on writing.
fn row_number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn column_number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// What the writer answers.
type Written<T = ()> = Result<T, XlsxError>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_named_as_far_as_sheets_may_be() {
        let mut taken = BTreeSet::from([GUIDE.to_lowercase()]);
        let mut name = |wanted: &str| name_for(wanted, &mut taken);
        assert_eq!(name("Tổ dân phố số 1"), "Tổ dân phố số 1");
        assert_eq!(name("TỔ DÂN PHỐ SỐ 1"), "TỔ DÂN PHỐ SỐ 1 (2)");
        assert_eq!(name("Bản 1/2: [A]"), "Bản 1 2   A");
        assert_eq!(name("'"), "Phiếu");
        assert_eq!(name("hướng dẫn"), "hướng dẫn (2)");
        assert_eq!(name("Tổ dân phố Nguyễn Thị Minh Khai kéo dài"), "Tổ dân phố Nguyễn Thị Minh Khai");
        assert_eq!(name("Tổ dân phố Nguyễn Thị Minh Khai nối dài"), "Tổ dân phố Nguyễn Thị Minh (2)");
    }
}
