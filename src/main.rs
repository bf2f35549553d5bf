//! The `tdp` program.

fn main() {}
