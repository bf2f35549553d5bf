//! The only workbook that a command reads.

use std::path::Path;

use clap::ArgMatches;
use tdp::{
    finding::Finding,
    model::{FileKey, Language},
    workbook::{Limits, Workbook},
};
use unicode_normalization::UnicodeNormalization as _;

use super::{assess, console::Console, inputs, language::Pick, render::severity, trouble::Trouble};

/// A workbook with the name of its file.
pub(crate) struct NamedBook {
    /// The name, composed.
    pub(crate) name: String,
    /// What the file holds.
    pub(crate) book: Workbook,
}

impl NamedBook {
    /// Reads the file; where it gives no cells, tells why on the standard error.
    pub(crate) fn read(path: &Path, language: Language) -> Option<Self> {
        let name: String = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().nfc().collect();
        let limits = Limits::default();
        let read = inputs::read(path, limits.file_bytes)
            .map_err(|error| assess::unread(&error, &limits))
            .and_then(|bytes| tdp::workbook::read(&name, &bytes, &limits));
        match read {
            Ok(book) => Some(Self { name, book }),
            Err(error) => {
                complain(&error.finding(FileKey::new(0)), &name, language);
                None
            }
        }
    }
}

/// Tells on the standard error why a file cannot be used.
pub(crate) fn complain(finding: &Finding, file: &str, language: Language) {
    let (label, number) = (severity(finding.severity, language), finding.code.number);
    let help = language.pick("cách sửa", "help");
    let (message, next) = (finding.message.in_language(language), finding.help.in_language(language));
    Console::complain(&format!("{label} {number}: {file}: {message}\n{help}: {next}\n"));
}

/// Takes all sheets but the one that `--sheet` names out of a workbook; none where it names none.
///
/// # Errors
/// When no sheet has that name.
pub(crate) fn keep_only(book: &mut Workbook, matches: &ArgMatches) -> Result<(), Trouble> {
    let Some(wanted) = matches.get_one::<String>("sheet") else { return Ok(()) };
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
