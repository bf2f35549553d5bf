//! The plain model of a report: paragraphs and tables in their order, and what stands around them.

use chrono::NaiveDate;

use crate::appendix::{Signing, Table};

/// A report, ready to be set.
#[derive(Debug)]
pub struct Document<'a> {
    /// "Số: 05/BC-UBND".
    pub number: String,
    /// What kind of document it is: "BÁO CÁO".
    pub title: &'static str,
    /// What it is about (trích yếu).
    pub subject: String,
    /// What it says.
    pub blocks: Vec<Block<'a>>,
    /// Lines below "Nơi nhận:".
    pub recipients: Vec<String>,
    /// Who issues and who signs it.
    pub signing: Signing,
    /// The day of the report, else of the plan: never the clock's, so that the same inputs give the same bytes.
    pub day: NaiveDate,
    /// How many places are left for people to fill in.
    pub to_fill: usize,
}

/// A piece of the report.
#[derive(Debug)]
pub enum Block<'a> {
    /// Words.
    Text(TextKind, String),
    /// A table.
    Table(Table<'a>),
    /// Lines of dots for people to write on, and what belongs there.
    Blank(&'static str),
}

/// What words are in the report.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TextKind {
    /// What the report rests on, "Căn cứ …".
    Basis,
    /// Heading of a section: "I. …".
    Section,
    /// Heading within a section: "1. …".
    Subsection,
    /// A paragraph.
    Paragraph,
    /// A paragraph that announces a list.
    Lead,
    /// One of a list.
    Item,
    /// What readers must know before they use the figures.
    Remark,
    /// What a table shows, above it.
    Caption,
}

impl Block<'_> {
    /// Makes a piece of words.
    pub(super) fn text(kind: TextKind, text: impl Into<String>) -> Self {
        Self::Text(kind, text.into())
    }

    /// Makes the heading of a part of a section.
    pub(super) fn subsection(text: &str) -> Self {
        Self::text(TextKind::Subsection, text)
    }

    /// Makes a paragraph.
    pub(super) fn paragraph(text: impl Into<String>) -> Self {
        Self::text(TextKind::Paragraph, text)
    }

    /// Makes a paragraph that announces a list.
    pub(super) fn lead(text: impl Into<String>) -> Self {
        Self::text(TextKind::Lead, text)
    }
}

/// Makes a list: a semicolon after each, a full stop after the last.
pub(super) fn items<'a>(texts: Vec<String>) -> impl Iterator<Item = Block<'a>> {
    let last = texts.len();
    let ends = (1..).map(move |position| if position == last { '.' } else { ';' });
    texts.into_iter().zip(ends).map(|(text, end)| Block::text(TextKind::Item, format!("- {text}{end}")))
}
