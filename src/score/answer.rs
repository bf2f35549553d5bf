//! The answer that one fact gives to one criterion: the figure decides, else the claim stands.

use chrono::{Days, NaiveDate};

use crate::{
    criteria::{Criterion, Kind, NotApplicable, Requirement},
    facts::{Claim, Fact, TaskState},
    model::{Quantity, Verdict},
};

use super::{Basis, Reason, prevailing::figure, rollup::RolledUp};

/// One criterion put to one unit: what is required of it, and what its figure is compared with.
pub(super) struct Question<'a> {
    pub(super) criterion: &'a Criterion,
    pub(super) requirement: Requirement,
    pub(super) against: Option<Quantity>,
    pub(super) as_of: NaiveDate,
}

/// A verdict and what it rests on, not yet bound to a unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    pub(super) verdict: Verdict,
    pub(super) basis: Basis,
    pub(super) quantity: Option<Quantity>,
    pub(super) reason: Reason,
}

impl Answer {
    /// Nothing usable: never the same as not achieved.
    pub(super) fn missing(reason: Reason) -> Self {
        Self { verdict: Verdict::Missing, basis: Basis::None, quantity: None, reason }
    }
}

impl Question<'_> {
    /// Answers from the prevailing fact.
    pub(super) fn answer(&self, fact: Option<&Fact>) -> Answer {
        let answer = match fact {
            None => Answer::missing(Reason::NothingReceived),
            Some(fact) if fact.refused => Answer::missing(Reason::Refused),
            Some(fact) => self
                .by_figure(fact)
                .or_else(|| self.by_state(fact))
                .or_else(|| self.by_claim(fact))
                .unwrap_or_else(|| Answer::missing(Reason::NothingReceived)),
        };
        self.unless_due_later(answer)
    }

    /// Percentages, counts, amounts and points: the threshold decides, whatever the claim.
    fn by_figure(&self, fact: &Fact) -> Option<Answer> {
        let quantity = figure(self.criterion.kind, fact)?;
        let requirement = self.requirement.clone();
        Some(match self.requirement.is_met_by(quantity, self.against) {
            None => Answer { quantity: Some(quantity), ..Answer::missing(Reason::NothingToCompareWith(requirement)) },
            Some(met) => Answer {
                verdict: if met { Verdict::Achieved } else { Verdict::NotAchieved },
                basis: Basis::Figure,
                quantity: Some(quantity),
                reason: Reason::Measured { requirement, against: self.against.map(Box::new) },
            },
        })
    }

    /// Tasks: done or not. The state is the voice's own word, as a claim is.
    fn by_state(&self, fact: &Fact) -> Option<Answer> {
        let state = fact.task.filter(|_| self.criterion.kind == Kind::Task)?;
        let verdict = match state {
            TaskState::Done => Verdict::Achieved,
            TaskState::UnderWay | TaskState::NotStarted => Verdict::NotAchieved,
        };
        Some(Answer { verdict, basis: Basis::Claim, quantity: None, reason: Reason::Task(state) })
    }

    /// Without a figure the voice's own verdict stands.
    fn by_claim(&self, fact: &Fact) -> Option<Answer> {
        let (verdict, reason) = match (fact.claim?, self.criterion.not_applicable) {
            (Claim::Achieved, _) => (Verdict::Achieved, Reason::Claimed),
            (Claim::NotAchieved, _) => (Verdict::NotAchieved, Reason::Claimed),
            (Claim::NotApplicable, NotApplicable::CountsAsAchieved | NotApplicable::Excluded) => {
                (Verdict::NotApplicable, Reason::SaidNotApplicable)
            }
            (Claim::NotApplicable, NotApplicable::Forbidden) => return Some(Answer::missing(Reason::Refused)),
        };
        Some(Answer { verdict, basis: Basis::Claim, quantity: None, reason })
    }

    /// A figure computed from the units below decides once every one of them that is to answer has.
    pub(super) fn rolled_up(&self, rolled: RolledUp) -> Answer {
        let RolledUp { quantity, answered, expected } = rolled;
        let reason = Reason::RolledUp { requirement: self.requirement.clone(), answered, expected };
        let met = quantity.and_then(|quantity| self.requirement.is_met_by(quantity, self.against));
        let (verdict, basis) = match met {
            Some(true) if answered == expected => (Verdict::Achieved, Basis::Figure),
            Some(false) if answered == expected => (Verdict::NotAchieved, Basis::Figure),
            _ => (Verdict::Missing, Basis::None),
        };
        Answer { verdict, basis, quantity, reason }
    }

    /// What is not met yet does not fail before its day.
    pub(super) fn unless_due_later(&self, answer: Answer) -> Answer {
        match self.due() {
            Some((due, fails_from)) if answer.verdict == Verdict::NotAchieved && self.as_of < fails_from => {
                let reason = Reason::DueLater { day: due, so_far: Box::new(answer.reason) };
                Answer { verdict: Verdict::NotDue, reason, ..answer }
            }
            _ => answer,
        }
    }

    /// Returns the day named, and the first day on which not meeting the requirement is a failure: the due day
    /// itself, but the day after "done by". What goes on all the time ("thường xuyên") is judged each period.
    fn due(&self) -> Option<(NaiveDate, NaiveDate)> {
        if self.criterion.is_ongoing() {
            return None;
        }
        match (self.criterion.due, &self.requirement) {
            (Some(due), _) => Some((due, due)),
            (None, Requirement::Done(Some(by))) => Some((*by, by.checked_add_days(Days::new(1)).unwrap_or(*by))),
            (None, _) => None,
        }
    }
}
