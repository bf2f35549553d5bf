//! `tdp.score/1`: every verdict on every unit, with its reason and the cells it came from.

use std::io::Write;

use serde::Serialize;

use crate::{
    Assessment,
    criteria::{Against, Provenance, Requirement},
    facts::{Claim, Fact, Role, SourceCell},
    model::{CellPlace, Decimal, Language, Outcome, Quantity, Sum, Target, Transition, Verdict, Voice},
    score::{Basis, Judgement, Reason, Scorecard, reason_in_words, shortfall},
    totals::UnitTally,
};

use super::{Streamed, write_line};

/// The most decimals that a number of the machine output has.
const DECIMALS: u8 = 6;

/// Writes the verdicts of an assessment; reasons are in `language`.
///
/// # Errors
/// When `into` refuses a write.
pub fn score_json(assessment: &Assessment, language: Language, into: impl Write) -> serde_json::Result<()> {
    let criteria = &assessment.received.rulebook.criteria;
    let lines = |of_the_sets_level: bool| {
        Streamed(move || {
            let cards = assessment.scorecards.iter();
            let cards = cards.filter(move |card| (card.subject == criteria.subject) == of_the_sets_level);
            cards.map(move |card| UnitLine::of(assessment, language, card))
        })
    };
    let document = Document {
        schema: "tdp.score/1",
        plan: &assessment.received.rulebook.plan.number,
        criteria: criteria.reference(),
        provenance: criteria.provenance,
        tool: env!("CARGO_PKG_VERSION"),
        units: lines(true),
        others: lines(false),
        summary: assessment.totals.summary,
    };
    write_line(&document, into)
}

#[derive(Serialize)]
struct Document<'a, Units: Serialize> {
    schema: &'static str,
    plan: &'a str,
    criteria: String,
    provenance: Provenance,
    tool: &'static str,
    units: Units,
    /// Units of another level that criteria of their own are about.
    others: Units,
    summary: UnitTally,
}

#[derive(Serialize)]
struct UnitLine<'a> {
    #[serde(flatten)]
    head: UnitHead<'a>,
    criteria: Vec<CriterionLine<'a>>,
}

impl<'a> UnitLine<'a> {
    fn of(assessment: &'a Assessment, language: Language, card: &'a Scorecard) -> Self {
        let line = |judgement| CriterionLine::of(assessment, language, card, judgement);
        Self { head: UnitHead::of(assessment, card), criteria: card.judgements.iter().map(line).collect() }
    }
}

/// A unit and its result.
#[derive(Serialize)]
pub(in crate::write) struct UnitHead<'a> {
    pub(in crate::write) code: &'a str,
    pub(in crate::write) name: &'a str,
    pub(in crate::write) ward: Option<&'a str>,
    pub(in crate::write) kind: &'a str,
    pub(in crate::write) target: Option<Target>,
    pub(in crate::write) outcome: Outcome,
    pub(in crate::write) transition: Transition,
    achieved: u32,
    applicable: u32,
    total: u32,
    points: Option<String>,
    reported: bool,
}

impl<'a> UnitHead<'a> {
    pub(in crate::write) fn of(assessment: &'a Assessment, card: &Scorecard) -> Self {
        let register = &assessment.received.rulebook.register;
        let unit = register.unit(card.unit);
        Self {
            code: &unit.code,
            name: &unit.name,
            ward: register.ward_of(card.unit).map(|ward| register.unit(ward).code.as_str()),
            kind: &unit.kind,
            target: card.target,
            outcome: card.outcome,
            transition: card.transition,
            achieved: card.achieved,
            applicable: card.applicable,
            total: card.total,
            points: card.points.map(plain),
            reported: card.reported,
        }
    }
}

/// The verdict on one criterion or indicator.
#[derive(Serialize)]
pub(in crate::write) struct CriterionLine<'a> {
    pub(in crate::write) id: &'a str,
    pub(in crate::write) verdict: Verdict,
    pub(in crate::write) basis: Basis,
    pub(in crate::write) voice: Option<Voice>,
    pub(in crate::write) figure: Option<String>,
    pub(in crate::write) part: Option<String>,
    pub(in crate::write) whole: Option<String>,
    pub(in crate::write) claim: Option<&'static str>,
    pub(in crate::write) reason: String,
    pub(in crate::write) shortfall: Option<String>,
    pub(in crate::write) source: Option<CellLine<'a>>,
    sources: Vec<SourceLine<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::write) indicators: Vec<Self>,
}

