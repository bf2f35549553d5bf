//! `tdp aggregate`: the city's totals and the appendices, in a folder.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches};
use tdp::model::{Language, Message};

use super::{
    Command, apart,
    arguments::{self, Format, Session},
    assess::{self, Conclusion},
    completeness::{self, Lacking},
    console::Console,
    language::Pick,
    outcome::Outcome,
    outputs::OutputFolder,
    render::totals as city,
    trouble::Trouble,
    written::Purpose,
};

pub(super) const COMMAND: Command = Command { name: "aggregate", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    let heading = language.pick("Kết quả", "Results");
    command
        .about(language.pick(
            "Tổng hợp toàn thành phố và lập các phụ lục vào một thư mục",
            "Add up the city and write the appendices to a folder",
        ))
        .override_usage(
            language.pick("tdp aggregate [CỜ] [ĐƯỜNG_DẪN]... -o <THƯ_MỤC>", "tdp aggregate [FLAGS] [PATH]... -o <DIR>"),
        )
        .args(arguments::paths(language))
        .arg(arguments::output_folder(
            language,
            "Thư mục ghi kết quả: mới, trống, hoặc do tdp ghi lần trước; tách khỏi thư mục cần đọc",
            "The folder for the results: new, empty, or written by tdp before; apart from those read",
        ))
        .arg(
            Arg::new("html")
                .long("html")
                .action(ArgAction::SetTrue)
                .help(language.pick(
                    "Lập thêm tong-quan.html: một trang có biểu đồ và mọi phụ lục, mở bằng trình duyệt, không cần mạng",
                    "Also write tong-quan.html: one page with charts and every appendix, for a browser, no network needed",
                ))
                .help_heading(heading),
        )
        .arg(arguments::format(language, &["text", "json"]))
        .arg(arguments::strict(language))
        .arg(completeness::argument(language))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let folder = matches.get_one::<PathBuf>("output").ok_or_else(no_folder)?;
    apart::from_inputs(folder, "-o ket-qua", matches, session)?;
    let output = OutputFolder::claim(folder, Purpose::Results)?;
    let assessment = assess::received(matches, session)?.assessed(session);
    let language = session.console.language;
    let text = city::text(&assessment, language);
    let (conclusion, lacking) = (Conclusion::of(&assessment.received, matches, session), Lacking::of(&assessment));
    let outputs = if matches.get_flag("html") {
        tdp::write::outputs_with_overview(assessment, language)
    } else {
        tdp::write::outputs(assessment)
    };
    let outputs = outputs.map_err(|error| Trouble::new(not_made()).because(error))?;
    output.replace(outputs.files())?;
    match arguments::format_of(matches) {
        Format::Json => Console::print_bytes(&outputs.totals)?,
        _ => Console::print(&text)?,
    }
    let shown = folder.display();
    session.console.notice(&say!("Đã ghi kết quả vào {shown}", "Results are in {shown}"));
    if outputs.overview.is_some() {
        let page = folder.join(tdp::write::OVERVIEW);
        let page = page.display();
        session.console.notice(&say!("Mở bằng trình duyệt: {page}", "To be opened in a browser: {page}"));
    }
    let complete = lacking.outcome(matches, session);
    let outcome = conclusion.tell(matches, session)?.and(complete);
    conclusion.point_to_findings(matches, session);
    Ok(outcome)
}

fn no_folder() -> Trouble {
    Trouble::new(say!("Chưa nêu thư mục ghi kết quả", "No folder for the results is named"))
        .helped_by(say!("Thêm -o ket-qua", "Add -o ket-qua"))
}

fn not_made() -> Message {
    say!("Không lập được các phụ lục", "The appendices cannot be made")
}
