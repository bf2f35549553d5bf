//! Totals to plain tables: one appendix a file, one registry, one model of a table for every output format.

mod criteria_by_ward;
mod criteria_set;
mod groups;
mod matrix;
pub(crate) mod numbers;
mod origin;
mod overview;
mod parts;
mod proposals;
pub(crate) mod reasons;
mod report;
pub(crate) mod requirement;
#[cfg(test)]
pub(crate) mod sample;
mod shortfalls;
pub(crate) mod signing;
mod sources;
mod table;
#[cfg(test)]
mod tests;
mod wards;
pub(crate) mod words;

use rayon::prelude::*;

use crate::{
    model::roman,
    plan::{AppendixChoice, AppendixName},
};

pub(crate) use self::report::{Received, Report};

pub use self::{
    numbers::shown,
    origin::{Origin, UnitCount, UnitResult, VerdictCount},
    overview::{Goal, MainTotal, Overview, SHARE_ACHIEVED, Standing, Standings, overview},
    parts::Parts,
    signing::Signing,
    table::{Annex, Cell, Column, Content, Heading, Row, RowKind, Table, Value},
};

/// An appendix: its heading, and how its table is made.
struct Appendix {
    /// Name in `[[appendix]]` and in JSON.
    name: AppendixName,
    /// Number among the usual appendices; `None` for what follows them.
    number: Option<&'static str>,
    /// Title in ordinary case.
    title: &'static str,
    build: for<'a> fn(&Report<'a, '_>) -> Table<'a>,
}

/// Returns the appendix of that name.
const fn appendix(name: AppendixName) -> &'static Appendix {
    match name {
        AppendixName::Groups => &groups::GROUPS,
        AppendixName::Wards => &wards::WARDS,
        AppendixName::CriteriaByWard => &criteria_by_ward::CRITERIA_BY_WARD,
        AppendixName::Matrix => &matrix::MATRIX,
        AppendixName::Shortfalls => &shortfalls::SHORTFALLS,
        AppendixName::Proposals => &proposals::PROPOSALS,
        AppendixName::Sources => &sources::SOURCES,
        AppendixName::CriteriaSet => &criteria_set::CRITERIA_SET,
    }
}

/// Returns every appendix, in the usual order.
fn all() -> impl Iterator<Item = &'static Appendix> {
    AppendixName::ALL.iter().map(|name| appendix(*name))
}

/// Builds the appendices that the plan asks for, or the usual ones; the sources and the criteria set always follow.
pub fn annexes<'a>(parts: Parts<'a, '_>) -> Vec<Annex<'a>> {
    let report = Report::new(parts);
    chosen(&parts.rulebook.plan.appendices).into_par_iter().map(|chosen| chosen.build(&report)).collect()
}

/// Builds the table of an appendix, whether the plan asks for it or not.
pub(crate) fn table<'a>(name: AppendixName, report: &Report<'a, '_>) -> Table<'a> {
    (appendix(name).build)(report)
}

/// Returns the number under which the plan has an appendix come out; `None` where it does not, or without one.
pub(crate) fn number(name: AppendixName, report: &Report<'_, '_>) -> Option<String> {
    let chosen = chosen(&report.plan().appendices);
    chosen.into_iter().find(|chosen| chosen.appendix.name == name).and_then(|chosen| chosen.heading.number)
}

/// An appendix as it comes out: under the plan's number and title where it names them.
struct Chosen {
    appendix: &'static Appendix,
    heading: Heading,
}

impl Chosen {
    fn build<'a>(self, report: &Report<'a, '_>) -> Annex<'a> {
        let table = (self.appendix.build)(report);
        // What has no number goes with the appendices for whoever checks them, and is nobody's to sign.
        let is_signed = report.plan().report.sign_appendices && self.heading.number.is_some();
        let signing = is_signed.then(|| Signing::of(report.plan()));
        Annex { heading: self.heading, annexed_to: report.annexed_to(), remarks: report.remarks(), table, signing }
    }

    fn new(appendix: &'static Appendix, number: Option<String>, title: Option<&String>) -> Self {
        let title = title.map_or(appendix.title, String::as_str).to_owned();
        Self { appendix, heading: Heading { name: appendix.name.word(), number, title } }
    }
}

fn chosen(choices: &[AppendixChoice]) -> Vec<Chosen> {
    let usual = |appendix: &'static Appendix| Chosen::new(appendix, appendix.number.map(str::to_owned), None);
    if choices.is_empty() {
        return all().map(usual).collect();
    }
    let mut chosen: Vec<Chosen> = choices.iter().enumerate().map(of_choice).collect();
    let following = all().filter(|appendix| appendix.number.is_none());
    let following = following.filter(|appendix| choices.iter().all(|choice| choice.name != appendix.name));
    chosen.extend(following.map(usual));
    chosen
}

fn of_choice((index, choice): (usize, &AppendixChoice)) -> Chosen {
    let number = choice.number.clone().unwrap_or_else(|| roman(index + 1));
    Chosen::new(appendix(choice.name), Some(number), choice.title.as_ref())
}
