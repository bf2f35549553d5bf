//! `tdp criteria import`: the official table in a spreadsheet, drafted as a criteria set.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use tdp::{
    criteria_import::{Draft, NotDrafted, draft},
    finding::{Finding, Place, codes},
    model::{FileKey, Language},
};

use crate::cli::{
    Command, apart,
    arguments::{self, Session},
    console::Console,
    language::Pick,
    one_book::{self, NamedBook, complain},
    outcome::{Outcome, Strictness},
    output_file::{OutputFile, another_or_forced},
    trouble::Trouble,
};

pub(super) const COMMAND: Command = Command { name: "import", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick(
            "Lập bản nháp bộ tiêu chí từ bảng tiêu chuẩn, tiêu chí trong tệp bảng tính; chỗ chưa chắc được đánh dấu",
            "Draft a criteria set from the table of criteria in a spreadsheet; what is not certain is marked",
        ))
        .override_usage(language.pick(
            "tdp criteria import [CỜ] <TỆP> [-o <TỆP.toml>]",
            "tdp criteria import [FLAGS] <FILE> [-o <FILE.toml>]",
        ))
        .arg(arguments::file(
            language,
            "Tệp bảng tính có bảng tiêu chuẩn, tiêu chí (.xlsx, .xls, .ods, .csv, …)",
            "The spreadsheet with the table of standards and criteria (.xlsx, .xls, .ods, .csv, ...)",
        ))
        .arg(arguments::sheet(language, "Chỉ đọc trang tính này", "Read this sheet alone"))
        .arg(arguments::output_file(
            language,
            ("TỆP.toml", "FILE.toml"),
            "Tệp .toml cần ghi; tệp đã có chỉ được ghi đè khi thêm --force [không nêu: in ra màn hình]",
            "The .toml to write; one that is there is replaced only with --force [unless named: printed]",
        ))
        .arg(arguments::force(
            language,
            "Ghi đè tệp đã có; nội dung cũ mất đi",
            "Replace a file that is there; what it said is lost",
        ))
        .arg(arguments::strict(language).help(language.pick(
            "Còn tiêu chí phải kiểm tra thì kết thúc với mã thoát 1",
            "End with exit code 1 while criteria have to be checked",
        )))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let Some(path) = matches.get_one::<PathBuf>("file") else { return Ok(Outcome::Fine) };
    let output = matches.get_one::<PathBuf>("output");
    let output = output.map(|output| claim(output, path, matches.get_flag("force"))).transpose()?;
    let language = session.console.language;
    let Some(NamedBook { name, mut book }) = NamedBook::read(path, language) else { return Ok(Outcome::Faulty) };
    one_book::keep_only(&mut book, matches)?;
    let drafted = match draft(&book, &name, language) {
        Ok(drafted) => drafted,
        Err(NotDrafted::SeveralTables(sheets)) => return Err(several(&sheets).into()),
        Err(NotDrafted::NoTable) => {
            complain(&no_table(), &name, language);
            return Ok(Outcome::Faulty);
        }
        Err(NotDrafted::TooLarge) => {
            complain(&too_large(), &name, language);
            return Ok(Outcome::Faulty);
        }
    };
    match &output {
        Some(output) => output.replace(drafted.text.as_bytes())?,
        None => Console::print_bytes(drafted.text.as_bytes())?,
    }
    tell(&drafted, &name, matches.get_one::<PathBuf>("output"), session.console);
    let is_strict = arguments::strictness_of(matches) == Strictness::Warnings;
    Ok(if is_strict && drafted.sure < drafted.criteria { Outcome::Faulty } else { Outcome::Fine })
}

/// Makes sure that the draft of `table` may be written.
fn claim(path: &Path, table: &PathBuf, force: bool) -> Result<OutputFile, Trouble> {
    apart::from_files_read(path, std::iter::once(table), "-o criteria/nhap.toml")?;
    let output = OutputFile::with_ending(path, "toml", &phrase!("criteria/nhap.toml", "criteria/draft.toml"))?;
    if output.path().exists() && !force {
        let shown = path.display();
        return Err(Trouble::new(say!("{shown} đã có", "{shown} is there already")).helped_by(another_or_forced()));
    }
    Ok(output)
}

/// Tells how much was understood, and what to do next.
fn tell(drafted: &Draft, file: &str, written: Option<&PathBuf>, console: Console) {
    let Draft { sheet, standards, criteria, sure, to_check, .. } = drafted;
    let (unsure, sheet) = (criteria - sure, if sheet.is_empty() { file } else { sheet });
    console.notice(&say!(
        "{sheet}: {standards} tiêu chuẩn, {criteria} tiêu chí; {sure} đọc được chắc chắn, {unsure} phải kiểm tra",
        "{sheet}: standards: {standards}, criteria: {criteria}; certain: {sure}, to be checked: {unsure}"
    ));
    let mark = tdp::criteria::TO_CHECK;
    console.notice(&say!(
        "Có {to_check} dòng \"{mark}\" trong bản nháp: đối chiếu với văn bản, sửa, xóa từng dòng rồi mới đổi provenance thành \"official\"",
        "The draft has {to_check} lines \"{mark}\": compare with the document, mend, remove each, and only then make its provenance \"official\""
    ));
    if let Some(path) = written {
        let shown = path.display();
        console.notice(&say!(
            "Đã ghi vào {shown}; tdp criteria lint {shown} chỉ ra từng chỗ còn phải xem",
            "Written to {shown}; tdp criteria lint {shown} shows each place that is left"
        ));
    }
}

fn no_table() -> Finding {
    let message =
        say!("Không trang tính nào có bảng tiêu chuẩn, tiêu chí", "No sheet holds a table of standards and criteria");
    Finding::new(&codes::NO_TABLE, Place::File(FileKey::new(0)), message).helped_by(say!(
        "Cần một dòng tiêu đề có cột \"Tiêu chí\" (hoặc \"Tiêu chuẩn\", \"Nội dung\") và cột \"TT\" hoặc \"Yêu cầu\" (\"Mức đạt\", \"Chỉ tiêu\"), dưới đó là các tiêu chí; tdp show cho thấy các ô đúng như tdp đọc",
        "It needs a heading row with a column \"Tiêu chí\" (or \"Tiêu chuẩn\", \"Nội dung\") and a column \"TT\" or \"Yêu cầu\" (\"Mức đạt\", \"Chỉ tiêu\"), and the criteria below; tdp show prints the cells as tdp reads them"
    ))
}

fn too_large() -> Finding {
    let message = say!("Bảng lớn hơn mức một bộ tiêu chí được phép", "The table is larger than a criteria set may be");
    Finding::new(&codes::OVER_LIMITS, Place::File(FileKey::new(0)), message).helped_by(say!(
        "Nêu đúng trang tính bằng --sheet, hoặc tách bảng ra nhiều tệp",
        "Name the right sheet with --sheet, or part the table into several files"
    ))
}

fn several(sheets: &[String]) -> Trouble {
    let count = sheets.len();
    let names = sheets.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    Trouble::new(say!(
        "Có {count} trang tính có bảng tiêu chí: {names}",
        "There are {count} sheets with a table of criteria: {names}"
    ))
    .helped_by(say!("Nêu một trang bằng --sheet", "Name one of them with --sheet"))
}
