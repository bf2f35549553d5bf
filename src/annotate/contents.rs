//! The table of contents of a package: its sheets in order, and a place among them for the list of what is to be
//! mended.

use std::collections::BTreeMap;

use crate::{
    model::phrase,
    text::to_nfc,
    workbook::{ReadError, fault::Fault},
};

use super::{
    element::{Element, escaped},
    parts::Parts,
    patch::Patch,
    related::{Dialect, Relationship, reference, related},
};

/// What the sheet is called; a number follows where the ward has a sheet of that name.
const LIST_NAME: &str = "Cần sửa";

/// The table of contents.
pub(super) struct Contents {
    /// Path of its part.
    pub(super) path: String,
    /// The family of names that the package is written in.
    pub(super) dialect: Dialect,
    /// Sheets of every kind, in order.
    pub(super) sheets: Vec<SheetEntry>,
    /// What relates to it.
    pub(super) related: Vec<Relationship>,
    /// The highest number of a sheet.
    highest: u32,
}

/// A sheet in the table of contents.
pub(super) struct SheetEntry {
    /// Its name as stored.
    pub(super) name: String,
    /// Path of its part.
    pub(super) path: String,
    /// Whether it has cells; charts on sheets of their own have none.
    pub(super) has_cells: bool,
}

impl Contents {
    /// Reads the table of contents.
    ///
    /// # Errors
    /// When it is missing or malformed.
    pub(super) fn read(parts: &mut Parts<'_>) -> Result<Self, ReadError> {
        let main = related(parts, "")?.into_iter().find(|relationship| relationship.kind == "officeDocument");
        let missing =
            || ReadError::Damaged { reason: phrase!("thiếu mục lục", "the table of contents is missing") };
        let path = main.ok_or_else(missing)?.path;
        let related = related(parts, &path)?;
        let content = parts.needed(&path)?;
        let read = || -> Result<Self, Fault> {
            let root = Element::find(&content, &["workbook"])?.ok_or(Fault::Malformed)?;
            let list = Element::find(&content, &["workbook", "sheets"])?.ok_or(Fault::Malformed)?;
            let (mut sheets, mut highest) = (Vec::new(), 0);
            // Of two relationships of one name the first stands.
            let by_id: BTreeMap<&str, &Relationship> =
                related.iter().rev().map(|part| (part.id.as_str(), part)).collect();
            for child in list.named("sheet") {
                highest = highest.max(child.tag.text("sheetId")?.parse().unwrap_or(0));
                let id = reference(&child.tag)?.ok_or(Fault::Malformed)?;
                let part = by_id.get(id.as_str()).ok_or(Fault::Malformed)?;
                let has_cells = part.kind == "worksheet";
                sheets.push(SheetEntry { name: child.tag.text("name")?, path: part.path.clone(), has_cells });
            }
            let dialect = Dialect::of(&root);
            Ok(Self { path: path.clone(), dialect, sheets, related: Vec::new(), highest })
        };
        let contents = read().map_err(parts.faulty(&path))?;
        Ok(Self { related, ..contents })
    }

    /// Returns the path of the part of that kind that relates to the table of contents.
    pub(super) fn part(&self, kind: &str) -> Option<&str> {
        self.related.iter().find(|part| part.kind == kind).map(|part| part.path.as_str())
    }

    /// Puts a sheet, the relationship of which is `id`, before all others and opens the workbook at it.
    ///
    /// # Errors
    /// When the table of contents is malformed.
    pub(super) fn put_first(&self, parts: &mut Parts<'_>, id: &str) -> Result<(), ReadError> {
        let content = parts.needed(&self.path)?;
        let patched = || -> Result<Option<Vec<u8>>, Fault> {
            let mut patch = Patch::default();
            let list = Element::find(&content, &["workbook", "sheets"])?.ok_or(Fault::Malformed)?;
            let first = list.children.first().ok_or(Fault::Malformed)?;
            let (prefix, family) = (&list.prefix, self.dialect.relationships());
            let (name, number) = (escaped(&self.free_name()), self.highest.saturating_add(1));
            let sheet =
                format!("<{prefix}sheet xmlns:r=\"{family}\" name=\"{name}\" sheetId=\"{number}\" r:id=\"{id}\"/>");
            patch.insert(first.tag.start, sheet);
            if let Some(names) = Element::find(&content, &["workbook", "definedNames"])? {
                for name in names.named("definedName") {
                    if let Some(range) = name.tag.value_range("localSheetId")? {
                        let position: Option<u32> =
                            std::str::from_utf8(&content[range.clone()]).ok().and_then(|text| text.parse().ok());
                        let position = position.ok_or(Fault::Malformed)?;
                        patch.replace(range, position.saturating_add(1).to_string());
                    }
                }
            }
            open_at(&content, 0, &mut patch)?;
            patch.apply(&content)
        };
        if let Some(changed) = patched().map_err(parts.faulty(&self.path))? {
            parts.set(&self.path, changed);
        }
        Ok(())
    }

