//! What was answered, as people write it, to be printed beside the cells of another answer.

use crate::{
    criteria::{Against, Kind, Requirement},
    facts::{Claim, Fact, TaskState},
    model::{Quantity, Sum, printed},
};

use super::fields::{ACHIEVED, NOT_ACHIEVED, NOT_APPLICABLE, STATES};

/// Returns a measured value with the decimals that show on which side of its threshold it lies.
pub(super) fn value(quantity: Quantity, kind: Kind, requirement: &Requirement) -> String {
    let rounded: Sum = match requirement {
        Requirement::Compare(_, Against::Threshold(threshold)) => quantity.shown_beside(*threshold, 2),
        _ => quantity.rounded(2),
    };
    let shown = printed(rounded).vi;
    if kind == Kind::Percent { format!("{shown} %") } else { shown }
}

/// Returns the verdict of a fact's own voice, or the state of a task.
pub(super) fn verdict(fact: &Fact) -> Option<&'static str> {
    let claimed = fact.claim.map(|claim| match claim {
        Claim::Achieved => ACHIEVED,
        Claim::NotAchieved => NOT_ACHIEVED,
        Claim::NotApplicable => NOT_APPLICABLE,
    });
    let [done, under_way, not_started] = STATES;
    let state = fact.task.map(|state| match state {
        TaskState::Done => done,
        TaskState::UnderWay => under_way,
        TaskState::NotStarted => not_started,
    });
    claimed.or(state)
}
