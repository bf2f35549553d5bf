//! How far a figure is from its threshold, in words: "thiếu 1 hộ".

use std::cmp::Ordering;

use crate::{
    criteria::{Against, Comparison, CriteriaSet, Criterion, Kind, Requirement},
    model::{Decimal, Message, Quantity, Ratio, Sum, Verdict, phrase, spelled},
};

use super::{
    Judgement, Reason,
    nouns::noun_of,
    words::{joined, unit_of},
};

/// A distance with more decimals than these is rounded up to [`FEW_DECIMALS`].
const MOST_DECIMALS: u8 = 4;
const FEW_DECIMALS: u8 = 2;

/// Returns how much is lacking or too much for a criterion that was not achieved; `None` where no figure tells.
///
/// For part and whole it is the smallest number of parts that would do, the whole staying as it is.
pub fn shortfall(judgement: &Judgement, set: &CriteriaSet) -> Option<Message> {
    if !matches!(judgement.verdict, Verdict::NotAchieved | Verdict::NotDue) {
        return None;
    }
    let criterion = set.criterion(judgement.criterion);
    let quantity = judgement.quantity()?;
    let limit = limit(&judgement.reason, quantity)?;
    match quantity {
        Quantity::Ratio(ratio) => Some(parts(limit.gap_in_parts(ratio), criterion)),
        Quantity::Number(number) => Some(in_words(limit.gap(number, criterion.kind), &points_of(criterion))),
    }
}

/// On which side of what value the figure has to lie.
#[derive(Clone, Copy)]
struct Limit {
    side: Side,
    value: Quantity,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Side {
    AtLeast,
    Above,
    AtMost,
    Below,
}

/// How much is lacking or too much.
#[derive(Clone, Copy)]
struct Gap {
    way: Way,
    size: Sum,
}

#[derive(Clone, Copy)]
enum Way {
    Lacking,
    /// More than that is lacking.
    LackingMore,
    Over,
}

fn limit(reason: &Reason, quantity: Quantity) -> Option<Limit> {
    let requirement = match reason {
        Reason::Measured { requirement, .. } | Reason::RolledUp { requirement, .. } => requirement,
        Reason::DueLater { so_far, .. } => return limit(so_far, quantity),
        _ => return None,
    };
    let (side, value) = match (requirement, reason) {
        (Requirement::Compare(comparison, Against::Threshold(limit)), _) => {
            let limit = Quantity::Number(*limit);
            (side(*comparison, quantity, limit), limit)
        }
        (Requirement::Compare(comparison, _), Reason::Measured { against: Some(against), .. }) => {
            (side(*comparison, quantity, **against), **against)
        }
        (Requirement::Between(least, _), _) if quantity.cmp_threshold(*least).is_lt() => {
            (Side::AtLeast, Quantity::Number(*least))
        }
        (Requirement::Between(_, most), _) => (Side::AtMost, Quantity::Number(*most)),
        (Requirement::Compare(..) | Requirement::Yes | Requirement::Done(_), _) => return None,
    };
    Some(Limit { side, value })
}

fn side(comparison: Comparison, quantity: Quantity, limit: Quantity) -> Side {
    match (comparison, quantity.cmp_quantity(limit)) {
        (Comparison::AtLeast, _) | (Comparison::Equal, Ordering::Less) => Side::AtLeast,
        (Comparison::Above, _) => Side::Above,
        (Comparison::AtMost, _) | (Comparison::Equal, Ordering::Equal | Ordering::Greater) => Side::AtMost,
        (Comparison::Below, _) => Side::Below,
    }
}

impl Limit {
    /// Counts in the smallest step in which the part or the whole was given: whole households, hundredths of a tonne.
    fn gap_in_parts(self, ratio: Ratio) -> Gap {
        let decimals = decimals_of(ratio.part()).max(decimals_of(ratio.whole()));
        self.gap_in_steps(ratio.part(), ratio.parts_at(self.value, decimals), step(decimals))
    }

    /// Things that are counted come in ones; other figures may lie as near to a limit that is excluded as they like.
    fn gap(self, number: Decimal, kind: Kind) -> Gap {
        let (figure, number) = (Quantity::Number(number), Sum::from(number));
        let value = self.value.rounded(Decimal::MAX_SCALE);
        if kind == Kind::Count {
            return self.gap_in_steps(number, (value.floored(0), raised(value, 0)), step(0));
        }
        // From the figure as it is printed, so that figure, distance and limit add up on paper.
        let number = match self.value {
            Quantity::Number(limit) => figure.shown_beside(limit, FEW_DECIMALS),
            Quantity::Ratio(_) => number,
        };
        match self.side {
            Side::AtLeast => Gap { way: Way::Lacking, size: value - number },
            Side::Above => Gap { way: Way::LackingMore, size: value - number },
            Side::AtMost | Side::Below => Gap { way: Way::Over, size: number - value },
        }
    }

    /// The limit lies between the steps `below` and `above`, or on both where they are one.
    fn gap_in_steps(self, figure: Sum, (below, above): (Sum, Sum), step: Sum) -> Gap {
        match self.side {
            Side::AtLeast => Gap { way: Way::Lacking, size: above - figure },
            Side::Above => Gap { way: Way::Lacking, size: below + step - figure },
            Side::AtMost => Gap { way: Way::Over, size: figure - below },
            Side::Below => Gap { way: Way::Over, size: figure - (above - step) },
        }
    }
}

fn decimals_of(sum: Sum) -> u8 {
    (0..Decimal::MAX_SCALE).find(|&decimals| sum.rounded(decimals) == sum).unwrap_or(Decimal::MAX_SCALE)
}

fn step(decimals: u8) -> Sum {
    Decimal::new(1, decimals).map_or(Sum::ZERO, Sum::from)
}

/// Rounds up to `decimals` decimals.
fn raised(sum: Sum, decimals: u8) -> Sum {
    let rounded = sum.rounded(decimals);
    if rounded < sum { rounded + step(decimals) } else { rounded }
}

fn parts(gap: Gap, criterion: &Criterion) -> Message {
    let number = spelled(gap.size);
    let noun = criterion.part.as_deref().and_then(noun_of);
    in_words(gap, &noun.map_or_else(Message::default, |noun| noun.behind(&number)))
}

/// A difference of percentages is told in percentage points.
fn points_of(criterion: &Criterion) -> Message {
    match criterion.kind {
        Kind::Percent => phrase!(" điểm %", " percentage points"),
        _ => unit_of(criterion),
    }
}

fn in_words(gap: Gap, unit: &Message) -> Message {
    let exact = decimals_of(gap.size) <= MOST_DECIMALS;
    let size = spelled(if exact { gap.size } else { raised(gap.size, FEW_DECIMALS) });
    let way = match (gap.way, gap.size.is_zero()) {
        (Way::LackingMore, true) => return phrase!("bằng ngưỡng, phải cao hơn", "at the limit, must be above it"),
        (Way::Over, true) => return phrase!("bằng ngưỡng, phải thấp hơn", "at the limit, must be below it"),
        (Way::Lacking, _) => phrase!("thiếu ", "short by "),
        (Way::LackingMore, _) => phrase!("thiếu hơn ", "short by more than "),
        (Way::Over, _) => phrase!("vượt ", "over by "),
    };
    joined(&[&way, &size, unit])
}
