//! Typed facts: what one voice of one submission says of one criterion of one unit, with the cells it came from.

mod fact;

pub use self::fact::{Claim, Fact, Raw, Role, SourceCell, TaskState};
