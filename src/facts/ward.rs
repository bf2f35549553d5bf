//! The ward that a file speaks for: said on the command line or in the title block, or told by its units.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    criteria::Subject as Judged,
    layout::{Certainty, Lexicon, Name, SectionWard, Subject, Table},
    model::{CellRef, SheetKey, UnitKey},
    plan::{Level, Register, UnitMatch},
    text::canonical,
    workbook::{Sheet, Value, Workbook},
};

use super::name_beside_code::NameBesideCode;

/// Returns the ward that each table is about: the one that the title blocks of the file name; where they name several,
/// the one in the table's own block, or in that of the table above it; where none is named, the only one whose units
/// bear the names in the tables.
pub(super) fn wards_of(lexicon: &Lexicon<'_>, book: &Workbook, tables: &[Table]) -> Vec<Option<UnitKey>> {
    let register = &lexicon.rulebook().register;
    let blocks: Vec<BTreeSet<UnitKey>> = title_blocks(book, tables).map(|texts| named_in(register, texts)).collect();
    let named: BTreeSet<UnitKey> = blocks.iter().flatten().copied().collect();
    match named.into_iter().collect::<Vec<_>>().as_slice() {
        [] => vec![ward_by_units(register, tables, |_| true); tables.len()],
        [only] => vec![Some(*only); tables.len()],
        _ => by_own_block(register, tables, &blocks),
    }
}

/// Returns the ward of each table by the wards that its own title block names: several are told apart by the units.
fn by_own_block(register: &Register, tables: &[Table], blocks: &[BTreeSet<UnitKey>]) -> Vec<Option<UnitKey>> {
    let mut wards: Vec<Option<UnitKey>> = Vec::with_capacity(tables.len());
    for (index, (table, block)) in tables.iter().zip(blocks).enumerate() {
        let goes_on = index.checked_sub(1).filter(|before| tables[*before].sheet == table.sheet);
        wards.push(match block.iter().copied().collect::<Vec<_>>().as_slice() {
            [] => goes_on.and_then(|before| wards[before]),
            [only] => Some(*only),
            _ => ward_by_units(register, std::slice::from_ref(table), |ward| block.contains(&ward)),
        });
    }
    wards
}

fn named_in<'a>(register: &Register, texts: impl Iterator<Item = (CellRef, &'a str)>) -> BTreeSet<UnitKey> {
    texts.filter(|(_, text)| !names_another(text)).flat_map(|(_, text)| register.wards_named_in(text)).collect()
}

/// Words by which a title names a ward that did not send the file, canonical: whom it goes to, its neighbours.
const OF_OTHERS: [&str; 5] = ["kính gửi", "nơi nhận", "giáp ranh", "chuyển về", "chuyển đến"];

/// Returns whether a title names those to whom a file is sent, or neighbours, rather than its sender.
fn names_another(title: &str) -> bool {
    let title = canonical(title);
    OF_OTHERS.iter().any(|words| title.contains(words))
}

/// Returns, for each table, the titles in its own block that name wards, and the wards that each names.
pub(super) fn titles_with_wards<'a>(
    register: &'a Register,
    book: &'a Workbook,
    tables: &'a [Table],
) -> impl Iterator<Item = Vec<(CellRef, &'a str, Vec<UnitKey>)>> {
    title_blocks(book, tables).map(|block| {
        let titles = block.filter(|(_, text)| !names_another(text));
        let titles = titles.map(|(at, text)| (at, text, register.wards_named_in(text)));
        titles.filter(|(.., wards)| !wards.is_empty()).collect()
    })
}

/// Returns the texts of the title blocks of all tables, with their places.
pub fn titles<'a>(book: &'a Workbook, tables: &'a [Table]) -> impl Iterator<Item = (SheetKey, CellRef, &'a str)> {
    let blocks = tables.iter().zip(title_blocks(book, tables));
    blocks.flat_map(|(table, texts)| texts.map(|(at, text)| (table.sheet, at, text)))
}

/// Returns, for each table, the texts that stand above it and below the one before it on its sheet.
fn title_blocks<'a>(
    book: &'a Workbook,
    tables: &'a [Table],
) -> impl Iterator<Item = impl Iterator<Item = (CellRef, &'a str)> + use<'a>> + use<'a> {
    tables.iter().enumerate().map(move |(index, table)| {
        let before = index.checked_sub(1).map(|before| &tables[before]).filter(|before| before.sheet == table.sheet);
        let first = before.map_or(0, |before| before.range.1.row + 1);
        texts_of(&book.sheets[table.sheet.index()], first..table.range.0.row)
    })
}

/// Returns the texts in some rows of a sheet, with their places.
pub(super) fn texts_of(sheet: &Sheet, rows: Range<u32>) -> impl Iterator<Item = (CellRef, &str)> {
    let cells = if rows.is_empty() { 0..0 } else { sheet.rows(rows) };
    sheet.cells()[cells].iter().filter_map(|cell| match &cell.value {
        Value::Text(text) => Some((cell.at, &**text)),
        _ => None,
    })
}

/// Returns the only ward, of those that come into question, in which every filled row names a unit.
pub(super) fn ward_by_units(
    register: &Register,
    tables: &[Table],
    may_be: impl Fn(UnitKey) -> bool,
) -> Option<UnitKey> {
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
    let wards = register.valid().filter(|(_, unit)| unit.level == Level::Ward).map(|(key, _)| key);
    let mut fitting = wards.filter(|ward| may_be(*ward)).filter(fits);
    fitting.next().filter(|_| fitting.next().is_none())
}

