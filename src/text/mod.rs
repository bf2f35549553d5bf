//! Vietnamese text: the key under which two spellings of one name are the same, and the nearest right word.

mod canonical;
mod nearest;

pub use self::{
    canonical::{canonical, to_nfc},
    nearest::{nearest, nearest_by},
};
