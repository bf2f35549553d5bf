//! Percentages typed without a percent sign: told from fractions by all numbers of their criterion, or refused.

use crate::{
    finding::{Finding, codes},
    model::{CriterionKey, Decimal, Quantity, Ratio, Sum, say, spelled},
};

use super::{
    answer::Answer,
    reading::{Figure, Seen},
    refusals::percent_or_fraction,
    shown::brief,
};

/// What the numbers without a percent sign of one criterion look like in one submission.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
enum Sizes {
    /// None is above 1.
    #[default]
    WithinOne,
    /// Those above 1 can be no percentage, so that they tell nothing: the whole of a fraction without its stroke, say.
    SomeBeyond,
    /// Some are above 1.
    SomeAbove,
}

/// From this threshold on, in percent, a number of at most 1 cannot be meant as a percentage that anyone would send.
const TELLING_THRESHOLD: u32 = 10;

/// Decides every undecided figure of a submission, each criterion by all its numbers.
pub(super) fn decide(answers: &mut [Answer<'_>], criteria: usize, findings: &mut Vec<Finding>) {
    let mut sizes = vec![Sizes::default(); criteria];
    let mut told = vec![false; criteria];
    for answer in answers.iter() {
        let Figure::Number(seen) = answer.figure else { continue };
        if seen.value > Decimal::from(1) && !answer.shows_percent() {
            let possible = seen.value <= Decimal::HUNDRED || answer.question.criterion.may_exceed;
            let size = if possible { Sizes::SomeAbove } else { Sizes::SomeBeyond };
            let sizes = &mut sizes[answer.question.key.index()];
            *sizes = size.max(*sizes);
        }
    }
    for answer in answers {
        if let Figure::Undecided(seen) = answer.figure {
            let key = answer.question.key;
            decide_one(answer, seen, sizes[key.index()], &mut told, findings);
        }
    }
}

fn decide_one(answer: &mut Answer<'_>, seen: Seen, sizes: Sizes, told: &mut [bool], findings: &mut Vec<Finding>) {
    let telling = answer.threshold().map(|threshold| threshold >= Decimal::from(TELLING_THRESHOLD));
    if let Some(ratio) = answer.ratio().and_then(|(part, whole)| Ratio::new(part, whole)) {
        answer.figure = Figure::Number(nearer(seen, ratio));
        return;
    }
    match (telling, sizes) {
        (Some(true), Sizes::WithinOne) => {
            answer.figure = Figure::Number(seen.hundredfold());
            tell_once(answer, seen, told, findings);
        }
        (Some(false), Sizes::SomeAbove) => answer.figure = Figure::Number(seen),
        _ => {
            answer.refuse_figure(percent_or_fraction(seen), findings);
        }
    }
}

/// Tells once a criterion that its fractions were read as percentages, at the first of them.
fn tell_once(answer: &Answer<'_>, seen: Seen, told: &mut [bool], findings: &mut Vec<Finding>) {
    let key: CriterionKey = answer.question.key;
    if std::mem::replace(&mut told[key.index()], true) {
        return;
    }
    let id = &answer.question.criterion.id;
    let percent = seen.hundredfold().value;
    let percent = match answer.threshold() {
        Some(threshold) => spelled(Quantity::Number(percent).shown_beside(threshold, 2)),
        None => brief(percent, 2),
    };
    let shown = brief(seen.value, 4);
    let message = say!(
        "Các số không có dấu % của tiêu chí {id} đều từ 0 đến 1 nên được đọc là số thập phân: {shown} là {percent} %",
        "All numbers of criterion {id} without a percent sign lie between 0 and 1, so they are read as fractions: \
         {shown} is {percent} %",
        shown,
        percent
    );
    answer.tell_figure(&codes::FRACTION_AS_PERCENT, message, findings);
}

/// Returns the reading of an undecided number that lies nearer to the ratio beside it.
fn nearer(seen: Seen, ratio: Ratio) -> Seen {
    let exact = ratio.percent(Decimal::MAX_SCALE);
    let hundredfold = seen.hundredfold();
    let distance = |seen: Seen| {
        let off = Sum::from(seen.value) - exact;
        if off.is_negative() { Sum::ZERO - off } else { off }
    };
    if distance(hundredfold) < distance(seen) { hundredfold } else { seen }
}
