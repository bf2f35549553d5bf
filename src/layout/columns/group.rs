//! The columns in which one voice answers one criterion, or any.

use crate::{
    criteria::Kind,
    layout::{heading::Holds, table::Slots},
    model::{CriterionKey, Speaking},
};

/// The columns in which one voice answers one criterion, or, in cards and lists, any criterion.
#[derive(Clone, Debug)]
pub(in crate::layout) struct Group {
    pub(in crate::layout) criterion: Option<CriterionKey>,
    pub(in crate::layout) who: Speaking,
    pub(in crate::layout) slots: Slots,
    /// "Số lượng" over the answers to any criterion: the part of a percentage, the figure of all else.
    pub(super) quantity: Option<u16>,
    /// The figure is a rate: "tỷ lệ %".
    pub(super) is_rate: bool,
}

impl Group {
    pub(super) fn slot(&mut self, holds: Holds) -> Option<&mut Option<u16>> {
        let slots = &mut self.slots;
        match holds {
            Holds::Figure => Some(&mut slots.figure),
            Holds::Quantity => Some(&mut self.quantity),
            Holds::Points => Some(&mut slots.score),
            Holds::Part => Some(&mut slots.part),
            Holds::Whole => Some(&mut slots.whole),
            Holds::Claim => Some(&mut slots.claim),
            Holds::Achieved => Some(&mut slots.achieved),
            Holds::NotAchieved => Some(&mut slots.not_achieved),
            Holds::Evidence => Some(&mut slots.evidence),
            Holds::Order
            | Holds::Number
            | Holds::Unit
            | Holds::Ward
            | Holds::Code
            | Holds::Criterion
            | Holds::Requirement
            | Holds::Level
            | Holds::Opinion
            | Holds::Note
            | Holds::Ignored
            | Holds::OtherYear => None,
        }
    }

    /// Returns whether something else than a score answers.
    pub(super) fn answers_beside_score(&self) -> bool {
        let Slots { figure, part, claim, achieved, not_achieved, .. } = self.slots;
        [figure, part, claim, achieved, not_achieved, self.quantity].iter().any(Option::is_some)
    }

    /// Takes what somebody judges beside the most points for a score, where nothing else gives the figure.
    pub(super) fn score_claims(&mut self) {
        let Slots { figure, part, score, .. } = self.slots;
        if [figure, part, score, self.quantity].iter().all(Option::is_none) {
            self.slots.score = self.slots.claim.take();
        }
    }

    /// Returns the columns that answer a criterion of a kind; two answers where either of two columns may be its figure.
    pub(super) fn answering(&self, kind: Kind) -> impl Iterator<Item = Slots> + use<> {
        let (mut slots, quantity) = (self.slots, self.quantity);
        if kind == Kind::Points {
            slots.figure = slots.score.take().or(slots.figure);
        } else if self.answers_beside_score() {
            slots.score = None;
        }
        let mut other = None;
        match (kind, quantity) {
            (_, None) => {}
            (Kind::Percent, Some(_)) => slots.part = slots.part.or(quantity),
            (_, Some(_)) if self.is_rate || slots.figure.is_none() => slots.figure = quantity,
            (_, Some(_)) => other = Some(Slots { figure: quantity, ..Slots::default() }),
        }
        [Some(slots), other].into_iter().flatten()
    }
}
