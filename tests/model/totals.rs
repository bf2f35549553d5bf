//! What the results add up to, counted in the plainest way.

use super::verdicts::{Judged, Verdict};
use crate::city::{
    exact::{Exact, whole},
    rules::RULES,
    truth::{CardColumns, Claim, Form, Target, Value},
};

/// Counts of outcomes and transitions, by their words.
pub(crate) fn tally(judged: &[&Judged<'_>]) -> Vec<(&'static str, usize)> {
    let outcome = |word| judged.iter().filter(|one| one.outcome == word).count();
    let transition = |word| judged.iter().filter(|one| one.transition == word).count();
    vec![
        ("units", judged.len()),
        ("achieved", outcome("achieved")),
        ("not_achieved", outcome("not-achieved")),
        ("incomplete", outcome("incomplete")),
        ("maintained", transition("maintained")),
        ("lost", transition("lost")),
        ("newly_achieved", transition("newly-achieved")),
        ("not_yet", transition("not-yet")),
        ("undecided", transition("undecided")),
        ("outside_plan", transition("outside-plan")),
    ]
}

/// Counts of the verdicts on the criterion at `index`, by their words.
pub(crate) fn verdicts(judged: &[&Judged<'_>], index: usize) -> Vec<(&'static str, usize)> {
    let count = |verdict| judged.iter().filter(|one| one.verdicts[index] == verdict).count();
    vec![
        ("achieved", count(Verdict::Achieved)),
        ("not_achieved", count(Verdict::NotAchieved)),
        ("not_applicable", count(Verdict::NotApplicable)),
        ("missing", count(Verdict::Missing)),
    ]
}

/// Counts the verdicts on the criterion at `index` that rest on a bare claim.
pub(crate) fn by_claim(judged: &[&Judged<'_>], index: usize) -> usize {
    let bare = |one: &&&Judged<'_>| one.ward.form != Form::NotSent && one.group.told[index].claim == Claim::Bare;
    if RULES[index].measured() { judged.iter().filter(bare).count() } else { 0 }
}

/// Sums parts and wholes of the criterion at `index` over the groups whose form has both; tells over how many.
pub(crate) fn shares(judged: &[&Judged<'_>], index: usize) -> (Exact, Exact, usize) {
    let (mut parts, mut wholes, mut units) = (whole(0), whole(0), 0);
    for one in judged {
        let gives_both = one.ward.form == Form::Card { columns: CardColumns::PartsAndResult };
        if let (true, Value::Share(part, all)) = (gives_both, one.group.told[index].value) {
            (parts, wholes, units) = (parts.plus(part), wholes.plus(all), units + 1);
        }
    }
    (parts, wholes, units)
}

/// Counts the groups that the plan wants maintained and recognised.
pub(crate) fn goals(judged: &[&Judged<'_>]) -> (usize, usize) {
    let maintain = judged.iter().filter(|one| matches!(one.group.target, Target::Maintain(_))).count();
    let new = judged.iter().filter(|one| one.group.target == Target::New).count();
    (maintain, new)
}
