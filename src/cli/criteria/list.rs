//! `tdp criteria list`: the sets of the workspace and those built in.

use clap::ArgMatches;
use tdp::{criteria::Provenance, model::Language};

use super::{Known, known};
use crate::cli::{
    Command,
    arguments::{self, Format, Session},
    console::Console,
    language::Pick,
    outcome::Outcome,
    render::{self, plain, table},
};

pub(super) const COMMAND: Command = Command { name: "list", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick("Liệt kê các bộ tiêu chí hiện có", "List the criteria sets at hand"))
        .arg(arguments::format(language, &["text", "json"]))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let known = known(session)?;
    let console = session.console;
    match arguments::format_of(matches) {
        Format::Json => Console::print_bytes(&render::json(&json(&known))?)?,
        _ => Console::print(&table::text(&known.iter().map(|known| row(known, console.language)).collect::<Vec<_>>()))?,
    }
    Ok(Outcome::Fine)
}

fn row(known: &Known, language: Language) -> Vec<String> {
    let set = &known.set;
    let provenance = match set.provenance {
        Provenance::Official => language.pick("chính thức", "official"),
        Provenance::Modelled => language.pick("mô phỏng", "modelled"),
    };
    let count = set.top_level().count();
    let count = match language {
        Language::Vietnamese => format!("{count} tiêu chí"),
        Language::English => format!("{count} criteria"),
    };
    let from = known.file.clone().unwrap_or_else(|| language.pick("có sẵn", "built in").to_owned());
    vec![set.reference(), from, provenance.to_owned(), count, plain(&set.title)]
}

fn json(known: &[Known]) -> serde_json::Value {
    let sets: Vec<_> = known
        .iter()
        .map(|Known { set, file }| {
            serde_json::json!({
                "id": set.id, "version": set.version.to_string(), "title": set.title, "issuer": set.issuer,
                "provenance": set.provenance, "file": file, "criteria": set.top_level().count(), "digest": set.digest,
            })
        })
        .collect();
    serde_json::json!({ "schema": "tdp.criteria-sets/1", "sets": sets })
}
