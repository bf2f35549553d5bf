//! The result of one unit.

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    campaign::FactKey,
    criteria::{Requirement, Subject},
    facts::{Claim, TaskState},
    model::{CriterionKey, Decimal, Outcome, Quantity, Ratio, Sum, Target, Transition, UnitKey, Verdict, Voice},
};

/// The result of one unit: a judgement a criterion, an outcome, a transition.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// The unit.
    pub unit: UnitKey,
    /// Its level; only the scorecards of the set's own subject are counted in the totals of units.
    pub subject: Subject,
    /// What the plan wants of it.
    pub target: Option<Target>,
    /// Result by the set's `[outcome]`; units of another level than the set's subject need every criterion.
    pub outcome: Outcome,
    /// Result against the target.
    pub transition: Transition,
    /// How many applicable criteria it achieved.
    pub achieved: u32,
    /// How many criteria apply to it, answered or not.
    pub applicable: u32,
    /// How many criteria of its level the set has.
    pub total: u32,
    /// The points it is sure to have, where the outcome goes by points.
    pub points: Option<Sum>,
    /// Something was received about it.
    pub reported: bool,
    /// The earliest voice, in their order, that said something about it.
    pub first_voice: Option<Voice>,
    /// One judgement a criterion (without indicators) of its level, in definition order.
    pub judgements: Vec<Judgement>,
}

/// The verdict on one criterion of one unit, and what it rests on.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The criterion or indicator.
    pub criterion: CriterionKey,
    /// The verdict.
    pub verdict: Verdict,
    /// What it rests on.
    pub basis: Basis,
    /// The voice that prevails.
    pub voice: Option<Voice>,
    /// The measured value that was judged.
    pub measured: Option<Measured>,
    /// That voice's own verdict.
    pub claim: Option<Claim>,
    /// Why.
    pub reason: Reason,
    /// The prevailing fact among the evidence; the cells are there.
    pub fact: Option<FactKey>,
    /// Judgements of its indicators.
    pub indicators: Vec<Judgement>,
}

impl Judgement {
    /// Returns the measured value that was judged.
    pub fn quantity(&self) -> Option<Quantity> {
        self.measured.as_ref()?.quantity()
    }
}

/// A measured value as it is kept: a city has hundreds of thousands, and nearly all are small.
#[derive(Clone, Debug, PartialEq)]
pub enum Measured {
    /// A number in the unit of its criterion.
    Number(Decimal),
    /// A part and its whole, as they were received.
    Parts(Decimal, Decimal),
    /// A value computed from the units below.
    Computed(Box<Quantity>),
}

impl Measured {
    /// Keeps `quantity`; `received` are the part and the whole that it was made of, where it was received.
    pub(super) fn new(quantity: Quantity, received: Option<(Decimal, Decimal)>) -> Self {
        match (quantity, received) {
            (Quantity::Number(number), _) => Self::Number(number),
            (Quantity::Ratio(_), Some((part, whole))) => Self::Parts(part, whole),
            (computed @ Quantity::Ratio(_), None) => Self::Computed(Box::new(computed)),
        }
    }

    fn quantity(&self) -> Option<Quantity> {
        match self {
            Self::Number(number) => Some(Quantity::Number(*number)),
            Self::Parts(part, whole) => Ratio::new(*part, *whole).map(Quantity::Ratio),
            Self::Computed(quantity) => Some(**quantity),
        }
    }
}

/// What a verdict rests on.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// A measured value.
    Figure,
    /// A bare claim.
    Claim,
    /// Nothing usable.
    None,
}

/// Why a verdict is what it is; turned into words only when it is printed.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A measured value against what held for this unit, `parent` and `previous` already resolved to a value.
    Measured {
        /// The requirement for this unit.
        requirement: Requirement,
        /// The value of the parent or of the period before, where the requirement names it.
        against: Option<Box<Quantity>>,
    },
    /// The state of a task.
    Task(TaskState),
    /// A figure computed from the units below, against what held for this unit.
    RolledUp {
        /// The requirement for this unit.
        requirement: Requirement,
        /// How many units below answered.
        answered: u32,
        /// How many units below were to answer.
        expected: u32,
    },
    /// The voice's own verdict stands.
    Claimed,
    /// Said not to apply, and allowed to.
    SaidNotApplicable,
    /// Nothing was received.
    NothingReceived,
    /// What was written could not be used, or contradicts itself.
    Refused,
    /// The parent's figure, or that of the period before, is not known.
    NothingToCompareWith(Requirement),
    /// Not met yet, and due only later.
    DueLater {
        /// The day named.
        day: NaiveDate,
        /// Why it is not met yet.
        so_far: Box<Reason>,
    },
    /// Decided by its indicators: how many of how many applicable ones are achieved.
    Indicators {
        /// Achieved.
        achieved: u32,
        /// Applicable.
        applicable: u32,
    },
}
