//! Bytes to sheets of cells, within limits, with absolute places.

mod sheet;

pub use self::sheet::{Cell, Format, Sheet, Value, Workbook};
