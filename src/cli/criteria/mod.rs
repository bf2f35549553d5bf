//! `tdp criteria`: the criteria sets, and whether they are right.

mod diff;
mod import;
mod lint;
mod list;
mod schema;
mod show;

use std::path::Path;

use clap::ArgMatches;
use tdp::{
    criteria::{self, CriteriaSet},
    model::Language,
};

use super::{
    Command,
    arguments::Session,
    inputs,
    language::Pick,
    on_disk,
    outcome::Outcome,
    trouble::{Trouble, WrongDefinitions},
    usage, workspace,
};

pub(super) const COMMAND: Command = Command { name: "criteria", define, run };

/// The commands below `tdp criteria`, in the order of the help.
static COMMANDS: &[&Command] =
    &[&list::COMMAND, &show::COMMAND, &lint::COMMAND, &diff::COMMAND, &import::COMMAND, &schema::COMMAND];

/// The largest criteria file that is read.
const MOST_BYTES: u64 = 20 << 20;

fn define(language: Language, command: clap::Command) -> clap::Command {
    let command = command
        .about(language.pick(
            "Xem, kiểm tra, so sánh và nhập các bộ tiêu chí",
            "List, show, check, compare and import criteria sets",
        ))
        .override_usage(language.pick("tdp criteria [CỜ] <LỆNH>", "tdp criteria [FLAGS] <COMMAND>"))
        .subcommand_required(true);
    COMMANDS.iter().fold(command, |command, inner| command.subcommand(usage::defined(inner, language, "tdp criteria")))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    match matches.subcommand() {
        Some((name, matches)) => match COMMANDS.iter().find(|command| command.name == name) {
            Some(command) => (command.run)(matches, session),
            None => Ok(Outcome::Fine),
        },
        None => Ok(Outcome::Fine),
    }
}

/// A set, and where it comes from.
struct Known {
    set: CriteriaSet,
    /// Its file in the workspace; a built-in set has none.
    file: Option<String>,
}

/// Returns the sets at hand: the workspace's own first, then the built-in ones.
///
/// # Errors
/// The mistakes of the workspace's own sets.
fn known(session: &Session) -> anyhow::Result<Vec<Known>> {
    let root = session.folder();
    let mut known = Vec::new();
    for file in workspace::own_sets(root) {
        known.push(Known { set: parsed(&root.join(&file), &file)?, file: Some(file) });
    }
    let built_in = criteria::built_in().filter_map(|(name, bytes)| criteria::parse(name, bytes).ok());
    // A copy of a built-in set in the workspace stands for both.
    let built_in: Vec<_> = built_in.filter(|set| !known.iter().any(|own| own.set.digest == set.digest)).collect();
    known.extend(built_in.into_iter().map(|set| Known { set, file: None }));
    Ok(known)
}

/// Finds the set that `name` stands for: a file, `id@version`, or an id, whose latest version is meant.
fn named(name: &str, session: &Session) -> anyhow::Result<CriteriaSet> {
    let path = on_disk::on_disk(Path::new(name));
    if path.is_file() {
        return parsed(&path, name);
    }
    let known = known(session)?;
    let references: Vec<String> = known.iter().map(|known| known.set.reference()).collect();
    let exact = known.iter().find(|known| known.set.reference() == name);
    let latest = || known.iter().filter(|known| known.set.id == name).max_by_key(|known| known.set.version);
    match exact.or_else(latest) {
        Some(known) => Ok(known.set.clone()),
        None => Err(unknown(name, &references).into()),
    }
}

fn unknown(name: &str, known: &[String]) -> Trouble {
    let known = known.join(", ");
    Trouble::new(say!("Không có bộ tiêu chí \"{name}\"", "There is no criteria set \"{name}\""))
        .helped_by(say!("Các bộ hiện có: {known}", "Sets at hand: {known}"))
}

/// Reads the set in `path`; its mistakes name the file `shown`.
fn parsed(path: &Path, shown: &str) -> anyhow::Result<CriteriaSet> {
    let bytes = bytes(path)?;
    criteria::parse(shown, &bytes).map_err(|findings| {
        let texts = vec![(shown.to_owned(), String::from_utf8_lossy(&bytes).into_owned())];
        WrongDefinitions { findings, texts }.into()
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    let shown = path.display();
    inputs::read(path, MOST_BYTES)
        .map_err(|error| Trouble::new(say!("Không đọc được {shown}", "{shown} cannot be read")).because(error))
}
