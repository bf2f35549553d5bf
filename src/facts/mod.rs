//! Typed facts: what one voice of one submission says of one criterion of one unit, with the cells it came from.

mod fact;
mod source;

pub use self::{
    fact::{Claim, Fact, Raw, Role, SourceCell, TaskState},
    source::{Encoding, FileLayout, Source},
};
