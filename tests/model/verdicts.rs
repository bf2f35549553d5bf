//! Verdict, outcome and transition from what is told, in exact fractions.

use std::cmp::Ordering;

use crate::city::{
    exact::{Exact, whole},
    rules::{Bound, NotApplicable, RULES, Rule},
    truth::{Claim, Form, Group, GroupKind, Target, Told, Value, Ward},
};

/// The verdict on one criterion.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Verdict {
    Achieved,
    NotAchieved,
    NotApplicable,
    Missing,
}

/// The result of one group.
pub(crate) struct Judged<'a> {
    pub(crate) ward: &'a Ward,
    pub(crate) group: &'a Group,
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) outcome: &'static str,
    pub(crate) transition: &'static str,
}

impl Verdict {
    /// Returns the word of the outputs.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Verdict::Achieved => "achieved",
            Verdict::NotAchieved => "not-achieved",
            Verdict::NotApplicable => "not-applicable",
            Verdict::Missing => "missing",
        }
    }
}

impl Judged<'_> {
    /// Returns how many applicable criteria it achieved, and how many apply.
    pub(crate) fn count(&self) -> (usize, usize) {
        let mut achieved = 0;
        let mut applicable = 0;
        for (rule, verdict) in RULES.iter().zip(&self.verdicts) {
            let not_applicable = *verdict == Verdict::NotApplicable;
            if not_applicable && rule.not_applicable == NotApplicable::Excluded {
                continue;
            }
            applicable += 1;
            achieved += usize::from(not_applicable || *verdict == Verdict::Achieved);
        }
        (achieved, applicable)
    }
}

/// Judges a group by what its ward sent.
pub(crate) fn judge<'a>(ward: &'a Ward, group: &'a Group) -> Judged<'a> {
    let told = RULES.iter().zip(&group.told);
    let verdicts: Vec<Verdict> = if ward.form == Form::NotSent {
        vec![Verdict::Missing; RULES.len()]
    } else {
        told.map(|(rule, told)| verdict(group, rule, *told)).collect()
    };
    // Every applicable criterion is needed, so that a knock-out fails a group like any other criterion.
    let outcome = if verdicts.contains(&Verdict::NotAchieved) {
        "not-achieved"
    } else if verdicts.contains(&Verdict::Missing) {
        "incomplete"
    } else {
        "achieved"
    };
    Judged { ward, group, verdicts, outcome, transition: transition(group.target, outcome) }
}

/// Returns whether a value reaches what is asked of the group; what is not a value does not.
pub(crate) fn reached(group: &Group, rule: &Rule, told: Told) -> bool {
    let bound = match group.kind {
        GroupKind::Street => rule.street,
        GroupKind::Village => rule.village,
    };
    match told.value {
        Value::Yes => true,
        Value::No | Value::NotApplicable | Value::Blank => false,
        Value::Number(number) => within(number, bound),
        Value::Share(part, all) => within(part.percent_of(all), bound),
    }
}

fn verdict(group: &Group, rule: &Rule, told: Told) -> Verdict {
    match (told.value, told.claim) {
        (Value::NotApplicable, _) => Verdict::NotApplicable,
        (Value::Blank, Claim::Bare) => Verdict::Achieved,
        (Value::Blank, _) => Verdict::Missing,
        _ if reached(group, rule, told) => Verdict::Achieved,
        _ => Verdict::NotAchieved,
    }
}

fn within(figure: Exact, bound: Bound) -> bool {
    match bound {
        Bound::Yes => false,
        Bound::AtLeast(least) => figure.against(least) != Ordering::Less,
        Bound::Above(least) => figure.against(least) == Ordering::Greater,
        Bound::AtMost(most) => figure.against(most) != Ordering::Greater,
        Bound::Zero => figure.against(whole(0)) == Ordering::Equal,
    }
}

fn transition(target: Target, outcome: &str) -> &'static str {
    match (target, outcome) {
        (Target::Outside, _) => "outside-plan",
        (_, "incomplete") => "undecided",
        (Target::Maintain(_), "achieved") => "maintained",
        (Target::Maintain(_), _) => "lost",
        (Target::New, "achieved") => "newly-achieved",
        (Target::New, _) => "not-yet",
    }
}
