//! What the marks and the list look like, put behind the styles that a workbook has: no cell of the ward refers to
//! another style than before.

use crate::workbook::{ReadError, fault::Fault};

use super::{
    contents::Contents,
    element::Element,
    parts::Parts,
    patch::Patch,
    related::{DECLARATION, declare, relate},
};

/// The tables of a part with styles, in their order.
const ORDER: [&str; 11] = [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
];

/// Positions of the styles among those of the workbook.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looks {
    /// Among the looks that conditions give: a cell with an error.
    pub(super) error: usize,
    /// Likewise: a cell with a warning.
    pub(super) warning: usize,
    /// Among the looks of cells: the title of the list.
    pub(super) title: usize,
    /// A line below it.
    pub(super) line: usize,
    /// The heading of a column.
    pub(super) heading: usize,
    /// Words that go on in the next line.
    pub(super) words: usize,
    /// A link.
    pub(super) link: usize,
}

/// A cell with an error: hatched and in an unbroken frame, which black and white keeps.
const ERROR: &str = r#"<_dxf><_fill><_patternFill patternType="lightUp"><_fgColor rgb="FFFF7C80"/><_bgColor rgb="FFFFC7CE"/></_patternFill></_fill><_border><_left style="thin"><_color rgb="FFC00000"/></_left><_right style="thin"><_color rgb="FFC00000"/></_right><_top style="thin"><_color rgb="FFC00000"/></_top><_bottom style="thin"><_color rgb="FFC00000"/></_bottom></_border></_dxf>"#;
/// A cell with a warning: lighter, and in a broken frame.
const WARNING: &str = r#"<_dxf><_fill><_patternFill patternType="solid"><_fgColor rgb="FFFFEB9C"/><_bgColor rgb="FFFFEB9C"/></_patternFill></_fill><_border><_left style="dashed"><_color rgb="FF7F6000"/></_left><_right style="dashed"><_color rgb="FF7F6000"/></_right><_top style="dashed"><_color rgb="FF7F6000"/></_top><_bottom style="dashed"><_color rgb="FF7F6000"/></_bottom></_border></_dxf>"#;

const PLAIN_FONT: &str = r#"<_font><_sz val="12"/><_name val="Times New Roman"/><_family val="1"/></_font>"#;
const BOLD_FONT: &str = r#"<_font><_b/><_sz val="12"/><_name val="Times New Roman"/><_family val="1"/></_font>"#;
const TITLE_FONT: &str = r#"<_font><_b/><_sz val="14"/><_name val="Times New Roman"/><_family val="1"/></_font>"#;
const LINK_FONT: &str =
    r#"<_font><_u/><_sz val="12"/><_color rgb="FF0563C1"/><_name val="Times New Roman"/><_family val="1"/></_font>"#;
const GREY: &str = r#"<_fill><_patternFill patternType="solid"><_fgColor rgb="FFD9D9D9"/><_bgColor indexed="64"/></_patternFill></_fill>"#;
const FRAME: &str = r#"<_border><_left style="thin"><_color auto="1"/></_left><_right style="thin"><_color auto="1"/></_right><_top style="thin"><_color auto="1"/></_top><_bottom style="thin"><_color auto="1"/></_bottom><_diagonal/></_border>"#;

/// The first fill and the first border of every workbook are none.
const NOTHING: usize = 0;

