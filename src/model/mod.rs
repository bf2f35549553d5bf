//! The words of the field: exact quantities, verdicts, voices, places. Imports nothing else of this crate.

mod decimal;
mod digest;
mod key;
mod message;
mod place;
mod quantity;
mod ratio;
mod roman;
mod spelled;
mod stamp;
mod sum;
mod verdict;
mod voice;
mod wide;

pub use self::{
    decimal::{Decimal, NotADecimal},
    digest::digest,
    key::{CriterionKey, FileKey, SheetKey, UnitKey},
    message::{Language, Message, phrase, say},
    place::{CellPlace, CellRef, NotAnAddress},
    quantity::Quantity,
    ratio::Ratio,
    roman::roman,
    spelled::{printed, spelled, with_comma},
    stamp::{
        AGENCY_STAMP, APPENDICES_LINE, APPENDICES_STAMP, CRITERIA_STAMP, EVIDENCE_HEADING, FORMER_HEADING, LIST_LINE,
        MADE_FOR_AGENCY, MADE_FROM, NOTE_OPENING, NOTE_RULE, PLAN_STAMP, RECEIPT_STAMP, REPORT_DIGEST, REPORT_STAMP,
        SELF_HEADING, WARD_HEADING, WARD_STAMP,
    },
    sum::Sum,
    verdict::{Outcome, Target, Transition, Verdict},
    voice::{Appraiser, Speaking, Voice},
};
