//! A table of a definition, asked key by key; what is absent or wrong reads as nothing.

use std::ops::Range;

use chrono::NaiveDate;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::model::Decimal;

use super::{Shape, source::Source};

/// A value with the bytes it stands at.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Range<usize>,
}

/// A value that is either a word or a table.
#[derive(Clone, Debug)]
pub enum Choice<'d> {
    /// The word.
    Word(&'d str),
    /// The table.
    Table(Table<'d>),
}

/// A table of a [`super::Document`].
#[derive(Clone, Debug)]
pub struct Table<'d> {
    source: &'d Source<'d>,
    shape: &'static Shape,
    entries: &'d DeTable<'d>,
    span: Range<usize>,
}

impl<'d> Table<'d> {
    pub(super) fn new(
        source: &'d Source<'d>,
        shape: &'static Shape,
        entries: &'d DeTable<'d>,
        span: Range<usize>,
    ) -> Self {
        Self { source, shape, entries, span }
    }

    /// Returns what may stand in the table.
    pub fn shape(&self) -> &'static Shape {
        self.shape
    }

    pub(super) fn entries(
        &self,
    ) -> impl Iterator<Item = (&'d Spanned<toml::de::DeString<'d>>, &'d Spanned<DeValue<'d>>)> {
        self.entries.iter()
    }

    /// Returns where the table begins: its header, or its braces.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Returns where the key stands, or the table where it has no such key.
    pub fn key_span(&self, name: &str) -> Range<usize> {
        self.entries.get_key_value(name).map_or_else(|| self.span(), |(key, _)| key.span())
    }

    /// Returns where the value stands, or the table where it has no such key.
    pub fn value_span(&self, name: &str) -> Range<usize> {
        self.value(name).map_or_else(|| self.span(), Spanned::span)
    }

    /// Returns whether the key is there, right or wrong.
    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// Returns the text at `name`.
    pub fn text(&self, name: &str) -> Option<&'d str> {
        self.value(name)?.get_ref().as_str()
    }

    /// Returns the text at `name` with its place.
    pub fn located_text(&self, name: &str) -> Option<Located<&'d str>> {
        let value = self.value(name)?;
        Some(Located { value: value.get_ref().as_str()?, span: value.span() })
    }

    /// Returns an owned copy of the text at `name`.
    pub fn string(&self, name: &str) -> Option<String> {
        self.text(name).map(str::to_owned)
    }

    /// Returns the thing that the word at `name` stands for.
    pub fn word<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(name)?;
        words.iter().find(|(word, _)| *word == text).map(|(_, thing)| *thing)
    }

    /// Returns the day at `name`.
    pub fn date(&self, name: &str) -> Option<NaiveDate> {
        as_date(self.value(name)?.get_ref())
    }

    /// Returns the whole number at `name`.
    pub fn whole(&self, name: &str) -> Option<u32> {
        as_whole(self.value(name)?.get_ref())
    }

    /// Returns the number at `name`, exactly as written.
    pub fn number(&self, name: &str) -> Option<Decimal> {
        as_number(self.value(name)?.get_ref())
    }

    /// Returns the truth at `name`.
    pub fn truth(&self, name: &str) -> Option<bool> {
        self.value(name)?.get_ref().as_bool()
    }

    /// Returns the texts of the list at `name`, with their places.
    pub fn located_texts(&self, name: &str) -> Vec<Located<&'d str>> {
        self.list(name)
            .filter_map(|value| Some(Located { value: value.get_ref().as_str()?, span: value.span() }))
            .collect()
    }

    /// Returns owned copies of the texts of the list at `name`.
    pub fn strings(&self, name: &str) -> Vec<String> {
        self.list(name).filter_map(|value| value.get_ref().as_str().map(str::to_owned)).collect()
    }

    /// Returns the days of the list at `name`, with their places.
    pub fn located_dates(&self, name: &str) -> Vec<Located<NaiveDate>> {
        self.list(name)
            .filter_map(|value| Some(Located { value: as_date(value.get_ref())?, span: value.span() }))
            .collect()
    }

    /// Returns the table at `name`.
    pub fn table(&self, name: &str) -> Option<Self> {
        self.inner(name, self.value(name)?)
    }

    /// Returns the tables of the list at `name`.
    pub fn tables(&self, name: &str) -> Vec<Self> {
        self.list(name).filter_map(|value| self.inner(name, value)).collect()
    }

    /// Returns the word or the table at `name`.
    pub fn choice(&self, name: &str) -> Option<Choice<'d>> {
        let value = self.value(name)?;
        match value.get_ref() {
            DeValue::String(word) => Some(Choice::Word(word)),
            _ => self.inner(name, value).map(Choice::Table),
        }
    }

    /// Returns the table that `value`, which stands at or in the list at `name`, is.
    pub(super) fn inner(&self, name: &str, value: &'d Spanned<DeValue<'d>>) -> Option<Self> {
        let shape = self.shape.key(name)?.form.shape()?;
        Some(Self::new(self.source, shape, value.get_ref().as_table()?, value.span()))
    }

    fn value(&self, name: &str) -> Option<&'d Spanned<DeValue<'d>>> {
        debug_assert!(self.shape.key(name).is_some(), "{name} is no key of this shape");
        self.entries.get(name)
    }

    fn list(&self, name: &str) -> impl Iterator<Item = &'d Spanned<DeValue<'d>>> {
        self.value(name).and_then(|value| value.get_ref().as_array()).into_iter().flat_map(|list| list.iter())
    }
}

/// Returns the day that a value without a time of day is.
pub(super) fn as_date(value: &DeValue<'_>) -> Option<NaiveDate> {
    let moment = value.as_datetime()?;
    if moment.time.is_some() || moment.offset.is_some() {
        return None;
    }
    let date = moment.date?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

/// Returns the whole number that a value is.
pub(super) fn as_whole(value: &DeValue<'_>) -> Option<u32> {
    let integer = value.as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Returns the number that a value is, from its digits.
pub(super) fn as_number(value: &DeValue<'_>) -> Option<Decimal> {
    match value {
        DeValue::Float(float) => float.as_str().trim_start_matches('+').parse().ok(),
        _ => as_whole(value).map(Decimal::from),
    }
}
