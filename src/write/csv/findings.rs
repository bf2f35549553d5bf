//! Findings, a line each.

use std::io::Write;

use crate::{finding::Finding, model::Language};

use super::{
    super::{
        Told,
        json::{Located, severity},
    },
    inert, writer,
};

/// Headings, in the order of the fields; the same words as the keys of the JSON.
const HEADINGS: [&str; 16] = [
    "code",
    "name",
    "severity",
    "message",
    "file",
    "sheet",
    "cell",
    "line",
    "unit",
    "criterion",
    "value",
    "expected",
    "help",
    "column_heading",
    "row_heading",
    "column",
];

/// Writes the findings as CSV without a byte order mark: programs read it, not Excel.
///
/// # Errors
/// When `into` refuses a write.
pub fn findings_csv(told: Told<'_>, language: Language, into: impl Write) -> Result<(), csv::Error> {
    let mut writer = writer(into);
    writer.write_record(HEADINGS)?;
    for finding in told.findings {
        writer.write_record(fields(told, language, finding).map(|field| inert(&field).into_owned()))?;
    }
    Ok(writer.flush()?)
}

fn fields(told: Told<'_>, language: Language, finding: &Finding) -> [String; 16] {
    let unit = told.rulebook.zip(finding.unit).map(|(rulebook, unit)| rulebook.register.unit(unit));
    let criterion = told.rulebook.zip(finding.criterion);
    let criterion = criterion.map(|(rulebook, criterion)| rulebook.criteria.criterion(criterion));
    let located = Located::of(told, &finding.place);
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        finding.code.number.to_owned(),
        finding.code.name.to_owned(),
        severity(finding.severity).to_owned(),
        finding.message.in_language(language).to_owned(),
        text(located.file),
        text(located.sheet),
        located.cell.unwrap_or_default(),
        located.line.map(|line| line.to_string()).unwrap_or_default(),
        text(unit.map(|unit| unit.code.as_str())),
        text(criterion.map(|criterion| criterion.id.as_str())),
        text(finding.value.as_deref()),
        text(finding.expected.as_deref()),
        finding.help.in_language(language).to_owned(),
        text(finding.headings.column.as_deref()),
        text(finding.headings.row.as_deref()),
        located.column.map(|column| column.to_string()).unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::findings_csv;
    use crate::{appendix::sample, model::Language};

    #[test]
    fn a_quoted_formula_is_made_inert() {
        let mut bytes = Vec::new();
        findings_csv((&sample::assessment().received).into(), Language::English, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let line = text.split("\r\n").nth(1).unwrap();
        let told =
            "TDP116,blank-criterion,warning,Criterion 1.2 is blank,tan-phong.csv,,C7,,03387.002,1.2,'=2+2,>= 80%,";
        assert!(line.starts_with(told), "{line}");
    }
}
