//! Mistakes in files that people write, each shown at its place; every visible word is ours.

use std::collections::BTreeSet;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DEFAULT_TERM_WIDTH};
use tdp::{
    finding::{DefinitionPlace, Finding, Place, Severity, codes},
    model::Language,
};

use super::{counted, palette, severity, wrap};
use crate::cli::language::Pick;

/// Shows `findings`, those with a place in the lines of `texts`: file name, content.
pub(crate) fn text(findings: &[Finding], texts: &[(String, String)], language: Language) -> String {
    let mut shown = String::new();
    for finding in findings {
        let source = place(finding)
            .and_then(|place| texts.iter().find(|(file, _)| *file == place.file).map(|(_, text)| (place, text)));
        shown.push_str(&one(finding, source, language));
        shown.push_str("\n\n");
    }
    shown
}

/// Returns the last line: "2 tệp, 3 lỗi, 1 cảnh báo: cần sửa tdp.toml".
pub(crate) fn verdict(files: usize, findings: &[Finding], language: Language) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let wrong = listed(findings.iter().filter(|finding| absent(finding).is_none()).filter_map(faulty));
    let absent = listed(findings.iter().filter_map(absent));
    let counts = match language {
        Language::Vietnamese => format!("{files} tệp, {errors} lỗi, {warnings} cảnh báo"),
        Language::English => {
            let (files, errors) = (counted(files, "file"), counted(errors, "error"));
            format!("{files}, {errors}, {}", counted(warnings, "warning"))
        }
    };
    let named = |what: &str, files: &str| if files.is_empty() { String::new() } else { format!("{what} {files}") };
    let (colour, next) = match (errors, warnings) {
        (0, 0) => (palette::GOOD, language.pick("không phải sửa gì", "nothing to mend").to_owned()),
        (0, _) => (palette::WARNING, named(language.pick("nên xem lại", "look at"), &wrong)),
        (_, _) => {
            let mend = named(language.pick("cần sửa", "mend"), &wrong);
            let add = named(language.pick("chưa có tệp", "there is no file"), &absent);
            (palette::ERROR, [mend, add].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "))
        }
    };
    format!("{colour}{counts}: {next}{colour:#}")
}

/// Returns the file that is not there, where a finding says so.
fn absent(finding: &Finding) -> Option<&str> {
    finding.expected.as_deref().filter(|_| *finding.code == codes::DEFINITION_UNREADABLE)
}

/// Returns the file that is to be mended: one that cannot be read is told where another names it.
fn faulty(finding: &Finding) -> Option<&str> {
    let unreadable = finding.value.as_deref().filter(|_| *finding.code == codes::DEFINITION_UNREADABLE);
    unreadable.or_else(|| place(finding).map(|place| place.file.as_str()))
}

fn listed<'a>(files: impl Iterator<Item = &'a str>) -> String {
    files.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
}

/// Sets a mistake as JSON.
pub(crate) fn json(finding: &Finding, language: Language) -> serde_json::Value {
    let place = place(finding);
    serde_json::json!({
        "code": finding.code.number, "name": finding.code.name, "severity": finding.severity,
        "message": finding.message.in_language(language), "help": finding.help.in_language(language),
        "file": place.map(|place| &place.file), "line": place.map(|place| place.line), "column": place.map(|place| place.column),
        "value": finding.value, "expected": finding.expected,
    })
}

fn place(finding: &Finding) -> Option<&DefinitionPlace> {
    match &finding.place {
        Place::Definition(place) => Some(place),
        _ => None,
    }
}

fn one(finding: &Finding, source: Option<(&DefinitionPlace, &String)>, language: Language) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .with_name(severity(finding.severity, language))
        .primary_title(finding.message.in_language(language))
        .id(finding.code.number);
    let help = finding.help.in_language(language);
    let help = (!help.is_empty()).then(|| Level::HELP.with_name(language.pick("cách sửa", "help")).message(help));
    let group = match source {
        Some((place, text)) => title.element(snippet(place, text)).elements(help),
        None => Group::with_title(title).elements(help),
    };
    Renderer::styled().term_width(wrap::width().unwrap_or(DEFAULT_TERM_WIDTH)).render(&[group])
}

fn snippet<'a>(place: &'a DefinitionPlace, text: &'a str) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let (start, end) = within(text, place.start, place.end);
    Snippet::source(text).path(place.file.as_str()).annotation(AnnotationKind::Primary.span(start..end))
}

/// Keeps a span inside the text and on whole characters, whatever was said of it.
fn within(text: &str, start: usize, end: usize) -> (usize, usize) {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    let start = floor(start);
    (start, floor(end).max(start))
}
