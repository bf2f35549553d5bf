//! The register of units: city, wards, groups, through time.

mod codes;
mod consistency;
mod draft;
mod kind;
mod link;
mod parse;
mod zeros;

use chrono::NaiveDate;

use super::lookup::NameIndex;
use crate::model::UnitKey;

pub use self::parse::parse_register;
pub(crate) use self::zeros::{restored, tell_once};
pub(super) use self::{
    codes::{CodeIndex, CodeMatch},
    kind::KINDS,
    link::unknown_code,
};

/// A unit of the register.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Official code: `03389.003`.
    pub code: String,
    /// Name: `Bản Gia Khâu`.
    pub name: String,
    /// Kind as the register spells it: `tổ dân phố`.
    pub kind: String,
    /// The level that its kind belongs to.
    pub level: Level,
    /// The unit it belongs to.
    pub parent: Option<UnitKey>,
    /// Area, for criteria that differ by area.
    pub area: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// First day of its existence.
    pub valid_from: Option<NaiveDate>,
    /// Last day of its existence.
    pub valid_to: Option<NaiveDate>,
    /// The units that it came from.
    pub succeeds: Vec<UnitKey>,
}

impl Unit {
    /// Returns whether the unit exists on `day`.
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// What a kind of unit is in the administrative order.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// Tỉnh, thành phố: whoever consolidates.
    City,
    /// Quận, huyện, thị xã: between city and ward.
    District,
    /// Phường, xã, thị trấn, đặc khu.
    Ward,
    /// Tổ dân phố, bản, thôn and the like.
    Group,
    /// Cơ quan chuyên môn, for plans whose criteria agencies answer.
    Agency,
}

/// The register of a plan: every unit ever named, and which of them exist for the plan.
#[derive(Clone, Debug)]
pub struct Register {
    /// Units in file order; a [`UnitKey`] is a position here.
    units: Vec<Unit>,
    /// The day as of which the register is taken.
    on: NaiveDate,
    /// Units by code.
    pub(super) codes: CodeIndex,
    /// Units by name.
    pub(super) names: NameIndex,
}

/// What a written name or code stands for, within a ward.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum UnitMatch {
    /// Exactly this unit, by code, name or alias.
    Unit(UnitKey),
    /// The unit that stands for it in this plan: the name is that of a predecessor or, later, of a successor (TDP115).
    Former(UnitKey),
    /// A unit, but of another ward (TDP112).
    OtherWard(UnitKey),
    /// Several units fit, or none; the nearest names, best first (TDP111).
    Unknown(Vec<UnitKey>),
}

impl Register {
    /// Returns the unit at `key`.
    pub fn unit(&self, key: UnitKey) -> &Unit {
        &self.units[key.index()]
    }

    /// Returns every unit with its key, in register order, whether it exists for the plan or not.
    pub fn all(&self) -> impl Iterator<Item = (UnitKey, &Unit)> {
        self.units.iter().enumerate().map(|(index, unit)| (UnitKey::new(index), unit))
    }

    /// Returns the day as of which the register is taken.
    pub fn on(&self) -> NaiveDate {
        self.on
    }

    /// Returns every unit that exists for the plan, in register order.
    pub fn valid(&self) -> impl Iterator<Item = (UnitKey, &Unit)> {
        self.all().filter(|(_, unit)| unit.exists_on(self.on))
    }

    /// Returns every unit of `level` that exists for the plan, in register order: those that are judged.
    pub fn judged(&self, level: Level) -> impl Iterator<Item = (UnitKey, &Unit)> {
        self.valid().filter(move |(_, unit)| unit.level == level)
    }

    /// Returns the nearest unit at or above `key` that is of `level`.
    pub fn above(&self, key: UnitKey, level: Level) -> Option<UnitKey> {
        self.chain(key).find(|unit| self.unit(*unit).level == level)
    }

    /// Returns the unit, then the one it belongs to, and so on up.
    pub fn chain(&self, key: UnitKey) -> impl Iterator<Item = UnitKey> {
        std::iter::successors(Some(key), |unit| self.unit(*unit).parent)
    }

    /// Returns the ward that the unit is or belongs to.
    pub fn ward_of(&self, key: UnitKey) -> Option<UnitKey> {
        self.above(key, Level::Ward)
    }

    /// Makes the names of the units findable.
    fn indexed(self) -> Self {
        let names = NameIndex::new(&self);
        Self { names, ..self }
    }
}
