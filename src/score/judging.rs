//! The judging of the units of a register, one scorecard each.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    campaign::{Evidence, FactKey},
    criteria::{Against, IndicatorRule, OutcomeRule, Requirement, Rollup, Subject},
    facts::Fact,
    model::{CriterionKey, Quantity, Transition, UnitKey, Verdict, Voice},
    plan::{Level, Register, Rulebook, Unit},
};

use super::{
    Context, Judgement, Measured, Reason, Scorecard,
    answer::{Answer, Question},
    indicators::by_indicators,
    outcome::{outcome, standings},
    points::sure_points,
    prevailing::{first_voice, prevailing_fact, prevailing_facts, prevailing_figure},
    rollup::{RolledUp, Rolling},
};

/// Judges every unit that exists for the plan and has criteria to answer, in register order.
///
/// The units of the set's own subject are there whether or not anything was received about them.
pub fn score(rulebook: &Rulebook, evidence: &Evidence, context: &Context<'_>) -> Vec<Scorecard> {
    let judging = Judging { rulebook, evidence, context, papers: papers(rulebook), below: below(&rulebook.register) };
    let units: Vec<(UnitKey, &Unit)> = rulebook.register.valid().collect();
    units.into_par_iter().filter_map(|(key, unit)| judging.scorecard(key, unit)).collect()
}

/// Returns the verdict on a figure that was computed for `unit` from the units below it, as if it were due.
pub fn verdict_of_rollup(rulebook: &Rulebook, unit: UnitKey, criterion: CriterionKey, rolled: RolledUp) -> Verdict {
    let requirement = rulebook.requirement(unit, criterion).clone();
    let criterion = rulebook.criteria.criterion(criterion);
    Question { criterion, requirement, against: None, as_of: rulebook.plan.period.1 }.rolled_up(rolled).verdict
}

/// The criteria that the units of one level answer.
struct Paper {
    subject: Subject,
    criteria: Vec<Item>,
}

/// A criterion with its indicators.
struct Item {
    key: CriterionKey,
    indicators: Vec<CriterionKey>,
}

fn papers(rulebook: &Rulebook) -> Vec<Paper> {
    let set = &rulebook.criteria;
    let paper = |subject: Subject| {
        let of_subject = set.top_level().filter(|(_, criterion)| criterion.subject == subject);
        let item = |key| Item { key, indicators: set.indicators(key).map(|(key, _)| key).collect() };
        Paper { subject, criteria: of_subject.map(|(key, _)| item(key)).collect() }
    };
    let papers = [Subject::City, Subject::Ward, Subject::Group, Subject::Agency].into_iter().map(paper);
    papers.filter(|paper| paper.subject == set.subject || !paper.criteria.is_empty()).collect()
}

/// Gathers the units of each level that belong to a unit, near or far, in register order.
fn below(register: &Register) -> BTreeMap<(UnitKey, Level), Vec<UnitKey>> {
    let mut below: BTreeMap<(UnitKey, Level), Vec<UnitKey>> = BTreeMap::new();
    for (key, unit) in register.valid() {
        for above in register.chain(key).skip(1) {
            below.entry((above, unit.level)).or_default().push(key);
        }
    }
    below
}

struct Judging<'a> {
    rulebook: &'a Rulebook,
    evidence: &'a Evidence,
    context: &'a Context<'a>,
    papers: Vec<Paper>,
    below: BTreeMap<(UnitKey, Level), Vec<UnitKey>>,
}

/// A unit with what prevails about it.
struct Answering {
    unit: UnitKey,
    subject: Subject,
    prevailing: Vec<Option<FactKey>>,
    first_voice: Option<Voice>,
}

