//! The words of the field: exact quantities, verdicts, voices, places. Imports nothing else of this crate.

mod comma;
mod decimal;
mod key;
mod message;
mod place;
mod quantity;
mod ratio;
mod stamp;
mod sum;
mod verdict;
mod voice;

pub use self::{
    comma::with_comma,
    decimal::{Decimal, NotADecimal},
    key::{CriterionKey, FileKey, SheetKey, UnitKey},
    message::{Language, Message},
    place::{CellPlace, CellRef, NotAnAddress},
    quantity::Quantity,
    ratio::Ratio,
    stamp::APPENDICES_STAMP,
    sum::Sum,
    verdict::{Outcome, Target, Transition, Verdict},
    voice::Voice,
};

pub(crate) use self::message::say;
