//! Why a verdict is what it is, in words: "94,96 % < 95 %".

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::{
    criteria::{Against, Comparison, CriteriaSet, Criterion, Kind, Requirement},
    facts::{Claim, TaskState},
    model::{Decimal, Message, Quantity, Sum, Verdict, Voice, phrase, spelled},
};

use super::{Judgement, Reason};

/// A figure is shown with so many decimals, or with as many more as it takes to stay on its side of the limit.
const DECIMALS: u8 = 2;

/// Returns why the verdict is what it is; the operator is the one that holds.
pub fn reason_in_words(judgement: &Judgement, set: &CriteriaSet) -> Message {
    in_words(&judgement.reason, judgement, set.criterion(judgement.criterion))
}

fn in_words(reason: &Reason, judgement: &Judgement, criterion: &Criterion) -> Message {
    match reason {
        Reason::Measured { requirement, against } => measured(judgement, criterion, requirement, against.as_deref()),
        Reason::RolledUp { requirement, answered, expected } => {
            let figure = measured(judgement, criterion, requirement, None);
            rolled_up(judgement, &figure, *answered, *expected)
        }
        Reason::Task(state) => state_in_words(*state),
        Reason::Claimed => claimed(judgement, criterion),
        Reason::SaidNotApplicable => phrase!("không áp dụng", "not applicable"),
        Reason::NothingReceived if criterion.kind.is_measured() => phrase!("chưa có số liệu", "no figure received"),
        Reason::NothingReceived => phrase!("chưa có đánh giá", "no assessment received"),
        Reason::Refused => {
            phrase!("số liệu không dùng được, xem lỗi", "what was written cannot be used, see the errors")
        }
        Reason::NothingToCompareWith(requirement) => incomparable(judgement, criterion, requirement),
        Reason::DueLater { day, so_far } => due_later(&in_words(so_far, judgement, criterion), *day),
        Reason::Indicators { achieved, applicable } => {
            phrase!("đạt {achieved}/{applicable} chỉ tiêu", "{achieved} of {applicable} indicators achieved")
        }
    }
}

/// Joins the two languages side by side.
pub(super) fn joined(parts: &[&Message]) -> Message {
    let join = |language: fn(&Message) -> &str| parts.iter().map(|part| language(part)).collect();
    Message { vi: join(|part| &part.vi), en: join(|part| &part.en) }
}

fn measured(
    judgement: &Judgement,
    criterion: &Criterion,
    requirement: &Requirement,
    against: Option<&Quantity>,
) -> Message {
    let Some(quantity) = judgement.quantity() else { return phrase!("chưa có số liệu", "no figure received") };
    match (requirement, against) {
        (Requirement::Compare(comparison, Against::Threshold(limit)), _) => {
            let limit = Quantity::Number(*limit);
            compared(quantity, sign(*comparison, quantity, limit), limit, criterion)
        }
        (Requirement::Compare(comparison, named), Some(&against)) => {
            let beside = compared(quantity, sign(*comparison, quantity, against), against, criterion);
            joined(&[&beside, &Message::same(" "), &name_of(*named)])
        }
        (Requirement::Between(least, most), _) => between(quantity, *least, *most, criterion),
        (Requirement::Compare(..) | Requirement::Yes | Requirement::Done(_), _) => figure(quantity, criterion),
    }
}

/// Returns the operator that holds: the requirement's own where it is met, "≥" and "≤" where a limit that is
/// excluded was only just reached.
fn sign(comparison: Comparison, quantity: Quantity, limit: Quantity) -> &'static str {
    match (comparison, quantity.cmp_quantity(limit)) {
        (Comparison::AtLeast | Comparison::Below, Ordering::Equal) | (Comparison::AtLeast, Ordering::Greater) => "≥",
        (Comparison::AtMost | Comparison::Above, Ordering::Equal) | (Comparison::AtMost, Ordering::Less) => "≤",
        (_, Ordering::Less) => "<",
        (_, Ordering::Equal) => "=",
        (_, Ordering::Greater) => ">",
    }
}

fn compared(quantity: Quantity, sign: &str, limit: Quantity, criterion: &Criterion) -> Message {
    let (shown, limit) = beside(quantity, limit);
    let figure = joined(&[&spelled(shown), &percent_sign(criterion)]);
    let limit = joined(&[&spelled(limit), &unit_of(criterion)]);
    joined(&[&figure, &Message::same(" "), &Message::same(sign), &Message::same(" "), &limit])
}

fn between(quantity: Quantity, least: Decimal, most: Decimal, criterion: &Criterion) -> Message {
    if quantity.cmp_threshold(least).is_lt() {
        return compared(quantity, "<", Quantity::Number(least), criterion);
    }
    if quantity.cmp_threshold(most).is_gt() {
        return compared(quantity, ">", Quantity::Number(most), criterion);
    }
    let (shown, _) = beside(quantity, Quantity::Number(most));
    let (figure, unit) = (joined(&[&spelled(shown), &percent_sign(criterion)]), unit_of(criterion));
    let (least, most) = (spelled(least), spelled(most));
    let within = phrase!(" trong khoảng {least} đến {most}", " within {least} to {most}", least, most);
    joined(&[&figure, &within, &unit])
}

