//! What stands after all submissions are seen together: one fact a unit, criterion and voice.

mod evidence;

pub use self::evidence::Evidence;
