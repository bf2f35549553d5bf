//! `tdp.findings/1`: what was read, and what was found in it.

use std::io::Write;

use serde::Serialize;

use crate::{
    facts::{Encoding, FileLayout, Source},
    finding::{Finding, Place, Severity},
    model::{Language, Voice},
};

use super::{super::Told, Streamed, write_line};

/// Writes findings; messages and help are in `language`, and plan and criteria are null where the definitions are wrong.
///
/// # Errors
/// When `into` refuses a write.
pub fn findings_json(told: Told<'_>, language: Language, into: impl Write) -> serde_json::Result<()> {
    let document = Document {
        schema: "tdp.findings/1",
        plan: told.rulebook.map(|rulebook| rulebook.plan.number.as_str()),
        criteria: told.rulebook.map(|rulebook| rulebook.criteria.reference()),
        tool: env!("CARGO_PKG_VERSION"),
        files: Streamed(|| told.sources.iter().map(|source| FileLine::of(told, source))),
        findings: Streamed(|| told.findings.iter().map(|finding| FindingLine::of(told, language, finding))),
        summary: Summary::of(told),
    };
    write_line(&document, into)
}

#[derive(Serialize)]
struct Document<'a, Files: Serialize, Findings: Serialize> {
    schema: &'static str,
    plan: Option<&'a str>,
    criteria: Option<String>,
    tool: &'static str,
    files: Files,
    findings: Findings,
    summary: Summary,
}

#[derive(Serialize)]
struct FileLine<'a> {
    path: &'a str,
    sha256: &'a str,
    ward: Option<&'a str>,
    voice: Voice,
    agency: Option<&'a str>,
    layout: FileLayout,
    encoding: Encoding,
    units: u32,
    rows: u32,
    facts: u32,
}

impl<'a> FileLine<'a> {
    fn of(told: Told<'a>, source: &'a Source) -> Self {
        let agency = told.rulebook.zip(source.agency);
        let agency = agency.and_then(|(rulebook, agency)| rulebook.plan.agencies.get(agency));
        let ward = told.rulebook.zip(source.ward).map(|(rulebook, ward)| rulebook.register.unit(ward));
        Self {
            path: &source.path,
            sha256: &source.sha256,
            ward: ward.map(|ward| ward.code.as_str()),
            voice: source.voice,
            agency: agency.map(|agency| agency.id.as_str()),
            layout: source.layout,
            encoding: source.encoding,
            units: source.units,
            rows: source.rows,
            facts: source.facts,
        }
    }
}

#[derive(Serialize)]
struct FindingLine<'a> {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    located: Located<'a>,
    #[serde(flatten)]
    particulars: Particulars<'a>,
}

impl<'a> FindingLine<'a> {
    fn of(told: Told<'a>, language: Language, finding: &'a Finding) -> Self {
        Self {
            code: finding.code.number,
            name: finding.code.name,
            severity: finding.severity,
            message: finding.message.in_language(language),
            located: Located::of(told, &finding.place),
            particulars: Particulars::of(told, language, finding),
        }
    }
}

/// What a finding is about, and what to do.
#[derive(Serialize)]
pub(super) struct Particulars<'a> {
    pub(super) unit: Option<&'a str>,
    pub(super) criterion: Option<&'a str>,
    column_heading: Option<&'a str>,
    row_heading: Option<&'a str>,
    value: Option<&'a str>,
    expected: Option<&'a str>,
    pub(super) help: &'a str,
}

impl<'a> Particulars<'a> {
    pub(super) fn of(told: Told<'a>, language: Language, finding: &'a Finding) -> Self {
        let unit = told.rulebook.zip(finding.unit).map(|(rulebook, unit)| rulebook.register.unit(unit));
        let criterion = told.rulebook.zip(finding.criterion);
        let criterion = criterion.map(|(rulebook, criterion)| rulebook.criteria.criterion(criterion));
        Self {
            unit: unit.map(|unit| unit.code.as_str()),
            criterion: criterion.map(|criterion| criterion.id.as_str()),
            column_heading: finding.headings.column.as_deref(),
            row_heading: finding.headings.row.as_deref(),
            value: finding.value.as_deref(),
            expected: finding.expected.as_deref(),
            help: finding.help.in_language(language),
        }
    }
}

/// Where a finding stands, in words.
#[derive(Serialize)]
pub(in crate::write) struct Located<'a> {
    pub(in crate::write) file: Option<&'a str>,
    pub(in crate::write) sheet: Option<&'a str>,
    pub(in crate::write) cell: Option<String>,
    /// Line and column of a file that people write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::write) line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::write) column: Option<u32>,
}

impl<'a> Located<'a> {
    pub(in crate::write) fn of(told: Told<'a>, place: &'a Place) -> Self {
        if let Place::Definition(definition) = place {
            let (line, column) = (Some(definition.line), Some(definition.column));
            return Self { file: Some(&definition.file), sheet: None, cell: None, line, column };
        }
        let source = place.file().and_then(|file| told.sources.get(file.index()));
        let sheet = source.zip(place.sheet()).and_then(|(source, sheet)| source.sheets.get(sheet.index()));
        Self {
            file: source.map(|source| source.path.as_str()),
            sheet: sheet.and_then(Option::as_deref),
            cell: place.cell().map(|cell| cell.to_string()),
            line: None,
            column: None,
        }
    }
}

/// Returns the word for a severity.
pub(in crate::write) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Summary {
    fn of(told: Told<'_>) -> Self {
        let count = |severity| told.findings.iter().filter(|finding| finding.severity == severity).count();
        Self {
            files: told.sources.len(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }
}
