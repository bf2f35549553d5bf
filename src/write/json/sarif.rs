//! SARIF 2.1.0 (OASIS): the findings as tools of code review and dashboards read them.

use std::{fmt::Write as _, io::Write};

use serde::Serialize;

use crate::{
    facts::Source,
    finding::{Code, Finding, codes},
    model::{Language, digest},
};

use super::{
    super::Told,
    Located, Streamed,
    findings::{Particulars, severity},
    write_line,
};

/// So many digits of a digest tell the findings of a run apart.
const FINGERPRINT: usize = 32;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes the findings of a run as a SARIF log; messages and rules are in `language`.
///
/// A cell stands as a logical location below its sheet, as workbooks have no lines. The notes of SARIF are ours, and
/// what else a finding says is among its properties, under the keys of `tdp.findings/1`.
///
/// # Errors
/// When `into` refuses a write.
pub fn findings_sarif(told: Told<'_>, language: Language, into: impl Write) -> serde_json::Result<()> {
    let driver = Driver {
        name: "tdp",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        language: language.tag(),
        rules: Streamed(|| codes::ALL.iter().map(|code| Rule::of(code, language))),
    };
    let run = Run {
        tool: Tool { driver },
        language: language.tag(),
        column_kind: "unicodeCodePoints",
        // A finding is no failure of the program, unless it let nothing be read.
        invocations: [Invocation { execution_successful: told.rulebook.is_some() }],
        artifacts: Streamed(|| told.sources.iter().map(Artifact::of)),
        results: Streamed(|| told.findings.iter().map(|finding| Outcome::of(told, language, finding))),
        properties: RunProperties {
            plan: told.rulebook.map(|rulebook| rulebook.plan.number.as_str()),
            criteria: told.rulebook.map(|rulebook| rulebook.criteria.reference()),
        },
    };
    write_line(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, into)
}

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [R; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a, Rules: Serialize, Artifacts: Serialize, Results: Serialize> {
    tool: Tool<Rules>,
    language: &'static str,
    column_kind: &'static str,
    invocations: [Invocation; 1],
    artifacts: Artifacts,
    results: Results,
    properties: RunProperties<'a>,
}

#[derive(Serialize)]
struct RunProperties<'a> {
    plan: Option<&'a str>,
    criteria: Option<String>,
}

#[derive(Serialize)]
struct Tool<Rules: Serialize> {
    driver: Driver<Rules>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<Rules: Serialize> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Rules,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
}

#[derive(Serialize)]
struct Text<T> {
    text: T,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Text<&'static str>,
    help: Text<&'static str>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

impl Rule {
    fn of(code: &Code, language: Language) -> Self {
        let (title, body) = code.page(language).split_once("\n\n").unwrap_or((code.page(language), ""));
        Self {
            id: code.number,
            name: code.name,
            short_description: Text { text: title },
            help: Text { text: body },
            default_configuration: Configuration { level: severity(code.severity) },
        }
    }
}

#[derive(Serialize)]
struct Artifact<'a> {
    location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    hashes: Option<Hashes<'a>>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
struct Hashes<'a> {
    #[serde(rename = "sha-256")]
    sha256: &'a str,
}

