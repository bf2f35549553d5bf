//! `tdp criteria diff`: what a newer set says otherwise than an older one.

use clap::{Arg, ArgMatches};
use tdp::{
    criteria::{self, Change, ChangeKind, CriteriaSet},
    model::Language,
};

use super::named;
use crate::cli::{
    Command,
    arguments::{self, Format, Session},
    console::Console,
    language::Pick,
    outcome::Outcome,
    render::{self, counted, palette, plain, wrap},
};

pub(super) const COMMAND: Command = Command { name: "diff", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    let set = |name: &'static str, vi: (&'static str, &'static str), en: (&'static str, &'static str)| {
        Arg::new(name)
            .value_name(language.pick(vi.0, en.0))
            .help(language.pick(vi.1, en.1))
            .help_heading(language.pick("Tham số", "Arguments"))
            .required(true)
    };
    command
        .about(language.pick("So sánh hai bộ tiêu chí", "Compare two criteria sets"))
        .override_usage(language.pick("tdp criteria diff [CỜ] <CŨ> <MỚI>", "tdp criteria diff [FLAGS] <OLD> <NEW>"))
        .arg(set("old", ("CŨ", "Bộ cũ: tệp, tên@ngày hoặc tên"), ("OLD", "The older set: a file, id@version or id")))
        .arg(set("new", ("MỚI", "Bộ mới: tệp, tên@ngày hoặc tên"), ("NEW", "The newer set: a file, id@version or id")))
        .arg(arguments::format(language, &["text", "json"]))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let set = |name: &str| named(matches.get_one::<String>(name).map_or("", String::as_str), session);
    let (old, new) = (set("old")?, set("new")?);
    let changes = criteria::diff(&old, &new);
    let language = session.console.language;
    match arguments::format_of(matches) {
        Format::Json => Console::print_bytes(&render::json(&json(&old, &new, &changes, language))?)?,
        Format::Text | Format::Csv | Format::Sarif => Console::print(&text(&old, &new, &changes, language))?,
    }
    Ok(Outcome::Fine)
}

fn text(old: &CriteriaSet, new: &CriteriaSet, changes: &[Change], language: Language) -> String {
    let bold = palette::HEADING;
    let mut text = format!("{bold}{} → {}{bold:#}\n", old.reference(), new.reference());
    for change in changes {
        let (colour, sign) = match change.kind {
            ChangeKind::Added => (palette::GOOD, "+"),
            ChangeKind::Removed => (palette::ERROR, "-"),
            ChangeKind::Set | ChangeKind::Renumbered | ChangeKind::Changed => (palette::WARNING, "~"),
        };
        let words = plain(change.message.in_language(language));
        wrap::hanging(&mut text, 2, 4, &format!("{colour}{sign}{colour:#} {words}"));
    }
    let count = match language {
        Language::Vietnamese if changes.is_empty() => "hai bộ giống nhau".to_owned(),
        Language::Vietnamese => format!("{} chỗ khác nhau", changes.len()),
        Language::English => counted(changes.len(), "difference"),
    };
    text + &count + "\n"
}

fn json(old: &CriteriaSet, new: &CriteriaSet, changes: &[Change], language: Language) -> serde_json::Value {
    let changes: Vec<_> = changes
        .iter()
        .map(|change| {
            let message = change.message.in_language(language);
            serde_json::json!({ "kind": change.kind, "old": change.old, "new": change.new, "message": message })
        })
        .collect();
    serde_json::json!({
        "schema": "tdp.criteria-diff/1", "old": old.reference(), "new": new.reference(), "changes": changes,
    })
}