impl Judging<'_> {
    fn scorecard(&self, key: UnitKey, unit: &Unit) -> Option<Scorecard> {
        let subject = unit.level.subject()?;
        let paper = self.papers.iter().find(|paper| paper.subject == subject)?;
        let answering = Answering {
            unit: key,
            subject,
            prevailing: prevailing_facts(self.evidence, key, self.rulebook.criteria.criteria.len()),
            first_voice: first_voice(self.evidence, key),
        };
        let judgements = paper.criteria.iter().map(|item| self.judgement(&answering, item)).collect();
        Some(self.conclude(&answering, judgements))
    }

    fn conclude(&self, answering: &Answering, judgements: Vec<Judgement>) -> Scorecard {
        let set = &self.rulebook.criteria;
        let Answering { unit, subject, first_voice, .. } = *answering;
        let rule = if subject == set.subject { &set.outcome } else { &OutcomeRule::All };
        let (target, outcome) = (self.rulebook.targets.of(unit), outcome(rule, set, &judgements));
        let standings = standings(set, &judgements);
        Scorecard {
            unit,
            subject,
            target,
            outcome,
            transition: Transition::of(target, outcome),
            achieved: standings.achieved,
            applicable: standings.applicable(),
            total: u32::try_from(judgements.len()).unwrap_or(u32::MAX),
            points: matches!(rule, OutcomeRule::Points { .. }).then(|| sure_points(set, &judgements)),
            reported: first_voice.is_some(),
            first_voice,
            judgements,
        }
    }

    fn judgement(&self, answering: &Answering, item: &Item) -> Judgement {
        let own = self.own_judgement(answering, item.key);
        let Some(rule) = self.rulebook.criteria.criterion(item.key).indicators else { return own };
        let indicators = item.indicators.iter().map(|&key| self.own_judgement(answering, key)).collect();
        self.with_indicators(own, rule, indicators)
    }

    /// The indicators decide, unless a later voice than theirs spoke on the criterion as a whole.
    fn with_indicators(&self, own: Judgement, rule: IndicatorRule, indicators: Vec<Judgement>) -> Judgement {
        let voice = indicators.iter().filter_map(|indicator| indicator.voice).max();
        if own.voice > voice {
            return Judgement { indicators, ..own };
        }
        let answer = by_indicators(rule, &self.rulebook.criteria, &indicators);
        Judgement { voice, indicators, claim: own.claim, ..bind(own.criterion, answer, None) }
    }

    fn own_judgement(&self, answering: &Answering, key: CriterionKey) -> Judgement {
        let question = self.question(answering.unit, key);
        let prevailing = answering.prevailing.get(key.index()).copied().flatten();
        let fact = prevailing.and_then(|prevailing| Some((prevailing, self.evidence.fact(prevailing)?)));
        let answer = match (fact, question.criterion.rollup) {
            (None, Some(rollup)) => self.roll_up(answering.unit, key, rollup, &question),
            _ => question.answer(fact.map(|(_, fact)| fact)),
        };
        bind(key, answer, fact)
    }

    fn question(&self, unit: UnitKey, key: CriterionKey) -> Question<'_> {
        let requirement = self.rulebook.requirement(unit, key).clone();
        let against = self.against(&requirement, unit, key);
        Question { criterion: self.rulebook.criteria.criterion(key), requirement, against, as_of: self.context.as_of }
    }

    /// Returns the figure that the requirement names, if it is known.
    fn against(&self, requirement: &Requirement, unit: UnitKey, key: CriterionKey) -> Option<Quantity> {
        let Requirement::Compare(_, against) = requirement else { return None };
        let Rulebook { criteria, register, .. } = self.rulebook;
        let criterion = criteria.criterion(key);
        match against {
            Against::Threshold(_) => None,
            Against::Parent => prevailing_figure(self.evidence, register.unit(unit).parent?, key, criterion.kind),
            Against::Previous => self.context.previous?.figure(register, unit, criteria, criterion),
        }
    }

    /// Computes the figure of a unit that did not answer itself from the units of the nearest level below that did.
    fn roll_up(&self, unit: UnitKey, key: CriterionKey, rollup: Rollup, question: &Question<'_>) -> Answer {
        let level = self.rulebook.register.unit(unit).level;
        let levels = [Level::District, Level::Ward, Level::Group].into_iter().filter(|below| *below > level);
        let below = levels.map(|level| self.answers_below(unit, key, level)).find(|answers| has_answer(answers));
        let Some(answers) = below else { return question.answer(None) };
        let rolled = answers.iter().map(|answer| Rolling::of(answer.verdict, answer.quantity)).sum::<Rolling>();
        question.unless_due_later(question.rolled_up(rolled.by(rollup)))
    }

    fn answers_below(&self, above: UnitKey, key: CriterionKey, level: Level) -> Vec<Answer> {
        let below = self.below.get(&(above, level)).map_or(&[][..], Vec::as_slice);
        below.iter().map(|unit| self.own_answer(*unit, key)).collect()
    }

    fn own_answer(&self, unit: UnitKey, key: CriterionKey) -> Answer {
        self.question(unit, key).answer(prevailing_fact(self.evidence, unit, key))
    }
}

fn has_answer(answers: &[Answer]) -> bool {
    answers.iter().any(|answer| answer.reason != Reason::NothingReceived)
}

/// Binds an answer to its criterion and to the fact that it came from.
pub(super) fn bind(criterion: CriterionKey, answer: Answer, fact: Option<(FactKey, &Fact)>) -> Judgement {
    let Answer { verdict, basis, quantity, reason } = answer;
    let received = fact.and_then(|(_, fact)| fact.parts());
    Judgement {
        criterion,
        verdict,
        basis,
        voice: fact.map(|(_, fact)| fact.voice),
        measured: quantity.map(|quantity| Measured::new(quantity, received)),
        claim: fact.and_then(|(_, fact)| fact.claim),
        reason,
        fact: fact.map(|(key, _)| key),
        indicators: Vec::new(),
    }
}
