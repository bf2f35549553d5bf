//! `tdp score`: the verdict on every unit, with reasons.

use clap::ArgMatches;
use tdp::model::Language;

use super::{
    Command,
    arguments::{self, Format, Session},
    assess::{self, Conclusion},
    console::Console,
    language::Pick,
    outcome::Outcome,
    render::scores,
};

pub(super) const COMMAND: Command = Command { name: "score", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick(
            "Đánh giá từng đơn vị theo từng tiêu chí, kèm lý do",
            "Judge every unit by every criterion, with reasons",
        ))
        .override_usage(language.pick("tdp score [CỜ] [ĐƯỜNG_DẪN]...", "tdp score [FLAGS] [PATH]..."))
        .args(arguments::paths(language))
        .arg(arguments::format(language, &["text", "json", "csv"]))
        .arg(arguments::strict(language))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let assessment = assess::received(matches, session)?.assessed(session);
    let language = session.console.language;
    match arguments::format_of(matches) {
        Format::Text | Format::Sarif => Console::print(&scores::text(&assessment, language))?,
        Format::Json => Console::stream(|out| tdp::write::score_json(&assessment, language, out))?,
        Format::Csv => Console::stream(|out| tdp::write::score_csv(&assessment, language, out))?,
    }
    let conclusion = Conclusion::of(&assessment.received, matches, session);
    let outcome = conclusion.tell(matches, session)?;
    conclusion.point_to_findings(matches, session);
    assess::leave(assessment);
    Ok(outcome)
}
