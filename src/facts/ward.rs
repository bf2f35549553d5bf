//! The ward that a file speaks for: said on the command line or in the title block, or told by its units.

use std::collections::BTreeSet;

use crate::{
    layout::{Certainty, Lexicon, Subject, Table},
    model::UnitKey,
    plan::{Level, Register, UnitMatch},
    workbook::{Sheet, Value, Workbook},
};

/// Returns the ward that the title blocks name, or the only one whose units bear the names in the tables.
pub(super) fn ward_of(lexicon: &Lexicon<'_>, book: &Workbook, tables: &[Table]) -> Option<UnitKey> {
    let register = &lexicon.rulebook().register;
    let titles: BTreeSet<UnitKey> = title_blocks(book, tables).flat_map(|text| register.wards_named_in(text)).collect();
    match titles.into_iter().collect::<Vec<_>>().as_slice() {
        [only] => Some(*only),
        _ => ward_by_units(register, tables),
    }
}

/// Returns the texts that stand above the first table of each sheet.
fn title_blocks<'a>(book: &'a Workbook, tables: &'a [Table]) -> impl Iterator<Item = &'a str> {
    book.sheets.iter().enumerate().flat_map(move |(index, sheet)| {
        let first = tables.iter().filter(|table| table.sheet.index() == index).map(|table| table.range.0.row).min();
        texts_above(sheet, first)
    })
}

fn texts_above(sheet: &Sheet, first: Option<u32>) -> impl Iterator<Item = &str> {
    sheet.cells().iter().take_while(move |cell| first.is_some_and(|first| cell.at.row < first)).filter_map(|cell| {
        match &cell.value {
            Value::Text(text) => Some(&**text),
            _ => None,
        }
    })
}

/// Returns the only ward in which every filled row names a unit.
fn ward_by_units(register: &Register, tables: &[Table]) -> Option<UnitKey> {
    let subjects: Vec<&Subject> =
        tables.iter().flat_map(|table| &table.subjects).filter(|subject| subject.filled).collect();
    if subjects.is_empty() {
        return None;
    }
    let fits = |ward: &UnitKey| {
        subjects.iter().all(|subject| {
            let written = subject.code.iter().chain(&subject.names);
            written
                .map(|name| register.find(&name.written, *ward))
                .any(|found| matches!(found, UnitMatch::Unit(_) | UnitMatch::Former(_)))
        })
    };
    let mut fitting = register.valid().filter(|(_, unit)| unit.level == Level::Ward).map(|(key, _)| key).filter(fits);
    fitting.next().filter(|_| fitting.next().is_none())
}

/// Shorter texts in the place of a name are numbers of groups, not codes.
const SHORTEST_CODE: usize = 4;

/// Longer texts, in bytes, are prose.
const LONGEST_NAME: usize = 400;

/// What a subject turned out to be.
#[derive(Clone, Debug)]
pub(super) enum Resolved {
    /// This unit.
    Unit(UnitKey),
    /// This unit, by the name of a predecessor.
    Former(UnitKey, usize),
    /// A unit of another ward.
    OtherWard(UnitKey, usize),
    /// Not a unit of the register; the nearest names.
    Unknown(Vec<UnitKey>, usize),
    /// A unit whose ward is not known.
    NoWard,
    /// A heading, a footnote, a signature.
    NotAUnit,
}

/// Finds the unit that a subject names, in the ward of its section or of its file.
pub(super) fn resolve(register: &Register, subject: &Subject, ward: Option<UnitKey>) -> Resolved {
    let ward = subject.section.or(ward);
    if let Some((unit, index)) = by_code(register, subject) {
        let elsewhere = ward.is_some_and(|ward| register.ward_of(unit).is_some_and(|of| of != ward));
        return match other_by_name(register, subject, unit) {
            _ if elsewhere => Resolved::OtherWard(unit, index),
            Some(other) => Resolved::Unknown(vec![unit, other], index),
            None => Resolved::Unit(unit),
        };
    }
    let mut first_failure = None;
    for (index, name) in subject.names.iter().enumerate() {
        if name.written.len() > LONGEST_NAME {
            first_failure.get_or_insert(Resolved::Unknown(Vec::new(), index));
            continue;
        }
        let found = ward.map(|ward| register.find(&name.written, ward));
        match found {
            Some(UnitMatch::Unit(unit)) => return Resolved::Unit(unit),
            Some(UnitMatch::Former(unit)) => return Resolved::Former(unit, index),
            _ => {}
        }
        if let Some(unit) = register.find_ward(&name.written) {
            return Resolved::Unit(unit);
        }
        if name.certainty == Certainty::Certain || first_failure.is_none() {
            let failure = match found {
                Some(UnitMatch::OtherWard(unit)) => Resolved::OtherWard(unit, index),
                Some(UnitMatch::Unknown(nearest)) => Resolved::Unknown(nearest, index),
                _ => Resolved::NoWard,
            };
            if name.certainty == Certainty::Certain && subject.filled {
                return failure;
            }
            first_failure.get_or_insert(failure);
        }
    }
    match first_failure {
        Some(failure) if subject.filled => failure,
        _ => Resolved::NotAUnit,
    }
}

/// Returns the unit that the name beside a code stands for, when it is not the one with that code.
fn other_by_name(register: &Register, subject: &Subject, coded: UnitKey) -> Option<UnitKey> {
    let ward = register.ward_of(coded)?;
    let names = subject.names.iter().filter(|name| name.certainty == Certainty::Certain);
    let mut found = names.filter_map(|name| match register.find(&name.written, ward) {
        UnitMatch::Unit(unit) | UnitMatch::Former(unit) => Some(unit),
        UnitMatch::OtherWard(_) | UnitMatch::Unknown(_) => None,
    });
    found.find(|unit| *unit != coded)
}

/// Returns the unit whose code stands beside the name or in its place, and the name.
fn by_code(register: &Register, subject: &Subject) -> Option<(UnitKey, usize)> {
    if let Some(unit) = subject.code.as_ref().and_then(|code| register.by_code(&code.written)) {
        return Some((unit, 0));
    }
    let names = subject.names.iter().enumerate();
    let mut certain = names.filter(|(_, name)| name.certainty == Certainty::Certain);
    certain.find_map(|(index, name)| {
        let long = (SHORTEST_CODE..=LONGEST_NAME).contains(&name.written.len());
        Some((register.by_code(&name.written).filter(|_| long)?, index))
    })
}
