//! The result of one unit.

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    criteria::{Requirement, Subject},
    facts::{Claim, TaskState},
    model::{CriterionKey, Outcome, Quantity, Sum, Target, Transition, UnitKey, Verdict, Voice},
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
    pub quantity: Option<Quantity>,
    /// That voice's own verdict.
    pub claim: Option<Claim>,
    /// Why.
    pub reason: Reason,
    /// Position of the prevailing fact among the evidence; the cells are there.
    pub fact: Option<usize>,
    /// Judgements of its indicators.
    pub indicators: Vec<Judgement>,
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
