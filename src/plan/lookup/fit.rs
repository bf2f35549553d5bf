//! How many units a written name fits, and in what way.

use super::{
    index::{Entry, Standing},
    name::Name,
};
use crate::{
    model::UnitKey,
    plan::{Level, UnitMatch},
};

/// In what way a written name fits a name of the register.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Likeness {
    /// Letter by letter, canonically.
    Whole,
    /// But for "số", leading zeros and shorter words for the same kind.
    KindAndCore,
    /// But for the kind altogether.
    Core,
}

impl Likeness {
    /// Returns whether a name written within `scope` fits the name of the register.
    pub(super) fn holds(self, written: &Name, entry: &Entry, scope: UnitKey) -> bool {
        match self {
            Self::Whole => written.canonical == entry.name.canonical,
            Self::KindAndCore => written.kinds == entry.name.kinds,
            // "Tổ Đoàn Kết" is never phường Đoàn Kết; a ward within itself is named in full.
            Self::Core if entry.level == Level::Group => {
                !written.may_be_area && written.level().is_none_or(|level| level == Level::Group)
            }
            Self::Core => written.kinds.is_empty() && entry.units != [scope],
        }
    }
}

/// How many units of the plan fit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Fit {
    None,
    One(UnitKey, Standing),
    Several(Vec<UnitKey>),
}

impl Fit {
    /// Counts `units`.
    pub(super) fn of(units: impl Iterator<Item = UnitKey>, standing: Standing) -> Self {
        let mut units: Vec<UnitKey> = units.collect();
        units.sort();
        units.dedup();
        match units.as_slice() {
            [] => Self::None,
            [unit] => Self::One(*unit, standing),
            _ => Self::Several(units),
        }
    }

    /// Returns the units that fit.
    pub(super) fn units(&self) -> &[UnitKey] {
        match self {
            Self::None => &[],
            Self::One(unit, _) => std::slice::from_ref(unit),
            Self::Several(units) => units,
        }
    }

    /// Returns this, or what `next` finds where nothing fits.
    pub(super) fn or_else(self, next: impl FnOnce() -> Self) -> Self {
        if self == Self::None { next() } else { self }
    }

    /// Holds what fits in one way against what fits in another, equally sure: different units are several.
    pub(super) fn against(self, other: Self) -> Self {
        if other == Self::None || self.units() == other.units() {
            self
        } else if self == Self::None {
            other
        } else {
            Self::of(self.units().iter().chain(other.units()).copied(), Standing::Former)
        }
    }

    /// Returns the unit that fits alone.
    pub(super) fn only(&self) -> Option<UnitKey> {
        match self {
            Self::One(unit, _) => Some(*unit),
            Self::None | Self::Several(_) => None,
        }
    }

    /// Returns the answer.
    pub(super) fn found(self) -> UnitMatch {
        match self {
            Self::None => UnitMatch::Unknown(Vec::new()),
            Self::One(unit, Standing::Current) => UnitMatch::Unit(unit),
            Self::One(unit, Standing::Former) => UnitMatch::Former(unit),
            Self::Several(units) => UnitMatch::Unknown(units),
        }
    }
}
