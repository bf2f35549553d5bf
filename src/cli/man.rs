//! `tdp man`: the manual page, made from the same definitions as the help.

use clap::ArgMatches;
use clap_mangen::roff::{Roff, bold, italic, roman};
use tdp::model::Language;

use super::{Command, arguments::Session, console::Console, language::Pick, outcome::Outcome, usage};

pub(super) const COMMAND: Command = Command { name: "man", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick("In trang hướng dẫn để xem bằng lệnh man", "Print the manual page"))
        .override_usage(language.pick("tdp man > tdp.1", "tdp man > tdp.1"))
}

fn run(_: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    Console::print_bytes(page(session.console.language).as_bytes())?;
    Ok(Outcome::Fine)
}

/// Sets the whole command tree as one page.
fn page(language: Language) -> String {
    let mut root = usage::root(language);
    root.build();
    let mut roff = Roff::new();
    roff.control("TH", ["tdp", "1", "", concat!("tdp ", env!("CARGO_PKG_VERSION"))]);
    heading(&mut roff, language.pick("TÊN", "NAME"));
    roff.text([roman(format!("tdp - {}", about(&root)))]);
    heading(&mut roff, language.pick("CÁCH DÙNG", "SYNOPSIS"));
    roff.text([bold(language.pick("tdp [CỜ] <LỆNH>", "tdp [FLAGS] <COMMAND>"))]);
    heading(&mut roff, language.pick("CỜ CHUNG", "GLOBAL FLAGS"));
    arguments(&mut roff, root.get_arguments());
    heading(&mut roff, language.pick("LỆNH", "COMMANDS"));
    for command in root.get_subcommands() {
        section(&mut roff, command, "tdp");
    }
    heading(&mut roff, language.pick("MÃ THOÁT", "EXIT STATUS"));
    if let Some(after) = root.get_after_help() {
        roff.text([roman(after.to_string())]);
    }
    roff.to_roff()
}

fn heading(roff: &mut Roff, text: &str) {
    roff.control("SH", [text]);
}

fn section(roff: &mut Roff, command: &clap::Command, above: &str) {
    let name = format!("{above} {}", command.get_name());
    roff.control("SS", [name.as_str()]);
    roff.text([roman(about(command))]);
    arguments(roff, command.get_arguments().filter(|argument| !argument.is_global_set()));
    for command in command.get_subcommands() {
        section(roff, command, &name);
    }
}

fn arguments<'a>(roff: &mut Roff, arguments: impl Iterator<Item = &'a clap::Arg>) {
    for argument in arguments.filter(|argument| !argument.is_hide_set()) {
        roff.control("TP", []);
        let mut head = Vec::new();
        let names = [
            argument.get_short().map(|short| format!("-{short}")),
            argument.get_long().map(|long| format!("--{long}")),
        ];
        let names: Vec<String> = names.into_iter().flatten().collect();
        head.push(bold(names.join(", ")));
        if let Some(value) = argument.get_value_names().filter(|_| argument.get_action().takes_values()) {
            let gap = if names.is_empty() { "" } else { " " };
            head.push(italic(format!("{gap}{}", value.join(" "))));
        }
        roff.text(head);
        roff.text([roman(argument.get_help().map(ToString::to_string).unwrap_or_default())]);
    }
}

fn about(command: &clap::Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}