    /// Shows the sheet in `position`, whose filter is made anew, and opens the workbook at it.
    ///
    /// # Errors
    /// When the table of contents is malformed.
    pub(super) fn reopen(&self, parts: &mut Parts<'_>, position: usize) -> Result<(), ReadError> {
        let content = parts.needed(&self.path)?;
        let patched = || -> Result<Option<Vec<u8>>, Fault> {
            let mut patch = Patch::default();
            let list = Element::find(&content, &["workbook", "sheets"])?.ok_or(Fault::Malformed)?;
            let sheet = list.named("sheet").nth(position).ok_or(Fault::Malformed)?;
            if let Some(range) = sheet.tag.value_range("state")? {
                patch.replace(range, "visible");
            }
            open_at(&content, position, &mut patch)?;
            if let Some(names) = Element::find(&content, &["workbook", "definedNames"])? {
                let of_filter = |tag: &crate::workbook::tags::Tag<'_>| -> Result<bool, Fault> {
                    Ok(tag.text("name")? == "_xlnm._FilterDatabase"
                        && tag.text("localSheetId")? == position.to_string())
                };
                let mut filters = Vec::new();
                for name in &names.children {
                    if of_filter(&name.tag)? {
                        filters.push(name.range());
                    }
                }
                // The element may not be empty.
                if filters.len() < names.children.len() {
                    for range in filters {
                        patch.replace(range, "");
                    }
                } else if !filters.is_empty() {
                    let whole = Element::find(&content, &["workbook"])?.ok_or(Fault::Malformed)?;
                    let all = whole.named("definedNames").map(super::element::Child::range);
                    for range in all {
                        patch.replace(range, "");
                    }
                }
            }
            patch.apply(&content)
        };
        if let Some(changed) = patched().map_err(parts.faulty(&self.path))? {
            parts.set(&self.path, changed);
        }
        Ok(())
    }

    fn free_name(&self) -> String {
        let folded = |name: &str| to_nfc(name).to_lowercase();
        let taken = |name: &String| self.sheets.iter().any(|sheet| folded(&sheet.name) == folded(name));
        let numbered = (2_u32..).map(|number| format!("{LIST_NAME} ({number})"));
        [LIST_NAME.to_owned()].into_iter().chain(numbered).find(|name| !taken(name)).unwrap_or_default()
    }
}

/// Opens the workbook at the sheet in `position`, the first of its tabs in sight.
fn open_at(content: &[u8], position: usize, patch: &mut Patch) -> Result<(), Fault> {
    let view = |prefix: &str| format!("<{prefix}workbookView activeTab=\"{position}\"/>");
    let Some(views) = Element::find(content, &["workbook", "bookViews"])? else {
        // A workbook that does not say where it opens does so at its first sheet.
        if position > 0 {
            let list = Element::find(content, &["workbook", "sheets"])?.ok_or(Fault::Malformed)?;
            let prefix = &list.prefix;
            patch.insert(list.tag.start, format!("<{prefix}bookViews>{}</{prefix}bookViews>", view(prefix)));
        }
        return Ok(());
    };
    if position > 0 && views.named("workbookView").next().is_none() {
        views.append(patch, &view(&views.prefix));
    }
    for view in views.named("workbookView") {
        if let Some(range) = view.tag.value_range("firstSheet")? {
            patch.replace(range, "0");
        }
        match view.tag.value_range("activeTab")? {
            Some(range) => patch.replace(range, position.to_string()),
            None if position == 0 => {}
            None => patch.insert(view.tag.attributes_range().start, format!(" activeTab=\"{position}\"")),
        }
    }
    Ok(())
}
