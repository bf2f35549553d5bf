//! What one section of a number format shows of a number.

use std::sync::Arc;

use super::{
    condition::Condition,
    parse::{Parsed, Part, shown},
    seen::{Altered, Seen},
};

/// What a number is shown as.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(in crate::workbook) enum Shown {
    /// The number itself.
    #[default]
    Number,
    /// A day, a time of day, or both.
    Date,
    /// A time that may be longer than a day.
    Duration,
    /// Words in place of the number, or nothing.
    Words,
}

/// What a section shows of percent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::workbook) enum Percent {
    /// Nothing.
    No,
    /// The number times a hundred, with its sign.
    Hundredfold,
    /// A sign that is mere text, beside the number as it stands: `0.0"%"`.
    AsText,
}

/// One section of a number format.
#[derive(Clone, Debug)]
pub(in crate::workbook) struct Section {
    /// Which numbers it is for; all that no section before it is for where there is none.
    pub(super) condition: Option<Condition>,
    /// Whether the code itself says which numbers.
    pub(super) is_explicit: bool,
    /// What numbers are shown as.
    pub(super) shown: Shown,
    /// What it shows of percent.
    pub(in crate::workbook) percent: Percent,
    /// How many times over it divides by a thousand what it shows.
    pub(in crate::workbook) thousands: u8,
    /// The most decimals that it shows; nothing where it shows all of them, or something else than a decimal number.
    pub(in crate::workbook) decimals: Option<u8>,
    /// How many times over it shows a hundred times the number.
    hundreds: i32,
    /// Whether it shows no digit of zero.
    hides_zero: bool,
    /// The letters that it shows without a number, where it may show none.
    letters: Option<Arc<str>>,
    /// How many digits it shows at least, where it is nothing but places for them.
    padded: Option<usize>,
    /// What people make of what stands around the number.
    pub(super) seen: Seen,
}

impl Section {
    /// Takes what was parsed together. The parts themselves are not kept: a file may have tens of thousands of formats.
    pub(super) fn of(parsed: &Parsed) -> Self {
        let Parsed { condition, parts } = parsed;
        let has = |wanted: Part| parts.contains(&wanted);
        let as_text = has(Part::Letter('%')) || has(Part::Fill('%'));
        let percent = match (has(Part::Percent), as_text) {
            (true, _) => Percent::Hundredfold,
            (false, true) => Percent::AsText,
            (false, false) => Percent::No,
        };
        let has_digits = parts.iter().any(|part| matches!(part, Part::Digit(_)));
        let shows_all = [Part::Below, Part::Exponent, Part::General, Part::Text].into_iter().any(has);
        let shown = match parts.iter().find(|part| matches!(part, Part::Day | Part::Elapsed)) {
            Some(Part::Elapsed) => Shown::Duration,
            Some(_) => Shown::Date,
            None if has_digits || shows_all => Shown::Number,
            None => Shown::Words,
        };
        let decimal = shown == Shown::Number && !shows_all;
        let places = || parts.iter().skip_while(|part| **part != Part::Point);
        let decimals = places().filter(|part| matches!(part, Part::Digit(_))).count();
        let hides_zero = decimal && !has(Part::Digit('0'));
        let may_hide = hides_zero || shown == Shown::Words;
        Self {
            is_explicit: condition.is_some(),
            condition: *condition,
            shown,
            percent,
            thousands: thousands(parts),
            decimals: decimal.then(|| u8::try_from(decimals).unwrap_or(u8::MAX)),
            hundreds: parts.iter().filter(|part| **part == Part::Percent).fold(0, |count, _| count.saturating_add(1)),
            hides_zero,
            letters: may_hide.then(|| self::shown(parts, '%').trim().into()),
            padded: parts.iter().all(|part| *part == Part::Digit('0')).then_some(parts.len()),
            seen: Seen::default(),
        }
    }

    /// Finds out what people make of it; `of_negatives` says that it is for negative numbers alone.
    pub(super) fn look(&mut self, parts: &[Part], of_negatives: bool) {
        self.seen = Seen::of(parts, self.shown, of_negatives);
    }

    /// Returns whether it is for a number, if no section before it is.
    pub(super) fn admits(&self, number: f64) -> bool {
        self.condition.is_none_or(|condition| condition.admits(number))
    }

    /// Returns what people see in place of a number, an empty text where they see nothing; nothing where they see it.
    pub(in crate::workbook) fn instead_of(&self, number: f64) -> Option<&str> {
        let unseen = self.shown == Shown::Words || self.hides_zero && self.is_shown_as_zero(number);
        self.letters.as_deref().filter(|_| unseen)
    }

    /// Returns how many digits are shown at least where nothing else is shown: five in `00000`.
    pub(in crate::workbook) fn padded(&self) -> Option<usize> {
        self.padded
    }

    pub(super) fn may_hide(&self) -> bool {
        self.letters.is_some()
    }

    fn is_shown_as_zero(&self, number: f64) -> bool {
        let decimals = i32::from(self.decimals.unwrap_or_default());
        self.scaled(number).abs() * 10_f64.powi(decimals) < 0.5
    }

    /// Returns the number that the digits of this section say.
    pub(super) fn scaled(&self, number: f64) -> f64 {
        number * 100_f64.powi(self.hundreds) / 1000_f64.powi(i32::from(self.thousands))
    }

    /// Returns the words that it shows beside a number, signs of currencies among them; nothing where it shows none.
    pub(in crate::workbook) fn words(&self) -> Option<&str> {
        self.seen.words.as_deref()
    }

    /// Returns how people read a number differently for how it is shown here.
    pub(super) fn altered(&self, number: f64) -> Option<Altered> {
        if self.instead_of(number).is_some() {
            return None;
        }
        self.seen.altered.or_else(|| self.is_torn(number).then_some(Altered::Number))
    }
}

/// Counts the commas behind the last place for a digit before the decimal point or the end.
fn thousands(parts: &[Part]) -> u8 {
    let (mut digits, mut commas, mut thousands) = (false, 0_u8, 0_u8);
    for part in parts {
        match part {
            // Commas between places for digits only group them.
            Part::Digit(_) => (digits, commas) = (true, 0),
            Part::Comma if digits => commas = commas.saturating_add(1),
            Part::Point => thousands = thousands.saturating_add(std::mem::take(&mut commas)),
            _ => {}
        }
    }
    thousands.saturating_add(commas)
}
