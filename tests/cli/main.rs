//! The command line as people and scripts meet it: what is printed where, and the exit codes.

#![allow(clippy::disallowed_methods, reason = "the tests make files and read them")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod annotate;
mod comparisons;
mod definitions;
#[path = "../document/mod.rs"]
mod document;
mod filling;
mod forms;
mod harness;
mod help;
mod importing;
mod language;
mod outputs;
mod receipt;
mod reports;
mod results;
mod templates;
mod workspaces;
