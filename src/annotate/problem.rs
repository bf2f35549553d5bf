//! What is to be mended in one cell.

use std::collections::BTreeMap;

use crate::{
    finding::{Finding, Severity},
    model::{CellRef, Language, NOTE_OPENING, NOTE_RULE, SheetKey},
};

use super::Listed;

/// A cell with everything that was found there.
#[derive(Debug)]
pub(super) struct Problem<'a> {
    /// The cell.
    pub(super) cell: CellRef,
    /// What was found, the worst first.
    findings: Vec<&'a Finding>,
}

impl Problem<'_> {
    /// Returns how bad the worst is.
    pub(super) fn severity(&self) -> Severity {
        self.findings.first().map_or(Severity::Note, |finding| finding.severity)
    }

    /// Returns the words of the note on the cell.
    pub(super) fn note(&self, language: Language) -> String {
        let told = self.findings.iter().map(|finding| {
            let (word, number) = (severity(finding.severity, language), finding.code.number);
            let (message, help) = (finding.message.in_language(language), finding.help.in_language(language));
            let next = if help.is_empty() { String::new() } else { format!("\n→ {help}") };
            format!("{word} {number}\n{message}{next}")
        });
        // What is quoted from a cell never looks like the line at which the words of this program end.
        format!("{NOTE_OPENING}{}", told.collect::<Vec<_>>().join("\n\n").replace(NOTE_RULE, "…"))
    }
}

/// Says how bad it is.
pub(super) fn severity(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Vietnamese) => "lỗi",
        (Severity::Error, Language::English) => "error",
        (Severity::Warning, Language::Vietnamese) => "cảnh báo",
        (Severity::Warning, Language::English) => "warning",
        (Severity::Note, Language::Vietnamese) => "lưu ý",
        (Severity::Note, Language::English) => "note",
    }
}

/// Returns how much of `words` is the note of a [`Problem`], line by line: for each thing found how bad it is and its
/// number, the message, and what to do; nothing where it does not begin with these.
pub(super) fn length_of_told(words: &str) -> Option<usize> {
    let lines: Vec<&str> = words.trim_start().split_inclusive('\n').collect();
    let line = |at: usize| lines.get(at).map_or("", |line| line.trim_end_matches(['\n', '\r']));
    let opening = line(0).strip_prefix(NOTE_OPENING).filter(|heading| is_heading(heading));
    let behind_message = |message: usize| message + 1 + usize::from(line(message + 1).starts_with("→ "));
    let mut told = behind_message(opening.map(|_| 1)?);
    while line(told).is_empty() && is_heading(line(told + 1)) {
        told = behind_message(told + 2);
    }
    let told: String = lines.into_iter().take(told).collect();
    Some(words.len() - words.trim_start().len() + told.trim_end_matches(['\n', '\r']).len())
}

/// Whether a line says how bad something is, and its number: "lỗi TDP201".
fn is_heading(line: &str) -> bool {
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    let languages = [Language::Vietnamese, Language::English];
    let mut words = severities.iter().flat_map(|one| languages.map(|language| severity(*one, language)));
    line.rsplit_once(" TDP").is_some_and(|(word, number)| {
        words.any(|known| known == word) && number.bytes().all(|digit| digit.is_ascii_digit())
    })
}

/// Returns the cells of `sheet` with something to be mended, in order of row and column.
pub(super) fn problems<'a>(listed: &[Listed<'a>], sheet: SheetKey) -> Vec<Problem<'a>> {
    let mut cells: BTreeMap<CellRef, Vec<&Finding>> = BTreeMap::new();
    let findings = listed.iter().map(|listed| listed.finding);
    for finding in findings.filter(|finding| finding.place.sheet() == Some(sheet)) {
        if let Some(cell) = finding.place.cell() {
            cells.entry(cell).or_default().push(finding);
        }
    }
    let worst_first = |(cell, mut findings): (CellRef, Vec<&'a Finding>)| {
        findings.sort_by_key(|finding| finding.severity);
        Problem { cell, findings }
    };
    cells.into_iter().map(worst_first).collect()
}
