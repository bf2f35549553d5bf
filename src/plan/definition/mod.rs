//! `tdp.toml` to a plan: shape, values, and what must go together.

mod coherence;
mod references;
mod shape;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    document::{Document, Table},
    finding::{DefinitionPlace, Finding},
    plan::{Accept, Agency, AppendixChoice, AppendixName, Period, Plan, PlanPlaces, PlanTargets, Report, SetReference},
};

pub use self::references::{check_plan, check_unit_kinds};

/// Reads a plan.
///
/// # Errors
/// Every mistake of the file, each with its place, in the order of places.
pub fn parse_plan(file_name: &str, bytes: &[u8]) -> Result<Plan, Vec<Finding>> {
    let document = Document::read(file_name, bytes, &shape::FILE)?;
    coherence::check(&document);
    let plan = document.root().table("plan").map(|table| to_plan(&document, &table));
    let mistakes = document.into_mistakes();
    match plan {
        Some(plan) if mistakes.is_empty() => Ok(plan),
        _ => Err(mistakes),
    }
}

/// Takes over the values; what is absent or wrong has been told, and such a plan is never returned.
fn to_plan(document: &Document<'_>, table: &Table<'_>) -> Plan {
    let root = document.root();
    let date = table.date("date").unwrap_or_default();
    Plan {
        number: table.string("number").unwrap_or_default(),
        title: table.string("title").unwrap_or_default(),
        issuer: table.string("issuer").unwrap_or_default(),
        date,
        period: table.table("period").as_ref().map(days).unwrap_or_default(),
        deadline: table.date("deadline"),
        deadline_text: table.string("deadline_text"),
        criteria: to_reference(table),
        units: table.string("units").unwrap_or_default(),
        units_on: table.date("units_on").unwrap_or(date),
        targets_file: table.string("targets_file"),
        targets: table.table("targets").as_ref().map(to_targets).unwrap_or_default(),
        accept: table.word("accept", &[("all", Accept::All), ("clean", Accept::Clean)]).unwrap_or_default(),
        previous: table.string("previous"),
        agencies: root.tables("agency").iter().map(to_agency).collect(),
        report: root.table("report").as_ref().map(to_report).unwrap_or_default(),
        periods: root.tables("period").iter().map(to_period).collect(),
        headings: root.table("headings").as_ref().map(to_headings).unwrap_or_default(),
        appendices: root.tables("appendix").iter().filter_map(to_appendix).collect(),
        places: to_places(document, table),
    }
}

fn days(table: &Table<'_>) -> (NaiveDate, NaiveDate) {
    (table.date("from").unwrap_or_default(), table.date("to").unwrap_or_default())
}

fn to_reference(table: &Table<'_>) -> SetReference {
    let reference = table.text("criteria").and_then(shape::reference);
    reference.unwrap_or_else(|| SetReference { id: String::new(), version: NaiveDate::default() })
}

fn to_targets(table: &Table<'_>) -> PlanTargets {
    PlanTargets { maintain: table.whole("maintain"), new: table.whole("new") }
}

fn to_agency(table: &Table<'_>) -> Agency {
    Agency {
        id: table.string("id").unwrap_or_default(),
        name: table.string("name").unwrap_or_default(),
        appraises: table.strings("appraises"),
    }
}

fn to_report(table: &Table<'_>) -> Report {
    Report {
        number: table.string("number").unwrap_or_default(),
        date: table.date("date"),
        place: table.string("place").unwrap_or_default(),
        signer_title: table.string("signer_title").unwrap_or_default(),
        signer: table.string("signer").unwrap_or_default(),
        sign_appendices: table.truth("sign_appendices").unwrap_or_default(),
    }
}

fn to_period(table: &Table<'_>) -> Period {
    let (from, to) = days(table);
    Period { id: table.string("id").unwrap_or_default(), from, to, deadline: table.date("deadline") }
}

fn to_headings(table: &Table<'_>) -> BTreeMap<String, Vec<String>> {
    let roles = table.shape().keys.iter().map(|key| key.name);
    roles.filter(|role| table.has(role)).map(|role| (role.to_owned(), table.strings(role))).collect()
}

/// A name that there is not has been told.
fn to_appendix(table: &Table<'_>) -> Option<AppendixChoice> {
    let name = table.text("name").and_then(AppendixName::of_word)?;
    Some(AppendixChoice { name, number: table.string("number"), title: table.string("title") })
}

fn to_places(document: &Document<'_>, table: &Table<'_>) -> PlanPlaces {
    let of = |name: &str| table.has(name).then(|| document.place(&table.value_span(name)));
    let of_patterns = |agency: &Table<'_>| -> Vec<DefinitionPlace> {
        agency.located_texts("appraises").iter().map(|text| document.place(&text.span)).collect()
    };
    PlanPlaces {
        criteria: of("criteria"),
        units: of("units"),
        targets_file: of("targets_file"),
        targets: of("targets"),
        previous: of("previous"),
        appraises: document.root().tables("agency").iter().map(of_patterns).collect(),
    }
}

#[cfg(test)]
mod tests;
