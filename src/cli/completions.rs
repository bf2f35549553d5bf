//! `tdp completions`: what a shell needs to complete the command line.

use clap::{Arg, ArgMatches, value_parser};
use clap_complete::Shell;
use tdp::model::Language;

use super::{Command, arguments::Session, console::Console, language::Pick, outcome::Outcome, usage};

pub(super) const COMMAND: Command = Command { name: "completions", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick(
            "In tệp gợi ý lệnh cho bash, zsh, fish, PowerShell hoặc elvish",
            "Print completions for bash, zsh, fish, PowerShell or elvish",
        ))
        .override_usage(language.pick("tdp completions <VỎ>", "tdp completions <SHELL>"))
        .arg(
            Arg::new("shell")
                .value_name(language.pick("VỎ", "SHELL"))
                .help("bash, zsh, fish, powershell, elvish")
                .help_heading(language.pick("Tham số", "Arguments"))
                .required(true)
                .value_parser(value_parser!(Shell))
                .hide_possible_values(true),
        )
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    if let Some(&shell) = matches.get_one::<Shell>("shell") {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut usage::root(session.console.language), "tdp", &mut script);
        Console::print_bytes(&script)?;
    }
    Ok(Outcome::Fine)
}
