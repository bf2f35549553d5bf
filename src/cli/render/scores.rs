//! Verdicts for people: ward by ward a line a unit, why it failed, what is missing.

use std::{collections::BTreeMap, fmt::Write as _};

use tdp::{
    Assessment,
    finding::refused_values,
    model::{CriterionKey, Language, Outcome, Transition, UnitKey},
    score::{Scorecard, reason_in_words, shortfall, why_failed, why_open},
};

use super::{palette, plain, table, wrap};
use crate::cli::language::Pick;

/// What was written that cannot be used, by unit and criterion.
type Refused<'a> = BTreeMap<(UnitKey, CriterionKey), &'a str>;

/// Sets the scorecards of `assessment` by ward, in register order.
pub(crate) fn text(assessment: &Assessment, language: Language) -> String {
    let register = &assessment.received.rulebook.register;
    let widest = assessment.scorecards.iter().map(|card| table::width(&register.unit(card.unit).name)).max();
    let mut text = provenance(assessment, language);
    let refused = refused_values(&assessment.received.findings);
    let mut ward = None;
    for card in &assessment.scorecards {
        let above = register.ward_of(card.unit);
        if ward != Some(above) {
            ward = Some(above);
            heading(&mut text, assessment, above, language);
        }
        unit(&mut text, assessment, card, widest.unwrap_or_default(), language);
        open(&mut text, assessment, card, &refused, language);
    }
    let _ = writeln!(text, "\n{}", summary(assessment, language));
    text
}

fn summary(assessment: &Assessment, language: Language) -> String {
    let tally = &assessment.totals.summary;
    let (units, achieved, failed, open) = (tally.units, tally.achieved, tally.not_achieved, tally.incomplete);
    let message = say!(
        "{units} đơn vị: {achieved} đạt, {failed} chưa đạt, {open} chưa đủ số liệu",
        "Units {units}: achieved {achieved}, not achieved {failed}, incomplete {open}"
    );
    message.in_language(language).to_owned()
}

/// Says under which plan and criteria the verdicts stand, and that modelled criteria are not the official ones.
pub(crate) fn provenance(assessment: &Assessment, language: Language) -> String {
    let (plan, set) = (&assessment.received.rulebook.plan, &assessment.received.rulebook.criteria);
    let bold = palette::HEADING;
    let mut text = format!("{bold}{}{bold:#} · {}\n", plain(&plan.number), set.reference());
    if set.provenance == tdp::criteria::Provenance::Modelled {
        let warn = palette::WARNING;
        let words = language.pick(
            "Bộ tiêu chí mô phỏng, chưa phải bảng tiêu chí chính thức",
            "Modelled criteria, not the official table",
        );
        let _ = writeln!(text, "{warn}{words}{warn:#}");
    }
    text
}

fn heading(text: &mut String, assessment: &Assessment, ward: Option<UnitKey>, language: Language) {
    let bold = palette::HEADING;
    let name = match ward.map(|ward| assessment.received.rulebook.register.unit(ward)) {
        Some(ward) => format!("{} ({})", ward.name, ward.code),
        None => language.pick("Không thuộc phường, xã nào", "Of no ward").to_owned(),
    };
    let _ = writeln!(text, "\n{bold}{}{bold:#}", plain(&name));
}

fn unit(text: &mut String, assessment: &Assessment, card: &Scorecard, widest: usize, language: Language) {
    let unit = assessment.received.rulebook.register.unit(card.unit);
    let (colour, outcome) = outcome(card.outcome, language);
    let name = table::padded(&plain(&unit.name), widest);
    let outcome = table::padded(outcome, 15);
    let count = format!("{}/{}", card.achieved, card.applicable);
    let transition = transition(card.transition, language);
    let _ = writeln!(text, "  {}  {name}  {colour}{outcome}{colour:#}  {count:>7}  {transition}", unit.code);
    if !card.reported {
        return wrap::indented(text, 6, language.pick("chưa nhận được số liệu", "nothing received"));
    }
    if card.outcome == Outcome::Achieved {
        return;
    }
    failures(text, assessment, card, language);
}

fn failures(text: &mut String, assessment: &Assessment, card: &Scorecard, language: Language) {
    let set = &assessment.received.rulebook.criteria;
    for judgement in why_failed(card, set) {
        let criterion = set.criterion(judgement.criterion);
        let reason = reason_in_words(judgement, set);
        let distance = shortfall(judgement, set)
            .map(|distance| format!(", {}", distance.in_language(language)))
            .unwrap_or_default();
        let knockout = if criterion.knockout { language.pick(" (bắt buộc)", " (knock-out)") } else { "" };
        let reason = reason.in_language(language);
        wrap::indented(text, 6, &format!("{} {}{knockout}: {reason}{distance}", criterion.id, plain(&criterion.title)));
    }
}

/// Tells what keeps a unit open: what cannot be used, then what was never given.
fn open(text: &mut String, assessment: &Assessment, card: &Scorecard, values: &Refused<'_>, language: Language) {
    if !card.reported || card.outcome == Outcome::Achieved {
        return;
    }
    let set = &assessment.received.rulebook.criteria;
    let open = why_open(card);
    let refused = open.refused.iter().map(|judgement| {
        let id = &set.criterion(judgement.criterion).id;
        match values.get(&(card.unit, judgement.criterion)) {
            Some(value) => format!("{id} (\"{}\")", plain(value)),
            None => id.clone(),
        }
    });
    let missing = open.missing.iter().map(|judgement| set.criterion(judgement.criterion).id.clone());
    let refused_label = language.pick("số liệu chưa dùng được", "cannot be used as written");
    let missing_label = language.pick("còn thiếu số liệu", "still missing");
    let lines = [(refused_label, refused.collect::<Vec<String>>()), (missing_label, missing.collect::<Vec<String>>())];
    for (label, items) in lines.iter().filter(|(_, items)| !items.is_empty()) {
        wrap::indented(text, 6, &format!("{label}: {}", items.join(", ")));
    }
}

fn outcome(outcome: Outcome, language: Language) -> (anstyle::Style, &'static str) {
    match outcome {
        Outcome::Achieved => (palette::GOOD, language.pick("đạt", "achieved")),
        Outcome::NotAchieved => (palette::ERROR, language.pick("chưa đạt", "not achieved")),
        Outcome::Incomplete => (palette::WARNING, language.pick("chưa đủ số liệu", "incomplete")),
    }
}

fn transition(transition: Transition, language: Language) -> &'static str {
    match transition {
        Transition::Maintained => language.pick("duy trì được", "maintained"),
        Transition::Lost => language.pick("không duy trì được", "lost"),
        Transition::NewlyAchieved => language.pick("đạt mới", "newly achieved"),
        Transition::NotYet => language.pick("chưa đạt mới", "not yet"),
        Transition::Undecided => language.pick("chưa kết luận được", "undecided"),
        Transition::OutsidePlan => language.pick("ngoài kế hoạch", "outside the plan"),
    }
}
