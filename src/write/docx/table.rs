//! A table with lines: headings that every page repeats, rows that no page breaks.

use crate::appendix::{Column, Content, Row, RowKind, Table, shown};

use super::{
    content::{TEXT_WIDTH, paragraph, run},
    widths::widths,
    xml::Xml,
};

/// Writes a table, what its figures count above it, its notes below.
pub(super) fn table(xml: &mut Xml, table: &Table<'_>) {
    set(xml, table, &widths(table));
    if table.notes.is_empty() {
        paragraph(xml, "TableNote", "");
    }
}

/// Writes a table whose columns are so wide; nothing parts it from what follows but its notes.
pub(super) fn set(xml: &mut Xml, table: &Table<'_>, widths: &[u32]) {
    if let Some(unit) = &table.unit {
        paragraph(xml, "TableUnit", unit);
    }
    grid(xml, widths, |xml| {
        headings(xml, table, widths);
        let next = table.rows.iter().skip(1).map(|row| Some(row.kind)).chain([None]);
        for (row, next) in table.rows.iter().zip(next) {
            let sums = matches!(next, Some(RowKind::Subtotal | RowKind::Total | RowKind::Goal));
            let below = if row.kind == RowKind::Section || sums { Below::Together } else { Below::Free };
            body_row(xml, table, row, widths, below);
        }
    });
    for note in &table.notes {
        paragraph(xml, "TableNote", note);
    }
}

/// Writes rows of two cells, what is told and what it is; the last stands out.
pub(super) fn fields(xml: &mut Xml, fields: &[(&str, &str)], widths: [u32; 2]) {
    grid(xml, &widths, |xml| {
        for (index, (label, text)) in fields.iter().enumerate() {
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
                Cell::of(widths[0]).strong(xml, Content::Text, label);
                let cell = Cell::of(widths[1]);
                if index + 1 == fields.len() {
                    cell.strong(xml, Content::Text, text);
                } else {
                    cell.plain(xml, Content::Text, text);
                }
            });
        }
    });
}

/// Writes what `rows` writes as a table with lines.
fn grid(xml: &mut Xml, widths: &[u32], rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", "TableGrid");
            xml.empty("w:tblW", &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(xml);
    });
}

/// Writes the headings: one row, or two where columns share a heading.
fn headings(xml: &mut Xml, table: &Table<'_>, widths: &[u32]) {
    if !table.has_shared_headings() {
        return heading_row(xml, |xml| {
            for (column, width) in table.columns.iter().zip(widths) {
                Cell::of(*width).heading(xml, &column.heading);
            }
        });
    }
    heading_row(xml, |xml| {
        for (group, widths) in groups(&table.columns, widths) {
            let width = widths.iter().sum();
            match &group[0].over {
                Some(over) => Cell { span: group.len(), ..Cell::of(width) }.heading(xml, over),
                None => Cell { merged: Some(Merged::First), ..Cell::of(width) }.heading(xml, &group[0].heading),
            }
        }
    });
    heading_row(xml, |xml| {
        for (column, width) in table.columns.iter().zip(widths) {
            match &column.over {
                Some(_) => Cell::of(*width).heading(xml, &column.heading),
                None => Cell { merged: Some(Merged::Further), ..Cell::of(*width) }.heading(xml, ""),
            }
        }
    });
}

/// Returns the columns, those beside each other under one heading together, with their widths.
fn groups<'t, 'a>(columns: &'t [Column<'a>], widths: &'t [u32]) -> Vec<(&'t [Column<'a>], &'t [u32])> {
    let mut groups = Vec::new();
    let mut start = 0;
    for group in columns.chunk_by(|a, b| a.over.is_some() && a.over == b.over) {
        let end = start + group.len();
        groups.push((group, &widths[start..end]));
        start = end;
    }
    groups
}

fn heading_row(xml: &mut Xml, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            xml.empty("w:tblHeader", &[]);
        });
        cells(xml);
    });
}

fn body_row(xml: &mut Xml, table: &Table<'_>, row: &Row<'_>, widths: &[u32], below: Below) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        let name = row.cells.get(1).map(|cell| shown(&cell.value)).unwrap_or_default();
        if let (RowKind::Section, [first, rest @ ..]) = (row.kind, widths) {
            let number = row.cells.first().map(|cell| shown(&cell.value)).unwrap_or_default();
            Cell { below, ..Cell::of(*first) }.strong(xml, Content::Mark, &number);
            Cell { span: rest.len(), below, ..Cell::of(rest.iter().sum()) }.strong(xml, Content::Text, &name);
            return;
        }
        for ((cell, column), width) in row.cells.iter().zip(&table.columns).zip(widths) {
            let (text, content) = (shown(&cell.value), cell.set_in(column.content));
            let cell = Cell { below, ..Cell::of(*width) };
            match row.kind {
                RowKind::Body => cell.plain(xml, content, &text),
                RowKind::Section | RowKind::Subtotal | RowKind::Total | RowKind::Goal => {
                    cell.strong(xml, content, &text);
                }
            }
        }
    });
}

/// A cell of a table: its width, how many columns it takes, whether it goes on below.
struct Cell {
    width: u32,
    span: usize,
    merged: Option<Merged>,
    below: Below,
}

/// Whether a page may end below a row.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Below {
    /// It may.
    Free,
    /// Never: a heading without its rows, or a sum without what it adds, says little.
    Together,
}

/// A cell that is one with its neighbour above or below.
#[derive(Clone, Copy)]
enum Merged {
    First,
    Further,
}

impl Cell {
    fn of(width: u32) -> Self {
        Self { width, span: 1, merged: None, below: Below::Free }
    }

    fn heading(self, xml: &mut Xml, text: &str) {
        self.write(xml, "TableHeading", text);
    }

    fn plain(self, xml: &mut Xml, content: Content, text: &str) {
        let style = match content {
            Content::Mark => "TableMark",
            Content::Text => "TableText",
            Content::Figure => "TableFigure",
        };
        self.write(xml, style, text);
    }

    fn strong(self, xml: &mut Xml, content: Content, text: &str) {
        let style = match content {
            Content::Mark => "TableMarkStrong",
            Content::Text => "TableTextStrong",
            Content::Figure => "TableFigureStrong",
        };
        self.write(xml, style, text);
    }

    fn write(self, xml: &mut Xml, style: &str, text: &str) {
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &self.width.to_string()), ("w:type", "dxa")]);
                if self.span > 1 {
                    xml.value("w:gridSpan", self.span);
                }
                match self.merged {
                    Some(Merged::First) => xml.value("w:vMerge", "restart"),
                    Some(Merged::Further) => xml.empty("w:vMerge", &[]),
                    None => {}
                }
                xml.value("w:vAlign", "center");
            });
            xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.value("w:pStyle", style);
                    if self.below == Below::Together {
                        xml.empty("w:keepNext", &[]);
                    }
                });
                run(xml, text);
            });
        });
    }
}
