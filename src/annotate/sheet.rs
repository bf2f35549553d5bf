//! A sheet of the ward: its marks, its notes, and whether the workbook opens at it.

use std::collections::BTreeSet;

use crate::{
    model::{CellRef, Language},
    workbook::{ReadError, fault::Fault, tags::Tags},
};

use super::{
    contents::{Contents, SheetEntry},
    element::Element,
    marks,
    notes::{self, NotedSheet},
    parts::Parts,
    patch::Patch,
    problem::Problem,
    styles::Looks,
};

/// What stands in a sheet, in its order.
const ORDER: [&str; 31] = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
];

/// Returns what stands in a sheet before the elements of that name.
pub(super) fn before(name: &str) -> &'static [&'static str] {
    ORDER.iter().position(|known| *known == name).map_or(&ORDER[..], |at| &ORDER[..at])
}

/// How a sheet is changed.
#[derive(Clone, Copy)]
pub(super) struct Change<'a> {
    /// Its cells with something to be mended.
    pub(super) problems: &'a [Problem<'a>],
    /// How they are marked; nothing where the workbook has no marks.
    pub(super) looks: Option<Looks>,
    /// Whether the workbook opens at another sheet.
    pub(super) goes_back: bool,
    /// The language of the notes.
    pub(super) language: Language,
}

/// Replaces the marks and the notes of this program on a sheet of cells; returns the cells that have no note since they
/// have threaded comments.
///
/// # Errors
/// When the sheet or a part of it is malformed.
pub(super) fn change(
    parts: &mut Parts<'_>,
    contents: &Contents,
    sheet: &SheetEntry,
    change: Change<'_>,
) -> Result<BTreeSet<CellRef>, ReadError> {
    let content = parts.needed(&sheet.path)?;
    let mut patch = Patch::default();
    let mut threaded = BTreeSet::new();
    let faulty = parts.faulty(&sheet.path);
    if change.goes_back {
        go_back(&content, &mut patch).map_err(&faulty)?;
    }
    if sheet.has_cells {
        let root = Element::find(&content, &["worksheet"]).and_then(|root| root.ok_or(Fault::Malformed));
        let root = root.map_err(&faulty)?;
        marks::replace(&content, &root, change.problems, change.looks, &mut patch).map_err(&faulty)?;
        let noted = NotedSheet { path: &sheet.path, root: &root, dialect: contents.dialect, language: change.language };
        threaded = notes::replace(parts, &noted, change.problems, &mut patch)?;
    }
    if let Some(changed) = patch.apply(&content).map_err(&faulty)? {
        parts.set(&sheet.path, changed);
    }
    Ok(threaded)
}

/// Takes the sheet out of those at which the workbook opens: what is typed goes into all of them at once.
fn go_back(content: &[u8], patch: &mut Patch) -> Result<(), Fault> {
    let mut tags = Tags::new(content)?;
    while let Some(tag) = tags.next()? {
        if tag.name == b"sheetData" {
            break;
        }
        if tag.opens()
            && tag.name == b"sheetView"
            && tag.attribute("tabSelected")?.is_some_and(|selected| matches!(selected, b"1" | b"true"))
            && let Some(range) = tag.value_range("tabSelected")?
        {
            patch.replace(range, "0");
        }
    }
    Ok(())
}
