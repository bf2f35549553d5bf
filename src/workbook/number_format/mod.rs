//! Number format codes, taken apart once: which section is for a number, and what people see of the number there.
//!
//! A code such as `[Red]#,##0" hộ";-0;"-"` has sections, each for the numbers of its condition, or of the sign that its
//! place stands for. [`parse`](self::parse) takes the code apart, [`Section`] knows what one section shows, and
//! [`seen`](self::seen) holds what people read against the number. Everything is asked of the section that the number at
//! hand is shown in; a number that is in none is shown as `####`.

mod condition;
mod parse;
mod section;
mod seen;

use self::condition::Condition;
pub(super) use self::section::{Percent, Section, Shown};
pub use self::seen::Altered;

/// A number format code, taken apart.
#[derive(Clone, Debug)]
pub struct NumberFormat {
    /// In the order in which they are tried; at most three are for numbers.
    sections: Vec<Section>,
    /// What people see of texts.
    texts: Texts,
}

/// What people see of a text.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Texts {
    /// The text.
    #[default]
    AsTheyAre,
    /// Something beside it, or in its place: `@"000"`.
    Altered,
    /// Nothing: `;;;`.
    Hidden,
}

/// The code of numbers as they are.
const GENERAL: &str = "General";
/// Numbers have so many sections; a further one is for texts.
const OF_NUMBERS: usize = 3;

impl NumberFormat {
    /// Takes a code apart; nothing for an empty one, which shows numbers as they are.
    pub(super) fn of(code: &str) -> Option<Self> {
        (!code.is_empty()).then(|| Self::apart(code))
    }

    fn apart(code: &str) -> Self {
        let mut parsed = parse::parse(code);
        let of_texts = parsed.get(OF_NUMBERS).or_else(|| parsed.last().filter(|last| last.is_of_texts()));
        let texts = of_texts.map(parse::Parsed::texts).unwrap_or_default();
        // The last section is for texts where it has a place for one.
        if parsed.len() > 1 && parsed.len() <= OF_NUMBERS && parsed.last().is_some_and(parse::Parsed::is_of_texts) {
            parsed.pop();
        }
        parsed.truncate(OF_NUMBERS);
        let mut format = Self { sections: parsed.iter().map(Section::of).collect(), texts };
        format.set_conditions();
        for (at, parsed) in parsed.iter().enumerate() {
            let of_negatives = format.is_of_negatives(at);
            format.sections[at].look(&parsed.parts, of_negatives);
        }
        format
    }

    /// Gives the sections without conditions the numbers that they are for.
    fn set_conditions(&mut self) {
        let count = self.sections.len();
        if let Some(section) = self.sections.first_mut().filter(|section| !section.is_explicit) {
            section.condition = match count {
                0 | 1 => None,
                2 => Some(Condition::NOT_NEGATIVE),
                _ => Some(Condition::POSITIVE),
            };
        }
        let by_sign =
            self.sections.first().and_then(|first| first.condition).is_some_and(Condition::sets_apart_negatives);
        if let Some(second) = self.sections.get_mut(1).filter(|second| !second.is_explicit && count == OF_NUMBERS) {
            second.condition = by_sign.then_some(Condition::NEGATIVE);
        }
    }

    /// Returns whether none but negative numbers are shown in a section: it shows them without their sign.
    fn is_of_negatives(&self, at: usize) -> bool {
        let bounds = self.sections.iter().filter_map(|section| Some(section.condition?.bound));
        let near = bounds.flat_map(|bound| [bound, bound.next_up(), bound.next_down()]);
        let mut samples = near.chain([0.0, f64::MAX]).filter(|number| *number >= 0.0);
        samples.all(|number| self.position(number) != Some(at) && self.rival(number) != Some(at))
    }

    fn position(&self, number: f64) -> Option<usize> {
        self.sections.iter().position(|section| section.admits(number))
    }

    /// Returns the section that a number is shown in; nothing where it is shown as `####`.
    pub(super) fn section(&self, number: f64) -> Option<&Section> {
        self.sections.get(self.position(number)?)
    }

    /// Returns the position of the section that another program may show a number in, where the code does not settle it.
    fn rival(&self, number: f64) -> Option<usize> {
        let at = self.position(number)?;
        let mut later = self.sections.iter().skip(at + 1).filter(|_| !self.sections[at].is_explicit);
        let claims = later.position(|section| section.is_explicit && section.admits(number));
        let is_rest = at == 1 && self.sections[at].condition.is_none() && number >= 0.0 && self.sections.len() > 2;
        claims.map(|claims| at + 1 + claims).or_else(|| is_rest.then_some(2))
    }

    /// Returns how people read a number differently for how it is shown; nothing where they read the number that it is.
    pub(super) fn altered(&self, number: f64) -> Option<Altered> {
        let Some(section) = self.section(number) else { return Some(Altered::Number) };
        let rival = self.rival(number).and_then(|rival| {
            let rival = &self.sections[rival];
            let alike = (rival.percent, rival.thousands) == (section.percent, section.thousands);
            if alike { rival.altered(number) } else { Some(Altered::Number) }
        });
        section.altered(number).or(rival)
    }

    /// Returns what people see of texts.
    pub(super) fn texts(&self) -> Texts {
        self.texts
    }

    /// Returns whether some number is shown as something else than itself, or some number or text not at all.
    pub(super) fn may_hide(&self) -> bool {
        self.sections.iter().any(Section::may_hide) || self.texts == Texts::Hidden
    }

    /// Returns what numbers in the first section are shown as.
    pub(super) fn shown(&self) -> Shown {
        self.sections.first().map(|section| section.shown).unwrap_or_default()
    }

    /// Takes a code apart that is for percentages by themselves: every section is one of percent.
    pub(super) fn in_percent(code: &str) -> Self {
        let mut format = Self::apart(if code.is_empty() { GENERAL } else { code });
        for section in &mut format.sections {
            section.percent = Percent::Hundredfold;
        }
        format
    }
}

#[cfg(test)]
mod tests;
