//! What may stand in a definition: its keys and the form of their values, as data.
//!
//! The same tables check a file, name its unknown keys and make its JSON Schema, so that the three never differ.

/// The keys of one table.
#[derive(Debug)]
pub struct Shape {
    /// What the table is, for the schema.
    pub about: &'static str,
    /// Its keys, in the order in which people write them.
    pub keys: &'static [Key],
}

impl Shape {
    /// Returns the key named `name`.
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// One key of a table.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// The form of its value.
    pub form: Form,
    /// Whether the table is wrong without it.
    pub presence: Presence,
    /// What it says, for people; editors show it.
    pub about: &'static str,
}

/// Whether a key may be left out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Presence {
    /// It must be there.
    Required,
    /// It may be left out.
    Optional,
}

impl Key {
    /// A key that must be there.
    pub const fn required(name: &'static str, form: Form, about: &'static str) -> Self {
        Self { name, form, presence: Presence::Required, about }
    }

    /// A key that may be left out.
    pub const fn optional(name: &'static str, form: Form, about: &'static str) -> Self {
        Self { name, form, presence: Presence::Optional, about }
    }
}

/// The form of a value.
#[derive(Debug)]
pub enum Form {
    /// Text that says something.
    Text,
    /// Text that may be empty.
    Blank,
    /// Text of a certain pattern.
    Matching(&'static Pattern),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A day.
    Date,
    /// A whole number from the first to the second.
    Whole(u32, u32),
    /// A number, zero or more, decimals allowed.
    Number,
    /// `true` or `false`.
    Truth,
    /// Any number of values of one form.
    List(&'static Form),
    /// At least one value of one form.
    Several(&'static Form),
    /// A table.
    Table(&'static Shape),
    /// One of these words, or a table.
    WordOr(&'static [&'static str], &'static Shape),
}

/// A pattern of text.
#[derive(Debug)]
pub struct Pattern {
    /// Whether a text is of the pattern.
    pub fits: fn(&str) -> bool,
    /// The same as a regular expression, for the schema.
    pub regex: &'static str,
    /// What fits, in Vietnamese and English.
    pub about: (&'static str, &'static str),
    /// What a text that is not of the pattern certainly means, as it must be written.
    pub meant: fn(&str) -> Option<String>,
}

impl Form {
    /// Returns the shape of the tables of this form.
    pub(super) fn shape(&self) -> Option<&'static Shape> {
        match self {
            Self::Table(shape) | Self::WordOr(_, shape) => Some(shape),
            Self::List(each) | Self::Several(each) => each.shape(),
            _ => None,
        }
    }
}
