//! `tdp show`: the cells of a file as they are read, and the tables recognised in them.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, ValueHint};
use tdp::{
    facts::{Encoding, why_no_table},
    layout::{Effort, Lexicon, Table},
    model::{FileKey, Language, SheetKey, Voice},
    plan::Rulebook,
    workbook::{Limits, Workbook},
};
use unicode_normalization::UnicodeNormalization as _;

use super::{
    Command,
    arguments::{self, Format, Session},
    assess,
    console::Console,
    init, inputs,
    language::Pick,
    on_disk,
    outcome::Outcome,
    render::{
        cells::{self, Recognised},
        severity,
    },
    trouble::Trouble,
    workspace,
};

pub(super) const COMMAND: Command = Command { name: "show", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    let heading = language.pick("Tham số", "Arguments");
    command
        .about(language.pick(
            "Xem các ô của một tệp đúng như tdp đọc và các bảng nhận ra được",
            "Show the cells of a file as tdp reads them, and the tables it recognises",
        ))
        .override_usage(language.pick("tdp show [CỜ] <TỆP>", "tdp show [FLAGS] <FILE>"))
        .arg(
            Arg::new("file")
                .value_name(language.pick("TỆP", "FILE"))
                .help(language.pick("Tệp bảng tính", "The workbook"))
                .help_heading(heading)
                .required(true)
                .value_parser(on_disk::path())
                .value_hint(ValueHint::FilePath),
        )
        .arg(
            Arg::new("sheet")
                .long("sheet")
                .value_name(language.pick("TÊN", "NAME"))
                .help(language.pick("Chỉ xem trang tính này", "This sheet alone"))
                .help_heading(heading),
        )
        .arg(arguments::format(language, &["text", "json"]))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let Some(path) = matches.get_one::<PathBuf>("file") else { return Ok(Outcome::Fine) };
    let name: String = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().nfc().collect();
    let limits = Limits::default();
    let read = inputs::read(path, limits.file_bytes)
        .map_err(|error| assess::unread(&error, &limits))
        .and_then(|bytes| tdp::workbook::read(&name, &bytes, &limits));
    let mut book = match read {
        Ok(book) => book,
        Err(error) => {
            complain(&error.finding(FileKey::new(0)), &name, session.console.language);
            return Ok(Outcome::Faulty);
        }
    };
    let encoding = Encoding::of(&book);
    if let Some(wanted) = matches.get_one::<String>("sheet") {
        keep_only(&mut book, wanted)?;
    }
    let found = recognised(&book, session);
    match arguments::format_of(matches) {
        Format::Json => Console::stream(|out| cells::json(out, &name, encoding, &book, found.as_ref()))?,
        _ => Console::print_as_made(|out| cells::text(out, &book, found.as_ref(), session.console.language))?,
    }
    Ok(Outcome::Fine)
}

/// Finds the tables by the criteria of the workspace, else by those of the shipped plan that fits best.
fn recognised(book: &Workbook, session: &Session) -> Option<Recognised> {
    let own = workspace::load(session.folder()).ok().map(|workspace| workspace.rulebook);
    if own.is_none() {
        let told = say!("Dùng bộ tiêu chí có sẵn để nhận bảng", "Tables are recognised by the built-in criteria");
        session.console.detail(&told);
    }
    let rulebooks = own.map_or_else(init::shipped_rulebooks, |rulebook| vec![rulebook]);
    let found = rulebooks.into_iter().map(|rulebook| recognised_by(rulebook, book));
    found.max_by_key(|(fits, _)| *fits).map(|(_, found)| found)
}

/// Finds the tables by the criteria of a rulebook; returns how many answers and names of criteria it sees, too.
fn recognised_by(rulebook: Rulebook, book: &Workbook) -> ((usize, usize), Recognised) {
    let lexicon = Lexicon::new(&rulebook);
    let effort = Effort::default();
    let (mut tables, mut wanting, mut named) = (Vec::new(), Vec::new(), 0);
    for (index, sheet) in book.sheets.iter().enumerate() {
        let on_sheet: Vec<Table> = lexicon.tables(SheetKey::new(index), sheet, Voice::Own, &effort);
        wanting.push((on_sheet.is_empty() && !sheet.cells().is_empty()).then(|| {
            let wanting = lexicon.wanting(sheet);
            named += wanting.criteria;
            why_no_table(&lexicon, sheet, &wanting)
        }));
        tables.extend(on_sheet);
    }
    let entries = tables.iter().map(|table| table.entries.len()).sum();
    ((entries, named), Recognised { tables, criteria: rulebook.criteria, wanting })
}

/// Tells on the standard error why the file gave no cells.
pub(super) fn complain(finding: &tdp::finding::Finding, file: &str, language: Language) {
    let (label, number) = (severity(finding.severity, language), finding.code.number);
    let help = language.pick("cách sửa", "help");
    let (message, next) = (finding.message.in_language(language), finding.help.in_language(language));
    Console::complain(&format!("{label} {number}: {file}: {message}\n{help}: {next}\n"));
}

/// Takes the other sheets out of a workbook.
///
/// # Errors
/// When no sheet has the name `wanted`.
pub(super) fn keep_only(book: &mut Workbook, wanted: &str) -> Result<(), Trouble> {
    let composed = |text: &str| text.nfc().collect::<String>();
    let names: Vec<String> = book.sheets.iter().map(|sheet| format!("\"{}\"", composed(&sheet.name))).collect();
    book.sheets.retain(|sheet| composed(&sheet.name) == composed(wanted));
    if book.sheets.is_empty() {
        let names = names.join(", ");
        return Err(Trouble::new(say!("Không có trang tính \"{wanted}\"", "There is no sheet \"{wanted}\""))
            .helped_by(say!("Tệp có: {names}", "The file has: {names}")));
    }
    Ok(())
}
