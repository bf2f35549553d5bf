//! `tdp.totals/1`: the city, its wards and its criteria, and which appendices came out.

use std::io::Write;

use serde::Serialize;

use crate::{
    criteria::{Against, Provenance, Requirement},
    model::{Quantity, Ratio, Sum, UnitKey},
    plan::{Level, Rulebook},
    totals::{CriterionTally, CriterionTotals, LevelTotals, Reported, TargetTotals, Totals, UnitTally},
};

use super::super::WrittenTable;

/// The most decimals that a number of the machine output has.
const DECIMALS: u8 = 6;

/// Writes the totals and the list of the `tables` beside them, indented: people look into this file
/// too.
///
/// # Errors
/// When `into` refuses a write.
pub fn totals_json(
    rulebook: &Rulebook,
    totals: &Totals,
    tables: &[WrittenTable],
    into: impl Write,
) -> serde_json::Result<()> {
    let wards = totals.levels.iter().filter(|level| rulebook.register.unit(level.unit).level == Level::Ward);
    let lines = |numbered: bool| {
        tables.iter().filter(|table| table.heading.number.is_some() == numbered).map(TableLine::of).collect()
    };
    let document = Document {
        schema: "tdp.totals/1",
        plan: &rulebook.plan.number,
        criteria_set: rulebook.criteria.reference(),
        criteria_digest: &rulebook.criteria.digest,
        provenance: rulebook.criteria.provenance,
        tool: env!("CARGO_PKG_VERSION"),
        reported: totals.reported,
        targets: totals.targets,
        summary: totals.summary,
        wards: wards.map(|level| LevelLine::of(rulebook, level)).collect(),
        levels: totals.levels.iter().map(|level| LevelLine::of(rulebook, level)).collect(),
        criteria: totals.criteria.iter().map(|criterion| CriterionLine::of(rulebook, criterion)).collect(),
        appendices: lines(true),
        further_tables: lines(false),
    };
    let mut into = std::io::BufWriter::new(into);
    serde_json::to_writer_pretty(&mut into, &document)?;
    into.write_all(b"\n").and_then(|()| into.flush()).map_err(serde_json::Error::io)
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    plan: &'a str,
    criteria_set: String,
    criteria_digest: &'a str,
    provenance: Provenance,
    tool: &'static str,
    reported: Reported,
    targets: TargetTotals,
    summary: UnitTally,
    wards: Vec<LevelLine<'a>>,
    levels: Vec<LevelLine<'a>>,
    criteria: Vec<CriterionLine<'a>>,
    appendices: Vec<TableLine<'a>>,
    further_tables: Vec<TableLine<'a>>,
}

#[derive(Serialize)]
struct LevelLine<'a> {
    code: &'a str,
    name: &'a str,
    kind: &'a str,
    parent: Option<&'a str>,
    #[serde(flatten)]
    tally: UnitTally,
    reported: u32,
    to_maintain: u32,
    to_recognise: u32,
}

impl<'a> LevelLine<'a> {
    fn of(rulebook: &'a Rulebook, level: &LevelTotals) -> Self {
        let register = &rulebook.register;
        let unit = register.unit(level.unit);
        Self {
            code: &unit.code,
            name: &unit.name,
            kind: &unit.kind,
            parent: unit.parent.map(|parent| register.unit(parent).code.as_str()),
            tally: level.tally,
            reported: level.reported,
            to_maintain: level.to_maintain,
            to_recognise: level.to_recognise,
        }
    }
}

#[derive(Serialize)]
struct CriterionLine<'a> {
    id: &'a str,
    #[serde(flatten)]
    tally: CriterionFigures,
    wards: Vec<WardLine<'a>>,
}

impl<'a> CriterionLine<'a> {
    fn of(rulebook: &'a Rulebook, totals: &CriterionTotals) -> Self {
        let criterion = rulebook.criteria.criterion(totals.criterion);
        let figures = |tally: &CriterionTally| CriterionFigures::of(&criterion.requirement, tally);
        let ward = |(ward, tally): &(UnitKey, CriterionTally)| WardLine {
            code: &rulebook.register.unit(*ward).code,
            tally: figures(tally),
        };
        Self { id: &criterion.id, tally: figures(&totals.tally), wards: totals.wards.iter().map(ward).collect() }
    }
}

#[derive(Serialize)]
struct WardLine<'a> {
    code: &'a str,
    #[serde(flatten)]
    tally: CriterionFigures,
}

#[derive(Serialize)]
struct CriterionFigures {
    achieved: u32,
    not_achieved: u32,
    not_applicable: u32,
    missing: u32,
    not_due: u32,
    by_claim: u32,
    part: Option<String>,
    whole: Option<String>,
    percent: Option<String>,
    percent_units: u32,
    sum: Option<String>,
    sum_units: u32,
}

impl CriterionFigures {
    fn of(requirement: &Requirement, tally: &CriterionTally) -> Self {
        let plain = |sum: Sum| sum.rounded(DECIMALS).to_string();
        let over = |units: u32, sum: Sum| (units > 0).then(|| plain(sum));
        let threshold = match requirement {
            Requirement::Compare(_, Against::Threshold(threshold)) => Some(*threshold),
            _ => None,
        };
        let ratio = Ratio::new(tally.part, tally.whole).filter(|_| tally.percent_units > 0);
        Self {
            achieved: tally.achieved,
            not_achieved: tally.not_achieved,
            not_applicable: tally.not_applicable,
            missing: tally.missing,
            not_due: tally.not_due,
            by_claim: tally.by_claim,
            part: over(tally.percent_units, tally.part),
            whole: over(tally.percent_units, tally.whole),
            percent: ratio.map(|ratio| Quantity::Ratio(ratio).shown_in_json(threshold).to_string()),
            percent_units: tally.percent_units,
            sum: over(tally.sum_units, tally.sum),
            sum_units: tally.sum_units,
        }
    }
}

#[derive(Serialize)]
struct TableLine<'a> {
    name: &'static str,
    number: Option<&'a str>,
    title: &'a str,
    csv: &'a str,
    rows: usize,
}

impl<'a> TableLine<'a> {
    fn of(table: &'a WrittenTable) -> Self {
        let WrittenTable { heading, csv, rows } = table;
        Self { name: heading.name, number: heading.number.as_deref(), title: &heading.title, csv, rows: *rows }
    }
}
