//! `tdp.report/1`: what the report says, piece by piece, for programs that go on with it.

use std::io::Write;

use serde::Serialize;

use crate::{
    appendix::{Row, Table, shown},
    criteria::Provenance,
    plan::Rulebook,
    report::{Block, Document, TextKind},
    totals::{Reported, TargetTotals, Totals, UnitTally},
};

/// Writes the pieces of a report with the totals that it tells, indented: people look into it too.
///
/// # Errors
/// When `into` refuses a write.
pub fn report_json(
    rulebook: &Rulebook,
    totals: &Totals,
    document: &Document<'_>,
    into: impl Write,
) -> serde_json::Result<()> {
    let written = Written {
        schema: "tdp.report/1",
        plan: &rulebook.plan.number,
        criteria: rulebook.criteria.reference(),
        provenance: rulebook.criteria.provenance,
        tool: env!("CARGO_PKG_VERSION"),
        title: document.title,
        subject: &document.subject,
        number: &document.number,
        dated: &document.signing.dated,
        to_fill: document.to_fill,
        reported: totals.reported,
        targets: totals.targets,
        summary: totals.summary,
        blocks: document.blocks.iter().map(Piece::of).collect(),
    };
    let mut into = std::io::BufWriter::new(into);
    serde_json::to_writer_pretty(&mut into, &written)?;
    into.write_all(b"\n").and_then(|()| into.flush()).map_err(serde_json::Error::io)
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    plan: &'a str,
    criteria: String,
    provenance: Provenance,
    tool: &'static str,
    title: &'a str,
    subject: &'a str,
    number: &'a str,
    dated: &'a str,
    to_fill: usize,
    reported: Reported,
    targets: TargetTotals,
    summary: UnitTally,
    blocks: Vec<Piece<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Piece<'a> {
    Basis { text: &'a str },
    Section { text: &'a str },
    Subsection { text: &'a str },
    Paragraph { text: &'a str },
    Item { text: &'a str },
    Remark { text: &'a str },
    Caption { text: &'a str },
    Table { unit: Option<&'a str>, columns: Vec<Heading<'a>>, rows: Vec<Vec<String>>, notes: &'a [String] },
    Blank { text: &'a str },
}

#[derive(Serialize)]
struct Heading<'a> {
    over: Option<&'a str>,
    heading: &'a str,
}

impl<'a> Piece<'a> {
    fn of(block: &'a Block<'_>) -> Self {
        match block {
            Block::Text(kind, text) => Self::of_text(*kind, text),
            Block::Table(table) => Self::of_table(table),
            Block::Blank(text) => Self::Blank { text },
        }
    }

    fn of_text(kind: TextKind, text: &'a str) -> Self {
        match kind {
            TextKind::Basis => Self::Basis { text },
            TextKind::Section => Self::Section { text },
            TextKind::Subsection => Self::Subsection { text },
            TextKind::Paragraph | TextKind::Lead => Self::Paragraph { text },
            TextKind::Item => Self::Item { text },
            TextKind::Remark => Self::Remark { text },
            TextKind::Caption => Self::Caption { text },
        }
    }

    fn of_table(table: &'a Table<'_>) -> Self {
        let columns = table.columns.iter();
        let columns = columns.map(|column| Heading { over: column.over.as_deref(), heading: &column.heading });
        let cells = |row: &Row<'_>| row.cells.iter().map(|cell| shown(&cell.value)).collect();
        Self::Table {
            unit: table.unit.as_deref(),
            columns: columns.collect(),
            rows: table.rows.iter().map(cells).collect(),
            notes: &table.notes,
        }
    }
}
