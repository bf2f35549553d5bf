//! What may be written where a criterion is answered, and the words that say so.

use crate::{
    criteria::{Criterion, Evidence, Kind, NotApplicable, Requirement},
    model::{Decimal, spelled},
};

use super::page::{Field, Goal, Takes};

/// The words for a verdict, as the program reads them back.
const ACHIEVED: &str = "Đạt";
const NOT_ACHIEVED: &str = "Không đạt";
const NOT_APPLICABLE: &str = "Không áp dụng";
/// The words for the state of a task.
const STATES: [&str; 3] = ["Hoàn thành", "Đang thực hiện", "Chưa thực hiện"];

/// A criterion and what it requires of the unit that answers.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) criterion: &'a Criterion,
    pub(super) requirement: &'a Requirement,
}

impl Question<'_> {
    /// Returns whether the answer is a part and a whole, each under its own name.
    pub(super) fn is_share(self) -> bool {
        is_share(self.criterion)
    }

    /// The cell of the figure, or of the state of a task.
    pub(super) fn figure(self) -> Field {
        let criterion = self.criterion;
        let (takes, asks) = match criterion.kind {
            Kind::Percent => {
                let most = (!criterion.may_exceed).then_some(Decimal::HUNDRED);
                (Takes::Percent { most }, "Ghi tỷ lệ phần trăm, chỉ ghi số, không gõ dấu %. Ví dụ: 95,5".to_owned())
            }
            Kind::Count => (Takes::Count, format!("Ghi số{}, là số nguyên; không có thì ghi 0", self.measure())),
            Kind::Amount => (Takes::Amount, format!("Ghi số liệu{}", self.measure())),
            Kind::Points => (Takes::Points(criterion.max), format!("Ghi số điểm{}", most_points(criterion))),
            Kind::Task => (Takes::Choice(self.words(&STATES)), "Chọn trong danh sách".to_owned()),
            Kind::YesNo => return self.verdict(),
        };
        Field { takes, prompt: Some((self.label(), self.with_requirement(&asks))), goal: self.goal(), within: None }
    }

    /// The cell of the part, beside the whole in the column `whole`.
    pub(super) fn part(self, whole: usize) -> Field {
        let within = (!self.criterion.may_exceed).then_some(whole);
        Field { within, ..self.quantity(self.criterion.part.as_deref()) }
    }

    /// The cell of the whole.
    pub(super) fn whole(self) -> Field {
        self.quantity(self.criterion.whole.as_deref())
    }

    fn quantity(self, name: Option<&str>) -> Field {
        let name = name.unwrap_or_default();
        let asks = self.with_requirement(&format!("Ghi {name}; không có thì ghi 0"));
        Field { takes: Takes::Quantity, prompt: Some((self.label(), asks)), goal: None, within: None }
    }

    /// The cell of the unit's own verdict.
    pub(super) fn verdict(self) -> Field {
        let words = match self.criterion.kind {
            Kind::Task => self.words(&STATES),
            _ => self.words(&[ACHIEVED, NOT_ACHIEVED]),
        };
        let asks = self.with_requirement("Chọn trong danh sách");
        Field { takes: Takes::Choice(words), prompt: Some((self.label(), asks)), goal: None, within: None }
    }

    /// The cell that says that a measured criterion does not apply, where that may be said.
    pub(super) fn exception(self) -> Option<Field> {
        let may_be = self.criterion.not_applicable != NotApplicable::Forbidden && self.criterion.kind.is_measured();
        let asks = "Chỉ chọn khi tiêu chí không áp dụng cho đơn vị này; khi đó để trống số liệu".to_owned();
        let takes = Takes::Choice(vec![NOT_APPLICABLE]);
        may_be.then(|| Field { takes, prompt: Some((self.label(), asks)), goal: None, within: None })
    }

    /// The cell of the evidence, where there is room for it.
    pub(super) fn evidence(self) -> Option<Field> {
        let asks = match self.criterion.evidence {
            Evidence::None => return None,
            Evidence::Optional => None,
            Evidence::Required => Some("Bắt buộc nêu văn bản, hồ sơ chứng minh".to_owned()),
        };
        let prompt = asks.map(|asks| (self.label(), asks));
        Some(Field { takes: Takes::Words, prompt, goal: None, within: None })
    }

    /// What the figure has to reach.
    pub(super) fn goal(self) -> Option<Goal> {
        let is_measured = self.criterion.kind.is_measured();
        is_measured.then(|| Goal { requirement: self.requirement.clone(), kind: self.criterion.kind })
    }

    fn words(self, words: &[&'static str]) -> Vec<&'static str> {
        let not_applicable = self.criterion.not_applicable != NotApplicable::Forbidden;
        words.iter().copied().chain(not_applicable.then_some(NOT_APPLICABLE)).collect()
    }

    fn label(self) -> String {
        format!("Tiêu chí {}", self.criterion.id)
    }

    fn measure(self) -> String {
        self.criterion.measure.as_ref().map(|measure| format!(" ({measure})")).unwrap_or_default()
    }

    fn with_requirement(self, asks: &str) -> String {
        let required = self.requirement.in_words(self.criterion.kind).vi;
        format!("{}\nYêu cầu: {required}\n{asks}", self.criterion.title)
    }
}

/// Returns whether a criterion is answered by a part and a whole, each under its own name.
pub(super) fn is_share(criterion: &Criterion) -> bool {
    criterion.kind == Kind::Percent && criterion.part.is_some() && criterion.whole.is_some()
}

/// Returns what a criterion requires, in words: of most units, and of those for which a case says otherwise.
pub(super) fn requirements(criterion: &Criterion) -> String {
    let said = |requirement: &Requirement| requirement.in_words(criterion.kind).vi;
    let cases = criterion.cases.iter().map(|case| {
        let when = [&case.when.unit_kind, &case.when.area, &case.when.ward];
        let when = when.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        format!("; {when}: {}", said(&case.requirement))
    });
    std::iter::once(said(&criterion.requirement)).chain(cases).collect()
}

/// Returns the unit in which a criterion is answered, and from what a percentage is made.
pub(super) fn measured_in(criterion: &Criterion) -> String {
    match (criterion.kind, &criterion.part, &criterion.whole) {
        (Kind::Percent, Some(part), Some(whole)) => format!("% = {part} / {whole}"),
        (Kind::Percent, ..) => "%".to_owned(),
        (Kind::Points, ..) => format!("điểm{}", most_points(criterion)),
        _ => criterion.measure.clone().unwrap_or_default(),
    }
}

fn most_points(criterion: &Criterion) -> String {
    criterion.max.map(|most| format!(", cao nhất {}", spelled(most).vi)).unwrap_or_default()
}