/// Shows two values with enough decimals that they stand to each other as they do exactly.
fn beside(quantity: Quantity, other: Quantity) -> (Sum, Sum) {
    match other {
        Quantity::Number(limit) => (quantity.shown_beside(limit, DECIMALS), limit.into()),
        Quantity::Ratio(_) => {
            let shown = |decimals| (quantity.rounded(decimals), other.rounded(decimals));
            let exact = quantity.cmp_quantity(other);
            let faithful = (DECIMALS..Decimal::MAX_SCALE).map(shown).find(|(ours, theirs)| ours.cmp(theirs) == exact);
            faithful.unwrap_or_else(|| shown(Decimal::MAX_SCALE))
        }
    }
}

/// Spells a figure that is not compared with anything.
fn figure(quantity: Quantity, criterion: &Criterion) -> Message {
    joined(&[&spelled(quantity.rounded(DECIMALS)), &unit_of(criterion)])
}

fn percent_sign(criterion: &Criterion) -> Message {
    if criterion.kind == Kind::Percent { Message::same(" %") } else { Message::default() }
}

/// Returns the unit of measurement with a space before it, or nothing.
pub(super) fn unit_of(criterion: &Criterion) -> Message {
    match (criterion.kind, &criterion.measure) {
        (Kind::Percent, _) => Message::same(" %"),
        (Kind::Points, _) => phrase!(" điểm", " points"),
        (_, Some(measure)) => Message::same(format!(" {measure}")),
        (_, None) => Message::default(),
    }
}

fn name_of(against: Against) -> Message {
    match against {
        Against::Threshold(_) => Message::default(),
        Against::Parent => phrase!("(của đơn vị cấp trên)", "(of the unit above)"),
        Against::Previous => phrase!("(của kỳ trước)", "(of the period before)"),
    }
}

fn incomparable(judgement: &Judgement, criterion: &Criterion, requirement: &Requirement) -> Message {
    let unknown = match requirement {
        Requirement::Compare(_, Against::Previous) => {
            phrase!("chưa có số liệu kỳ trước để so sánh", "no figure of the period before to compare with")
        }
        _ => phrase!("chưa có số liệu của đơn vị cấp trên để so sánh", "no figure of the unit above to compare with"),
    };
    match judgement.quantity() {
        Some(quantity) => joined(&[&figure(quantity, criterion), &Message::same(", "), &unknown]),
        None => unknown,
    }
}

fn rolled_up(judgement: &Judgement, figure: &Message, answered: u32, expected: u32) -> Message {
    if judgement.quantity().is_none() {
        return phrase!("chưa có số liệu của các đơn vị cấp dưới", "no figures of the units below");
    }
    let over = phrase!(", tính trên {answered}/{expected} đơn vị", ", over {answered} of {expected} units");
    joined(&[figure, &over])
}

fn claimed(judgement: &Judgement, criterion: &Criterion) -> Message {
    let verdict = match judgement.claim {
        Some(Claim::Achieved) => phrase!("đạt", "achieved"),
        Some(Claim::NotApplicable) => phrase!("không áp dụng", "not applicable"),
        Some(Claim::NotAchieved) | None => phrase!("chưa đạt", "not achieved"),
    };
    let bare = match (criterion.kind.is_measured(), judgement.verdict) {
        (true, Verdict::Achieved | Verdict::NotAchieved | Verdict::NotDue) => {
            phrase!(", không kèm số liệu", ", without a figure")
        }
        _ => Message::default(),
    };
    joined(&[&voice_in_words(judgement.voice), &Message::same(": "), &verdict, &bare])
}

fn voice_in_words(voice: Option<Voice>) -> Message {
    match voice {
        Some(Voice::Own) | None => phrase!("tự đánh giá", "self-assessment"),
        Some(Voice::Ward) => phrase!("phường, xã thẩm định", "appraisal of the ward"),
        Some(Voice::Agency) => phrase!("cơ quan thẩm định", "appraisal of the agency"),
        Some(Voice::Panel) => phrase!("đoàn thẩm định", "appraisal of the panel"),
    }
}

fn state_in_words(state: TaskState) -> Message {
    match state {
        TaskState::NotStarted => phrase!("chưa thực hiện", "not started"),
        TaskState::UnderWay => phrase!("đang thực hiện", "under way"),
        TaskState::Done => phrase!("đã hoàn thành", "done"),
    }
}

fn due_later(so_far: &Message, day: NaiveDate) -> Message {
    let (vi, en) = (day.format("%d/%m/%Y"), day.format("%Y-%m-%d"));
    let due = Message { vi: format!(", chưa đến hạn {vi}"), en: format!(", due only on {en}") };
    joined(&[so_far, &due])
}
