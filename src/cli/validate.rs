//! `tdp validate`: what is to be mended in the files received.

use clap::ArgMatches;
use tdp::{model::Language, write::Told};

use super::{
    Command,
    annotated::{self, Copies},
    arguments::{self, Format, Session},
    assess::{self, Conclusion, Receipt},
    console::Console,
    language::Pick,
    outcome::Outcome,
    programs,
    receipts::{self, ReceiptFolder},
    render::findings,
    trouble,
};

pub(super) const COMMAND: Command = Command { name: "validate", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick(
            "Kiểm tra các tệp đã nhận và in những chỗ cần sửa",
            "Check the files received and print what is to be mended",
        ))
        .override_usage(language.pick("tdp validate [CỜ] [ĐƯỜNG_DẪN]...", "tdp validate [FLAGS] [PATH]..."))
        .args(arguments::paths(language))
        .arg(arguments::format(language, &["text", "json", "csv", "sarif"]))
        .arg(annotated::argument(language))
        .arg(receipts::argument(language))
        .arg(arguments::strict(language))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let copies = Copies::claim(matches, session)?;
    let receipts = ReceiptFolder::claim(matches, session)?;
    let language = session.console.language;
    let format = arguments::format_of(matches);
    let Receipt { received, files, .. } = assess::received(matches, session)?;
    if format == Format::Text {
        Console::print(&findings::text(&received, language))?;
    }
    programs::print(format, Told::from(&received), language)?;
    // What was found is told by now whatever becomes of the folders, and each is written whatever becomes of the other.
    let marked = copies.map(|copies| copies.write(&received, &files, session)).transpose();
    let receipted = receipts.map(|receipts| receipts.write(&received, &files, matches, session)).transpose();
    let mut failed = None;
    for written in [marked, receipted] {
        match written {
            Ok(told) => told.iter().flatten().for_each(|message| session.console.notice(message)),
            Err(error) => {
                if let Some(earlier) = failed.replace(error) {
                    trouble::could_not_run(&earlier, session.console);
                }
            }
        }
    }
    let outcome = Conclusion::of(&received, matches, session).tell(matches, session);
    assess::leave(received);
    failed.map_or(outcome, Err)
}
