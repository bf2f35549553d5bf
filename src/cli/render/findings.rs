//! Findings for people: by file, each with its place, what stands there, what was expected, what to do next.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use tdp::{
    Received,
    criteria::Requirement,
    finding::{Finding, Place, Severity},
    model::{FileKey, Language},
    plan::Rulebook,
};

use super::{counted, palette, plain, severity, wrap};
use crate::cli::language::Pick;

/// So many findings of one file are printed: nobody reads further on a screen.
const MOST_PRINTED: usize = 200;

/// Sets the findings by file: definitions, then what was received; what concerns no file comes last. Of a file with very
/// many, errors go before warnings, and the others are counted.
pub(crate) fn text(received: &Received, language: Language) -> String {
    let mut groups: BTreeMap<Group<'_>, Vec<&Finding>> = BTreeMap::new();
    for finding in &received.findings {
        groups.entry(Group::of(finding)).or_default().push(finding);
    }
    let mut text = String::new();
    for (group, findings) in groups {
        let bold = palette::HEADING;
        let _ = writeln!(text, "{bold}{}{bold:#}", group.heading(received, language));
        let mut told = None;
        for finding in printed(&findings) {
            one(&mut text, received, finding, told, language);
            told = Some(finding.help.in_language(language));
        }
        if let Some(left) = findings.len().checked_sub(MOST_PRINTED).filter(|left| *left > 0) {
            wrap::indented(&mut text, 2, &not_printed(left, language));
        }
        text.push('\n');
    }
    text
}

/// Returns what is printed of the findings of one file, in their order.
fn printed<'f>(findings: &[&'f Finding]) -> Vec<&'f Finding> {
    let mut most: Vec<(usize, &Finding)> = findings.iter().copied().enumerate().collect();
    if most.len() > MOST_PRINTED {
        most.sort_by_key(|(at, finding)| (finding.severity != Severity::Error, *at));
        most.truncate(MOST_PRINTED);
        most.sort_by_key(|(at, _)| *at);
    }
    most.into_iter().map(|(_, finding)| finding).collect()
}

fn not_printed(left: usize, language: Language) -> String {
    match language {
        Language::Vietnamese => {
            format!("… và {left} chỗ nữa của tệp này: xem đủ bằng --format csv hoặc --annotate THƯ_MỤC")
        }
        Language::English => format!("… and {left} more of this file: --format csv or --annotate DIR shows them all"),
    }
}

/// What findings are told under, in the order of telling.
#[derive(Eq, Ord, PartialEq, PartialOrd)]
enum Group<'a> {
    Definition(&'a str),
    File(FileKey),
    Run,
}

impl<'a> Group<'a> {
    fn of(finding: &'a Finding) -> Self {
        match (&finding.place, finding.place.file()) {
            (Place::Definition(place), _) => Self::Definition(&place.file),
            (_, Some(file)) => Self::File(file),
            (_, None) => Self::Run,
        }
    }

    fn heading(&self, received: &Received, language: Language) -> String {
        match self {
            Self::Definition(file) => plain(file),
            Self::File(file) => {
                let source = &received.sources[file.index()];
                let path = plain(&source.path);
                let Rulebook { plan, register, .. } = &received.rulebook;
                let agency = source.agency.and_then(|agency| plan.agencies.get(agency)).map(|agency| &agency.name);
                match agency.or(source.ward.map(|ward| &register.unit(ward).name)) {
                    Some(sender) => format!("{path} ({}: {sender})", language.pick("đọc là của", "read as from")),
                    None => path,
                }
            }
            Self::Run => language.pick("Chung cho cả đợt", "The run as a whole").to_owned(),
        }
    }
}

/// Writes one finding; help that was `told` just before is not told again.
fn one(text: &mut String, received: &Received, finding: &Finding, told: Option<&str>, language: Language) {
    let colour = palette::of(finding.severity);
    let (label, number) = (severity(finding.severity, language), finding.code.number);
    let place = place(received, finding, language);
    let gap = if place.is_empty() { "" } else { "  " };
    wrap::hanging(text, 2, 6, &format!("{colour}{label} {number}{colour:#}{gap}{}", place.join(" · ")));
    if let Some(line) = headings(finding, language) {
        wrap::indented(text, 6, &line);
    }
    wrap::indented(text, 6, &plain(finding.message.in_language(language)));
    if let Some(line) = value(received, finding, language) {
        wrap::indented(text, 6, &line);
    }
    let help = finding.help.in_language(language);
    if !help.is_empty() && told != Some(help) {
        let hint = palette::HELP;
        wrap::indented(text, 6, &format!("{hint}{}:{hint:#} {}", language.pick("cách sửa", "help"), plain(help)));
    }
}

