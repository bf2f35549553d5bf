//! What is to be mended: errors first, then warnings, counted in full.

use crate::{
    appendix::{Cell, Column, Row, Table, numbers::number},
    facts::Source,
    finding::{Finding, Place, Severity},
    plan::Rulebook,
};

/// No page holds more.
const MOST: usize = 24;

/// What is to be mended in a file.
#[derive(Debug)]
pub struct Corrections {
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings and remarks there are.
    pub warnings: usize,
    /// The first of them, errors before the others.
    first: Vec<Correction>,
}

/// One place to be mended.
#[derive(Debug)]
struct Correction {
    severity: Severity,
    place: String,
    message: String,
    help: String,
}

impl Corrections {
    /// Takes what was found in a file. That it came late is told elsewhere, and cannot be mended.
    pub(super) fn of(rulebook: &Rulebook, source: &Source, findings: &[&Finding]) -> Self {
        let mut findings: Vec<&Finding> = findings.iter().copied().filter(|finding| finding.can_be_mended()).collect();
        findings.sort_by_key(|finding| finding.severity);
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        let first = findings.iter().take(MOST).map(|finding| Correction::of(rulebook, source, finding)).collect();
        Self { errors, warnings: findings.len() - errors, first }
    }

    /// Sets the first of them as a table, more than any page holds, in a section each for errors and for warnings.
    pub fn table(&self) -> Table<'static> {
        let columns =
            vec![Column::mark("TT"), Column::text("Nơi"), Column::text("Chỗ cần sửa"), Column::text("Cách sửa")];
        let mut rows = Vec::new();
        let mut before: Option<&Correction> = None;
        for (index, correction) in self.first.iter().enumerate() {
            let is_error = correction.severity == Severity::Error;
            if before.is_none_or(|before| (before.severity == Severity::Error) != is_error) {
                let (section, words) = self.section(is_error);
                rows.push(Row::section(section, words, columns.len()));
            }
            let again = before.is_some_and(|before| before.help == correction.help && !before.help.is_empty());
            let help = if again { "Như trên".to_owned() } else { correction.help.clone() };
            rows.push(Row::body(vec![
                Cell::ordinal(index),
                Cell::text(correction.place.clone()),
                Cell::text(correction.message.clone()),
                Cell::text(help),
            ]));
            before = Some(correction);
        }
        Table { unit: None, columns, identifying: 1, rows, notes: Vec::new() }
    }

    /// Says how many there are beside the first `listed`, and where they are told; nothing where all are listed.
    pub fn rest(&self, listed: usize) -> Option<String> {
        let rest = (self.errors + self.warnings).checked_sub(listed).filter(|rest| *rest > 0)?;
        let errors = self.errors.saturating_sub(listed);
        let (errors, warnings, rest) = (number(errors), number(rest - errors), number(rest));
        let others = if listed == 0 { "" } else { " khác" };
        Some(format!(
            "Còn {rest} chỗ{others} ({errors} lỗi, {warnings} cảnh báo): xem bản đánh dấu do thành phố gửi kèm."
        ))
    }

    /// Returns the number and the words of a section.
    fn section(&self, of_errors: bool) -> (usize, String) {
        if of_errors {
            return (1, format!("Phải sửa: {} lỗi", number(self.errors)));
        }
        (1 + usize::from(self.errors > 0), format!("Nên xem lại: {} cảnh báo", number(self.warnings)))
    }
}

impl Correction {
    fn of(rulebook: &Rulebook, source: &Source, finding: &Finding) -> Self {
        let (message, number) = (&finding.message.vi, finding.code.number);
        Self {
            severity: finding.severity,
            place: place(rulebook, source, finding),
            message: format!("{number}: {message}"),
            help: finding.help.vi.clone(),
        }
    }
}

/// Names sheet, cell and unit, as far as they are known.
fn place(rulebook: &Rulebook, source: &Source, finding: &Finding) -> String {
    let sheet = finding.place.sheet().and_then(|sheet| source.sheets.get(sheet.index())?.as_deref());
    let cell = finding.place.cell().map(|cell| format!("ô {cell}"));
    let unit = finding.unit.map(|unit| rulebook.register.unit(unit).name.as_str());
    if matches!(finding.place, Place::File(_)) {
        return unit.map_or_else(|| "Cả tệp".to_owned(), |unit| format!("Cả tệp; {unit}"));
    }
    let place = sheet.map(str::to_owned).into_iter().chain(cell).collect::<Vec<_>>().join(", ");
    unit.map_or_else(|| place.clone(), |unit| format!("{place}; {unit}"))
}
