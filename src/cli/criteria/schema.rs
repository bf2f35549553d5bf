//! `tdp criteria schema`: the JSON Schema of criteria files, for editors.

use clap::ArgMatches;
use tdp::model::Language;

use crate::cli::{Command, arguments::Session, console::Console, language::Pick, outcome::Outcome, render};

pub(super) const COMMAND: Command = Command { name: "schema", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command.about(language.pick(
        "In lược đồ JSON của tệp tiêu chí, cho trình soạn thảo",
        "Print the JSON Schema of criteria files, for editors",
    ))
}

fn run(_: &ArgMatches, _: &Session) -> anyhow::Result<Outcome> {
    Console::print_bytes(&render::json(&tdp::criteria::json_schema())?)?;
    Ok(Outcome::Fine)
}
