//! What the marks and the list look like, put behind the styles that a workbook has: no cell of the ward refers to
//! another style than before.

use std::ops::Range;

use crate::workbook::{ReadError, fault::Fault};

use super::{
    contents::Contents,
    element::{Child, Element},
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
/// A cell with a warning: dotted in blue, as forms have pale yellow cells of their own, and in a broken frame.
const WARNING: &str = r#"<_dxf><_fill><_patternFill patternType="gray125"><_fgColor rgb="FF2E75B6"/><_bgColor rgb="FFDDEBF7"/></_patternFill></_fill><_border><_left style="dashed"><_color rgb="FF1F4E79"/></_left><_right style="dashed"><_color rgb="FF1F4E79"/></_right><_top style="dashed"><_color rgb="FF1F4E79"/></_top><_bottom style="dashed"><_color rgb="FF1F4E79"/></_bottom></_border></_dxf>"#;

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
    let found = || -> Result<(Looks, Option<Vec<u8>>), Fault> {
        let mut part = StylePart::of(&content)?;
        Ok((part.looks(), part.changed()?))
    };
    let (looks, changed) = found().map_err(parts.faulty(&path))?;
    if let Some(changed) = changed {
        parts.set(&path, changed);
    }
    Ok(looks)
}

/// Makes the part with the styles of a workbook that has none.
fn new_part(parts: &mut Parts<'_>, contents: &Contents) -> Result<String, ReadError> {
    let path = parts.free(|number| format!("xl/styles{number}.xml"));
    let empty = format!("{DECLARATION}<styleSheet xmlns=\"{}\"></styleSheet>", contents.dialect.main());
    parts.set(&path, empty.into_bytes());
    relate(parts, &contents.path, "styles", &path, contents.dialect)?;
    declare(parts, &path, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
    Ok(path)
}

/// The part with the styles, walked over twice whatever is put into it: once to find the tables, once to find what
/// stands in them.
struct StylePart<'a> {
    content: &'a [u8],
    root: Element<'a>,
    tables: [Table<'a>; 5],
}

/// A table of the part with the styles.
struct Table<'a> {
    name: &'static str,
    /// What is there, and where.
    there: Option<(Range<usize>, Element<'a>)>,
    /// What is put behind that.
    new: Vec<String>,
}

impl<'a> StylePart<'a> {
    fn of(content: &'a [u8]) -> Result<Self, Fault> {
        let root = Element::find(content, &["styleSheet"])?.ok_or(Fault::Malformed)?;
        let table = |name: &'static str| -> Result<Table<'a>, Fault> {
            let range = root.named(name).next().map(Child::range);
            let there = range.map(|range| {
                let table = Element::find(&content[range.clone()], &[name])?.ok_or(Fault::Malformed)?;
                Ok((range, table))
            });
            let there = there.transpose()?;
            let first = FIRST.iter().filter(|(first, _)| *first == name && there.is_none());
            let new = first.flat_map(|(_, first)| *first).map(|first| prefixed(first, &root.prefix)).collect();
            Ok(Table { name, there, new })
        };
        let tables = [table("fonts")?, table("fills")?, table("borders")?, table("cellXfs")?, table("dxfs")?];
        Ok(Self { content, root, tables })
    }

    fn looks(&mut self) -> Looks {
        let grey = self.position("fills", GREY);
        let frame = self.position("borders", FRAME);
        let mut cell = |font: &str, fill: usize, border: usize, wraps: u8| -> usize {
            let font = self.position("fonts", font);
            let apply = "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"";
            let places = format!("xfId=\"0\" numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\"");
            let inside = format!("<_alignment vertical=\"top\" wrapText=\"{wraps}\"/>");
            self.position("cellXfs", &format!("<_xf {places} {apply}>{inside}</_xf>"))
        };
        let (title, line) = (cell(TITLE_FONT, NOTHING, NOTHING, 0), cell(PLAIN_FONT, NOTHING, NOTHING, 0));
        let (heading, words) = (cell(BOLD_FONT, grey, frame, 1), cell(PLAIN_FONT, NOTHING, frame, 1));
        let address = cell(LINK_FONT, NOTHING, frame, 1);
        let (error, warning) = (self.position("dxfs", ERROR), self.position("dxfs", WARNING));
        Looks { error, warning, title, line, heading, words, link: address }
    }

    /// Returns the position of `entry` in a table, at whose end it is put where it is not in it.
    fn position(&mut self, name: &str, entry: &str) -> usize {
        let entry = prefixed(entry, &self.root.prefix);
        let Some(table) = self.tables.iter_mut().find(|table| table.name == name) else { return NOTHING };
        let mut there = 0;
        if let Some((range, element)) = &table.there {
            let part = &self.content[range.clone()];
            let same = |child: &Child<'_>| part[child.range()] == *entry.as_bytes();
            if let Some(position) = element.children.iter().position(same) {
                return position;
            }
            there = element.children.len();
        }
        let new = table.new.iter().position(|new| *new == entry).unwrap_or_else(|| {
            table.new.push(entry);
            table.new.len() - 1
        });
        there + new
    }

    /// Returns the part with what was put in; `None` where that is nothing.
    fn changed(&self) -> Result<Option<Vec<u8>>, Fault> {
        let mut patch = Patch::default();
        let mut missing = String::new();
        for Table { name, there, new } in self.tables.iter().filter(|table| !table.new.is_empty()) {
            if let Some((range, element)) = there {
                let mut inside = Patch::default();
                if let Some(range) = element.tag.value_range("count")? {
                    inside.replace(range, (element.children.len() + new.len()).to_string());
                }
                element.append(&mut inside, &new.concat());
                if let Some(changed) = inside.apply(&self.content[range.clone()])? {
                    patch.replace(range.clone(), String::from_utf8(changed).map_err(|_| Fault::Encoding)?);
                }
                continue;
            }
            let (prefix, count) = (&self.root.prefix, new.len());
            let text = format!("<{prefix}{name} count=\"{count}\">{}</{prefix}{name}>", new.concat());
            if self.root.children.is_empty() {
                missing += &text;
            } else {
                let before = ORDER.iter().position(|known| known == name).map_or(&ORDER[..], |at| &ORDER[..at]);
                self.root.put_behind(before, &mut patch, &text);
            }
        }
        if !missing.is_empty() {
            self.root.append(&mut patch, &missing);
        }
        patch.apply(self.content)
    }
}

/// Writes the elements of `entry` with the prefix of the part.
fn prefixed(entry: &str, prefix: &str) -> String {
    entry.replace("</_", &format!("</{prefix}")).replace("<_", &format!("<{prefix}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::element::WALKED;

    /// Puts the looks into a part; returns it, and how many bytes were walked over.
    fn with_looks(content: &str) -> (String, usize) {
        let before = WALKED.get();
        let mut part = StylePart::of(content.as_bytes()).unwrap();
        part.looks();
        let changed = part.changed().unwrap();
        let text = changed.map_or_else(|| content.to_owned(), |changed| String::from_utf8(changed).unwrap());
        (text, WALKED.get() - before)
    }

    #[test]
    fn what_fills_the_tables_is_walked_over_twice() {
        for (head, tail) in [
            ("<styleSheet><fonts><font>", "</font></fonts></styleSheet>"),
            ("<styleSheet><cellXfs><xf>", "</xf></cellXfs></styleSheet>"),
            ("<styleSheet><extLst><ext>", "</ext></extLst></styleSheet>"),
        ] {
            let junk = format!("{head}{}{tail}", "<a/>".repeat(10_000));
            let (changed, walked) = with_looks(&junk);
            assert!(walked <= 2 * junk.len(), "{walked} of {}", junk.len());
            assert_eq!(with_looks(&changed).0, changed);
        }
    }

    #[test]
    fn tables_that_are_missing_are_made_in_their_order() {
        for empty in ["<styleSheet/>", "<styleSheet></styleSheet>", "<styleSheet><numFmts/><colors/></styleSheet>"] {
            let (made, _) = with_looks(empty);
            let places: Vec<Option<usize>> =
                ["<fonts ", "<fills ", "<borders ", "<cellXfs ", "<dxfs "].map(|name| made.find(name)).to_vec();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{made}");
            assert!(made.contains("<fonts count=\"5\"><font><sz val=\"11\"/>"), "{made}");
            assert_eq!(with_looks(&made).0, made);
        }
    }
}
