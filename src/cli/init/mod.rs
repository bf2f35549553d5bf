//! `tdp init`: makes a workspace, from a shipped plan or from last year's.

mod later;
mod renewal;
mod shipped;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, ValueHint};
use tdp::{
    criteria,
    model::{Language, Message},
    plan::SetReference,
};

use super::{
    Command, arguments::Session, console::Console, language::Pick, on_disk, outcome::Outcome, outputs, render,
    trouble::Trouble,
};

pub(super) use self::shipped::rulebooks as shipped_rulebooks;

pub(super) const COMMAND: Command = Command { name: "init", define, run };

/// The files of a workspace to be made, and what is to be said of them.
#[derive(Debug, Default)]
struct Draft {
    /// Names below the workspace with `/`, and contents.
    files: Vec<(String, Vec<u8>)>,
    /// What was taken over, and what is left to do.
    notes: Vec<Message>,
}

fn define(language: Language, command: clap::Command) -> clap::Command {
    let heading = language.pick("Tham số", "Arguments");
    let plans = shipped::names().collect::<Vec<_>>().join(", ");
    let plan_help = match language {
        Language::Vietnamese => format!("Kế hoạch mẫu: {plans} [không nêu: {}]", shipped::USUAL),
        Language::English => format!("Shipped plan: {plans} [unless named: {}]", shipped::USUAL),
    };
    command
        .about(language.pick(
            "Tạo thư mục làm việc: kế hoạch, danh sách đơn vị, chỉ tiêu, bộ tiêu chí",
            "Make a workspace: plan, units, targets, criteria",
        ))
        .override_usage(language.pick("tdp init [CỜ] <THƯ_MỤC>", "tdp init [FLAGS] <DIR>"))
        .arg(
            Arg::new("folder")
                .value_name(language.pick("THƯ_MỤC", "DIR"))
                .help(language.pick("Thư mục mới hoặc thư mục trống", "A new or empty folder"))
                .help_heading(heading)
                .required(true)
                .value_parser(on_disk::path())
                .value_hint(ValueHint::DirPath),
        )
        .arg(
            Arg::new("plan")
                .long("plan")
                .value_name(language.pick("TÊN", "NAME"))
                .help(plan_help)
                .help_heading(heading)
                .value_parser(shipped::names().collect::<Vec<_>>())
                .hide_possible_values(true)
                .conflicts_with("from"),
        )
        .arg(
            Arg::new("from")
                .long("from")
                .value_name(language.pick("THƯ_MỤC_CŨ", "OLD"))
                .help(language.pick("Lập từ thư mục làm việc năm trước", "Take over last year's workspace"))
                .help_heading(heading)
                .value_parser(on_disk::path())
                .value_hint(ValueHint::DirPath),
        )
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let Some(folder) = matches.get_one::<PathBuf>("folder") else { return Ok(Outcome::Fine) };
    let plan = matches.get_one::<String>("plan").map_or(shipped::USUAL, String::as_str);
    let mut draft = match matches.get_one::<PathBuf>("from") {
        Some(old) => renewal::draft(old, folder, session)?,
        None => shipped::draft(plan)?,
    };
    draft.files.push(schema_file()?);
    draft.files.push(("submissions/".to_owned(), Vec::new()));
    outputs::make(folder, &draft.files)?;
    Console::print(&told(folder, &draft, session.console.language))?;
    Ok(Outcome::Fine)
}

fn told(folder: &Path, draft: &Draft, language: Language) -> String {
    let shown = folder.display();
    let mut lines = vec![match language {
        Language::Vietnamese => format!("Đã tạo thư mục làm việc {shown}:"),
        Language::English => format!("Made the workspace {shown}:"),
    }];
    lines.extend(draft.files.iter().map(|(name, _)| format!("  {name}")));
    lines.extend(draft.notes.iter().map(|note| format!("- {}", note.in_language(language))));
    let next = say!(
        "Chép tệp của các phường, xã vào submissions rồi chạy: tdp -C {shown} validate",
        "Put the wards' files into submissions, then run: tdp -C {shown} validate"
    );
    lines.push(format!("- {}", next.in_language(language)));
    lines.join("\n") + "\n"
}

/// Returns a table to be edited, with the mark by which Excel knows its letters.
fn table(text: &str) -> Vec<u8> {
    ["\u{feff}", text].concat().into_bytes()
}

/// Returns the file of the built-in set that a plan names, under the name it gets in a workspace.
fn built_in_file(reference: &SetReference) -> Result<(String, Vec<u8>), Trouble> {
    let reference = format!("{}@{}", reference.id, reference.version);
    let (name, bytes) = criteria::find_built_in(&reference).ok_or_else(|| {
        Trouble::new(say!("Không có bộ tiêu chí \"{reference}\"", "There is no criteria set \"{reference}\""))
    })?;
    Ok((format!("criteria/{name}"), bytes.to_vec()))
}

/// Returns the schema that criteria files name in their first line, so that editors check them.
fn schema_file() -> anyhow::Result<(String, Vec<u8>)> {
    Ok(("criteria/criteria.schema.json".to_owned(), render::json(&criteria::json_schema())?))
}
