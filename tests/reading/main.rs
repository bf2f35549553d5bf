//! Reading workbooks: what is read of sound ones, and that no file at all brings the reader down.
#![expect(clippy::unwrap_used, reason = "a test stops where it finds anything wrong")]

mod bombs;
mod hostile;
mod legacy;
mod mutations;
mod ods;
mod one_table;
mod overwritten;
mod packages;
mod xls;
mod xlsb;
mod xlsx;
