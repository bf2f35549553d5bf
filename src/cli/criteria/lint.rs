//! `tdp criteria lint`: every mistake of criteria files, at its line.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, ValueHint, value_parser};
use tdp::{criteria, finding::Finding, model::Language};

use super::bytes;
use crate::cli::{
    Command,
    arguments::{self, Format, Session},
    console::Console,
    language::Pick,
    outcome::Outcome,
    render::{self, definitions},
};

pub(super) const COMMAND: Command = Command { name: "lint", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(
            language
                .pick("Kiểm tra tệp tiêu chí và chỉ ra từng chỗ sai", "Check criteria files and show every mistake"),
        )
        .override_usage(language.pick("tdp criteria lint [CỜ] <TỆP>...", "tdp criteria lint [FLAGS] <FILE>..."))
        .arg(
            Arg::new("files")
                .value_name(language.pick("TỆP", "FILE"))
                .help(language.pick("Tệp tiêu chí (.toml)", "Criteria files (.toml)"))
                .help_heading(language.pick("Tham số", "Arguments"))
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath),
        )
        .arg(arguments::format(language, &["text", "json"]))
        .arg(arguments::strict(language))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let (mut findings, mut texts) = (Vec::new(), Vec::new());
    for path in matches.get_many::<PathBuf>("files").unwrap_or_default() {
        let (file, bytes) = (path.to_string_lossy().into_owned(), bytes(path)?);
        findings.extend(criteria::lint(&file, &bytes));
        texts.push((file, String::from_utf8_lossy(&bytes).into_owned()));
    }
    let language = session.console.language;
    match arguments::format_of(matches) {
        Format::Json => Console::print_bytes(&render::json(&json(&findings, language))?)?,
        Format::Text | Format::Csv => {
            Console::print(&definitions::text(&findings, &texts, language))?;
            Console::print(&format!("{}\n", definitions::verdict(texts.len(), &findings, language)))?;
        }
    }
    Ok(Outcome::of(&findings, arguments::strictness_of(matches)))
}

fn json(findings: &[Finding], language: Language) -> serde_json::Value {
    let findings: Vec<_> = findings.iter().map(|finding| definitions::json(finding, language)).collect();
    serde_json::json!({ "schema": "tdp.lint/1", "findings": findings })
}
