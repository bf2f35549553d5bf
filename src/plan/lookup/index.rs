//! The names of a register by the unit within which they are looked for, made once.

use rustc_hash::FxHashMap;

use super::{heirs::Heirs, name::Name, places, wards::WardNames};
use crate::{
    model::UnitKey,
    plan::{Level, Register, Unit, register::KINDS},
};

/// Units by name.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct NameIndex {
    entries: Vec<Entry>,
    /// The names known within a unit: in a ward its groups, in a city its wards.
    scopes: FxHashMap<UnitKey, Scope>,
    /// The names of all groups by core.
    groups: FxHashMap<String, Vec<usize>>,
    /// How wards and units above them are written behind a name.
    places: FxHashMap<UnitKey, Vec<String>>,
    /// What units that do not exist on the day stand for.
    heirs: FxHashMap<UnitKey, Vec<UnitKey>>,
    /// The names of wards.
    pub(super) wards: WardNames,
}

#[derive(Clone, Debug, Default)]
struct Scope {
    all: Vec<usize>,
    by_core: FxHashMap<String, Vec<usize>>,
}

/// A name that a unit has or had.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: Name,
    /// Whether it is the name of a unit of the plan, or of one that such a unit came from or went over into.
    pub(super) standing: Standing,
    /// The units of the plan that it stands for; never empty.
    pub(super) units: Vec<UnitKey>,
    /// The level of the unit.
    pub(super) level: Level,
}

/// Whose name it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Standing {
    /// That of a unit of the plan.
    Current,
    /// That of its predecessor or successor.
    Former,
}

impl NameIndex {
    /// Indexes the units of `register`.
    pub(in crate::plan) fn new(register: &Register) -> Self {
        let mut index = Self::default();
        let heirs = Heirs::new(register);
        for (key, unit) in register.all() {
            if unit.level < Level::Group {
                index.insert_places(key, unit);
            }
            let units = heirs.of(key);
            if units.is_empty() {
                continue;
            }
            let standing = if units == [key] { Standing::Current } else { Standing::Former };
            for name in std::iter::once(&unit.name).chain(&unit.aliases) {
                let name = named(name, unit);
                index.insert(register, Entry { name, standing, units: units.clone(), level: unit.level });
            }
            index.heirs.insert(key, units);
        }
        index
    }

    fn insert_places(&mut self, key: UnitKey, unit: &Unit) {
        let forms = places::forms(unit);
        if unit.level < Level::Ward {
            self.wards.insert_above(&forms);
        }
        self.places.insert(key, forms);
    }

    fn insert(&mut self, register: &Register, entry: Entry) {
        let at = self.entries.len();
        let mut scopes: Vec<UnitKey> = entry.units.iter().flat_map(|unit| scopes(register, *unit)).collect();
        scopes.sort();
        scopes.dedup();
        for scope in scopes {
            let scope = self.scopes.entry(scope).or_default();
            scope.all.push(at);
            scope.by_core.entry(entry.name.core.clone()).or_default().push(at);
        }
        match entry.level {
            Level::Group => self.groups.entry(entry.name.core.clone()).or_default().push(at),
            Level::Ward => self.wards.insert(&entry),
            Level::City | Level::District | Level::Agency => {}
        }
        self.entries.push(entry);
    }

    /// Returns the names within `scope` whose core is `core`, in register order.
    pub(super) fn within(&self, scope: UnitKey, core: &str) -> impl Iterator<Item = &Entry> {
        let found = self.scopes.get(&scope).and_then(|scope| scope.by_core.get(core));
        found.into_iter().flatten().map(|at| &self.entries[*at])
    }

    /// Returns every name within `scope`, in register order.
    pub(super) fn all_within(&self, scope: UnitKey) -> impl Iterator<Item = &Entry> {
        self.scopes.get(&scope).into_iter().flat_map(|scope| &scope.all).map(|at| &self.entries[*at])
    }

    /// Returns the names of groups of any ward whose core is `core`, in register order.
    pub(super) fn anywhere(&self, core: &str) -> impl Iterator<Item = &Entry> {
        self.groups.get(core).into_iter().flatten().map(|at| &self.entries[*at])
    }

    /// Returns how `unit` is written behind a name; nothing for groups.
    pub(super) fn places(&self, unit: UnitKey) -> &[String] {
        self.places.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// Returns how the units above wards are written behind a name.
    pub(super) fn places_above_wards(&self) -> &[String] {
        self.wards.above()
    }

    /// Returns the units of the plan that `unit` stands for.
    pub(super) fn heirs(&self, unit: UnitKey) -> &[UnitKey] {
        self.heirs.get(&unit).map_or(&[], Vec::as_slice)
    }
}

/// Takes the name of `unit` apart; where it does not say its kind, the unit's kind is meant.
fn named(name: &str, unit: &Unit) -> Name {
    let mut name = Name::new(name);
    if name.kinds.is_empty() {
        let kind = crate::text::canonical(&unit.kind);
        name.kinds.extend(KINDS.iter().position(|known| known.words.contains(&kind.as_ref())));
    }
    name
}

/// Returns the units within which the name of `unit` is looked for: for a group those up to its ward, for others
/// every unit above and the unit itself, which a sheet about it may name.
fn scopes(register: &Register, unit: UnitKey) -> Vec<UnitKey> {
    if register.unit(unit).level != Level::Group {
        return register.chain(unit).collect();
    }
    let ward = register.ward_of(unit);
    let mut scopes: Vec<UnitKey> = register.chain(unit).skip(1).take_while(|above| Some(*above) != ward).collect();
    scopes.extend(ward);
    scopes
}
