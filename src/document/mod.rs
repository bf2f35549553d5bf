//! Definitions that people write in TOML, read against a shape; every mistake is told at its own place.

mod checker;
mod comments;
mod curly;
mod day;
mod pattern;
mod schema;
mod shape;
mod source;
mod syntax;
mod table;

use std::{cell::RefCell, ops::Range};

use crate::{
    finding::{Code, DefinitionPlace, Finding, Place, codes},
    model::{Message, say},
};

pub use self::{
    pattern::{INNER_PATH, NEIGHBOUR_PATH, SLUG},
    schema::json_schema,
    shape::{Form, Key, Pattern, Presence, Shape},
    table::{Choice, Located, Table},
};

use self::{
    source::{Source, quoted},
    syntax::Tree,
};

/// The largest definition that is read, in bytes; a set of a thousand criteria takes a third of it.
pub const MOST_BYTES: usize = 1 << 20;
/// How many mistakes of one file are told; more come from one cause.
const MOST_MISTAKES: usize = 500;

/// A definition in TOML whose keys and values have been held against a shape.
///
/// Mistakes are collected, never returned one by one: what is wrong reads as absent.
#[derive(Debug)]
pub struct Document<'t> {
    source: Source<'t>,
    tree: Tree<'t>,
    shape: &'static Shape,
    mistakes: RefCell<Vec<Finding>>,
}

impl<'t> Document<'t> {
    /// Reads the bytes of a file and holds them against `shape`.
    ///
    /// # Errors
    /// One finding when the bytes are no text at all, or too many.
    pub fn read(file: &str, bytes: &'t [u8], shape: &'static Shape) -> Result<Self, Vec<Finding>> {
        if bytes.len() > MOST_BYTES {
            return Err(vec![too_large(file, bytes.len())]);
        }
        let text = std::str::from_utf8(bytes).map_err(|error| vec![not_text(file, bytes, error.valid_up_to())])?;
        let source = Source::new(file, text);
        let (tree, mistakes) = syntax::parse(&source);
        let document = Self { source, tree, shape, mistakes: RefCell::new(mistakes) };
        checker::check(&document);
        Ok(document)
    }

    /// Returns the table at the root.
    pub fn root(&self) -> Table<'_> {
        Table::new(&self.source, self.shape, self.tree.root(), 0..0)
    }

    /// Returns the comments, each from its `#` to the end of its line.
    pub fn comments(&self) -> Vec<Located<&'t str>> {
        let spans = comments::comments(self.source.text());
        spans.into_iter().map(|span| Located { value: self.source.slice(&span), span }).collect()
    }

    /// Records a mistake at `span`.
    pub fn report(&self, code: &'static Code, span: &Range<usize>, message: Message) {
        self.record(Finding::new(code, Place::Definition(self.place(span)), message));
    }

    /// Records a mistake that says more than its message.
    pub fn record(&self, mistake: Finding) {
        if !self.is_full() {
            self.mistakes.borrow_mut().push(mistake);
        }
    }

    /// Returns whether so much is wrong that looking further serves nobody.
    fn is_full(&self) -> bool {
        self.mistakes.borrow().len() >= 2 * MOST_MISTAKES
    }

    /// Returns where `span` stands for people.
    pub fn place(&self, span: &Range<usize>) -> DefinitionPlace {
        self.source.place(span)
    }

    /// Returns the text at `span` as it stands, shortened for a message.
    pub fn quote(&self, span: &Range<usize>) -> String {
        quoted(self.source.slice(span))
    }

    /// Returns the mistakes in the order of their places; where the syntax is broken, what only follows from it is
    /// left out.
    pub fn into_mistakes(self) -> Vec<Finding> {
        let Self { source, tree, mistakes, .. } = self;
        let mut mistakes = mistakes.into_inner();
        if tree.is_broken() {
            mistakes.retain(|mistake| !syntax::follows_from_broken_lines(&source, &tree, mistake));
        }
        mistakes.sort_by(|a, b| (&a.place, a.code.number).cmp(&(&b.place, b.code.number)));
        mistakes.dedup_by(|a, b| a.place == b.place && a.code == b.code && a.message == b.message);
        mistakes.truncate(MOST_MISTAKES);
        mistakes
    }
}

/// Returns the finding for a file that is larger than any definition.
fn too_large(file: &str, size: usize) -> Finding {
    let place = DefinitionPlace { file: file.to_owned(), line: 1, column: 1, start: 0, end: 0 };
    let message = say!(
        "Tệp có {size} byte, quá giới hạn {MOST_BYTES} byte",
        "The file has {size} bytes, over the limit of {MOST_BYTES} bytes"
    );
    Finding::new(&codes::DEFINITION_UNREADABLE, Place::Definition(place), message)
}

/// Returns the finding for bytes that are not UTF-8, at the first that is not.
fn not_text(file: &str, bytes: &[u8], valid: usize) -> Finding {
    let before = std::str::from_utf8(&bytes[..valid]).unwrap_or_default();
    let mut place = Source::new(file, before).place(&(valid..valid));
    place.end = valid + 1;
    let byte = bytes[valid];
    let message = say!(
        "Tệp không phải văn bản UTF-8, gặp byte {byte:02X} ở vị trí {valid}",
        "The file is not UTF-8 text, byte {byte:02X} stands at offset {valid}"
    );
    Finding::new(&codes::DEFINITION_SYNTAX, Place::Definition(place), message)
        .helped_by(say!("Lưu lại tệp với bảng mã UTF-8", "Save the file again as UTF-8"))
}

#[cfg(test)]
mod tests;
