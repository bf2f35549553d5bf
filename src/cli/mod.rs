//! The command line: the only code that knows clap, prints, reads files, the clock and the environment.

/// The library's [`tdp::model::say`], for every module below without an import.
macro_rules! say {
    ($($sentences:tt)*) => { tdp::model::say!($($sentences)*) };
}

/// The library's [`tdp::model::phrase`], likewise.
macro_rules! phrase {
    ($($words:tt)*) => { tdp::model::phrase!($($words)*) };
}

mod aggregate;
mod annotated;
mod apart;
mod arguments;
mod assess;
mod completeness;
mod completions;
mod console;
mod criteria;
mod explain;
mod init;
mod inputs;
mod language;
mod man;
mod named_files;
mod not_yet;
mod on_disk;
mod one_book;
mod outcome;
mod output_file;
mod outputs;
mod programs;
mod receipts;
mod render;
mod report;
mod report_file;
mod score;
mod shell;
mod show;
mod staged;
mod template;
mod trouble;
mod usage;
mod validate;
mod workspace;
mod written;

use std::{env, ffi::OsString, process::ExitCode};

use clap::ArgMatches;
use tdp::model::Language;

use self::{arguments::Session, outcome::Outcome};

/// A command: its name, its arguments and help in a language, and what it does.
pub(crate) struct Command {
    /// The word on the command line.
    pub(crate) name: &'static str,
    /// Its arguments and help.
    pub(crate) define: fn(Language, clap::Command) -> clap::Command,
    /// Runs it.
    pub(crate) run: fn(&ArgMatches, &Session) -> anyhow::Result<Outcome>,
}

/// Every command, in the order of the help.
static COMMANDS: &[&Command] = &[
    &init::COMMAND,
    &template::COMMAND,
    &validate::COMMAND,
    &score::COMMAND,
    &aggregate::COMMAND,
    &report::COMMAND,
    &show::COMMAND,
    &explain::COMMAND,
    &criteria::COMMAND,
    &completions::COMMAND,
    &man::COMMAND,
];

/// Runs the program: 0 nothing wrong, 1 ran to the end and found errors, 2 could not run.
pub(crate) fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let language = language::decide(&arguments);
    let matches = match usage::root(language).try_get_matches_from(asking_for_help(arguments)) {
        Ok(matches) => matches,
        Err(error) => return usage::refused(&error, language),
    };
    let session = Session::new(&matches, language);
    let run = |command: &Command, matches: &ArgMatches| {
        (command.run)(matches, &session).or_else(|error| {
            programs::wrong_definitions(&error, matches, &session)?;
            Err(error)
        })
    };
    let done = match matches.subcommand() {
        Some((name, matches)) => COMMANDS.iter().find(|command| command.name == name).map(|c| run(c, matches)),
        None => None,
    };
    match done {
        Some(Ok(outcome)) => outcome.into(),
        Some(Err(error)) => trouble::could_not_run(&error, session.console),
        None => usage::without_command(language),
    }
}

/// Takes `tdp help score` for `tdp score --help`, as people write both.
fn asking_for_help(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}
