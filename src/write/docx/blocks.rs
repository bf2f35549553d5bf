//! Paragraphs, tables and lines to write on.

use crate::report::{Block, TextKind};

use super::{
    content::{paragraph, run},
    table,
    xml::Xml,
};

/// Lines of dots that a blank takes beside the one that says what belongs there.
const FURTHER_LINES: usize = 2;

/// Writes a piece of the report.
pub(super) fn block(xml: &mut Xml, block: &Block<'_>) {
    match block {
        Block::Text(kind, text) => paragraph(xml, style(*kind), text),
        Block::Table(table) => table::table(xml, table),
        Block::Blank(hint) => {
            dotted(xml, &format!("({hint}) "));
            (0..FURTHER_LINES).for_each(|_| dotted(xml, ""));
        }
    }
}

fn style(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Basis => "Basis",
        TextKind::Section => "Heading1",
        TextKind::Subsection => "Heading2",
        TextKind::Paragraph | TextKind::Item => "BodyText",
        TextKind::Lead => "Lead",
        TextKind::Remark => "Remark",
        TextKind::Caption => "Caption",
    }
}

/// Writes a line that ends in dots.
fn dotted(xml: &mut Xml, hint: &str) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", "Blank"));
        run(xml, hint);
        xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
    });
}
