//! A ward's own workbook with marks: the package is patched, and every part without a mark stays as it was.

use std::collections::BTreeSet;

use crate::{
    model::{Language, SheetKey, phrase},
    workbook::{Limits, ReadError, Sheet, Workbook, is_list},
};

use super::{
    Listed,
    contents::Contents,
    list::{ListedSheet, list},
    parts::Parts,
    problem::{Problem, problems},
    related::{declare, relate, write_declared},
    sheet::{Change, change},
    styles::looks,
};

const WORKSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/// Puts the marks into the workbook `bytes`, read as `book` with the lists that it has; returns `None` where nothing
/// is to be changed.
///
/// # Errors
/// When its sheets are not told for certain, or a part that must be changed is malformed or over the limits.
pub(super) fn marked(
    bytes: &[u8],
    book: &Workbook,
    listed: &[Listed<'_>],
    language: Language,
    limits: &Limits,
) -> Result<Option<Vec<u8>>, ReadError> {
    let mut parts = Parts::open(bytes, limits)?;
    let contents = Contents::read(&mut parts)?;
    let to_mark = contents.sheets.iter().filter(|sheet| sheet.has_cells).map(|sheet| sheet.name.as_str());
    if !to_mark.eq(book.sheets.iter().map(stored_name)) {
        return Err(ReadError::Damaged {
            reason: phrase!(
                "mục lục nêu trang tính ở hơn một chỗ",
                "the table of contents names sheets in more than one place"
            ),
        });
    }
    with_marks(parts, &contents, book, listed, language)
}

/// Puts the marks into a workbook of the cells of `book`, whose names a workbook of Excel may not take.
///
/// # Errors
/// As [`marked`].
pub(super) fn marked_cells(
    bytes: &[u8],
    book: &Workbook,
    listed: &[Listed<'_>],
    language: Language,
    limits: &Limits,
) -> Result<Option<Vec<u8>>, ReadError> {
    let mut parts = Parts::open(bytes, limits)?;
    let contents = Contents::read(&mut parts)?;
    with_marks(parts, &contents, book, listed, language)
}

/// Returns the name of a sheet before its letters were decoded.
fn stored_name(sheet: &Sheet) -> &str {
    sheet.decoded.iter().find_map(|decoded| decoded.name.as_deref()).unwrap_or(&sheet.name)
}

fn with_marks(
    mut parts: Parts<'_>,
    contents: &Contents,
    book: &Workbook,
    listed: &[Listed<'_>],
    language: Language,
) -> Result<Option<Vec<u8>>, ReadError> {
    let with_cells = contents.sheets.iter().enumerate().filter(|(_, sheet)| sheet.has_cells);
    let (lists, sheets): (Vec<_>, Vec<_>) = with_cells.zip(&book.sheets).partition(|(_, sheet)| is_list(sheet));
    let needs_list = !listed.is_empty() || !lists.is_empty();
    let looks = if needs_list { Some(looks(&mut parts, contents)?) } else { None };
    let mut threaded = vec![BTreeSet::new(); sheets.len()];
    for (position, sheet) in contents.sheets.iter().enumerate() {
        if lists.iter().any(|((list, _), _)| *list == position) {
            continue;
        }
        let index = sheets.iter().position(|((other, _), _)| *other == position);
        let problems: Vec<Problem<'_>> = index.map(|index| problems(listed, SheetKey::new(index))).unwrap_or_default();
        let to = Change { problems: &problems, looks, goes_back: needs_list, language };
        let cells = change(&mut parts, contents, sheet, to)?;
        if let Some(threaded) = index.and_then(|index| threaded.get_mut(index)) {
            *threaded = cells;
        }
    }
    if let Some(looks) = looks {
        let told = sheets.iter().zip(&threaded).map(|(((_, entry), sheet), threaded)| ListedSheet {
            shown: &sheet.name,
            stored: &entry.name,
            threaded,
        });
        let content = list(listed, &told.collect::<Vec<_>>(), looks, contents.dialect, language).into_bytes();
        if let Some(((position, _), _)) = lists.first() {
            for ((_, list), _) in &lists {
                parts.set(&list.path, content.clone());
            }
            contents.reopen(&mut parts, *position)?;
        } else {
            let path = parts.free(|number| format!("xl/worksheets/can-sua{number}.xml"));
            parts.set(&path, content);
            let id = relate(&mut parts, &contents.path, "worksheet", &path, contents.dialect)?;
            declare(&mut parts, &path, WORKSHEET);
            contents.put_first(&mut parts, &id)?;
        }
    }
    if !parts.is_changed() {
        return Ok(None);
    }
    write_declared(&mut parts)?;
    parts.packed().map(Some).map_err(|error| not_packed(&error))
}

fn not_packed(error: &zip::result::ZipError) -> ReadError {
    ReadError::Damaged {
        reason: phrase!("không đóng gói lại được: {error}", "it cannot be packed again: {error}")
    }
}
