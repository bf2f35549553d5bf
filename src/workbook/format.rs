//! How cells of one style look, as far as it says something of their values.

use std::sync::Arc;

use super::{
    Altered,
    formats::{Interned, Style},
    number_format::{NumberFormat, Percent, Section, Texts},
};

/// How cells of one style look.
#[derive(Clone, Debug, Default)]
pub struct Format {
    /// Number format code: `0.0%`; `None` where the file does not tell.
    pub number: Option<Arc<str>>,
    /// Font name, which tells legacy encodings.
    pub font: Option<Arc<str>>,
    /// Whether its font crosses out what stands in the cell.
    pub crossed_out: bool,
    /// The number format code, taken apart; `None` where numbers are shown as they are.
    pub looks: Option<Arc<NumberFormat>>,
}

impl Format {
    /// Reads what a number format code, such as `0.0%`, says; beside the name of the font.
    pub fn new(number: Option<&str>, font: Option<&str>) -> Self {
        Interned::default().format(Style { number, font, crossed_out: false }, false)
    }

    /// Returns whether `number` is shown as percent: a hundred times over.
    pub fn percent(&self, number: f64) -> bool {
        self.section(number).is_some_and(|section| section.percent == Percent::Hundredfold)
    }

    /// Returns whether a percent sign that is mere text is shown beside `number` as it stands: `0.0"%"`.
    pub fn percent_as_text(&self, number: f64) -> bool {
        self.section(number).is_some_and(|section| section.percent == Percent::AsText)
    }

    /// Returns how many times over `number` is divided by a thousand where it is shown: once in `#,##0,`.
    pub fn thousands(&self, number: f64) -> u8 {
        self.section(number).map_or(0, |section| section.thousands)
    }

    /// Returns the words that are shown beside `number`: `triệu` in `0" triệu"`; `None` where there are none.
    pub fn words(&self, number: f64) -> Option<&str> {
        self.section(number)?.words()
    }

    /// Returns the most decimals that are shown of `number`; `None` where all are, where something else than a decimal
    /// number is shown, or where the file does not tell.
    pub fn decimals(&self, number: f64) -> Option<u8> {
        self.section(number)?.decimals
    }

    /// Returns how many digits are shown of `number` at least, where the format is nothing but places for them: five in
    /// `00000`.
    pub fn padded(&self, number: f64) -> Option<usize> {
        self.section(number)?.padded()
    }

    /// Returns what people read in place of `number` for how it is shown; `None` where they read the number that it is,
    /// or see none.
    pub fn altered(&self, number: f64) -> Option<Altered> {
        self.looks.as_ref()?.altered(number)
    }

    /// Returns what people see of texts.
    pub fn texts(&self) -> Texts {
        self.looks.as_ref().map(|looks| looks.texts()).unwrap_or_default()
    }

    /// Returns what people see in place of `number`, an empty text where they see nothing; `None` where they see it.
    pub fn instead_of(&self, number: f64) -> Option<&str> {
        self.section(number)?.instead_of(number)
    }

    /// Returns whether people see nothing, or something else, in place of some number, or nothing in place of texts.
    pub fn may_hide(&self) -> bool {
        self.looks.as_ref().is_some_and(|looks| looks.may_hide())
    }

    fn section(&self, number: f64) -> Option<&Section> {
        self.looks.as_ref()?.section(number)
    }
}