impl<'a> CriterionLine<'a> {
    pub(in crate::write) fn of(
        assessment: &'a Assessment,
        language: Language,
        card: &Scorecard,
        judgement: &'a Judgement,
    ) -> Self {
        let (evidence, criteria) = (&assessment.received.evidence, &assessment.received.rulebook.criteria);
        let deciding = || deciding_indicators(judgement);
        let place = |judgement: &Judgement| evidence.fact(judgement.fact?).and_then(Fact::deciding_place);
        let source = place(judgement).or_else(|| deciding().find_map(place));
        let (part, whole) = match judgement.quantity() {
            Some(Quantity::Ratio(ratio)) => (Some(plain(ratio.part())), Some(plain(ratio.whole()))),
            _ => (None, None),
        };
        let all = std::iter::once(judgement).chain(deciding());
        let all = all.flat_map(|judgement| evidence.of(card.unit, judgement.criterion));
        let indicator = |indicator| Self::of(assessment, language, card, indicator);
        Self {
            id: &criteria.criterion(judgement.criterion).id,
            verdict: judgement.verdict,
            basis: judgement.basis,
            voice: judgement.voice,
            figure: judgement.quantity().map(|quantity| quantity.shown_in_json(threshold(judgement)).to_string()),
            part,
            whole,
            claim: judgement.claim.and_then(claim),
            reason: reason_in_words(judgement, criteria).in_language(language).to_owned(),
            shortfall: shortfall(judgement, criteria).map(|message| message.in_language(language).to_owned()),
            source: source.map(|place| CellLine::of(assessment, place)),
            sources: all.flat_map(|fact| SourceLine::all(assessment, fact)).collect(),
            indicators: judgement.indicators.iter().map(indicator).collect(),
        }
    }
}

/// Returns the indicators that decided a criterion: those with its verdict, unless a voice spoke on it as a whole.
fn deciding_indicators(judgement: &Judgement) -> impl Iterator<Item = &Judgement> {
    let indicators = if judgement.fact.is_none() { judgement.indicators.as_slice() } else { &[] };
    indicators.iter().filter(|indicator| indicator.verdict == judgement.verdict)
}

/// A cell of a file.
#[derive(Serialize)]
pub(in crate::write) struct CellLine<'a> {
    pub(in crate::write) file: &'a str,
    pub(in crate::write) sheet: Option<&'a str>,
    pub(in crate::write) cell: String,
}

impl<'a> CellLine<'a> {
    fn of(assessment: &'a Assessment, place: CellPlace) -> Self {
        let source = &assessment.received.sources[place.file.index()];
        Self {
            file: &source.path,
            sheet: source.sheets.get(place.sheet.index()).and_then(Option::as_deref),
            cell: place.cell.to_string(),
        }
    }
}

#[derive(Serialize)]
struct SourceLine<'a> {
    role: Role,
    voice: Voice,
    #[serde(flatten)]
    cell: CellLine<'a>,
    raw: String,
}

impl<'a> SourceLine<'a> {
    fn all(assessment: &'a Assessment, fact: &'a Fact) -> impl Iterator<Item = Self> {
        fact.cells.iter().map(move |cell: &SourceCell| Self {
            role: cell.role,
            voice: fact.voice,
            cell: CellLine::of(assessment, fact.place(cell)),
            raw: cell.raw.to_string(),
        })
    }
}

/// Returns the word for a claim; one that the criterion does not apply shows in the verdict alone.
fn claim(claim: Claim) -> Option<&'static str> {
    match claim {
        Claim::Achieved => Some("achieved"),
        Claim::NotAchieved => Some("not-achieved"),
        Claim::NotApplicable => None,
    }
}

fn plain(sum: Sum) -> String {
    sum.rounded(DECIMALS).to_string()
}

/// Returns the number that the value was compared with, whose side it must not leave when it is rounded.
fn threshold(judgement: &Judgement) -> Option<Decimal> {
    of_reason(&judgement.reason)
}

fn of_reason(reason: &Reason) -> Option<Decimal> {
    match reason {
        Reason::Measured { requirement: Requirement::Compare(_, Against::Threshold(threshold)), .. }
        | Reason::RolledUp { requirement: Requirement::Compare(_, Against::Threshold(threshold)), .. } => {
            Some(*threshold)
        }
        Reason::Measured { against: Some(against), .. } => match **against {
            Quantity::Number(threshold) => Some(threshold),
            Quantity::Ratio(_) => None,
        },
        Reason::DueLater { so_far, .. } => of_reason(so_far),
        _ => None,
    }
}
