//! Percentages without a percent format, whatever sign their format adds as mere text: told from fractions by all numbers
//! of their criterion, or refused.

use crate::{
    finding::{Finding, codes},
    model::{CriterionKey, Decimal, Quantity, Ratio, Sum, say, spelled},
    workbook::Value,
};

use super::{
    answer::{Answer, Maker},
    reading::{Figure, Seen, has_percent_format, shows_percent},
    refusals::percent_or_fraction,
    shown::brief,
};

/// What the numbers without a percent format of one criterion look like in one submission.
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

impl Answer<'_> {
    /// Returns whether people see a percent sign in the figure's cell.
    pub(super) fn shows_percent(&self) -> bool {
        self.cell(self.question.slots.figure).is_some_and(|cell| match &cell.value {
            Value::Text(text) => text.contains('%'),
            Value::Number(number) => shows_percent(self.question.sheet.format(cell), *number),
            Value::Bool(_) | Value::Date(_) | Value::Error(_) | Value::NotCalculated => false,
        })
    }

    /// Returns whether the figure's cell says for certain that it is a percentage: a sign was typed, or its format shows
    /// the fraction that it holds as one.
    pub(super) fn is_surely_percent(&self) -> bool {
        self.cell(self.question.slots.figure).is_some_and(|cell| match &cell.value {
            Value::Number(number) => has_percent_format(self.question.sheet.format(cell), *number),
            _ => self.shows_percent(),
        })
    }
}

/// Decides every undecided figure of a submission, each criterion by all its numbers.
pub(super) fn decide(answers: &mut [Answer<'_>], criteria: usize, findings: &mut Vec<Finding>) {
    // Beside a bare number a percent sign that is mere text tells nothing; beside another such sign both kinds do.
    let mut sizes = vec![[Sizes::default(); 2]; criteria];
    let mut told = vec![false; criteria];
    for answer in answers.iter() {
        let Figure::Number(seen) = answer.figure else { continue };
        if seen.value > Decimal::from(1) && !answer.is_surely_percent() {
            let possible = seen.value <= Decimal::HUNDRED || answer.question.criterion.may_exceed;
            let size = if possible { Sizes::SomeAbove } else { Sizes::SomeBeyond };
            let [bare, any] = &mut sizes[answer.question.key.index()];
            *any = size.max(*any);
            *bare = (*bare).max(if answer.shows_percent() { Sizes::SomeBeyond } else { size });
        }
    }
    for answer in answers {
        if let Figure::Undecided(seen) = answer.figure {
            let key = answer.question.key;
            let sizes = sizes[key.index()][usize::from(answer.shows_percent())];
            decide_one(answer, seen, sizes, &mut told, findings);
        }
    }
}

/// Decides one figure. A form of this program shows the sign of what is typed there as percent, and a small threshold
/// makes small percentages likely: there it stands as people see it.
fn decide_one(answer: &mut Answer<'_>, seen: Seen, sizes: Sizes, told: &mut [bool], findings: &mut Vec<Finding>) {
    let telling = answer.threshold().map(|threshold| threshold >= Decimal::from(TELLING_THRESHOLD));
    if let Some(ratio) = answer.ratio().and_then(|(part, whole)| Ratio::new(part, whole)) {
        answer.figure = Figure::Number(nearer(seen, ratio));
        return;
    }
    if answer.shows_percent() && answer.question.maker == Maker::Program && telling != Some(true) {
        answer.figure = Figure::Number(seen);
        return;
    }
    match (telling, sizes) {
        (Some(true), Sizes::WithinOne) => {
            answer.figure = Figure::Number(seen.hundredfold());
            tell_once(answer, seen, told, findings);
        }
        (Some(false), Sizes::SomeAbove) => answer.figure = Figure::Number(seen),
        _ => {
            answer.refuse_figure(percent_or_fraction(seen, answer.shows_percent()), findings);
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
    if answer.shows_percent() {
        let message = say!(
            "Dấu % trong ô chỉ là chữ của định dạng và các số của tiêu chí {id} đều từ 0 đến 1 nên được đọc là số thập phân: \
             {shown} là {percent} %",
            "The percent sign is mere text of the format and all numbers of criterion {id} lie between 0 and 1, so they are \
             read as fractions: {shown} is {percent} %",
            shown,
            percent
        );
        let help = say!(
            "Nếu đúng là {percent} % thì ghi {percent} vào ô, không gõ dấu %; nếu không thì sửa cho đúng",
            "If it is {percent} %, write {percent} into the cell without the sign; otherwise correct it",
            percent
        );
        let told = answer.finding_at(&codes::FRACTION_AS_PERCENT, answer.question.slots.figure, message);
        findings.extend(told.map(|told| told.helped_by(help)));
        return;
    }
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
