//! `tdp criteria lint`: every mistake of criteria files, at its line.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::{Arg, ArgMatches, ValueHint};
use tdp::{criteria, finding::Finding, model::Language};

use super::bytes;
use crate::cli::{
    Command,
    arguments::{self, Format, Session},
    console::Console,
    language::Pick,
    on_disk,
    outcome::Outcome,
    render::{self, definitions},
    trouble::Trouble,
};

pub(super) const COMMAND: Command = Command { name: "lint", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(
            language
                .pick("Kiểm tra tệp tiêu chí và chỉ ra từng chỗ sai", "Check criteria files and show every mistake"),
        )
        .override_usage(
            language.pick("tdp criteria lint [CỜ] <TỆP_HOẶC_THƯ_MỤC>...", "tdp criteria lint [FLAGS] <PATH>..."),
        )
        .arg(
            Arg::new("files")
                .value_name(language.pick("TỆP_HOẶC_THƯ_MỤC", "PATH"))
                .help(language.pick(
                    "Tệp tiêu chí (.toml), hoặc thư mục có các tệp đó",
                    "Criteria files (.toml), or folders of them",
                ))
                .help_heading(language.pick("Tham số", "Arguments"))
                .required(true)
                .num_args(1..)
                .value_parser(on_disk::path())
                .value_hint(ValueHint::AnyPath),
        )
        .arg(arguments::format(language, &["text", "json"]))
        .arg(arguments::strict(language))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let (mut findings, mut texts) = (Vec::new(), Vec::new());
    for path in files(matches)? {
        let (file, bytes) = (path.to_string_lossy().into_owned(), bytes(&path)?);
        findings.extend(criteria::lint(&file, &bytes));
        texts.push((file, String::from_utf8_lossy(&bytes).into_owned()));
    }
    let language = session.console.language;
    match arguments::format_of(matches) {
        Format::Json => Console::print_bytes(&render::json(&json(&findings, language))?)?,
        Format::Text | Format::Csv | Format::Sarif => {
            Console::print(&definitions::text(&findings, &texts, language))?;
            Console::print(&format!("{}\n", definitions::verdict(texts.len(), &findings, language)))?;
        }
    }
    Ok(Outcome::of(&findings, arguments::strictness_of(matches)))
}

/// Returns the files named, and those of the folders named in the order of their names.
fn files(matches: &ArgMatches) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in matches.get_many::<PathBuf>("files").unwrap_or_default() {
        if path.is_dir() {
            files.extend(definitions_in(path)?);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn definitions_in(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let shown = folder.display();
    #[expect(clippy::disallowed_methods, reason = "the command line lists folders")]
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let listed = listed
        .map_err(|error| Trouble::new(say!("Không đọc được {shown}", "{shown} cannot be read")).because(error))?;
    let is_definition = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let mut files: Vec<PathBuf> = listed.iter().map(fs::DirEntry::path).filter(is_definition).collect();
    files.sort();
    if files.is_empty() {
        return Err(Trouble::new(say!("{shown} không có tệp .toml nào", "{shown} holds no .toml file")));
    }
    Ok(files)
}

fn json(findings: &[Finding], language: Language) -> serde_json::Value {
    let findings: Vec<_> = findings.iter().map(|finding| definitions::json(finding, language)).collect();
    serde_json::json!({ "schema": "tdp.lint/1", "findings": findings })
}
