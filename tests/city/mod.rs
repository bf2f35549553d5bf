//! Cities made up for the tests: what is true of them, and the workbooks that their wards write about it.

pub(crate) mod card;
pub(crate) mod draw;
pub(crate) mod exact;
pub(crate) mod lai_chau;
pub(crate) mod matrix;
pub(crate) mod paper;
pub(crate) mod register;
pub(crate) mod rules;
pub(crate) mod scaled;
pub(crate) mod truth;
