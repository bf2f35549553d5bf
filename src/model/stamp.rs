//! By what the program knows the workbooks that it made itself.

/// The custom property, name and value, of a workbook of appendices, so that it is never read as if a ward had sent it.
pub const APPENDICES_STAMP: (&str, &str) = ("tdp", "phu-luc");