/// Names sheet, cell, unit and criterion, as far as they are known.
fn place(received: &Received, finding: &Finding, language: Language) -> Vec<String> {
    let rulebook = &received.rulebook;
    let mut parts = Vec::new();
    if let Place::Definition(place) = &finding.place {
        let (line, column) = (place.line, place.column);
        parts.push(match language {
            Language::Vietnamese => format!("dòng {line}, cột {column}"),
            Language::English => format!("line {line}, column {column}"),
        });
    }
    let sheet = finding.place.file().zip(finding.place.sheet());
    let sheet = sheet.and_then(|(file, sheet)| received.sources[file.index()].sheets.get(sheet.index())?.as_deref());
    parts.extend(sheet.filter(|name| !name.is_empty()).map(plain));
    parts.extend(finding.place.cell().map(|cell| format!("{} {cell}", language.pick("ô", "cell"))));
    parts.extend(finding.unit.map(|unit| {
        let unit = rulebook.register.unit(unit);
        format!("{} ({})", unit.name, unit.code)
    }));
    parts.extend(finding.criterion.map(|criterion| {
        format!("{} {}", language.pick("tiêu chí", "criterion"), rulebook.criteria.criterion(criterion).id)
    }));
    parts
}

/// Quotes what heads the column and the row of the cell, as people look for it on the sheet.
fn headings(finding: &Finding, language: Language) -> Option<String> {
    let quoted = |word: &str, heading: &Option<String>| Some(format!("{word} \"{}\"", plain(heading.as_deref()?)));
    let column = quoted(language.pick("cột", "column"), &finding.headings.column);
    let row = quoted(language.pick("dòng", "row"), &finding.headings.row);
    let line = column.into_iter().chain(row).collect::<Vec<_>>().join(", ");
    (!line.is_empty()).then_some(line)
}

/// Quotes what stands there and says what was expected or is required, as far as the message does not.
fn value(received: &Received, finding: &Finding, language: Language) -> Option<String> {
    let said = finding.message.in_language(language);
    // Values are quoted with the decimal comma of the cells, which an English message spells with a point.
    let unsaid = |text: &String| !said.contains(text) && !said.contains(&text.replace(',', "."));
    let value = finding.value.as_deref().map(plain).filter(unsaid);
    let (expects, expected) = expectation(received, finding, language).unzip();
    let found = value.map(|value| format!("{} \"{value}\"", language.pick("đang ghi", "found")));
    let expected = expected.filter(unsaid).zip(expects).map(|(expected, expects)| format!("{expects} {expected}"));
    let line = found.into_iter().chain(expected).collect::<Vec<_>>().join(", ");
    (!line.is_empty()).then_some(line)
}

/// Returns what was expected, behind the words that say so. What a criterion requires is nothing that anybody should
/// write, so it is told as such, and not at all where it is that the criterion be achieved.
fn expectation(received: &Received, finding: &Finding, language: Language) -> Option<(&'static str, String)> {
    let expected = finding.expected.as_deref()?;
    if let Some((unit, key)) = finding.unit.zip(finding.criterion) {
        let rulebook = &received.rulebook;
        let (requirement, kind) = (rulebook.requirement(unit, key), rulebook.criteria.criterion(key).kind);
        if requirement.to_text(kind) == expected {
            let required = requirement.in_words(kind).in_language(language).to_owned();
            let told = *requirement != Requirement::Yes;
            return told.then(|| (language.pick("tiêu chí yêu cầu", "the criterion requires"), required));
        }
    }
    Some((language.pick("cần", "expected"), plain(expected).replace(">=", "≥").replace("<=", "≤")))
}

/// Returns the last line: "7 tệp, 3 lỗi, 5 cảnh báo: cần sửa 2 tệp".
pub(crate) fn verdict(received: &Received, language: Language) -> String {
    let with = |severity| received.findings.iter().filter(move |finding| finding.severity == severity);
    let files = |severity| with(severity).filter_map(|finding| finding.place.file()).collect::<BTreeSet<_>>().len();
    let (errors, warnings) = (with(Severity::Error).count(), with(Severity::Warning).count());
    let sources = received.sources.len();
    let counts = match language {
        Language::Vietnamese => format!("{sources} tệp, {errors} lỗi, {warnings} cảnh báo"),
        Language::English => {
            let (files, errors) = (counted(sources, "file"), counted(errors, "error"));
            format!("{files}, {errors}, {}", counted(warnings, "warning"))
        }
    };
    let (colour, next) = match (errors, warnings) {
        (0, 0) => (palette::GOOD, language.pick("không phải sửa gì", "nothing to mend").to_owned()),
        (0, _) => (palette::WARNING, to_look_at(files(Severity::Warning), language)),
        (_, _) => (palette::ERROR, to_mend(files(Severity::Error), language)),
    };
    format!("{colour}{counts}: {next}{colour:#}")
}

fn to_mend(files: usize, language: Language) -> String {
    match (files, language) {
        (0, Language::Vietnamese) => "cần xử lý các lỗi nêu trên".to_owned(),
        (0, Language::English) => "the errors above need attention".to_owned(),
        (_, Language::Vietnamese) => format!("cần sửa {files} tệp"),
        (_, Language::English) => format!("{} to mend", counted(files, "file")),
    }
}

fn to_look_at(files: usize, language: Language) -> String {
    match (files, language) {
        (0, Language::Vietnamese) => "nên xem các cảnh báo nêu trên".to_owned(),
        (0, Language::English) => "the warnings above deserve a look".to_owned(),
        (_, Language::Vietnamese) => format!("nên xem lại {files} tệp"),
        (_, Language::English) => format!("{} to look at again", counted(files, "file")),
    }
}
