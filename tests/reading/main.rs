//! Reading workbooks: what is read of sound ones, and that no file at all brings the reader down.

mod hostile;
mod mutations;
mod packages;
mod xlsx;
