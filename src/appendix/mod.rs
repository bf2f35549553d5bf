//! Totals to plain tables: one appendix a file, one registry, one model of a table for every output format.

mod criteria_by_ward;
mod criteria_set;
mod groups;
mod matrix;
mod origin;
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

use crate::{Assessment, plan::AppendixChoice};

use self::report::Report;

pub use self::{
    origin::{Origin, UnitCount, VerdictCount},
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
    build: for<'a> fn(&Report<'a>) -> Table<'a>,
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

/// The appendices that come out, each to be built by itself: together they may take more room than a city's facts.
pub struct Appendices<'a> {
    report: Report<'a>,
    chosen: Vec<Chosen>,
}

impl<'a> Appendices<'a> {
    /// Takes those that the plan asks for, or the usual ones; the sources and the criteria set always follow.
    ///
    /// # Errors
    /// When the plan asks for an appendix that there is not.
    pub fn of(assessment: &'a Assessment) -> Result<Self, UnknownAppendix> {
        let chosen = chosen(&assessment.received.rulebook.plan.appendices)?;
        Ok(Self { report: Report::new(assessment), chosen })
    }

    /// Returns what they are called, in their order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.chosen.iter().map(|chosen| &chosen.heading)
    }

    /// Builds each of them and returns what `make` makes of it, given its position; several at a time.
    ///
    /// # Errors
    /// The first of those that `make` gives.
    pub fn each<T: Send, E: Send>(&self, make: impl Fn(usize, Annex<'a>) -> Result<T, E> + Sync) -> Result<Vec<T>, E> {
        // The matrix, by far the largest, comes late in the usual order; begun early, its room serves the others again.
        let chosen = self.chosen.par_iter().enumerate().rev().with_max_len(1);
        let mut results =
            chosen.map(|(index, chosen)| make(index, self.build(chosen))).collect::<Result<Vec<T>, E>>()?;
        results.reverse();
        Ok(results)
    }

    fn build(&self, chosen: &Chosen) -> Annex<'a> {
        Annex {
            heading: chosen.heading.clone(),
            annexed_to: self.report.annexed_to(),
            remarks: self.report.remarks(),
            table: (chosen.appendix.build)(&self.report),
        }
    }
}

/// An appendix as it comes out: under the plan's number and title where it names them.
struct Chosen {
    appendix: &'static Appendix,
    heading: Heading,
}

impl Chosen {
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
