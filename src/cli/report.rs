//! `tdp report`: the report itself, as a Word document.

use std::path::PathBuf;

use clap::ArgMatches;
use tdp::{
    Assessment,
    appendix::Parts,
    model::{Language, Message},
    report::{Document, report},
    write::{WriteError, report_docx, report_json},
};

use super::{
    Command, apart,
    arguments::{self, Format, Session},
    assess::{self, Conclusion},
    completeness::{self, Lacking},
    console::Console,
    language::Pick,
    outcome::Outcome,
    render::totals as city,
    report_file::{self, Overwriting},
    trouble::Trouble,
};

pub(super) const COMMAND: Command = Command { name: "report", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick(
            "Lập báo cáo kết quả thành tệp Word theo thể thức văn bản hành chính",
            "Write the report as a Word document in the form of official papers",
        ))
        .override_usage(
            language
                .pick("tdp report [CỜ] [ĐƯỜNG_DẪN]... -o <TỆP.docx>", "tdp report [FLAGS] [PATH]... -o <FILE.docx>"),
        )
        .args(arguments::paths(language))
        .arg(
            arguments::output_file(
                language,
                ("TỆP.docx", "FILE.docx"),
                "Tệp .docx cần ghi; tệp đã có chỉ được ghi đè khi do tdp lập và chưa ai sửa",
                "The .docx to write; one that is there is replaced only as tdp made it, untouched since",
            )
            .required(true),
        )
        .arg(arguments::force(
            language,
            "Ghi đè cả tệp đã được sửa hoặc không do tdp lập; nội dung cũ mất đi",
            "Replace even a file that was edited or that tdp did not make; what it said is lost",
        ))
        .arg(arguments::format(language, &["text", "json"]))
        .arg(arguments::strict(language))
        .arg(completeness::argument(language))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let path = matches.get_one::<PathBuf>("output").ok_or_else(no_file)?;
    apart::file_from_inputs(path, matches, session)?;
    let overwriting = if matches.get_flag("force") { Overwriting::Anything } else { Overwriting::OwnUntouched };
    let output = report_file::claim(path, overwriting)?;
    let assessment = assess::received(matches, session)?.assessed(session);
    let document = report(Parts::new(&assessment, &assessment.received.evidence, &assessment.scorecards));
    let bytes = report_docx(&document).map_err(|error| Trouble::new(not_made()).because(error))?;
    output.replace(&bytes)?;
    print(&assessment, &document, matches, session)?;
    let (shown, to_fill) = (path.display(), document.to_fill);
    session.console.notice(&say!(
        "Đã ghi báo cáo vào {shown}; còn {to_fill} chỗ để dấu chấm cho người lập báo cáo điền",
        "The report is in {shown}; places left as dots for people to fill in: {to_fill}"
    ));
    let conclusion = Conclusion::of(&assessment.received, matches, session);
    let complete = Lacking::of(&assessment).outcome(matches, session);
    let outcome = conclusion.tell(matches, session)?.and(complete);
    conclusion.point_to_findings(matches, session);
    drop(document);
    assess::leave(assessment);
    Ok(outcome)
}

fn print(
    assessment: &Assessment,
    document: &Document<'_>,
    matches: &ArgMatches,
    session: &Session,
) -> anyhow::Result<()> {
    match arguments::format_of(matches) {
        Format::Json => Console::stream(|out| {
            report_json(&assessment.received.rulebook, &assessment.totals, document, out).map_err(WriteError::from)
        }),
        _ => Console::print(&city::text(assessment, session.console.language)),
    }
}

fn no_file() -> Trouble {
    Trouble::new(say!("Chưa nêu tệp báo cáo cần ghi", "No file for the report is named"))
        .helped_by(say!("Thêm -o bao-cao.docx", "Add -o bao-cao.docx"))
}

fn not_made() -> Message {
    say!("Không lập được báo cáo", "The report cannot be made")
}
