//! Vietnamese text: the key under which two spellings of one name are the same, the nearest right word, numbers and
//! marks as people write them; legacy encodings.

mod alike;
mod beside;
mod canonical;
mod clipped;
mod counted;
mod day;
pub mod legacy;
mod mark;
mod measure;
mod nearest;
mod number;
mod one_line;
mod overwritten;

pub use self::{
    alike::{Apart, plainest, told_apart_by, unmarked},
    beside::leaves_number,
    canonical::{canonical, is_unseen, to_nfc},
    clipped::{clipped, clipped_line},
    counted::{Worded, worded},
    day::read_day,
    mark::{Mark, is_blank, is_error_value, read_mark},
    measure::Measure,
    nearest::{nearest, nearest_by},
    number::{LoneSeparator, Written, is_parted, read_number},
    one_line::one_line,
    overwritten::{Height, Overwritten, at_height, crossed_out, joins_number, overwritten},
};
