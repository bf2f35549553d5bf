//! Findings in the formats for programs, also where the definitions are wrong and a command has nothing else to print.

use clap::ArgMatches;
use tdp::{model::Language, write::Told};

use super::{
    arguments::{self, Format, Session},
    console::Console,
    trouble::WrongDefinitions,
};

/// Prints findings in a format for programs; in that for people nothing.
pub(crate) fn print(format: Format, told: Told<'_>, language: Language) -> anyhow::Result<()> {
    match format {
        Format::Text => Ok(()),
        Format::Json => Console::stream(|out| tdp::write::findings_json(told, language, out)),
        Format::Sarif => Console::stream(|out| tdp::write::findings_sarif(told, language, out)),
        Format::Csv => Console::stream(|out| tdp::write::findings_csv(told, language, out)),
    }
}

/// Prints what is wrong with the definitions in the format that a command was asked for; of every other reason why it
/// could not run, and for people, nothing.
pub(crate) fn wrong_definitions(error: &anyhow::Error, matches: &ArgMatches, session: &Session) -> anyhow::Result<()> {
    let Some(wrong) = error.downcast_ref::<WrongDefinitions>() else { return Ok(()) };
    let format = arguments::format_of(innermost(matches));
    print(format, Told::of_definitions(&wrong.findings), session.console.language)
}

/// Returns the arguments of the command that runs, below those it belongs to.
fn innermost(matches: &ArgMatches) -> &ArgMatches {
    let mut innermost = matches;
    while let Some((_, below)) = innermost.subcommand() {
        innermost = below;
    }
    innermost
}
