//! `tdp explain`: what a finding means, why, how to mend it.

use std::fmt::Write as _;

use clap::{Arg, ArgMatches};
use tdp::{
    finding::{Code, codes},
    model::Language,
    text::nearest,
};

use super::{
    Command,
    arguments::{self, Format, Session},
    console::Console,
    language::Pick,
    outcome::Outcome,
    render::{palette, table},
    trouble::Trouble,
};

pub(super) const COMMAND: Command = Command { name: "explain", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick(
            "Giải thích một mã như TDP113: nghĩa là gì, vì sao, sửa thế nào",
            "Explain a code such as TDP113: what it means, why, how to mend it",
        ))
        .override_usage(language.pick("tdp explain [CỜ] [MÃ]...", "tdp explain [FLAGS] [CODE]..."))
        .arg(
            Arg::new("codes")
                .value_name(language.pick("MÃ", "CODE"))
                .help(language.pick(
                    "TDP113, hoặc duplicate-unit [không nêu: liệt kê mọi mã]",
                    "TDP113, or duplicate-unit [unless named: lists every code]",
                ))
                .help_heading(language.pick("Tham số", "Arguments"))
                .num_args(0..),
        )
        .arg(arguments::format(language, &["text", "json"]))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let names: Vec<&String> = matches.get_many("codes").unwrap_or_default().collect();
    let asked =
        names.iter().map(|name| codes::find(name).ok_or_else(|| unknown(name))).collect::<Result<Vec<_>, _>>()?;
    let language = session.console.language;
    match (arguments::format_of(matches), asked.is_empty()) {
        (Format::Json, true) => Console::print_bytes(&json(codes::ALL)?)?,
        (Format::Json, false) => Console::print_bytes(&json(&asked)?)?,
        (_, true) => Console::print(&list(language))?,
        (_, false) => Console::print(&pages(&asked, language))?,
    }
    Ok(Outcome::Fine)
}

fn unknown(name: &str) -> Trouble {
    let help = match near(name) {
        Some(near) => say!(
            "Mã gần nhất là {near}; xem mọi mã bằng tdp explain",
            "The nearest is {near}; tdp explain lists every code"
        ),
        None => say!("Xem mọi mã bằng tdp explain", "See every code with tdp explain"),
    };
    Trouble::new(say!("Không có mã \"{name}\"", "There is no code \"{name}\"")).helped_by(help)
}

/// Returns the name that `name` is a slip for. Numbers are never near one another: that their digits are alike says
/// nothing of what they mean.
fn near(name: &str) -> Option<&'static str> {
    nearest(name, codes::ALL.iter().map(|code| code.name)).first().copied()
}

fn list(language: Language) -> String {
    let rows = codes::ALL.iter().map(|code| {
        vec![code.number.to_owned(), super::render::severity(code.severity, language).to_owned(), title(code, language)]
    });
    table::text(&rows.collect::<Vec<_>>())
}

fn title(code: &Code, language: Language) -> String {
    code.page(language).lines().next().unwrap_or_default().trim_start_matches('#').trim().to_owned()
}

fn pages(codes: &[&Code], language: Language) -> String {
    let mut text = String::new();
    for (index, code) in codes.iter().enumerate() {
        let (bold, colour) = (palette::HEADING, palette::of(code.severity));
        let severity = super::render::severity(code.severity, language);
        let gap = if index == 0 { "" } else { "\n" };
        let _ = writeln!(text, "{gap}{bold}{}{bold:#} ({}, {colour}{severity}{colour:#})", code.number, code.name);
        let _ = writeln!(text, "{}", code.page(language).trim_end());
    }
    text
}

fn json(codes: &[&Code]) -> anyhow::Result<Vec<u8>> {
    let codes: Vec<_> = codes
        .iter()
        .map(|code| {
            serde_json::json!({
                "code": code.number, "name": code.name, "severity": code.severity,
                "help": { "vi": code.help.0, "en": code.help.1 },
                "page": { "vi": code.page.0, "en": code.page.1 },
            })
        })
        .collect();
    super::render::json(&serde_json::json!({ "schema": "tdp.explain/1", "codes": codes }))
}
