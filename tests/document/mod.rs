//! The words of a Word document, read back.
#![allow(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::io::{Cursor, Read};

/// What stands in a document.
#[derive(Debug)]
pub(crate) struct Document {
    /// The paragraphs outside and inside the tables.
    pub(crate) paragraphs: Vec<String>,
    /// The rows of each table with lines, as the words of their cells.
    pub(crate) tables: Vec<Vec<Vec<String>>>,
}

/// Reads the words of a document.
pub(crate) fn read(bytes: &[u8]) -> Document {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut content = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the main part");
    part.read_to_string(&mut content).expect("text");
    let tables = elements(&content, "w:tbl").into_iter().filter(|table| table.contains("TableGrid"));
    let cells = |row: &str| elements(row, "w:tc").into_iter().map(words).collect();
    Document {
        paragraphs: elements(&content, "w:p").into_iter().map(words).collect(),
        tables: tables.map(|table| elements(table, "w:tr").into_iter().map(cells).collect()).collect(),
    }
}

/// Returns what stands in each element of a name; none holds another of its own name.
fn elements<'a>(content: &'a str, name: &str) -> Vec<&'a str> {
    let (with, without, end) = (format!("<{name} "), format!("<{name}>"), format!("</{name}>"));
    let pieces = content.split(&*end).filter_map(|piece| {
        let begin = piece.find(&*without).into_iter().chain(piece.find(&*with)).min()?;
        piece.get(begin..)?.split_once('>').map(|(_, inside)| inside)
    });
    pieces.collect()
}

/// Returns the words of an element, with ordinary spaces.
fn words(content: &str) -> String {
    let text: String = elements(content, "w:t").concat();
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("\u{a0}", " "), ("&amp;", "&")];
    named.iter().fold(text, |text, (name, letter)| text.replace(name, letter))
}
