//! How a written name or code finds its unit.

mod anywhere;
mod fit;
mod heirs;
mod index;
mod name;
mod places;
mod unit;
mod wards;
mod words;

pub(super) use self::index::NameIndex;
pub use self::wards::is_called_ward;
