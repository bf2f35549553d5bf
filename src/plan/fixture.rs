//! Small registers for tests.

use chrono::NaiveDate;

use super::{DefinitionTable, Register, parse_register};
use crate::{
    finding::{Finding, Place},
    model::UnitKey,
};

pub(super) const HEADINGS: &str = "code,name,kind,parent,area,aliases,valid_from,valid_to,succeeds";

/// Reads a register of these rows as of 28 February 2025.
pub(super) fn read(rows: &[&str]) -> Result<(Register, Vec<Finding>), Vec<Finding>> {
    let text = format!("{HEADINGS}\n{}\n", rows.join("\n"));
    let table = DefinitionTable::from_csv("units.csv", text.as_bytes())?;
    parse_register(&table, NaiveDate::from_ymd_opt(2025, 2, 28).unwrap())
}

/// Reads a register without mistakes.
pub(super) fn register(rows: &[&str]) -> Register {
    read(rows).unwrap_or_else(|findings| panic!("{:?}", told(&findings))).0
}

/// Returns the unit with `code`.
pub(super) fn unit(register: &Register, code: &str) -> UnitKey {
    register.all().find(|(_, unit)| unit.code == code).unwrap_or_else(|| panic!("{code}")).0
}

/// Returns the findings as `TDP505 3:1`, in the order told.
pub(super) fn told(findings: &[Finding]) -> Vec<String> {
    for finding in findings {
        for text in [&finding.message.vi, &finding.message.en, &finding.help.vi, &finding.help.en] {
            assert!(!text.starts_with(char::is_lowercase), "{text} begins with a small letter");
        }
    }
    let told = findings.iter().map(|finding| match &finding.place {
        Place::Definition(place) => format!("{} {}:{}", finding.code.number, place.line, place.column),
        place => format!("{} {place:?}", finding.code.number),
    });
    told.collect()
}