/// Shorter texts in the place of a name are numbers of groups, not codes.
const SHORTEST_CODE: usize = 4;

/// Longer texts, in bytes, are prose.
pub(super) const LONGEST_NAME: usize = 400;

/// What a subject turned out to be.
#[derive(Clone, Debug)]
pub(super) enum Resolved {
    /// This unit.
    Unit(UnitKey),
    /// This unit, by the name of a predecessor.
    Former(UnitKey, usize),
    /// The unit of a code beside a name that stands for another unit, or for none.
    Contradicted(NameBesideCode),
    /// A unit of another ward.
    OtherWard(UnitKey, usize),
    /// Not a unit of the register; the nearest names.
    Unknown(Vec<UnitKey>, usize),
    /// A unit whose ward is not known.
    NoWard,
    /// A unit under or beside the name of a ward that is not in the register, named there.
    StrangeWard(CellRef),
    /// A heading, a footnote, a signature.
    NotAUnit,
}

/// Returns the ward of a subject: that of its section, else that of its table.
pub(super) fn ward_of(subject: &Subject, table: Option<UnitKey>) -> Option<UnitKey> {
    match subject.section {
        SectionWard::Unnamed => table,
        SectionWard::Known(ward) => Some(ward),
        SectionWard::Unknown(_) => None,
    }
}

/// Finds the unit that a subject names, in the ward of its section or of its file. Of the texts that may name it those
/// that name a unit of the level that is `judged` go before others: over a card stands its ward, too.
pub(super) fn resolve(register: &Register, subject: &Subject, ward: Option<UnitKey>, judged: Judged) -> Resolved {
    let ward = ward_of(subject, ward);
    if let Some((unit, index)) = by_code(register, subject) {
        let elsewhere = ward.is_some_and(|ward| register.ward_of(unit).is_some_and(|of| of != ward));
        return match NameBesideCode::contradicting(register, subject, unit) {
            _ if elsewhere => Resolved::OtherWard(unit, index),
            Some(name) => Resolved::Contradicted(name),
            None => Resolved::Unit(unit),
        };
    }
    if let SectionWard::Unknown(at) = subject.section {
        return if subject.filled { Resolved::StrangeWard(at) } else { Resolved::NotAUnit };
    }
    let may_be_ward_over_it =
        |name: &Name, unit| name.certainty == Certainty::Perhaps && register.unit(unit).level.subject() != Some(judged);
    let (mut ward_over_it, mut first_failure) = (None, None);
    for (index, name) in subject.names.iter().enumerate() {
        if name.written.len() > LONGEST_NAME {
            first_failure.get_or_insert(Resolved::Unknown(Vec::new(), index));
            continue;
        }
        let found = ward.map(|ward| register.find(&name.written, ward));
        match found {
            Some(UnitMatch::Unit(unit)) if may_be_ward_over_it(name, unit) => {
                ward_over_it.get_or_insert(unit);
                continue;
            }
            Some(UnitMatch::Unit(unit)) => return Resolved::Unit(unit),
            Some(UnitMatch::Former(unit)) => return Resolved::Former(unit, index),
            _ => {}
        }
        match register.find_ward(&name.written) {
            Some(unit) if may_be_ward_over_it(name, unit) => {
                ward_over_it.get_or_insert(unit);
                continue;
            }
            Some(unit) => return Resolved::Unit(unit),
            None => {}
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
    if let Some(unit) = ward_over_it {
        return Resolved::Unit(unit);
    }
    match first_failure {
        Some(failure) if subject.filled => failure,
        _ => Resolved::NotAUnit,
    }
}

/// Returns the unit whose code stands beside the name or in its place, and the name.
fn by_code(register: &Register, subject: &Subject) -> Option<(UnitKey, usize)> {
    codes_of(subject).find_map(|(index, code)| {
        Some((register.by_code(&code.written).or_else(|| by_code_without_zeros(register, code))?, index))
    })
}

/// Returns the code by which a subject is `unit` but for its leading zeros.
pub(super) fn code_without_zeros<'s>(register: &Register, subject: &'s Subject, unit: UnitKey) -> Option<&'s Name> {
    let mut codes = codes_of(subject).map(|(_, code)| code);
    codes.find(|code| by_code_without_zeros(register, code) == Some(unit))
}

fn by_code_without_zeros(register: &Register, code: &Name) -> Option<UnitKey> {
    register.by_code_without_zeros(&code.written).filter(|_| code.written.len() >= SHORTEST_CODE)
}

/// Returns where the code of `unit` stands by which a subject is known.
pub(super) fn place_of_code(register: &Register, subject: &Subject, unit: UnitKey) -> Option<CellRef> {
    let stands_for = |code: &Name| register.by_code(&code.written).or_else(|| by_code_without_zeros(register, code));
    codes_of(subject).map(|(_, code)| code).find(|code| stands_for(code) == Some(unit))?.at
}

/// Returns what may be a code: what stands in the column of codes, else a name long enough, each with the position of
/// the name beside it.
fn codes_of(subject: &Subject) -> impl Iterator<Item = (usize, &Name)> {
    let beside = subject.code.iter().map(|code| (0, code));
    let names = subject.names.iter().enumerate().filter(|(_, name)| {
        let long = (SHORTEST_CODE..=LONGEST_NAME).contains(&name.written.len());
        name.certainty == Certainty::Certain && long
    });
    beside.chain(names)
}
