//! The wards' own workbooks given back: what is marked, and that nothing else is changed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::string_slice, reason = "the places were found in the same text")]

mod again;
mod book;
mod formats;
mod marks;
mod noted;
mod unusual;