/// What stands first in a table that the workbook lacks: cells without a style refer to it.
const FIRST: [(&str, &[&str]); 4] = [
    ("fonts", &["<_font><_sz val=\"11\"/><_name val=\"Calibri\"/><_family val=\"2\"/></_font>"]),
    (
        "fills",
        &[
            "<_fill><_patternFill patternType=\"none\"/></_fill>",
            "<_fill><_patternFill patternType=\"gray125\"/></_fill>",
        ],
    ),
    ("borders", &["<_border><_left/><_right/><_top/><_bottom/><_diagonal/></_border>"]),
    ("cellXfs", &["<_xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]),
];

/// Puts the looks into the styles of a workbook, each where it is not there yet.
///
/// # Errors
/// When the part with the styles is malformed.
pub(super) fn looks(parts: &mut Parts<'_>, contents: &Contents) -> Result<Looks, ReadError> {
    let path = match contents.part("styles") {
        Some(path) => path.to_owned(),
        None => new_part(parts, contents)?,
    };
    let content = parts.needed(&path)?;
    let mut tables = Tables { content: content.clone() };
    let looks = tables.looks().map_err(parts.faulty(&path))?;
    if tables.content != content {
        parts.set(&path, tables.content);
    }
    Ok(looks)
}

/// Makes the part with the styles of a workbook that has none.
fn new_part(parts: &mut Parts<'_>, contents: &Contents) -> Result<String, ReadError> {
    let path = parts.free(|number| format!("xl/styles{number}.xml"));
    let empty = format!("{DECLARATION}<styleSheet xmlns=\"{}\"></styleSheet>", contents.dialect.main());
    parts.set(&path, empty.into_bytes());
    relate(parts, &contents.path, "styles", &path, contents.dialect)?;
    declare(parts, &path, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml")?;
    Ok(path)
}

/// The part with the styles.
struct Tables {
    content: Vec<u8>,
}

impl Tables {
    fn looks(&mut self) -> Result<Looks, Fault> {
        let grey = self.position("fills", GREY)?;
        let frame = self.position("borders", FRAME)?;
        let mut cell = |font: &str, fill: usize, border: usize, wraps: u8| -> Result<usize, Fault> {
            let font = self.position("fonts", font)?;
            let apply = "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"";
            let places = format!("xfId=\"0\" numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\"");
            let inside = format!("<_alignment vertical=\"top\" wrapText=\"{wraps}\"/>");
            self.position("cellXfs", &format!("<_xf {places} {apply}>{inside}</_xf>"))
        };
        let (title, line) = (cell(TITLE_FONT, NOTHING, NOTHING, 0)?, cell(PLAIN_FONT, NOTHING, NOTHING, 0)?);
        let (heading, words) = (cell(BOLD_FONT, grey, frame, 1)?, cell(PLAIN_FONT, NOTHING, frame, 1)?);
        let address = cell(LINK_FONT, NOTHING, frame, 1)?;
        let (error, warning) = (self.position("dxfs", ERROR)?, self.position("dxfs", WARNING)?);
        Ok(Looks { error, warning, title, line, heading, words, link: address })
    }

    /// Returns the position of `entry` in a table, at whose end it is put where it is not in it.
    fn position(&mut self, table: &str, entry: &str) -> Result<usize, Fault> {
        let root = Element::find(&self.content, &["styleSheet"])?.ok_or(Fault::Malformed)?;
        let entry = prefixed(entry, &root.prefix);
        let mut patch = Patch::default();
        let Some(found) = Element::find(&self.content, &["styleSheet", table])? else {
            let first = FIRST.iter().find(|(name, _)| *name == table).map_or(&[][..], |(_, first)| first);
            let first: Vec<String> = first.iter().map(|first| prefixed(first, &root.prefix)).collect();
            let position = first.iter().position(|first| *first == entry).unwrap_or(first.len());
            let entry = if position < first.len() { "" } else { &entry };
            let (prefix, first, count) = (&root.prefix, first.concat(), first.len().max(position + 1));
            let before = ORDER.iter().position(|name| *name == table).map_or(&ORDER[..], |at| &ORDER[..at]);
            let text = format!("<{prefix}{table} count=\"{count}\">{first}{entry}</{prefix}{table}>");
            root.put_behind(before, &mut patch, &text);
            self.apply(patch)?;
            return Ok(position);
        };
        let same = |child: &super::element::Child<'_>| self.content[child.range()] == *entry.as_bytes();
        if let Some(position) = found.children.iter().position(same) {
            return Ok(position);
        }
        let position = found.children.len();
        if let Some(range) = found.tag.value_range("count")? {
            patch.replace(range, (position + 1).to_string());
        }
        found.append(&mut patch, &entry);
        self.apply(patch)?;
        Ok(position)
    }

    fn apply(&mut self, patch: Patch) -> Result<(), Fault> {
        if let Some(changed) = patch.apply(&self.content)? {
            self.content = changed;
        }
        Ok(())
    }
}

/// Writes the elements of `entry` with the prefix of the part.
fn prefixed(entry: &str, prefix: &str) -> String {
    entry.replace("</_", &format!("</{prefix}")).replace("<_", &format!("<{prefix}"))
}
