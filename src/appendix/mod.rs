//! Totals to plain tables: one appendix a file, one registry, one model of a table for every output format.

mod criteria_by_ward;
mod criteria_set;
mod groups;
mod matrix;
mod origin;
mod parts;
mod proposals;
mod reasons;
mod report;
mod requirement;
#[cfg(test)]
pub(crate) mod sample;
mod shortfalls;
mod sources;
mod table;
#[cfg(test)]
mod tests;
mod wards;
mod words;

use rayon::prelude::*;

use crate::plan::AppendixChoice;

use self::report::Report;

pub use self::{
    origin::{Origin, UnitCount, VerdictCount},
    parts::Parts,
    table::{Annex, Cell, Column, Content, Heading, Row, RowKind, Table, Value},
};

/// An appendix: its heading, and how its table is made.
struct Appendix {
    /// Name in `[[appendix]]` and in JSON.
    name: &'static str,
    /// Number among the usual appendices; `None` for what follows them.
    number: Option<&'static str>,
    /// Title in ordinary case.
    title: &'static str,
    build: for<'a> fn(&Report<'a, '_>) -> Table<'a>,
}

/// Every appendix, in the usual order.
const APPENDICES: &[Appendix] = &[
    groups::GROUPS,
    wards::WARDS,
    criteria_by_ward::CRITERIA_BY_WARD,
    matrix::MATRIX,
    shortfalls::SHORTFALLS,
    proposals::PROPOSALS,
    sources::SOURCES,
    criteria_set::CRITERIA_SET,
];

/// The plan asks for an appendix that there is not.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("không có phụ lục \"{name}\"; có: {}", names().collect::<Vec<_>>().join(", "))]
pub struct UnknownAppendix {
    /// The name in the plan.
    pub name: String,
}

/// Returns the names that `[[appendix]]` may use, in the usual order.
pub fn names() -> impl Iterator<Item = &'static str> {
    APPENDICES.iter().map(|appendix| appendix.name)
}

/// Builds the appendices that the plan asks for, or the usual ones; the sources and the criteria set always follow.
///
/// # Errors
/// When the plan asks for an appendix that there is not.
pub fn annexes<'a>(parts: Parts<'a, '_>) -> Result<Vec<Annex<'a>>, UnknownAppendix> {
    let report = Report::new(parts);
    let chosen = chosen(&parts.rulebook.plan.appendices)?;
    Ok(chosen.into_par_iter().map(|chosen| chosen.build(&report)).collect())
}

/// An appendix as it comes out: under the plan's number and title where it names them.
struct Chosen {
    appendix: &'static Appendix,
    heading: Heading,
}

impl Chosen {
    fn build<'a>(self, report: &Report<'a, '_>) -> Annex<'a> {
        let table = (self.appendix.build)(report);
        Annex { heading: self.heading, annexed_to: report.annexed_to(), remarks: report.remarks(), table }
    }

    fn new(appendix: &'static Appendix, number: Option<String>, title: Option<&String>) -> Self {
        let title = title.map_or(appendix.title, String::as_str).to_owned();
        Self { appendix, heading: Heading { name: appendix.name, number, title } }
    }
}

fn chosen(choices: &[AppendixChoice]) -> Result<Vec<Chosen>, UnknownAppendix> {
    let usual = |appendix: &'static Appendix| Chosen::new(appendix, appendix.number.map(str::to_owned), None);
    if choices.is_empty() {
        return Ok(APPENDICES.iter().map(usual).collect());
    }
    let mut chosen = choices.iter().enumerate().map(of_choice).collect::<Result<Vec<_>, _>>()?;
    let following = APPENDICES.iter().filter(|appendix| appendix.number.is_none());
    let following = following.filter(|appendix| choices.iter().all(|choice| choice.name != appendix.name));
    chosen.extend(following.map(usual));
    Ok(chosen)
}

fn of_choice((index, choice): (usize, &AppendixChoice)) -> Result<Chosen, UnknownAppendix> {
    let appendix = APPENDICES.iter().find(|appendix| appendix.name == choice.name);
    let appendix = appendix.ok_or_else(|| UnknownAppendix { name: choice.name.clone() })?;
    let number = choice.number.clone().unwrap_or_else(|| words::roman(index + 1));
    Ok(Chosen::new(appendix, Some(number), choice.title.as_ref()))
}
