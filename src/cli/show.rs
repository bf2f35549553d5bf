//! `tdp show`: the cells of a file as they are read, and the tables recognised in them.

use std::path::PathBuf;

use clap::ArgMatches;
use tdp::{
    facts::{Encoding, why_no_table},
    layout::{Effort, Lexicon, Table},
    model::{Language, SheetKey, Voice},
    plan::Rulebook,
    workbook::Workbook,
};

use super::{
    Command,
    arguments::{self, Format, Session},
    console::Console,
    init,
    language::Pick,
    one_book::{self, NamedBook},
    outcome::Outcome,
    render::cells::{self, Recognised},
    workspace,
};

pub(super) const COMMAND: Command = Command { name: "show", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick(
            "Xem các ô của một tệp đúng như tdp đọc và các bảng nhận ra được",
            "Show the cells of a file as tdp reads them, and the tables it recognises",
        ))
        .override_usage(language.pick("tdp show [CỜ] <TỆP>", "tdp show [FLAGS] <FILE>"))
        .arg(arguments::file(language, "Tệp bảng tính", "The workbook"))
        .arg(arguments::sheet(language, "Chỉ xem trang tính này", "This sheet alone"))
        .arg(arguments::format(language, &["text", "json"]))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let Some(path) = matches.get_one::<PathBuf>("file") else { return Ok(Outcome::Fine) };
    let read = NamedBook::read(path, session.console.language);
    let Some(NamedBook { name, mut book }) = read else { return Ok(Outcome::Faulty) };
    let encoding = Encoding::of(&book);
    one_book::keep_only(&mut book, matches)?;
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
