//! What a unit answered in the period before, to be compared with.

use crate::{
    criteria::Kind,
    facts::{Claim, TaskState},
    model::{CriterionKey, UnitKey, printed},
    plan::Rulebook,
    score::Previous,
};

/// The answers of the period before, where there was one.
#[derive(Clone, Copy, Debug)]
pub struct Former<'a> {
    rulebook: &'a Rulebook,
    previous: Option<&'a Previous<'a>>,
}

impl<'a> Former<'a> {
    /// Looks at the period before by the rules in force.
    pub fn new(rulebook: &'a Rulebook, previous: Option<&'a Previous<'a>>) -> Self {
        Self { rulebook, previous }
    }

    /// Returns what a unit answered, as people write it; nothing where it answered nothing that could be used.
    pub(super) fn answer(self, unit: UnitKey, criterion: CriterionKey) -> Option<String> {
        let (register, set) = (&self.rulebook.register, &self.rulebook.criteria);
        let (previous, criterion) = (self.previous?, set.criterion(criterion));
        if let Some(quantity) = previous.figure(register, unit, set, criterion) {
            let shown = printed(quantity.rounded(2)).vi;
            return Some(if criterion.kind == Kind::Percent { format!("{shown} %") } else { shown });
        }
        let fact = previous.fact(register, unit, set, criterion)?;
        let claimed = fact.claim.map(|claim| match claim {
            Claim::Achieved => "Đạt",
            Claim::NotAchieved => "Không đạt",
            Claim::NotApplicable => "Không áp dụng",
        });
        let state = fact.task.map(|state| match state {
            TaskState::Done => "Hoàn thành",
            TaskState::UnderWay => "Đang thực hiện",
            TaskState::NotStarted => "Chưa thực hiện",
        });
        claimed.or(state).map(str::to_owned)
    }

    /// Returns whether any of the units answered any of the criteria.
    pub(super) fn has_any(self, units: &[UnitKey], criteria: &[CriterionKey]) -> bool {
        self.previous.is_some()
            && units.iter().any(|unit| criteria.iter().any(|criterion| self.answer(*unit, *criterion).is_some()))
    }
}