impl<'a> Artifact<'a> {
    fn of(source: &'a Source) -> Self {
        let hashes = Some(source.sha256.as_str()).filter(|digest| !digest.is_empty());
        Self {
            location: ArtifactLocation { uri: reference(&source.path) },
            hashes: hashes.map(|sha256| Hashes { sha256 }),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    level: &'static str,
    message: Text<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
    partial_fingerprints: Fingerprints,
    properties: Particulars<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    name: String,
    fully_qualified_name: String,
    kind: &'static str,
}

/// What stays the same while other findings come and go: who else found it does not matter, nor where the row moved.
#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "finding/1")]
    finding: String,
}

impl<'a> Outcome<'a> {
    fn of(told: Told<'a>, language: Language, finding: &'a Finding) -> Self {
        let located = Located::of(told, &finding.place);
        let properties = Particulars::of(told, language, finding);
        let (message, help) = (finding.message.in_language(language), properties.help);
        Self {
            rule_id: finding.code.number,
            level: severity(finding.severity),
            message: Text { text: if help.is_empty() { message.to_owned() } else { format!("{message}. {help}") } },
            partial_fingerprints: Fingerprints::of(finding, &located, &properties),
            locations: Location::of(located).into_iter().collect(),
            properties,
        }
    }
}

impl Location {
    fn of(located: Located<'_>) -> Option<Self> {
        let file = located.file?;
        let region = located.line.zip(located.column);
        let region = region.map(|(start_line, start_column)| Region { start_line, start_column });
        let name = |sheet: Option<&str>, cell: String| match sheet {
            Some(sheet) => format!("{sheet}!{cell}"),
            None => cell,
        };
        let logical = match (located.sheet, located.cell) {
            (sheet, Some(cell)) => Some((cell.clone(), name(sheet, cell), "cell")),
            (Some(sheet), None) => Some((sheet.to_owned(), sheet.to_owned(), "sheet")),
            (None, None) => None,
        };
        let logical =
            logical.map(|(name, fully_qualified_name, kind)| LogicalLocation { name, fully_qualified_name, kind });
        Some(Self {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation { uri: reference(file) },
                region,
            },
            logical_locations: logical.into_iter().collect(),
        })
    }
}

impl Fingerprints {
    fn of(finding: &Finding, located: &Located<'_>, properties: &Particulars<'_>) -> Self {
        let place = if properties.unit.is_some() { None } else { located.cell.as_deref() };
        let parts = [located.file, located.sheet, properties.unit, properties.criterion, place];
        let mut told = finding.code.number.to_owned();
        for part in parts {
            told.push_str(part.unwrap_or_default());
            told.push('\0');
        }
        let mut finding = digest(told.as_bytes());
        finding.truncate(FINGERPRINT);
        Self { finding }
    }
}

/// Returns a path as a relative reference (RFC 3986): what is no plain letter, digit or sign is written by its bytes.
fn reference(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::appendix::sample;

    fn log(language: Language) -> Value {
        let mut bytes = Vec::new();
        findings_sarif((&sample::assessment().received).into(), language, &mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    #[test]
    fn every_result_has_its_rule_its_file_and_its_cell() {
        let log = log(Language::English);
        assert_eq!((&log["version"], &log["runs"][0]["tool"]["driver"]["name"]), (&"2.1.0".into(), &"tdp".into()));
        let result = &log["runs"][0]["results"][0];
        assert_eq!((&result["ruleId"], &result["level"]), (&"TDP116".into(), &"warning".into()));
        assert!(result["message"]["text"].as_str().unwrap().starts_with("Criterion 1.2 is blank"));
        let location = &result["locations"][0];
        assert_eq!(location["physicalLocation"]["artifactLocation"]["uri"], "tan-phong.csv");
        assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "C7");
        assert_eq!(result["properties"]["unit"], "03387.002");
    }

    #[test]
    fn every_code_is_a_rule_in_the_language_asked_for() {
        for (language, title) in [(Language::Vietnamese, "vi"), (Language::English, "en")] {
            let log = log(language);
            let driver = &log["runs"][0]["tool"]["driver"];
            assert_eq!(driver["language"], title);
            let rules = driver["rules"].as_array().unwrap();
            assert_eq!(rules.len(), codes::ALL.len());
            let first = codes::ALL[0];
            assert_eq!(rules[0]["id"], first.number);
            assert!(first.page(language).starts_with(rules[0]["shortDescription"]["text"].as_str().unwrap()));
        }
    }

    #[test]
    fn a_path_becomes_a_reference() {
        assert_eq!(reference("phường 1/biểu #2.xlsx"), "ph%C6%B0%E1%BB%9Dng%201/bi%E1%BB%83u%20%232.xlsx");
        assert_eq!(reference("c:%.csv"), "c%3A%25.csv");
    }
}
